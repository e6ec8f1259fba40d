/**
 * Gives the pages their links back: Chromium printed each as a link to an address of ours (page/take-navigation.ts).
 *
 * Out: every such link leads to a point of a page, and to nothing else; links to the web are not touched, nor is what ties a
 * link to its tag. Places get their anchors as names, too, so that an address such as `book.pdf#sec-thaw` opens there.
 * Source: ISO 32000-1, 12.3.2 (destinations), 12.5.6.5 (links), 7.9.6 (trees of names).
 */
import { PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFObject, type PDFPage, PDFString } from 'pdf-lib';
import { type AnchorPlace, placeScheme } from '../page/contract.js';
import { destinationOf } from './destination.js';

const action = PDFName.of('A');
const destination = PDFName.of('Dest');

export function linkPages(document: PDFDocument, places: readonly AnchorPlace[]): void {
  const pages = document.getPages();
  for (const link of linksOf(pages)) {
    const index = placeIndex(link);
    if (index === undefined) continue;
    const place = places[index];
    if (!place) throw new Error(`a link leads to place ${index} of ${places.length}`);
    link.delete(action);
    link.set(destination, destinationOf(place, pages));
  }
  namePlaces(document, places, pages);
}

function* linksOf(pages: readonly PDFPage[]): Iterable<PDFDict> {
  for (const page of pages) {
    for (const given of page.node.Annots()?.asArray() ?? []) {
      const annotation = page.doc.context.lookup(given);
      if (annotation instanceof PDFDict && annotation.get(PDFName.of('Subtype')) === PDFName.of('Link')) yield annotation;
    }
  }
}

/** @returns undefined for a link that is not ours */
function placeIndex(link: PDFDict): number | undefined {
  const uri = link.lookupMaybe(action, PDFDict)?.lookup(PDFName.of('URI'));
  const address = uri instanceof PDFString || uri instanceof PDFHexString ? uri.asString() : '';
  return address.startsWith(placeScheme) ? Number(address.slice(placeScheme.length)) : undefined;
}

function namePlaces({ catalog, context }: PDFDocument, places: readonly AnchorPlace[], pages: readonly PDFPage[]): void {
  if (places.length === 0) return;
  // The tree is sorted by the bytes of its names, and so are their hexadecimal digits.
  const named = places.map((place) => ({ name: nameOf(place.anchor), place })).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const tree: PDFObject = context.obj({ Names: named.flatMap(({ name, place }) => [PDFHexString.of(name), destinationOf(place, pages)]) });
  catalog.set(PDFName.of('Names'), context.obj({ Dests: context.register(tree) }));
}

/** Hexadecimal. ASCII stays what it is, since some programs look for the very bytes that an address gives. */
const nameOf = (anchor: string): string => (/^[ -~]*$/.test(anchor) ? Buffer.from(anchor, 'latin1').toString('hex').toUpperCase() : PDFHexString.fromText(anchor).asString());
