/**
 * Reads the layout of the galley, once, without writing. Whatever the pages are decided by comes from here; fit and snap, which
 * prepare the galley, and quality and verify, which judge the result, are the only others that ask where anything is.
 *
 * Out: per flow the records for `decide`, and beside them the DOM behind each item for `apply`.
 */
import type { Px } from '../model/unit.js';
import type { BreakFault, Flow, Item, Note } from './record.js';
import { leadingOf } from './snap.js';
import { sharedRange } from './range.js';

/** Where an item's text begins: a whole element, or a line of a block of text. */
export interface Spot {
  readonly element: Element;
  /** 0 for a whole element and for a block's first line. */
  readonly line: number;
  /** Between the line above and this one's letters, on the galley: a letter that ends above it is on an earlier line. */
  readonly edge: Px;
}

export interface MeasuredFlow {
  readonly flow: Flow;
  /** Top of the flow in the document: the records count from it. */
  readonly origin: Px;
  /** Beside `flow.items`. */
  readonly spots: readonly Spot[];
  /** Beside `flow.notes`: the note's element, and the spot of each of its lines. */
  readonly noteElements: readonly HTMLElement[];
  readonly noteSpots: readonly (readonly Spot[])[];
}

interface Line {
  top: Px;
  bottom: Px;
  middle: Px;
}

/** Elements that are laid out as one thing. */
const atomic = new Set(['FIGURE', 'IMG', 'SVG', 'HR', 'MATH', 'DETAILS', 'TABLE', 'TR', 'THEAD']);
/** Elements that only hold blocks: everything else with text in it is a block of lines. */
const containers = new Set(['SECTION', 'DIV', 'ASIDE', 'NAV', 'BLOCKQUOTE', 'UL', 'OL', 'LI', 'DL', 'DD', 'ARTICLE', 'HEADER', 'FOOTER']);
/** Lines of a paragraph that stay together at its beginning and its end. */
const orphans = 2;
const widows = 2;
/** Lines that follow a heading on its page. */
const afterHeading = 2;

/** @param wholeTable the height up to which a table with a caption is kept whole and may float */
export function measureFlow(root: HTMLElement, noteElements: readonly HTMLElement[], wholeTable: Px): MeasuredFlow {
  const origin = root.getBoundingClientRect().top;
  const noteIndex = new Map(noteElements.map((element, index) => [element.dataset['note'] ?? '', index]));
  const reader = new Reader(noteIndex, wholeTable);
  reader.block(root);
  reader.letFiguresFloat(root);
  reader.letWhiteStretch(root);
  const notes = noteElements.map((element) => {
    const inner = new Reader(new Map(), wholeTable);
    inner.block(element);
    return { element, items: inner.items, spots: inner.spots };
  });
  return {
    flow: { ...(root.dataset['matter'] !== 'back' && { grid: leadingOf(root) }), items: reader.items.map((item) => ({ ...item, top: item.top - origin, bottom: item.bottom - origin })), notes: notes.map(({ items, element }) => noteOf(items, element)) },
    spots: reader.spots,
    origin,
    noteElements,
    noteSpots: notes.map(({ spots }) => spots),
  };
}

/** A note's height is from its top to its bottom, margins between its paragraphs counted with the line above. */
function noteOf(items: readonly Item[], element: HTMLElement): Note {
  const box = element.getBoundingClientRect();
  return {
    lines: items.map((_, index) => (items[index + 1]?.top ?? box.bottom) - (index === 0 ? box.top : (items[index]?.top ?? 0))),
  };
}

class Reader {
  readonly items: Item[] = [];
  readonly spots: Spot[] = [];
  /** Lines that must still follow on the page of the last heading, and of the last thing that keeps its next. */
  #owedHeading = 0;
  #owedKept = 0;
  #repeatedHead: Px = 0;
  readonly #noteIndex: ReadonlyMap<string, number>;

  readonly #wholeTable: Px;

  constructor(noteIndex: ReadonlyMap<string, number>, wholeTable: Px) {
    this.#noteIndex = noteIndex;
    this.#wholeTable = wholeTable;
  }

