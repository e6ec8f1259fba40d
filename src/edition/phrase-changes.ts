import type { EditionChanges, PageChange } from './compare-editions.js';

/** `edition 2: 78 pages, 2 changed (40, 41: text edited in 03-thaw.md:12), 3 moved (50–52)` */
export function phraseChanges({ edition, pages, changed, moved, added, gone }: EditionChanges): string {
  const facts = [
    ...(changed.length > 0 ? [`${changed.length} changed (${reasons(changed).join('; ')})`] : []),
    ...(moved.length > 0 ? [`${moved.length} moved (${listFolios(moved.map(({ folio, was }) => `${folio} was ${was}`))})`] : []),
    ...(added.length > 0 ? [`${added.length} new (${listFolios(added)})`] : []),
    ...(gone.length > 0 ? [`${gone.length} gone (${listFolios(gone)})`] : []),
  ];
  return `edition ${edition}: ${pages} pages, ${facts.length > 0 ? facts.join(', ') : 'none changed'}`;
}

/** `40, 41: text edited in 03-thaw.md:12`: pages that have one reason together. */
function reasons(changed: readonly PageChange[]): string[] {
  const groups = new Map<string, string[]>();
  for (const change of changed) {
    const words = wordsOf(change);
    groups.set(words, [...(groups.get(words) ?? []), change.folio]);
  }
  return [...groups].map(([words, pages]) => `${listFolios(pages)}: ${words}`);
}

function wordsOf({ reason, place }: PageChange): string {
  if (reason === 'numbers') return 'numbers and references on them';
  if (reason === 'break') return 'text from the page before or behind';
  return place ? `text edited in ${place.file}${place.line === undefined ? '' : `:${place.line}`}` : 'text edited';
}

/** More than a few are told by the first and the last. */
const most = 8;

export function listFolios(pages: readonly string[]): string {
  return pages.length <= most ? pages.join(', ') : `${pages.slice(0, most - 1).join(', ')}, … ${pages.at(-1) ?? ''}`;
}
