/**
 * What the paginator knows, as plain records: no DOM, so that every decision can be tested by hand-typed numbers.
 * All lengths are CSS px on the galley; indexes are positions in the arrays beside them.
 */
import type { Px } from '../model/unit.js';

/** Something that never splits: a line of text, a table row, a picture. */
export interface Item {
  /** Own extent on the galley, borders and padding included, margins not. */
  readonly top: Px;
  readonly bottom: Px;
  /** What a page break before this item costs: 0 is free, `Infinity` forbidden while anything else is possible. */
  readonly breakCost: number;
  /** Notes called in it, as indexes of the flow's notes, in reading order. */
  readonly notes: readonly number[];
  /** Height of a table head that is repeated when a page begins with this item. */
  readonly repeatedHead: Px;
}

/** A note's lines from top to bottom; their sum is its height. */
export interface Note {
  readonly lines: readonly Px[];
}

/** A stretch that starts on a new page. */
export interface Flow {
  readonly items: readonly Item[];
  readonly notes: readonly Note[];
}

/** The room on a page. */
export interface Room {
  readonly height: Px;
  /** What the rule above the notes takes, once per page that has notes. */
  readonly noteRule: Px;
}

/** Which lines of a note stand on a page. */
export interface NotePiece {
  readonly note: number;
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

/** One page's share of a flow. */
export interface Page {
  readonly from: number;
  /** Exclusive; equal to `from` on a page that only finishes a long note. */
  readonly to: number;
  readonly notes: readonly NotePiece[];
  /** By how much the page is too full: only an item taller than a whole page does that. */
  readonly overfull: Px;
}
