import { toString } from 'hast-util-to-string';
import { toHtml } from 'hast-util-to-html';
import { describe, expect, it } from 'vitest';
import { citedBy, citedParts } from '../../src/cite/cited-by.js';
import { readLibrary } from '../../src/cite/library.js';
import { renderCitations } from '../../src/cite/render.js';
import { openStyle } from '../../src/cite/style.js';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import type { NodeId } from '../../src/model/id.js';
import { machineWorld } from '../../src/world/machine.js';

const read = (...texts: string[]) => {
  const findings = new Findings();
  const library = readLibrary(texts.map((text, index) => ({ file: `${index}.bib`, text })), findings.report);
  return {
    library,
    csl: (key: string) => library.entries.get(key)?.csl,
    findings: findings.list().map(({ code, place, message }) => `${code} ${place.file}:${place.line ?? ''} ${message}`),
  };
};
const book = (fields: string) => read(`@book{k, title = {T}, ${fields}}`);

describe('dates', () => {
  it.each([
    ['1919/1921', { 'date-parts': [[1919], [1921]] }],
    ['1933-09/..', { 'date-parts': [[1933, 9], [0, 0]] }],
    ['1933-09-02/', { 'date-parts': [[1933, 9, 2], [0, 0, 0]] }],
    ['1933-09/1934', { 'date-parts': [[1933, 9], [1934, 0]] }],
    ['1933~', { 'date-parts': [[1933]], circa: true }],
    ['1933-09?', { 'date-parts': [[1933, 9]], circa: true }],
    ['1919~/1921%', { 'date-parts': [[1919], [1921]], circa: true }],
    ['193X', { 'date-parts': [[1930], [1939]] }],
    ['19XX', { 'date-parts': [[1900], [1999]] }],
    ['1933-XX', { 'date-parts': [[1933]] }],
    ['1933-21', { 'date-parts': [[1933, 21]] }],
    ['-0043', { 'date-parts': [[-44]] }],
    ['Y-17000', { 'date-parts': [[-17001]] }],
    ['0000', { 'date-parts': [[-1]] }],
    ['../1933', { literal: '–1933' }],
    ['unknown', undefined],
  ])('date = {%s}', (written, issued) => {
    const { csl, findings } = book(`date = {${written}}`);
    expect(csl('k')?.issued).toEqual(issued);
    expect(findings).toEqual([]);
  });

  it.each([
    ['year = {c. 1933}', { 'date-parts': [[1933]], circa: true }],
    ['year = {1933--1935}', { 'date-parts': [[1933], [1935]] }],
    ['year = {n.d.}', { literal: 'n.d.' }],
    ['pubstate = {inpress}', { literal: 'in press' }],
  ])('%s', (fields, issued) => {
    expect(book(fields).csl('k')?.issued).toEqual(issued);
  });

  it.each(['1933-13', '19333', '1933-02-30', '1933-02-02/1934/1935', 'spring'])('%s is no date, is said to be none and still prints', (written) => {
    const { csl, findings } = book(`date = {${written}}`);
    expect(csl('k')?.issued).toEqual({ literal: written });
    expect(findings).toEqual([`c-007 0.bib:1 the field \`date\` of entry \`k\` is not a date and is printed as it is written: \`${written}\``]);
  });

  it('knows when the original appeared', () => {
    expect(book('date = 1997, origyear = 1959').csl('k')?.['original-date']).toEqual({ 'date-parts': [[1959]] });
  });
});

