import { describe, expect, test } from 'vitest';
import { defaultCosts } from '../../src/page/costs.js';
import { decide, type DecideOptions, headHeight } from '../../src/page/decide.js';
import type { BreakFault, Flow, Item, Note, Page, Placement } from '../../src/page/record.js';
import { drawNumbers } from '../lots.js';

/** Pages of ten lines of ten px: small enough to count by hand. */
const room = { height: 100, noteRule: 5, leading: 10, floatGap: 10 };
const options: DecideOptions = { room, costs: defaultCosts, opensOn: 'recto' };

interface Line {
  readonly height?: number;
  readonly gap?: number;
  readonly faults?: readonly BreakFault[];
  readonly notes?: readonly number[];
  readonly float?: true;
  readonly placement?: Placement;
  readonly opens?: true;
  readonly stretch?: number;
  readonly head?: number;
  readonly section?: true;
}

/** Lines one below the other; a number stands for as many plain lines. */
function flow(parts: readonly (number | Line)[], notes: readonly (readonly number[])[] = [], grid?: number, marginal: readonly number[] = []): Flow {
  const items: Item[] = [];
  let y = 0;
  for (const line of parts.flatMap((part): Line[] => (typeof part === 'number' ? Array.from({ length: part }, () => ({})) : [part]))) {
    const height = line.height ?? 10;
    y += line.gap ?? 0;
    items.push({
      top: y,
      bottom: y + height,
      faults: line.faults ?? [],
      notes: line.notes ?? [],
      repeatedHead: line.head ?? 0,
      ...(line.float && { float: height }),
      ...(line.placement && { placement: line.placement, float: height }),
      ...(line.opens && { opensBlock: true as const }),
      ...(line.stretch !== undefined && { stretch: line.stretch }),
      ...(line.section && { opensSection: true as const }),
    });
    y += height;
  }
  return { items, notes: notes.map((lines, index): Note => ({ lines, ...(marginal.includes(index) && { isMarginal: true as const }) })), ...(grid !== undefined && { grid }) };
}

/** `0-10 10-12` */
const shape = (pages: readonly Page[]): string => pages.map((page) => `${page.from}-${page.to}`).join(' ');
const fault = (...faults: BreakFault[]): Line => ({ faults });

describe('where pages end', () => {
  const cases: [name: string, parts: (number | Line)[], pages: string][] = [
    ['one line', [1], '0-1'],
    ['a full page', [10], '0-10'],
    ['one line too many leaves no page of a line alone', [11], '0-5 5-11'],
    ['two full pages', [20], '0-10 10-20'],
    ['a widow is avoided by a shorter page', [9, fault('orphan'), fault('widow'), 5], '0-8 8-16'],
    ['an orphan is avoided by a shorter page', [9, {}, fault('orphan'), 5], '0-9 9-16'],
    ['a heading goes along with its two lines', [8, {}, fault('heading'), fault('heading'), 4], '0-8 8-15'],
    ['two headings in a row stay together', [7, {}, fault('heading'), fault('heading'), fault('heading'), 4], '0-7 7-15'],
    ['a lead-in goes along with what it announces', [9, {}, fault('kept'), 8], '0-9 9-19'],
    ['a table is kept whole for a few lines of white', [7, {}, fault('divided'), fault('divided'), fault('divided'), 4], '0-7 7-15'],
    ['white between blocks counts, but not at the head of a page', [5, { gap: 20 }, 4, { gap: 20 }, 4], '0-8 8-15'],
    ['a tall picture moves to the next page', [6, { height: 60 }, 4], '0-6 6-11'],
    ['a picture taller than a page has one for itself', [3, { height: 130 }, 3], '0-3 3-4 4-7'],
  ];
  test.each(cases)('%s', (_, parts, pages) => expect(shape(decide(flow(parts), options))).toBe(pages));

  test('what cannot be avoided is still set: a paragraph that no rule lets break', () => {
    const stubborn = flow(Array.from({ length: 14 }, () => fault('kept')));
    expect(decide(stubborn, options).every((page) => page.free >= 0)).toBe(true);
  });

  test('an overfull page says by how much', () => expect(decide(flow([{ height: 130 }]), options)[0]?.free).toBe(-30));

  test('a repeated table head takes its room', () => {
    const rows = flow([...Array.from({ length: 10 }, () => ({ head: 20 })), { head: 20 }, ...Array.from({ length: 8 }, () => ({ head: 20 }))]);
    for (const page of decide(rows, options)) expect((page.to - page.from) * 10 + 20).toBeLessThanOrEqual(100);
  });

  test('a hyphen at the turn costs less than a line, so it goes where another line end is as good', () => {
    const two = flow([20, 1]);
    const plain = decide(two, options)[0]?.to as number;
    expect(decide(two, { ...options, endsInHyphen: (item) => item === plain - 1 })[0]?.to).not.toBe(plain);
  });

  test('facing pages are made even: verso and recto share what is missing', () => {
    const free = decide(flow([19, fault('kept'), fault('kept'), fault('kept'), 12]), { ...options, opensOn: 'verso' }).map((page) => page.free);
    expect(Math.abs((free[0] as number) - (free[1] as number))).toBeLessThanOrEqual(20);
  });

  test('prices can be changed: who does not mind widows gets full pages', () => {
    const parts = [9, fault('orphan'), fault('widow'), 5];
    expect(shape(decide(flow(parts), { ...options, costs: { ...defaultCosts, widow: 0, orphan: 0 } }))).not.toBe(shape(decide(flow(parts), options)));
  });
});

