/** Several bibliographies in one book: what each lists, where citations lead, what is found. */
import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import type { Part } from '../../src/model/document.js';
import { readBook, said, type Files } from '../suite/book.js';

const sources = `@book{salt, author = {Rossi, Ada}, title = {Salt}, publisher = {P}, date = {1930}, keywords = {primary, law}, annotation = {A *fine* book^[Yes.]

It ends well.}}
@article{letter, author = {Rossi, Ada}, title = {Letter}, journaltitle = {J}, date = {1930}, keywords = {primary}, note = {Unpublished}}
@incollection{road, author = {Verdi, Bice}, title = {Road}, booktitle = {Ways}, date = {1950}, keywords = {secondary}}
@inbook{toll, author = {Verdi, Bice}, title = {Toll}, booktitle = {Ways}, date = {1951}, keywords = {secondary}}
@book{hill, author = {Neri, Carla}, title = {Hill}, publisher = {P}, date = {1960}, keywords = {secondary}}
`;
const chapters: Files = {
  'a.md': '# A\n\nOne [@salt]. Two [@letter].\n\n## Roads\n\nIn [@road].^[Note [@hill].]\n',
  'b.md': '# B\n\nThree @road [p. 3] and [@toll].\n',
};

async function book(back: string, { files = {}, style = 'chicago-author-date', citation = '' }: { files?: Files; style?: string; citation?: string } = {}) {
  const read = await readBook({
    'book.yaml': `title: T\nchapters: [a.md, b.md]\nback: [z.md]\nbibliography: s.bib\ncitation: {style: ${style}${citation}}\n`,
    's.bib': sources,
    'z.md': `# Z\n\n${back}\n`,
    ...chapters,
    ...files,
  });
  return { ...read, lists: lists(read.print), said: said(read) };
}

const elementsIn = (children: readonly ElementContent[]): Element[] => {
  const found: Element[] = [];
  visit({ type: 'root', children: [...children] }, 'element', (element) => void found.push(element));
  return found;
};
const elements = (parts: readonly Part[]): Element[] => elementsIn(parts.flatMap(({ body, notes }): ElementContent[] => [...body, ...notes.flatMap((note) => note.body)]));
const withClass = (parts: readonly Part[], name: string) => elements(parts).filter(({ properties }) => Array.isArray(properties['className']) && properties['className'].includes(name));
/** The words of each list, entry by entry. */
const lists = (parts: readonly Part[]): string[][] => withClass(parts, 'bibliography').map((list) => list.children.map((entry) => toString(entry).trim()));
const titles = (parts: readonly Part[]): string[] => withClass(parts, 'bibliography').map((list) => ['Salt', 'Letter', 'Road', 'Toll', 'Hill'].filter((title) => toString(list).includes(title)).join(' '));
const links = (parts: readonly Part[]): string[] => elements(parts).flatMap(({ tagName, properties }) => (tagName === 'a' && String(properties['href']).startsWith('#ref-') ? [String(properties['href'])] : []));

