import { roman, romanNumerals } from '../page/folio.js';

/** How a run of pages is labelled, from a page (0-based) on. Source: ISO 32000-1, 12.4.2. */
export interface LabelRun {
  readonly page: number;
  /** Decimal, lower and upper Roman; absent where the label is `prefix` alone, or nothing. */
  readonly style?: 'D' | 'r' | 'R';
  readonly start?: number;
  readonly prefix?: string;
}

/**
 * The fewest runs that label each page with its folio.
 *
 * @param folios one for each page, as printed: `ix`, `12`, '' on a blank page, or any other words
 */
export function labelRuns(folios: readonly string[]): LabelRun[] {
  const runs: LabelRun[] = [];
  folios.forEach((folio, page) => {
    const wanted = readFolio(folio);
    const run = runs.at(-1);
    const continues = run && run.style === wanted.style && run.prefix === wanted.prefix;
    const reached = run?.start === undefined ? undefined : run.start + page - run.page;
    if (!continues || reached !== wanted.start) runs.push({ page, ...wanted });
  });
  return runs;
}

function readFolio(folio: string): Omit<LabelRun, 'page'> {
  if (folio === '') return {};
  if (/^[1-9]\d*$/.test(folio)) return { style: 'D', start: Number(folio) };
  const lower = folio.toLowerCase();
  const value = fromRoman(lower);
  if (value !== undefined && folio === lower) return { style: 'r', start: value };
  if (value !== undefined && folio === folio.toUpperCase()) return { style: 'R', start: value };
  return { prefix: folio };
}

/** @returns undefined for what is not the usual way to write a number, such as `iiii` or `ic` */
function fromRoman(words: string): number | undefined {
  let value = 0;
  let at = 0;
  for (const [worth, letters] of romanNumerals) {
    for (; words.startsWith(letters, at); at += letters.length) value += worth;
  }
  return words !== '' && roman(value) === words ? value : undefined;
}
