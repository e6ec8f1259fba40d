/** `octavo edition` and `octavo diff`: what is recorded, counted, compared and refused. */
import { readFile, rm, writeFile } from 'node:fs/promises';
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

describe('octavo diff', () => {
  test('compares a book with the edition that is recorded in it, or with as much of that as is left', async () => {
    const book = await smallBook();
    const out = ['--out', join(book, 'out')];
    const bare = await octavo(['diff', book, ...out]);
    expect(bare).toMatchObject({ code: 2, stderr: 'no edition is recorded to compare with; `octavo edition new` records one, and `octavo diff OLD NEW` compares two\n' });
    expect((await octavo(['edition', 'new', book, ...out, '--quiet', '--date', '2026-11-22'])).code).toBe(0);
    await writeFile(join(book, 'one.md'), '# One {#sec:one}\n\nA first and longer sentence.\n');
    const { code, stdout } = await octavo(['diff', book, ...out]);
    expect(code).toBe(0);
    expect(stdout).toContain('from edition 1, 2026-11-22 to the book as it is now\n1 page changed (1)\n2 words put in\n1 sheet of 1 to print again (1)\n');
    for (const name of ['changes.md', 'changes.html', 'changes.pdf', 'sheets.pdf']) expect(stdout).toContain(`small-${name}`);
    expect(await readFile(join(book, 'out/small-changes.md'), 'utf8')).toContain('A first **and longer** sentence.');

    await rm(join(book, 'edition.pages'));
    const locked = await octavo(['diff', book, ...out]);
    expect(locked).toMatchObject({ code: 0, stderr: '' });
    expect(locked.stdout).toContain('1 page changed (1)\n1 sheet of 1 to print again (1)\nOf edition 1, 2026-11-22 there are no pages beside its lock');

    await writeFile(join(book, 'old.pages'), 'no zip');
    const damaged = await octavo(['diff', join(book, 'old.pages'), book, ...out]);
    expect(damaged.stderr).toContain('error b-015  the recorded pages cannot be read: this is no file of pages, or not all of it');
    expect(damaged.code).toBe(1);
  }, 120_000);
});
