/** Whatever an editor does to save, the book is looked at again once it is done; and nothing else makes it so. */
import { mkdir, mkdtemp, open, realpath, rename, rm, symlink, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { gatherBurst } from '../../src/watch/gather-burst.js';
import { leftOutOf, watchFiles } from '../../src/watch/watch-files.js';

let folder: string;
/** How often the book was told to look. */
let seen: number;

describe('looks again', () => {
  beforeEach(async () => {
    const base = await realpath(await mkdtemp(join(tmpdir(), 'octavo-watch-')));
    onTestFinished(() => rm(base, { recursive: true, force: true }));
    folder = join(base, 'book');
    await put('book.yaml', 'title: T');
    await put('one.md', 'One');
    await put('figures/map.svg', '<svg/>');
    await put('out/t.pdf', '%PDF');
    seen = 0;
    const watching = await watchFiles(folder, { except: [join(folder, 'out')], onChange: () => (seen += 1), onTrouble: (sentence) => expect.fail(sentence) });
    onTestFinished(() => watching.close());
  });

  async function put(name: string, text: string): Promise<void> {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }

  test.each<[what: string, act: () => Promise<unknown>]>([
    ['a chapter is written', () => put('one.md', 'Two')],
    ['a chapter is written beside and renamed', () => put('.one.md.tmp', 'Two').then(() => rename(join(folder, '.one.md.tmp'), join(folder, 'one.md')))],
    ['a chapter is moved away and written anew', () => rename(join(folder, 'one.md'), join(folder, 'one.md~')).then(() => put('one.md', 'Two'))],
    ['a file appears that book.yaml may name already', () => put('two.md', 'Two')],
    ['a folder appears, with a file in it', () => put('data/far/rows.csv', 'a,b')],
    ['a chapter vanishes', () => unlink(join(folder, 'one.md'))],
    ['a picture is replaced', () => put('figures/map.svg', '<svg width="1"/>')],
    ['a folder vanishes', () => rm(join(folder, 'figures'), { recursive: true })],
    ['book.yaml is emptied', () => put('book.yaml', '')],
    ['the whole folder is renamed', () => rename(folder, `${folder}-elsewhere`)],
    ['a chapter becomes a link', () => unlink(join(folder, 'one.md')).then(() => symlink('book.yaml', join(folder, 'one.md')))],
  ])('when %s', async (_what, act) => {
    await act();
    await expect.poll(() => seen).toBeGreaterThan(0);
  });

  /** Saves until it is seen: how long a system takes to listen to a new folder is its own affair. */
  const expectSeen = async (name: string): Promise<void> => {
    const before = seen;
    await expect.poll(() => put(name, `${seen}`).then(() => seen)).toBeGreaterThan(before);
  };

  test('in a folder that appeared', async () => {
    await put('data/rows.csv', 'a,b');
    await expect.poll(() => seen).toBeGreaterThan(0);
    await expectSeen('data/rows.csv');
  });

  test('when a file that was half written is whole', async () => {
    const file = await open(join(folder, 'one.md'), 'w');
    await file.write('One half');
    await expect.poll(() => seen).toBeGreaterThan(0);
    const half = seen;
    await file.write(' and the other.');
    await expect.poll(() => seen).toBeGreaterThan(half);
    await file.close();
  });

  test('when the folder was renamed and comes back', async () => {
    await rename(folder, `${folder}-elsewhere`);
    await expect.poll(() => seen).toBeGreaterThan(0);
    const away = seen;
    await rename(`${folder}-elsewhere`, folder);
    await expect.poll(() => seen).toBeGreaterThan(away);
    await expectSeen('one.md');
  });

  test('when the folder is made anew, with the one above it', async () => {
    await rm(dirname(folder), { recursive: true });
    await expect.poll(() => seen).toBeGreaterThan(0);
    const away = seen;
    await put('book.yaml', 'title: U');
    await expect.poll(() => seen).toBeGreaterThan(away);
    await expectSeen('one.md');
  });
});

describe('looks at', () => {
  const isLeftOut = leftOutOf('/shelf/book', ['/shelf/book/out', '/shelf/book', '/shelf']);
  test.each(['book.yaml', 'one.md', 'figures/map.svg', 'data/build/rows.csv', 'outer.md', 'a.swamp', 'one~two.md', 'edition.lock'])('%s', (name) => expect(isLeftOut(`/shelf/book/${name}`)).toBe(false));
});

describe('does not look at', () => {
  const isLeftOut = leftOutOf('/shelf/book', ['/shelf/book/out', '/shelf/book', '/shelf']);
  test.each(['.one.md.swp', 'one.md~', '4913', '.#one.md', '#one.md#', 'one.md.tmp', 'one.md.bak', '~$one.md', '.git/index', 'node_modules/x/index.js', 'build', 'build/t.pdf', 'out/t.pdf', 'out'])('%s', (name) => expect(isLeftOut(`/shelf/book/${name}`)).toBe(true));
});

describe('a burst', () => {
  test.each<[what: string, events: readonly number[], told: readonly number[]]>([
    ['of one event is told when it is quiet', [0], [5]],
    ['of several is told once', [0, 3, 6, 9], [14]],
    ['that does not end is told meanwhile, and at its end', [0, 4, 8, 12, 16, 20, 24, 28, 32, 36], [30, 41]],
    ['after another is told apart', [0, 6], [5, 11]],
  ])('%s', (_what, events, expected) => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const told: number[] = [];
    let now = 0;
    const { stir } = gatherBurst(() => told.push(now), { quiet: 5, patience: 30 });
    for (; now <= 60; now += 1) {
      vi.advanceTimersByTime(now === 0 ? 0 : 1);
      if (events.includes(now)) stir();
    }
    expect(told).toEqual(expected);
  });
});
