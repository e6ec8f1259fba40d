/**
 * The key of a source that was given none: `rossi1933salt`, of its first author (or editor), its year, and the first word of its
 * title that has four letters or more. The same facts always give the same key.
 */
import type { CslName } from './csl.js';

/** @returns nothing when there is neither a name nor a title */
export function deriveKey({ name, year, title }: { readonly name?: CslName; readonly year?: string; readonly title?: string }): string | undefined {
  const words = wordsOf(title ?? '');
  const named = name?.family === undefined ? (firstLong(wordsOf(name?.literal ?? '')) ?? '') : wordsOf(name.family).join('');
  const titled = firstLong(words) ?? '';
  return named === '' && titled === '' ? undefined : `${named}${year ?? ''}${titled}`;
}

/** `ete` of *L’Été*: where all are short, the longest. */
const firstLong = (words: readonly string[]): string | undefined => words.find((word) => word.length > 3) ?? words.toSorted((a, b) => b.length - a.length)[0];

/** In lower case; Latin letters without their accents, so that a key can be typed. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .match(/[\p{L}\p{N}]+/gu) ?? [];
