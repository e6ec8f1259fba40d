/**
 * Imposes the pages of an edition two to a side, to be printed on both sides, folded in the middle and stapled.
 *
 * In: a PDF of any page size. Out: one with as many landscape sides as the booklet needs, the same bytes for the same input.
 * Text stays text, and fonts stand in the file once. The result is not tagged and has no links: an imposed sheet has no
 * reading order, since its neighbours are pages that lie far apart. Whoever needs the structure reads the edition itself.
 */
import { PDFDocument, PDFName, PDFObjectCopier, type PDFPage, PDFRawStream, type PDFRef } from 'pdf-lib';
import type { Pt } from '../model/unit.js';
import { type Side, bookletOrder } from './booklet-order.js';
import { loadPrinted } from './load-printed.js';
import { type Description, describe, saveReproducibly } from './metadata.js';

export interface BookletOptions extends Description {
  /** Landscape; pages are scaled to fit it. By default A4, but for larger pages a sheet of their own size. */
  readonly sheet?: 'A4' | 'Letter' | undefined;
}

export interface Size {
  readonly width: Pt;
  readonly height: Pt;
}

const sheets: Readonly<Record<'A4' | 'Letter', Size>> = {
  A4: { width: 841.89, height: 595.28 },
  Letter: { width: 792, height: 612 },
};

/** @param pdf each of its pages is one content stream, as Chromium writes them; throws on others */
export async function imposeBooklet(pdf: Uint8Array, options: BookletOptions): Promise<Uint8Array> {
  const edition = await loadPrinted(pdf);
  return imposeSides(edition, bookletOrder(edition.getPageCount()).map((side) => ({ side })), options);
}

export interface ImposedSide {
  readonly side: Side;
  /** A page as large as the sheet, laid over it. */
  readonly over?: PDFPage;
}

export async function imposeSides(edition: PDFDocument, sides: readonly ImposedSide[], options: BookletOptions): Promise<Uint8Array> {
  const booklet = await PDFDocument.create({ updateMetadata: false });
  const copier = PDFObjectCopier.for(edition.context, booklet.context);
  const pages = edition.getPages().map((page) => toForm(page, copier, booklet));
  const sheet = options.sheet ? sheets[options.sheet] : sheetFor(pages[0]);
  for (const { side, over } of sides) addSide(booklet, pages, side, sheet, over && toForm(over, PDFObjectCopier.for(over.doc.context, booklet.context), booklet));

  describe(booklet, options);
  // For print dialogs that ask the file; the others must be told.
  const wishes = { DisplayDocTitle: true, PrintScaling: 'None', Duplex: 'DuplexFlipShortEdge' };
  booklet.catalog.set(PDFName.of('ViewerPreferences'), booklet.context.obj(wishes));
  return saveReproducibly(booklet, `${options.id} booklet`);
}

/** A page as a picture that can be placed: a form XObject. */
interface Form extends Size {
  readonly ref: PDFRef;
}

/** Takes the page's compressed content as it is; links and structure stay behind. */
function toForm(page: PDFPage, copier: PDFObjectCopier, booklet: PDFDocument): Form {
  const content = page.node.Contents();
  if (!(content instanceof PDFRawStream)) throw new Error('a page of the edition is not one content stream');
  const { x, y, width, height } = page.getMediaBox();
  const { context } = booklet;
  const dict = copier.copy(content.dict);
  dict.set(PDFName.of('Type'), PDFName.of('XObject'));
  dict.set(PDFName.of('Subtype'), PDFName.of('Form'));
  dict.set(PDFName.of('BBox'), context.obj([x, y, x + width, y + height]));
  dict.set(PDFName.of('Matrix'), context.obj([1, 0, 0, 1, -x, -y]));
  dict.set(PDFName.of('Resources'), copier.copy(page.node.Resources() ?? context.obj({})));
  return { ref: context.register(PDFRawStream.of(dict, content.contents)), width, height };
}

/** Chromium rounds page sizes to whole CSS pixels: up to 1 px a page is no larger page. */
const rounding: Pt = 0.75;

/** The sheet that two pages are printed on, side by side. */
export function sheetFor(page: Size | undefined): Size {
  const isLarger = page && (page.width * 2 > sheets.A4.width + 2 * rounding || page.height > sheets.A4.height + rounding);
  return isLarger ? { width: page.width * 2, height: page.height } : sheets.A4;
}

function addSide(booklet: PDFDocument, pages: readonly Form[], side: Side, sheet: Size, over: Form | undefined): void {
  const half: Size = { width: sheet.width / 2, height: sheet.height };
  const added = booklet.addPage([sheet.width, sheet.height]);
  const operators = side.map((number, slot) => {
    const page = number === null ? undefined : pages[number - 1];
    if (!page) return '';
    const name = PDFName.of(slot === 0 ? 'Left' : 'Right');
    added.node.setXObject(name, page.ref);
    const scale = fit(page, half);
    const x = slot * half.width + (half.width - page.width * scale) / 2;
    const y = (half.height - page.height * scale) / 2;
    return `q ${[scale, 0, 0, scale, x, y].map(short).join(' ')} cm ${String(name)} Do Q\n`;
  });
  if (over) {
    added.node.setXObject(PDFName.of('Over'), over.ref);
    operators.push(`q ${String(PDFName.of('Over'))} Do Q\n`);
  }
  added.node.set(PDFName.of('Contents'), booklet.context.register(booklet.context.stream(operators.join(''))));
}

/** As large as fits; a page that differs from the half sheet by a hair is left as it is. */
function fit(page: Size, half: Size): number {
  const scale = Math.min(half.width / page.width, half.height / page.height);
  return Math.abs(scale - 1) < 0.005 ? 1 : scale;
}

/** PDF knows no exponents. */
const short = (value: number): string => String(Number(value.toFixed(4)));
