/**
 * Takes the links within the book away from the browser, just before it prints: it would look for all their targets anew on
 * every page, and printing would grow with the square of the pages.
 *
 * In: the finished pages. Out: the places of all anchors and headings; the finished PDF gets them back from print/finish.ts.
 * The links' addresses are written over: who wants the pages with links must take them before. A link to an anchor that is
 * not there keeps its address.
 */
import { type AnchorPlace, type HeadingPlace, type Navigation, type PagePoint, placeScheme } from './contract.js';
import { headingWords } from './heading-words.js';

export function takeNavigation(): Navigation {
  const pageNumbers = new Map([...document.querySelectorAll('#pages > .page')].map((page, number) => [page, number]));
  const pointOf = (element: Element): PagePoint | undefined => {
    const page = element.closest('.page');
    const number = page ? pageNumbers.get(page) : undefined;
    if (!page || number === undefined) return undefined;
    const [edge, box] = [page.getBoundingClientRect(), firstBox(element)];
    return { page: number, left: box.left - edge.left, top: box.top - edge.top };
  };

  const places: AnchorPlace[] = [];
  const indexes = new Map<string, number>();
  for (const element of document.querySelectorAll('.page [id]:not([id=""], svg *)')) {
    const point = pointOf(element);
    if (!point || indexes.has(element.id)) continue;
    indexes.set(element.id, places.length);
    places.push({ anchor: element.id, ...point });
  }
  const headings = [...document.querySelectorAll('.page :is(h1, h2, h3, h4, h5, h6):not([data-continued])')].flatMap((heading): HeadingPlace[] => {
    const point = pointOf(heading);
    return point ? [{ level: Number(heading.tagName.charAt(1)), words: headingWords(heading), ...point }] : [];
  });
  // All is read: from here on only written.
  for (const link of document.querySelectorAll('.page a[href^="#"]')) {
    const index = indexes.get((link.getAttribute('href') ?? '').slice(1));
    if (index === undefined) continue;
    addresses.set(link, link.getAttribute('href') ?? '');
    link.setAttribute('href', `${placeScheme}${index}`);
  }
  return { places, headings };
}

/** What was written over. */
const addresses = new WeakMap<Element, string>();

/** Gives the links back the addresses that were taken from them. */
export function restoreLinks(root: Element): void {
  for (const link of root.querySelectorAll(`a[href^="${placeScheme}"]`)) link.setAttribute('href', addresses.get(link) ?? '');
}

/** An element over two lines begins where its first piece does; one that shows nothing is where its parent is. */
function firstBox(element: Element): DOMRect {
  const box = element.getClientRects()[0];
  return box ?? (element.parentElement ? firstBox(element.parentElement) : element.getBoundingClientRect());
}
