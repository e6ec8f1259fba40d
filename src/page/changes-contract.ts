/** What crosses the border where finished pages are compared and marked: plain data, no DOM. */
import type { Px } from '../model/unit.js';

/** What readers read one after the other: a note on the page before comes before one on this page, whatever text is between. */
export const streams = ['text', 'floats', 'notes'] as const;

/** A word, a mark of punctuation, a picture or a formula. */
export interface ShownWord {
  readonly text: string;
  /** Index of `streams`. */
  readonly stream: number;
  /** White space, or the edge of a block, before it. */
  readonly isApart: boolean;
  /** From its page's upper left corner. */
  readonly left: Px;
  readonly top: Px;
  /** Where numbering, references and pages put it there: what it is, and what it leads to. Its text changes without an edit. */
  readonly added?: string;
  /** An address, a drawing, or what else is no word. */
  readonly picture?: string;
  /** The rest of it stands on the next page. */
  readonly isCut?: true;
}

export interface ShownPage {
  /** '' on a blank page. */
  readonly part: string;
  readonly head: string;
  readonly words: readonly ShownWord[];
}

/** How words of a page are marked: taken out; put in; another number, or elsewhere; what was taken out stood before this one, or behind it. */
export type MarkKind = 'gone' | 'new' | 'moved' | 'cut' | 'cut-behind';

export interface PageMarks {
  /** Index of the page. */
  readonly page: number;
  readonly words: readonly (readonly [word: number, kind: MarkKind])[];
  /** Printed in the margin at its head. */
  readonly note?: string;
}
