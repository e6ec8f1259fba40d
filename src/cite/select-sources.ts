/**
 * Which sources a `::bibliography` holds, and which are in the bibliography though nothing cites them.
 *
 * In: what collecting made of the directive (pass/collect-bibliographies.ts). Never reports.
 * Not here: the order and words of the entries (cite/render.ts), their anchors (pass/list-sources.ts).
 */
import type { BibliographyRequest, Collected, SourceFilter } from '../model/document.js';
import { citedBy } from './cited-by.js';
import { bibTypes } from './csl.js';
import type { LibraryEntry } from './library.js';

/** `keyword` is one text in CSL: reference managers part it by commas or semicolons. */
export function keywordsOf({ csl }: LibraryEntry): string[] {
  const written = csl['keyword'];
  return typeof written === 'string' ? written.split(/[,;]/).map((word) => word.trim()).filter((word) => word !== '') : [];
}

/** Every filter that is given must hold; of the names in one, any. */
export function isWanted(entry: LibraryEntry, { keywords, notKeywords, types, keys }: SourceFilter): boolean {
  const own = keywordsOf(entry);
  return (
    (keywords?.some((word) => own.includes(word)) ?? true) &&
    !notKeywords?.some((word) => own.includes(word)) &&
    (types?.some((type) => isOfType(entry, type)) ?? true) &&
    (keys?.includes(entry.key) ?? true)
  );
}

/** By CSL's name of its type or by BibLaTeX's: as written in a .bib file, else as BibLaTeX would call it. */
function isOfType({ csl, bibType }: LibraryEntry, type: string): boolean {
  return csl.type === type || (bibType === undefined ? Object.hasOwn(bibTypes, type) && bibTypes[type] === csl.type : bibType === type);
}

/** Whether a list leaves out some of the sources. */
export const isParted = ({ filter, citations }: BibliographyRequest): boolean => citations !== undefined || Object.keys(filter).length > 0;

/** What `citation.nocite` names, or a list by its keys. */
export function keysWithoutCitation({ config, library, lists }: Pick<Collected, 'config' | 'library' | 'lists'>): string[] {
  const { nocite } = config.citation;
  const all = [...library.entries.values()].filter(({ members }) => members === undefined).map(({ key }) => key);
  if (nocite.includes('*')) return all;
  const named = new Set([...nocite, ...lists.flatMap(({ filter }) => filter.keys ?? [])].flatMap((key) => citedBy(library, key)));
  return all.filter((key) => named.has(key));
}
