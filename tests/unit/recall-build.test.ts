/** A build in which nothing changed is not made again; one in which anything did is. */
import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildBook, type BuildOptions, type BuildResult } from '../../src/build-book.js';
import { compareBuilds } from '../../src/compare-builds.js';
import { diskStore } from '../../src/world/disk-store.js';
import { isUnchanged, observe } from '../../src/world/observe.js';
import { machineWorld } from '../../src/world/machine.js';
import { memoryWorld, type MemoryWorld } from '../../src/world/memory.js';
import { withoutStore } from '../../src/world/world.js';
import { bib, svg } from '../suite/book.js';

const files = {
  'book/book.yaml': 'title: T\nlanguage: en-GB\nauthors: [A]\nchapters: [a.md]\nbibliography: s.bib\nregisters: {terms: t.yaml}\n',
  'book/a.md': '# One\n\n:term[Salt] is heavy [@clarke1991].^[A note.]\n\n![A dot](dot.svg)\n\n::include{file=b.md}\n\n:::question{#q:why}\nWhy?\n\n::::answer\nHence.\n::::\n:::\n\n::answers\n\n::glossary\n',
  'book/b.md': 'From another file.\n',
  'book/s.bib': bib,
  'book/t.yaml': '- term: Salt\n  definition: A price.\n',
  'book/dot.svg': svg,
};
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const open = (): MemoryWorld => memoryWorld(files, {}, machineWorld().disk);
const build = (world: MemoryWorld, more: Partial<BuildOptions> = {}): Promise<BuildResult> => buildBook({ folder: 'book', world, targets: ['cards'], ...more });

const write = (path: string, text: string) => (world: MemoryWorld) => world.disk.write(`book/${path}`, encode(text));

test.each<[what: string, change: (world: MemoryWorld) => Promise<unknown>, recalled: boolean, more?: Partial<BuildOptions>]>([
  ['nothing', async () => undefined, true],
  ['a file beside the book', write('notes.txt', 'later'), true],
  ['a chapter, saved as it was', write('a.md', files['book/a.md']), true],
  ['a chapter', write('a.md', `${files['book/a.md']}\nMore.\n`), false],
  ['a file that it includes', write('b.md', 'Other words.\n'), false],
  ['a register', write('t.yaml', '- term: Salt\n  definition: A weight.\n'), false],
  ['a source', write('s.bib', bib.replace('1991},', '1992},')), false],
  ['a picture', write('dot.svg', svg.replace('1 1', '2 2')), false],
  ['the config', write('book.yaml', files['book/book.yaml'].replace('title: T', 'title: U')), false],
  ['for whom it is', async () => undefined, false, { edition: 'student' }],
  ['what is made', async () => undefined, false, { targets: [] }],
  ['what is told of it', async () => undefined, false, { judge: true }],
])('what changed: %s', async (_what, change, recalled, more) => {
  const world = open();
  const first = await build(world);
  expect([first.findings.map(({ message }) => message), first.outputs.length]).toEqual([[], 1]);
  await change(world);
  const second = await build(world, more);
  expect(second.isRecalled ?? false).toBe(recalled);
  expect(compareBuilds(second, await build(withoutStore(world) as MemoryWorld, more))).toBeUndefined();
});

test('a commit of the book folder, which dates its EPUB, is noticed', async () => {
  const commits = [1_700_000_000, 1_700_000_000, 1_700_000_100];
  const world = { ...open(), lastChange: async () => commits.shift() };
  const observed = observe(world);
  expect(await observed.world.lastChange('book')).toBe(1_700_000_000);
  expect(await isUnchanged(world, observed.observations() ?? [])).toBe(true);
  expect(await isUnchanged(world, observed.observations() ?? [])).toBe(false);
});

test('what is recalled is the result to the letter', async () => {
  const world = open();
  const first = await build(world);
  const second = await build(world);
  expect({ ...second, timings: {} }).toEqual({ ...first, timings: {}, isRecalled: true });
});

