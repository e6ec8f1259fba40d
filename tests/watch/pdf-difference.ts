import { decodePDFRawStream, PDFArray, PDFDocument, PDFRawStream } from 'pdf-lib';

/** The first page of two PDFs that is drawn otherwise, and where its drawing parts; undefined where all are drawn alike. */
export async function pdfDifference(one: Uint8Array, other: Uint8Array): Promise<string | undefined> {
  const [first, second] = [await drawings(one), await drawings(other)];
  for (const [index, drawing] of first.entries()) {
    const twin = second[index] ?? '';
    if (drawing === twin) continue;
    const lines = drawing.split('\n');
    const at = lines.findIndex((line, row) => line !== twin.split('\n')[row]);
    return `page ${index + 1} of ${first.length} and ${second.length}: ${lines.slice(at, at + 3).join(' ')}\n  for ${twin.split('\n').slice(at, at + 3).join(' ')}`;
  }
  return undefined;
}

async function drawings(bytes: Uint8Array): Promise<string[]> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  return pdf.getPages().map(({ node }) => {
    const contents = node.Contents();
    const streams = contents instanceof PDFArray ? contents.asArray().map((reference) => pdf.context.lookup(reference)) : [contents];
    return streams.map((stream) => (stream instanceof PDFRawStream ? new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode()) : '')).join('\n');
  });
}
