/** Where “ibid.”, short forms and the numbers of first notes begin anew, and what they say there. */
import { describe, expect, test } from 'vitest';
import { listCitations } from '../../src/cite/list-citations.js';
import { readBook, said } from '../suite/book.js';

const bib = `
@book{salt, author = {Rossi, Ada}, title = {Salt}, publisher = {P}, date = 1930}
@book{oil, author = {Verdi, Bice}, title = {Oil}, publisher = {P}, date = 1930}
@book{tar, author = {Verdi, Bice}, title = {Tar}, publisher = {P}, date = 1930}
`;

/** What is cited, without the bibliography. */
async function cited(chapters: readonly string[], style: string, options: { restart?: 'chapter' | 'book'; notes?: 'chapter' | 'book'; nocite?: string } = {}) {
  const { restart = 'chapter', notes = 'chapter', nocite } = options;
  const files = chapters.map((text, index) => [`${index + 1}.md`, `# T\n\n${text}\n`] as const);
  const own = style.startsWith('<');
  const book = await readBook({
    'book.yaml': `title: T\nchapters: [${files.map(([name]) => name).join(', ')}]\nbibliography: b.bib\npage: {number-notes: ${notes}}\ncitation: {style: ${own ? 'h.csl' : style}, restart: ${restart}${nocite === undefined ? '' : `, nocite: ${nocite}`}}\n`,
    ...Object.fromEntries(files),
    'b.bib': bib,
    ...(own && { 'h.csl': style }),
  });
  const [lines = ''] = listCitations(book.resolved).split('\n\n');
  return { lines: lines.trim().split('\n').map((line) => line.replace(/^(\d).md:\d+:\d+ {2}/, '$1 ')), findings: said(book).filter((line) => !line.startsWith('c-005')) };
}

const two = ['One [@salt]. Two [@salt, p. 3]. Three [@oil].', 'One [@salt, p. 4]. Two [@salt, p. 5]. Three [@oil]. Four [@salt].'];

describe('in notes', () => {
  test.each<[what: string, style: string, restart: 'chapter' | 'book', expected: string[]]>([
    ['each chapter gives its sources in full', 'chicago-fullnote-bibliography-with-ibid', 'chapter', [
      '1 [note 1: Ada Rossi, *Salt* (P, 1930).]', '1 [note 2: Ibid., 3.]', '1 [note 3: Bice Verdi, *Oil* (P, 1930).]',
      '2 [note 1: Ada Rossi, *Salt* (P, 1930), 4.]', '2 [note 2: Ibid., 5.]', '2 [note 3: Bice Verdi, *Oil* (P, 1930).]', '2 [note 4: Rossi, *Salt*.]',
    ]],
    ['the book gives each once', 'chicago-fullnote-bibliography-with-ibid', 'book', [
      '1 [note 1: Ada Rossi, *Salt* (P, 1930).]', '1 [note 2: Ibid., 3.]', '1 [note 3: Bice Verdi, *Oil* (P, 1930).]',
      '2 [note 1: Rossi, *Salt*, 4.]', '2 [note 2: Ibid., 5.]', '2 [note 3: Verdi, *Oil*.]', '2 [note 4: Rossi, *Salt*.]',
    ]],
    ['the first note is one of the chapter', 'oscola', 'chapter', [
      '1 [note 1: Ada Rossi, *Salt* (P 1930).]', '1 [note 2: ibid 3.]', '1 [note 3: Bice Verdi, *Oil* (P 1930).]',
      '2 [note 1: Ada Rossi, *Salt* (P 1930) 4.]', '2 [note 2: ibid 5.]', '2 [note 3: Bice Verdi, *Oil* (P 1930).]', '2 [note 4: Rossi (n 1).]',
    ]],
  ])('%s (%s)', async (_what, style, restart, expected) => {
    expect((await cited(two, style, { restart })).lines).toEqual(expected);
  });

  test('so they do where citeproc-js goes through all citations in turn', async () => {
    const style = 'chicago-fullnote-bibliography-with-ibid';
    expect((await cited(two, style, { nocite: 'tar' })).lines).toEqual((await cited(two, style)).lines);
    expect((await cited(two, 'oscola', { nocite: 'tar' })).lines).toEqual(expect.arrayContaining(['1 [note 2: ibid 3.]', '2 [note 1: Ada Rossi, *Salt* (P 1930) 4.]', '2 [note 4: Rossi (n 1).]']));
  });

  test('a chapter of one note, and one that begins with a higher number than the last ended with', async () => {
    expect((await cited(['One [@salt].', 'One.^[Nothing.] Two [@salt].', 'Three [@salt].'], 'oscola')).lines).toEqual(['1 [note 1: Ada Rossi, *Salt* (P 1930).]', '2 [note 2: Ada Rossi, *Salt* (P 1930).]', '3 [note 1: Ada Rossi, *Salt* (P 1930).]']);
  });

  test.each<['chapter' | 'book', string[]]>([
    ['chapter', ['1 [note 2: Ada Rossi, *Salt* (P 1930).]', '1 [note 3: Bice Verdi, *Oil* (P 1930).]', '1 [note 4: Rossi (n 2).]', '2 [note 2: Ada Rossi, *Salt* (P 1930).]', '2 [note 3: Bice Verdi, *Oil* (P 1930).]', '2 [note 4: Rossi (n 2).]']],
    ['book', ['1 [note 2: Ada Rossi, *Salt* (P 1930).]', '1 [note 3: Bice Verdi, *Oil* (P 1930).]', '1 [note 4: Rossi (n 2).]', '2 [note 6: Rossi (n 2).]', '2 [note 7: Verdi (n 3).]', '2 [note 8: Rossi (n 2).]']],
  ])('“n 2” is the number on the page, whatever cites nothing before it; notes counted through the %s', async (notes, expected) => {
    const text = 'Zero.^[Nothing.] One [@salt]. Two [@oil]. Three [@salt].';
    expect(await cited([text, text], 'oscola', { restart: notes, notes })).toEqual({ lines: expected, findings: [] });
  });

  test('a note that cites nothing parts a source from its “ibid.”', async () => {
    const { lines } = await cited(['One [@salt]. Two.^[Nothing.] Three [@salt]. Four [@salt].'], 'chicago-fullnote-bibliography-with-ibid');
    expect(lines).toEqual(['1 [note 1: Ada Rossi, *Salt* (P, 1930).]', '1 [note 3: Rossi, *Salt*.]', '1 [note 4: Ibid.]']);
  });

  test('a note within a note does not begin anew', async () => {
    const { lines } = await cited(['One^[See [@salt] and^[Here [@oil].] then [@salt].]. Two [@oil].'], 'chicago-fullnote-bibliography');
    expect(lines).toEqual(['1 Ada Rossi, *Salt* (P, 1930)', '1 (Bice Verdi, *Oil* [P, 1930])', '1 (Rossi, *Salt*)', '1 [note 3: Verdi, *Oil*.]']);
  });
});

