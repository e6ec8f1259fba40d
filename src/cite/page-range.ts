/**
 * Pages as numbers: `115-32, 140` is 115 to 132 and 140; `xiv-xx` is 14 to 20 in roman numerals.
 *
 * Not read, so that nothing is half understood: `e1234`, `S12`, `12r`, `12ff`, `12+`.
 */
export interface PageRange {
  readonly numerals: 'arabic' | 'roman';
  readonly first: number;
  /** What an abbreviated end means; before `first` in a range that runs backwards. */
  readonly last: number;
  /** One page, not a range. */
  readonly isSingle: boolean;
}

/** @returns undefined when any part is not a page or a range of pages */
export function parsePages(pages: string): PageRange[] | undefined {
  const ranges = pages.split(/\s*[,;&]\s*(?:\p{L}{1,3}\s+)?|\s+\p{L}{1,3}\s+/u).map(parseRange);
  return ranges.every((range) => range !== undefined) ? ranges : undefined;
}

function parseRange(written: string): PageRange | undefined {
  const [from = '', to, ...rest] = written.trim().split(/\s*[-‐‑–—]+\s*/);
  const first = parsePage(from);
  if (first === undefined || rest.length > 0) return undefined;
  if (to === undefined) return { ...first, last: first.first, isSingle: true };
  const last = parsePage(to);
  if (last === undefined || last.numerals !== first.numerals) return undefined;
  return { ...first, last: first.numerals === 'arabic' ? inFull(from, to) : last.first, isSingle: false };
}

/** `115-32` ends on 132, `1743-5` on 1745. */
const inFull = (from: string, to: string): number => Number(to.length < from.length ? from.slice(0, from.length - to.length) + to : to);

function parsePage(page: string): Pick<PageRange, 'numerals' | 'first'> | undefined {
  if (/^\d{1,6}$/.test(page)) return { numerals: 'arabic', first: Number(page) };
  if (page !== '' && /^m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i.test(page)) return { numerals: 'roman', first: valueOf(page.toLowerCase()) };
  return undefined;
}

const letters: Readonly<Record<string, number>> = { m: 1000, d: 500, c: 100, l: 50, x: 10, v: 5, i: 1 };

/** A letter before a greater one is taken away from it. */
function valueOf(roman: string): number {
  const values = [...roman].map((letter) => letters[letter] ?? 0);
  return values.reduce((sum, value, index) => (value < (values[index + 1] ?? 0) ? sum - value : sum + value), 0);
}
