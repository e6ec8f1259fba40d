import type { Element } from 'xast';
import { type CitedPlace, inOrder, locators, type NamedPlace, type NoteSigns, readPlaces } from '../page/folio.js';
import { element, text, visitElements } from './tree.js';
import type { Whereabouts } from './whereabouts.js';

/**
 * Fills the places that wait for page numbers: `a[data-page]`, and `span[data-pages]` of registers and index.
 *
 * A number is the folio of the print edition, with the note where there is one (`23n4`), so readers of both say the same. Print
 * draws pages in a row together; here each has a link of its own, since a link is how a reader gets there (a stretch of text has one). Where print did not
 * tell a folio, a reference in the text becomes an arrow named after where it leads, and a locator becomes that name: the link
 * stays, and no false number is shown. What would show the same words twice is shown once. The tree is changed.
 */
export function fillPageNumbers(root: Element, book: Whereabouts, signs: NoteSigns): void {
  visitElements(root, (node) => {
    const single = node.attributes['data-page'];
    if (typeof single === 'string') {
      const folio = book.folio(single);
      node.children = [text(folio ?? '→')];
      if (folio === undefined) node.attributes['aria-label'] = book.name(single);
    }
    const several = node.attributes['data-pages'];
    if (typeof several === 'string') node.children = links(readPlaces(several));
  });

  function links(named: readonly NamedPlace[]): Element['children'] {
    const pageOf = (anchor: string) => {
      const folio = book.folio(anchor) ?? '';
      return { folio, physical: book.page(folio) ?? 0 };
    };
    const places = named.map(({ anchor, end, isMain }): CitedPlace => {
      const note = book.note(anchor);
      return { anchor, ...pageOf(anchor), ...(note !== undefined && { note }), ...(end !== undefined && { end: pageOf(end) }), ...(isMain && { isMain }) };
    });
    const printed = inOrder(places).flatMap((place) => locators([place], signs));
    const sections = new Map<string, string>();
    for (const { anchor, folio } of places) {
      const name = book.name(anchor);
      if (folio === '' && name !== undefined && !sections.has(name)) sections.set(name, anchor);
    }
    return [...printed, ...[...sections].map(([name, anchor]) => ({ text: name, anchor, isMain: undefined }))].flatMap((link, index) => {
      const made = link.isMain ? element('strong', {}, element('a', { href: `#${link.anchor}` }, link.text)) : element('a', { href: `#${link.anchor}` }, link.text);
      return index > 0 ? [text(', '), made] : [made];
    });
  }
}