const ibidInText = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>H</title><id>h</id><updated>2026-01-01T00:00:00+00:00</updated></info>
<citation><layout prefix="(" suffix=")" delimiter="; "><choose><if position="ibid"><text value="ibid."/></if><else-if position="subsequent"><text variable="title" form="short"/></else-if><else><names variable="author"/><text variable="title" prefix=", "/></else></choose></layout></citation></style>`;

describe('in the text', () => {
  test.each<['chapter' | 'book', string]>([
    ['chapter', '(Ada Rossi, Salt)'],
    ['book', '(ibid.)'],
  ])('a chapter begins with a source that the last one ended with; anew in each %s', async (restart, expected) => {
    const { lines, findings } = await cited(['One [@salt]. Two [@salt].', 'One [@salt]. Two [@oil]. Three [@salt].'], ibidInText, { restart });
    expect(lines).toEqual(['1 (Ada Rossi, Salt)', '1 (ibid.)', `2 ${expected}`, '2 (Bice Verdi, Oil)', '2 (Salt)']);
    expect(findings).toEqual(restart === 'chapter' ? [] : ['c-027 2.md:3:7 the first citation of the chapter is “ibid.”: `salt` was last cited in an earlier chapter']);
  });

  test.each([
    ['letters', 'chicago-author-date', ['1 (Verdi 1930a)', '2 (Verdi 1930b)', '2 (Verdi 1930a)']],
    ['numbers', 'ieee', ['1 [1]', '2 [2]', '2 [1]']],
  ])('%s stay those of the book (%s)', async (_what, style, expected) => {
    expect((await cited(['One [@oil].', 'One [@tar]. Two [@oil].'], style)).lines).toEqual(expected);
  });
});

describe('c-030: the number of a note in another chapter', () => {
  const told = 'c-030 2.md:3:7 this leads to note 1, and means that of an earlier chapter, where `salt` is first cited';
  test.each<[what: string, chapters: string[], style: string, options: Parameters<typeof cited>[2], expected: string[]]>([
    ['is told once, with how many more there are', two, 'oscola', { restart: 'book' }, [`${told}; 2 more citations lead astray like this`]],
    ['is none where positions begin anew', two, 'oscola', { restart: 'chapter' }, []],
    ['is one and the same where the book counts its notes', two, 'oscola', { restart: 'book', notes: 'book' }, []],
    ['is not said by a style that gives none', two, 'chicago-fullnote-bibliography', { restart: 'book' }, []],
    ['nor by “ibid.”', ['One [@salt].', 'One [@oil]. Two [@oil].'], 'oscola', { restart: 'book' }, []],
  ])('%s', async (_what, chapters, style, options, expected) => {
    expect((await cited(chapters, style, options)).findings).toEqual(expected);
  });
});
