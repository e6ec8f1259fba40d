import type { Desk, Spot } from './desk.js';

/** Lets links on the pages lead where they say: to another page, or out of the book, which opens beside it. */
export function followLinks(desk: Desk, turn: (spot: Spot, target?: Element) => void): void {
  desk.room.addEventListener('click', (event) => {
    const link = event.composedPath().find((step): step is HTMLAnchorElement => step instanceof HTMLAnchorElement);
    const address = link?.getAttribute('href');
    if (address === null || address === undefined) return;
    event.preventDefault();
    if (!address.startsWith('#')) return void open(address, '_blank', 'noopener');
    const id = decodeURIComponent(address.slice(1));
    for (const page of desk.pages.keys()) {
      const leaf = desk.leaf(page);
      leaf?.fill();
      const target = leaf?.target(id);
      if (target) return turn({ page }, target);
    }
  });
}
