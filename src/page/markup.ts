import { textState } from './contract.js';

/**
 * Writes a finished page as markup from which the same page can be laid again, to the 64th of a pixel: so it prints as the same bytes.
 *
 * Browsers write the lengths of inline styles with six digits. Here they are written with all that they have.
 */
export function markupOf(page: Element): string {
  for (const element of [page, ...page.querySelectorAll('[style]')]) {
    if (element instanceof HTMLElement && element.hasAttribute('style')) element.setAttribute('style', exactStyle(element));
  }
  return page.outerHTML;
}

function exactStyle({ attributeStyleMap }: HTMLElement): string {
  return [...attributeStyleMap].map(([property, values]) => `${property}: ${[...values].map((value) => (value instanceof CSSUnitValue ? `${value.value}${units[value.unit] ?? value.unit}` : value.toString())).join(', ')}`).join('; ');
}

const units: Readonly<Record<string, string>> = { number: '', percent: '%' };

/** The same for pages that look the same, wherever their text stands in the manuscript and whatever the state of the text is called. */
export function withoutPlaces(page: Element): string {
  const copy = page.cloneNode(true) as Element;
  for (const element of copy.querySelectorAll('[data-at]')) element.removeAttribute('data-at');
  for (const state of copy.querySelectorAll(`.${textState}`)) state.remove();
  return copy.outerHTML;
}
