import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cutBibtex } from '../../src/cite/bibtex.js';
import { readLibrary } from '../../src/cite/library.js';
import { Findings } from '../../src/diagnostics/diagnostic.js';

const read = (...texts: string[]) => {
  const findings = new Findings();
  const files = texts.map((text, index) => ({ file: text.trimStart().startsWith('[') || text.trimStart().startsWith('{') ? `${index}.json` : `${index}.bib`, text }));
  const { entries } = readLibrary(files, findings.report);
  return {
    entries,
    csl: (key: string) => entries.get(key)?.csl,
    findings: findings.list().map(({ code, place, message }) => `${code} ${place.file}:${place.line ?? ''} ${message}`),
  };
};

describe('an entry becomes CSL', () => {
  it('keeps a suffix of a name apart', () => {
    expect(read('@book{c, author = {Clarke, III, J. Calvitt}, title = {T}}').csl('c')?.author).toEqual([{ family: 'Clarke', given: 'J. Calvitt', suffix: 'III' }]);
  });

  it('knows particles, several authors and corporate ones', () => {
    expect(read('@book{c, author = {van Gennep, Arnold and {League of Nations} and Bob Jones}, title = {T}}').csl('c')?.author).toEqual([
      { 'non-dropping-particle': 'van', family: 'Gennep', given: 'Arnold' },
      { literal: 'League of Nations' },
      { family: 'Jones', given: 'Bob' },
    ]);
  });

  it.each([
    ['@book', 'book'],
    ['@article', 'article-journal'],
    ['@incollection', 'chapter'],
    ['@inproceedings', 'paper-conference'],
    ['@thesis', 'thesis'],
    ['@phdthesis', 'thesis'],
    ['@online', 'webpage'],
    ['@misc', 'document'],
    ['@report', 'report'],
    ['@legal', 'treaty'],
    ['@newspaper', 'article-newspaper'],
    ['@ARTICLE', 'article-journal'],
  ])('%s is a %s', (written, type) => {
    const { csl, findings } = read(`${written}{k, title = {T}, journaltitle = {J}}`);
    expect(csl('k')?.type).toBe(type);
    expect(findings).toEqual([]);
  });

  it('tells a newspaper by its subtype and does not print the subtype', () => {
    const { csl } = read('@article{n, title = {L’accordo}, journaltitle = {La Stampa}, entrysubtype = {newspaper}, date = {1933-09-03}}');
    expect(csl('n')).toMatchObject({ type: 'article-newspaper', 'container-title': 'La Stampa', issued: { 'date-parts': [[1933, 9, 3]] } });
    expect(csl('n')).not.toHaveProperty('genre');
  });

  it('tells a talk from a manuscript by its event', () => {
    const { csl } = read('@unpublished{a, title = {A}, eventtitle = {Forum}, venue = {Pittsburgh}}\n@unpublished{b, title = {B}, venue = {Pittsburgh}}');
    expect([csl('a')?.type, csl('b')?.type]).toEqual(['speech', 'manuscript']);
  });

  it.each([
    ['date = {1933-09-02}', { issued: { 'date-parts': [[1933, 9, 2]] } }],
    ['date = {1918/1940}', { issued: { 'date-parts': [[1918], [1940]] } }],
    ['date = {1990/}', { issued: { 'date-parts': [[1990], [0]] } }],
    ['year = 1933, month = sep', { issued: { 'date-parts': [[1933, 9]] } }],
    ['year = {in press}', { issued: { literal: 'in press' } }],
    ['urldate = {2026-11-02}', { accessed: { 'date-parts': [[2026, 11, 2]] } }],
    ['doi = {10.1000/a_b}', { DOI: '10.1000/a_b' }],
    ['isbn = {0-7146-4506-0}', { ISBN: '0-7146-4506-0' }],
    ['url = {https://example.org/a_b?c=%20&d}', { URL: 'https://example.org/a_b?c=%20&d' }],
    ['langid = {italian}', { language: 'it' }],
    ['langid = {british}', { language: 'en-GB' }],
    ['publisher = {Praeger}, address = {Westport, CT}', { publisher: 'Praeger', 'publisher-place': 'Westport, CT' }],
    ['editor = {Stoker, Donald J. and Grant, Jonathan A.}', { editor: [{ family: 'Stoker', given: 'Donald J.' }, { family: 'Grant', given: 'Jonathan A.' }] }],
  ])('%s', (field, expected) => {
    expect(read(`@book{k, title = {T}, ${field}}`).csl('k')).toMatchObject(expected);
  });

  it.each([
    ['{Russia and {Italy}}', 'Russia and <span class="nocase">Italy</span>'],
    ['{{Hansard, vol. 328}}', '<span class="nocase">Hansard, vol. 328</span>'],
    ['{The {B}erlin Years}', 'The <span class="nocase">Berlin</span> Years'],
    ['{Le \\emph{De Anima} dans l’école}', 'Le <i>De Anima</i> dans l’école'],
    ['{Aks{\\i}n and {\\"O}zge}', 'Aksın and Özge'],
    ['{1918--1940}', '1918–1940'],
    ['"In quotes"', 'In quotes'],
    ['{The \\LaTeX\\ Companion}', 'The LaTeX Companion'],
  ])('title %s leaves no braces and no commands', (written, title) => {
    expect(read(`@book{k, title = ${written}}`).csl('k')?.title).toBe(title);
  });

  it('takes the words before the colon for the short title', () => {
    expect(read('@book{k, title = {Girding for Battle: The Arms Trade}}').csl('k')?.['title-short']).toBe('Girding for Battle');
    expect(read('@book{k, title = {Girding for Battle: The Arms Trade}, shorttitle = {Girding}}').csl('k')?.['title-short']).toBe('Girding');
    expect(read('@book{k, title = {A Title}}').csl('k')).not.toHaveProperty('title-short');
  });

  it('inherits from the collection it refers to', () => {
    const { csl } = read('@incollection{c, title = {Part}, crossref = {w}}\n@collection{w, title = {Whole}, editor = {Strang, G. Bruce}, date = {2013}}');
    expect(csl('c')).toMatchObject({ title: 'Part', 'container-title': 'Whole', editor: [{ family: 'Strang', given: 'G. Bruce' }] });
  });
});

