/** Where pages end: full ones, no line alone, what lacks shared among them. */
import { describe, expect, test } from 'vitest';
import { countsOf, linesOf, names, p, pageOf } from './blocks.js';
import { sharedPress } from './lay.js';

const { lay } = sharedPress();

describe('lines', () => {
  const cases: [name: string, html: string, pages: string[][]][] = [
    ['fill their pages', p('a', 28), [names('a', 10), names('a', 10, 11), names('a', 8, 21)]],
    ['that fill one page make one page', p('a', 10), [names('a', 10)]],
    ['are not left alone at the head of a page', p('a', 11) + p('b', 7), [names('a', 9), [...names('a', 2, 10), ...names('b', 7)]]],
    ['are not left alone at the foot of a page', p('a', 9) + p('b', 9), [names('a', 9), names('b', 9)]],
    ['of a paragraph of two stay together', p('a', 9) + p('b', 2) + p('c', 7), [names('a', 9), [...names('b', 2), ...names('c', 7)]]],
    ['of a paragraph of three stay together', p('a', 8) + p('b', 3) + p('c', 7), [names('a', 8), [...names('b', 3), ...names('c', 7)]]],
    ['of a paragraph of four are divided in the middle', p('a', 8) + p('b', 4) + p('c', 6), [[...names('a', 8), ...names('b', 2)], [...names('b', 2, 3), ...names('c', 6)]]],
    ['on a last page are six or more, if the page before can spare them', p('a', 13), [names('a', 7), names('a', 6, 8)]],
  ];
  test.each(cases)('%s', async (_, html, pages) => expect(linesOf(await lay(html))).toEqual(pages));

  test('that lack are shared among the pages', async () => {
    // b is not divided, so that two lines lack before it: on two pages, not on one.
    expect(countsOf(await lay(p('a', 28) + p('b', 3) + p('c', 7))).toSorted((one, other) => one - other)).toEqual([9, 9, 10, 10]);
  });

  test('go on without indent and without space above', async () => {
    const { pages } = await lay(p('a', 3) + p('b', 12));
    expect(pages[0]?.lines[3]?.left).toBeGreaterThan((pages[0]?.edges[0] ?? 0) + 5);
    expect(Math.abs((pages[1]?.lines[0]?.left ?? 0) - (pages[1]?.edges[0] ?? 0))).toBeLessThan(1);
    expect(pages[1]?.lines[0]?.top).toBeCloseTo(pages[0]?.lines[0]?.top ?? NaN, 1);
  });

  test('of a paragraph of two after a page that has room for one begin the next', async () => {
    const laid = await lay(p('a', 4) + p('b', 5) + p('c', 2) + p('d', 8));
    expect([pageOf(laid, 'b5'), pageOf(laid, 'c1'), pageOf(laid, 'c2')]).toEqual([0, 1, 1]);
  });
});

describe('a price in book.yaml', () => {
  const cases: [name: string, html: string, costs: Record<string, number>, usual: number[], changed: number[]][] = [
    ['of 0 for widows lets a line stand alone at the head', p('a', 11) + p('b', 7), { widow: 0 }, [9, 9], [10, 8]],
    ['of 0 for orphans lets a line stand alone at the foot', p('a', 9) + p('b', 9), { orphan: 0 }, [9, 9], [10, 8]],
    ['of 0 for a last page with few lines fills the page before', p('a', 13), { stub: 0 }, [7, 6], [10, 3]],
    ['of 0 for stranded headings lets one end a page', `${p('a', 8)}<h4>Head</h4>${p('b', 8)}`, { heading: 0, stub: 0 }, [8, 9], [9, 8]],
    ['that is high for a short page divides a paragraph of three', p('a', 8) + p('b', 3) + p('c', 7), { short: 10_000, widow: 10, orphan: 10, stub: 0, uneven: 0 }, [8, 10], [10, 8]],
  ];
  test.each(cases)('%s', async (_, html, costs, usual, changed) => {
    expect(countsOf(await lay(html))).toEqual(usual);
    expect(countsOf(await lay(html, { page: { costs } }))).toEqual(changed);
  });
});

