/** Which files of an e-book are made anew after an edit, what is found out once, and where a block of the manuscript stands. */
import { strToU8, zipSync } from 'fflate';
import { readFileSync } from 'node:fs';
import type { Element } from 'xast';
import { describe, expect, test } from 'vitest';
import { blockPlaces } from '../../src/epub/block-places.js';
import { subsetFonts } from '../../src/epub/subset-fonts.js';
import { element } from '../../src/epub/tree.js';
import { zip } from '../../src/epub/zip.js';
import type { NodeId } from '../../src/model/id.js';
import { startKeeping } from '../../src/world/kept.js';
import { memoryStore } from '../../src/world/memory.js';
import { keepOpen, type Texts } from '../unit/kept-book.js';

const book: Texts = {
  'book.yaml': 'title: T\nlanguage: en-GB\nauthors: [A]\nslug: t\nchapters: [a.md, b.md, c.md]\n',
  'a.md': '# A\n\nSalt and *roads*, on page :page[last].\n\nMore of $x$.\n\nAnd more.\n',
  'b.md': '# B {#sec:b}\n\nRoads.^[Of salt.]\n',
  'c.md': '# C\n\nThe end, on page :page[sec:b], :page[last]; see @sec:b.\n\n[Last]{#last}.\n',
};

describe('of an e-book', () => {
  test.each<[string, Texts, readonly string[]]>([
    ['nothing is written anew where nothing changed', {}, []],
    ['one file is, where a word changed', { 'b.md': '# B {#sec:b}\n\nRails.^[Of salt.]\n' }, ['b']],
    ['those that show a page number are, too, where that is another', { 'b.md': `${book['b.md']}\nOne.\n\nTwo.\n\nThree.\n\nFour.\n` }, ['a', 'b', 'c']],
    ['nothing is that only stands before', { 'c.md': `${book['c.md']}\nFour.\n` }, ['c']],
  ])('%s', async (_name, edit, expected) => {
    const update = keepOpen();
    const before = (await update(book)).packed?.files;
    const after = (await update({ ...book, ...edit })).packed?.files ?? new Map();
    const anew = [...after].filter(([file, { tree }]) => before?.get(file)?.tree !== tree).map(([file]) => /([^/]+)\.xhtml$/.exec(file)?.[1]);
    // What the imprint says of the text is another with every word of it.
    expect(anew.filter((name) => name !== 'imprint')).toEqual(expected);
  });
});

describe('the container', () => {
  const files: Readonly<Record<string, string>> = { 'EPUB/text/a.xhtml': 'words '.repeat(500), 'EPUB/text/über.xhtml': 'ü', 'EPUB/empty': '' };

  test('has the bytes that fflate would write', () => {
    const all = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]));
    const expected = zipSync({ mimetype: [strToU8('application/epub+zip'), { level: 0 }], ...all }, { level: 6, mtime: new Date(1980, 0, 1, 12) });
    expect(Buffer.compare(zip(new Map(Object.entries(files))), expected)).toBe(0);
  });

  test('has the same bytes when it is packed again, and others when a file is another', () => {
    const kept = startKeeping();
    const cold = (text: string) => zip(new Map(Object.entries({ ...files, 'EPUB/empty': text })));
    for (const text of ['', 'full', 'fuller', '']) expect(Buffer.compare(zip(new Map<string, string | Uint8Array>([...Object.entries(files), ['EPUB/empty', strToU8(text)]]), { kept }), cold(text)), text).toBe(0);
  });
});

test('a block leads to its own anchor, or to the nearest before it', () => {
  const block = (at: string, attributes: Record<string, string>, ...children: (Element | string)[]) => ({ ...element('p', attributes, ...children), data: { at: at as NodeId } });
  const file = element('body', {}, block('a:0', {}), block('a:10', { id: 'salt' }, element('em', { id: 'dear' }, 'dear')), block('a:20', {}), block('a:0', { id: 'again' }));
  expect(blockPlaces(file)).toEqual([['a:0', ''], ['a:10', 'salt'], ['a:20', 'dear']]);
});

test('a font is cut once for the same characters, in a session and from one run to the next', async () => {
  const bytes = readFileSync(new URL('../../node_modules/@fontsource/eb-garamond/files/eb-garamond-latin-400-normal.woff2', import.meta.url));
  const made: string[] = [];
  const memory = memoryStore();
  const store = { ...memory, put: async (key: string, content: Uint8Array) => void (made.push(key), await memory.put(key, content)) };
  const subset = (text: string, kept = startKeeping()) => subsetFonts([{ family: 'EB Garamond', use: 'text', style: 'normal', weight: 400, bytes }], { code: '', drawing: '', text, signs: '' }, 'woff2', { store, kept });
  const kept = startKeeping();
  const first = await subset('abc', kept);
  expect(made).toHaveLength(2);
  expect((await subset('cab', kept)).files[0]?.bytes).toBe(first.files[0]?.bytes);
  expect(await subset('cab')).toEqual(first);
  expect(made).toHaveLength(2);
  expect(await subset('abcd', kept)).not.toEqual(first);
  expect(made).toHaveLength(3);
});
