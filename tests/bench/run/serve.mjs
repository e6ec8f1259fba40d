import { readFile } from 'node:fs/promises';
import { findFaces } from '../../../dist/typeface/faces.js';
import { faceUrl } from '../../../dist/print/galley.js';

export const origin = 'http://octavo.invalid';

/**
 * Serves a page with Octavo's faces, and what else it is given, from memory.
 * @param {Map<string, { body: string | Uint8Array, contentType: string }>} others by path
 */
export async function serving(html, disk, others) {
  const files = new Map([['/', { body: html, contentType: 'text/html; charset=utf-8' }], ...others]);
  for (const face of await findFaces(disk)) files.set(faceUrl(face), { body: await disk.read(face.path), contentType: 'font/woff2' });
  return (url) => files.get(decodeURI(url.slice(origin.length)));
}

/** The figures of a generated book, below `prefix`. */
export async function figuresAt(prefix, folder, names) {
  const figures = await Promise.all(names.map(async (name) => [`${prefix}${name}`, { body: await readFile(`${folder}/${name}`), contentType: 'image/svg+xml' }]));
  return new Map(figures);
}

/** As print/print-book.ts prints. */
export const pdfOptions = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: false, timeout: 0 };

/** Chromium writes each page's dictionary in the clear. */
export const countPages = (pdf) => Buffer.from(pdf).toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
