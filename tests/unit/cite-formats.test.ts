import { describe, expect, it } from 'vitest';
import { readLibrary } from '../../src/cite/library.js';
import { Findings } from '../../src/diagnostics/diagnostic.js';

const read = (file: string, text: string) => {
  const findings = new Findings();
  const { entries } = readLibrary([{ file, text }], findings.report);
  return { entries, csl: (key: string) => entries.get(key)?.csl, findings: findings.list().map(({ code, place, message }) => `${code} ${place.file}:${place.line ?? ''} ${message}`) };
};

describe('CSL-YAML', () => {
  it('is read with the line of each entry, below `references:` or as a list, with and without fences', () => {
    const list = '- id: a\n  type: book\n  title: A\n- type: book\n  id: b\n';
    const nested = `---\nreferences:\n${list.replace(/^/gm, '  ').trimEnd()}\n---\n`;
    expect([...read('s.yaml', list).entries.values()].map(({ key, place }) => `${key} ${place.line}`)).toEqual(['a 1', 'b 5']);
    expect([...read('s.yml', nested).entries.values()].map(({ key, place }) => `${key} ${place.line}`)).toEqual(['a 3', 'b 7']);
  });

  it.each([
    ['title: "On *De Anima* and [NATO]{.nocase}: A Study"', { title: 'On <i>De Anima</i> and <span class="nocase">NATO</span>: A Study', 'title-short': 'On <i>De Anima</i> and <span class="nocase">NATO</span>' }],
    ['title: A_b and 3 * 4', { title: 'A_b and 3 * 4' }],
    ['URL: https://example.org/a_b_c', { URL: 'https://example.org/a_b_c' }],
    ['author: [{family: Clarke, given: J., suffix: III}, {literal: League of Nations}]', { author: [{ family: 'Clarke', given: 'J.', suffix: 'III' }, { literal: 'League of Nations' }] }],
    ['author: League of Nations', { author: [{ literal: 'League of Nations' }] }],
    ['issued: 1933', { issued: { 'date-parts': [[1933]] } }],
    ['issued: 1933-09-02', { issued: { 'date-parts': [[1933, 9, 2]] } }],
    ['issued: 1919/1921~', { issued: { 'date-parts': [[1919], [1921]], circa: true } }],
    ['issued: {year: 1933, month: 9}', { issued: { 'date-parts': [[1933, 9]] } }],
    ['issued: [{year: 1919}, {year: 1921, month: 3}]', { issued: { 'date-parts': [[1919, 0], [1921, 3]] } }],
    ['issued: {date-parts: [[1933, 9], [1934]], circa: true}', { issued: { 'date-parts': [[1933, 9], [1934, 0]], circa: true } }],
    ['issued: {year: 1933, season: 2}', { issued: { 'date-parts': [[1933, 22]] } }],
    ['issued: {literal: early}', { issued: { literal: 'early' } }],
  ])('%s', (line, expected) => {
    const { csl, findings } = read('s.yaml', `- id: k\n  type: book\n  ${line}\n`);
    expect(csl('k')).toMatchObject(expected);
    expect(findings).toEqual([]);
  });

  it.each([
    ['- type: book\n- id: a\n  type: book\n', ['a'], ['c-002 s.yaml:1 this entry has no `id`']],
    ['- id: a\n- id: b\n  type: book\n- c\n', ['b'], ['c-002 s.yaml:1 entry `a` has no `type`', 'c-002 s.yaml:4 this is not an entry']],
    ['references:\n  id: a\n', [], ['c-002 s.yaml:2 this holds no list of sources']],
    ['- id: a\n  type: book\n  issued: 1933-13\n', ['a'], ['c-007 s.yaml:1 `issued` of entry `a` is not a date and is printed as it is written: `1933-13`']],
    ['- id: a\n  title: B: C\n', [], ['c-002 s.yaml:2 this value has a colon in it and no quotation marks']],
  ])('%j', (text, keys, expected) => {
    const { entries, findings } = read('s.yaml', text);
    expect([...entries.keys()]).toEqual(keys);
    expect(findings).toEqual(expected);
  });
});

const record = (...lines: string[]) => ['TY  - JOUR', 'ID  - k', ...lines, 'ER  - ', ''].join('\r\n');

it('book.yaml holds sources among its other keys', () => {
  const { entries, findings } = read('book.yaml', 'title: T\nreferences:\n  - {id: a, type: book}\n  - {id: b}\nchapters: []\n');
  expect([...entries.keys()]).toEqual(['a']);
  expect(findings).toEqual(['c-002 book.yaml:4 entry `b` has no `type`']);
});

