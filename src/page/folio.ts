/** Page numbers as they are printed. Pure. */

export const romanNumerals: readonly (readonly [worth: number, letters: string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

/** 4 -> 'iv'. */
export function roman(value: number): string {
  let rest = value;
  let words = '';
  for (const [worth, letters] of romanNumerals) {
    words += letters.repeat(Math.floor(rest / worth));
    rest %= worth;
  }
  return words;
}

/** A place in the text that an entry of the index, a register or the bibliography leads to. */
export interface CitedPlace {
  readonly anchor: string;
  /** '' where no page shows it. */
  readonly folio: string;
  /** Which of all the book's pages it is on: the order of pages, and what is next to what. */
  readonly physical: number;
  /** The number of the note that the place stands in. */
  readonly note?: number;
}

/** What stands between a page and a note on it: `n`, and `nn` before several. */
export type NoteSigns = readonly [one: string, several: string];

export interface Locator {
  /** `12`, `12–14`, `23n4`, `23nn4–5`, `iv n1` */
  readonly text: string;
  readonly anchor: string;
}

/**
 * The places of an entry as good indexes print them, in the order of pages, the text of a page before its notes.
 * Each page and each note stands once; three pages or more in a row are a range, and two notes or more of a page. A note that
 * stands within a range of pages follows the range. The link of a range leads to its first place.
 * Source: The Chicago Manual of Style, 17th edition, chapter 16, on locators and on indexing notes.
 */
export function locators(places: readonly CitedPlace[], signs: NoteSigns): Locator[] {
  const runs: CitedPlace[][] = [];
  for (const place of inOrder(places)) {
    const run = runs.findLast(([first]) => isNote(first) === isNote(place));
    const last = run?.at(-1);
    if (run && last && isNext(last, place)) run.push(place);
    else runs.push([place]);
  }
  return runs
    .flatMap((run) => (run.length < (isNote(run[0]) ? fewestNotes : fewestPages) ? run.map((place) => [place]) : [run]))
    .sort(([a], [b]) => (a && b ? byPlace(a, b) : 0))
    .flatMap((run) => write(run, signs));
}

/** Ranges are worth their dash from so many on. */
const fewestPages = 3;
const fewestNotes = 2;

/** Each page and each note once: the first place that was given for it. */
export function inOrder<Place extends CitedPlace>(places: readonly Place[]): Place[] {
  const sorted = places.filter(({ folio }) => folio !== '').toSorted(byPlace);
  return sorted.filter((place, index) => index === 0 || byPlace(sorted[index - 1] as Place, place) !== 0);
}

/** The text of a page has no note, and notes count from 1. */
function byPlace(a: CitedPlace, b: CitedPlace): number {
  return a.physical - b.physical || (a.note ?? 0) - (b.note ?? 0);
}

const isNote = (place: CitedPlace | undefined): boolean => place?.note !== undefined;
const isArabic = (folio: string): boolean => /^\d+$/.test(folio);

function isNext(last: CitedPlace, next: CitedPlace): boolean {
  if (last.note === undefined || next.note === undefined) return next.physical === last.physical + 1 && isArabic(last.folio) === isArabic(next.folio);
  return next.physical === last.physical && next.note === last.note + 1;
}

function write(run: readonly CitedPlace[], [one, several]: NoteSigns): Locator[] {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return [];
  const { anchor, folio, note } = first;
  if (note === undefined) return [{ anchor, text: first === last ? folio : `${folio}–${last.folio}` }];
  // A Roman number would take the sign for one letter more.
  const page = isArabic(folio) || !/^\p{L}/u.test(one) ? folio : `${folio}\u{A0}`;
  return [{ anchor, text: first === last ? `${page}${one}${note}` : `${page}${several}${note}–${last.note ?? ''}` }];
}
