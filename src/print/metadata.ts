/**
 * What a PDF says about itself, and saving it so that the same edition gives the same bytes: no clock, no chance.
 * Source: ISO 32000-1, 14.3 (metadata) and 14.4 (file identifiers); ISO 16684-1 (XMP).
 */
import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHeader, PDFHexString, PDFName, PDFRef, PDFStreamWriter, PDFString } from 'pdf-lib';

export interface Description {
  readonly title: string;
  readonly authors: readonly string[];
  /** BCP 47. */
  readonly language: string;
  readonly subject?: string | undefined;
  readonly keywords: readonly string[];
  /** ISO 8601: year, month or day. The only date in the file. */
  readonly date?: string | undefined;
  /** What stays the same between versions of one edition: its URN or UUID. */
  readonly id: string;
}

const producer = 'Octavo';
/** Objects that are compressed together. The more, the smaller the file, and the more a reader unpacks for one of them. */
const objectsPerStream = 200;

/** Replaces whatever the document said about itself: Info, XMP, language. */
export function describe(document: PDFDocument, facts: Description): void {
  const { context, catalog } = document;
  const text = (words: string): PDFHexString | undefined => (words === '' ? undefined : PDFHexString.fromText(plain(words)));
  const date = facts.date === undefined ? undefined : PDFString.of(`D:${facts.date.replaceAll('-', '')}`);
  const info = {
    Title: text(facts.title),
    Author: text(facts.authors.join('; ')),
    Subject: text(facts.subject ?? ''),
    Keywords: text(facts.keywords.join(', ')),
    Creator: text(producer),
    Producer: text(producer),
    CreationDate: date,
    ModDate: date,
  };
  const given = context.trailerInfo.Info;
  if (given instanceof PDFRef) context.delete(given);
  context.trailerInfo.Info = context.register(context.obj(info));

  // Not compressed, so that programs which know nothing of PDF can find it.
  const metadata = context.stream(new TextEncoder().encode(xmp(facts)), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(metadata));
  catalog.set(PDFName.of('Lang'), PDFString.of(facts.language));
}

/** Saves in the compact form of PDF 1.5, with an identifier made from `id` and the content. */
export async function saveReproducibly(document: PDFDocument, id: string): Promise<Uint8Array> {
  const { context } = document;
  const permanent = createHash('sha256').update(id).digest('hex').slice(0, 32);
  const placeholder = '0'.repeat(32);
  context.header = PDFHeader.forVersion(1, 7);
  context.trailerInfo.ID = context.obj([PDFHexString.of(permanent), PDFHexString.of(placeholder)]);
  await document.flush();
  const bytes = Buffer.from(await PDFStreamWriter.forContext(context, Infinity, true, objectsPerStream).serializeToBuffer());
  // Put in afterwards, in the room kept for it: the identifier of a version comes from all of its bytes.
  const at = bytes.lastIndexOf(placeholder);
  if (at < 0) throw new Error('the identifier of the PDF is not where it was written');
  bytes.write(createHash('sha256').update(bytes).digest('hex').slice(0, 32), at);
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** Without the soft hyphens that only serve line breaks. */
export const plain = (words: string): string => words.replaceAll('\u00ad', '');

function xmp(facts: Description): string {
  const one = (name: string, words: string | undefined): string => (words ? `      <${name}>${escape(words)}</${name}>\n` : '');
  const list = (name: string, kind: 'Bag' | 'Seq', items: readonly string[]): string => {
    const lines = items.map((item) => `<rdf:li>${escape(item)}</rdf:li>`).join('');
    return items.length === 0 ? '' : `      <${name}><rdf:${kind}>${lines}</rdf:${kind}></${name}>\n`;
  };
  const words = (name: string, value: string | undefined): string =>
    value ? `      <${name}><rdf:Alt><rdf:li xml:lang="x-default">${escape(value)}</rdf:li></rdf:Alt></${name}>\n` : '';
  const properties = [
    one('dc:format', 'application/pdf'),
    words('dc:title', facts.title),
    list('dc:creator', 'Seq', facts.authors),
    words('dc:description', facts.subject),
    list('dc:subject', 'Bag', facts.keywords),
    list('dc:language', 'Bag', [facts.language]),
    one('dc:identifier', facts.id),
    list('dc:date', 'Seq', facts.date === undefined ? [] : [facts.date]),
    one('pdf:Producer', producer),
    one('pdf:Keywords', facts.keywords.join(', ')),
    one('xmp:CreatorTool', producer),
    one('xmp:CreateDate', facts.date),
    one('xmp:ModifyDate', facts.date),
    one('xmp:MetadataDate', facts.date),
  ].join('');
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
  <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
${properties}    </rdf:Description>
  </rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`;
}

/** For XML text; what XML 1.0 cannot hold is left out. */
function escape(words: string): string {
  return plain(words)
    .replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
