import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import type { BookConfig } from '../../src/model/book.js';
import { readModified } from '../../src/read/read-modified.js';
import { lastCommit } from '../../src/world/git.js';
import { memoryWorld } from '../../src/world/memory.js';

async function modified({ epoch, changed, date }: { readonly epoch?: string; readonly changed?: number; readonly date?: string }) {
  const findings = new Findings();
  const world = { ...memoryWorld({}, epoch === undefined ? {} : { SOURCE_DATE_EPOCH: epoch }), lastChange: async () => changed };
  const said = await readModified({ ...(date !== undefined && { date }) } as BookConfig, { world, folder: 'book', report: findings.report })();
  return [said, ...findings.list().map(({ code, message }) => `${code} ${message}`)];
}

describe('an EPUB says it was modified', () => {
  test.each<[string, Parameters<typeof modified>[0], string]>([
    ['when SOURCE_DATE_EPOCH says', { epoch: '1795305600', changed: 1, date: '2001-01-01' }, '2026-11-22T00:00:00Z'],
    ['at the beginning of 1970, if it says so', { epoch: '0' }, '1970-01-01T00:00:00Z'],
    ['at the newest commit', { changed: 1795342830, date: '2001-01-01' }, '2026-11-22T10:20:30Z'],
    ['at the newest commit, where the variable is empty', { epoch: '', changed: 1795342830 }, '2026-11-22T10:20:30Z'],
    ['on the edition’s date', { date: '2026-11-22' }, '2026-11-22T00:00:00Z'],
    ['at the beginning of zip’s time', {}, '1980-01-01T00:00:00Z'],
  ])('%s', async (_when, given, expected) => {
    expect(await modified(given)).toEqual([expected]);
  });

  test.each(['yesterday', '2026-11-22', '-1', '1.5', '1e9', ' 5', '253402300800'])('never at SOURCE_DATE_EPOCH=%s, which is refused', async (epoch) => {
    expect(await modified({ epoch, changed: 1, date: '2026-11-22' })).toEqual(['2026-11-22T00:00:00Z', `b-010 the variable SOURCE_DATE_EPOCH is “${epoch}”, which is no moment in time`]);
  });
});

describe('the newest commit of a folder', () => {
  const hasGit = spawnSync('git', ['--version']).status === 0;

  async function repository() {
    const top = await mkdtemp(join(tmpdir(), 'octavo-git-'));
    onTestFinished(() => rm(top, { recursive: true }));
    const git = (when: number, ...words: string[]) => {
      const at = `${when} +0900`;
      const env = { PATH: process.env['PATH'], HOME: top, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at, GIT_AUTHOR_NAME: 'A', GIT_AUTHOR_EMAIL: 'a@example.org', GIT_COMMITTER_NAME: 'A', GIT_COMMITTER_EMAIL: 'a@example.org' };
      const { status, stderr } = spawnSync('git', words, { cwd: top, env, encoding: 'utf8' });
      expect(status, `git ${words.join(' ')}: ${stderr}`).toBe(0);
    };
    const commit = async (when: number, file: string) => {
      await mkdir(join(top, file, '..'), { recursive: true });
      await writeFile(join(top, file), `${when}`);
      git(when, 'add', '--', file);
      git(when, 'commit', '-qm', 'one more');
    };
    git(1_700_000_000, 'init', '-q');
    return { top, commit, git };
  }

  test.skipIf(!hasGit)('is that of its own files, not of others beside it (skipped without git)', async () => {
    const { top, commit } = await repository();
    await commit(1_700_000_000, 'book/a.md');
    await commit(1_700_000_100, 'book/parts/b.md');
    await commit(1_700_000_200, 'elsewhere/c.md');
    expect(await lastCommit(join(top, 'book'))).toBe(1_700_000_100);
    expect(await lastCommit(top)).toBe(1_700_000_200);
  });

  test.skipIf(!hasGit)('is not known where nothing was committed, nor outside a repository (skipped without git)', async () => {
    const { top, commit } = await repository();
    await commit(1_700_000_000, 'book/a.md');
    await mkdir(join(top, 'draft'));
    await writeFile(join(top, 'draft/a.md'), 'x');
    expect(await lastCommit(join(top, 'draft'))).toBeUndefined();
    expect(await lastCommit(join(top, 'missing'))).toBeUndefined();
    const outside = await mkdtemp(join(tmpdir(), 'octavo-no-git-'));
    onTestFinished(() => rm(outside, { recursive: true }));
    expect(await lastCommit(outside)).toBeUndefined();
  });

  test.skipIf(!hasGit)('is not known where the history is cut off, which would date a book by its clone (skipped without git)', async () => {
    const { top, commit, git } = await repository();
    await commit(1_700_000_000, 'book/a.md');
    await commit(1_700_000_100, 'elsewhere/c.md');
    git(1_700_000_000, 'clone', '-q', '--depth', '1', pathToFileURL(top).href, 'shallow');
    expect(await lastCommit(join(top, 'shallow/book'))).toBeUndefined();
    await commit(1_700_000_200, 'book/a.md');
    expect(await lastCommit(join(top, 'book'))).toBe(1_700_000_200);
  });

  test.skipIf(!hasGit)('is that of the folder, whatever a hook that runs Octavo has set (skipped without git)', async () => {
    const { top, commit } = await repository();
    const other = await repository();
    await commit(1_700_000_000, 'a.md');
    process.env['GIT_DIR'] = join(other.top, '.git');
    onTestFinished(() => void delete process.env['GIT_DIR']);
    expect(await lastCommit(top)).toBe(1_700_000_000);
  });

  test('is not known where there is no git', async () => {
    const path = process.env['PATH'];
    process.env['PATH'] = '';
    onTestFinished(() => void (process.env['PATH'] = path));
    expect(await lastCommit('.')).toBeUndefined();
  });
});
