import type { LaidFlow } from './apply.js';
import type { PageWords } from './contract.js';
import { locators, readPlaces, type CitedPlace, type NamedPlace } from './folio.js';
import { lineOnPage } from './line-on-page.js';
import { itemOf, noteLineOf } from './measure.js';
import { CountedLines } from './number-lines.js';
import type { Page } from './record.js';

/** Every place that shows page numbers, or a line's, and the anchors it shows them of. */
export interface PageTarget {
  readonly element: HTMLElement;
  readonly places: readonly NamedPlace[];
  /** A page, a list of pages, the line of a source document, or the line of a page, behind that page. */
  readonly shows: 'page' | 'list' | 'line' | 'page-line';
}

export function pageTargets(): PageTarget[] {
  return [...document.querySelectorAll<HTMLElement>('[data-page], [data-pages], [data-line], [data-page-line]')].map((element) => {
    const { page, pages, line, pageLine } = element.dataset;
    const shows = page !== undefined ? 'page' : pages !== undefined ? 'list' : line !== undefined ? 'line' : 'page-line';
    return { element, places: readPlaces(page ?? pages ?? line ?? pageLine ?? ''), shows };
  });
}

/** A page as a reader finds it: by its folio, and by its place among the sheets; on the page perhaps a note, or a line of its text. */
interface Whereabouts extends Omit<CitedPlace, 'anchor'> {
  readonly line?: number;
}

/**
 * Writes the numbers of pages and lines that the decided pages give.
 * Reads all positions before it writes, and heights once more after that.
 *
 * @returns the folio of every target, and the indexes of the flows whose lines may have changed
 */
export function fillPageNumbers(targets: readonly PageTarget[], flows: readonly LaidFlow[], words: PageWords): { folios: Map<string, string>; changed: Set<number> } {
  const owner = new Map<Element, number>();
  for (const [index, flow] of flows.entries()) for (const element of [flow.root, ...flow.notes]) owner.set(element, index);
  const ownerOf = (element: Element) => element.closest('#galley > .flow, .note');
  const find = (element: Element, withLine = false): Whereabouts | undefined => {
    const root = ownerOf(element);
    const flow = root ? flows[owner.get(root) ?? -1] : undefined;
    return root && flow ? pageOf(element, root, flow, withLine) : undefined;
  };

  const places = new Map<string, Whereabouts>();
  // Lines are counted down a page each time: most places are told without.
  const byLine = new Set(targets.flatMap((target) => (target.shows === 'page-line' ? target.places.map(({ anchor }) => anchor) : [])));
  for (const anchor of new Set(targets.flatMap((target) => (target.shows === 'line' ? [] : target.places.flatMap(({ anchor, end }) => (end === undefined ? [anchor] : [anchor, end])))))) {
    const element = document.getElementById(anchor);
    const place = element ? find(element, byLine.has(anchor)) : undefined;
    if (place) places.set(anchor, place);
  }
  const lines = new CountedLines();
  const linesTold = targets.map(({ element, places: named, shows }) => (shows === 'line' ? lineWords(document.getElementById(named[0]?.anchor ?? ''), element.dataset['bare'] !== undefined, lines, words) : undefined));
  const own = targets.map(({ element }) => (formOf(element) === undefined ? undefined : find(element)));

  const folios = new Map([...places].map(([anchor, { folio }]) => [anchor, folio]));
  const blocks = targets.map(({ element }) => element.closest(block) ?? element);
  const heights = blocks.map(heightOf);
  const written: number[] = [];
  for (const [index, { element, places: named, shows }] of targets.entries()) {
    const shown = formOf(element)?.parentElement ?? element;
    const before = shown.textContent;
    const first = places.get(named[0]?.anchor ?? '');
    if (shows === 'line') element.textContent = linesTold[index] ?? '';
    else if (shows === 'page-line') fillPageLine(element, first, words);
    else if (shows === 'list') fillList(element, named, places, words);
    else fillOne(element, first, own[index], words);
    if (shown.textContent !== before) written.push(index);
  }
  const changed = new Set<number>();
  for (const index of written) {
    const [target, own] = [targets[index], blocks[index]];
    const root = target && ownerOf(target.element);
    const flow = root ? owner.get(root) : undefined;
    // A block that is as high as before has its lines where they were; but a note's call may stand on another of them.
    if (flow !== undefined && own && (heightOf(own) !== heights[index] || own.querySelector('a[data-note]'))) changed.add(flow);
  }
  return { folios, changed };
}

