/**
 * Gives the head cells of tables names of their own.
 *
 * Chromium names them by its own count of nodes, which differs from run to run; cells and the tree of names refer to them.
 * Source: ISO 32000-1, 14.7.2 (IDTree) and 14.8.5.7 (Headers).
 */
import { PDFArray, type PDFContext, PDFDict, type PDFDocument, PDFHexString, PDFName, type PDFObject, PDFRef, PDFString } from 'pdf-lib';

const id = PDFName.of('ID');
const idTree = PDFName.of('IDTree');
const headers = PDFName.of('Headers');
const attributes = PDFName.of('A');
const type = PDFName.of('Type');
const structElem = PDFName.of('StructElem');

export function nameCells({ catalog, context }: PDFDocument): void {
  const tree = catalog.lookupMaybe(PDFName.of('StructTreeRoot'), PDFDict);
  const known = tree?.get(idTree);
  if (!tree || !known) return;
  discard(known, context);
  const elements = context.enumerateIndirectObjects().filter((entry): entry is [PDFRef, PDFDict] => entry[1] instanceof PDFDict);

  const names = new Map<string, PDFString>();
  const index: PDFObject[] = [];
  for (const [ref, element] of elements) {
    const given = element.get(id);
    if (!(given instanceof PDFString || given instanceof PDFHexString) || element.get(type) !== structElem) continue;
    // The tree is sorted by name, so the numbers all have the same length.
    const name = PDFString.of(`cell${String(names.size + 1).padStart(8, '0')}`);
    names.set(given.asString(), name);
    element.set(id, name);
    index.push(name, ref);
  }
  tree.set(idTree, context.register(context.obj({ Names: index })));

  const rename = (object: PDFObject | undefined): void => {
    const found = context.lookup(object);
    if (found instanceof PDFArray) for (const item of found.asArray()) rename(item);
    if (!(found instanceof PDFDict)) return;
    const heads = found.lookupMaybe(headers, PDFArray);
    for (const [at, head] of heads?.asArray().entries() ?? []) {
      const name = head instanceof PDFString || head instanceof PDFHexString ? names.get(head.asString()) : undefined;
      if (name) heads?.set(at, name);
    }
  };
  for (const [, element] of elements) if (element.has(attributes)) rename(element.get(attributes));
}

/** Takes a tree of names out of the file, with its branches. */
function discard(node: PDFObject, context: PDFContext): void {
  const dict = context.lookup(node);
  const kids = dict instanceof PDFDict ? dict.lookupMaybe(PDFName.of('Kids'), PDFArray) : undefined;
  for (const kid of kids?.asArray() ?? []) discard(kid, context);
  if (node instanceof PDFRef) context.delete(node);
}
