/**
 * Gives the pages their links back: Chromium printed each as a link to an address of ours (page/take-navigation.ts).
 *
 * Out: every such link leads to a point of a page, and to nothing else; links to the web are not touched, nor is what ties a
 * link to its tag. Places get their anchors as names, too, so that an address such as `book.pdf#sec-thaw` opens there.
 * Source: ISO 32000-1, 12.3.2 (destinations), 12.5.6.5 (links), 7.9.6 (trees of names).
 */
import { type PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { type AnchorPlace, placeScheme } from '../page/contract.js';
import { destinationsIn } from './destination.js';

const subtype = PDFName.of('Subtype');
const link = PDFName.of('Link');
const action = PDFName.of('A');
const address = PDFName.of('URI');
const destination = PDFName.of('Dest');

export function linkPages(document: PDFDocument, places: readonly AnchorPlace[]): void {
  const destinations = places.map(destinationsIn(document));
  for (const given of linksOf(document)) {
    const index = placeIndex(given);
    if (index === undefined) continue;
    const place = destinations[index];
    if (!place) throw new Error(`a link leads to place ${index} of ${places.length}`);
    given.delete(action);
    given.set(destination, place);
  }
  namePlaces(document, places, destinations);
}

function* linksOf(document: PDFDocument): Iterable<PDFDict> {
  for (const page of document.getPages()) {
    for (const given of page.node.Annots()?.asArray() ?? []) {
      const annotation = document.context.lookup(given);
      if (annotation instanceof PDFDict && annotation.get(subtype) === link) yield annotation;
    }
  }
}

/** @returns undefined for a link that is not ours */
function placeIndex(given: PDFDict): number | undefined {
  const uri = given.lookupMaybe(action, PDFDict)?.lookup(address);
  const written = uri instanceof PDFString || uri instanceof PDFHexString ? uri.asString() : '';
  return written.startsWith(placeScheme) ? Number(written.slice(placeScheme.length)) : undefined;
}

function namePlaces({ catalog, context }: PDFDocument, places: readonly AnchorPlace[], destinations: readonly PDFArray[]): void {
  if (places.length === 0) return;
  // The tree is sorted by the bytes of its names, and so are their hexadecimal digits.
  const named = places.map(({ anchor }, index) => ({ name: nameOf(anchor), place: destinations[index] as PDFArray })).toSorted((one, other) => (one.name < other.name ? -1 : 1));
  const tree = context.obj({ Names: named.flatMap(({ name, place }) => [PDFHexString.of(name), place]) });
  catalog.set(PDFName.of('Names'), context.obj({ Dests: context.register(tree) }));
}

/** Hexadecimal. ASCII stays what it is, since some programs look for the very bytes that an address gives. */
const nameOf = (anchor: string): string => (/^[ -~]*$/.test(anchor) ? Buffer.from(anchor, 'latin1').toString('hex').toUpperCase() : PDFHexString.fromText(anchor).asString());