describe('a filter', () => {
  test.each([
    ['{keyword=primary}', 'Salt Letter'],
    ['{keyword="law, secondary"}', 'Salt Road Toll Hill'],
    ['{not-keyword=primary}', 'Road Toll Hill'],
    ['{keyword=primary not-keyword=law}', 'Letter'],
    ['{type=book}', 'Salt Hill'],
    ['{type=chapter}', 'Road Toll'],
    ['{type=incollection}', 'Road'],
    ['{type="article,inbook"}', 'Letter Toll'],
    ['{type=article-journal}', 'Letter'],
    ['{list="hill, salt"}', 'Salt Hill'],
    ['{type=book keyword=secondary}', 'Hill'],
    ['', 'Salt Letter Road Toll Hill'],
  ])('%s lists %s', async (filter, wanted) => {
    expect(titles((await book(`::bibliography${filter}`)).print)).toEqual([wanted]);
  });

  test('by BibLaTeX’s name of a type finds sources of CSL-JSON', async () => {
    const json = JSON.stringify([{ id: 'road', type: 'chapter', title: 'Road' }, { id: 'hill', type: 'book', title: 'Hill', keyword: 'x;y z' }]);
    const files: Files = { 'book.yaml': 'title: T\nchapters: [a.md]\nbibliography: s.json\n', 's.json': json, 'a.md': '# A\n\nSo [@road; @hill].\n\n::bibliography{type=incollection}\n\n::bibliography{keyword="y z"}\n' };
    expect(titles((await readBook(files)).print)).toEqual(['Road', 'Hill']);
  });

  test('`in` lists what the chapter or the section around it cites, notes included', async () => {
    const { print, said } = await book('::bibliography', { files: { 'a.md': `${String(chapters['a.md'])}\n### Sources\n\n::bibliography{in=section}\n\n## All of it\n\n::bibliography{in=chapter}\n` } });
    expect(titles(print)).toEqual(['Road Hill', 'Salt Letter Road Hill', 'Salt Letter Road Toll Hill']);
    expect(said).toEqual([]);
  });

  test('what has other words than there are is named, with the nearest', async () => {
    const { findings, said } = await book('::bibliography{keyword=primry type=boook list=hil in=book annotated=si}\n\n::bibliography{in=chapter}');
    expect(said).toEqual([
      'd-002 z.md:3:16 no entry has the keyword `primry`',
      'd-002 z.md:3:31 `boook` is not a type of source',
      'c-001 z.md:3:42 citation key `hil` is not in the bibliography',
      'd-002 z.md:3:51 `in=book` is neither a chapter nor a section',
      'd-002 z.md:3:59 `annotated=si` is neither `true` nor `false`',
      'c-013 z.md:5:1 this bibliography lists nothing: no source in it is as its attributes want it',
    ]);
    expect(findings.map(({ hints }) => hints.map(({ text }) => text)[0])).toEqual(['`primary` exists', '`book` exists', '`hill` exists', '`in=chapter` lists what the chapter around it cites, `in=section` what the section does', undefined, undefined]);
  });

  test('a list of all is not told that it is empty where nothing is cited', async () => {
    const { findings } = await readBook({ 'book.yaml': 'title: T\nchapters: [a.md]\nbibliography: s.bib\n', 'a.md': '# T\n\nText.\n\n::bibliography\n', 's.bib': '@book{salt, author = {A, B}, title = {Salt}, publisher = {P}, year = {1990}}\n' });
    expect(findings.map(({ code }) => code)).toEqual(['c-005']);
  });

  test('the whole list stands once', async () => {
    const { print, said } = await book('::bibliography\n\n::bibliography\n\n::bibliography{keyword=primary}');
    expect(titles(print)).toEqual(['Salt Letter Road Toll Hill', 'Salt Letter']);
    expect(said).toEqual(['d-009 z.md:5:1 `::bibliography` stands here a second time, where it is not printed']);
  });
});