describe('RIS', () => {
  it.each([
    [['AU  - Clarke, J. Calvitt, III', 'AU  - van Gennep, Arnold', 'AU  - League of Nations'], { author: [{ family: 'Clarke', given: 'J. Calvitt', suffix: 'III' }, { 'non-dropping-particle': 'van', family: 'Gennep', given: 'Arnold' }, { literal: 'League of Nations' }] }],
    [['TI  - A title that', 'goes on: Here'], { title: 'A title that goes on: Here', 'title-short': 'A title that goes on' }],
    [['T2  - The Journal', 'VL  - 4', 'IS  - 2', 'SP  - 10', 'EP  - 20', 'SN  - 0097-8493'], { type: 'article-journal', 'container-title': 'The Journal', volume: '4', issue: '2', page: '10-20', ISSN: '0097-8493' }],
    [['PY  - 1933', 'DA  - 1933/09/02/'], { issued: { 'date-parts': [[1933, 9, 2]] } }],
    [['PY  - 1933///'], { issued: { 'date-parts': [[1933]] } }],
    [['N1  - One', 'N1  - Two'], { note: 'One. Two' }],
  ])('%j', (lines, expected) => {
    const { csl, findings } = read('s.ris', record(...lines));
    expect(csl('k')).toMatchObject(expected);
    expect(findings).toEqual([]);
  });

  it.each([
    [['AU  - Rossi, Anna', 'AU  - Verdi, Bo', 'TI  - On the Salt Road', 'PY  - 1933/05//'], 'rossi1933salt'],
    [['TI  - Sale', 'ED  - van Gennep, Arnold', 'DA  - 1909'], 'gennep1909sale'],
    [['AU  - Uría Ríu, Juan', 'T1  - L’Été'], 'uriariuete'],
    [['AU  - The League of Nations', 'TI  - A B', 'PY  - 1920'], 'league1920a'],
    [['AU  - Чайковский, Пётр', 'TI  - Соль', 'PY  - 1880'], 'чайковский1880соль'],
    [['TI  - Nameless'], 'nameless'],
  ])('a record without `ID` has a key from what it says: %j', (lines, key) => {
    const { entries, findings } = read('s.ris', ['TY  - BOOK', ...lines, 'ER  - ', ''].join('\n'));
    expect([...entries.keys()]).toEqual([key]);
    expect(entries.get(key)?.place).toEqual({ file: 's.ris', line: 1 });
    expect(findings).toEqual([]);
  });

  it('the second of one derived key is told which it has', () => {
    const { entries, findings } = read('s.ris', 'TY  - BOOK\nTI  - Salt\nER  - \nTY  - BOOK\nTI  - Salt\nER  - \nTY  - BOOK\nID  - x\nER  - \n');
    expect([...entries.keys()]).toEqual(['salt', 'salt-2', 'x']);
    expect(findings).toEqual(['c-033 s.ris:4 the key `salt`, which this record would have, is taken; it is `salt-2`']);
  });

  it('tells a chapter from a book and keeps the key’s place', () => {
    const { entries, csl } = read('s.ris', 'TY  - CHAP\nTI  - Part\nT2  - Whole\nED  - A, B\nID  - c\nER  - \nTY  - BOOK\nID  - b\nTI  - Book\nT2  - Series\nCY  - Rome\nPB  - Press\nER  - \n');
    expect(csl('c')).toMatchObject({ type: 'chapter', title: 'Part', 'container-title': 'Whole', editor: [{ family: 'A', given: 'B' }] });
    expect(csl('b')).toMatchObject({ type: 'book', 'collection-title': 'Series', publisher: 'Press', 'publisher-place': 'Rome' });
    expect(entries.get('c')?.place).toMatchObject({ file: 's.ris', line: 5, column: 7, length: 1 });
  });

  it.each([
    ['TY  - BOOK\nPB  - P\nER  - \n', 'c-002 s.ris:1 the record has no key, and neither a name nor a title to make one of'],
    ['TY  - FOO\nID  - k\nER  - \n', 'c-007 s.ris:1 the type `FOO` of record `k` is not known; it is taken for a document of no special kind'],
    ['TY  - BOOK\nID  - k\nPY  - 1933/13\nER  - \n', 'c-007 s.ris:3 this date of record `k` is not understood and is printed as it is written: `1933/13`'],
    ['TY  - BOOK\nID  - k\nXX  - y\nER  - \n', 'c-012 s.ris:2 no citation style prints what entry `k` says in `XX`'],
    ['\nSmith 1933\n', 'c-002 s.ris:2 this line belongs to no record'],
  ])('%j', (text, finding) => {
    expect(read('s.ris', text).findings).toEqual([finding]);
  });
});

it('a range of uneven ends in CSL-JSON does not stop the citation engine', () => {
  expect(read('s.json', '[{"id": "k", "type": "book", "issued": {"date-parts": [[1933, 9], [1934]]}}]').csl('k')?.issued).toEqual({ 'date-parts': [[1933, 9], [1934, 0]] });
});
