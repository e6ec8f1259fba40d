import { PDFDict, PDFDocument, PDFName, type PDFObject } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadPrinted } from '../../src/print/load-printed.js';
import { printPages } from './printed-pages.js';

const load = (pdf: Uint8Array): Promise<PDFDocument> => PDFDocument.load(pdf, { updateMetadata: false });
const objectsOf = ({ context }: PDFDocument): [string, PDFObject][] => context.enumerateIndirectObjects().map(([ref, object]) => [String(ref), object]);
const written = (document: PDFDocument): string[] => objectsOf(document).map(([ref, object]) => `${ref} ${String(object)}`);
const isTag = (object: PDFObject): object is PDFDict => object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('StructElem');
const kindsOf = (document: PDFDocument): Set<string> => new Set(objectsOf(document).flatMap(([, object]) => (isTag(object) ? [String(object.get(PDFName.of('S')))] : [])));

describe('a printed PDF, opened with its tags closed', () => {
  let printed: Uint8Array;
  beforeAll(async () => {
    [printed = new Uint8Array()] = await printPages([{ size: 'A5', count: 2 }]);
  });

  test('has every object, as it would be written had all been opened', async () => {
    expect(written(await loadPrinted(printed))).toEqual(written(await load(printed)));
  });

  test('opens the headings, which the outline asks for, and leaves paragraphs closed', async () => {
    expect([...kindsOf(await load(printed))]).toContain('/P');
    const opened = kindsOf(await loadPrinted(printed));
    expect([...opened]).toContain('/H1');
    expect([...opened]).not.toContain('/P');
  });

  test.each<[string, (file: string) => string]>([
    ['says nowhere where its table is', (file) => file.replace(/startxref\n\d+/, 'startxref\n1')],
    ['has a table in several parts', (file) => file.replace(/xref\n0 /, 'xref\n1 ')],
  ])('is opened whole when it %s', async (_, spoil) => {
    const other = Buffer.from(spoil(Buffer.from(printed).toString('latin1')), 'latin1');
    expect([...kindsOf(await loadPrinted(other))]).toContain('/P');
    expect(written(await loadPrinted(other))).toEqual(written(await load(printed)));
  });
});