const block = 'p, dt, dd, td, th, li, h1, h2, h3, h4, h5, h6, figcaption, caption';
const heightOf = (element: Element): number => element.getBoundingClientRect().height;

/** The words before a page number that say how it is put: `on page`. */
function formOf(element: Element): Element | undefined {
  const words = element.previousElementSibling;
  return words?.classList.contains('page-words') ? words : undefined;
}

/** `line 12`, `lines 12–13`; nothing for what stands on no line. */
function lineWords(element: Element | null, isBare: boolean, lines: CountedLines, { line: [one, several] }: PageWords): string {
  const range = element && lines.of(element);
  if (!range) return '';
  const [from, to] = range;
  const numbers = from === to ? String(from) : `${from}–${to}`;
  return isBare ? numbers : `${from === to ? one : several}\u00a0${numbers}`;
}

/** `12`, or in running text "on page 12", "on the facing page", "on this page". */
function fillOne(element: HTMLElement, target: Whereabouts | undefined, here: Whereabouts | undefined, words: PageWords): void {
  const form = formOf(element);
  const folio = target?.folio ?? '';
  if (!form || !target || !here) {
    element.textContent = folio;
    return;
  }
  const isHere = target.physical === here.physical;
  const isFacing = !isHere && Math.floor(target.physical / 2) === Math.floor(here.physical / 2);
  form.textContent = isHere || isFacing ? '' : `${words.onPage}\u00a0`;
  element.textContent = isHere ? words.onThisPage : isFacing ? words.onFacingPage : folio;
}

/** Physical pages are counted from 1 over the whole book; odd ones are rectos. */
function pageOf(element: Element, root: Element, flow: LaidFlow, withLine: boolean): Whereabouts | undefined {
  const note = flow.notes.indexOf(root as HTMLElement);
  const item = note >= 0 ? undefined : itemOf(element, flow.measured);
  const page = item === undefined ? pageOfNote(element, note, flow) : pageOfItem(item, flow);
  if (page < 0) return undefined;
  const number = item === undefined ? numberOf(root) : undefined;
  const line = item === undefined || !withLine ? undefined : lineOnPage(flow.measured, flow.pages[page] as Page, item);
  return { folio: flow.folios[page] ?? '', physical: flow.pagesBefore + page + 1, ...(number !== undefined && { note: number }), ...(line !== undefined && { line }) };
}

/** Of a note; a comment has a letter, and what stands in it has no place but the page. */
function numberOf(note: Element): number | undefined {
  const sign = note.querySelector('.note-number')?.textContent ?? '';
  return /^\d+$/.test(sign) ? Number(sign) : undefined;
}

function pageOfItem(item: number, { pages }: LaidFlow): number {
  return pages.findIndex((page) => page.heads.includes(item) || page.feet.includes(item) || (item >= page.from && item < page.to && !page.deferred.includes(item)));
}

/** A long note goes on overleaf: its page is that of the line. */
function pageOfNote(element: Element, note: number, { pages, measured }: LaidFlow): number {
  const line = noteLineOf(element, note, measured);
  return pages.findLastIndex((page) => page.marginal.includes(note) || page.notes.some((piece) => piece.note === note && piece.from <= line));
}

/** `, l. 7` behind the page; nothing where the place is on no line of text. */
function fillPageLine(element: HTMLElement, target: Whereabouts | undefined, { pageLine }: PageWords): void {
  element.textContent = target?.line === undefined ? '' : `, ${pageLine}\u00a0${target.line}`;
}

function fillList(element: HTMLElement, named: readonly NamedPlace[], places: ReadonlyMap<string, Whereabouts>, { inNote }: PageWords): void {
  const found = locators(
    named.flatMap(({ anchor, end, isMain }) => {
      const place = places.get(anchor);
      const last = end === undefined ? undefined : places.get(end);
      return place ? [{ ...place, anchor, ...(last && { end: last }), ...(isMain && { isMain }) }] : [];
    }),
    inNote,
  );
  element.replaceChildren(
    ...found.flatMap(({ text, anchor, isMain }, index) => {
      const link = document.createElement('a');
      link.href = `#${anchor}`;
      link.textContent = text;
      const shown = isMain ? document.createElement('strong') : link;
      if (isMain) shown.append(link);
      return index === 0 ? [shown] : [document.createTextNode(', '), shown];
    }),
  );
}
