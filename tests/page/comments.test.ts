/** Comments on the pages: the line that the commentary gives is the line on which a reader finds the words; letters at the foot and in the margin. */
import { describe, expect, test } from 'vitest';
import { readBook } from '../suite/book.js';
import { drawNumbers } from '../lots.js';
import { names, noteLines, pageOf } from './blocks.js';
import { type Laid, type LaidPage, sharedPress, texts } from './lay.js';

const { layParts } = sharedPress();

/** So many words of running text, every fourth of them one that nothing else is called: `k1`, `k2`, … */
function running(count: number, seed: number, first: number): string {
  const random = drawNumbers(seed);
  const vocabulary = ['the', 'road', 'of', 'salt', 'and', 'darkest', 'commercial', 'toll', 'a', 'Council', 'negotiations', 'long'];
  return Array.from({ length: count }, (_, index) => (index % 4 === 3 ? `k${first + (index - 3) / 4}` : (vocabulary[random(vocabulary.length)] as string))).join(' ');
}

const keysIn = (text: string): string[] => text.match(/\bk\d+\b/g) ?? [];

/** Lays a chapter with a comment on each of its words `k…`, and the commentary behind it. */
async function layCommented(text: string, page: Record<string, string> = {}): Promise<Laid> {
  const comments = keysIn(text).map((key) => `:::comment{on=${key} placement=end}\nSo.\n:::`);
  const book = await readBook({
    'book.yaml': 'title: T\nchapters: [a.md]\nback: [end.md]\nregisters: {}\n',
    'a.md': `---\ntitle: A\n---\n\n${text}\n\n${comments.join('\n\n')}\n`,
    'end.md': '# End\n\n::commentary\n',
  });
  expect(book.findings).toEqual([]);
  return layParts(book.print.filter(({ kind }) => kind === 'chapter'), { page });
}

/** Key, page and line as the commentary gives them. */
function printed({ pages }: Laid): string[] {
  return pages.flatMap(({ lines }) => texts(lines)).flatMap((line) => {
    const [, folio, number, key] = /^p\. (\d+)(?:, l\. (\d+))? (k\d+)\]/.exec(line) ?? [];
    return key === undefined ? [] : [`${key} ${folio} ${number ?? '-'}`];
  });
}

/** The same, counted on the pages. A chapter's title is not counted. */
function counted({ pages }: Laid, keys: readonly string[], isLine: (line: string, page: LaidPage) => boolean = () => true): string[] {
  return keys.map((key) => {
    const bears = (line: { readonly text: string }): boolean => line.text.split(/[^\p{L}\p{N}]+/u).includes(key);
    const page = pages.find(({ lines }) => lines.some(bears)) as LaidPage;
    const lines = texts(page.lines).filter((line) => isLine(line, page) && line !== '1' && line !== 'A');
    const at = lines.findIndex((text) => bears({ text }));
    return `${key} ${page.folio} ${at < 0 ? '-' : at + 1}`;
  });
}

describe('the line of a comment at the end', () => {
  test.each([1, 2, 3])('is that of its words, in running text over many pages (%i)', async (seed) => {
    const text = [running(90, seed, 1), running(60, seed + 10, 100), running(150, seed + 20, 200)].join('\n\n');
    const laid = await layCommented(text);
    expect(laid.pages.length).toBeGreaterThan(4);
    expect(printed(laid)).toEqual(counted(laid, keysIn(text)));
  });

  test('counts headings, lists, boxes, verse, source and definitions', async () => {
    const text = `One k1 line.

# A k2 heading

- an item k3
- another

  with two paragraphs k4

> a quotation
>
> k5 of two

:::callout{title=Box}
In a box k6.
:::

| a line k7
|   of verse k8
|
| k9

\`\`\`
source
\`\`\`

After it k10.

Term
: Meaning k11

:::document{title=D source=S}
In a document k12.
:::

The last k13.`;
    const laid = await layCommented(text);
    expect(printed(laid)).toEqual(counted(laid, keysIn(text)));
  });

  test('does not count the rows of a table, and is not given for a word in one', async () => {
    const text = `Before k1.\n\n| Head |\n|---|\n| cell k2 |\n| cell |\n\nAfter k3.\n\n${running(30, 4, 4)}`;
    const laid = await layCommented(text);
    expect(printed(laid)).toEqual(counted(laid, keysIn(text), (line) => !/^(?:Head|cell.*)$/.test(line)));
    expect(printed(laid)[1]).toMatch(/^k2 \d -$/);
  });

  test('does not count a formula or a figure that stands elsewhere', async () => {
    const text = `Before k1.\n\n$$ x = y $$\n\n${names('Line', 3).map((line) => `${line}\\`).join('\n')}\nk2.\n\n| Head |\n|---|\n| cell |\n| cell |\n| cell |\n\n: Caption {#tbl:t placement=top}\n\n${running(40, 5, 3)}`;
    const laid = await layCommented(text);
    expect(printed(laid)).toEqual(counted(laid, keysIn(text), (line) => !/^(?:[xy=\s𝑥𝑦]+|Table 1\. Caption|Head|cell)$/.test(line)));
  });
});

describe('a comment with its page', () => {
  const book = (placement: string, text: string) => readBook({ 'a.md': `---\ntitle: A\n---\n\n${text}\n\n:::comment{on=k placement=${placement}}\nSo.\n:::\n` });

  test('stands at the foot of the page of its words, under its letter', async () => {
    const laid = await layParts((await book('foot', `${running(60, 1, 1)}\n\nHere k.`)).print.filter(({ kind }) => kind === 'chapter'));
    const page = laid.pages[pageOf(laid, 'Here ka.')];
    expect(noteLines(page)).toEqual(['a k] So.']);
    expect(laid.pages.filter(({ notes }) => notes.length > 0)).toEqual([page]);
  });

  test('stands in the margin beside them', async () => {
    const laid = await layParts((await book('margin', 'A line.\\\nHere k.')).print.filter(({ kind }) => kind === 'chapter'), { page: { notes: 'margin' } });
    const page = laid.pages[pageOf(laid, 'Here ka.')];
    const [note] = page?.marginal ?? [];
    expect(note?.text).toBe('a k] So.');
    expect(Math.abs((note?.top ?? NaN) - (page?.lines.find(({ text }) => text === 'Here ka.')?.top ?? NaN))).toBeLessThan(6);
  });

  test('links both ways', async () => {
    const laid = await layParts((await book('foot', 'Here k.')).print.filter(({ kind }) => kind === 'chapter'));
    const { places } = laid.navigation;
    expect(laid.prepared[pageOf(laid, 'Here ka.')]?.links.map((link) => places[Number(link.split(':')[1])]?.anchor)).toEqual(['k-k', 'on-k']);
  });

  test('is no note by number: a place in it is that of its page', async () => {
    const { print } = await readBook({
      'book.yaml': 'title: T\nchapters: [a.md]\nback: [end.md]\n',
      'a.md': '# A\n\nHere k.^[A note on :index[salt].]\n\n:::comment{on=k}\nOf :index[tolls].\n:::\n',
      'end.md': '# End\n\n::index\n',
    });
    const laid = await layParts(print.filter(({ kind }) => kind === 'chapter'));
    expect(laid.pages.flatMap(({ lines }) => texts(lines)).filter((line) => line.includes(','))).toEqual(['salt, 2n1', 'tolls, 2']);
  });
});
