/**
 * Gives pages what they have by their place in the book: side, running head, folio; and puts the blank ones between them.
 * Pages that were dressed before may be dressed again.
 */
import { type CutFlow, pageShell } from './apply.js';
import type { PageStartRecord, PaginateOptions } from './contract.js';
import type { LaidFlow } from './lay-flows.js';

export interface Dressed {
  /** All pages of the book, in order. */
  readonly pages: readonly HTMLElement[];
  /** Beside `pages`. */
  readonly starts: readonly PageStartRecord[];
}

export function dressPages(flows: readonly LaidFlow[], cut: readonly CutFlow[], { bookTitle }: Pick<PaginateOptions, 'bookTitle'>): Dressed {
  const pages: HTMLElement[] = [];
  const starts: PageStartRecord[] = [];
  // The first page is a recto.
  const isRecto = (): boolean => pages.length % 2 === 0;
  for (const [index, { blanksBefore, folios }] of flows.entries()) {
    for (let blank = 0; blank < blanksBefore; blank += 1) {
      pages.push(pageShell(`page blank ${isRecto() ? 'recto' : 'verso'}`));
      starts.push({ folio: '', letters: 0 });
    }
    for (const [number, { element, head, beginning: { ownLetters: _, ...beginning } }] of (cut[index]?.pages ?? []).entries()) {
      const folio = folios[number] ?? '';
      dress(element, { side: isRecto() ? 'recto' : 'verso', head: isRecto() ? head : bookTitle, folio });
      pages.push(element);
      starts.push({ folio, ...beginning });
    }
  }
  return { pages, starts };
}

interface Dress {
  readonly side: 'recto' | 'verso';
  readonly head: string;
  readonly folio: string;
}

/** What pages have on: of a long book, an edit dresses few anew. */
const worn = new WeakMap<HTMLElement, string>();

/** Names what a page has by its place in the book. */
export const dressOf = (page: HTMLElement): string => worn.get(page) ?? page.className;

function dress(page: HTMLElement, { side, head, folio }: Dress): void {
  const name = [side, head, folio].join('\0');
  if (worn.get(page) === name) return;
  worn.set(page, name);
  page.className = `page ${side}`;
  write(page, 'running-head', head);
  write(page, 'folio', folio);
}

function write(page: Element, className: string, words: string): void {
  const line = page.querySelector(`:scope > .${className}`);
  if (line && line.textContent !== words) line.textContent = words;
}
