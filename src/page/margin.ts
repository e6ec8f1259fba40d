/**
 * Sets a page's margin notes one below the other, each at the height of its call.
 *
 * Where two would meet the lower is pushed down, and where the last would pass the foot all that is in its way moves up.
 * Lengths are CSS px from the head of the text area. Pure.
 */
import type { Px } from '../model/unit.js';
import { headHeight } from './decide.js';
import { heightOf, Lengths } from './lengths.js';
import type { Flow, Page } from './record.js';

export interface MarginNote {
  /** Top of the line that calls it. */
  readonly call: Px;
  readonly height: Px;
}

/** White between two notes in the margin. */
export const marginGap: Px = 6;

/** @returns the top of each note, or undefined when all of them together are higher than the page */
export function stackMargin(notes: readonly MarginNote[], depth: Px): Px[] | undefined {
  const tops: Px[] = [];
  let free = 0;
  for (const { call, height } of notes) {
    const top = Math.max(call, free);
    tops.push(top);
    free = top + height + marginGap;
  }
  let floor = depth;
  for (let index = notes.length - 1; index >= 0; index -= 1) {
    const { height } = notes[index] as MarginNote;
    const top = Math.min(tops[index] as Px, floor - height);
    if (top < 0) return undefined;
    tops[index] = top;
    floor = top - marginGap;
  }
  return tops;
}

/** How many of a page's margin notes, from the first on, the margin holds. */
export function marginHolds(notes: readonly MarginNote[], depth: Px): number {
  let count = notes.length;
  while (count > 0 && !stackMargin(notes.slice(0, count), depth)) count -= 1;
  return count;
}

/** A page's margin notes, and where its text calls them. */
export function marginNotesOf(page: Page, flow: Flow, floatGap: Px): MarginNote[] {
  if (page.marginal.length === 0) return [];
  const { items, notes, grid } = flow;
  const lengths = new Lengths(flow);
  const heads = page.heads.reduce((sum, head) => sum + headHeight((items[head]?.bottom ?? 0) - (items[head]?.top ?? 0), floatGap, grid), 0);
  return page.marginal.map((note) => {
    const item = items.findIndex((candidate, index) => index >= page.from && candidate.notes.includes(note));
    const own = items[item];
    const gone = page.deferred.filter((float) => float < item && items[float]?.placement === undefined).reduce((sum, float) => sum + (items[float]?.float ?? 0), 0);
    const white = page.stretched.filter((place) => place.item <= item).reduce((sum, place) => sum + place.by, 0);
    // What leads back to the grid lies below the first block, among the white that is added.
    const bottom = heads + lengths.text(page.from, item + 1) - lengths.phase(page.from, page.to) - gone + white;
    return { call: bottom - (own ? own.bottom - own.top : 0), height: heightOf(notes[note]?.lines ?? []) };
  });
}
