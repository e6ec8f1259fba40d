/** What is said of the way sources are cited. */
import { describe, expect, test } from 'vitest';
import { parsePages } from '../../src/cite/page-range.js';
import { readBook, said } from '../suite/book.js';

const bib = `
@article{salt, author = {Rossi, Anna}, title = {Salt}, journaltitle = {J}, date = 1999, pages = {115--132}}
@article{oil, author = {Rossi, Anna}, title = {Oil}, journaltitle = {J}, date = 1999, pages = {9}}
@book{coal, author = {Rossi, Ugo}, title = {Coal}, publisher = {P}, date = 1999, pagetotal = 246}
@article{anon, title = {Salt}, journaltitle = {J}, date = 1999, pages = {xiv--xx}}
@set{both, entryset = {coal, salt}}
@article{odd, title = {Odd}, journaltitle = {J}, date = 1999, pages = {e12}}
`;

/** `style` is the inside of a CSL layout, or the name of an installed style. */
async function found(chapters: readonly string[], style = 'apa'): Promise<string[]> {
  const own = style.startsWith('<');
  const files = chapters.map((text, index) => [`${index + 1}.md`, `# T\n\n${text}\n`] as const);
  const csl = `<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>H</title><id>h</id><updated>2026-01-01T00:00:00+00:00</updated></info><citation${style}</citation></style>`;
  const book = await readBook({ 'book.yaml': `title: T\nchapters: [${files.map(([name]) => name).join(', ')}]\nbibliography: b.bib\ncitation: {style: ${own ? 'h.csl' : style}}\n`, ...Object.fromEntries(files), 'b.bib': bib, ...(own && { 'h.csl': csl.replace('citation<', 'citation') }) });
  return said(book);
}

const authorAndYear = '<layout prefix="(" suffix=")" delimiter="; "><names variable="author"><name form="short"/></names><date variable="issued" prefix=" "><date-part name="year"/></date></layout>';

describe('c-026: two works in the same words', () => {
  const alike = (key: string, first: string, place: string) => `c-026 ${place} \`${key}\` and \`${first}\` are both cited as “(Rossi 1999)”`;
  test.each<[what: string, text: string, style: string, expected: string[]]>([
    ['a style that tells nothing apart', 'Words [@salt, p. 120] and [see @oil].', `<>${authorAndYear}`, [alike('oil', 'salt', '1.md:3:33')]],
    ['two of one family', 'Words [@salt] and [@coal].', `<>${authorAndYear}`, [alike('coal', 'salt', '1.md:3:21')]],
    ['a style that counts years', 'Words [@salt] and [@oil].', `< disambiguate-add-year-suffix="true">${authorAndYear.replace('</date></layout>', '</date><text variable="year-suffix"/></layout>')}`, []],
    ['APA', 'Words [@salt] and [@oil] and [@coal].', 'apa', []],
    ['one work twice', 'Words [@salt] and [@salt, p. 120].', `<>${authorAndYear}`, []],
    ['numbers', 'Words [@salt] and [@oil].', 'ieee', []],
    ['notes', 'Words [@salt] and [@oil].', 'chicago-fullnote-bibliography', []],
  ])('%s', async (_, text, style, expected) => {
    expect(await found([text], style)).toEqual(expected);
  });
});

describe('c-027: “ibid.” where a chapter begins', () => {
  const withIbid = 'chicago-fullnote-bibliography-with-ibid';
  const told = 'c-027 2.md:3:9 the first citation of the chapter is “Ibid.”: `salt` was last cited in an earlier chapter';
  test.each<[what: string, chapters: string[], style: string, expected: string[]]>([
    ['the same source before and after', ['Words [@salt].', 'Words [@salt].'], withIbid, [told]],
    ['with another page', ['Words [@salt, p. 115].', 'Words [@salt, p. 120].'], withIbid, [told]],
    ['two notes of the author’s', ['Words.^[In @salt.]', 'Words.^[See @salt.]'], withIbid, [told.replace('3:9', '3:14').replace('Ibid.', 'Ibid')]],
    ['within a chapter', ['Words [@salt] and [@salt].'], withIbid, []],
    ['another source between', ['Words [@salt] and [@oil].', 'Words [@salt].'], withIbid, []],
    ['two sources before it', ['Words [@salt; @oil].', 'Words [@salt].'], withIbid, []],
    ['a chapter without citations between', ['Words [@salt].', 'Words.', 'Words [@salt].'], withIbid, [told.replace('2.md', '3.md')]],
    ['a style that names its sources again', ['Words [@salt].', 'Words [@salt].'], 'chicago-fullnote-bibliography', []],
    ['a style without notes', ['Words [@salt].', 'Words [@salt].'], 'apa', []],
  ])('%s', async (_, chapters, style, expected) => {
    expect(await found(chapters, style)).toEqual(expected);
  });
});