describe('an entry in several bibliographies', () => {
  const files: Files = {
    'a.md': `${String(chapters['a.md'])}\n::bibliography{in=chapter}\n`,
    'b.md': '# B\n\nThree @road [p. 3], [@salt].\n\n## First\n\nHere [@salt].\n\n::bibliography{in=section}\n\n## Second\n\nAnd [@salt], [@toll].\n\n::bibliography{in=section}\n',
  };

  test('has an id in each, and its citations lead to the list for their section, in their chapter, else to the first', async () => {
    const { print, epub } = await book('Last [@hill].\n\n::bibliography{keyword=secondary}', { files });
    for (const parts of [print, epub]) {
      const ids = elements(parts).flatMap(({ properties }) => (properties['id'] === undefined ? [] : [properties['id']]));
      expect(new Set(ids).size).toBe(ids.length);
      for (const link of links(parts)) expect(ids).toContain(link.slice(1));
    }
    expect(print.filter(({ kind }) => kind === 'chapter').map((part) => links([part]))).toEqual([['#ref-salt', '#ref-letter', '#ref-road', '#ref-hill'], ['#ref-road', '#ref-salt-2', '#ref-salt-2', '#ref-salt-3', '#ref-toll'], ['#ref-hill-2']]);
  });

  test.each(['chicago-author-date', 'chicago-fullnote-bibliography', 'vancouver'])('says in each where it is cited (%s)', async (style) => {
    const { print } = await book('::bibliography{keyword=secondary}\n\n::bibliography{type=incollection}', { style });
    const places = withClass(print, 'bibliography').map((list) => list.children.filter((entry) => toString(entry).includes('Road')).flatMap((entry) => (entry.type === 'element' ? entry.children.flatMap((child) => (child.type === 'element' ? [child.properties['dataPages']] : [])) : [])));
    for (const of of places) expect(of).toContain('cite-road cite-road-and');
  });

  test.each(['chicago-author-date', 'chicago-fullnote-bibliography'])('says in that of a chapter or section where this cites it, and in that of the book all places (%s)', async (style) => {
    const { print, epub } = await book('::bibliography', { files, style });
    for (const parts of [print, epub]) {
      const places = withClass(parts, 'bibliography').map((list) => elementsIn(list.children).flatMap(({ properties }) => properties['dataPages'] ?? []).filter((named) => String(named).includes('salt')));
      expect(places).toEqual([['cite-salt'], ['cite-salt-here'], ['cite-salt-and'], ['cite-salt cite-salt-three cite-salt-here cite-salt-and']]);
    }
  });

  test.each(['chicago-author-date', 'chicago-fullnote-bibliography', 'ieee'])('is what each source of a citation leads to, in notes, too (%s)', async (style) => {
    const { print } = await book('::bibliography', { files: { 'a.md': '# A\n\nOne [@salt; @letter].\n\n::bibliography{in=chapter}\n', 'b.md': '# B\n\nTwo [@salt; @road].\n' }, style });
    expect(print.filter(({ kind }) => kind === 'chapter').map((part) => links([part]).sort())).toEqual([['#ref-letter', '#ref-salt'], ['#ref-road', '#ref-salt'], []]);
  });

  test('holds the members of a set that is cited, and links them', async () => {
    const set = `${sources}@set{both, entryset = {salt, road}}\n`;
    const { print, said } = await book('::bibliography', { files: { 's.bib': set, 'a.md': '# A\n\nOne [@both].\n\n::bibliography{in=chapter}\n', 'b.md': '# B\n\nTwo [@both], [@letter], [@toll], [@hill].\n\n::bibliography{in=chapter}\n' } });
    expect(titles(print)).toEqual(['Salt Road', 'Salt Letter Road Toll Hill', 'Salt Letter Road Toll Hill']);
    expect(links(print).slice(0, 4)).toEqual(['#ref-salt', '#ref-road', '#ref-salt-2', '#ref-road-2']);
    expect(said).toEqual([]);
  });

  test('is of one year and letter in all, and has its author’s name where the entry above is another’s', async () => {
    const { lists: printed } = await book('::bibliography\n\n::bibliography{type=book}\n\n::bibliography{keyword=primary}', { citation: ', back-links: false' });
    expect(printed).toEqual([
      ['Neri, Carla. 1960. Hill. P.', 'Rossi, Ada. 1930a. ‘Letter’. J.', '———. 1930b. Salt. P.', 'Verdi, Bice. 1950. ‘Road’. In Ways.', '———. 1951. ‘Toll’. In Ways.'],
      ['Neri, Carla. 1960. Hill. P.', 'Rossi, Ada. 1930b. Salt. P.'],
      ['Rossi, Ada. 1930a. ‘Letter’. J.', '———. 1930b. Salt. P.'],
    ]);
  });

  test('keeps its number', async () => {
    const { lists: printed } = await book('::bibliography{type=book}\n\n::bibliography{keyword=secondary}', { style: 'vancouver', citation: ', back-links: false' });
    expect(printed.map((entries) => entries.map((entry) => entry.split('.', 1)[0]))).toEqual([['1', '4'], ['3', '4', '5']]);
  });
});

