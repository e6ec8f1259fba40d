import { type PDFArray, PDFName, type PDFPage } from 'pdf-lib';
import type { PagePoint } from '../page/contract.js';

/** Of a CSS pixel, pt. */
const point = 0.75;

/**
 * Opens a page with a point of it in the window's corner, as large as pages are shown already.
 * Throws when there is no such page. Source: ISO 32000-1, 12.3.2.2 (XYZ).
 */
export function destinationOf({ page: number, left, top }: PagePoint, pages: readonly PDFPage[]): PDFArray {
  const page = pages[number];
  if (!page) throw new Error(`page ${number + 1} of ${pages.length} is led to`);
  const { x, y, height } = page.getMediaBox();
  return page.doc.context.obj([page.ref, PDFName.of('XYZ'), short(x + left * point), short(y + height - top * point), null]);
}

const short = (value: number): number => Number(value.toFixed(2));
