/**
 * What the paginator knows, as plain records: no DOM, so that every decision can be tested by hand-typed numbers.
 * All lengths are CSS px on the galley; indexes are positions in the arrays beside them.
 */
import type { Px } from '../model/unit.js';

/** Why a page should not begin with an item. */
export type BreakFault =
  /** It would leave fewer than two lines of a paragraph at the foot of the page before. */
  | 'orphan'
  /** It would be the only line of its paragraph on the new page. */
  | 'widow'
  /** A heading before it would end its page, or stand there with a single line. */
  | 'heading'
  /** What announces it (a lead-in, a caption, a table's head) would end its page. */
  | 'kept'
  /** A table would be divided. */
  | 'divided'
  /** A stanza would be divided. */
  | 'stanza'
  /** A box of source would be divided. */
  | 'source';

/** Something that never splits: a line of text, a table row, a picture. */
export interface Item {
  /** Own extent on the galley, borders and padding included, margins not. */
  readonly top: Px;
  readonly bottom: Px;
  readonly faults: readonly BreakFault[];
  /** Notes called in it, as indexes of the flow's notes, in reading order. */
  readonly notes: readonly number[];
  /** Height of a table head that is repeated when a page begins with this item. */
  readonly repeatedHead: Px;
  /** Set on a figure that the text may run past: what its leaving takes from the galley, its margins included. */
  readonly float?: Px;
  /** Set on a figure that its author wants at the head or the foot of a page, or on a page of its own: the text closes over it. */
  readonly placement?: Placement;
  /** How much white may be added above it to fill its page: whole lines where the flow has a grid. */
  readonly stretch?: Px;
  /** Set on the first item of a block of the flow itself: above it lies white that may be changed. */
  readonly opensBlock?: true;
  /** Set on what stands in two columns: which of the flow's blocks in columns it is in, from 1. */
  readonly columns?: number;
  /** Set on the first line of an entry in columns: the second column may begin with it. */
  readonly opensEntry?: true;
  /** Set on a heading: text below it should not run past a figure above it. */
  readonly opensSection?: true;
}

export type Placement = 'top' | 'bottom' | 'page';

/** A note's lines from top to bottom; their sum is its height. */
export interface Note {
  readonly lines: readonly Px[];
  /** It stands in the margin: it takes no room at the foot and is never split. */
  readonly isMarginal?: true;
}

/** A stretch that starts on a new page. */
export interface Flow {
  readonly items: readonly Item[];
  readonly notes: readonly Note[];
  /** Distance of the lines of the baseline grid that the galley stands on, from its top; absent: no grid. */
  readonly grid?: Px;
}

/** How far below a line of the grid an item begins: on a page that begins with it, as much white brings the next block back on the grid. */
export function phaseOf(flow: Flow, item: number): Px {
  const top = flow.items[item]?.top ?? 0;
  if (flow.grid === undefined) return 0;
  const over = top % flow.grid;
  return over < gridRounding || flow.grid - over < gridRounding ? 0 : over;
}

/** Layout rounds to 64ths of a pixel; letters move no border between even lines (measure.ts). */
const gridRounding: Px = 0.2;

/** The room on a page. */
export interface Room {
  readonly height: Px;
  /** What the rule above the notes takes, once per page that has notes. */
  readonly noteRule: Px;
  /** Height of a line of text. */
  readonly leading: Px;
  /** Space between a figure at the head of a page and the text. */
  readonly floatGap: Px;
}

/** The pages that a flow had in the recorded edition, as far as their beginnings are found in it. */
export interface RecordedPages {
  /** How many lines the page lacked that began with this item. */
  readonly begins: ReadonlyMap<number, number>;
  readonly count: number;
  /** By how many lines a page may be deeper than others to keep them. */
  readonly deepest: number;
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
  /** Exclusive; equal to `from` on a page that only finishes a long note or holds figures. */
  readonly to: number;
  readonly notes: readonly NotePiece[];
  /** Notes in the margin, whole, in the order of their calls. */
  readonly marginal: readonly number[];
  /** Figures that stand at the head of the page, and at its foot above the notes, as items; they may come from earlier pages. */
  readonly heads: readonly number[];
  readonly feet: readonly number[];
  /** Figures among `from`..`to` that stand on a later page. */
  readonly deferred: readonly number[];
  /** White to add above items, in their order: to fill the page, and to get back on the grid below what it begins with. */
  readonly stretched: readonly { readonly item: number; readonly by: Px }[];
  /** How much deeper than others the page is, to keep the pages behind it: whole lines. */
  readonly deeper?: Px;
  /** Free height that is left; negative by as much as the page is too full, which only a thing taller than a page brings about. */
  readonly free: Px;
}