describe('notes', () => {
  const notesOf = (pages: readonly Page[]) => pages.map((page) => page.notes.map(({ note, from, to }) => `${note}:${from}-${to}`).join(' '));

  test('a note stands on the page of its call', () => {
    const pages = decide(flow([4, { notes: [0] }, 12], [[10, 10]]), options);
    expect(notesOf(pages)[0]).toBe('0:0-2');
    expect(pages[0]?.to).toBeLessThanOrEqual(7);
  });

  test('the call moves with its note when there is no room for the note', () => {
    const pages = decide(flow([9, { notes: [0] }, 5], [[10, 10, 10]]), options);
    expect(pages[1]?.from).toBe(9);
    expect(notesOf(pages)).toEqual(['', '0:0-3']);
  });

  test('two notes called in one line stand in order', () => expect(notesOf(decide(flow([{ notes: [0, 1] }, 3], [[10], [10]]), options))).toEqual(['0:0-1 1:0-1']));

  test('a note longer than its page goes on overleaf, every line once', () => {
    const long = Array.from({ length: 25 }, () => 10);
    const pages = decide(flow([2, { notes: [0] }, 2], [long]), options);
    const pieces = pages.flatMap((page) => page.notes);
    expect(pieces[0]?.from).toBe(0);
    expect(pieces.at(-1)?.to).toBe(25);
    for (const [index, piece] of pieces.slice(1).entries()) expect(piece.from).toBe(pieces[index]?.to);
    for (const page of pages) expect(page.free).toBeGreaterThanOrEqual(-0.05);
  });

  test('a note is split only with two lines on either side', () => {
    const pages = decide(flow([6, { notes: [0] }, { faults: ['kept'] }, 12], [[10, 10, 10, 10]]), options);
    for (const piece of pages.flatMap((page) => page.notes)) expect(piece.to - piece.from).toBeGreaterThanOrEqual(2);
  });
});

describe('figures that float', () => {
  const floating = { height: 40, float: true as const };

  test('a figure that fits stays in its place', () => {
    const [page] = decide(flow([4, floating, 1]), options);
    expect(page).toMatchObject({ from: 0, to: 6, heads: [], deferred: [] });
  });

  test('text runs past a figure that does not fit, and the figure heads the next page', () => {
    const pages = decide(flow([7, floating, 7]), options);
    expect(pages[0]).toMatchObject({ from: 0, to: 11, deferred: [7] });
    expect(pages[1]).toMatchObject({ from: 11, heads: [7] });
  });

  test('figures keep their order', () => {
    const pages = decide(flow([7, floating, 2, floating, 14, floating, 6]), options);
    const order = pages.flatMap((page) => [...page.heads, ...Array.from({ length: page.to - page.from }, (_, index) => page.from + index).filter((item) => !page.deferred.includes(item))]).filter((item) => [7, 10, 25].includes(item));
    expect(order).toEqual([7, 10, 25]);
  });

  test('a figure at the very end gets a page after the text', () => {
    const pages = decide(flow([9, { height: 60, float: true }]), options);
    expect(shape(pages)).toBe('0-9 9-10');
  });

  test('a figure as high as a page stands alone, text before and after it', () => {
    const pages = decide(flow([5, { height: 95, float: true }, 12]), options);
    const alone = pages.find((page) => page.heads.length > 0);
    expect(alone).toMatchObject({ heads: [5] });
    expect(alone && alone.to - alone.from).toBe(0);
    for (const page of pages) expect(page.free).toBeGreaterThanOrEqual(-0.05);
  });
});

