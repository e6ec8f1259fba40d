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
import type { FoundFlow } from './paginate.js';
import { headHeight } from './decide.js';
import { headingWords } from './heading-words.js';
import { marginNotesOf, stackMargin } from './margin.js';
import { ownLettersBefore } from './own-letters.js';
import type { NotePiece, Page } from './record.js';
import { sharedRange } from './range.js';
import { setColumns } from './set-columns.js';
import { textOf } from './verify.js';

export interface LaidFlow extends FoundFlow {
  readonly measured: MeasuredFlow;
  readonly pages: readonly Page[];
  /** One per page. */
  readonly folios: readonly string[];
  readonly blanksBefore: number;
  readonly opensOn: 'recto' | 'verso';
  /** Pages of the book before its first one. */
  readonly pagesBefore: number;
}

/** With those of its letters that are the author's own. */
export type Beginning = PageStartRecord & { readonly ownLetters: number };

export interface Applied {
  readonly starts: readonly Beginning[];
  /** Per flow, the page elements that hold it. */
  readonly pagesOf: readonly (readonly HTMLElement[])[];
  /** Per flow, the letters of the galley, in the order in which the pages hold them. */
  readonly texts: readonly string[];
}

/** Kinds of parts that show neither running head nor folio. */
const silent = new Set(['title', 'imprint']);

export function applyPages(flows: readonly LaidFlow[], options: PaginateOptions): Applied {
  const found = flows.map((flow) => ({
    text: flow.pages.slice(1).map((page) => cutAt(flow, page)),
    notes: flow.notes.map((element, note) => noteCuts(flow, note, element)),
  }));
  const starts: Beginning[] = [];
  for (const [index, flow] of flows.entries()) {
    for (let blank = 0; blank < flow.blanksBefore; blank += 1) starts.push({ folio: '', ...nowhere });
    for (const [page, folio] of flow.folios.entries()) starts.push({ folio, ...beginning(flow, page, found[index]?.text[page - 1]) });
  }
  keepIndents(flows);
  const idle = findIdleHyphens(flows.flatMap((flow) => [flow.root, ...flow.notes]));
  document.getElementById('galley')?.remove();
  document.getElementById('notes')?.remove();
  const afterwards = dropSoftHyphens(idle);
  const cuts = found.map(({ text, notes }) => ({ text: text.map((cut) => cut && shifted(cut, afterwards)), notes: notes.map((note) => note.map((cut) => shifted(cut, afterwards))) }));

  const book = document.createElement('main');
  book.id = 'pages';
  const galleyTexts: string[] = [];
  let physical = 0;
  const side = () => (physical % 2 === 1 ? 'recto' : 'verso');
  const pagesOf = flows.map((flow, index) => {
    for (let blank = 0; blank < flow.blanksBefore; blank += 1) {
      physical += 1;
      book.append(pageShell(`blank ${side()}`));
    }
    const own = cuts[index];
    const sections = sectionOfPages(flow);
    flow.root.remove();
    const floats = liftFloats(flow);
    stretchWhite(flow);
    galleyTexts.push(textOf([flow.root, ...floats.values(), ...flow.notes]));
    const texts = splitFlow(flow, own?.text ?? []);
    const notePieces = flow.notes.map((element, note) => {
      element.remove();
      return splitTree(element, own?.notes[note] ?? []);
    });
    const nextPiece = flow.notes.map(() => 0);
    const chapterHead = flow.root.dataset['running'] ?? '';
    return flow.pages.map((page, number) => {
      physical += 1;
      const shell = pageShell(side());
      if (page.deeper !== undefined) shell.style.gridTemplateRows = `var(--top) calc(var(--depth) + ${page.deeper}px) auto`;
      const { kind = '', matter = '' } = flow.root.dataset;
      shell.dataset['kind'] = kind;
      shell.dataset['matter'] = matter;
      const isOpening = number === 0;
      if (!isOpening && !silent.has(kind)) shell.append(runningHead(physical % 2 === 0 ? options.bookTitle : options.rectoHead === 'section' ? (sections.get(number) ?? chapterHead) : chapterHead));
      const area = document.createElement('section');
      area.className = 'area';
      if (page.heads.length > 0) area.append(floatArea('heads', page.heads, floats, flow, options.leading));
      const text = texts[number];
      if (text) {
        setColumns(text, page, flow);
        area.append(text);
      }
      if (page.feet.length > 0) area.append(floatArea('feet', page.feet, floats, flow, options.leading));
      if (page.notes.length > 0) area.append(noteArea(page.notes, notePieces, nextPiece, flow));
      shell.append(area);
      if (page.marginal.length > 0) shell.append(marginArea(page, flow, options));
      if (!silent.has(kind)) shell.append(folioLine(flow.folios[number] ?? ''));
      book.append(shell);
      return shell;
    });
  });
  document.body.append(book);
  return { starts, pagesOf, texts: galleyTexts };
}

