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

export interface Locator {
  /** `12`, `12–14` */
  readonly text: string;
  readonly anchor: string;
}

/**
 * The pages of an index entry: each once, three or more in a row as a range.
 * The link of a range leads to its first page.
 */
export function locators(places: readonly { readonly anchor: string; readonly folio: string }[]): Locator[] {
  const unique = places.filter(({ folio }, index) => folio !== '' && places.findIndex((other) => other.folio === folio) === index);
  const found: Locator[] = [];
  for (let index = 0; index < unique.length; ) {
    const first = unique[index] as { anchor: string; folio: string };
    let last = index;
    while (last + 1 < unique.length && isNext(unique[last]?.folio ?? '', unique[last + 1]?.folio ?? '')) last += 1;
    if (last - index >= 2) {
      found.push({ text: `${first.folio}–${unique[last]?.folio ?? ''}`, anchor: first.anchor });
      index = last + 1;
    } else {
      found.push({ text: first.folio, anchor: first.anchor });
      index += 1;
    }
  }
  return found;
}

function isNext(folio: string, next: string): boolean {
  return /^\d+$/.test(folio) && /^\d+$/.test(next) && Number(next) === Number(folio) + 1;
}
