import { chmod, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { machineWorld } from '../../src/world/machine.js';
import { memoryWorld } from '../../src/world/memory.js';
import { untar } from '../../src/world/untar.js';
import { Unreadable, type World } from '../../src/world/world.js';

const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytes = (words: string): Uint8Array => new TextEncoder().encode(words);

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'octavo-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The same book on the machine's disk and in memory: what one does, the other must do. */
const worlds: readonly (readonly [string, () => Promise<{ world: World; at: (path: string) => string }>])[] = [
  [
    'machine',
    async () => {
      await mkdir(join(folder, 'figures'));
      await writeFile(join(folder, 'b.md'), 'two');
      await writeFile(join(folder, 'B.md'), 'three');
      await writeFile(join(folder, 'a.md'), 'Привет');
      await writeFile(join(folder, 'figures', 'map.svg'), '<svg/>');
      return { world: machineWorld(), at: (path) => join(folder, path) };
    },
  ],
  [
    'memory',
    async () => ({
      world: memoryWorld({ 'book/b.md': 'two', './book/B.md': bytes('three'), 'book/a.md': 'Привет', 'book/figures/map.svg': '<svg/>' }),
      at: (path) => `book/${path}`,
    }),
  ],
];

describe.each(worlds)('%s', (_name, make) => {
  test('reads a file', async () => {
    const { world, at } = await make();
    expect(text(await world.disk.read(at('a.md')))).toBe('Привет');
  });

  test('lists a folder by code unit, capitals first', async () => {
    const { world, at } = await make();
    expect(await world.disk.list(at('.'))).toEqual(['B.md', 'a.md', 'b.md', 'figures']);
  });

  test.each([
    ['a.md', true],
    ['figures', true],
    ['figures/', true],
    ['nothing.md', false],
    ['a.md/x', false],
  ])('exists: %s %s', async (path, expected) => {
    const { world, at } = await make();
    expect(await world.disk.exists(at(path))).toBe(expected);
  });

  test.each([
    ['nothing.md', 'missing'],
    ['a.md/inside', 'missing'],
    ['figures', 'folder'],
  ])('says why %s is not read: %s', async (path, reason) => {
    const { world, at } = await make();
    const failure = await world.disk.read(at(path)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Unreadable);
    expect(failure).toMatchObject({ reason, path: at(path) });
  });

  test('a folder that is not there is not an empty one', async () => {
    const { world, at } = await make();
    await expect(world.disk.list(at('nowhere'))).rejects.toMatchObject({ name: 'Unreadable', reason: 'missing' });
  });

  test('makes the folders of a file it writes, and replaces a file', async () => {
    const { world, at } = await make();
    await world.disk.write(at('out/deep/book.pdf'), bytes('one'));
    await world.disk.write(at('out/deep/book.pdf'), bytes('two'));
    expect(text(await world.disk.read(at('out/deep/book.pdf')))).toBe('two');
    expect(await world.disk.list(at('out/deep'))).toEqual(['book.pdf']);
  });

  test('does not write over a folder', async () => {
    const { world, at } = await make();
    await expect(world.disk.write(at('figures'), bytes('x'))).rejects.toBeInstanceOf(Unreadable);
    expect(await world.disk.list(at('.'))).toEqual(['B.md', 'a.md', 'b.md', 'figures']);
  });
});

describe('machine', () => {
  test('a write that fails leaves no temporary file', async () => {
    await mkdir(join(folder, 'book.pdf', 'full'), { recursive: true });
    await expect(machineWorld().disk.write(join(folder, 'book.pdf'), bytes('x'))).rejects.toBeInstanceOf(Unreadable);
    expect(await readdir(folder)).toEqual(['book.pdf']);
  });

  test('two writes of one file at once leave one of them, whole', async () => {
    const long = 'x'.repeat(1 << 20);
    const path = join(folder, 'book.pdf');
    await Promise.all(['a', 'b', 'c', 'd'].map((first) => machineWorld().disk.write(path, bytes(first + long))));
    expect((await readFile(path)).length).toBe(long.length + 1);
    expect(await readdir(folder)).toEqual(['book.pdf']);
  });

  test('a loop of links is a reason, not a crash', async () => {
    await symlink(join(folder, 'loop'), join(folder, 'loop'));
    await expect(machineWorld().disk.read(join(folder, 'loop'))).rejects.toMatchObject({ reason: 'other' });
  });

  test('a link is followed to where it leads', async () => {
    await writeFile(join(folder, 'real.md'), 'x');
    await symlink(join(folder, 'real.md'), join(folder, 'link.md'));
    const { disk } = machineWorld();
    expect(await disk.real(join(folder, 'link.md'))).toBe(await disk.real(join(folder, 'real.md')));
    await expect(disk.real(join(folder, 'none.md'))).rejects.toMatchObject({ reason: 'missing' });
  });

  test.skipIf(process.getuid?.() === 0)('a file without permission is forbidden', async () => {
    await writeFile(join(folder, 'secret'), 'x');
    await chmod(join(folder, 'secret'), 0);
    await expect(machineWorld().disk.read(join(folder, 'secret'))).rejects.toMatchObject({ reason: 'forbidden' });
  });
});

describe('memory', () => {
  test('shows what was written, and only that', async () => {
    const world = memoryWorld({ 'book.yaml': 'title: x' }, { NO_COLOR: '1' });
    await world.disk.write('build/./book.pdf', bytes('pdf'));
    expect([...world.written.keys()]).toEqual(['build/book.pdf']);
    expect(world.env('NO_COLOR')).toBe('1');
    expect(world.env('HOME')).toBeUndefined();
  });

  test('what a reader does to its bytes stays with it', async () => {
    const world = memoryWorld({ a: 'abc' });
    (await world.disk.read('a'))[0] = 0;
    expect(text(await world.disk.read('a'))).toBe('abc');
  });
});

describe('untar', () => {
  const entry = (path: string, content: string, kind = '0', mode = '0000755'): Uint8Array => {
    const header = new Uint8Array(512);
    const put = (at: number, words: string): void => header.set(bytes(words), at);
    put(0, path);
    put(100, `${mode}\0`);
    put(124, `${content.length.toString(8).padStart(11, '0')}\0`);
    put(156, kind);
    put(257, 'ustar\x0000');
    const sum = header.reduce((total, byte) => total + byte, 8 * 0x20);
    put(148, `${sum.toString(8).padStart(6, '0')}\0 `);
    const body = new Uint8Array(Math.ceil(content.length / 512) * 512);
    body.set(bytes(content));
    return Uint8Array.from([...header, ...body]);
  };
  const end = new Uint8Array(1024);
  const archive = (...parts: Uint8Array[]): Uint8Array => Uint8Array.from(parts.flatMap((part) => [...part]));

  test('gives files with their permissions, and passes over folders', () => {
    const long = 'y'.repeat(513);
    const files = untar(archive(entry('lib/', '', '5'), entry('lib/a.so', 'x'), entry('lib/b.chk', long, '0', '0000644'), end));
    expect(files.map(({ path, mode, bytes: content }) => [path, mode, text(content)])).toEqual([
      ['lib/a.so', 0o755, 'x'],
      ['lib/b.chk', 0o644, long],
    ]);
  });

  const damaged = entry('lib/a.so', 'x');
  damaged[3] = 0x7a;
  test.each([
    ['a damaged header', archive(damaged, end), /damaged at byte 0/],
    ['a file cut short', entry('lib/a.so', 'x'.repeat(600)).subarray(0, 1024), /ends within lib\/a\.so/],
    ['no end', entry('lib/a.so', 'x'), /has no end/],
    ['a link', archive(entry('lib/a.so', '', '2'), end), /of kind 2/],
    ['a way out', archive(entry('lib/../../a', 'x'), end), /leads out/],
    ['an absolute path', archive(entry('/etc/a', 'x'), end), /leads out/],
  ])('refuses %s', (_name, bad, message) => {
    expect(() => untar(bad)).toThrow(message);
  });
});
