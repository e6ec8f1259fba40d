import { type Point, startOfLine } from './lines.js';
import type { Spot } from './measure.js';
import { sharedRange } from './range.js';

/** Where a tree is cut: at a point, or through a table row at a point in each of its cells. */
export type Cut = Point | RowCut;

export interface RowCut {
  readonly row: HTMLTableRowElement;
  /** Beside the row's cells; none in a cell of which nothing is left. */
  readonly cells: readonly (Point | undefined)[];
}

export const isRowCut = (cut: Cut): cut is RowCut => 'row' in cut;

/**
 * Where to cut so that an item begins a page.
 * An element that opens its container takes the container along, so that no empty shell stays behind.
 */
export function cutBefore(spot: Spot, root: Element): Cut | undefined {
  if (spot.line > 0 && spot.element instanceof HTMLTableRowElement) return cutRow(spot.element, spot);
  if (spot.line > 0) {
    const point = startOfLine(spot);
    return point && outOfInline(point, spot.element);
  }
  let element = spot.element;
  while (element !== root && element.parentElement && element.parentElement !== root && !element.previousElementSibling && !hasTextBefore(element)) {
    element = element.parentElement;
  }
  return element === root || !element.parentNode ? undefined : { node: element.parentNode, offset: [...element.parentNode.childNodes].indexOf(element) };
}

function cutRow(row: HTMLTableRowElement, { line, edge }: Spot): RowCut {
  return {
    row,
    cells: [...row.cells].map((cell) => {
      const point = startOfLine({ element: cell, line, edge });
      return point && outOfInline(point, cell);
    }),
  };
}

function hasTextBefore(element: Element): boolean {
  for (let node = element.previousSibling; node; node = node.previousSibling) if (/\S/.test(node.nodeValue ?? '')) return true;
  return false;
}

/** At the very start of an `<em>` the cut goes before it, so that no empty `<em>` stays behind. */
function outOfInline(point: Point, block: Element): Point {
  let { node, offset } = point;
  while (offset === 0 && node !== block && node.parentNode) {
    offset = [...node.parentNode.childNodes].indexOf(node as ChildNode);
    node = node.parentNode;
  }
  return { node, offset };
}

/**
 * Cuts a detached tree at the points, in order, and returns one tree per piece; the first is `root` itself.
 * Cutting goes from the back, so that each cut moves only its own page. A block that is cut is marked on both sides:
 * `data-split` before the cut, `data-continued` after it. Ids stay on the first piece.
 */
export function splitTree(root: Element, cuts: readonly Cut[]): Element[] {
  const pieces: Element[] = [];
  for (const cut of cuts.toReversed()) {
    const point = isRowCut(cut) ? divideRow(cut) : cut;
    const range = sharedRange();
    range.setStart(point.node, point.offset);
    range.setEnd(root, root.childNodes.length);
    const opened = ancestors(point.node, root);
    const starts = opened.map((element) => (element instanceof HTMLOListElement ? startAfter(element, opened, point) : undefined));
    const endsInSoftHyphen = point.node instanceof Text && point.node.data.charAt(point.offset - 1) === '\u00ad';
    const piece = root.cloneNode(false) as Element;
    piece.append(range.extractContents());
    piece.removeAttribute('id');
    if (endsInSoftHyphen) (point.node as Text).after(hyphen(root.ownerDocument));
    markContinued(piece, opened, starts);
    pieces.unshift(piece);
  }
  return [root, ...pieces];
}

/** Makes two rows of one. @returns the place between them */
function divideRow({ row, cells }: RowCut): Point {
  const rest = row.cloneNode(false) as HTMLTableRowElement;
  for (const [index, cell] of [...row.cells].entries()) {
    const point = cells[index];
    const piece = point ? splitTree(cell, [point])[1] : undefined;
    rest.append(piece ?? cell.cloneNode(false));
  }
  for (const element of [rest, ...rest.cells]) {
    element.setAttribute('data-continued', '');
    element.removeAttribute('id');
  }
  for (const element of [row, ...row.cells]) element.setAttribute('data-split', '');
  row.after(rest);
  return { node: row.parentNode as Node, offset: [...(row.parentNode as Node).childNodes].indexOf(rest) };
}

/** From just below the root down to the element that the point is in. */
function ancestors(node: Node, root: Element): Element[] {
  const found: Element[] = [];
  for (let element = node instanceof Element ? node : node.parentElement; element && element !== root; element = element.parentElement) found.unshift(element);
  return found;
}

function markContinued(piece: Element, opened: readonly Element[], starts: readonly (number | undefined)[]): void {
  // Cutting goes from the back: a copy that was split further down already carries the mark, and keeps it.
  let copy: Element | null = piece;
  for (const [depth, original] of opened.entries()) {
    copy = copy.firstElementChild;
    if (!copy) return;
    original.setAttribute('data-split', '');
    copy.setAttribute('data-continued', '');
    copy.removeAttribute('id');
    const start = starts[depth];
    if (start !== undefined) copy.setAttribute('start', String(start));
    if (original instanceof HTMLTableElement && copy instanceof HTMLTableElement) repeatHead(original, copy);
  }
}

/** The number that the continued list begins with: that of the item that goes on, or of the next one. */
function startAfter(list: HTMLOListElement, opened: readonly Element[], point: Point): number {
  const split = opened[opened.indexOf(list) + 1];
  const before = [...list.childNodes].slice(0, split ? [...list.childNodes].indexOf(split) : point.offset);
  return list.start + before.filter((child) => child.nodeName === 'LI').length;
}

/** The head again, and above it, where there is a caption, that the table goes on. */
function repeatHead(original: HTMLTableElement, copy: HTMLTableElement): void {
  if (original.tHead && !copy.tHead) {
    const head = original.tHead.cloneNode(true) as HTMLElement;
    head.dataset['repeated'] = '';
    for (const element of head.querySelectorAll('[id]')) element.removeAttribute('id');
    copy.prepend(head);
  }
  if (original.caption && !copy.caption) {
    const caption = document.createElement('caption');
    caption.dataset['repeated'] = '';
    caption.textContent = original.caption.dataset['overleaf'] ?? '';
    copy.prepend(caption);
  }
}

/** The hyphen that Chromium showed at the line's end and would no longer show at a block's end. */
function hyphen(document: Document): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'page-hyphen';
  mark.textContent = '-';
  return mark;
}
