/**
 * What came of the recorded edition on the pages that were made: the state that could be recorded now, and what it changes.
 *
 * Reports p-008, where pages are to be kept.
 */
import type { Report } from '../diagnostics/diagnostic.js';
import type { Part, Resolved } from '../model/document.js';
import { placeFinder } from '../model/source.js';
import type { PrintedPage } from '../page/contract.js';
import { compareEditions, type EditionChanges } from './compare-editions.js';
import type { FoundEdition } from './find-edition.js';
import { readBlocks } from './read-blocks.js';
import { type Published, recordEdition } from './record-edition.js';

export interface EditionState {
  readonly published: Published;
  readonly recorded?: FoundEdition['edition'];
  readonly changes?: EditionChanges;
}

export function judgeEdition(resolved: Resolved, parts: readonly Part[], printed: readonly PrintedPage[], pageCount: number, found: FoundEdition | undefined, report: Report): EditionState {
  const published = recordEdition(resolved, parts, printed, pageCount);
  if (!found) return { published };
  const changes = compareEditions(found.edition, published, new Map(parts.map((part) => [part.id as string, readBlocks(part)])), placeFinder(resolved));
  if (found.isKept) reportGrown(changes.grown, changes.edition, resolved, parts, report);
  return { published, recorded: found.edition, changes };
}

export function reportGrown(grown: EditionChanges['grown'], edition: number, { chapters }: Pick<Resolved, 'chapters'>, parts: readonly Part[], report: Report): void {
  for (const { part, was, pages } of grown) {
    const chapter = chapters.find(({ slug }) => slug === part);
    const isLast = parts.at(-1)?.id === part;
    if (!chapter || isLast) continue;
    const place = { file: chapter.file, line: chapter.origin.line + 1 };
    report('p-008', place, `the chapter has ${count(pages)}, and ${was} in edition ${edition}: the pages behind it have other numbers`, pages > was ? 'shorten it by as much as stands on its last page to keep them' : 'leave as much in it as fills its last page to keep them');
  }
}

const count = (pages: number): string => (pages === 1 ? 'one page' : `${pages} pages`);
