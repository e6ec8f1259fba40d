import { describe, expect, test } from 'vitest';
import { visit } from 'unist-util-visit';
import { Lookup } from '../../src/lower/lookup.js';
import { sourcesOf } from '../../src/model/source.js';
import { again, type Made, Shelf } from '../../src/world/kept.js';
import { differences, keepOpen, read, type State, type Texts } from './kept-book.js';

const chapters = (names: readonly string[], more = ''): string => `title: T\nlanguage: en-GB\nauthors: [A]\nslug: t\nchapters: [${names.map((name) => `${name}.md`).join(', ')}]\n${more}`;

const said = ({ findings }: State): string[] => findings.map(({ code, place, message }) => `${code} ${place.file}:${place.line} ${message}`);

interface Edit {
  readonly name: string;
  readonly before: Texts;
  readonly after: Texts;
  /** The chapters whose parts are the very objects that they were. */
  readonly same: readonly string[];
  readonly other: readonly string[];
}

const three = { 'book.yaml': chapters(['a', 'b', 'c']), 'a.md': '# A\n\nSalt and *roads*.\n', 'b.md': '# B\n\nRoads.^[Of salt.]\n\n## More\n', 'c.md': '# C\n\nThe end, @sec:b.\n' };

const edits: readonly Edit[] = [
  { name: 'nothing', before: three, after: {}, same: ['a', 'b', 'c', 'contents'], other: [] },
  { name: 'a word', before: three, after: { 'a.md': '# A\n\nSalt and *rails*.\n' }, same: ['b', 'c', 'contents'], other: ['a'] },
  { name: 'a heading that nothing refers to', before: three, after: { 'b.md': '# B\n\nRoads.^[Of salt.]\n\n## Other\n' }, same: ['a', 'c', 'contents'], other: ['b'] },
  { name: 'a title', before: three, after: { 'b.md': '# Bee\n\nRoads.^[Of salt.]\n\n## More\n' }, same: ['a', 'c'], other: ['b', 'contents'] },
  { name: 'a label that another refers to', before: three, after: { 'b.md': '# B {#sec:b}\n\nRoads.^[Of salt.]\n\n## More\n' }, same: ['a'], other: ['b', 'c'] },
  { name: 'a figure before others', before: { ...three, 'a.md': '# A\n\n![One](p.svg){#fig:a alt=P}\n', 'b.md': '# B\n\n![Two](p.svg){#fig:b alt=P}\n', 'p.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>' }, after: { 'a.md': '# A\n\n![Nought](p.svg){#fig:n alt=P}\n\n![One](p.svg){#fig:a alt=P}\n' }, same: ['c'], other: ['a', 'b'] },
  { name: 'a chapter between others', before: three, after: { 'book.yaml': chapters(['a', 'n', 'b', 'c']), 'n.md': '# N\n\nNew.\n' }, same: ['a'], other: ['b', 'c', 'contents'] },
  { name: 'what only the book says', before: three, after: { 'book.yaml': chapters(['a', 'b', 'c'], 'subtitle: S\n') }, same: ['a', 'b', 'c', 'contents'], other: ['title-page'] },
  {
    name: 'an entry of a register',
    before: { ...three, 'book.yaml': chapters(['a', 'b', 'c'], 'registers: {people: p.yaml}\n'), 'p.yaml': '- {name: Rossi, note: Of Rome.}\n- {name: Bianchi, note: Of Milan.}\n', 'a.md': '# A\n\n:person[Rossi].\n', 'b.md': '# B\n\n:person[Bianchi].\n', 'c.md': '# C\n\n::people\n' },
    after: { 'p.yaml': '- {name: Rossi, note: Of Rome.}\n- {name: Bianchi, note: Of Turin.}\n' },
    same: ['a'],
    other: ['b', 'c'],
  },
  {
    name: 'words that no longer mention anybody',
    before: { ...three, 'book.yaml': chapters(['a', 'b', 'c'], 'registers: {people: p.yaml}\n'), 'p.yaml': '- name: Rossi\n  note: Of Rome.\n', 'a.md': '# A\n\n:person[Rossi].\n', 'b.md': '# B\n\n:person[Rossi].\n', 'c.md': '# C\n\n::people\n' },
    after: { 'a.md': '# A\n\nRossi.\n' },
    same: [],
    other: ['a', 'b', 'c'],
  },
  {
    name: 'words that a comment elsewhere was on: it moves to another chapter',
    before: { ...three, 'a.md': '# A\n\nThe salt of the road.\n', 'b.md': '# B\n\nWords.\n', 'c.md': '# C\n\n:::comment{on="the salt of the road"}\nWhich road?\n:::\n' },
    after: { 'a.md': '# A\n\nNothing.\n', 'b.md': '# B\n\nThe salt of the road.\n' },
    same: ['c'],
    other: ['a', 'b'],
  },
  {
    name: 'a file that is included twice',
    before: { ...three, 'a.md': '# A\n\n::include{file=part.md}\n\n::include{file=part.md}\n', 'part.md': 'A part.^[Its note.]\n' },
    after: { 'part.md': 'The part.^[Its note.]\n' },
    same: ['b', 'c'],
    other: ['a'],
  },
  {
    name: 'lines that a block of code takes in',
    before: { ...three, 'a.md': '# A\n\n- Item\n\n  ```js {include=sum.js}\n  ```\n', 'sum.js': 'let a = 1;\n' },
    after: { 'sum.js': 'let a = 2;\n' },
    same: ['b', 'c'],
    other: ['a'],
  },
  {
    name: 'a source document’s file',
    before: { ...three, 'a.md': '# A\n\n:::document{#doc:x title=T numbers=5}\n::include{file=part.md}\n:::\n', 'b.md': '# B\n\nSee @doc:x and @passage:l.\n', 'part.md': 'One.\n\nTwo [line]{#passage:l}.\n' },
    after: { 'part.md': 'One.\n\nOne and a half.\n\nTwo [line]{#passage:l}.\n' },
    same: ['c'],
    other: ['a', 'b'],
  },
  {
    name: 'a source that is cited elsewhere',
    before: { ...three, 'book.yaml': chapters(['a', 'b', 'c'], 'bibliography: [r.bib]\n'), 'a.md': '# A\n\nSo [@one, p. 3].\n', 'b.md': '# B\n\nSo [@two].\n', 'c.md': '# C\n\n::bibliography\n', 'r.bib': '@book{one, author={Rossi, A.}, title={Salt}, date={2001}}\n@book{two, author={Bianchi, B.}, title={Roads}, date={2002}}\n' },
    after: { 'r.bib': '@book{one, author={Rossi, A.}, title={Salt}, date={2001}}\n@book{two, author={Bianchi, B.}, title={Roads}, date={2003}}\n' },
    same: ['a'],
    other: ['b', 'c'],
  },
];

