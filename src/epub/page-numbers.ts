import type { Element } from 'xast';
import type { PageMap } from '../model/document.js';
import type { Chunks } from './chunk.js';
import { element, elementsIn, text } from './tree.js';

/**
 * Fills the places that wait for page numbers: `a[data-page]`, and `span[data-pages]` of registers and index.
 *
 * A number is the folio of the print edition, so readers of both say the same. Where print did not tell one, a reference in the
 * text becomes an arrow named after where it leads, and a locator becomes that name: the link stays, and no false number is shown.
 * Locators that would show the same words twice keep the first. The tree is changed.
 */
export function fillPageNumbers(root: Element, chunks: Chunks, pages: PageMap | undefined): void {
  const folios: ReadonlyMap<string, string> = pages?.folios ?? new Map();
  for (const { node } of elementsIn(root)) {
    const single = node.attributes['data-page'];
    if (typeof single === 'string') {
      const folio = folios.get(single);
      node.children = [text(folio ?? '→')];
      if (folio === undefined) node.attributes['aria-label'] = chunks.nameOf.get(single);
    }
    const several = node.attributes['data-pages'];
    const wordsFor = (anchor: string): string | undefined => folios.get(anchor) ?? chunks.nameOf.get(anchor);
    if (typeof several === 'string') node.children = locators(several.split(/\s+/), wordsFor);
  }
}

function locators(anchors: readonly string[], wordsFor: (anchor: string) => string | undefined): Element['children'] {
  const first = new Map<string, string>();
  for (const anchor of anchors) {
    const words = wordsFor(anchor);
    if (words !== undefined && !first.has(words)) first.set(words, anchor);
  }
  return [...first].flatMap(([words, anchor], index) => {
    const link = element('a', { href: `#${anchor}` }, words);
    return index > 0 ? [text(', '), link] : [link];
  });
}