  block(element: Element): void {
    const keep = element instanceof HTMLElement ? element.dataset['keep'] : undefined;
    const first = this.items.length;
    if (element instanceof HTMLTableElement && !this.#isWhole(element)) this.#table(element);
    else if (atomic.has(element.tagName.toUpperCase())) this.#whole(element);
    else if (containers.has(element.tagName) && !hasText(element)) this.#container(element);
    else this.#lines(element);
    if (keep === 'previous') this.#forbidBreakBefore(first);
    if (keep === 'next') this.#owedKept = 1;
    if (isHeading(element)) this.#owedHeading = afterHeading;
  }

  #isWhole(table: HTMLTableElement): boolean {
    return table.caption !== null && table.getBoundingClientRect().height <= this.#wholeTable;
  }

  #container(element: Element): void {
    const first = this.items.length;
    if (element.childElementCount === 0) this.#whole(element);
    for (const child of element.children) this.block(child);
    const last = this.items.length - 1;
    const box = element.getBoundingClientRect();
    const [opening, closing] = [this.items[first], this.items[last]];
    if (!opening || !closing || last < first) return;
    this.items[first] = { ...opening, top: Math.min(opening.top, box.top) };
    this.items[last] = { ...(this.items[last] as Item), bottom: Math.max(closing.bottom, box.bottom) };
  }

  #whole(element: Element): void {
    const box = element.getBoundingClientRect();
    if (box.height === 0) return;
    this.#push({ top: box.top, bottom: box.bottom }, { element, line: 0, edge: box.top }, [], this.#callsIn(element));
  }

  #table(table: HTMLTableElement): void {
    const first = this.items.length;
    const head = table.tHead;
    if (table.caption) this.#lines(table.caption);
    if (head) this.#whole(head);
    if (this.items.length > first) this.#forbidBreaks(first + 1, this.items.length);
    const headHeight = head ? head.getBoundingClientRect().height : 0;
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    for (const [index, row] of rows.entries()) {
      this.#repeatedHead = index === 0 ? 0 : headHeight;
      const item = this.items.length;
      this.#whole(row);
      if (index === 0 && item > first) this.#forbidBreakBefore(item);
      if (index > 0) this.#blame(item, index < orphans ? ['divided', 'orphan'] : rows.length - index < widows ? ['divided', 'widow'] : ['divided']);
    }
    this.#repeatedHead = 0;
    const box = table.getBoundingClientRect();
    const [opening, closing] = [this.items[first], this.items.at(-1)];
    if (opening && closing && this.items.length > first) {
      this.items[first] = { ...opening, top: Math.min(opening.top, box.top) };
      this.items[this.items.length - 1] = { ...(this.items.at(-1) as Item), bottom: Math.max(closing.bottom, box.bottom) };
    }
  }

  #lines(element: Element): void {
    const lines = linesOf(element);
    const calls = [...element.querySelectorAll<HTMLElement>('a[data-note]')].map((call) => ({ call, box: call.getBoundingClientRect() }));
    const count = lines.length;
    for (const [index, line] of lines.entries()) {
      const faults: BreakFault[] = index === 0 ? [] : [...(index < orphans ? ['orphan' as const] : []), ...(count - index < widows ? ['widow' as const] : [])];
      const notes = calls
        .filter(({ box }) => lineAt(lines, (box.top + box.bottom) / 2) === index)
        .flatMap(({ call }) => this.#noteIndex.get(call.dataset['note'] ?? '') ?? []);
      this.#push(line, { element, line: index, edge: (line.top + line.middle) / 2 }, faults, notes);
    }
  }

  #push(extent: { top: Px; bottom: Px }, spot: Spot, faults: readonly BreakFault[], notes: readonly number[]): void {
    const owed: BreakFault[] = [...(this.#owedHeading > 0 ? ['heading' as const] : []), ...(this.#owedKept > 0 ? ['kept' as const] : [])];
    if (!isHeading(spot.element)) this.#owedHeading = Math.max(0, this.#owedHeading - 1);
    this.#owedKept = 0;
    this.items.push({
      top: extent.top,
      bottom: extent.bottom,
      faults: [...owed, ...faults],
      notes: this.#firstCalls(notes),
      repeatedHead: this.#repeatedHead,
      ...(isHeading(spot.element) && { opensSection: true as const }),
    });
    this.spots.push(spot);
  }

  /** A note stands where it is first called; later calls of the same note only point at it. */
  readonly #called = new Set<number>();
  #firstCalls(notes: readonly number[]): number[] {
    return notes.filter((note) => {
      if (this.#called.has(note)) return false;
      this.#called.add(note);
      return true;
    });
  }

  #callsIn(element: Element): number[] {
    return [...element.querySelectorAll<HTMLElement>('a[data-note]')].flatMap((call) => this.#noteIndex.get(call.dataset['note'] ?? '') ?? []);
  }

  /**
   * Lets text run past a figure or a small table that stands by itself in the flow, unless its author wants it here or a note is called in it.
   * What its leaving takes from the galley is more than its box: margins that met it meet each other then.
   */
  letFiguresFloat(root: Element): void {
    for (const [index, { element }] of this.spots.entries()) {
      const item = this.items[index];
      if (!(element.tagName === 'FIGURE' || element.tagName === 'TABLE') || element.parentElement !== root || !item || item.notes.length > 0 || (element as HTMLElement).dataset['placement'] === 'here') continue;
      const [above, below] = [this.items[index - 1], this.items[index + 1]];
      if (!above || !below) continue;
      const margin = Math.max(marginOf(element.previousElementSibling, 'marginBottom'), marginOf(element.nextElementSibling, 'marginTop'));
      this.items[index] = { ...item, float: below.top - above.bottom - margin };
    }
  }

  /** Lets white grow above what stands apart anyway: by a line above headings and displays, by less between entries. */
  letWhiteStretch(root: HTMLElement): void {
    const leading = leadingOf(root);
    for (const [index, spot] of this.spots.entries()) {
      const item = this.items[index];
      if (!item || spot.line > 0) continue;
      const block = blockOf(spot.element, root);
      const share = block.tagName === 'H2' || block.matches('figure, table') ? 1 : block.matches(entries) ? 0.7 : 0;
      if (share > 0) this.items[index] = { ...item, stretch: share * leading };
    }
  }

  #forbidBreakBefore(index: number): void {
    this.#forbidBreaks(index, index + 1);
  }

  #forbidBreaks(from: number, to: number): void {
    for (let index = from; index < to; index += 1) this.#blame(index, ['kept']);
  }

  #blame(index: number, faults: readonly BreakFault[]): void {
    const item = this.items[index];
    if (item) this.items[index] = { ...item, faults: [...item.faults, ...faults] };
  }
}

