/**
 * Finishes the PDF that Chromium printed: tagged, with outline and links, but with the clock's dates and its maker's name.
 *
 * In: any number of pages, one folio each. Out: the same pages with description, page labels, boxes and an identifier; the
 * same bytes for the same pages and facts.
 */
import { PDFDict, PDFDocument, PDFHexString, PDFName, type PDFObject, PDFString, ParseSpeeds } from 'pdf-lib';
import type { BookConfig } from '../model/book.js';
import type { Part } from '../model/document.js';
import { type Description, describe, plain, saveReproducibly } from './metadata.js';
import { nameCells } from './name-cells.js';
import { lettersOf, outlineTitles } from './outline-titles.js';
import { labelRuns } from './page-labels.js';

export interface EditionFacts extends Description {
  /** The folio of every page as printed; '' where there is none. */
  readonly folios: readonly string[];
  /** How the outline's titles are written, by their letters; others stay as they are. */
  readonly outlineTitles?: ReadonlyMap<string, string>;
}

/** What a book says about itself in its PDFs. */
export function pdfFacts(config: BookConfig, parts: readonly Part[], folios: readonly string[]): EditionFacts {
  return {
    title: config.subtitle === undefined ? config.title : `${config.title}: ${config.subtitle}`,
    authors: config.authors.filter((contributor) => contributor.role === 'aut').map((contributor) => contributor.name),
    language: config.language,
    subject: config.description,
    keywords: config.subjects,
    date: config.date,
    id: config.identifier,
    folios,
    outlineTitles: outlineTitles(parts),
  };
}

/** Throws when there is not one folio for each page. */
export async function finishPdf(pdf: Uint8Array, facts: EditionFacts): Promise<Uint8Array> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest });
  if (document.getPageCount() !== facts.folios.length) {
    throw new Error(`the PDF has ${document.getPageCount()} pages, and there are ${facts.folios.length} folios`);
  }
  describe(document, facts);
  labelPages(document, facts.folios);
  setBoxes(document);
  nameCells(document);
  cleanOutline(document, facts.outlineTitles ?? new Map());
  const { catalog, context } = document;
  catalog.set(PDFName.of('PageLayout'), PDFName.of('TwoPageRight'));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  return saveReproducibly(document, facts.id);
}

function labelPages({ catalog, context }: PDFDocument, folios: readonly string[]): void {
  const numbers = labelRuns(folios).flatMap(({ page, style, start, prefix }) => [
    page,
    context.obj({ S: style, St: start === 1 ? undefined : start, P: prefix === undefined ? undefined : PDFHexString.fromText(prefix) }),
  ]);
  catalog.set(PDFName.of('PageLabels'), context.obj({ Nums: numbers }));
}

/** The sheet is printed to its edges and not cut: all boxes are one. */
function setBoxes(document: PDFDocument): void {
  for (const page of document.getPages()) {
    const { x, y, width, height } = page.getMediaBox();
    page.setCropBox(x, y, width, height);
    page.setBleedBox(x, y, width, height);
    page.setTrimBox(x, y, width, height);
  }
}

/** Gives the outline's titles their spaces, and takes out the soft hyphens, which would show. */
function cleanOutline({ catalog, context }: PDFDocument, titles: ReadonlyMap<string, string>): void {
  const title = PDFName.of('Title');
  const waiting: (PDFObject | undefined)[] = [catalog.get(PDFName.of('Outlines'))];
  while (waiting.length > 0) {
    const item = context.lookup(waiting.pop());
    if (!(item instanceof PDFDict)) continue;
    const words = item.lookupMaybe(title, PDFString, PDFHexString);
    if (words) item.set(title, PDFHexString.fromText(titles.get(lettersOf(words.decodeText())) ?? plain(words.decodeText())));
    waiting.push(item.get(PDFName.of('First')), item.get(PDFName.of('Next')));
  }
}
