import { type NamedPlace, readPlaces } from './folio.js';

/** A place that shows page numbers, or a line's, and the anchors it shows them of. */
export interface TargetFacts {
  readonly places: readonly NamedPlace[];
  /** A page, a list of pages, the line of a source document, or the line of a page, behind that page. */
  readonly shows: 'page' | 'list' | 'line' | 'page-line';
  /** Words before it say how a page number is put: `on page`. */
  readonly hasForm: boolean;
  /** The number alone, where it shows a line. */
  readonly isBare: boolean;
}

export interface PageTarget extends TargetFacts {
  readonly element: HTMLElement;
}

export function findTargets(roots: readonly Element[]): PageTarget[] {
  return roots.flatMap((root) =>
    [...root.querySelectorAll<HTMLElement>('[data-page], [data-pages], [data-line], [data-page-line]')].map((element) => {
      const { page, pages, line, pageLine, bare } = element.dataset;
      const shows = page !== undefined ? 'page' : pages !== undefined ? 'list' : line !== undefined ? 'line' : 'page-line';
      return { element, places: readPlaces(page ?? pages ?? line ?? pageLine ?? ''), shows, hasForm: formOf(element) !== undefined, isBare: bare !== undefined };
    }),
  );
}

/** The words before a page number that say how it is put: `on page`. */
export function formOf(element: Element): Element | undefined {
  const words = element.previousElementSibling;
  return words?.classList.contains('page-words') ? words : undefined;
}
