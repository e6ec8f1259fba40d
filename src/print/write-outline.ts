/**
 * Writes the outline: every heading below the one that it belongs to. It opens with the chapters alone.
 *
 * In: headings in the order of the pages; one without words is left out. Each entry leads to its heading's place, and names its
 * heading's tag where the tags are of the same headings.
 * Source: ISO 32000-1, 12.3.3.
 */
import { PDFDict, type PDFDocument, PDFHexString, PDFName, PDFRef } from 'pdf-lib';
import type { HeadingPlace } from '../page/contract.js';
import { destinationsIn } from './destination.js';

interface Entry {
  readonly level: number;
  readonly ref: PDFRef;
  readonly dict: PDFDict;
  readonly below: Entry[];
}

export function writeOutline(document: PDFDocument, headings: readonly HeadingPlace[]): void {
  const { catalog, context } = document;
  const destinationOf = destinationsIn(document);
  const tags = headingTags(document, headings);
  const entryOf = (level: number, dict: PDFDict): Entry => ({ level, dict, ref: context.register(dict), below: [] });

  const outline = entryOf(0, context.obj({ Type: 'Outlines' }));
  const open = [outline];
  for (const [index, heading] of headings.entries()) {
    if (heading.words === '') continue;
    while ((open.at(-1) as Entry).level >= heading.level) open.pop();
    const entry = entryOf(heading.level, context.obj({ Title: PDFHexString.fromText(heading.words), Dest: destinationOf(heading), SE: tags[index] }));
    (open.at(-1) as Entry).below.push(entry);
    open.push(entry);
  }
  if (outline.below.length === 0) return;
  tie(outline);
  outline.dict.set(PDFName.of('Count'), context.obj(outline.below.length));
  catalog.set(PDFName.of('Outlines'), outline.ref);
}

/** Ties entries to those beside and below them. A count below zero is that of a closed entry. */
function tie({ ref, dict, below }: Entry): void {
  const [first, last] = [below[0], below.at(-1)];
  if (!first || !last) return;
  dict.set(PDFName.of('First'), first.ref);
  dict.set(PDFName.of('Last'), last.ref);
  dict.set(PDFName.of('Count'), dict.context.obj(-below.length));
  for (const [index, entry] of below.entries()) {
    const [before, after] = [below[index - 1], below[index + 1]];
    entry.dict.set(PDFName.of('Parent'), ref);
    if (before) entry.dict.set(PDFName.of('Prev'), before.ref);
    if (after) entry.dict.set(PDFName.of('Next'), after.ref);
    tie(entry);
  }
}

/** The tags of the headings, in their order; none where the file's tags do not go by the same levels one by one. */
function headingTags({ context }: PDFDocument, headings: readonly HeadingPlace[]): PDFRef[] {
  const [type, element, kind] = [PDFName.of('Type'), PDFName.of('StructElem'), PDFName.of('S')];
  const tags = context.enumerateIndirectObjects().flatMap(([ref, object]) => {
    const level = object instanceof PDFDict && object.get(type) === element ? /^\/H([1-6])$/.exec(String(object.get(kind)))?.[1] : undefined;
    return level === undefined ? [] : [{ ref, level: Number(level) }];
  });
  const isSame = tags.length === headings.length && tags.every(({ level }, index) => level === headings[index]?.level);
  return isSame ? tags.map(({ ref }) => ref) : [];
}
