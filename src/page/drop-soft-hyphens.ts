/**
 * Takes the soft hyphens out of the galley that no line breaks at.
 *
 * They have done their work, and in the PDF each would stand in the middle of a word: found by no search, copied with the text,
 * spelt out by some screen readers. No line moves: a chance to break that was not taken decides nothing.
 * All positions are read before anything is written.
 */
import type { Point } from './lines.js';
import { sharedRange } from './range.js';

const softHyphen = '\u00ad';

/** Offsets of the soft hyphens that are not shown, by their texts. */
export type IdleHyphens = ReadonlyMap<Text, readonly number[]>;

export function findIdleHyphens(galley: readonly Element[]): IdleHyphens {
  const found = new Map<Text, readonly number[]>();
  for (const root of galley) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const idle = idleIn(walker.currentNode as Text);
      if (idle.length > 0) found.set(walker.currentNode as Text, idle);
    }
  }
  return found;
}

/**
 * Needs the texts to lie nowhere: what is not laid out is changed at no cost.
 * @returns where a point of the galley is afterwards
 */
export function dropSoftHyphens(idle: IdleHyphens): (point: Point) => Point {
  for (const [node, offsets] of idle) {
    const text = node.data;
    node.data = [...offsets, text.length].map((offset, index) => text.slice((offsets[index - 1] ?? -1) + 1, offset)).join('');
  }
  return ({ node, offset }) => ({ node, offset: offset - ((node instanceof Text && idle.get(node)) || []).filter((dropped) => dropped < offset).length });
}

/**
 * A soft hyphen that is shown has a box of its own behind the box of its line, so one question tells which lines end in one;
 * it is the last of its line. A book has a hundred soft hyphens on each page: to ask for each would cost more than all else.
 */
function idleIn(node: Text): readonly number[] {
  const text = node.data;
  const offsets: number[] = [];
  for (let at = text.indexOf(softHyphen); at >= 0; at = text.indexOf(softHyphen, at + 1)) offsets.push(at);
  if (offsets.length === 0) return offsets;
  const range = sharedRange();
  const rectsOf = (from: number, to: number): DOMRectList => {
    range.setStart(node, from);
    range.setEnd(node, to);
    return range.getClientRects();
  };
  const shown = new Set<number>();
  const boxes = rectsOf(0, text.length);
  for (let index = 1; index < boxes.length; index += 1) {
    const { top, bottom } = boxes[index] as DOMRect;
    const middle = (top + bottom) / 2;
    if ((boxes[index - 1] as DOMRect).bottom < middle) continue;
    let low = 0;
    let high = offsets.length;
    while (low < high) {
      const half = (low + high) >> 1;
      if ((rectsOf(offsets[half] as number, (offsets[half] as number) + 1)[0]?.top ?? Infinity) < middle) low = half + 1;
      else high = half;
    }
    shown.add(offsets[low - 1] as number);
  }
  return shown.size === 0 ? offsets : offsets.filter((offset) => !shown.has(offset));
}
