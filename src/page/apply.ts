/**
 * Makes the decided pages: finds every cut while the galley still lies, then takes the galley apart.
 *
 * All positions are read before anything is written; each flow is cut apart from the others, from its back to its front.
 */
import { dropSoftHyphens, findIdleHyphens } from './drop-soft-hyphens.js';
import type { Px } from '../model/unit.js';
import { cutBefore, type Cut, isRowCut, splitTree } from './split.js';
import type { Point } from './lines.js';
import { blockOf, type MeasuredFlow } from './measure.js';
import type { PageStartRecord, PaginateOptions } from './contract.js';
import { headHeight } from './decide.js';
import { headingWords } from './heading-words.js';
import type { LaidFlow } from './lay-flows.js';
import { marginNotesOf, stackMargin } from './margin.js';
import { ownLettersBefore } from './own-letters.js';
import type { NotePiece, Page } from './record.js';
import { sharedRange } from './range.js';
import { setColumns } from './set-columns.js';
import { textOf } from './verify.js';

/** A flow that lies in the galley, and its decided pages. */
export interface OpenFlow extends LaidFlow {
  readonly root: HTMLElement;
  readonly notes: readonly HTMLElement[];
  readonly measured: MeasuredFlow;
}

/** Where a page begins, and which of its letters are the author's own. */
export type Beginning = Omit<PageStartRecord, 'folio'> & { readonly ownLetters: number };

/** A page as it is wherever it stands in the book: without its side; head and folio are empty. */
export interface CutPage {
  readonly element: HTMLElement;
  readonly beginning: Beginning;
  /** What it says at its head, as a recto. */
  readonly head: string;
}

export interface CutFlow {
  readonly pages: readonly CutPage[];
  /** The letters of the galley, in the order in which the pages hold them. */
  readonly text: string;
}

/** Kinds of parts that show neither running head nor folio. */
const silent = new Set(['title', 'imprint']);

/** Takes the galleys of all these flows apart. */
export function cutFlows(flows: readonly OpenFlow[], options: PaginateOptions): CutFlow[] {
  const found = flows.map((flow) => ({
    text: flow.pages.slice(1).map((page) => cutAt(flow, page)),
    notes: flow.notes.map((element, note) => noteCuts(flow, note, element)),
  }));
  const beginnings = flows.map((flow, index) => flow.pages.map((_, page) => beginning(flow, page, found[index]?.text[page - 1])));
  keepIndents(flows);
  const idle = findIdleHyphens(flows.flatMap((flow) => [flow.root, ...flow.notes]));
  document.getElementById('galley')?.remove();
  document.getElementById('notes')?.remove();
  const afterwards = dropSoftHyphens(idle);
  const cuts = found.map(({ text, notes }) => ({ text: text.map((cut) => cut && shifted(cut, afterwards)), notes: notes.map((note) => note.map((cut) => shifted(cut, afterwards))) }));

  return flows.map((flow, index) => {
    const own = cuts[index];
    const sections = sectionOfPages(flow);
    flow.root.remove();
    const floats = liftFloats(flow);
    stretchWhite(flow);
    const text = textOf([flow.root, ...floats.values(), ...flow.notes]);
    const texts = splitFlow(flow, own?.text ?? []);
    const notePieces = flow.notes.map((element, note) => {
      element.remove();
      return splitTree(element, own?.notes[note] ?? []);
    });
    const nextPiece = flow.notes.map(() => 0);
    const { kind = '', matter = '', running = '' } = flow.root.dataset;
    const pages = flow.pages.map((page, number): CutPage => {
      const shell = pageShell('page');
      if (page.deeper !== undefined) shell.style.gridTemplateRows = `var(--top) calc(var(--depth) + ${page.deeper}px) auto`;
      shell.dataset['kind'] = kind;
      shell.dataset['matter'] = matter;
      const isOpening = number === 0;
      if (!isOpening && !silent.has(kind)) shell.append(unread('running-head'));
      const area = document.createElement('section');
      area.className = 'area';
      if (page.heads.length > 0) area.append(floatArea('heads', page.heads, floats, flow, options.leading));
      const share = texts[number];
      if (share) {
        setColumns(share, page, flow.measured);
        area.append(share);
      }
      if (page.feet.length > 0) area.append(floatArea('feet', page.feet, floats, flow, options.leading));
      if (page.notes.length > 0) area.append(noteArea(page.notes, notePieces, nextPiece, flow));
      shell.append(area);
      if (page.marginal.length > 0) shell.append(marginArea(page, flow, options));
      if (!silent.has(kind)) shell.append(unread('folio'));
      return { element: shell, beginning: beginnings[index]?.[number] ?? nowhere, head: options.rectoHead === 'section' ? (sections.get(number) ?? running) : running };
    });
    return { pages, text };
  });
}