describe('a word divided at the end of a page', () => {
  const syllables = 'abc\u00addef\u00adghi\u00adjkl\u00admno ';

  test('shows its hyphen, and its line is as wide as the others', async () => {
    const { pages } = await lay(`<p data-at="x:1">${syllables.repeat(400)}</p>`);
    const divided = pages.filter((page) => page.html.includes('page-hyphen'));
    expect(divided.length).toBeGreaterThan(0);
    for (const page of divided) {
      const last = page.lines.at(-1);
      expect(last?.text).toMatch(/[a-o]-$/);
      expect(Math.abs((last?.right ?? 0) - page.edges[1])).toBeLessThan(1);
    }
  });

  test('leaves no soft hyphen where no line ends', async () => {
    const { pages } = await lay(`<p data-at="x:1">${'per\u00adhaps '.repeat(200)}</p>`);
    const shown = pages.flatMap((page) => [...page.html.matchAll(/\u00ad/g)]).length;
    expect(pages.flatMap((page) => page.lines).filter((line) => /[-\u00ad]$/.test(line.text)).length).toBe(shown + pages.filter((page) => page.html.includes('page-hyphen')).length);
  });

  test('is avoided by a line, as far as its price goes', async () => {
    const html = `<p data-at="x:1">${syllables.repeat(400)}</p>`;
    const divided = async (hyphen: number) => (await lay(html, { page: { costs: { hyphen } } })).pages.filter((page) => page.html.includes('page-hyphen')).length;
    expect(await divided(500)).toBeLessThan(await divided(0));
  });
});

describe('a line', () => {
  test('with a word that is wider than the page is broken in the word', async () => {
    const { pages } = await lay(`<p data-at="x:1">${'w'.repeat(300)}</p>${p('a', 3)}`);
    for (const line of pages[0]?.lines ?? []) expect(line.right).toBeLessThanOrEqual((pages[0]?.edges[1] ?? 0) + 1);
  });

  test('with a tall formula takes its height from the page', async () => {
    const fraction = '<math><mfrac><mfrac><mn>1</mn><mn>2</mn></mfrac><mfrac><mn>3</mn><mn>4</mn></mfrac></mfrac></math>';
    const laid = await lay(`<p data-at="x:1">${names('a', 20).map((line) => line + fraction).join('<br>')}</p>`);
    expect(Math.max(...laid.pages.map((page) => page.html.split('<math').length - 1))).toBeLessThan(10);
  });

  test.each([
    ['small capitals', '<span class="smallcaps">caps</span>'],
    ['code', '<code>code</code>'],
    ['a lowered figure', 'H<sub>2</sub>O'],
    ['a raised figure', 'x<sup>2</sup>'],
    ['a box to tick', '<span class="checkbox">\u2610</span>'],
    ['a formula', '<math><msub><mi>x</mi><mn>2</mn></msub></math>'],
    ['another alphabet', '<span lang="ru">Пакт</span>'],
  ])('with %s is as high as any other', async (_, words) => {
    expect(countsOf(await lay(`<p data-at="x:1">${names('a', 20).map((line) => `${line} ${words}`).join('<br>')}</p>`))).toEqual([10, 10]);
    expect(countsOf(await lay(`<p data-at="x:1">${Array.from({ length: 20 }, () => words).join('<br>')}</p>`))).toEqual([10, 10]);
  });
});

describe('a paragraph that opens a page', () => {
  test('is indented as one below another, and breaks its lines where it did', async () => {
    const word = 'salt ';
    const words = (count: number): string => `<p data-at="w:1">${word.repeat(count).trim()}</p>`;
    const laid = await lay(p('a', 9) + p('b', 1) + words(60) + p('c', 2));
    const together = await lay(p('a', 2) + words(60) + p('c', 7));
    const [opening, below] = [laid.pages[1]?.lines ?? [], together.pages[0]?.lines.slice(2) ?? []];
    expect(opening[0]?.text.startsWith('salt')).toBe(true);
    expect((opening[0]?.left ?? NaN) - (opening[1]?.left ?? NaN)).toBeGreaterThan(10);
    const salted = (lines: typeof opening): string[] => lines.map(({ text }) => text).filter((text) => text.startsWith('salt'));
    expect(salted(opening)).toEqual(salted(below));
  });
});

describe('emphasis over the turn of a page', () => {
  test('goes on, and leaves nothing empty', async () => {
    const { pages } = await lay(`<p data-at="x:1"><em>${names('a', 10).join('<br>')}<br></em><em>${names('b', 10).join('<br>')}</em></p>`);
    expect(pages.map((page) => [...page.html.matchAll(/<em[^>]*>/g)].length)).toEqual([1, 1]);
  });

  test('of a link keeps its address on both pages, and its id on the first', async () => {
    const { pages } = await lay(`<p data-at="x:1"><a id="there" href="https://example.org/">${names('a', 20).join('<br>')}</a></p>`);
    expect(pages.map((page) => [page.html.includes('href="https://example.org/"'), page.html.includes('id="there"')])).toEqual([[true, true], [true, false]]);
  });
});
