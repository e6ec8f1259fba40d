/** Prints a page of plain words, in the program's faces: what no page of the book says. */
import { toHtml } from 'hast-util-to-html';
import { h } from '../lower/element.js';
import type { Px } from '../model/unit.js';
import { faceRules, faceUrl } from '../print/galley.js';
import { printSettings } from '../print/print-book.js';
import { origin, serveDocument } from '../print/served-files.js';
import type { StageSetting } from './stage.js';

export interface Notice {
  readonly title: string;
  readonly lines: readonly string[];
  /** In small columns. */
  readonly list?: readonly string[];
}

interface Paper {
  readonly width: Px;
  readonly height: Px;
}

const style = `body { margin: 0; font: 16px / 23px 'EB Garamond', 'STIX Two Math'; }
h1 { font-size: 27px; line-height: 36px; font-weight: 400; margin: 0 0 12px; } p { margin: 0 0 8px; max-width: 560px; }
ul { margin: 14px 0 0; padding: 0; list-style: none; columns: 420px; column-gap: 28px; } li { break-inside: avoid; margin: 0 0 4px; padding-left: 12px; text-indent: -12px; }`;

/** As many pages as it takes. */
export async function printNotice({ title, lines, list = [] }: Notice, { width, height }: Paper, { browser, faces, files }: StageSetting): Promise<Uint8Array> {
  const css = `@page { size: ${width.toFixed(3)}px ${height.toFixed(3)}px; margin: 42px }\n${faceRules(faces.map((face) => [face, faceUrl(face)]))}\n${style}`;
  const head = h('head', {}, h('meta', { charSet: 'utf-8' }), h('title', {}, title), h('style', {}, css));
  const body = h('body', {}, h('h1', {}, title), lines.map((line) => h('p', {}, line)), list.length > 0 ? [h('ul', {}, list.map((item) => h('li', {}, item)))] : []);
  const page = await browser.open(serveDocument(toHtml({ type: 'root', children: [{ type: 'doctype' }, h('html', { lang: 'en' }, head, body)] }), files));
  await page.goto(`${origin}/`, { waitUntil: 'load' });
  await page.evaluate('document.fonts.ready.then(() => true)');
  const pdf = await page.pdf(printSettings);
  await page.close();
  return pdf;
}
