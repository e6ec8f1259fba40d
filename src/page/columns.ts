/**
 * Where a stretch of entries set in two columns is parted. Pure; lengths are CSS px.
 */
import type { Px } from '../model/unit.js';
import type { Item } from './record.js';

export interface Parted {
  /** The first item of the second column; the end of the stretch where all stand in the first. */
  readonly at: number;
  /** Of the higher column. */
  readonly height: Px;
}

/** Items `from`..`to` of one block in columns. */
export interface Stretch {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** The lowest two columns that hold the items `from`..`to`. The second begins with an entry that may begin a page. */
export function partColumns(items: readonly Item[], { from, to }: Stretch): Parted {
  const height = (first: number, end: number): Px => (first < end ? (items[end - 1] as Item).bottom - (items[first] as Item).top : 0);
  const mayOpen = (item: number): boolean => items[item]?.opensEntry === true && items[item].faults.length === 0;
  // The first column only grows with what stands in it, and the second only shrinks: the lowest pair is where they cross.
  let low = from + 1;
  let high = to;
  while (low < high) {
    const half = (low + high) >> 1;
    if (height(from, half) >= height(half, to)) high = half;
    else low = half + 1;
  }
  let before = low - 1;
  let after = low;
  while (before > from && !mayOpen(before)) before -= 1;
  while (after < to && !mayOpen(after)) after += 1;
  const tall = height(from, after);
  const short = before > from ? height(before, to) : Infinity;
  return short < tall ? { at: before, height: short } : { at: after, height: tall };
}

/** The blocks in columns among the items `from`..`to`, each as far as it stands there. */
export function stretchesIn(items: readonly Item[], from: number, to: number): Stretch[] {
  const found: Stretch[] = [];
  for (let item = from; item < to; item += 1) {
    const block = items[item]?.columns;
    if (block === undefined) continue;
    const first = item;
    while (item + 1 < to && items[item + 1]?.columns === block) item += 1;
    found.push({ from: first, to: item + 1 });
  }
  return found;
}
