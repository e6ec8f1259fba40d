import type { LaidFlow } from './apply.js';
import type { PageWords } from './contract.js';
import { locators, readPlaces, type CitedPlace, type NamedPlace } from './folio.js';
import { itemOf, noteLineOf } from './measure.js';
import { CountedLines } from './number-lines.js';

/** Every place that shows page numbers, and the anchors it shows the pages of. */
export interface PageTarget {
  readonly element: HTMLElement;
  readonly places: readonly NamedPlace[];
  readonly isList: boolean;
  /** It tells the line of a source document, not the page. */
  readonly isLine: boolean;
}

export function pageTargets(): PageTarget[] {
  return [...document.querySelectorAll<HTMLElement>('[data-page], [data-pages], [data-line]')].map((element) => ({
    element,
    places: readPlaces(element.dataset['page'] ?? element.dataset['pages'] ?? element.dataset['line'] ?? ''),
    isList: element.dataset['pages'] !== undefined,
    isLine: element.dataset['line'] !== undefined,
  }));
}

/** A page as a reader finds it: by its folio, and by its place among the sheets; on the page perhaps a note. */
type Whereabouts = Omit<CitedPlace, 'anchor'>;

/**
 * Writes the page numbers that the decided pages give.
 * Reads all positions before it writes, and heights once more after that.
 *
 * @returns the folio of every target, and the indexes of the flows whose lines may have changed
 */
export function fillPageNumbers(targets: readonly PageTarget[], flows: readonly LaidFlow[], words: PageWords): { folios: Map<string, string>; changed: Set<number> } {
  const owner = new Map<Element, number>();
  for (const [index, flow] of flows.entries()) for (const element of [flow.root, ...flow.notes]) owner.set(element, index);
  const ownerOf = (element: Element) => element.closest('#galley > .flow, .note');
  const find = (element: Element): Whereabouts | undefined => {
    const root = ownerOf(element);
    const flow = root ? flows[owner.get(root) ?? -1] : undefined;
    return root && flow ? pageOf(element, root, flow) : undefined;
  };

  const places = new Map<string, Whereabouts>();
  for (const anchor of new Set(targets.flatMap((target) => (target.isLine ? [] : target.places.flatMap(({ anchor, end }) => (end === undefined ? [anchor] : [anchor, end])))))) {
    const element = document.getElementById(anchor);
    const place = element ? find(element) : undefined;
    if (place) places.set(anchor, place);
  }
  const lines = new CountedLines();
  const linesTold = targets.map(({ element, places: named, isLine }) => (isLine ? lineWords(document.getElementById(named[0]?.anchor ?? ''), element.dataset['bare'] !== undefined, lines, words) : undefined));
  const own = targets.map(({ element }) => (formOf(element) === undefined ? undefined : find(element)));

  const folios = new Map([...places].map(([anchor, { folio }]) => [anchor, folio]));
  const blocks = targets.map(({ element }) => element.closest(block) ?? element);
  const heights = blocks.map(heightOf);
  const written: number[] = [];
  for (const [index, { element, places: named, isList, isLine }] of targets.entries()) {
    const shown = formOf(element)?.parentElement ?? element;
    const before = shown.textContent;
    if (isLine) element.textContent = linesTold[index] ?? '';
    else if (isList) fillList(element, named, places, words);
    else fillOne(element, places.get(named[0]?.anchor ?? ''), own[index], words);
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
function pageOf(element: Element, root: Element, flow: LaidFlow): Whereabouts | undefined {
  const note = flow.notes.indexOf(root as HTMLElement);
  const page = note >= 0 ? pageOfNote(element, note, flow) : pageOfItem(itemOf(element, flow.measured), flow);
  if (page < 0) return undefined;
  return { folio: flow.folios[page] ?? '', physical: flow.pagesBefore + page + 1, ...(note >= 0 && { note: numberOf(root) }) };
}

const numberOf = (note: Element): number => Number(note.querySelector('.note-number')?.textContent);

function pageOfItem(item: number, { pages }: LaidFlow): number {
  return pages.findIndex((page) => [...page.heads, ...page.feet].includes(item) || (item >= page.from && item < page.to && !page.deferred.includes(item)));
}

/** A long note goes on overleaf: its page is that of the line. */
function pageOfNote(element: Element, note: number, { pages, measured }: LaidFlow): number {
  const line = noteLineOf(element, note, measured);
  return pages.findLastIndex((page) => page.marginal.includes(note) || page.notes.some((piece) => piece.note === note && piece.from <= line));
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
