/**
 * Finished pages as they were kept, opened again to be compared, marked, shown and printed.
 *
 * In: a document with `#pages`, its style and its faces. Not here: how pages are made (paginate.ts).
 */
import type { PageMarks, ShownPage } from './changes-contract.js';
import { markWords, removeMarks } from './mark-words.js';
import { plainPages } from './plain-pages.js';
import { readWords, type WordPieces } from './read-words.js';

const pages = [...document.querySelectorAll<HTMLElement>('#pages > .page')];
let pieces: readonly WordPieces[] = [];

function read(): ShownPage[] {
  const words = readWords(pages);
  pieces = words.pieces;
  return words.shown;
}

/** The pages that were read, marked. */
const mark = (marks: readonly PageMarks[]): void => markWords(pages, pieces, marks);

/** Shows some pages and no others. */
function show(wanted: readonly number[]): void {
  const shown = new Set(wanted);
  for (const [index, page] of pages.entries()) page.style.display = shown.has(index) ? '' : 'none';
}

/** Leaves some pages, with no links but those to the web, ready to be printed. */
function keep(wanted: readonly number[], isMarked: boolean): void {
  for (const page of pages) page.style.display = '';
  if (!isMarked) removeMarks(pages);
  document.getElementById('pages')?.replaceChildren(...wanted.flatMap((index) => pages[index] ?? []));
  for (const link of document.querySelectorAll('#pages a[href]:not([href^="https:"], [href^="http:"], [href^="mailto:"])')) link.removeAttribute('href');
  for (const page of plainPages()) page.classList.add('plain');
}

declare global {
  interface Window {
    changes: { read: typeof read; mark: typeof mark; show: typeof show; keep: typeof keep };
  }
}
window.changes = { read, mark, show, keep };
