/** What is kept on disk between two builds, and what is not believed. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, readdir, rename, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { diskStore } from '../../src/world/disk-store.js';
import { machineWorld } from '../../src/world/machine.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const words = (found: Uint8Array | undefined): string | undefined => found && new TextDecoder().decode(found);

async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function filled(limit?: number) {
  const folder = join(await temporary(), 'results');
  const store = diskStore(async () => folder, limit);
  await store.put('a', bytes('the words of a'));
  return { folder, store, file: join(folder, 'a') };
}

test('what was kept is there for another run, to the byte', async () => {
  const { folder } = await filled();
  const again = diskStore(async () => folder);
  expect(words(await again.get('a'))).toBe('the words of a');
  expect(await again.get('b')).toBeUndefined();
  expect(await again.usage()).toEqual({ place: folder, results: 1, bytes: 32 + 14 });
  await again.clear();
  expect(await again.get('a')).toBeUndefined();
  expect((await again.usage()).results).toBe(0);
  await again.put('a', bytes('new words'));
  expect(words(await again.get('a'))).toBe('new words');
});

describe('is as good as absent, and made anew', () => {
  test.each<[string, (file: string) => Promise<unknown>]>([
    ['a file without its end', (file) => truncate(file, 40)],
    ['a file without its beginning', async (file) => writeFile(file, (await readFile(file)).subarray(1))],
    ['an empty file', (file) => truncate(file, 0)],
    ['a file with one bit turned', async (file) => writeFile(file, (await readFile(file)).map((byte, at) => (at === 40 ? byte ^ 1 : byte)))],
    ['a file of another key', async (file) => { await writeFile(`${file}-more`, ''); await rename(file, `${file}-more`); await diskStore(async () => join(file, '..')).put('b', bytes('of b')); await rename(join(file, '..', 'b'), file); }],
    ['a folder', async (file) => { await rm(file); await mkdir(file); }],
  ])('%s', async (_name, spoil) => {
    const { store, file } = await filled();
    await spoil(file);
    expect(await store.get('a')).toBeUndefined();
  });
});

describe('is no error', () => {
  test('a folder that cannot be found', async () => {
    const store = diskStore(() => Promise.reject(new Error('it belongs to somebody else')));
    await store.put('a', bytes('x'));
    expect(await store.get('a')).toBeUndefined();
    expect(await store.usage()).toEqual({ place: 'nowhere', results: 0, bytes: 0 });
    await store.clear();
  });

  test('a folder that is a file', async () => {
    const file = join(await temporary(), 'file');
    await writeFile(file, '');
    const store = diskStore(async () => file);
    await store.put('a', bytes('x'));
    expect(await store.get('a')).toBeUndefined();
  });

  test.skipIf(process.getuid?.() === 0)('a folder that is read-only', async () => {
    const { folder, store } = await filled();
    await chmod(folder, 0o500);
    await store.put('b', bytes('x'));
    expect(words(await store.get('a'))).toBe('the words of a');
    expect(await store.get('b')).toBeUndefined();
    await chmod(folder, 0o700);
  });
});

describe('when there is too much', () => {
  test('what was not used for longest goes', async () => {
    const { folder, store } = await filled(150);
    await store.put('b', bytes('the words of b'));
    for (const key of ['a', 'b']) await utimes(join(folder, key), 1000, key === 'a' ? 1000 : 2000);
    await store.get('a');
    await store.put('c', bytes('the words of c'));
    await store.put('d', bytes('the words of d'));
    expect((await readdir(folder)).sort()).toEqual(['a', 'c', 'd']);
  });

  test('what a build that was ended left behind goes after an hour, that of one at work stays', async () => {
    const { folder, store } = await filled();
    for (const name of ['.writing-old', '.writing-new']) await writeFile(join(folder, name), 'half');
    await utimes(join(folder, '.writing-old'), 1000, 1000);
    await store.put('b', bytes('x'));
    expect((await readdir(folder)).sort()).toEqual(['.writing-new', 'a', 'b']);
  });
});

test('builds at the same time never read half of what one of them writes', async () => {
  const { folder } = await filled();
  const stores = Array.from({ length: 4 }, () => diskStore(async () => folder));
  const long = (word: string): string => word.repeat(50_000);
  await Promise.all(
    stores.map(async (store, at) => {
      for (let turn = 0; turn < 10; turn += 1) {
        await store.put('shared', bytes(long(`${at}`)));
        expect(words(await store.get('shared'))).toMatch(/^(.)\1{49999}$/);
      }
    }),
  );
  expect((await readdir(folder)).sort()).toEqual(['a', 'shared']);
});

test('tests have no store on this machine', () => {
  expect(machineWorld().store).toBeUndefined();
});

test('a store that was ended while it wrote has what it had', async () => {
  const { folder, store } = await filled();
  const address = new URL('../../dist/world/disk-store.js', import.meta.url).href;
  const program = `const { diskStore } = await import(${JSON.stringify(address)}); diskStore(async () => ${JSON.stringify(folder)}).put('a', new Uint8Array(100_000_000)); setImmediate(() => setImmediate(() => process.kill(process.pid, 'SIGKILL')));`;
  const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', program]);
  expect(signal).toBe('SIGKILL');
  expect(words(await store.get('a'))).toBe('the words of a');
});

/** Writes, reads and forgets in one folder until it is ended; each content is its key over and over, in one of many lengths. */
const busy = (folder: string, seed: number): string => `
  const { diskStore } = await import(${JSON.stringify(new URL('../../dist/world/disk-store.js', import.meta.url).href)});
  const store = diskStore(async () => ${JSON.stringify(folder)}, ${busyLimit});
  let state = ${seed};
  const below = (limit) => Math.floor(((state = (state * 1664525 + 1013904223) % 4294967296) / 4294967296) * limit);
  process.stdout.write('at work');
  for (;;) {
    const key = 'abcdefgh'[below(8)];
    if (below(3) > 0) await store.put(key, new TextEncoder().encode(key.repeat(1 + below(3_000_000))));
    else await store.get(key);
  }`;
