/** What `octavo cite` prints. */
import { describe, expect, test } from 'vitest';
import { readLibrary } from '../../src/cite/library.js';
import { exportSources } from '../../src/cite/export-sources.js';
import { listCitations } from '../../src/cite/list-citations.js';
import { readBook, said } from '../suite/book.js';

const sources = `@book{doe:salt, author = {Rossi, Ada and {Salt Board}}, title = {On {NATO} \\& salt_tax: 5\\% of {\\'E}vry}, date = {1930/1931}, keywords = {primary}}
@incollection{road, author = {Вердий, Б. and von Braun, Xü}, title = {Дорога}, booktitle = {Ways}, editor = {Neri, Carla}, date = {1950}, doi = {10.1000/a_b}}
@phdthesis{hill, author = {Neri, Carla}, title = {Hill}, school = {Turin}, date = {1960}}
@book{lost, title = {Never Cited}, date = {1961}}
`;
const text = '# A\n\nOne [see @doe:salt, p. 3; @road].^[As @road [p. 5] says, *so* [@doe:salt].]\n\nAnd @doe:salt [p. 9] goes on.\n\n::bibliography\n';

const book = (style: string, citation = '') => readBook({ 'book.yaml': `title: T\nchapters: [a.md]\nbibliography: s.bib\ncitation: {style: ${style}${citation}}\n`, 's.bib': sources, 'a.md': text });

describe('the list', () => {
  test('of a style that cites in the text', async () => {
    expect(listCitations((await book('chicago-author-date')).resolved)).toBe(`a.md:3:5  (see Rossi and Salt Board 1930–1931, 3; Вердий and von Braun 1950)
a.md:3:39  Вердий and von Braun (1950, 5)
a.md:3:63  (Rossi and Salt Board 1930–1931)
a.md:5:5  Rossi and Salt Board (1930–1931, 9)

doe:salt  Rossi, Ada and Salt Board. 1930–1931. *On NATO & Salt_tax: 5% of Évry*.
road  Вердий, Б., and Xü von Braun. 1950. ‘Дорога’. In *Ways*, edited by Carla Neri. https://doi.org/10.1000/a_b.
`);
  });

  test('of a note style, with what the text keeps and what the note says', async () => {
    expect(listCitations((await book('chicago-fullnote-bibliography')).resolved)).toBe(`a.md:3:5  [note 1: See Ada Rossi and Salt Board, *On NATO & Salt_tax: 5% of Évry*, 1930–1931, 3; Б. Вердий and Xü von Braun, ‘Дорога’, in *Ways*, ed. Carla Neri, 1950, https://doi.org/10.1000/a_b.]
a.md:3:39  Вердий and von Braun, ‘Дорога’, 5
a.md:3:63  (Rossi and Salt Board, *On NATO & Salt_tax*)
a.md:5:5  Rossi and Salt Board [note 3: Rossi and Salt Board, *On NATO & Salt_tax*, 9.]

doe:salt  Rossi, Ada and Salt Board. *On NATO & Salt_tax: 5% of Évry*, 1930–1931.
road  Вердий, Б., and Xü von Braun. ‘Дорога’. In *Ways*, edited by Carla Neri, 1950. https://doi.org/10.1000/a_b.
`);
  });

  test('of a book that cites nothing is empty', async () => {
    expect(listCitations((await readBook({ 'a.md': '# A\n' })).resolved)).toBe('');
  });
});

describe('the sources for another program', () => {
  test('are those cited, in the order of the library', async () => {
    const exported = JSON.parse(exportSources((await book('apa')).resolved, 'csl-json')) as { id: string }[];
    expect(exported.map(({ id }) => id)).toEqual(['doe:salt', 'road']);
    const named = JSON.parse(exportSources((await book('apa', ', nocite: hill')).resolved, 'csl-json')) as { id: string }[];
    expect(named.map(({ id }) => id)).toEqual(['doe:salt', 'road', 'hill']);
    expect(exportSources((await readBook({ 'a.md': '# A\n' })).resolved, 'csl-json')).toBe('[]\n');
  });

  test.each(['bibtex', 'biblatex'] as const)('as %s, keep key, type and letters, and can be read again', async (format) => {
    const { resolved, ...found } = await book('apa', ', nocite: hill');
    expect(said(found)).toEqual(['c-005 s.bib:4:7 `lost` is never cited, so it is not in the bibliography']);
    const written = exportSources(resolved, format);
    expect(written.match(/^@.*$/gm)).toEqual(['@book{doe:salt,', '@incollection{road,', '@phdthesis{hill,']);
    const findings: string[] = [];
    const again = readLibrary([{ file: 'x.bib', text: written }], (code, _place, fact) => void findings.push(`${code} ${fact}`)).entries;
    expect(findings).toEqual([]);
    for (const [key, { csl }] of again) {
      const { author, DOI } = resolved.library.entries.get(key)?.csl ?? {};
      expect({ author: csl.author, DOI: csl['DOI'], title: csl.title?.replace(/<[^>]*>/g, '') }).toEqual({ author, DOI, title: resolved.library.entries.get(key)?.csl.title?.replace(/<[^>]*>/g, '') });
    }
    if (format === 'biblatex') expect(written).toContain('date = {1930/1931}');
  });
});
