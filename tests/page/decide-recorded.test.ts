/** How the pages of a recorded edition are kept: on ten lines a page, before and after an edit. */
import { describe, expect, test } from 'vitest';
import { defaultCosts } from '../../src/page/costs.js';
import { decide, type DecideOptions } from '../../src/page/decide.js';
import type { BreakFault, Flow, Item, Page } from '../../src/page/record.js';

const room = { height: 100, noteRule: 5, leading: 10, floatGap: 10 };
const options: DecideOptions = { room, costs: defaultCosts, opensOn: 'recto' };

interface Line {
  readonly faults?: readonly BreakFault[];
  readonly height?: number;
  /** Lines of white that may grow above it. */
  readonly stretch?: number;
  /** Lines of the note that it calls. */
  readonly note?: number;
}

/** Lines one below the other; a number stands for as many plain lines. */
function flow(parts: readonly (number | Line)[]): Flow {
  const notes: { lines: number[] }[] = [];
  const items: Item[] = [];
  let y = 0;
  for (const line of parts.flatMap((part): Line[] => (typeof part === 'number' ? Array.from({ length: part }, () => ({})) : [part]))) {
    const height = line.height ?? 10;
    if (line.note !== undefined) notes.push({ lines: Array.from({ length: line.note }, () => 10) });
    items.push({ top: y, bottom: y + height, faults: line.faults ?? [], notes: line.note === undefined ? [] : [notes.length - 1], repeatedHead: 0, ...(line.stretch !== undefined && { stretch: line.stretch * 10 }) });
    y += height;
  }
  return { items, notes };
}

/** `0-10 10-21+1`: a page that is deeper by a line. */
const shape = (pages: readonly Page[]): string => pages.map((page) => `${page.from}-${page.to}${page.deeper ? `+${page.deeper / 10}` : ''}`).join(' ');

interface Recorded {
  /** Where pages begin, as items of the edited text; with the lines that the page lacked. */
  readonly begins: readonly (number | readonly [item: number, lacked: number])[];
  readonly count?: number;
  readonly deepest?: number;
}

const laid = (parts: readonly (number | Line)[], { begins, count = begins.length + 1, deepest = 1 }: Recorded): string =>
  shape(decide(flow(parts), { ...options, recorded: { begins: new Map(begins.map((begin) => (typeof begin === 'number' ? [begin, 0] : begin))), count, deepest } }));

describe('what an edit changes', () => {
  const cases: [name: string, parts: (number | Line)[], recorded: Recorded, pages: string][] = [
    ['nothing: all pages are as they were', [40], { begins: [10, 20, 30] }, '0-10 10-20 20-30 30-40'],
    ['one line more: its page is deeper', [41], { begins: [11, 21, 31] }, '0-11+1 11-21 21-31 31-41'],
    ['one line more on the second page', [41], { begins: [10, 21, 31] }, '0-10 10-21+1 21-31 31-41'],
    ['two lines more: it shares them with one neighbour', [42], { begins: [12, 22, 32] }, '0-11+1 11-22+1 22-32 32-42'],
    ['two lines more, and pages may be deeper by two', [42], { begins: [12, 22, 32], deepest: 2 }, '0-12+2 12-22 22-32 32-42'],
    ['three lines more: three pages take them', [43], { begins: [13, 23, 33] }, '0-11+1 11-22+1 22-33+1 33-43'],
    ['one line more where pages can’t be deeper: the last page takes it', [36], { begins: [11, 21, 31], deepest: 0 }, '0-10 10-20 20-30 30-36'],
    ['the last page has room for what is more', [38], { begins: [10, 20, 30] }, '0-10 10-20 20-30 30-38'],
    ['white between blocks takes it, and no page is deeper', [9, {}, 5, { stretch: 1 }, 5, 11], { begins: [10, 21] }, '0-10 10-21+1 21-32+1'],
    ['one line less: its page is short', [39], { begins: [9, 19, 29] }, '0-9 9-19 19-29 29-39'],
    ['two lines less: as well', [38], { begins: [8, 18, 28] }, '0-8 8-18 18-28 28-38'],
    ['four lines less: it takes two from the next', [36], { begins: [6, 16, 26] }, '0-8 8-16 16-26 26-36'],
    ['a page that lacked four lines may lack them still', [36], { begins: [[10, 4], 16, 26] }, '0-10 10-16 16-26 26-36'],
    ['and two more', [34], { begins: [[10, 4], 14, 24] }, '0-10 10-14 14-24 24-34'],
    ['half a page less: what follows moves up to the end of the part', [25], { begins: [5, 15] }, '0-9 9-19 19-25'],
    ['what was recorded is kept at the price of a widow', [10, { faults: ['widow'] }, 9], { begins: [10] }, '0-10 10-20'],
    ['a break that nothing is known of is chosen as ever', [8, {}, { faults: ['kept'] }, 11, 10], { begins: [21] }, '0-10 10-21+1 21-31'],
  ];
  test.each(cases)('%s', (_, parts, recorded, pages) => expect(laid(parts, recorded)).toBe(pages));
});

test('a part keeps the number of its pages while two lines more are all there is', () => {
  expect(laid([32], { begins: [10, 20] })).toBe('0-10 10-21+1 21-32+1');
  expect(laid([36], { begins: [10, 20] }).split(' ')).toHaveLength(4);
});

test('one that had one page has one, if that can be', () => expect(laid([11], { begins: [], count: 1 })).toBe('0-11+1'));

test('notes stand on the page of their call, be it deeper', () => {
  const pages = decide(flow([4, { note: 2 }, 3, 11]), { ...options, recorded: { begins: new Map([[9, 0]]), count: 2, deepest: 1 } });
  for (const page of pages) expect(page.notes.length === 1).toBe(page.from <= 4 && page.to > 4);
});

test('no page is deeper than it may be, and none is too full, whatever is recorded', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const next = (below: number): number => Math.floor((((seed * 7919 + below * 104729 + ++calls * 15485863) % 65536) / 65536) * below);
    let calls = 0;
    const parts = Array.from({ length: 60 }, (): Line => ({ ...(next(6) === 0 && { faults: ['widow'] as const }), ...(next(9) === 0 && { note: 1 + next(4) }), ...(next(15) === 0 && { height: 30 }) }));
    const begins = new Map(Array.from({ length: 6 }, () => [1 + next(59), next(3)] as const));
    const pages = decide(flow(parts), { ...options, recorded: { begins, count: 7, deepest: 1 } });
    expect(pages.map(({ from }) => from)).toEqual([0, ...pages.slice(0, -1).map(({ to }) => to)]);
    expect(pages.at(-1)?.to).toBe(60);
    for (const page of pages) {
      expect(page.free).toBeGreaterThan(-0.1);
      expect(page.deeper ?? 10).toBe(10);
    }
  }
});
