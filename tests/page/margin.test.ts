import { describe, expect, test } from 'vitest';
import { heightOf, Lengths } from '../../src/page/lengths.js';
import { marginGap, marginHolds, marginNotesOf, stackMargin } from '../../src/page/margin.js';
import { type Flow, type Item, type Page, phaseOf } from '../../src/page/record.js';

const notes = (...pairs: [call: number, height: number][]) => pairs.map(([call, height]) => ({ call, height }));

describe('margin notes are stacked', () => {
  const cases: [name: string, notes: [call: number, height: number][], tops: number[] | undefined][] = [
    ['each at its call', [[0, 10], [40, 10]], [0, 40]],
    ['the lower pushed down', [[0, 20], [10, 10]], [0, 20 + marginGap]],
    ['the last moved up from the foot', [[95, 20]], [80]],
    ['all in its way moved up', [[60, 20], [80, 30]], [70 - marginGap - 20, 70]],
    ['two of one call in their order', [[30, 10], [30, 10]], [30, 40 + marginGap]],
    ['one as high as the page', [[50, 100]], [0]],
    ['not at all, when one is higher than the page', [[0, 101]], undefined],
    ['not at all, when together they are higher', [[0, 50], [0, 50]], undefined],
    ['none', [], []],
  ];
  test.each(cases)('%s', (_, pairs, tops) => expect(stackMargin(notes(...pairs), 100)).toEqual(tops));

  test.each([
    [[[0, 40], [10, 40], [20, 40]], 2],
    [[[0, 101], [10, 10]], 0],
    [[[0, 10]], 1],
    [[], 0],
  ] as [[number, number][], number][])('%j: the margin holds %i', (pairs, count) => expect(marginHolds(notes(...pairs), 100)).toBe(count));
});

const item = (top: number, bottom: number, more: Partial<Item> = {}): Item => ({ top, bottom, faults: [], notes: [], repeatedHead: 0, ...more });
const page = (from: number, to: number, more: Partial<Page> = {}): Page => ({ from, to, notes: [], marginal: [], heads: [], feet: [], deferred: [], stretched: [], free: 0, ...more });
const lines = (count: number, top = 0): Item[] => Array.from({ length: count }, (_, index) => item(top + index * 10, top + index * 10 + 10));

describe('a margin note is called', () => {
  const flow = (items: Item[]): Flow => ({ items, notes: [{ lines: [6, 6], isMarginal: true }], grid: 10 });
  const callOf = (items: Item[], of: Page): number | undefined => marginNotesOf(of, flow(items), 10)[0]?.call;
  const called = (items: Item[], at: number): Item[] => items.map((one, index) => (index === at ? { ...one, notes: [0] } : one));

  const cases: [name: string, items: Item[], of: Page, call: number][] = [
    ['at the line of its call', called(lines(5), 3), page(0, 5), 30],
    ['counted from the head of its page', called(lines(9), 7), page(5, 9), 20],
    ['below white that was added', called(lines(5), 3), page(0, 5, { stretched: [{ item: 2, by: 10 }] }), 40],
    ['above white that was added below it', called(lines(5), 1), page(0, 5, { stretched: [{ item: 2, by: 10 }] }), 10],
    ['below a figure at the head', called([...lines(2), item(20, 45, { placement: 'top', float: 25 }), ...lines(3, 45)], 1), page(0, 6, { heads: [2] }), 50],
    ['where a figure was that the text ran past', called([...lines(2), item(20, 60, { float: 40 }), ...lines(3, 60)], 4), page(0, 6, { deferred: [2] }), 30],
    ['on a page that begins off the grid', called([item(0, 14), item(14, 28), item(28, 42), ...lines(3, 50)], 2), page(1, 6), 14],
    ['there, below what leads back to the grid', called([item(0, 14), item(14, 28), item(28, 42), ...lines(3, 50)], 3), page(1, 6, { stretched: [{ item: 3, by: 4 }] }), 40],
  ];
  test.each(cases)('%s', (_, items, of, call) => expect(callOf(items, { ...of, marginal: [0] })).toBe(call));

  test('with the height of all its lines', () => expect(marginNotesOf({ ...page(0, 5), marginal: [0] }, flow(called(lines(5), 3)), 10)[0]?.height).toBe(12));
});

describe('lengths', () => {
  const items = [...lines(2), item(20, 60, { placement: 'top', float: 40 }), item(60, 70, { stretch: 10 }), item(74, 84, { repeatedHead: 15, notes: [0, 1], stretch: 20 })];
  const lengths = new Lengths({ items, notes: [{ lines: [8, 8] }, { lines: [50], isMarginal: true }], grid: 10 });

  test('of text leave out figures with a placement', () => expect(lengths.text(0, 4)).toBe(30));
  test('of text end before a figure with a placement', () => expect(lengths.text(0, 3)).toBe(20));
  test('of text begin after a figure with a placement', () => expect(lengths.text(2, 4)).toBe(10));
  test('of text on a page that begins with a row count its table\'s head, and the way to the grid', () => expect(lengths.text(4, 5)).toBe(10 + 15 + 4));
  test('of nothing but a figure with a placement are none', () => expect(lengths.text(2, 3)).toBe(0));
  test('of notes count those at the foot', () => expect(lengths.notes(0, 5)).toBe(16));
  test('of white count none above the first item', () => expect([lengths.stretch(0, 5), lengths.stretch(3, 5)]).toEqual([30, 20]));
  test('of lines are their sum', () => expect([heightOf([1, 2, 3]), heightOf([])]).toEqual([6, 0]));

  test.each([
    [0, 0],
    [14, 4],
    [19.95, 0],
    [20.05, 0],
  ])('an item at %d stands %d below the grid', (top, phase) => expect(phaseOf({ items: [item(top, top + 10)], notes: [], grid: 10 }, 0)).toBe(phase));
});
