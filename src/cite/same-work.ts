/**
 * Finds entries that are one work: of one DOI or ISBN, or of one title, year and first author, letters' case and accents aside.
 *
 * A chapter and its book are not one, nor are two chapters of a book, two volumes, two issues, a paper that was read and printed.
 */
import type { CslItem } from './csl.js';
import { sameDate, yearOf } from './date-faults.js';
import { isbnKey } from './identifier.js';
import type { LibraryEntry } from './library.js';

export interface Twin {
  /** The later one. */
  readonly entry: LibraryEntry;
  readonly first: LibraryEntry;
  /** What they have in common: `the same DOI`. */
  readonly by: string;
}

/** Each entry at most once, with the first before it that it equals. */
export function sameWorks(entries: Iterable<LibraryEntry>): Twin[] {
  const known = new Map<string, LibraryEntry[]>();
  return [...entries].flatMap((entry) => {
    const twins = marksOf(entry.csl).flatMap(({ mark, by }) => {
      const bearers = known.get(mark) ?? [];
      known.set(mark, [...bearers, entry]);
      const first = bearers.find((bearer) => mayBeOne(entry.csl, bearer.csl));
      return first ? [{ entry, first, by }] : [];
    });
    return twins.slice(0, 1);
  });
}

function marksOf(item: CslItem): { mark: string; by: string }[] {
  const isbn = typeof item['ISBN'] === 'string' && !isPart(item) ? isbnKey(item['ISBN']) : undefined;
  const doi = typeof item['DOI'] === 'string' ? item['DOI'].toLowerCase() : undefined;
  const [name] = item.author ?? item.editor ?? [];
  const [author, title, year] = [fold(name?.family ?? name?.literal ?? ''), fold(item.title ?? ''), yearOf(item)];
  return [
    ...(doi === undefined ? [] : [{ mark: `doi ${doi}`, by: 'the same DOI' }]),
    ...(isbn === undefined ? [] : [{ mark: `isbn ${isbn}`, by: 'the same ISBN' }]),
    ...(author === '' || title === '' || year === undefined ? [] : [{ mark: `title ${author} ${title} ${year}`, by: 'the same title, year and first author' }]),
  ];
}

const isPart = ({ type }: CslItem): boolean => type === 'chapter' || type === 'paper-conference' || type.startsWith('entry');

/** What tells works apart that share so much; only where both say it. */
const distinctive = ['volume', 'issue', 'page', 'number', 'edition', 'container-title', 'genre', 'event-title'];

function mayBeOne(a: CslItem, b: CslItem): boolean {
  if (isPart(a) !== isPart(b) || !sameDate(a, b)) return false;
  // A volume may have the numbers of the whole from it.
  const mayInherit = isPart(a) || (a['volume'] === undefined) !== (b['volume'] === undefined);
  if (mayInherit && fold(a.title ?? '') !== fold(b.title ?? '')) return false;
  return distinctive.every((variable) => a[variable] === undefined || b[variable] === undefined || fold(String(a[variable])) === fold(String(b[variable])));
}

/** Letters and digits alone, without markup, accents and capitals. */
const fold = (words: string): string =>
  words.replace(/<\/?(?:i|b|sup|sub|span)\b[^>]*>/g, '').normalize('NFKD').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
