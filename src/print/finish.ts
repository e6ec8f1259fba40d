/**
 * Finishes the PDF that Chromium printed: tagged, but with the clock's dates and its maker's name, and nothing leads around in it.
 *
 * In: any number of pages, one folio each. Out: the same pages with links, outline, description, page labels, boxes and an
 * identifier; the same bytes for the same pages and facts.
 */
import { type PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import type { BookConfig } from '../model/book.js';
import { creatorsOf } from '../model/relators.js';
import { wordsOf } from '../model/words.js';
import { linkPages } from './link-pages.js';
import { loadPrinted } from './load-printed.js';
import { type Description, describe, saveReproducibly } from './metadata.js';
import { nameCells } from './name-cells.js';
import { labelRuns } from './page-labels.js';
import type { RawPdf } from './print-book.js';
import { writeOutline } from './write-outline.js';

export interface EditionFacts extends Description {
  /** The folio of every page as printed; '' where there is none. */
  readonly folios: readonly string[];
}

/** What a book says about itself in its PDFs. */
export function pdfFacts(config: BookConfig, folios: readonly string[]): EditionFacts {
  const title = config.subtitle === undefined ? config.title : `${config.title}: ${config.subtitle}`;
  return {
    title: config.audience === 'self-study' ? title : `${title} (${wordsOf(config.language).editions[config.audience]})`,
    authors: creatorsOf(config.authors).map((creator) => creator.name),
    language: config.language,
    subject: config.description,
    keywords: config.subjects.map((subject) => subject.name),
    date: config.date,
    id: config.identifier,
    folios,
  };
}

/** Throws when there is not one folio for each page. */
export async function finishPdf({ pdf, navigation }: RawPdf, facts: EditionFacts): Promise<Uint8Array> {
  const document = await loadPrinted(pdf);
  if (document.getPageCount() !== facts.folios.length) {
    throw new Error(`the PDF has ${document.getPageCount()} pages, and there are ${facts.folios.length} folios`);
  }
  describe(document, facts);
  labelPages(document, facts.folios);
  setBoxes(document);
  nameCells(document);
  linkPages(document, navigation.places);
  writeOutline(document, navigation.headings);
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