describe('c-028, c-029: locators', () => {
  const backwards = (written: string) => [`c-028 1.md:3:13 “${written}” of \`salt\` ends before it begins`];
  test.each<[citation: string, expected: string[]]>([
    ['[@salt, pp. 115-32]', []],
    ['[@salt, p. 45-12]', backwards('p. 45-12')],
    ['[@salt, 130–120]', backwards('130–120')],
    ['[@salt, § 45-12]', []],
    ['[@salt, pp. 120, 131-132]', []],
    ['[@salt, p. 140]', ['c-029 1.md:3:13 “p. 140” is not in `salt`, which has the pages 115–132']],
    ['[@salt, pp. 120-140]', ['c-029 1.md:3:13 “pp. 120-140” is not in `salt`, which has the pages 115–132']],
    ['[@salt, p. xii]', []],
    ['[@salt, chap. 200]', []],
    ['[@salt, p. 120ff.]', []],
    ['[@oil, p. 12]', []],
    ['[@oil, p. 3]', ['c-029 1.md:3:12 “p. 3” is not in `oil`, which begins on page 9']],
    ['[@coal, p. 246]', []],
    ['[@coal, p. 247]', ['c-029 1.md:3:13 “p. 247” is not in `coal`, which has 246 pages']],
    ['[@coal, p. cclx]', []],
    ['[@anon, p. xxi]', ['c-029 1.md:3:13 “p. xxi” is not in `anon`, which has the pages xiv–xx']],
    ['[@odd, p. 500]', []],
    ['[@both, p. 140]', ['c-029 1.md:3:13 “p. 140” is not in `salt`, which has the pages 115–132']],
    ['[@oil, p. 9; @salt, p. 9]', ['c-029 1.md:3:25 “p. 9” is not in `salt`, which has the pages 115–132']],
  ])('%s', async (citation, expected) => {
    expect(await found([`Yes ${citation}.`], 'chicago-author-date')).toEqual(expected);
  });
});

describe('pages as numbers', () => {
  test.each<[string, [number, number][] | undefined]>([
    ['115', [[115, 115]]],
    ['115-132', [[115, 132]]],
    ['115-32', [[115, 132]]],
    ['1743–5', [[1743, 1745]]],
    ['xiv-xx, 3', [[14, 20], [3, 3]]],
    ['45-12', [[45, 12]]],
    ['e12', undefined],
    ['12ff', undefined],
    ['12-xx', undefined],
    ['', undefined],
  ])('%s', (pages, expected) => {
    expect(parsePages(pages)?.map(({ first, last }) => [first, last])).toEqual(expected);
  });
});

describe('m-005: a citation where it stays as it is written', () => {
  const shows = (place: string, name: string, written: string) => `m-005 1.md:${place} a citation is not supported in an attribute: \`${name}\` shows \`${written}\` as it is written`;
  test.each<[text: string, expected: string[]]>([
    [':::callout{title="After [@salt, p. 120]"}\nText.\n:::', [shows('3:25', 'title', '[@salt, p. 120]')]],
    [':::document{#doc:a title="See @salt" source="[@salt] and [@none]"}\nText.\n:::', [shows('3:31', 'title', '@salt'), shows('3:46', 'source', '[@salt]')]],
    [':::callout{title="rossi@example.org, @everybody"}\nText.\n:::', []],
    [':index[Salt [@salt]]{entry="salt"}\n\n::index', []],
  ])('%j', async (text, expected) => {
    expect(await found([text])).toEqual(expected);
  });

  test.each([':claim[It was heavy [@salt, p. 120].]{#claim:a status=verified}', ':index[Salt [@salt]]{entry=salt}', '[Salt [@salt]]{.smallcaps}', '## Salt [@salt]', '> Salt @salt [p. 120]'])('none is in %j, where it is set', async (text) => {
    const book = await readBook({ 'book.yaml': 'title: T\nchapters: [a.md]\nbibliography: b.bib\ncitation: {style: apa}\n', 'a.md': `# T\n\n${text}\n`, 'b.bib': bib });
    expect(JSON.stringify(book.print)).toContain('1999');
    expect(JSON.stringify(book.print)).not.toContain('@salt');
    expect(said(book).filter((line) => line.startsWith('m-005'))).toEqual([]);
  });
});
