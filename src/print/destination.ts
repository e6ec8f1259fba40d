import { type PDFArray, type PDFDocument, PDFName } from 'pdf-lib';
import type { PagePoint } from '../page/contract.js';

/** Of a CSS pixel, pt. */
const point = 0.75;
const zoom = PDFName.of('XYZ');

/**
 * What opens a page with a point of it in the window's corner, as large as pages are shown already.
 * Throws when there is no such page. Source: ISO 32000-1, 12.3.2.2 (XYZ).
 */
export function destinationsIn(document: PDFDocument): (at: PagePoint) => PDFArray {
  const pages = document.getPages().map((page) => ({ ref: page.ref, box: page.getMediaBox() }));
  return ({ page: number, left, top }) => {
    const page = pages[number];
    if (!page) throw new Error(`page ${number + 1} of ${pages.length} is led to`);
    const { ref, box } = page;
    return document.context.obj([ref, zoom, short(box.x + left * point), short(box.y + box.height - top * point), null]);
  };
}

const short = (value: number): number => Number(value.toFixed(2));