describe('names', () => {
  it.each([
    ['{Clarke, III, J. Calvitt}', [{ family: 'Clarke', suffix: 'III', given: 'J. Calvitt' }]],
    ['{family=Clarke, given={J. Calvitt}, suffix=III}', [{ family: 'Clarke', suffix: 'III', given: 'J. Calvitt' }]],
    ['{von der Leyen, Ursula}', [{ 'non-dropping-particle': 'von der', family: 'Leyen', given: 'Ursula' }]],
    ['{Ludwig van Beethoven}', [{ 'non-dropping-particle': 'van', family: 'Beethoven', given: 'Ludwig' }]],
    ['{family=Humboldt, given=Alexander, prefix=von, useprefix=false}', [{ 'dropping-particle': 'von', family: 'Humboldt', given: 'Alexander' }]],
    ['{{Barnes and Noble, Inc.} and {League of Nations}}', [{ literal: 'Barnes and Noble, Inc.' }, { literal: 'League of Nations' }]],
    ['{{\\"O}zg{\\"u}r, M{\\"u}jde}', [{ family: 'Özgür', given: 'Müjde' }]],
    ['{Иванов, Иван and 司馬遷}', [{ family: 'Иванов', given: 'Иван' }, { family: '司馬遷' }]],
  ])('%s', (written, names) => {
    expect(book(`author = ${written}`).csl('k')?.author).toEqual(names);
  });

  it('`useprefix=false` holds for all names of an entry', () => {
    expect(book('author = {de Geer, Ingrid}, options = {useprefix=false}').csl('k')?.author).toEqual([{ 'dropping-particle': 'de', family: 'Geer', given: 'Ingrid' }]);
  });

  it('tells a compiler from an editor and takes further editors along', () => {
    expect(book('editor = {A, B}, editortype = {compiler}').csl('k')).toMatchObject({ compiler: [{ family: 'A', given: 'B' }] });
    expect(book('editor = {A, B}, editora = {C, D}, editoratype = {translator}').csl('k')).toMatchObject({ editor: [{ family: 'A', given: 'B' }], translator: [{ family: 'C', given: 'D' }] });
  });
});

describe('TeX', () => {
  it.each([
    ['\\"Uber {\\"U}ber G\\"{o}tter', 'Über Über Götter'],
    ["{\\'{\\i}} \\'\\i na\\\"{\\i}ve \\v{c} \\v c \\c{C} \\H{o} \\k{a}", 'í í naïve č č Ç ő ą'],
    ['{\\aa}r \\aa{}r \\o{} {\\L}{\\\'o}d{\\\'z}', 'år år ø Łódź'],
    ['A \\ldots{} B\\dots', 'A … B…'],
    ['H$_2$O at $10^{-3}$ of $\\alpha$ and $\\mathbb{R} \\times x$', 'H₂O at 10⁻³ of α and ℝ × x'],
    ['\\textrm{a} \\foreignlanguage{german}{b} \\textup{c} \\relax d', 'a b c d'],
    ['\\noopsort{1973}A', 'A'],
    ['1\\,000 at\\-las', '1 000 atlas'],
    ['``q\'\' \\enquote*{r} a --- b', '“q” “r” a — b'],
    ["On 't Hooft's 'own' {'s-Gravenhage}", "On ’t Hooft's 'own' <span class=\"nocase\">’s-Gravenhage</span>"],
  ])('%s', (written, title) => {
    const { csl, findings } = read(`@book{k, title = {${written}}}`);
    expect(csl('k')?.title).toBe(title);
    expect(findings).toEqual([]);
  });

  it.each([
    ['url = {https://example.org/~a/b\\_c\\%20d}', { URL: 'https://example.org/~a/b_c%20d' }],
    ['url = {\\url{https://example.org/a}}', { URL: 'https://example.org/a' }],
    ['doi = {https://doi.org/10.1000/a\\_b}', { DOI: '10.1000/a_b' }],
    ['doi = {10.1002/(SICI)19:4<377::AID>3.0.CO;2-P}', { DOI: '10.1002/(SICI)19:4<377::AID>3.0.CO;2-P' }],
    ['howpublished = {\\url{https://example.org/a_b?x=1&y}}', { URL: 'https://example.org/a_b?x=1&y' }],
    ['note = {\\href{https://example.org/~a}{here}}', { note: 'here (https://example.org/~a)' }],
    ['note = {One.}, addendum = {Two}', { note: 'One. Two' }],
    ['eprint = {2101.00001}, eprinttype = {arXiv}', { URL: 'https://arxiv.org/abs/2101.00001' }],
    ['pages = {iv--x, 3--5}', { page: 'iv-x, 3-5' }],
    ['type = {phdthesis}', { genre: 'PhD thesis' }],
    ['series = {newseries}', { 'collection-title': 'n.s.' }],
    ['location = {countryde and countryfr}', { 'publisher-place': 'Germany; France' }],
  ])('%s', (fields, expected) => {
    expect(book(fields).csl('k')).toMatchObject(expected);
  });

  it('joins what TeX writers define', () => {
    expect(read('@string{hup = "Harvard " # "UP"}\n@book{k, title = {T}, publisher = hup # { Press}}').csl('k')?.['publisher']).toBe('Harvard UP Press');
  });
});

