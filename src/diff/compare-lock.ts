/**
 * What differs from an edition of which only the lock is left: pages and numbers, and neither words nor citations.
 *
 * Pure. Not here: how pages of a lock are compared (edition/compare-editions.ts).
 */
import type { EditionState } from '../edition/judge-edition.js';
import { compareNumbers } from './compare-facts.js';
import { factsOf, type NamedPages } from './compare-books.js';
import type { Comparison, PageChange } from './comparison.js';
import { findSheets } from './find-sheets.js';

export type RecordedState = Required<EditionState>;

export function compareLock(name: string, { recorded, changes, published }: RecordedState, after: NamedPages, remarks: readonly string[]): Comparison {
  const is = after.pages.facts.folios;
  // Blank pages are not in a lock; where they stood is of no account here.
  const was = [...recorded.pages.map(({ folio }) => folio), ...new Array<string>(Math.max(0, recorded.pageCount - recorded.pages.length)).fill('')];
  const changeOf = (reason: PageChange['reason'], folios: { readonly is?: string; readonly was?: string }): PageChange => ({
    reason,
    ...(folios.was !== undefined && { before: was.indexOf(folios.was) }),
    ...(folios.is !== undefined && { after: is.indexOf(folios.is) }),
    edits: [],
    numbers: [],
    came: 0,
    left: 0,
    isReordered: false,
    marks: { before: [], after: [] },
  });
  const changed = changes.changed.map(({ folio, was: old = folio, reason }) => changeOf(reason === 'text' ? 'words' : reason, { is: folio, was: old }));
  const moved = changes.moved.map(({ folio, was: old }) => ({ before: was.indexOf(old), after: is.indexOf(folio) }));
  const added = changes.added.map((folio) => changeOf('words', { is: folio }));
  const differing = new Set([...changed, ...moved, ...added].map((page) => page.after));
  const isSized = recorded.area === published.area;
  return {
    before: { ...factsOf(after), name, folios: was },
    after: factsOf(after),
    changed,
    moved,
    added,
    gone: changes.gone.map((folio) => changeOf('words', { was: folio })),
    knowsWords: false,
    numbers: compareNumbers(recorded.numbers, published.numbers),
    citations: [],
    sheets: findSheets(recorded.pageCount, is.length, (page) => isSized && !differing.has(page)),
    remarks,
  };
}