/**
 * A paragraph is indented because it follows another; one that opens a page follows nothing there, and stays indented, or its lines
 * would break elsewhere than where they were measured.
 */
function keepIndents(flows: readonly LaidFlow[]): void {
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
function liftFloats(flow: LaidFlow): Map<number, Element> {
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
function stretchWhite({ measured, pages, root }: LaidFlow): void {
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

function floatArea(edge: 'heads' | 'feet', items: readonly number[], floats: ReadonlyMap<number, Element>, flow: LaidFlow, gap: Px): HTMLElement {
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
function cutAt(flow: LaidFlow, page: Page): Cut | undefined {
  const spot = page.to > page.from ? flow.measured.spots[page.from] : undefined;
  return spot && cutBefore(spot, flow.root);
}

function noteCuts(flow: LaidFlow, note: number, element: HTMLElement): Cut[] {
  const begun = flow.pages.flatMap((page) => page.notes.filter((piece) => piece.note === note && piece.from > 0).map((piece) => piece.from));
  return begun.flatMap((line) => {
    const spot = flow.measured.noteSpots[note]?.[line];
    return (spot && cutBefore(spot, element)) ?? [];
  });
}

/** One tree per page; a page that only finishes a note has none. */
function splitFlow(flow: LaidFlow, cuts: readonly (Cut | undefined)[]): (Element | undefined)[] {
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

function noteArea(pieces: readonly NotePiece[], elements: readonly (readonly Element[])[], nextPiece: number[], flow: LaidFlow): HTMLElement {
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

function marginArea(page: Page, flow: LaidFlow, { height, leading }: PaginateOptions): HTMLElement {
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
function pageShell(className: string): HTMLElement {
  const page = document.createElement('section');
  page.className = `page ${className}`;
  return page;
}

/** The section that a page's running head names: the first that begins on it, else the one that goes on. */
function sectionOfPages({ measured, pages }: LaidFlow): Map<number, string> {
  const headings = measured.spots.flatMap(({ element, line }, item) => (element.tagName === 'H2' && line === 0 ? [{ item, words: headingWords(element) }] : []));
  const sections = new Map<number, string>();
  for (const [number, page] of pages.entries()) {
    const heading = headings.find(({ item }) => item >= page.from && item < page.to) ?? headings.findLast(({ item }) => item < page.from);
    if (heading) sections.set(number, heading.words);
  }
  return sections;
}

function runningHead(words: string): HTMLElement {
  const head = document.createElement('div');
  head.className = 'running-head';
  head.setAttribute('aria-hidden', 'true');
  head.textContent = words;
  return head;
}

function folioLine(folio: string): HTMLElement {
  const line = document.createElement('div');
  line.className = 'folio';
  line.setAttribute('aria-hidden', 'true');
  line.textContent = folio;
  return line;
}

/** The block that a page begins in, and how many of its letters stand on earlier pages. */
function beginning(flow: LaidFlow, number: number, cut: Cut | undefined): Omit<Beginning, 'folio'> {
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