describe('places', () => {
  it('every entry has the line and column of its key', () => {
    const { entries } = read('% a comment, me@example.org\n\n@book{one,\n  title = {T}\n}\n  @book {\n   two, title = {T}}\n');
    expect(entries.get('one')?.place).toEqual({ file: '0.bib', line: 3, column: 7, length: 3 });
    expect(entries.get('two')?.place).toEqual({ file: '0.bib', line: 7, column: 4, length: 3 });
  });

  it('holds with Windows line ends and a byte order mark', () => {
    expect(read('\uFEFF@book{a,\r\n title={T}}\r\n@book{b,\r\n title={T}}').entries.get('b')?.place.line).toBe(3);
  });
});

describe('a faulty .bib', () => {
  const good = (key: string) => `@book{${key}, title = {T}}\n`;

  it.each([
    ['a missing comma', '@book{bad,\n  title = {A}\n  year = 1933\n}\n', ['c-002 0.bib:4 entry `bad` does not parse: expected `}`, found a name']],
    ['a missing brace', '@book{bad,\n  title = {A,\n  year = 1933\n}\n', ['c-002 0.bib:2 entry `bad` never closes: a brace is missing']],
    ['a brace too many', '@book{bad,\n  title = {A}},\n  year = 1933\n}\n', ['c-002 0.bib:2 entry `bad` closes before its last fields: it has a closing brace too many']],
    ['no equals sign', '@book{bad,\n  title {A}\n}\n', ['c-002 0.bib:3 entry `bad` does not parse: expected `=`, found `{`']],
    ['no key', '@book{title = {A}}\n', ['c-002 0.bib:2 this `@book` has no key']],
    ['a broken string definition', '@string{x {A}}\n', ['c-002 0.bib:2 this `@string` does not parse: expected `=`, found `{`']],
  ])('%s costs that entry only', (_, bad, expected) => {
    const { entries, findings } = read(good('before') + bad + good('after'));
    expect([...entries.keys()]).toEqual(['before', 'after']);
    expect(findings).toEqual(expected);
  });

  it('a brace too many further on does not make up for a missing one', () => {
    const { entries, findings } = read('@book{a, title = {A}\n\n@book{b, title = {B}}\n}\n@book{c, title = {C}}');
    expect([...entries.keys()]).toEqual(['b', 'c']);
    expect(findings).toEqual(['c-002 0.bib:1 entry `a` never closes: a brace is missing']);
  });

  it('string definitions still hold when another entry is broken', () => {
    const { csl } = read('@string{hup = {Harvard University Press}}\n@book{a, title = {A}, publisher = hup}\n@book{bad, title {A}}\n');
    expect(csl('a')?.['publisher']).toBe('Harvard University Press');
  });

  it('a field that cannot be read costs that field only', () => {
    const { csl, findings } = read('@book{a, title = {A}, annotation = {see \\emph x}}');
    expect(csl('a')?.title).toBe('A');
    expect(findings).toEqual(['c-007 0.bib:1 the field `annotation` of entry `a` is not understood and is left out: expected `{`, found text']);
  });

  it('says which command it left out', () => {
    const { csl, findings } = read('@book{a, title = {An \\oddity here}}');
    expect(csl('a')?.title).toBe('An here');
    expect(findings).toEqual(['c-007 0.bib:1 the command `\\oddity` in entry `a` is not known and is left out']);
  });

  it('says that a type is not known', () => {
    expect(read('@boook{a, title = {A}}').findings).toEqual(['c-007 0.bib:1 the entry type `@boook` is not known; `a` is taken for a document of no special kind']);
  });

  it('a file without entries is no bibliography', () => {
    expect(read('Smith, J. (1933)').findings).toEqual(['c-002 0.bib: there is no entry in this file']);
    expect(read('').findings).toEqual([]);
  });

  it('comments are comments', () => {
    expect([...read('@comment{@book{a, title = {A}}}\n% @book{b, title = {B}}\nstray words\n@book{c, title = {C}}').entries.keys()]).toEqual(['c']);
  });
});

