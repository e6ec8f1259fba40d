/**
 * Which sheets of a folded booklet have to be printed again.
 *
 * A sheet can stay where all four of its pages are printed as they were, and as many sheets lie around it. Pure.
 */
import { bookletOrder, type Side } from '../print/booklet-order.js';

export interface Sheet {
  /** From the outermost, 1. */
  readonly number: number;
  readonly sides: readonly [front: Side, back: Side];
}

export interface Sheets {
  readonly total: number;
  /** Of the booklet that readers have. */
  readonly before: number;
  /** Those to print; each replaces the one of its number, unless there were more sheets or fewer: then all are new. */
  readonly wanted: readonly Sheet[];
}

/** @param isSame whether a page (index) of the new booklet is what it was, at the place where it was */
export function findSheets(before: number, after: number, isSame: (page: number) => boolean): Sheets {
  const sheets = sheetsOf(after);
  const total = sheetsOf(before).length;
  // Of a page that is none any more, the sheet has changed, too.
  const isLeft = (page: number): boolean => (page > after ? page > before : isSame(page - 1));
  const filled = sheetsOf(4 * total);
  const isKept = ({ number }: Sheet): boolean => total === sheets.length && pagesOf(filled[number - 1] as Sheet).every(isLeft);
  return { total: sheets.length, before: total, wanted: sheets.filter((sheet) => !isKept(sheet)) };
}

/** Numbers of the pages on a sheet, in the order of the book. */
export const pagesOf = ({ sides }: Pick<Sheet, 'sides'>): number[] => sides.flat().flatMap((page) => page ?? []).sort((one, other) => one - other);

function sheetsOf(pages: number): Sheet[] {
  const sides = bookletOrder(pages);
  return Array.from({ length: sides.length / 2 }, (_, index): Sheet => ({ number: index + 1, sides: [sides[2 * index] as Side, sides[2 * index + 1] as Side] }));
}
