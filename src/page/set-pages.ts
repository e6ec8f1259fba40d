/**
 * Puts finished pages into a document from which they are printed again and again: those that are new come from their markup, the
 * others stay as they lie.
 *
 * @param wanted of each page its markup, or its index among the pages that are there
 */
import { restoreLinks } from './take-navigation.js';

export async function setPages(wanted: readonly (string | number)[]): Promise<void> {
  const book = document.getElementById('pages') ?? begin();
  const there = [...book.children];
  const holder = document.createElement('template');
  const pages = wanted.flatMap((page): Element[] => {
    if (typeof page === 'number') return there.slice(page, page + 1);
    holder.innerHTML = page;
    return [...holder.content.children];
  });
  const kept = new Set(pages);
  for (const page of there) if (!kept.has(page)) page.remove();
  // What is moved is laid out again, so only what must be is.
  let next = book.firstElementChild;
  for (const page of pages) {
    if (page === next) next = next.nextElementSibling;
    else book.insertBefore(page, next);
  }
  restoreLinks(book);
  await Promise.all([...book.querySelectorAll('img')].filter((image) => !image.complete).map((image) => image.decode().catch(() => undefined)));
  await document.fonts.ready;
}

function begin(): HTMLElement {
  const book = document.createElement('main');
  book.id = 'pages';
  document.body.append(book);
  return book;
}
