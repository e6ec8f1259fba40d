/** What becomes of saves, errors, faults and full disks while a book is watched. The session is played; nothing is laid out. */
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Output } from '../../src/build-book.js';
import type { News, StateNews } from '../../src/watch/protocol.js';
import type { Session } from '../../src/watch/session.js';
import { type Update, type WatchedBook, watchBook } from '../../src/watch/watch-book.js';
import { NoBrowser } from '../../src/world/browser.js';
import { memoryWorld, type MemoryWorld } from '../../src/world/memory.js';
import { Unreadable } from '../../src/world/world.js';

const rest = 1000;
let world: MemoryWorld;
let told: News[];
let updates: Update[];
let notices: string[];
/** What stands in the manuscript: each session shows it in capitals, and its output says the same. */
let manuscript: string;
/** What the next updates and outputs wait for, or break with. */
let onUpdate: () => Promise<void>;
let onCheck: () => Promise<void>;
let onOutputs: () => Promise<void>;
let onOpen: () => Promise<void>;
let sessions: number;
let closed: number;
let book: WatchedBook;

beforeEach(async () => {
  vi.useFakeTimers();
  [told, updates, notices, manuscript, sessions, closed] = [[], [], [], 'salt', 0, 0];
  onUpdate = onCheck = onOutputs = onOpen = async () => undefined;
  world = memoryWorld({});
});
afterEach(async () => {
  await book.close();
  vi.useRealTimers();
});

async function open(): Promise<Session> {
  await onOpen();
  sessions += 1;
  let shown = '';
  let revision = 0;
  return {
    update: async (tell, isOverdue = () => false) => {
      const read = manuscript;
      await onUpdate();
      const isStale = read.includes('error');
      if (!isStale) {
        shown = read.toUpperCase();
        tell({ type: 'pages', revision: (revision += 1), title: 'T', language: 'en', style: 's', pictures: 'p', pages: [{ key: shown, folio: '1', side: 'recto' }], markup: { [shown]: shown }, changed: [0] });
      }
      await onCheck();
      if (isOverdue()) return;
      const late = read.includes('late') ? [{ code: 'm-001', severity: 'error' as const, file: 'a.md', message: 'm', hints: [] }] : [];
      tell({ type: 'findings', isStale, findings: late });
    },
    outputs: async () => {
      const outputs: Output[] = [{ target: 'pdf', name: 't.pdf', bytes: new TextEncoder().encode(shown) }];
      await onOutputs();
      return outputs;
    },
    placeOf: () => undefined,
    serve: () => undefined,
    close: async () => void (closed += 1),
  };
}

async function watch(over: MemoryWorld = world, out = 'out'): Promise<void> {
  book = await watchBook({ world: over, open, out, rest, tell: (news) => told.push(news), onUpdate: (update) => updates.push(update), onNotice: (notice) => notices.push(notice) });
  await save('salt');
}

async function save(text: string): Promise<void> {
  manuscript = text;
  book.onChange();
  await vi.advanceTimersByTimeAsync(0);
}

const typingRests = (): Promise<unknown> => vi.advanceTimersByTimeAsync(rest + 1);
const onDisk = (): string | undefined => (world.written.has('out/t.pdf') ? new TextDecoder().decode(world.written.get('out/t.pdf')) : undefined);
const state = (): StateNews | undefined => told.findLast((news) => news.type === 'state');

/** Something that is done when the test says so. */
function waiting(): { readonly done: () => void; readonly wait: () => Promise<void> } {
  let done = (): void => undefined;
  const promise = new Promise<void>((resolve) => (done = resolve));
  return { done: () => done(), wait: () => promise };
}

/** A disk that takes nothing while `isFull` says so. */
function refusing(isFull: () => boolean, fault: Error): MemoryWorld {
  return { ...world, disk: { ...world.disk, write: (path, bytes) => (isFull() ? Promise.reject(fault) : world.disk.write(path, bytes)) } };
}