describe('titles', () => {
  it.each([
    ['title = {Why?}, subtitle = {An Answer}', { title: 'Why? An Answer', 'title-short': 'Why?' }],
    ['title = {A}, subtitle = {B}, titleaddon = {C}', { title: 'A: B. C' }],
    ['title = {A}, titleaddon = {C}', { title: 'A. C' }],
    ['title = {A}, maintitle = {M}, volume = 2', { title: 'A', 'container-title': 'M', volume: '2' }],
    ['title = {A}, volume = 7, part = 2', { volume: '7.2' }],
  ])('%s', (fields, expected) => {
    expect(read(`@book{k, ${fields}}`).csl('k')).toMatchObject(expected);
  });

  it('a chapter in a volume of a set names both', () => {
    const { csl, findings } = read('@inbook{k, author = {A}, title = {T}, booktitle = {Volume}, booksubtitle = {B}, maintitle = {Set}, mainsubtitle = {S}, volume = 2, date = 2001}');
    expect(csl('k')).toMatchObject({ title: 'T', 'container-title': 'Set: S. Volume: B', volume: '2' });
    expect(findings).toEqual([]);
  });

  it('a collection is in nothing, though it says what its parts are in', () => {
    expect(read('@collection{k, title = {A}, booktitle = {A}}').csl('k')).not.toHaveProperty('container-title');
  });
});

describe('entries inherit', () => {
  it('from several xdata, and those from others, wherever they stand', () => {
    const { csl, library, findings } = read(
      '@book{k, author = {A}, title = {T}, xdata = {press, year}}\n@xdata{press, publisher = {P}, xdata = {town}}',
      '@xdata{town, location = {Rome}}\n@xdata{year, date = 1933, publisher = {not this}}',
    );
    expect(csl('k')).toMatchObject({ publisher: 'P', 'publisher-place': 'Rome', issued: { 'date-parts': [[1933]] } });
    expect([...library.entries.keys()]).toEqual(['k']);
    expect(findings).toEqual([]);
  });

  it('from a whole in another file, whose title becomes that of the book', () => {
    const { csl } = read('@inbook{k, title = {Part}, crossref = {w}, address = {Milan}}', '@book{w, author = {A, B}, title = {Whole}, subtitle = {All}, shorttitle = {W}, date = 1933, location = {Rome}}');
    expect(csl('k')).toMatchObject({ title: 'Part', 'container-title': 'Whole: All', 'container-author': [{ family: 'A', given: 'B' }], issued: { 'date-parts': [[1933]] }, 'publisher-place': 'Milan' });
    expect(csl('k')).not.toHaveProperty('title-short');
  });

  it.each([
    ['@inbook{k, title = {T}, crossref = {whol}}\n@book{whole, title = {W}}', 'c-011 0.bib:1 entry `k` refers to `whol` (`crossref`), and there is no such entry'],
    ['@book{k, title = {T}, xdata = {x}}', 'c-011 0.bib:1 entry `k` refers to `x` (`xdata`), and there is no such entry'],
    ['@book{k, title = {T}, xdata = {x}}\n@xdata{x, xdata = {x}}', 'c-011 0.bib:2 entry `x` inherits from itself by way of `xdata = {x}`'],
  ])('%s', (text, finding) => {
    const { csl, findings } = read(text);
    expect(csl('k')?.title).toBe('T');
    expect(findings).toEqual([finding]);
  });
});

describe('“and others”', () => {
  const text = '@book{a, author = {Rossi, Anna and others}, title = {A}, date = 2001}\n@report{b, author = {Verdi, Bo and Neri, Carla and others}, title = {B}, number = {99-02}, date = 2002}';
  const words = async (id: string, locale: string) => {
    const { library } = read(text);
    const style = await openStyle(id, locale, machineWorld(), '.', new Findings().report);
    if (!style) throw new Error(`${id} is installed`);
    const cite = (key: string, mode: 'group' | 'narrative') => ({ id: `${key}:${mode === 'group' ? 0 : 1}` as NodeId, mode, parts: [{ key, suppressAuthor: false, prefix: [], suffix: [] }], noteNumber: 0, noteOrdinal: 0, insideNote: false, chapter: 0 });
    const { texts, bibliography } = renderCitations(style, library, [cite('a', 'group'), cite('a', 'narrative'), cite('b', 'group')]);
    return [...texts.values(), ...bibliography.map(({ content }) => content)].map((content) => toString({ type: 'root', children: [...content] }).replaceAll('\u00A0', ' '));
  };

  it.each([
    ['apa', 'en-US', ['(Rossi et al., 2001)', 'Rossi et al. (2001)', '(Verdi et al., 2002)', 'Rossi, A. et al. (2001). A.', 'Verdi, B., Neri, C., et al. (2002). B (No. 99-02).']],
    ['vancouver', 'en-US', ['(1)', 'Rossi et al. (1)', '(2)', '1. Rossi A, et al. A. 2001.', '2. Verdi B, Neri C, et al. B. 2002. Report No.: 99-02.']],
    ['chicago-author-date', 'de', ['(Rossi u. a. 2001)', 'Rossi u. a. (2001)', '(Verdi, Neri, u. a. 2002)', 'Rossi, Anna u. a. 2001. A.', 'Verdi, Bo, Carla Neri, u. a. 2002. „B“. 99-02.']],
  ])('in %s, %s, and a number with a hyphen is no range', async (id, locale, expected) => expect(await words(id, locale)).toEqual(expected));
});

