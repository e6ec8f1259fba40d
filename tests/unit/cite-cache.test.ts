/** A second build has the words of the first without setting them again, and never the words of another book. */
import { mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { citeStep } from '../../src/cite/step.js';
import { diskStore } from '../../src/world/disk-store.js';
import { memoryStore } from '../../src/world/memory.js';
import { type Store, withoutStore } from '../../src/world/world.js';
import { readBook, said } from '../suite/book.js';
import { drawNumbers } from '../lots.js';

interface Draft {
  readonly style: string;
  readonly locale: string;
  readonly paragraphs: readonly string[];
  readonly works: readonly string[];
}

const works = ['Rossi, Ada', 'Rossi, Ada', 'Neri, Carla and Rossi, Ugo', 'Verdi, Bo'].map((author, index) => `@book{w${index}, author = {${author}}, title = {On ${['Salt', 'Roads', '{NATO}', 'Tolls'][index]}}, date = {${[2001, 2001, 1990, 1985][index]}}, pages = {1}}`);
// One has a date that cannot be, one a field that is none, one prints like another in some styles.
const faulty = ['@book{x0, author = {Rossi, Ada}, title = {On Nets}, date = {soon}}', '@book{x1, author = {Rossi, Ada}, title = {On Nets}, date = {2001}, howmuch = {3}}'];

function paragraph(below: (limit: number) => number): string {
  const key = `w${below(4)}`;
  const citation = [`[@${key}]`, `[see @${key}, p. ${1 + below(9)}]`, `as @${key} says`, `[@${key}; @w${below(4)}, *passim*]`, `it is^[A note [@${key}] and [@${key}, p. 2].]`][below(5)];
  return `Some words ${citation}.`;
}

const edits: readonly [string, (draft: Draft, below: (limit: number) => number) => Draft][] = [
  ['a citation is added', (draft, below) => ({ ...draft, paragraphs: draft.paragraphs.toSpliced(below(draft.paragraphs.length + 1), 0, paragraph(below)) })],
  ['a citation is taken away', (draft, below) => ({ ...draft, paragraphs: draft.paragraphs.toSpliced(below(draft.paragraphs.length), 1) })],
  ['a citation is moved', ({ paragraphs, ...draft }) => ({ ...draft, paragraphs: [...paragraphs.slice(1), ...paragraphs.slice(0, 1)] })],
  ['an entry is changed', ({ works, ...draft }, below) => ({ ...draft, works: works.with(below(4), (works[below(4)] as string).replace('On ', 'Of ')) })],
  ['two works change places', ({ works, ...draft }) => ({ ...draft, works: works.toReversed() })],
  ['the style is another', (draft, below) => ({ ...draft, style: ['apa', 'ieee', 'chicago-fullnote-bibliography', 'modern-language-association'][below(4)] as string })],
  ['the locale is another', ({ locale, ...draft }) => ({ ...draft, locale: locale === 'it' ? 'de' : 'it' })],
  ['text grows elsewhere', ({ paragraphs, ...draft }) => ({ ...draft, paragraphs: ['No citation here.', ...paragraphs] })],
];

/** All that comes of the sources and citations of a book. */
async function build({ style, locale, paragraphs, works }: Draft, store: Store | undefined): Promise<string> {
  const files = { 'book.yaml': `title: T\nchapters: [a.md]\nbibliography: b.bib\ncitation: {style: ${style}, locale: ${locale}, nocite: w1}\n`, 'a.md': `# A\n\n${paragraphs.join('\n\n')}\n\n::bibliography\n`, 'b.bib': works.join('\n') };
  const { resolved, print, epub, ...found } = await readBook(files, (world) => (store ? { ...world, store } : withoutStore(world)));
  const { library, citationTexts, citationNotes, bibliography } = resolved;
  return JSON.stringify([[...library.entries], [...citationTexts], [...citationNotes], bibliography, print, epub, said(found)]);
}

const draftOf = (below: (limit: number) => number): Draft => ({ style: 'chicago-author-date', locale: 'en-GB', paragraphs: Array.from({ length: 6 }, () => paragraph(below)), works: [...works, ...faulty] });

test.each([1, 2, 3, 4])('a book with a past is the book without one, whatever was edited (seed %i)', async (seed) => {
  const below = drawNumbers(seed);
  const store = memoryStore();
  let draft = draftOf(below);
  for (let turn = 0; turn < 8; turn += 1) {
    const [name, edit] = edits[(turn + seed) % edits.length] as (typeof edits)[number];
    if (turn > 0) draft = edit(draft, below);
    const cold = await build(draft, undefined);
    expect(await build(draft, store), `cold, turn ${turn}: ${name}`).toBe(cold);
    expect(await build(draft, store), `again, turn ${turn}: ${name}`).toBe(cold);
  }
});

describe('nothing is made anew', () => {
  const counting = (store: Store) => {
    const made: string[] = [];
    return { made, store: { ...store, put: async (key: string, content: Uint8Array) => { made.push(key); await store.put(key, content); } } };
  };

  test.each<[string, (draft: Draft) => Draft, number]>([
    ['when nothing changed', (draft) => draft, 0],
    ['when only the text around citations did', (draft) => ({ ...draft, paragraphs: ['Words, and a note.^[A note.]', ...draft.paragraphs.map((words) => `More ${words}`)] }), 0],
    ['but the sources, when one that nothing cites is added', (draft) => ({ ...draft, works: [...draft.works, '@book{z, title = {Z}, date = {1999}}'] }), 1],
    ['but citations and what the style would print of sources, when the style is another', (draft) => ({ ...draft, style: 'apa' }), 2],
  ])('%s', async (_name, edit, expected) => {
    const { made, store } = counting(memoryStore());
    const draft: Draft = { style: 'ieee', locale: 'en-GB', paragraphs: ['One [@w0, p. 3].', 'Two @w1.'], works };
    await build(draft, store);
    made.length = 0;
    await build(edit(draft), store);
    expect(made).toHaveLength(expected);
  });
});

test.each<[string, (file: string) => Promise<unknown>]>([
  ['cut short', async (file) => truncate(file, Math.floor((await readFile(file)).length / 2))],
  ['garbled', async (file) => writeFile(file, (await readFile(file)).map((byte, at) => (at % 100 === 50 ? byte + 1 : byte)))],
])('a result that was %s is made again', async (_name, spoil) => {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const store = diskStore(async () => folder);
  const draft = draftOf(drawNumbers(9));
  const cold = await build(draft, store);
  const kept = await readdir(folder);
  expect(kept.length).toBeGreaterThan(1);
  for (const file of kept) await spoil(join(folder, file));
  expect(await build(draft, store)).toBe(cold);
});

test('all of the program that citations are made with is part of what results are known by', () => {
  const program = fileURLToPath(new URL('../../src/', import.meta.url));
  const allowed = citeStep('').code;
  for (const file of readdirSync(join(program, 'cite')).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))) {
    const text = readFileSync(join(program, 'cite', file), 'utf8');
    const called = [...text.matchAll(/^import (?!type )[^;]*? from '(\.[^']+)'|import\('(\.[^']+)'\)/gm)].map(([, named, later]) => join(dirname(`cite/${file}`), named ?? later ?? '').split('/')[0]);
    for (const folder of called) expect(allowed, `${file} calls ${folder}`).toContain(folder);
  }
});
