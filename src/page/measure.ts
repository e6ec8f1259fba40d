/**
 * Reads the layout of the galley, once, without writing (its lines through lines.ts). Whatever the pages are decided by comes from
 * here; fit and snap, which prepare the galley, and quality and verify, which judge the result, are the only others that ask where
 * anything is.
 *
 * Out: per flow the records for `decide`, and beside them the DOM behind each item for `apply`.
 */
import type { Px } from '../model/unit.js';
import { type Line, lineAt, linesOf, startOfLine } from './lines.js';
import type { BreakFault, Flow, Item, Note, Placement } from './record.js';
import { leadingOf } from './snap.js';

/** Where an item's text begins: a whole element, a line of a block of text, or a line of all cells of a table row. */
export interface Spot {
  readonly element: Element;
  /** 0 for a whole element and for the first line of a block or row. */
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

/** Elements that are laid out as one thing. */
export const atomic: ReadonlySet<string> = new Set(['FIGURE', 'IMG', 'SVG', 'HR', 'MATH', 'DETAILS', 'TABLE', 'TR', 'THEAD']);
/** Elements that only hold blocks: everything else with text in it is a block of lines. */
const containers = new Set(['SECTION', 'DIV', 'ASIDE', 'NAV', 'BLOCKQUOTE', 'UL', 'OL', 'LI', 'DL', 'DD', 'ARTICLE', 'HEADER', 'FOOTER']);
/** Lines of a paragraph that stay together at its beginning and its end. */
const orphans = 2;
const widows = 2;
/** Lines that follow a heading on its page. */
const afterHeading = 2;

export interface Limits {
  /** Height up to which a table with a caption is kept whole and may float. */
  readonly wholeTable: Px;
  /** Height of a page's text. */
  readonly depth: Px;
}

export function measureFlow(root: HTMLElement, noteElements: readonly HTMLElement[], limits: Limits): MeasuredFlow {
  const origin = root.getBoundingClientRect().top;
  const noteIndex = new Map(noteElements.map((element, index) => [element.dataset['note'] ?? '', index]));
  const reader = new Reader(noteIndex, limits);
  reader.block(root);
  reader.letFiguresFloat(root);
  reader.letWhiteStretch(root);
  const notes = noteElements.map((element) => {
    const inner = new Reader(new Map(), limits);
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
    ...(element.classList.contains('marginal') && { isMarginal: true as const }),
  };
}

class Reader {
  readonly items: Item[] = [];
  readonly spots: Spot[] = [];
  /** Lines that must still follow on the page of the last heading, and of the last thing that keeps its next. */
  #owedHeading = 0;
  #owedKept = 0;
  #repeatedHead: Px = 0;
  /** Blocks in columns so far, and the one that is read now; 0: none. */
  #columned = 0;
  #columns = 0;
  readonly #noteIndex: ReadonlyMap<string, number>;

  readonly #limits: Limits;

  constructor(noteIndex: ReadonlyMap<string, number>, limits: Limits) {
    this.#noteIndex = noteIndex;
    this.#limits = limits;
  }

  block(element: Element): void {
    const keep = element instanceof HTMLElement ? element.dataset['keep'] : undefined;
    const first = this.items.length;
    if (element.matches('[data-columns]')) this.#columns = this.#columned += 1;
    if (element instanceof HTMLTableElement && !this.#isWhole(element)) this.#table(element);
    else if (atomic.has(element.tagName.toUpperCase()) && !isDivisible(element)) this.#whole(element);
    else if (element.querySelector(':scope > code > .code-line')) this.#code(element, [...element.querySelectorAll('.code-line')]);
    else if (isDivisible(element) || (containers.has(element.tagName) && !hasText(element))) this.#container(element);
    else this.#lines(element);
    if (element.matches('[data-columns]')) this.#columns = 0;
    if (keep === 'previous') this.#forbidBreakBefore(first);
    if (keep === 'next') this.#owedKept = 1;
    if (isHeading(element)) this.#owedHeading = afterHeading;
  }

  #isWhole(table: HTMLTableElement): boolean {
    return placementOf(table) !== undefined || (table.caption !== null && table.getBoundingClientRect().height <= this.#limits.wholeTable);
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

  /** Source: each of its lines is a block, and two stay together at either end. */
  #code(element: Element, lines: readonly Element[]): void {
    const first = this.items.length;
    for (const line of lines) this.#lines(line);
    const last = this.items.length - 1;
    const box = element.getBoundingClientRect();
    const [opening, closing] = [this.items[first], this.items[last]];
    if (!opening || !closing) return;
    this.items[first] = { ...opening, top: Math.min(opening.top, box.top) };
    this.items[last] = { ...(this.items[last] as Item), bottom: Math.max(closing.bottom, box.bottom) };
    if (last === first) return;
    for (let item = first + 1; item <= last; item += 1) this.#blame(item, ['source']);
    this.#blame(first + 1, ['orphan']);
    this.#blame(last, ['widow']);
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
    const repeated = (head ? head.getBoundingClientRect().height : 0) + continuedHeight(table);
    const isParallel = table.matches('.parallel');
    const rows = [...table.tBodies].flatMap((body) => [...body.rows]);
    for (const [index, row] of rows.entries()) {
      this.#repeatedHead = index === 0 ? 0 : repeated;
      const item = this.items.length;
      if (isParallel || row.getBoundingClientRect().height + repeated > this.#limits.depth) this.#tallRow(row, repeated);
      else this.#whole(row);
      if (index === 0 && item > first) this.#forbidBreakBefore(item);
      if (index > 0 && !isParallel) this.#blame(item, index < orphans ? ['divided', 'orphan'] : rows.length - index < widows ? ['divided', 'widow'] : ['divided']);
    }
    this.#repeatedHead = 0;
    const box = table.getBoundingClientRect();
    const [opening, closing] = [this.items[first], this.items.at(-1)];
    if (opening && closing && this.items.length > first) {
      this.items[first] = { ...opening, top: Math.min(opening.top, box.top) };
      this.items[this.items.length - 1] = { ...(this.items.at(-1) as Item), bottom: Math.max(closing.bottom, box.bottom) };
    }
  }

  /** A row that no page holds, and one of columns of text, is divided where a line ends in all of its cells. */
  #tallRow(row: HTMLTableRowElement, repeated: Px): void {
    // The last line of a short cell reaches to the row's foot: here it ends with its letters.
    const cells = [...row.cells].filter(hasContent).map((cell) => linesOf(cell).map((line, index, all) => (index === all.length - 1 ? { ...line, bottom: 2 * line.middle - line.top } : line)));
    const box = row.getBoundingClientRect();
    const isParallel = row.closest('table')?.matches('.parallel') === true;
    const padding = row.cells[0] && !isParallel ? Number.parseFloat(getComputedStyle(row.cells[0]).paddingTop) : 0;
    const calls = [...row.querySelectorAll<HTMLElement>('a[data-note]')].map((call) => ({ call, middle: middleOf(call) }));
    const edges = cells
      .flatMap((lines) => lines.slice(1))
      .filter((line) => cells.every((lines) => lines.every(({ top, bottom }) => bottom <= line.top + lineRounding || top >= line.top - lineRounding)))
      .sort((one, other) => one.top - other.top)
      .filter((line, index, all) => index === 0 || line.top - (all[index - 1]?.top ?? 0) > lineRounding);
    const bands = [{ top: box.top, middle: box.top }, ...edges];
    for (const [line, { top, middle }] of bands.entries()) {
      const isLast = line === bands.length - 1;
      const bottom = bands[line + 1]?.top ?? box.bottom;
      const notes = calls.filter((call) => (line === 0 || call.middle >= top) && (isLast || call.middle < bottom)).flatMap(({ call }) => this.#noteIndex.get(call.dataset['note'] ?? '') ?? []);
      const faults: BreakFault[] = line === 0 ? [] : [...(row.closest('table.facing') ? [] : ['divided' as const]), ...(isParallel ? edgeFaults(cells, top) : line < orphans ? ['orphan' as const] : bands.length - line < widows ? ['widow' as const] : [])];
      this.#push({ top, bottom }, { element: row, line, edge: (top + middle) / 2 }, faults, notes);
      this.#repeatedHead = repeated + padding;
    }
  }

  #lines(element: Element): void {
    const lines = linesOf(element);
    const calls = [...element.querySelectorAll<HTMLElement>('a[data-note]')].map((call) => ({ call, box: call.getBoundingClientRect() }));
    const count = lines.length;
    const isStanza = element.classList.contains('stanza');
    for (const [index, line] of lines.entries()) {
      const faults: BreakFault[] = index === 0 ? [] : [...(isStanza ? ['stanza' as const] : []), ...(index < orphans ? ['orphan' as const] : []), ...(count - index < widows ? ['widow' as const] : [])];
      const notes = calls
        .filter(({ box }) => lineAt(lines, (box.top + box.bottom) / 2) === index)
        .flatMap(({ call }) => this.#noteIndex.get(call.dataset['note'] ?? '') ?? []);
      this.#push(line, { element, line: index, edge: (line.top + (isStanza ? Math.min(line.middle, line.top + withinFirstLine) : line.middle)) / 2 }, faults, notes);
    }
  }

  #push(extent: { top: Px; bottom: Px }, spot: Spot, faults: readonly BreakFault[], notes: readonly number[]): void {
    const owed: BreakFault[] = [...(this.#owedHeading > 0 ? ['heading' as const] : []), ...(this.#owedKept > 0 ? ['kept' as const] : [])];
    const placement = placementOf(spot.element);
    // Who announces something has not done so with a figure that goes elsewhere.
    if (placement === undefined) {
      if (!isHeading(spot.element)) this.#owedHeading = Math.max(0, this.#owedHeading - 1);
      this.#owedKept = 0;
    }
    this.items.push({
      top: extent.top,
      bottom: extent.bottom,
      faults: [...owed, ...faults],
      notes: this.#firstCalls(notes),
      repeatedHead: this.#repeatedHead,
      ...(this.#columns > 0 && { columns: this.#columns, ...(spot.line === 0 && { opensEntry: true as const }) }),
      ...(isHeading(spot.element) && { opensSection: true as const }),
      ...(placement !== undefined && { placement }),
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
   * What its leaving takes from the galley is more than its box: margins that met it meet each other then. Figures with a placement
   * that follow one another leave together, and what they take is told of the first.
   */
  letFiguresFloat(root: Element): void {
    const own = [...this.spots.entries()].flatMap(([index, { element }]) => (element.parentElement === root ? [index] : []));
    for (const index of own) if (this.items[index]?.placement !== undefined) this.#float(index, this.items[index - 1]?.placement === undefined ? this.#gap(index) : 0);
    for (const index of own) {
      const [item, gap] = [this.items[index], this.#gap(index)];
      const element = this.spots[index]?.element;
      if (!item || !element || item.placement !== undefined || gap === undefined || !isMovable(element, item)) continue;
      // What the figures beside it that have a placement take is told of them.
      let told = 0;
      for (const step of [-1, 1]) for (let at = index + step; this.items[at]?.placement !== undefined; at += step) told += this.items[at]?.float ?? 0;
      this.#float(index, gap - told);
    }
  }

  #float(index: number, float: Px = 0): void {
    this.items[index] = { ...(this.items[index] as Item), float };
  }

  /** What closes up when everything between the nearest standing items leaves; undefined at the edges of the flow. */
  #gap(index: number): Px | undefined {
    const [above, below] = [this.#standing(index, -1), this.#standing(index, 1)];
    return above && below && below.item.top - above.item.bottom - Math.max(marginOf(above.block, 'marginBottom'), marginOf(below.block, 'marginTop'));
  }

  /** The nearest item before or after one that no placement takes away, and its block. */
  #standing(index: number, step: 1 | -1): { readonly item: Item; readonly block: Element | null } | undefined {
    let block = step < 0 ? this.spots[index]?.element.previousElementSibling : this.spots[index]?.element.nextElementSibling;
    let at = index + step;
    for (; this.items[at]?.placement !== undefined; at += step) block = step < 0 ? block?.previousElementSibling : block?.nextElementSibling;
    const item = this.items[at];
    return item && { item, block: block ?? null };
  }

  /** Lets white grow above what stands apart anyway, and the ruled lines of a question stand further apart. */
  letWhiteStretch(root: HTMLElement): void {
    const leading = leadingOf(root);
    for (const [index, spot] of this.spots.entries()) {
      const item = this.items[index];
      if (!item || spot.line > 0 || item.placement !== undefined) continue;
      const block = blockOf(spot.element, root);
      const stretch = stretchOf(block, root, leading);
      this.items[index] = { ...item, ...(stretch > 0 && { stretch }), ...(block.parentElement === root && { opensBlock: true as const }) };
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

/** What a break at a height would do to columns of text: each may lose a line to the page before, or keep only one. */
function edgeFaults(columns: readonly (readonly Line[])[], y: Px): BreakFault[] {
  const parts = columns.map((lines) => ({ above: lines.filter(({ top }) => top < y - lineRounding).length, lines: lines.length })).filter(({ above, lines }) => above > 0 && above < lines);
  return [...(parts.some(({ above }) => above < orphans) ? ['orphan' as const] : []), ...(parts.some(({ above, lines }) => lines - above < widows) ? ['widow' as const] : [])];
}

/** An empty cell has no lines for others to keep clear of. */
const hasContent = (cell: Element): boolean => /\S/.test(cell.textContent ?? '') || cell.querySelector('img, svg, math') !== null;

function middleOf(element: Element): Px {
  const box = element.getBoundingClientRect();
  return (box.top + box.bottom) / 2;
}
/** Lines of different cells that stand side by side may differ by this. */
const lineRounding: Px = 1.5;

/** What lists of the back matter are made of. */
const entries = '.entry, .evidence, .answer, .comment, .bibliography-entry, .answers-chapter, .commentary-chapter';

/** The outermost block that begins with an element, below the flow. */
export function blockOf(element: Element, root: Element): Element {
  let block = element;
  while (block.parentElement && block.parentElement !== root && !block.previousElementSibling && !block.matches(entries)) block = block.parentElement;
  return block;
}

/** Where its author wants a figure; `here`, and nothing, leave it in the text. */
function placementOf(element: Element): Placement | undefined {
  const wanted = element instanceof HTMLElement ? element.dataset['placement'] : undefined;
  return wanted === 'top' || wanted === 'bottom' || wanted === 'page' ? wanted : undefined;
}

/** A listing is a figure that goes on overleaf, unless its author wants it whole at an edge of a page. */
function isDivisible(element: Element): boolean {
  return element.matches('figure.listing') && placementOf(element) === undefined;
}

function isMovable(element: Element, item: Item): boolean {
  return (element.tagName === 'FIGURE' || element.tagName === 'TABLE') && item.notes.length === 0 && (element as HTMLElement).dataset['placement'] !== 'here';
}

/** A captioned table says on each further page that it goes on: one line, with the white below it (split.ts writes it). */
function continuedHeight({ caption }: HTMLTableElement): Px {
  if (!caption) return 0;
  const { lineHeight, paddingBottom } = getComputedStyle(caption);
  return Number.parseFloat(lineHeight) + Number.parseFloat(paddingBottom);
}

/** What stands apart from the text around it: white may grow above it and below. */
const displays = 'figure, table, pre, blockquote, .callout, .document, .equation, .verse';
/** Lines that may be added above what stands apart, below a chapter's title, above an entry, and above each ruled line. */
const displayStretch = 2;
const titleStretch = 1;
const entryStretch = 0.7;
const ruledStretch = 0.5;

/** How much white may be added above a block; between ruled lines, in whole lines for all of them. */
function stretchOf(block: Element, root: Element, leading: Px): Px {
  if (block.matches('.writing-lines')) return Math.floor(block.childElementCount * ruledStretch) * leading;
  if (block.matches(entries)) return entryStretch * leading;
  const above = block.previousElementSibling;
  if (above?.matches('.chapter-title')) return titleStretch * leading;
  // What is announced stands close to it.
  if (block.parentElement !== root || above?.matches('h2, h3, h4, h5, h6, [data-keep="next"]')) return 0;
  return block.matches(`h2, h3, .question, ${displays}`) || (above?.matches(displays) === true && placementOf(above) === undefined) ? displayStretch * leading : 0;
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

/** The lines of text in an element, in order, each with the block it is in; tables and pictures have none. */
export function textLines(element: Element): { readonly block: Element; readonly line: Line }[] {
  const reader = new Reader(new Map(), { wholeTable: 0, depth: Infinity });
  reader.block(element);
  const blocks = [...new Set(reader.spots.map((spot) => spot.element))].filter((block) => !atomic.has(block.tagName.toUpperCase()));
  return blocks.flatMap((block) => linesOf(block).map((line) => ({ block, line })));
}

/** The item that an element begins on: the page of the item is the page of the element. */
export function itemOf(element: Element, measured: MeasuredFlow): number {
  return lineAt(measured.flow.items, beginningOf(element) - measured.origin);
}

/** A height on the first line of an element. */
export function beginningOf(element: Element): Px {
  const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
  return box.top + Math.min(box.height / 2, withinFirstLine);
}
/** Low enough to be on a line whose letters rise above it, high enough to be on the first line of a block. */
const withinFirstLine: Px = 8;

/** The line of its note that an element begins on. */
export function noteLineOf(element: Element, note: number, { flow, noteElements }: MeasuredFlow): number {
  const { lines } = flow.notes[note] ?? { lines: [] };
  const y = beginningOf(element);
  let bottom = noteElements[note]?.getBoundingClientRect().top ?? 0;
  const line = lines.findIndex((height) => (bottom += height) > y);
  return line < 0 ? lines.length - 1 : line;
}