describe('an edit of', () => {
  test.each(edits)('$name', async ({ before, after, same, other }) => {
    const update = keepOpen();
    const one = await update(before);
    const texts = { ...before, ...after };
    const two = await update(texts);
    expect(await differences(two, texts)).toEqual([]);
    const isKept = (id: string) => [one.part(id).print === two.part(id).print, one.part(id).epub === two.part(id).epub];
    expect(same.filter((id) => isKept(id).includes(false))).toEqual([]);
    expect(other.filter((id) => !isKept(id).includes(false))).toEqual([]);
    // And back again.
    expect(await differences(await update(before), before)).toEqual([]);
  });
});

test('what is wrong is told again where nothing was made anew', async () => {
  const update = keepOpen();
  const texts = { ...three, 'a.md': '# A\n\n# Second\n\n<b onclick="x">Salt</b> [road](nowhere.md) $\\frac$\n\n<video src="a.mp4"></video>\n\n[^n]\n', 'c.md': '# C\n\nThe end.\n' };
  const first = said(await update(texts));
  expect(first.map((line) => line.slice(0, 5)).sort()).toEqual(['d-033', 'm-003', 'm-004', 'm-006', 'm-010', 'm-012']);
  const edited = { ...texts, 'b.md': '# B\n\nOther words.\n' };
  expect(said(await update(edited))).toEqual(first);
});

test('two chapters of the same words share nothing', async () => {
  const texts = { 'book.yaml': chapters(['a', 'b', 'c']), 'a.md': '# T\n\nWords.^[N.]\n', 'b.md': '# T\n\nWords.^[N.]\n', 'c.md': '::include{file=a.md}\n\n# T\n\n::include{file=part.md}\n\n::include{file=part.md}\n', 'part.md': 'Words.^[N.]\n' };
  const update = keepOpen();
  for (let round = 0; round < 3; round += 1) {
    const { resolved } = await update(texts);
    const nodes: unknown[] = [];
    for (const { tree } of sourcesOf(resolved)) visit(tree, (node) => void nodes.push(node));
    expect(new Set(nodes).size).toBe(nodes.length);
  }
  expect(await differences(await update(texts), texts)).toEqual([]);
});

test('a file whose register has one key twice is as when read anew', async () => {
  const update = keepOpen();
  const texts = { ...three, 'book.yaml': chapters(['a', 'b', 'c'], 'registers: {terms: g.yaml}\n'), 'g.yaml': '- {term: Salt, definition: White.}\n- {term: Salt, definition: White.}\n', 'a.md': '# A\n\n:term[Salt].\n\n::glossary\n' };
  await update(texts);
  const edited = { ...texts, 'g.yaml': '- {term: Salt, definition: White.}\n' };
  expect(await differences(await update(edited), edited)).toEqual([]);
  expect(await differences(await update(texts), texts)).toEqual([]);
});

test('whatever lowering asks of the book is written down', async () => {
  const { resolved } = await read({ ...three, 'a.md': '# A\n\n::index\n' });
  const lookup = new Lookup(resolved, 'epub');
  const [chapter] = resolved.chapters;
  const node = chapter?.tree.children[1];
  const keys: Readonly<Record<string, unknown>> = { sections: chapter, entries: 'terms', isPrinting: node, listedClaims: node, commentsAt: node };
  const asking = Object.entries(lookup).filter((entry): entry is [string, (key: unknown) => unknown] => typeof entry[1] === 'function' && entry[0] !== 'report');
  expect(asking.length).toBeGreaterThan(30);
  for (const [name, ask] of asking) expect(lookup.hear(() => ask(keys[name] ?? 'x')).heard.answers.flatMap((given) => [...given]), name).toHaveLength(1);
});

describe('a shelf', () => {
  test('gives again what was made of the same things, and to nobody twice in a turn', () => {
    const shelf = new Shelf<Made<object>>();
    const one = again(shelf, 'a', [1], () => ({}));
    expect(again(shelf, 'a', [1], () => ({}))).not.toBe(one);
    shelf.turn();
    expect(again(shelf, 'a', [1], () => ({}))).toBe(one);
    shelf.turn();
    expect(again(shelf, 'a', [2], () => ({}))).not.toBe(one);
  });

  test('lets go what two turns did not ask for', () => {
    const shelf = new Shelf<string>();
    shelf.put('a', 'A');
    shelf.put('b', 'B');
    shelf.turn();
    expect(shelf.take('a')).toBe('A');
    shelf.turn();
    expect([shelf.take('a'), shelf.take('b')]).toEqual(['A', undefined]);
  });
});