it('a key given twice is named with both places, and the first entry stays', () => {
  const findings = new Findings();
  const { entries } = readLibrary(
    [
      { file: 'a.bib', text: '@book{k, title = {First}}' },
      { file: 'b.bib', text: '\n@book{k, title = {Second}}' },
    ],
    findings.report,
  );
  expect(entries.get('k')?.csl.title).toBe('First');
  expect(findings.list()).toMatchObject([{ code: 'c-006', place: { file: 'b.bib', line: 2 }, hints: [{ place: { file: 'a.bib', line: 1 } }] }]);
});

describe('CSL-JSON', () => {
  it('is read with the place of each entry', () => {
    const { entries, csl } = read('[\n  {"id": "a", "type": "book", "title": "T: U", "author": [{"family": "Clarke", "suffix": "III"}]},\n  {"id": 7, "type": "book"}\n]');
    expect(csl('a')).toMatchObject({ type: 'book', 'title-short': 'T', author: [{ family: 'Clarke', suffix: 'III' }] });
    expect(entries.get('a')?.place).toMatchObject({ file: '0.json', line: 2, column: 3 });
    expect(entries.get('7')?.place.line).toBe(3);
  });

  it.each([
    ['[{"id": "a", "type": "book"}, {"type": "book"}]', ['a'], ['c-002 0.json:1 this entry has no `id`']],
    ['[{"id": "a", "type": "book"}, {"id": "b"}, 3]', ['a'], ['c-002 0.json:1 entry `b` has no `type`', 'c-002 0.json:1 this is not an entry']],
    ['{"id": "a", "type": "book"}', [], ['c-002 0.json: this file holds no list of sources']],
    ['[\n{"id": "a"\n"type": "book"}]', [], ['c-002 0.json:3 this file is not JSON']],
  ])('%s', (text, keys, expected) => {
    const { entries, findings } = read(text);
    expect([...entries.keys()]).toEqual(keys);
    expect(findings).toEqual(expected);
  });
});

const unprinted = new Set(['annote', 'abstract', 'keyword', 'custom']);
const wordsIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : typeof value === 'object' && value !== null ? Object.values(value).flatMap(wordsIn) : []);

const corpora = new URL('../../../shared/corpora/', import.meta.url);
const present = existsSync(corpora);
const files = present ? ['biblatex-examples.bib', 'bookdown-demo/book.bib', ...readdirSync(new URL('joss/', corpora)).map((name) => `joss/${name}/paper.bib`)] : [];

describe.skipIf(!present)(`real bibliographies${present ? '' : ' (skipped: ../shared/corpora is not on this machine)'}`, () => {
  it.each(files)('%s: every entry is loaded or named by a finding, and no TeX is left in what prints', (file) => {
    const text = readFileSync(new URL(file, corpora), 'utf8');
    const findings = new Findings();
    const { entries } = readLibrary([{ file, text }], findings.report);
    const keys = cutBibtex(text).flatMap(({ key }) => key ?? []);
    expect(keys.length).toBe(text.match(/^@(?!string|comment|preamble)\w/gim)?.length);
    const named = findings.list().map(({ message }) => message).join('\n');
    expect(keys.filter((key) => !entries.has(key) && !named.includes(`\`${key}\``))).toEqual([]);
    expect(findings.list().filter(({ code }) => code === 'c-002')).toEqual([]);
    const printed = [...entries.values()].flatMap(({ csl }) => Object.entries(csl).flatMap(([variable, value]) => (unprinted.has(variable) ? [] : wordsIn(value))));
    expect(printed.filter((words) => /[\\{}\u{F0000}-\u{FFFFD}]/u.test(words))).toEqual([]);
  });
});
