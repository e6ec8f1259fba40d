/** `octavo edition`: what is recorded, counted and refused. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { octavo, smallBook } from './run.js';

describe('octavo edition', () => {
  test('editions are counted, and the former ones kept in mind', async () => {
    const book = await smallBook();
    const record = (...args: string[]) => octavo(['edition', 'new', book, '--out', join(book, 'out'), '--quiet', ...args], { env: { SOURCE_DATE_EPOCH: '1000000000' } });
    expect(await octavo(['edition', book])).toMatchObject({ code: 0, stdout: 'no edition is recorded; `octavo edition new` records one\n' });
    expect((await record('--date', '2026-11-22')).code).toBe(0);
    expect((await record('--number', '7')).code).toBe(0);
    const { stdout } = await octavo(['edition', book]);
    expect(stdout.replaceAll(/source \S+/g, 'source')).toBe('edition 1, 2026-11-22: 3 pages, source\nedition 7, 2001-09-09: 3 pages, source\nagainst edition 7: 3 pages, none changed\n');
    expect(await record('--number', '7')).toMatchObject({ code: 2, stderr: 'edition 7 is recorded already; the next one has a higher number than that\n' });
    expect((await record('--number', 'x')).code).toBe(2);
  }, 120_000);

  test('a record that cannot be read stops the build, and is not overwritten', async () => {
    const book = await smallBook({ 'edition.lock': '<<<<<<< HEAD\n' });
    const out = ['--out', join(book, 'out')];
    for (const args of [['build', book, ...out], ['edition', book], ['edition', 'new', book, ...out]]) {
      const { code, stderr } = await octavo(args);
      expect(code).toBe(1);
      expect(stderr).toContain('edition.lock:1  error b-015  the recorded edition has a conflict in it');
    }
    expect(await readFile(join(book, 'edition.lock'), 'utf8')).toBe('<<<<<<< HEAD\n');
  });
});
