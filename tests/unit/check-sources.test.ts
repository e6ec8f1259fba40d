/** What is said of the entries of a bibliography: as little as an editor would, and no less. */
import { describe, expect, test } from 'vitest';
import { readBook, said } from '../suite/book.js';

/** A style that prints nothing but titles. */
const titles = '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>T</title><id>t</id><updated>2026-01-01T00:00:00+00:00</updated></info><citation><layout><text variable="title"/></layout></citation></style>';

const books = titles.replace('<text variable="title"/>', '<text variable="title"/><choose><if type="book"><text variable="publisher"/></if></choose>');

/** What is found of entries that are all cited, in a book of 2026. */
async function found(bib: string, style = 'apa'): Promise<string[]> {
  return foundIn({ 'b.bib': bib }, [...bib.matchAll(/@\w+\{([^,]+),/g)].map(([, key]) => key as string), style);
}

async function foundIn(sources: Readonly<Record<string, string>>, cited: readonly string[], style = 'apa'): Promise<string[]> {
  const files = Object.keys(sources);
  const book = await readBook({ 'book.yaml': `title: T\ndate: 2026-11-22\nchapters: [a.md]\nbibliography: [${files.join(', ')}]\ncitation: {style: ${style}}\n`, 'a.md': `# T\n\nWords ${cited.map((key) => `[@${key}]`).join(' ')}.\n`, ...sources, 'titles.csl': titles, 'books.csl': books });
  return said(book).map((line) => files.reduce((words, file) => words.replace(new RegExp(` ${file.replace('.', '\\.')}\\S*`), ''), line));
}

const book = (key: string, fields: string): string => `@book{${key}, author = {Rossi, Anna}, title = {Salt}, publisher = {P}, date = {1999}, ${fields}}\n`;

describe('c-020: one work, or two', () => {
  const one = 'c-020 `b` and `a` are one work: they have the same';
  test.each<[what: string, bib: string, expected: string[]]>([
    ['one title, year and first author, but for accents, capitals and markup', book('a', '') + '@book{b, author = {Róssi, A.}, title = {{SALT}}, publisher = {Q}, year = 1999}', [`${one} title, year and first author`]],
    ['one DOI in two spellings', '@article{a, author = {Rossi, A.}, title = {Salt}, journaltitle = {J}, date = 1999, doi = {10.1000/ABC}}\n@article{b, author = {Rossi, A.}, title = {On Salt}, journaltitle = {J}, date = 1999, doi = {10.1000/abc}}', [`${one} DOI`]],
    ['one ISBN, with 10 digits and with 13', book('a', 'isbn = {0-275-97339-5}') + '@book{b, author = {Bianchi, U.}, title = {Oil}, publisher = {P}, date = 1999, isbn = {978-0-275-97339-1}}', [`${one} ISBN`]],
    ['another year', book('a', '') + book('b', 'year = 2001').replace('date = {1999}, ', ''), []],
    ['two volumes', book('a', 'volume = 1') + book('b', 'volume = 2'), []],
    ['two days of a newspaper', '@article{a, author = {Rossi, A.}, title = {Salt}, journaltitle = {J}, date = {1999-03-01}}\n@article{b, author = {Rossi, A.}, title = {Salt}, journaltitle = {J}, date = {1999-03-02}}', []],
    ['a chapter and its book', book('a', 'isbn = {0-275-97339-5}') + '@incollection{b, author = {Rossi, Anna}, title = {Salt}, booktitle = {Salt}, publisher = {P}, date = 1999, isbn = {0-275-97339-5}}', []],
    ['two chapters of one DOI', '@incollection{a, author = {R}, title = {Salt}, booktitle = {B}, date = 1999, doi = {10.1000/1}}\n@incollection{b, author = {R}, title = {Oil}, booktitle = {B}, date = 1999, doi = {10.1000/1}}', []],
    ['a set and its members', '@article{a, author = {R}, title = {Salt}, journaltitle = {J}, date = 1999, doi = {10.1000/1}}\n@article{b, author = {R}, title = {Oil}, journaltitle = {J}, date = 1999, doi = {10.1000/2}}\n@set{s, entryset = {a, b}}', []],
    ['a volume that inherits an ISBN', '@mvbook{a, author = {R}, title = {Salt}, publisher = {P}, date = 1999, isbn = {0-275-97339-5}}\n@book{b, crossref = {a}, title = {Sea Salt}, volume = 1}\n@book{c, crossref = {a}, title = {Rock Salt}, volume = 2}', []],
    ['two pages without author and year', '@online{a, title = {Home}}\n@online{b, title = {Home}}', []],
  ])('%s', async (_, bib, expected) => {
    // What is one work prints alike, and so may two volumes: c-026 has its own tests.
    expect((await found(bib)).filter((line) => !line.startsWith('c-026'))).toEqual(expected);
  });
});

describe('c-021: what a reader would miss', () => {
  test.each<[entry: string, expected: string | undefined]>([
    ['@book{k, author = {Rossi, A.}, title = {T}}', 'a year and a publisher'],
    ['@book{k, publisher = {P}, date = 1999}', 'an author, an editor or a title'],
    ['@book{k, author = {Rossi, A.}, publisher = {P}, date = 1999}', 'a title'],
    ['@book{k, author = {Rossi, A.}, title = {T}, date = 1720}', undefined],
    ['@book{k, author = {{League of Nations}}, title = {T}, date = 1935}', undefined],
    ['@book{k, author = {Rossi, A.}, title = {T}, publisher = {P}, pubstate = {forthcoming}}', undefined],
    ['@book{k, title = {T}, publisher = {P}, year = {undated}}', undefined],
    ['@article{k, author = {Rossi, A.}, title = {T}, date = 1999}', 'a journal'],
    ['@newspaper{k, title = {T}, date = 1999}', 'a newspaper'],
    ['@incollection{k, author = {Rossi, A.}, title = {T}, date = 1999}', 'the book that it is in'],
    ['@inproceedings{k, author = {Rossi, A.}, title = {T}, eventtitle = {E}, date = 1999}', undefined],
    ['@thesis{k, author = {Rossi, A.}, title = {T}, type = {phdthesis}, date = 1999}', 'a school'],
    ['@report{k, author = {Rossi, A.}, title = {T}, date = 1999}', 'an institution'],
    ['@online{k, title = {T}, url = {https://a.example}}', undefined],
    ['@misc{k, author = {Rossi, A.}}', 'a title'],
  ])('%s', async (entry, expected) => {
    expect(await found(entry)).toEqual(expected === undefined ? [] : [`c-021 \`k\` lacks ${expected}`]);
  });

  test('not the publisher, in a style that prints none', async () => {
    expect(await found('@book{k, author = {Rossi, A.}, title = {T}, date = 1999}', 'titles.csl')).toEqual([]);
  });

  test('a publisher of books, in a style that prints one of books alone', async () => {
    expect(await found('@book{k, author = {Rossi, A.}, title = {T}, date = 1999}\n@thesis{l, author = {Rossi, A.}, title = {U}, date = 1999}', 'books.csl')).toEqual(['c-021 `k` lacks a publisher']);
  });

  test('no year, where the source says that none is known', async () => {
    expect(await found('@book{k, author = {Rossi, A.}, title = {T}, publisher = {P}, date = {unknown}}')).toEqual([]);
    expect(await foundIn({ 's.yaml': '- {id: k, type: book, title: T, publisher: P, issued: unknown}\n' }, ['k'])).toEqual([]);
  });

  test('of what is in the bibliography though nothing cites it, too', async () => {
    const book = await readBook({ 'book.yaml': 'title: T\nchapters: [a.md]\nbibliography: [b.bib, c.ris]\ncitation: {nocite: "*"}\n', 'b.bib': '@book{k, title = {T}, publisher = {P}}', 'c.ris': 'TY  - BOOK\nID  - r\nTI  - R\nPY  - 1999\nER  - \n', 'a.md': '# T\n\nWords.\n' });
    expect(said(book)).toEqual(['c-021 b.bib:1:7 `k` lacks a year', 'c-021 c.ris:2:7 `r` lacks a publisher']);
    expect(book.findings.map(({ hints }) => hints.map(({ text }) => text))).toEqual([['write `date`', 'a source that has no date says so: `unknown`'], ['write `PB`']]);
  });

  test('nothing, of an entry that nobody cites', async () => {
    const { findings } = await readBook({ 'book.yaml': 'title: T\nchapters: [a.md]\nbibliography: b.bib\n', 'b.bib': '@book{k, title = {T}}' , 'a.md': '# T\n\nWords.\n' });
    expect(findings).toEqual([]);
  });
});

describe('c-022: dates', () => {
  test.each<[field: string, expected: string | undefined]>([
    ['date = {1933-02-28}', undefined],
    ['date = {1900-02-29}', undefined],
    ['date = {1999-21}', undefined],
    ['date = {1918/1940}', undefined],
    ['date = {1940/1918}', 'has the date 1940/1918, which ends before it begins'],
    ['date = {1933-09-02/1933-09-01}', 'has the date 1933-09-02/1933-09-01, which ends before it begins'],
    ['date = {1933-02/1933-02}', undefined],
    ['date = {1933/1934-02}', undefined],
    ['date = {1933-09/1933}', undefined],
    ['date = {1990/}', undefined],
    ['date = {../1933}', undefined],
    ['date = {193X}', undefined],
    ['date = {-0043/-0030}', undefined],
    ['date = {2026-12-31}', undefined],
    ['date = {2027}', 'has the date 2027, but the edition is of 2026'],
    ['date = {2027}, pubstate = {forthcoming}', undefined],
    ['date = {1999}, urldate = {2062-01-01}', 'has the date of access 2062-01-01, but the edition is of 2026'],
  ])('%s', async (field, expected) => {
    expect(await found(`@book{k, author = {Rossi, Anna}, title = {T}, publisher = {P}, ${field}}`)).toEqual(expected === undefined ? [] : [`c-022 \`k\` ${expected}`]);
  });

  // What a .bib file says so is no date at all: c-007.
  test.each<[parts: string, expected: string | undefined]>([
    ['[[1933, 2, 28]]', undefined],
    ['[[1900, 2, 29]]', undefined],
    ['[[1933, 2, 29]]', 'has the date 1933-02-29, but that month has 28 days'],
    ['[["1999", "4", "31"]]', 'has the date 1999-04-31, but that month has 30 days'],
    ['[[1999, 13]]', 'has the date 1999-13, but there is no month 13'],
    ['[[1933], [1934, 2, 30]]', 'has the date 1933/1934-02-30, but that month has 28 days'],
  ])('date-parts: %s', async (parts, expected) => {
    expect(await foundIn({ 's.json': `[{"id": "k", "type": "book", "title": "T", "publisher": "P", "issued": {"date-parts": ${parts}}}]` }, ['k'])).toEqual(expected === undefined ? [] : [`c-022 \`k\` ${expected}`]);
  });
});

describe('c-023, c-024, c-025, c-028: numbers and addresses', () => {
  test.each<[field: string, expected: string[]]>([
    ['isbn = {0-7146-4506-0}', []],
    ['isbn = {978-88-6292-404-7}', []],
    ['isbn = {ISBN 978-0-275-94877-1 (cloth), 0-275-97339-5 (paper)}', []],
    ['isbn = {097522980X}', []],
    ['isbn = {0 7146 4506 1}', ['c-023 the ISBN of `k` is wrong: 0 7146 4506 1: its last digit should be 0, or another digit is wrong']],
    ['isbn = {978-0-275-94877-2}', ['c-023 the ISBN of `k` is wrong: 978-0-275-94877-2: its last digit should be 1, or another digit is wrong']],
    ['isbn = {977-0-275-94877-1}', ['c-023 the ISBN of `k` is wrong: 977-0-275-94877-1: an ISBN of 13 digits begins with 978 or 979']],
    ['isbn = {0-7146}', ['c-023 the ISBN of `k` is wrong: “0-7146”: an ISBN has 10 or 13 digits']],
    ['issn = {0097-8493}', []],
    ['issn = {2434-561X}', []],
    ['issn = {0097-8494}', ['c-023 the ISSN of `k` is wrong: 0097-8494: its last digit should be 3, or another digit is wrong']],
    ['doi = {10.1002/(SICI)1096-987X(199803)19:4<377::AID-JCC1>3.0.CO;2-P}', []],
    ['doi = {1000/182}', ['c-023 the DOI of `k` is wrong: “1000/182”']],
    ['doi = {10.1000}', ['c-023 the DOI of `k` is wrong: “10.1000”']],
    ['doi = {http://dx.doi.org/10.1000/182}', ['c-024 the DOI of `k` is written as an address, and is taken for 10.1000/182']],
    ['doi = {doi:10.1000/182}', ['c-024 the DOI of `k` is written as an address, and is taken for 10.1000/182']],
    ['doi = {10.1000/182}, url = {http://a.example}', ['c-025 `k` has a DOI, and beside it the address http://a.example']],
    ['doi = {10.1000/182}, url = {https://a.example}', []],
    ['url = {http://a.example}', []],
    ['pages = {132--115}', ['c-028 the pages of `k` end before they begin: 132-115']],
    ['pages = {115--32, xiv--xx}', []],
    ['pages = {e12--e3}', []],
  ])('%s', async (field, expected) => {
    expect(await found(book('k', field))).toEqual(expected);
  });

  test.each<[file: string, text: string]>([
    ['s.json', '[{"id": "k", "type": "book", "title": "T", "publisher": "P", "issued": {"date-parts": [[1999]]}, "DOI": "https://doi.org/10.1000/182"}]'],
    ['s.yaml', '- {id: k, type: book, title: T, publisher: P, issued: 1999, DOI: "https://doi.org/10.1000/182"}'],
    ['s.ris', 'TY  - BOOK\nID  - k\nTI  - T\nPB  - P\nPY  - 1999\nDO  - https://doi.org/10.1000/182\nER  - \n'],
  ])('a DOI written as an address in %s', async (file, text) => {
    expect(await foundIn({ [file]: text }, ['k'])).toEqual(['c-024 the DOI of `k` is written as an address, and is taken for 10.1000/182']);
  });

  test('a set says nothing of its own', async () => {
    expect(await found(`${book('a', 'doi = {https://doi.org/10.1000/182}')}@set{s, entryset = {a}}`)).toEqual(['c-024 the DOI of `a` is written as an address, and is taken for 10.1000/182']);
  });

  test('a DOI written as an address prints like any other', async () => {
    const text = async (doi: string): Promise<string> => {
      const { resolved } = await readBook({ 'book.yaml': 'title: T\nchapters: [a.md]\nbibliography: b.bib\ncitation: {style: apa}\n', 'a.md': '# T\n\nWords [@k].\n\n::bibliography\n', 'b.bib': book('k', `doi = {${doi}}`) });
      return JSON.stringify(resolved.bibliography);
    };
    expect(await text('https://doi.org/10.1000/182')).toBe(await text('10.1000/182'));
  });
});