describe('figures with a placement', () => {
  const at = (placement: Placement, height = 30): Line => ({ height, placement });
  const placesOf = (pages: readonly Page[], item: number) => pages.flatMap((page, index) => [...(page.heads.includes(item) ? [`head ${index}`] : []), ...(page.feet.includes(item) ? [`foot ${index}`] : [])]);

  const cases: [name: string, parts: (number | Line)[], item: number, place: string, pages: string][] = [
    ['top: the head of its own page', [3, at('top'), 3], 3, 'head 0', '0-7'],
    ['bottom: the foot of its own page', [3, at('bottom'), 3], 3, 'foot 0', '0-7'],
    ['top, without room: the head of the next page', [9, at('top', 50), 4], 9, 'head 1', '0-9 9-14'],
    ['bottom, without room: the foot of the next page', [9, at('bottom', 50), 4], 9, 'foot 1', '0-9 9-14'],
    ['page: alone, after the page of its place', [3, at('page'), 12], 3, 'head 1', '0-10 10-10 10-16'],
  ];
  test.each(cases)('%s', (_, parts, item, place, pages) => {
    const decided = decide(flow(parts), options);
    expect([placesOf(decided, item), shape(decided)]).toEqual([[place], pages]);
  });

  test('two at the head of one page stand there in their order', () => expect(decide(flow([1, at('top', 20), 1, at('top', 20), 1]), options)[0]?.heads).toEqual([1, 3]));

  test('one at the foot is not passed by one at the head', () => {
    const pages = decide(flow([1, at('bottom', 20), 1, at('top', 20), 12]), options);
    expect(pages.findIndex((page) => page.heads.includes(3))).toBeGreaterThan(pages.findIndex((page) => page.feet.includes(1)));
  });

  test('one that leaves takes along the figures after it, when the text runs past a further one', () => {
    const pages = decide(flow([at('page', 20), 1, { height: 30, float: true }, { height: 80, float: true }, 12]), options);
    const order = pages.flatMap((page) => [...page.heads, ...[2, 3].filter((item) => item >= page.from && item < page.to && !page.deferred.includes(item))]);
    expect(order).toEqual([0, 2, 3]);
  });

  test('one that no page of its place has room for is not lost where a note goes on overleaf', () => {
    const pages = decide(flow([at('bottom', 50), { height: 40, float: true }, { notes: [0] }], [Array.from({ length: 9 }, () => 10)]), options);
    expect(pages.flatMap((page) => [...page.heads, ...page.feet])).toContain(0);
  });

  test('of a flow that holds nothing else all stand', () => {
    const pages = decide(flow([at('top'), at('bottom'), at('page'), at('top')]), options);
    expect(pages.flatMap((page) => [...page.heads, ...page.feet])).toEqual([0, 1, 2, 3]);
  });

  test('take whole lines at the head', () => expect([headHeight(33, 10, 10), headHeight(30, 10, 10), headHeight(33, 10, undefined)]).toEqual([50, 40, 43]));
});

describe('notes in the margin', () => {
  test('take no room, are never divided and stand with their call', () => {
    const pages = decide(flow([4, { notes: [0, 1] }, 5, { notes: [2] }, 5], [Array.from({ length: 30 }, () => 10), [10], [10]], undefined, [0, 2]), options);
    expect(pages.map((page) => page.marginal)).toEqual([[0], [2]]);
    expect(pages.flatMap((page) => page.notes.map(({ note }) => note))).toEqual([1]);
  });
});

