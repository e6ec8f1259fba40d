/**
 * Opens the PDF that Chromium printed, with nearly all of its tags kept as the bytes that they are.
 *
 * In an annotated book, most objects are tags that nothing reads or changes, and pdf-lib would take every one of them
 * apart only to write it again. Headings stay open for the outline (write-outline.ts), and so does whatever holds a string in
 * brackets, as the names of cells are (name-cells.ts). Where the file is not built as Skia builds it, everything is opened.
 * Source: ISO 32000-1, 7.5.4 (cross-reference table) and 14.7.2 (structure elements).
 */
import { ParseSpeeds, PDFDocument, PDFObject, PDFRef } from 'pdf-lib';

export async function loadPrinted(pdf: Uint8Array): Promise<PDFDocument> {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1');
  const table = crossReferenceTable(file);
  const closed: { readonly ref: PDFRef; readonly tag: ClosedTag }[] = [];
  const open: Uint8Array[] = [];
  let end = 0;
  for (const offset of table.offsets) {
    closedTag.lastIndex = offset;
    const found = closedTag.exec(file);
    if (!found) continue;
    closed.push({ ref: PDFRef.of(Number(found[1])), tag: new ClosedTag(asPdfLibWrites(found[2] as string)) });
    open.push(pdf.subarray(end, offset));
    end = closedTag.lastIndex;
  }
  // pdf-lib goes from object to object; the table, which no longer tells where they are, would only be read and thrown away.
  open.push(pdf.subarray(end, table.start), pdf.subarray(table.end));
  const document = await PDFDocument.load(Buffer.concat(open), { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  for (const { ref, tag } of closed) document.context.assign(ref, tag);
  return document;
}

/** Neither a heading nor with a string or a fraction in it. */
const closedTag = /(\d+) 0 obj\n(<<\/Type \/StructElem\n\/S \/(?!H\d)[^(.]*?)\nendobj\n/y;

/** The table at the end of the file, and where objects begin, in their order; empty where the file has another than Skia writes. */
function crossReferenceTable(file: string): { readonly start: number; readonly end: number; readonly offsets: readonly number[] } {
  const start = Number(/startxref\n(\d+)\n%%EOF\s*$/.exec(file.slice(-64))?.[1] ?? file.length);
  const head = /^xref\n0 (\d+)\n/.exec(file.slice(start, start + 32));
  if (!head) return { start: file.length, end: file.length, offsets: [] };
  const entries = start + head[0].length;
  const lines = Array.from({ length: Number(head[1]) }, (_, index) => file.slice(entries + 20 * index, entries + 20 * (index + 1)));
  const offsets = lines.filter((line) => line.includes('n')).map((line) => Number(line.slice(0, 10)));
  return { start, end: entries + 20 * lines.length, offsets: offsets.toSorted((one, other) => one - other) };
}

/** A file's bytes must not depend on which of its tags were opened. */
const asPdfLibWrites = (tag: string): string => tag.replace(/<<|>>|[[\]]/g, (bracket) => spaced[bracket] as string);
const spaced: Readonly<Record<string, string>> = { '<<': '<<\n', '>>': '\n>>', '[': '[ ', ']': ' ]' };

/** A structure element that is written as it was read. */
class ClosedTag extends PDFObject {
  constructor(private readonly words: string) {
    super();
  }

  override sizeInBytes(): number {
    return this.words.length;
  }

  override copyBytesInto(buffer: Uint8Array, offset: number): number {
    return Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength).write(this.words, offset, 'latin1');
  }

  override toString(): string {
    return this.words;
  }
}