const isHeading = (element: Element): boolean => /^H[1-6]$/.test(element.tagName);

/** Whether an element has words of its own, beside its blocks: then its lines are read as they lie. */
function hasText(element: Element): boolean {
  for (const child of element.childNodes) {
    if (child.nodeType === Node.TEXT_NODE && /\S/.test(child.nodeValue ?? '')) return true;
    if (child instanceof Element && inline.has(child.tagName)) return true;
  }
  return false;
}
const inline = new Set(['A', 'ABBR', 'B', 'CITE', 'CODE', 'EM', 'I', 'KBD', 'MARK', 'Q', 'SMALL', 'SPAN', 'STRONG', 'SUB', 'SUP', 'TIME', 'U', 'DEL', 'INS']);

/**
 * The lines of a block of text, from its first edge to its last.
 * A box belongs to the line whose middle it covers or that covers its middle: so a raised call or a tall formula joins its line.
 * The border between two lines is half way between them.
 */
function linesOf(element: Element): Line[] {
  const range = sharedRange();
  range.selectNodeContents(element);
  const boxes: Line[] = [];
  for (const rect of range.getClientRects()) {
    if (rect.height === 0 || rect.width === 0) continue;
    const middle = (rect.top + rect.bottom) / 2;
    // An inline element over two lines gives its boxes before those of its letters: a box may belong to a line further up.
    const line = boxes.findLast((box) => (middle > box.top && middle < box.bottom) || (box.middle > rect.top && box.middle < rect.bottom));
    if (!line) boxes.push({ top: rect.top, bottom: rect.bottom, middle });
    else {
      if (rect.bottom - rect.top > line.bottom - line.top) line.middle = middle;
      line.top = Math.min(line.top, rect.top);
      line.bottom = Math.max(line.bottom, rect.bottom);
    }
  }
  const block = element.getBoundingClientRect();
  if (boxes.length === 0) return block.height > 0 ? [{ top: block.top, bottom: block.bottom, middle: (block.top + block.bottom) / 2 }] : [];
  return boxes.map((box, index) => {
    const [above, below] = [boxes[index - 1], boxes[index + 1]];
    return {
      top: above ? (above.bottom + box.top) / 2 : Math.min(block.top, box.top),
      bottom: below ? (box.bottom + below.top) / 2 : Math.max(block.bottom, box.bottom),
      middle: box.middle,
    };
  });
}