/**
 * A paragraph is indented because it follows another; one that opens a page follows nothing there, and stays indented, or its lines
 * would break elsewhere than where they were measured.
 */
function keepIndents(flows: readonly OpenFlow[]): void {
  const openings = flows.flatMap(({ measured, pages }) =>
    pages.flatMap((page) => [
      measured.spots.slice(page.from, page.to).find((_, index) => !page.deferred.includes(page.from + index) && measured.flow.items[page.from + index]?.placement === undefined),
      ...page.notes.map(({ note, from }) => measured.noteSpots[note]?.[from]),
    ]),
  );
  const indented = openings.flatMap((spot): [HTMLElement, string][] => {
    const indent = spot?.line === 0 && spot.element instanceof HTMLParagraphElement ? getComputedStyle(spot.element).textIndent : '0px';
    return spot && indent !== '0px' ? [[spot.element as HTMLElement, indent]] : [];
  });
  for (const [element, indent] of indented) element.style.textIndent = indent;
}

/** Takes the figures that stand at a page's head or foot out of the text; a mark keeps their place, so that no cut moves. */
function liftFloats(flow: OpenFlow): Map<number, Element> {
  const lifted = new Map<number, Element>();
  for (const float of flow.pages.flatMap((page) => [...page.heads, ...page.feet])) {
    const element = flow.measured.spots[float]?.element;
    if (!element) continue;
    element.replaceWith(document.createComment('figure'));
    lifted.set(float, element);
  }
  return lifted;
}

/** A block's white above it counts from the block before: whichever of the two margins makes it now, the larger sum replaces it. */
function stretchWhite({ measured, pages, root }: OpenFlow): void {
  const { items } = measured.flow;
  const lifted = new Set(pages.flatMap((page) => [...page.heads, ...page.feet]));
  for (const { item, by, to } of pages.flatMap((page) => page.stretched.map((place) => ({ ...place, to: page.to })))) {
    let gone = 0;
    let before = item - 1;
    for (; lifted.has(before); before -= 1) gone += items[before]?.float ?? 0;
    const [above, here] = [items[before], items[item]];
    const spot = measured.spots[item];
    if (!above || !here || !spot) continue;
    const block = blockOf(spot.element, root);
    if (!(block instanceof HTMLElement)) continue;
    if (block.matches('.writing-lines')) {
      const ruled = measured.spots.slice(item, to).flatMap(({ element }) => (element.parentElement === block && element instanceof HTMLElement ? [element] : []));
      for (const line of ruled) line.style.setProperty('--wider', `${by / ruled.length}px`);
    }
    else block.style.marginTop = `${here.top - above.bottom - gone + by}px`;
  }
}

function floatArea(edge: 'heads' | 'feet', items: readonly number[], floats: ReadonlyMap<number, Element>, flow: OpenFlow, gap: Px): HTMLElement {
  const area = document.createElement('div');
  area.className = `floats ${edge}`;
  area.lang = flow.root.lang;
  const { items: all, grid } = flow.measured.flow;
  for (const item of items) {
    const box = all[item];
    const element = floats.get(item);
    if (!box || !element) continue;
    const holder = document.createElement('div');
    const height = box.bottom - box.top;
    if (edge === 'heads') holder.style.height = `${headHeight(height, gap, grid)}px`;
    else holder.style.paddingTop = `${gap}px`;
    holder.append(element);
    area.append(holder);
  }
  return area;
}

function shifted(cut: Cut, move: (point: Point) => Point): Cut {
  return isRowCut(cut) ? { row: cut.row, cells: cut.cells.map((point) => point && move(point)) } : move(cut);
}

/** `undefined` for a page that only finishes a note. */
function cutAt(flow: OpenFlow, page: Page): Cut | undefined {
  const spot = page.to > page.from ? flow.measured.spots[page.from] : undefined;
  return spot && cutBefore(spot, flow.root);
}

function noteCuts(flow: OpenFlow, note: number, element: HTMLElement): Cut[] {
  const begun = flow.pages.flatMap((page) => page.notes.filter((piece) => piece.note === note && piece.from > 0).map((piece) => piece.from));
  return begun.flatMap((line) => {
    const spot = flow.measured.noteSpots[note]?.[line];
    return (spot && cutBefore(spot, element)) ?? [];
  });
}