test('a citation of what no bibliography has is no link, and found', async () => {
  const { print, said } = await book('::bibliography{type=book}');
  expect(said).toEqual(['letter`', 'road`', 'toll`'].map((key) => expect.stringContaining(`\`${key} is in none of the bibliographies`)));
  expect(links(print)).toEqual(['#ref-salt', '#ref-hill']);
  expect(toString({ type: 'root', children: [...(print.find(({ id }) => id === 'a')?.body ?? [])] })).toContain('Two (Rossi 1930a).');
});

describe('what nothing cites', () => {
  const files: Files = { 'a.md': '# A\n\nOne [@salt].\n', 'b.md': '# B\n' };
  test.each([
    ['', '::bibliography', 'Salt', ['letter', 'road', 'toll', 'hill']],
    [', nocite: hill', '::bibliography', 'Salt Hill', ['letter', 'road', 'toll']],
    [', nocite: [hill, road]', '::bibliography', 'Salt Road Hill', ['letter', 'toll']],
    [', nocite: "*"', '::bibliography', 'Salt Letter Road Toll Hill', []],
    ['', '::bibliography{list="salt toll"}', 'Salt Toll', ['letter', 'road', 'hill']],
  ])('with%s, %s', async (citation, back, wanted, uncited) => {
    const { print, said } = await book(back, { files, citation });
    expect(titles(print)).toEqual([wanted]);
    expect(said.map((line) => line.split('`')[1])).toEqual(uncited);
  });

  test('a set and an alias stand for their entries in every list', async () => {
    const aliased = { 's.bib': `${sources.replace('{salt, ', '{salt, ids = {sale}, ')}@set{both, entryset = {letter, road}}\n`, 'a.md': '# A\n\nOne [@sale] and [@both].\n', 'b.md': '# B\n\n::bibliography{in=chapter}\n\n[@both]\n' };
    const { print, said } = await book('::bibliography{list="sale toll"}', { files: aliased, citation: ', nocite: "*"' });
    expect(titles(print)).toEqual(['Letter Road', 'Salt Toll']);
    expect(said).toEqual(['c-009 s.bib:7:7 `hill` is in none of the bibliographies that the book prints']);
  });

  test('a key that is none is found in book.yaml', async () => {
    expect((await book('::bibliography{list="salt letter road toll"}', { files, citation: ', nocite: [hil, hill]' })).said).toEqual(['c-001 book.yaml:5:49 citation key `hil` is not in the bibliography', 'c-009 s.bib:7:7 `hill` is in none of the bibliographies that the book prints']);
  });
});

test('annotated, each entry is followed by what its author says of it', async () => {
  const { print, epub, said } = await book('::bibliography{annotated=true}', { citation: ', back-links: false' });
  for (const parts of [print, epub]) {
    expect(lists(parts)).toEqual([['Neri, Carla. 1960. Hill. P.', 'Rossi, Ada. 1930a. ‘Letter’. J.', 'Unpublished', '———. 1930b. Salt. P.', 'A fine book (Yes.)It ends well.', 'Verdi, Bice. 1950. ‘Road’. In Ways.', '———. 1951. ‘Toll’. In Ways.']]);
    const [, annotation] = withClass(parts, 'annotation');
    expect(annotation?.children.map((node) => (node.type === 'element' ? node.tagName : ''))).toEqual(['p', 'p']);
    expect(elements(parts).some(({ tagName, children }) => tagName === 'em' && toString({ type: 'root', children }) === 'fine')).toBe(true);
  }
  expect(said).toEqual(['m-005 s.bib:1:7 a note is not supported in the annotation of an entry: only its words are shown']);
});

test('a note that the style prints is not said twice', async () => {
  const { lists: printed } = await book('::bibliography{annotated=true list=letter}', { style: 'apa', citation: ', back-links: false' });
  expect(printed.flat().filter((entry) => entry.includes('Unpublished'))).toHaveLength(1);
});
