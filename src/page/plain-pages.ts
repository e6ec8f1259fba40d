/**
 * Finds the pages that need no clipping and no stacking: nothing on them is positioned, turned or over an edge.
 *
 * The browser prints by going through everything it stacks, for every page anew: as long as each page is one such thing, printing
 * grows with the square of the pages. A plain page is none (`.plain` in the print sheet), and stays so.
 */
export function plainPages(): Element[] {
  return [...document.querySelectorAll('#pages > .page:not(.plain)')].filter((page) => {
    const head = page.querySelector('.running-head');
    return !isSpilling(page) && !(head && isSpilling(head)) && ![...page.querySelectorAll(stackable)].some(isStacked);
  });
}

/** Inside pictures and formulas nothing is stacked; a running head that fits needs no clipping. */
const stackable = ':not(.running-head, svg *, math *)';

function isSpilling(element: Element): boolean {
  return element.scrollWidth > element.clientWidth || element.scrollHeight > element.clientHeight;
}

function isStacked(element: Element): boolean {
  const { position, transform, overflow } = getComputedStyle(element);
  return position !== 'static' || transform !== 'none' || (overflow !== 'visible' && element.tagName !== 'IMG' && element.tagName !== 'svg');
}