describe('the grid and stretched white', () => {
  test('a page that begins half a line off the grid leaves half a line', () => {
    const half = flow([{}, ...Array.from({ length: 9 }, () => ({})), { gap: 5 }, ...Array.from({ length: 12 }, () => ({}))], [], 10);
    for (const page of decide(half, options)) expect(page.free).toBeGreaterThanOrEqual(-0.05);
    expect(decide(half, options).every((page) => page.to - page.from <= 10)).toBe(true);
  });

  test('white above a heading fills a page by whole lines', () => {
    const pages = decide(flow([4, { stretch: 10, section: true }, fault('heading'), fault('heading'), 1, { height: 50, faults: [] }, 6], [], 10), options);
    const stretched = pages.flatMap((page) => page.stretched);
    for (const { by } of stretched) expect(by % 10).toBe(0);
    expect(stretched.length).toBeGreaterThan(0);
  });

  test('a page that begins off the grid gets back on it above the next block', () => {
    const pages = decide(flow([{ height: 14 }, { height: 94 }, { gap: 2, opens: true }, 3, { height: 60 }], [], 10), options);
    const off = pages.find((page) => page.from === 1);
    expect(off?.stretched).toEqual([]);
    const small = decide(flow([{ height: 94 }, { height: 14 }, { height: 12 }, { opens: true }, 6], [], 10), options);
    expect(small.find((page) => page.from === 1)?.stretched).toEqual([{ item: 3, by: 4 }]);
  });

  /** Seven lines that no page divides, with white in two places. */
  const short: readonly (number | Line)[] = [1, fault('kept'), { stretch: 20, faults: ['kept'] }, fault('kept'), fault('kept'), { stretch: 20, faults: ['kept'] }, fault('kept')];

  test('white grows from the foot up, a line at each place in turn', () => {
    const [first] = decide(flow([...short, { height: 50 }, 5], [], 10), options);
    expect(first?.stretched.toSorted((one, other) => one.item - other.item)).toEqual([{ item: 2, by: 10 }, { item: 5, by: 20 }]);
  });

  test('without a grid white grows in equal parts', () => {
    const [first] = decide(flow([...short, { height: 50 }, 5]), options);
    expect(first?.stretched).toEqual([{ item: 2, by: 15 }, { item: 5, by: 15 }]);
  });

  test('the last page of a chapter is never stretched', () => expect(decide(flow([3, { stretch: 10 }, 2], [], 10), options)[0]?.stretched).toEqual([]));
});

test('whatever the records, every item, figure and line of a note stands once, in order, and no page is over but for a single tall thing', () => {
  for (let seed = 1; seed <= 800; seed += 1) {
    const next = drawNumbers(seed);
    const notes: number[][] = [];
    const parts = Array.from({ length: next(120) }, (): Line => {
      const roll = next(20);
      if (roll === 0) return { height: 20 + next(70), float: true, gap: 10 };
      if (roll === 1) return { height: 20 + next(120), gap: 5 };
      if (roll === 3) return { height: 10 + next(85), placement: (['top', 'bottom', 'page'] as const)[next(3)] as Placement };
      if (roll === 2) notes.push(Array.from({ length: 1 + next(14) }, () => 8));
      const faults: BreakFault[] = next(4) === 0 ? [(['widow', 'orphan', 'heading', 'kept', 'divided'] as const)[next(5)] as BreakFault] : [];
      return { faults, gap: next(5) === 0 ? next(15) : 0, ...(roll === 2 && { notes: [notes.length - 1] }), ...(next(9) === 0 && { stretch: next(12) }) };
    });
    const marginal = notes.flatMap((_, note) => (next(4) === 0 ? [note] : []));
    const records = flow(parts, notes, next(2) === 0 ? 10 : undefined, marginal);
    const pages = decide(records, { ...options, opensOn: next(2) === 0 ? 'recto' : 'verso' });

    const items = pages.flatMap((page) => Array.from({ length: page.to - page.from }, (_, index) => page.from + index));
    expect(items, `seed ${seed}`).toEqual(records.items.map((_, index) => index));
    // Figures stand in their order, each once, and none on a page before its place.
    const placed = (item: number): boolean => records.items[item]?.placement !== undefined;
    const order = pages.flatMap((page) => {
      const own = Array.from({ length: page.to - page.from }, (_, index) => page.from + index).filter((item) => records.items[item]?.float !== undefined && !placed(item) && !page.deferred.includes(item));
      for (const item of [...page.heads, ...page.feet]) expect(item, `seed ${seed}`).toBeLessThan(page.to);
      return [...page.heads, ...own, ...page.feet];
    });
    expect(order, `seed ${seed}`).toEqual(records.items.flatMap(({ float }, item) => (float === undefined ? [] : [item])));
    expect(pages.flatMap((page) => page.marginal), `seed ${seed}`).toEqual(marginal);
    const lines = new Map<number, number>();
    for (const { note, from, to } of pages.flatMap((page) => page.notes)) {
      expect(from, `seed ${seed}`).toBe(lines.get(note) ?? 0);
      lines.set(note, to);
    }
    expect([...lines.keys()].sort((a, b) => a - b)).toEqual(notes.flatMap((_, index) => (marginal.includes(index) ? [] : [index])));
    for (const [note, to] of lines) expect(to).toBe(notes[note]?.length);
    for (const page of pages) if (page.free < -0.05) expect(page.to - page.from, `seed ${seed}`).toBeLessThanOrEqual(1);
  }
});