/** The line that a height falls on; the nearest one when it falls between. */
export function lineAt(lines: readonly { readonly top: Px; readonly bottom: Px }[], y: Px): number {
  let low = 0;
  let high = lines.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (y > (lines[middle]?.bottom ?? 0)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What lists of the back matter are made of. */
const entries = '.entry, .evidence, .answer, .bibliography-entry, .answers-chapter';

/** The outermost block that begins with an element, below the flow. */
export function blockOf(element: Element, root: Element): Element {
  let block = element;
  while (block.parentElement && block.parentElement !== root && !block.previousElementSibling && !block.matches(entries)) block = block.parentElement;
  return block;
}

function marginOf(element: Element | null, side: 'marginTop' | 'marginBottom'): Px {
  return element ? Number.parseFloat(getComputedStyle(element)[side]) || 0 : 0;
}

/** Whether a line, as its page's last, ends in a divided word: told by the letter before the next line. */
export function endsInHyphen(measured: MeasuredFlow, item: number): boolean {
  const [spot, next] = [measured.spots[item], measured.spots[item + 1]];
  if (!spot || !next || next.element !== spot.element) return false;
  const point = startOfLine(next);
  return point?.node instanceof Text && point.node.data.charAt(point.offset - 1) === '\u00ad';
}

/** The item that an element begins on: the page of the item is the page of the element. */
export function itemOf(element: Element, measured: MeasuredFlow): number {
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  return lineAt(measured.flow.items, box.top + Math.min(box.height / 2, withinFirstLine) - measured.origin);
}
/** Low enough to be on a line whose letters rise above it, high enough to be on the first line of a block. */
const withinFirstLine: Px = 8;

/** A place in the galley's text: before a letter, or before a thing that stands among letters. */
export interface Point {
  readonly node: Node;
  readonly offset: number;
}

/** Where a line begins: binary search over the letters and inline pictures of its block. */
export function startOfLine({ element, edge }: Spot): Point | undefined {
  const leaves = leavesOf(element);
  const range = sharedRange();
  const isAbove = (rects: DOMRectList): boolean => (rects[rects.length - 1]?.bottom ?? Infinity) <= edge;
  let low = 0;
  let high = leaves.length;
  while (low < high) {
    const half = (low + high) >> 1;
    if (isAbove((leaves[half] as Leaf).rects)) low = half + 1;
    else high = half;
  }
  const leaf = leaves[low]?.node;
  if (!leaf) return undefined;
  if (!(leaf instanceof Text)) return { node: leaf.parentNode as Node, offset: [...(leaf.parentNode as Node).childNodes].indexOf(leaf as ChildNode) };

  /** A letter that takes no room (a soft hyphen, a space at a line's end) is where the next one is that does. */
  const isLetterAbove = (offset: number): boolean => {
    for (let end = offset + 1; end <= leaf.length; end += 1) {
      range.setStart(leaf, offset);
      range.setEnd(leaf, end);
      const rects = range.getClientRects();
      if (rects.length > 0) return isAbove(rects);
    }
    return false;
  };
  let from = 0;
  let to = leaf.length;
  while (from < to) {
    const half = (from + to) >> 1;
    if (isLetterAbove(half)) from = half + 1;
    else to = half;
  }
  return { node: leaf, offset: from };
}

interface Leaf {
  readonly node: Text | Element;
  readonly rects: DOMRectList;
}

/** What a block's lines are made of, without what takes no room at all. */
function leavesOf(element: Element): Leaf[] {
  const leaves: Leaf[] = [];
  const range = sharedRange();
  const gather = (parent: Element) => {
    for (const child of parent.childNodes) {
      if (child instanceof Text) {
        range.selectNodeContents(child);
        const rects = range.getClientRects();
        if (rects.length > 0) leaves.push({ node: child, rects });
      } else if (child instanceof Element) {
        if (unsplittable.has(child.tagName.toUpperCase())) leaves.push({ node: child, rects: child.getClientRects() });
        else gather(child);
      }
    }
  };
  gather(element);
  return leaves;
}
const unsplittable = new Set(['MATH', 'SVG', 'IMG', 'SUP', 'SUB']);