const busyLimit = 6_000_000;

function startBusy(folder: string, seed: number): Promise<ChildProcess> {
  const child = spawn(process.execPath, ['--input-type=module', '-e', busy(folder, seed)], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return new Promise((resolve, reject) => child.on('error', reject).stdout.once('data', () => resolve(child)));
}

/** A moment that nobody chose. */
const moments = [1, 3, 7, 12, 18, 29, 41, 55];

test('two programs at work in one folder, one after the other of them ended at any moment: nothing is half there, and it is never too much', async () => {
  const { folder, store } = await filled(busyLimit);
  let running = await Promise.all([startBusy(folder, 1), startBusy(folder, 2)]);
  for (const [turn, moment] of moments.entries()) {
    await pause(moment);
    const [ended, staying] = running as [ChildProcess, ChildProcess];
    ended.kill('SIGKILL');
    for (const key of 'abcdefgh') {
      const found = await store.get(key);
      if (found) expect(words(found)).toBe(key === 'a' && found.length === 14 ? 'the words of a' : key.repeat(found.length));
    }
    running = [staying, await startBusy(folder, 3 + turn)];
  }
  for (const child of running) child.kill('SIGKILL');
  await Promise.all(running.map((child) => (child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined)));
  // What they were writing is nobody's any more; it stays for an hour, and counts.
  await store.put('z', bytes('new words'));
  expect(words(await store.get('z'))).toBe('new words');
  expect((await store.usage()).bytes - (await leftHalf(folder))).toBeLessThanOrEqual(busyLimit);
});

async function leftHalf(folder: string): Promise<number> {
  const names = (await readdir(folder)).filter((name) => name.startsWith('.writing-'));
  return (await Promise.all(names.map(async (name) => (await stat(join(folder, name))).size))).reduce((sum, size) => sum + size, 0);
}

test('what is larger than all that may be kept takes nothing else away', async () => {
  const { store } = await filled(150);
  await store.put('b', bytes('b'.repeat(200)));
  expect(words(await store.get('a'))).toBe('the words of a');
  expect(await store.get('b')).toBeUndefined();
});