describe('further keys of an entry', () => {
  const text = '@book{a, title = {A}, ids = {old, older}}\n@book{b, title = {B}, ids = {a}}\n@inbook{c, title = {C}, crossref = {old}}\n@set{s, entryset = {older}}';

  it('are those of the entry wherever a key may stand', () => {
    const { library, csl, findings } = read(text);
    expect(['old', 'older', 's', 'a'].map((key) => citedBy(library, key))).toEqual([['a'], ['a'], ['a'], ['a']]);
    expect(csl('c')?.['container-title']).toBe('A');
    expect(findings).toEqual(['c-006 0.bib:2 the alias `a` (`ids`) of `b` is the key of another entry, which is the one that it cites']);
  });
});

describe('a set', () => {
  const text = '@set{s, entryset = {a, b}}\n@book{a, author = {Ahn, A}, title = {A}, date = 1933}\n@book{b, author = {Bohr, B}, title = {B}, date = 1934}';

  it('is cited as one, with all its members', async () => {
    const { library, findings } = read(text);
    const style = await openStyle('apa', 'en-US', machineWorld(), '.', new Findings().report);
    if (!style) throw new Error('apa is installed');
    const parts = citedParts(library, { key: 's', suppressAuthor: false, prefix: [{ type: 'text', value: 'see ' }], suffix: [{ type: 'text', value: ', p. 3' }] });
    const { texts, bibliography } = renderCitations(style, library, [{ id: 'x:0' as NodeId, mode: 'group', parts, noteNumber: 0, noteOrdinal: 0, insideNote: false, chapter: 0 }]);
    expect(toHtml([...(texts.get('x:0' as NodeId) ?? [])])).toBe('(<a href="#ref-a">see Ahn, 1933</a>; <a href="#ref-b">Bohr, 1934, p. 3</a>)');
    expect(bibliography.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(findings).toEqual([]);
  });

  it.each([
    ['@set{s, entryset = {a, zz}}\n@book{a, title = {A}}', 'c-011 0.bib:1 entry `s` refers to `zz` (`entryset`), and there is no such entry'],
    ['@set{s, note = {none}}', 'c-002 0.bib:1 the set `s` has no members'],
  ])('%s', (written, finding) => {
    expect(read(written).findings).toEqual([finding]);
  });
});

describe('what no style prints is named', () => {
  it.each([
    ['holder = {{Bosch}}, annotator = {A, B}', 'no citation style prints what entry `k` says in `annotator`, `holder`'],
    ['editora = {A, B}, editoratype = {redactor}', 'no citation style prints what entry `k` says in `editora`'],
    ['options = {useeditor=false}', 'no citation style prints what entry `k` says in `useeditor=false`'],
    ['eprint = {7}, eprinttype = {nowhere}', 'no citation style prints what entry `k` says in `eprint`'],
      ])('%s', (fields, message) => {
    expect(book(fields).findings).toEqual([`c-012 0.bib:1 ${message}`]);
  });

  it('so is what an entry is related to', () => {
    expect(read('@book{k, title = {T}, related = {a, b}}\n@book{a, title = {A}}').findings).toEqual([
      'c-011 0.bib:1 entry `k` refers to `b` (`related`), and there is no such entry',
      'c-012 0.bib:1 what entry `k` is related to is not printed: `a`',
    ]);
  });

  it('so is a command that nobody knows, and its words stay', () => {
    const { csl, findings } = read('@book{k, title = {Russia and \\oddity{Italy}}, author = {\\oddity{Rossi}, Anna}}');
    expect(csl('k')).toMatchObject({ title: 'Russia and Italy', author: [{ family: 'Rossi', given: 'Anna' }] });
    expect(findings).toEqual(['c-007 0.bib:1 the command `\\oddity` in entry `k` is not known and is left out']);
  });
});