test('a book with an error is looked at again once what was missing is there', async () => {
  const world = open();
  await write('b.md', '![A dot](late.svg)\n')(world);
  expect((await build(world)).findings.map(({ code }) => code)).toEqual(['m-007']);
  expect(await build(world)).toMatchObject({ isRecalled: true, findings: [{ code: 'm-007' }] });
  await write('late.svg', svg)(world);
  expect((await build(world)).findings).toEqual([]);
});

test('a file that changes while it is read leaves nothing to recall', async () => {
  const world = open();
  let reads = 0;
  const restless: MemoryWorld = { ...world, disk: { ...world.disk, read: async (path) => (path.endsWith('dot.svg') ? encode(svg.replace('1 1', `1 ${(reads += 1)}`)) : world.disk.read(path)) } };
  await build(restless);
  expect((await build(restless)).isRecalled).toBeUndefined();
});

test.each<[what: string, change: (result: BuildResult) => BuildResult, told: string | undefined]>([
  ['nothing but the times', (result) => ({ ...result, timings: { read: 7 } }), undefined],
  ['a byte', (result) => ({ ...result, outputs: result.outputs.map((output) => ({ ...output, bytes: output.bytes.with(3, 0) })) }), 'small-cards.csv differs at byte 3 (of 5 and 5)'],
  ['the length', (result) => ({ ...result, outputs: result.outputs.map((output) => ({ ...output, bytes: output.bytes.slice(0, 4) })) }), 'small-cards.csv differs at byte 4 (of 5 and 4)'],
  ['an output', (result) => ({ ...result, outputs: [] }), 'small-cards.csv is made by one of them only'],
  ['a finding', (result) => ({ ...result, findings: [{ code: 'm-011', severity: 'warning', place: { file: 'a.md', line: 1 }, message: 'm', hints: [] }] }), 'what is found in the manuscript differs'],
  ['the pages', (result) => ({ ...result, pages: 2 }), 'one has 1 pages, the other 2'],
])('two builds that differ in %s', (_what, change, told) => {
  const one: BuildResult = { findings: [], silenced: [], outputs: [{ target: 'cards', name: 'small-cards.csv', bytes: encode('a,b,c') }], pages: 1, parity: [], timings: {}, traces: new Map() };
  expect(compareBuilds(one, change(one))).toBe(told);
});

async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('two builds at once in one folder, of one book and of two states of it: each is as it would be alone', async () => {
  const folder = await temporary();
  const [one, other] = [open(), open()];
  await write('a.md', `${files['book/a.md']}\nMore [@petracchi1982].\n`)(other);
  const shared = [one, one, other].map((world) => ({ ...world, store: diskStore(async () => folder) }));
  for (const built of [await Promise.all(shared.map((world) => build(world))), await Promise.all(shared.map((world) => build(world)))]) {
    const alone = [await build(withoutStore(one) as MemoryWorld), await build(withoutStore(one) as MemoryWorld), await build(withoutStore(other) as MemoryWorld)];
    expect(built.map((result, at) => compareBuilds(result, alone[at] as BuildResult))).toEqual([undefined, undefined, undefined]);
  }
});

test.each<[what: string, spoil: (bytes: Buffer) => Buffer]>([
  ['cut short', (bytes) => bytes.subarray(0, bytes.length / 2)],
  ['with another letter in it', (bytes) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('!')])],
  ['empty', () => Buffer.alloc(0)],
])('what is kept, %s, is made anew', async (_what, spoil) => {
  const folder = await temporary();
  const world = { ...open(), store: diskStore(async () => folder) };
  const first = await build(world);
  const kept = await readdir(folder);
  expect(kept.length).toBeGreaterThan(0);
  for (const name of kept) await writeFile(join(folder, name), spoil(await readFile(join(folder, name))));
  const again = await build(world);
  expect(again.isRecalled).toBeUndefined();
  expect(compareBuilds(again, first)).toBeUndefined();
  expect((await build(world)).isRecalled).toBe(true);
});
