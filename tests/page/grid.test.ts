/** The baseline grid: lines of facing pages stand at the same heights, whatever stands between them; white that fills a page. */
import { describe, expect, test } from 'vitest';
import { boxOf, calling, callout, countsOf, figure, heading, lineOf, list, listing, names, note, p, pageOf, question, source, table } from './blocks.js';
import { type Laid, sharedPress } from './lay.js';

const { lay } = sharedPress();
const leading = 18;

/** How far a line of running text stands from the grid, px. */
function offGrid(laid: Laid, name: RegExp): number[] {
  const tops = laid.pages.flatMap((page) => page.lines.filter(({ text }) => name.test(text)).map(({ top }) => top));
  const [first = 0] = tops;
  return tops.map((top) => Math.abs(((((top - first) % leading) + leading + leading / 2) % leading) - leading / 2)).filter((off) => off > 0.6);
}

const paragraphs = /^[abc]\d+$/;
const display = '<div class="equation" data-at="e:1"><math display="block"><mfrac><mi>x</mi><mfrac><mi>y</mi><mi>z</mi></mfrac></mfrac></math></div>';

describe('lines stand on the grid', () => {
  const between: [what: string, html: string][] = [
    ['a figure', figure('f', 33)],
    ['a table', table('t', 3)],
    ['a captioned table', table('t', 2, { caption: 'Words' })],
    ['a display', display],
    ['a heading', heading('Head')],
    ['two headings', heading('Head') + heading('Below', 3)],
    ['a list', list('i', 3)],
    ['a quotation', `<blockquote>${p('q', 3)}</blockquote>`],
    ['a callout', callout(p('q', 3))],
    ['source', source(names('s', 4))],
    ['a listing', listing('l', names('s', 4))],
    ['a question', question('Why?', 1)],
    ['a thematic break', '<hr>'],
  ];
  test.each(between)('after %s', async (_, html) => {
    for (const before of [2, 5]) {
      const laid = await lay(p('a', before) + html + p('b', 13));
      expect(laid.pages.length).toBeGreaterThan(1);
      expect(offGrid(laid, paragraphs)).toEqual([]);
    }
  });

  test.each([
    ['a table', table('t', 16)],
    ['a callout', callout(p('q', 14))],
    ['source', source(names('s', 17))],
    ['a listing', listing('l', names('s', 17))],
    ['a list', list('i', 15)],
  ])('after %s that began on the page before', async (_, html) => {
    const laid = await lay(p('a', 2) + html + p('b', 14));
    expect(pageOf(laid, 'b1')).toBeGreaterThan(0);
    expect(offGrid(laid, paragraphs)).toEqual([]);
  });

  test('below a figure at the head of the page', async () => {
    expect(offGrid(await lay(p('a', 3) + figure('f', 33, { placement: 'top' }) + p('b', 14)), paragraphs)).toEqual([]);
  });

  test('where a figure left', async () => {
    expect(offGrid(await lay(p('a', 6) + figure('f', 90) + p('b', 18)), paragraphs)).toEqual([]);
  });

  test('above notes', async () => {
    expect(offGrid(await lay(calling('a', 14, 3, 'x'), { notes: { x: note(2) } }), /^a/)).toEqual([]);
  });

  test('of a chapter that begins with a list', async () => {
    expect(offGrid(await lay(list('i', 3) + p('a', 4) + p('b', 14)), paragraphs)).toEqual([]);
  });
});

describe('white that fills a page', () => {
  /** What lies between the two paragraphs, but for the headings themselves. */
  const gap = (laid: Laid, above: string, below: string): number => lineOf(laid, below).top - lineOf(laid, above).top;
  /** A page with room for one more line, which the paragraph of three after it cannot use. */
  const short = (html: string): string => `${html}${p('y', 3)}${p('z', 6)}`;

  test.each([
    ['above a heading', p('a', 2) + heading('Head') + p('b', 3), 'a2', 'b1'],
    ['above a figure', p('a', 2) + figure('f', 20) + p('b', 2), 'a2', 'b1'],
    ['above a quotation', p('a', 2) + `<blockquote>${p('b', 5)}</blockquote>`, 'a2', 'b1'],
  ])('grows %s, by whole lines, until the page is full', async (_, html, above, below) => {
    const free = gap(await lay(html), above, below);
    const full = await lay(short(html));
    expect(pageOf(full, 'y1')).toBe(1);
    expect(gap(full, above, below) - free).toBeGreaterThanOrEqual(leading - 0.5);
    expect(offGrid(full, /^[aby]\d/)).toEqual([]);
    expect(lineOf(full, full.pages[0]?.lines.at(-1)?.text ?? '').top).toBeGreaterThan((full.pages[0]?.depth ?? NaN) - leading - 2);
  });

  test('does not grow above the first block of a page', async () => {
    const laid = await lay(heading('Head') + p('a', 5) + short(''));
    expect(boxOf(laid, 'head').top).toBeCloseTo(0, 0);
  });

  test('does not grow on the last page', async () => {
    const html = p('a', 2) + heading('Head') + p('b', 2);
    expect(gap(await lay(html), 'a2', 'b1')).toBeCloseTo(gap(await lay(html + p('c', 1)), 'a2', 'b1'), 1);
  });

  test('does not grow between what announces and what is announced', async () => {
    const announced = (more: string) => lay(`${p('a', 2)}${heading('Head')}<p data-keep="next" data-at="l:1">Lead</p>${list('i', 2)}${more}`);
    expect(gap(await announced(p('y', 3) + p('z', 6)), 'Lead', 'i1')).toBeCloseTo(gap(await announced(''), 'Lead', 'i1'), 1);
  });

  test('does not grow where a figure left', async () => {
    const laid = await lay(p('a', 6) + figure('f', 50) + p('b', 3) + p('c', 5));
    expect([pageOf(laid, 'b3'), pageOf(laid, 'c1')]).toEqual([0, 1]);
    expect(gap(laid, 'a6', 'b1')).toBeCloseTo(leading, 0);
  });

  test('costs more than it gains, if book.yaml says so', async () => {
    const html = short(p('a', 2) + heading('Head') + p('b', 3));
    expect(gap(await lay(html, { page: { costs: { white: 0 } } }), 'a2', 'b1')).toBeGreaterThanOrEqual(gap(await lay(html), 'a2', 'b1'));
  });
});

test('facing pages that are full end at the same height', async () => {
  const laid = await lay(p('a', 5) + heading('Head') + p('b', 30));
  const lowest = laid.pages.slice(0, -1).map((page) => Math.max(...page.lines.map(({ top }) => top)));
  expect(Math.max(...lowest) - Math.min(...lowest)).toBeLessThan(1);
  expect(countsOf(laid).length).toBeGreaterThan(3);
});