/** One tree per page; a page that only finishes a note has none. */
function splitFlow(flow: OpenFlow, cuts: readonly (Cut | undefined)[]): (Element | undefined)[] {
  const pieces = splitTree(flow.root, cuts.filter((cut) => cut !== undefined));
  let next = 1;
  const hasText = flow.pages[0] !== undefined && flow.pages[0].to > 0;
  return flow.pages.map((_, index) => {
    if (index === 0) return hasText ? pieces[0] : undefined;
    if (cuts[index - 1] === undefined) return undefined;
    next += 1;
    return pieces[next - 1];
  });
}

function noteArea(pieces: readonly NotePiece[], elements: readonly (readonly Element[])[], nextPiece: number[], flow: OpenFlow): HTMLElement {
  const area = document.createElement('section');
  area.className = pieces.some((piece) => piece.from > 0) ? 'notes continued' : 'notes';
  area.lang = flow.root.lang;
  for (const { note } of pieces) {
    const index = nextPiece[note] ?? 0;
    const element = elements[note]?.[index];
    nextPiece[note] = index + 1;
    if (element) area.append(element);
  }
  return area;
}

function marginArea(page: Page, flow: OpenFlow, { height, leading }: PaginateOptions): HTMLElement {
  const area = document.createElement('section');
  area.className = 'margin-notes';
  area.lang = flow.root.lang;
  const tops = stackMargin(marginNotesOf(page, flow.measured.flow, leading), height) ?? [];
  for (const [index, note] of page.marginal.entries()) {
    const element = flow.notes[note];
    if (!element) continue;
    element.style.marginTop = `${tops[index] ?? 0}px`;
    area.append(element);
  }
  return area;
}

/** A `section`, as its areas are: Chromium leaves out of the tags what is a `div` and not stacked, and not all pages are (plain-pages.ts). */
export function pageShell(className: string): HTMLElement {
  const page = document.createElement('section');
  page.className = className;
  return page;
}

/** Of a head or a folio: whoever hears a page has no use for them. */
function unread(className: string): HTMLElement {
  const line = document.createElement('div');
  line.className = className;
  line.setAttribute('aria-hidden', 'true');
  return line;
}

/** The section that a page's running head names: the first that begins on it, else the one that goes on. */
function sectionOfPages({ measured, pages }: OpenFlow): Map<number, string> {
  const headings = measured.spots.flatMap(({ element, line }, item) => (element.tagName === 'H2' && line === 0 ? [{ item, words: headingWords(element) }] : []));
  const sections = new Map<number, string>();
  for (const [number, page] of pages.entries()) {
    const heading = headings.find(({ item }) => item >= page.from && item < page.to) ?? headings.findLast(({ item }) => item < page.from);
    if (heading) sections.set(number, heading.words);
  }
  return sections;
}

/** The block that a page begins in, and how many of its letters stand on earlier pages. */
function beginning(flow: OpenFlow, number: number, cut: Cut | undefined): Beginning {
  const page = flow.pages[number];
  const { items } = flow.measured.flow;
  if (!page || (number > 0 && !cut)) return nowhere;
  // A figure that does not stand where it is written begins no page.
  const isMoved = (item: number) => items[item]?.placement !== undefined || page.deferred.includes(item) || flow.measured.spots[item]?.element.closest('[data-moved]');
  let first = page.from;
  while (first < page.to && isMoved(first)) first += 1;
  const spot = flow.measured.spots[first];
  if (!spot) return nowhere;
  const block = spot.line > 0 ? spot.element.closest<HTMLElement>('[data-at]') : (spot.element.closest<HTMLElement>('[data-at]') ?? spot.element.querySelector<HTMLElement>('[data-at]'));
  if (!block) return nowhere;
  const point = cut && isRowCut(cut) ? cut.cells.find((cell) => cell !== undefined) : cut;
  const isCut = point && first === page.from;
  return { at: block.dataset['at'] ?? '', letters: isCut ? lettersBefore(block, point) : 0, ownLetters: isCut ? ownLettersBefore(block, point) : 0 };
}

const nowhere = { letters: 0, ownLetters: 0 };

function lettersBefore(block: HTMLElement, cut: Point): number {
  const range = sharedRange();
  range.setStart(block, 0);
  const isInside = range.comparePoint(cut.node, cut.offset) >= 0 && block.contains(cut.node);
  if (!isInside) return 0;
  range.setEnd(cut.node, cut.offset);
  let letters = countLetters(range.toString());
  for (const call of block.querySelectorAll('a[data-note], [data-uncounted]')) if (range.comparePoint(call, 0) === 0) letters -= countLetters(call.textContent ?? '');
  return letters;
}

/** UTF-16 code units, as the EPUB counts them again. */
const countLetters = (text: string): number => text.replace(/[\s\u00ad]/gu, '').length;