describe('saves', () => {
  test('show pages at once, and outputs when typing rests', async () => {
    await watch();
    expect(told.map(({ type }) => type)).toEqual(['state', 'pages', 'findings', 'state']);
    expect(onDisk()).toBeUndefined();
    await typingRests();
    expect(onDisk()).toBe('SALT');
    expect(state()).toEqual({ type: 'state', doing: 'nothing', outputs: [{ name: 't.pdf', bytes: 4 }] });
    expect(book.outputs().get('t.pdf')?.bytes).toEqual(world.written.get('out/t.pdf'));
  });

  test('that come in one update are seen by one more, in its newest state', async () => {
    await watch();
    const slow = waiting();
    onUpdate = slow.wait;
    await save('oil');
    for (const text of ['wine', 'bread', 'corn']) await save(text);
    expect(updates).toHaveLength(1);
    slow.done();
    await vi.advanceTimersByTimeAsync(0);
    expect(updates.map(({ pages }) => pages?.pages[0]?.key)).toEqual(['SALT', 'OIL', 'CORN']);
  });

  test('do not wait for what waits for the pages before them', async () => {
    await watch();
    const slow = waiting();
    onCheck = slow.wait;
    await save('oil');
    await save('wine');
    onCheck = async () => undefined;
    slow.done();
    await vi.advanceTimersByTimeAsync(0);
    expect(updates.map(({ pages, findings }) => [pages?.pages[0]?.key, findings !== undefined])).toEqual([['SALT', true], ['OIL', false], ['WINE', true]]);
  });

  test('keep outputs waiting', async () => {
    await watch();
    for (const text of ['oil', 'wine']) {
      await vi.advanceTimersByTimeAsync(rest / 2);
      await save(text);
    }
    expect(onDisk()).toBeUndefined();
    await typingRests();
    expect(onDisk()).toBe('WINE');
  });

  test('are not kept waiting by outputs, which then are made of what was saved last', async () => {
    await watch();
    const slow = waiting();
    onOutputs = slow.wait;
    await typingRests();
    await save('oil');
    expect(updates).toHaveLength(2);
    slow.done();
    await vi.advanceTimersByTimeAsync(0);
    expect(onDisk()).toBeUndefined();
    await typingRests();
    expect(onDisk()).toBe('OIL');
  });

  test('that change no output write none, or two programs that watch one book would call each other for ever', async () => {
    await watch();
    await typingRests();
    let writes = 0;
    const write = world.disk.write;
    world.disk.write = (path, bytes) => ((writes += 1), write(path, bytes));
    await save('salt');
    await typingRests();
    expect(writes).toBe(0);
    await save('oil');
    await typingRests();
    expect(writes).toBe(1);
  });

  test('without outputs write nothing', async () => {
    book = await watchBook({ world, open, rest, tell: (news) => told.push(news), onUpdate: () => undefined, onNotice: () => undefined });
    await save('salt');
    await typingRests();
    expect(world.written.size).toBe(0);
  });
});

describe('an error in the manuscript', () => {
  test('leaves the last good outputs on disk, and is told', async () => {
    await watch();
    await typingRests();
    await save('error');
    await typingRests();
    expect(onDisk()).toBe('SALT');
    expect(told.findLast((news) => news.type === 'findings')).toMatchObject({ isStale: true });
    expect(updates.at(-1)?.pages).toBeUndefined();
    await save('oil');
    await typingRests();
    expect(onDisk()).toBe('OIL');
  });

  test('that is saved while outputs are made keeps them from being written', async () => {
    await watch();
    const slow = waiting();
    onOutputs = slow.wait;
    await typingRests();
    await save('error');
    slow.done();
    await typingRests();
    expect(onDisk()).toBeUndefined();
  });

  test('that only shows once there are pages writes nothing either', async () => {
    await watch();
    await typingRests();
    await save('late');
    await typingRests();
    expect(onDisk()).toBe('SALT');
  });

  test('from the beginning writes nothing until it is mended', async () => {
    manuscript = 'error';
    book = await watchBook({ world, open, out: 'out', rest, tell: (news) => told.push(news), onUpdate: () => undefined, onNotice: () => undefined });
    await save('error');
    await typingRests();
    expect(onDisk()).toBeUndefined();
    await save('salt');
    await typingRests();
    expect(onDisk()).toBe('SALT');
  });
});

