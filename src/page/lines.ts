/**
 * Reads the lines of a block: where each lies, and before which letter it begins. Asks for layout, writes nothing.
 */
import type { Px } from '../model/unit.js';
import type { Spot } from './measure.js';
import { sharedRange } from './range.js';

export interface Line {
  top: Px;
  bottom: Px;
  middle: Px;
}

/**
 * The lines of a block of text, from its first edge to its last. A line of verse is a block of its own: turned over, it is one line here.
 * A box belongs to the line whose middle it covers or that covers its middle: so a raised call or a tall formula joins its line.
 * The border between two lines is half way between them.
 */
export function linesOf(element: Element): Line[] {
  const boxes: Line[] = [];
  for (const rect of rectsOf(element)) {
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
  const border = bordersOf(boxes, element, block);
  return boxes.map((box, index) => ({ top: border(index), bottom: border(index + 1), middle: box.middle }));
}

/** The boxes of what a block's lines are made of; a cell may hold blocks, whose own boxes are no lines. */
function rectsOf(element: Element): Iterable<DOMRect> {
  if (element instanceof HTMLTableCellElement) return leavesOf(element).flatMap(({ rects }) => [...rects]);
  const range = sharedRange();
  range.selectNodeContents(element);
  return range.getClientRects();
}

/**
 * Lines of equal height touch at whole heights, whatever letters are in them: code or a lowered figure makes no page shorter.
 * Where heights differ, and in cells, which have white above and below, letters tell where lines touch.
 */
function bordersOf(boxes: readonly Line[], element: Element, block: DOMRect): (index: number) => Px {
  const height = block.height / boxes.length;
  const isEven = !(element instanceof HTMLTableCellElement) && boxes.every((box, index) => Math.abs(box.middle - block.top - (index + 0.5) * height) < height / 4);
  return (index) => {
    const [above, below] = [boxes[index - 1], boxes[index]];
    if (!above) return block.top;
    if (!below) return block.bottom;
    return isEven ? block.top + index * height : (above.bottom + below.top) / 2;
  };
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
