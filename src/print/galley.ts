/**
 * Writes the galley: one HTML document that holds every part as an endless column, its notes beside it, ready for src/page.
 * Everything it names (`/fonts/…`, `/assets/…`, `/page/…`) is served from memory.
 */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { BookConfig } from '../model/book.js';
import type { Part, PartNote } from '../model/document.js';
import { geometryOf, leading, noteRule } from '../model/geometry.js';
import { h, leadWith, text } from '../lower/element.js';
import type { Face } from '../typeface/faces.js';
import { bodyForPages } from './body-for-pages.js';

/** A part as the paginator takes it: its column, and beside it the section of its notes. */
export interface FlowMarkup {
  readonly flow: string;
  readonly notes: string;
}

export function flowMarkup({ language }: BookConfig, part: Part): FlowMarkup {
  const flow = h(
    'section',
    { className: ['flow', `flow-${part.kind}`], dataPart: part.id, dataKind: part.kind, dataMatter: part.matter, dataRunning: part.running, lang: language, id: part.kind === 'title' || part.kind === 'imprint' ? part.id : undefined },
    bodyForPages(part.body, language),
  );
  const notes = h('section', { dataPart: part.id, lang: language }, part.notes.map((note) => noteElement(note, language)));
  return { flow: toHtml(flow), notes: toHtml(notes) };
}

export function galleyHtml(config: BookConfig, parts: readonly Part[], faces: readonly Face[], css: string): string {
  const flows = parts.map((part) => flowMarkup(config, part));
  return pagesHtml(config, faces, css, `<div id="galley">${flows.map(({ flow }) => flow).join('')}</div><div id="notes">${flows.map(({ notes }) => notes).join('')}</div>`);
}

/** A document in which pages are made, or stand. */
export function pagesHtml(config: BookConfig, faces: readonly Face[], css: string, body: string): string {
  const head = h(
    'head',
    {},
    h('meta', { charSet: 'utf-8' }),
    h('title', {}, config.title),
    preloads(config, faces),
    h('style', {}, pageSheet(config, faces.map((face) => [face, faceUrl(face)]), css)),
    h('script', { type: 'module', src: scriptUrl }),
  );
  return `<!doctype html><html lang="${config.language}">${toHtml(head)}<body>${body}</body></html>`;
}

function noteElement(note: PartNote, language: string): Element {
  const number = [h('a', { className: typeof note.number === 'string' ? ['note-number', 'letter'] : ['note-number'], href: `#${note.callAnchor}` }, String(note.number)), text('\u2002')];
  return h('div', { className: note.isMarginal ? ['note', 'marginal'] : ['note'], id: note.anchor, dataNote: note.anchor, dataAt: note.at }, leadWith(number, bodyForPages(note.body, language)));
}

const alphabets: Readonly<Record<string, string>> = { Cyrl: 'cyrillic', Grek: 'greek' };

/** The text's own faces, which every book asks for: loaded when its first line is laid out, or all would be laid out twice. */
function preloads({ language }: BookConfig, faces: readonly Face[]): Element[] {
  const subsets = ['latin', alphabets[new Intl.Locale(language).maximize().script ?? '']];
  return faces
    .filter(({ family, weight, style, subset }) => family === faces[0]?.family && (weight === 400 || style === 'normal') && subsets.includes(subset))
    .map((face) => h('link', { rel: ['preload'], as: 'font', type: 'font/woff2', crossOrigin: '', href: faceUrl(face) }));
}

/** With all that it needs (join-scripts.ts). */
export const scriptUrl = '/page/octavo.js';

export function faceUrl(face: Face): string {
  return `/fonts/${face.path.split(/[\\/]/).at(-1) ?? ''}`;
}

/** The whole style of a book's pages: its measures, its faces at the addresses given, and the sheet. */
export function pageSheet(config: BookConfig, faces: readonly (readonly [Face, address: string])[], css: string): string {
  const geometry = geometryOf(config);
  const variables = Object.entries(geometry).map(([name, value]) => `--${name}: ${value.toFixed(3)}px;`);
  return `@page { size: ${geometry.width.toFixed(3)}px ${geometry.height.toFixed(3)}px; margin: 0 }\n:root { ${variables.join(' ')} --leading: ${leading}px; --note-rule: ${noteRule}px }\n${faceRules(faces)}\n${css}`;
}

export function faceRules(faces: readonly (readonly [Face, address: string])[]): string {
  return faces.map(([face, address]) => `@font-face { font-family: '${face.family}'; font-weight: ${face.weight}; font-style: ${face.style}; src: url(${address}) format('woff2')${face.unicodeRange === '' ? '' : `; unicode-range: ${face.unicodeRange}`} }`).join('\n');
}
