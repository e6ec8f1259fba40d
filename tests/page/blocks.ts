/** The blocks that cases are written with, as src/lower makes them, and the questions that are asked of the pages. */
import { call } from '../epub/edition.js';
import { type Box, type Laid, type LaidPage, type Line, texts } from './lay.js';

/** `a1`, `a2` … */
export const names = (name: string, count: number, from = 1): string[] => Array.from({ length: count }, (_, index) => `${name}${from + index}`);

/** A paragraph of so many lines: `a1`, `a2` … */
export const p = (name: string, count: number): string => `<p data-at="${name}:1">${names(name, count).join('<br>')}</p>`;

/** The same, with calls of notes at the end of one line. */
export const calling = (name: string, count: number, at: number, ...keys: string[]): string =>
  `<p data-at="${name}:1">${names(name, count).map((line, index) => (index + 1 === at ? line + keys.map((key, order) => call(key, order + 1)).join('') : line)).join('<br>')}</p>`;

/** A note of so many lines: `n1`, `n2` … */
export const note = (count: number, name = 'n'): string => `<p>${names(name, count).join('<br>')}</p>`;

export const heading = (words: string, level = 2): string => `<h${level} id="${words.toLowerCase()}" data-at="${words}:1">${words}</h${level}>`;

interface Placed {
  readonly placement?: 'here' | 'top' | 'bottom' | 'page';
  readonly caption?: string;
}

const wish = (placement: string | undefined): string => (placement === undefined ? '' : ` data-placement="${placement}"`);

/** A picture of a height in px, with a caption of one line: `Caption f` for the figure `f`. */
export const figure = (name: string, height: number, { placement, caption = `Caption ${name}` }: Placed = {}): string =>
  `<figure class="figure" id="${name}" data-at="${name}:1"${wish(placement)}><svg viewBox="0 0 100 10" width="100" height="${height}" role="img"><rect width="100" height="10"></rect></svg><figcaption>${caption}</figcaption></figure>`;

export const cell = (...cells: string[]): string => cells.map((words) => `<td>${words}</td>`).join('');
export const row = (...cells: string[]): string => `<tr>${cell(...cells)}</tr>`;
export const rows = (name: string, count: number): string => names(name, count).map((line) => row(line)).join('');

/** A table of the rows `r1`, `r2` … under the head `Head`. */
export const table = (name: string, count: number, { placement, caption }: Placed = {}): string =>
  `<table id="${name}" data-at="${name}:1"${wish(placement)}>${caption === undefined ? '' : `<caption>${caption}</caption>`}<thead><tr><th>Head</th></tr></thead><tbody>${rows('r', count)}</tbody></table>`;

export const source = (lines: readonly string[]): string => `<pre data-at="s:1"><code>${lines.join('\n')}</code></pre>`;
export const listing = (name: string, lines: readonly string[], { placement, caption = `Caption ${name}` }: Placed = {}): string =>
  `<figure class="listing" id="${name}"${wish(placement)}><p class="listing-caption" data-keep="next">${caption}</p>${source(lines)}</figure>`;

export const items = (name: string, count: number): string => names(name, count).map((line) => `<li data-at="${line}:1"><p>${line}</p></li>`).join('');
export const list = (name: string, count: number): string => `<ul data-at="${name}:0">${items(name, count)}</ul>`;

export const callout = (inner: string): string => `<aside class="callout" id="callout" data-at="c:0">${inner}</aside>`;
/** Ruled lines to write on, below the words of a question. */
export const question = (words: string, lines: number): string =>
  `<div class="question" data-at="q:1" id="question"><p>${words}</p><p class="question-tail" data-keep="previous">recall</p>${lines === 0 ? '' : `<div class="writing-lines" id="ruled" data-keep="previous">${'<div class="writing-line" data-keep="previous"></div>'.repeat(lines)}</div>`}</div>`;

/** A cross-reference, which prints `Figure 1`. */
export const mention = (name: string): string => `<a class="cross-reference" href="#${name}">Figure 1</a>`;
/** Where the page number of an anchor is printed. */
export const pageTo = (anchor: string): string => `<a data-page="${anchor}" href="#${anchor}"></a>`;

export const linesOf = ({ pages }: Laid): string[][] => pages.map((page) => texts(page.lines));
/** How many lines stand on each page. */
export const countsOf = ({ pages }: Laid): number[] => pages.map((page) => page.lines.length);
/** The page, from 0, that holds a line. */
export const pageOf = ({ pages }: Laid, text: string): number => pages.findIndex((page) => texts(page.lines).includes(text));
export const noteLines = (page: LaidPage | undefined): string[] => texts(page?.notes ?? []);
/** The page, from 0, that a note or a piece of it stands on. */
export const notePageOf = ({ pages }: Laid, text: string): number => pages.findIndex((page) => noteLines(page).includes(text));

export function lineOf({ pages }: Laid, text: string): Line {
  const line = pages.flatMap((page) => page.lines).find((candidate) => candidate.text === text);
  if (!line) throw new Error(`no line “${text}” on the pages`);
  return line;
}

/** Every piece of an element, with the page, from 0, that it is on. */
export const piecesOf = ({ pages }: Laid, name: string): (Box & { readonly page: number })[] => pages.flatMap((page, index) => page.boxes.filter((box) => box.name === name).map((box) => ({ ...box, page: index })));

export function boxOf(laid: Laid, name: string): Box & { readonly page: number } {
  const [box] = piecesOf(laid, name);
  if (!box) throw new Error(`no “${name}” on the pages`);
  return box;
}

/** From the left edge of the text. */
export function leftOf(laid: Laid, text: string): number {
  return lineOf(laid, text).left - (laid.pages[pageOf(laid, text)]?.edges[0] ?? NaN);
}