describe('outputs that cannot be written', () => {
  test.each([
    ['the disk is full', new Unreadable('out/t.pdf', 'other', 'the disk is full')],
    ['permission denied', new Unreadable('out/t.pdf', 'forbidden', 'permission denied')],
  ])('are told and tried again: %s', async (why, fault) => {
    let isFull = false;
    await watch(refusing(() => isFull, fault));
    await typingRests();
    isFull = true;
    await save('oil');
    await typingRests();
    expect(onDisk()).toBe('SALT');
    expect(notices).toEqual([`the outputs were not written: out/t.pdf: ${why}; it is tried again after the next save`]);
    expect(state()).toMatchObject({ doing: 'nothing', notice: notices[0], outputs: [{ name: 't.pdf', bytes: 4 }] });

    await save('wine');
    expect(state()?.notice, 'it is still so').toBe(notices[0]);
    isFull = false;
    await typingRests();
    expect(onDisk()).toBe('WINE');
    expect(state()).not.toHaveProperty('notice');
    expect(notices).toHaveLength(1);
  });
});

describe('a fault', () => {
  test('opens the book anew, once, and says so until the next save', async () => {
    await watch();
    let faults = 1;
    onUpdate = async () => {
      if (faults-- > 0) throw new Error('Target closed\n    at …');
    };
    await save('oil');
    expect([sessions, closed]).toEqual([2, 1]);
    expect(updates.map(({ pages }) => [pages?.revision, pages?.pages[0]?.key])).toEqual([[1, 'SALT'], [2, 'OIL']]);
    expect(notices).toEqual(['the book was opened anew after a fault: Target closed']);
    expect(state()?.notice).toBe(notices[0]);
    await save('wine');
    expect(state()).not.toHaveProperty('notice');
    await typingRests();
    expect(onDisk()).toBe('WINE');
  });

  test('that stays is tried again at the next save, and writes nothing', async () => {
    await watch();
    await typingRests();
    onUpdate = () => Promise.reject(new Error('no way'));
    await save('oil');
    await typingRests();
    expect(sessions).toBe(2);
    expect(notices.at(-1)).toBe('octavo met a fault of its own, and tries again at the next save: no way');
    expect(onDisk()).toBe('SALT');
    onUpdate = async () => undefined;
    await save('wine');
    await typingRests();
    expect(onDisk()).toBe('WINE');
  });

  test('of a browser that does not come back says how to get one', async () => {
    await watch();
    onUpdate = () => Promise.reject(new Error('Target closed'));
    onOpen = () => Promise.reject(new NoBrowser(['/nowhere'], () => undefined));
    await save('oil');
    expect(notices.at(-1)).toMatch(/^no browser could be started[^]*get one with/);
    onUpdate = onOpen = async () => undefined;
    await save('wine');
    expect(updates.at(-1)?.pages?.pages[0]?.key).toBe('WINE');
  });

  test('in what makes outputs is told as one in writing them is', async () => {
    await watch();
    onOutputs = () => Promise.reject(new Error('no way'));
    await typingRests();
    expect(notices).toEqual(['the outputs were not written: no way; it is tried again after the next save']);
  });
});

describe('the end', () => {
  test('closes the session, and nothing is told or written after it', async () => {
    await watch();
    const slow = waiting();
    onUpdate = slow.wait;
    await save('oil');
    const ending = book.close();
    slow.done();
    await ending;
    const count = told.length;
    await save('wine');
    await typingRests();
    expect([closed, told.length, onDisk()]).toEqual([1, count, undefined]);
  });

  test('waits until a file that is being written is whole', async () => {
    const slow = waiting();
    await watch({ ...world, disk: { ...world.disk, write: (path, bytes) => slow.wait().then(() => world.disk.write(path, bytes)) } });
    await typingRests();
    let isEnded = false;
    const ending = book.close().then(() => (isEnded = true));
    await vi.advanceTimersByTimeAsync(rest);
    expect(isEnded).toBe(false);
    slow.done();
    await ending;
    expect(onDisk()).toBe('SALT');
  });
});
