/** What `octavo evidence` finds in a chapter, and how it writes it down. */
import { describe, expect, test } from 'vitest';
import { auditEvidence, type ChapterAudit, type EvidenceAudit } from '../../src/audit/audit-evidence.js';
import { findQuotations } from '../../src/audit/find-quotations.js';
import { isClean, writeAudit } from '../../src/audit/write-audit.js';
import { bib, readBook, type Files } from '../suite/book.js';

const yaml = 'title: T\nchapters: [a.md]\nbibliography: b.bib\ncitation: {style: apa}\n';

async function audit(text: string, files: Files = {}): Promise<EvidenceAudit> {
  return auditEvidence((await readBook({ 'book.yaml': yaml, 'b.bib': bib, 'a.md': `# T\n\n${text}\n`, ...files })).resolved);
}

const chapterOf = async (text: string): Promise<ChapterAudit> => (await audit(text)).chapters[0] as ChapterAudit;
const linesOf = (passages: ChapterAudit['paragraphsWithoutSource']): (number | undefined)[] => passages.map(({ place }) => place.line);

describe('a paragraph without a source', () => {
  test.each<[name: string, text: string, lines: number[], looked: number]>([
    ['of two sentences, without', 'Salt was very heavy. It needed good roads.', [3], 1],
    ['of one sentence', 'Salt was very heavy, and it needed good roads.', [], 0],
    ['of a sentence and a scrap', 'Salt was heavy, as all know. Cf. here.', [], 0],
    ['with a citation', 'Salt was very heavy. It needed good roads [@clarke1991].', [], 1],
    ['with a narrative citation', 'Salt was heavy, says @clarke1991. It needed good roads.', [], 1],
    ['with a citation in an inline note', 'Salt was very heavy.^[See [@clarke1991].] It needed good roads.', [], 1],
    ['with a citation in a note by name', 'Salt was very heavy.[^n] It needed good roads.\n\n[^n]: See [@clarke1991].', [], 1],
    ['with a note that cites nothing', 'Salt was very heavy.[^n] It needed good roads.\n\n[^n]: So it was.', [3], 1],
    ['in a callout', ':::callout\nSalt was very heavy. It needed good roads.\n:::', [4], 1],
    ['in an alert', '> [!NOTE]\n> Salt was very heavy. It needed good roads.', [4], 1],
    ['that is no prose: a list, a question, a motto', '- Salt was very heavy. It needed good roads.\n\n:::question\nWas the salt heavy? Did it need roads?\n:::\n\n:::epigraph\nSalt was very heavy. It needed good roads.\n:::', [], 0],
  ])('%s', async (_name, text, lines, looked) => {
    const { paragraphs, paragraphsWithoutSource } = await chapterOf(text);
    expect([linesOf(paragraphsWithoutSource), paragraphs]).toEqual([lines, looked]);
  });
});

test('what a file that is included says without a source is found there', async () => {
  const { chapters } = await audit('::include{file=b.md}', { 'b.md': 'Salt was very heavy. It needed good roads.\n\nCited here it was.[^n] It needed good roads.\n\n[^n]: See [@clarke1991].\n\n> Salt is heavy.\n' });
  expect(chapters.map((chapter) => [chapter.paragraphs, chapter.paragraphsWithoutSource.map(({ place }) => place), chapter.quotationsWithoutSource.map(({ place }) => place)])).toMatchObject([[2, [{ file: 'b.md', line: 1 }], [{ file: 'b.md', line: 7 }]]]);
});

