import { beforeAll, describe, expect, test } from 'vitest';
import { type Side, bookletOrder } from '../../src/print/booklet-order.js';
import { type BookletOptions, imposeBooklet } from '../../src/print/impose.js';
import { open, printPages, words } from './printed-pages.js';

/** Stacks the sheets, folds them and turns the leaves: what a reader holds. */
function unfold(sides: readonly Side[]): (number | null)[] {
  const first: (number | null)[] = [];
  const second: (number | null)[] = [];
  for (let sheet = 0; sheet < sides.length; sheet += 2) {
    const [front, back] = [sides[sheet], sides[sheet + 1]];
    if (!front || !back) throw new Error('a sheet has two sides');
    // The right leaf lies in the first half of the booklet, its front read first. The left leaf comes in the second half,
    // and is reached from its back.
    first.push(front[1], back[0]);
    second.unshift(back[1], front[0]);
  }
  return [...first, ...second];
}

describe('the order of a booklet', () => {
  test.each<[number, Side[]]>([
    [0, []],
    [1, [[null, 1], [null, null]]],
    [4, [[4, 1], [2, 3]]],
    [8, [[8, 1], [2, 7], [6, 3], [4, 5]]],
    [6, [[null, 1], [2, null], [6, 3], [4, 5]]],
  ])('%i pages', (count, sides) => {
    expect(bookletOrder(count)).toEqual(sides);
  });

  test('any booklet of up to 200 pages reads from 1 to its end, blank pages last', () => {
    for (let count = 1; count <= 200; count += 1) {
      const read = unfold(bookletOrder(count));
      expect(read.length % 4).toBe(0);
      expect(read.length - count).toBeLessThan(4);
      expect(read).toEqual(Array.from(read, (_, index) => (index < count ? index + 1 : null)));
    }
  });
});

describe('an imposed booklet', () => {
  const options: BookletOptions = { title: 'Pact (booklet)', authors: ['Ann'], language: 'en-GB', keywords: [], date: '2026-11-22', id: 'urn:uuid:1' };
  let a5: Uint8Array;
  let a6: Uint8Array;
  let large: Uint8Array;
  let booklet: Uint8Array;
  beforeAll(async () => {
    const empty = new Uint8Array();
    [a5 = empty, a6 = empty, large = empty] = await printPages([
      { size: 'A5', count: 7 },
      { size: '105mm 148mm', count: 4 },
      { size: '6in 9in', count: 4 },
    ]);
    booklet = await imposeBooklet(a5, options);
  });

  test('has its pages side by side, as text', async () => {
    const sides = await words(booklet);
    expect(sides.map((side) => [...side.matchAll(/page (\d)/g)].map((match) => Number(match[1])))).toEqual([[1], [2, 7], [6, 3], [4, 5]]);
    const first = await (await (await open(booklet)).getPage(2)).getTextContent();
    const at = (word: string): number => first.items.flatMap((item) => ('str' in item && item.str.includes(word) ? [Number(item.transform[4])] : []))[0] ?? NaN;
    expect(at('page 2')).toBeLessThan(841.89 / 2);
    expect(at('page 7')).toBeCloseTo(at('page 2') + 841.89 / 2, 3);
  });

  test.each<[string, () => Uint8Array, Partial<BookletOptions>, number, number, number]>([
    ['A5 stands on A4 as it is', () => a5, {}, 841.89, 595.28, 12],
    ['A5 is reduced to Letter when that is chosen', () => a5, { sheet: 'Letter' }, 792, 612, 12 * (396 / 420)],
    ['A6 is enlarged to A4', () => a6, {}, 841.89, 595.28, 12 * Math.SQRT2],
    ['what is too large for A4 gets a sheet of twice its width', () => large, {}, 864, 648, 12],
  ])('%s', async (_name, edition, more, width, height, fontSize) => {
    const side = await (await open(await imposeBooklet(edition(), { ...options, ...more }))).getPage(2);
    const [, , right, top] = side.view;
    expect(right).toBeCloseTo(width, 2);
    expect(top).toBeCloseTo(height, 2);
    const text = (await side.getTextContent()).items.find((item) => 'str' in item && item.str.startsWith('page'));
    expect(text && 'transform' in text && text.transform[3]).toBeCloseTo(fontSize, 1);
  });

  test('asks to be printed on both sides, unscaled, turned on the short edge', async () => {
    const preferences = await (await open(booklet)).getViewerPreferences();
    expect(preferences).toMatchObject({ Duplex: 'DuplexFlipShortEdge', PrintScaling: 'None' });
  });

  test('says what it is, and claims no tags', async () => {
    const document = await open(booklet);
    expect((await document.getMetadata()).info).toMatchObject({ Title: 'Pact (booklet)', Author: 'Ann', Producer: 'Octavo', CreationDate: 'D:20261122' });
    expect(await document.getMarkInfo()).toBeNull();
    expect(await (await document.getPage(2)).getAnnotations()).toEqual([]);
  });

  test('is the same bytes again, and carries its fonts once', async () => {
    expect(Buffer.from(await imposeBooklet(a5, options)).equals(booklet)).toBe(true);
    expect(booklet.length).toBeLessThan(a5.length);
  });
});
