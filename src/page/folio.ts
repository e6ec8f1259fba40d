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
  /** Where a stretch of text ends that the entry leads to. */
  readonly end?: { readonly folio: string; readonly physical: number };
  /** The one to look up first. */
  readonly isMain?: true;
}

/** A place as the list of an entry names it, before pages are known. */
export interface NamedPlace {
  readonly anchor: string;
  readonly end?: string;
  readonly isMain?: true;
}

/** `a b/c *d`: a place, a stretch, the main place. Anchors hold neither of the signs. */
export function writePlaces(places: readonly NamedPlace[]): string {
  return places.map(({ anchor, end, isMain }) => `${isMain ? '*' : ''}${anchor}${end === undefined ? '' : `/${end}`}`).join(' ');
}

/** What `writePlaces` wrote. */
export function readPlaces(written: string): NamedPlace[] {
  return written.split(/\s+/).filter(Boolean).map((place) => {
    const [anchor = '', end] = place.replace(/^\*/, '').split('/');
    return { anchor, ...(end !== undefined && { end }), ...(place.startsWith('*') && { isMain: true as const }) };
  });
}

/** What stands between a page and a note on it: `n`, and `nn` before several. */
export type NoteSigns = readonly [one: string, several: string];

export interface Locator {
  /** `12`, `12–14`, `23n4`, `23nn4–5`, `iv n1` */
  readonly text: string;
  readonly anchor: string;
  readonly isMain?: true;
}

/**
 * The places of an entry as good indexes print them, in the order of pages, the text of a page before its notes.
 * Each page and each note stands once; three pages or more in a row are a range, two pages that a stretch of text is on, and two
 * notes or more of a page. A note that stands within a range of pages follows the range; a main place stands by itself. The link of
 * a range leads to its first place.
 * Source: The Chicago Manual of Style, 17th edition, chapter 16, on locators and on indexing notes.
 */
export function locators(places: readonly CitedPlace[], signs: NoteSigns): Locator[] {
  const runs: CitedPlace[][] = [];
  for (const place of inOrder(places)) {
    const run = place.isMain ? undefined : runs.findLast(([first]) => !first?.isMain && isNote(first) === isNote(place));
    const last = run?.at(-1);
    if (run && last && isNext(last, place)) run.push(place);
    else runs.push([place]);
  }
  return runs
    .flatMap((run) => (lengthOf(run) < (isNote(run[0]) ? fewestNotes : fewestPages) ? run.map((place) => [place]) : [run]))
    .sort(([a], [b]) => (a && b ? byPlace(a, b) : 0))
    .flatMap((run) => write(run, signs));
}

/** Ranges are worth their dash from so many on. */
const fewestPages = 3;
const fewestNotes = 2;

/**
 * Each page and each note once: the first place that was given for it, or a main one. Stretches that meet are one; a page in a
 * stretch is not named besides, unless it is the main one.
 */
export function inOrder<Place extends CitedPlace>(places: readonly Place[]): Place[] {
  const found = places.filter(({ folio }) => folio !== '');
  const main = distinct(found.filter(({ isMain }) => isMain));
  const isMain = new Set(main.map(nameOf));
  const others = distinct(found.filter((place) => !place.isMain && !isMain.has(nameOf(place))));
  return [...main, ...others].sort(byPlace);
}

const nameOf = ({ physical, note, end }: CitedPlace): string => `${physical}n${note ?? ''}${end && end.physical > physical ? `–${end.physical}` : ''}`;

function distinct<Place extends CitedPlace>(places: readonly Place[]): Place[] {
  const kept: Place[] = [];
  /** The last of those kept that stands in the text of a page. */
  let stretch = -1;
  for (const place of places.toSorted(byPlace)) {
    const last = kept.at(-1);
    if (last && byPlace(last, place) === 0 && isNote(place)) continue;
    const open = kept[stretch];
    if (isNote(place) || !open || place.physical > lastPage(open)) {
      if (!isNote(place)) stretch = kept.length;
      kept.push(place);
    } else if (place.end && place.end.physical > lastPage(open)) kept[stretch] = { ...open, end: place.end };
  }
  return kept;
}

/** The text of a page has no note, and notes count from 1. */
function byPlace(a: CitedPlace, b: CitedPlace): number {
  return a.physical - b.physical || (a.note ?? 0) - (b.note ?? 0);
}

const isNote = (place: CitedPlace | undefined): boolean => place?.note !== undefined;
const isArabic = (folio: string): boolean => /^\d+$/.test(folio);
const lastPage = ({ physical, end }: CitedPlace): number => Math.max(physical, end?.physical ?? 0);
const lastFolio = ({ folio, physical, end }: CitedPlace): string => (end && end.physical > physical ? end.folio : folio);

/** How many pages, or notes; a stretch over two pages counts as a range at once. */
function lengthOf(run: readonly CitedPlace[]): number {
  return run.reduce((sum, place) => sum + (lastPage(place) > place.physical ? fewestPages : 1), 0);
}

function isNext(last: CitedPlace, next: CitedPlace): boolean {
  if (last.note === undefined || next.note === undefined) return next.physical === lastPage(last) + 1 && isArabic(lastFolio(last)) === isArabic(next.folio);
  return next.physical === last.physical && next.note === last.note + 1;
}

function write(run: readonly CitedPlace[], [one, several]: NoteSigns): Locator[] {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return [];
  const { anchor, folio, note } = first;
  const main = first.isMain && { isMain: true as const };
  if (note === undefined) return [{ anchor, text: lastPage(last) === first.physical ? folio : `${folio}–${lastFolio(last)}`, ...main }];
  // A Roman number would take the sign for one letter more.
  const page = isArabic(folio) || !/^\p{L}/u.test(one) ? folio : `${folio}\u{A0}`;
  return [{ anchor, text: first === last ? `${page}${one}${note}` : `${page}${several}${note}–${last.note ?? ''}`, ...main }];
}