describe('a quotation', () => {
  test.each<[name: string, text: string, words: string[], count: number]>([
    ['without a source', 'He said ‘salt is as heavy as lead’.', ['‘salt is as heavy as lead’'], 1],
    ['of a few words', 'He said ‘salt is heavy’.', [], 0],
    ['with a citation after it', 'He said ‘salt is as heavy as lead’ [@clarke1991].', [], 1],
    ['with a note that cites', 'He said ‘salt is as heavy as lead’.^[[@clarke1991]]', [], 1],
    ['with a citation before it', 'All agree [@clarke1991]. He said ‘salt is as heavy as lead’.', ['‘salt is as heavy as lead’'], 1],
    ['with a narrative citation before it', '@clarke1991 says ‘salt is as heavy as lead’.', [], 1],
    ['with an apostrophe and another in it', 'He said ‘the salt’s weight is “as heavy as lead is” too’.', ['‘the salt’s weight is “as heavy as lead is” too’'], 1],
    ['in a block, without', '> Salt is heavy.', ['Salt is heavy.'], 1],
    ['in a block with a citation', '> Salt is heavy [@clarke1991].', [], 1],
    ['in a block that a citation leads in', 'As he wrote [@clarke1991, p. 2]:\n\n> Salt is heavy.', [], 1],
    ['in a document without a source', ':::document{title="A letter"}\nSalt.\n:::', ['Salt.'], 1],
    ['in a document with a source', ':::document{title="A letter" source="Invented"}\nSalt.\n:::', [], 1],
  ])('%s', async (_name, text, words, count) => {
    const { quotations, quotationsWithoutSource } = await chapterOf(text);
    expect([quotationsWithoutSource.map((quotation) => quotation.words), quotations]).toEqual([words, count]);
  });

  test.each([
    ['en-US', '“one two three four five” and ‘six seven eight nine ten’', 2],
    ['de', '„eins zwei drei vier fünf“', 1],
    ['fr', '« un deux trois quatre cinq »', 1],
    ['ru', '«один „два“ три четыре пять шесть»', 1],
    ['it', '«uno due tre quattro cinque» "sei sette otto nove dieci"', 2],
    ['en-GB', 'the merchants’ salt was not the carters’ salt', 0],
    ['en-GB', '‘it never closes and goes on for long', 0],
  ])('in the marks of %s: %s', (language, words, count) => {
    expect(findQuotations([{ kind: 'words', words }], language)).toHaveLength(count);
  });
});

const claims = `:claim[One]{#claim:one status=disputed} :claim[Two]{#claim:two status=verified} :claim[Three]{#claim:three status=verified}

:::evidence{for=claim:one}
One [@clarke1991].
:::

:::evidence{for=claim:two}
Two.^[See [@petracchi1982]; [@clarke1991].]
:::

:::evidence{for=claim:three}
Three.
:::

::evidence`;

test('claims by standing, those without a source, and sources of one claim', async () => {
  const { chapters, sourcesOfOneClaim, sourcesOfNothingElse } = await audit(`${claims}\n\nTo be read as well: [@petracchi1982].`);
  expect(chapters[0]?.claims).toEqual({ verified: 2, disputed: 1, unverified: 0, contradicted: 0 });
  expect(chapters[0]?.claimsWithoutSource.map(({ label, words }) => [label, words])).toEqual([['claim:three', 'Three']]);
  expect(sourcesOfOneClaim.map(({ key, claim }) => [key, claim])).toEqual([['petracchi1982', 'claim:two']]);
  expect(sourcesOfNothingElse).toEqual([]);
});

test('a source that nothing but one claim cites', async () => {
  expect((await audit(claims)).sourcesOfNothingElse.map(({ key }) => key)).toEqual(['petracchi1982']);
});

test('is written with places, excerpts and totals', async () => {
  const found = await audit(`Salt was very heavy, and whoever had to carry it over the hills knew. It needed good roads.\n\nHe said ‘salt is as heavy as lead’.\n\n${claims}`);
  expect(writeAudit(found)).toBe(`T (a.md)
  claims without a source
    a.md:7:81  \`claim:three\` (verified) Three
  paragraphs without a source
    a.md:3:1  Salt was very heavy, and whoever had to carry it over the …
  quotations without a source
    a.md:5:1  ‘salt is as heavy as lead’

sources that carry one claim only
    b.bib:4:7  \`petracchi1982\` for \`claim:two\`, cited nowhere else

chapter  verified  disputed  unverified  contradicted  unsourced  paragraphs  unsourced  quotations  unsourced
a.md            2         1           0             0          1           1          1           1          1
all             2         1           0             0          1           1          1           1          1
`);
  expect(isClean(found)).toBe(false);
});

test('a book that says where from has nothing but its table', async () => {
  const found = await audit('Salt was very heavy. It needed good roads [@clarke1991].');
  expect(isClean(found)).toBe(true);
  expect(writeAudit(found).split('\n')).toHaveLength(4);
});
