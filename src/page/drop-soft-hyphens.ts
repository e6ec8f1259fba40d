/**
 * Takes the soft hyphens out of the galley that no line breaks at.
 *
 * They have done their work, and in the PDF each would stand in the middle of a word: found by no search, copied with the text,
 * spelt out by some screen readers. No line moves: a chance to break that was not taken decides nothing.
 * All positions are read before anything is written.
 */
import type { Point } from './measure.js';
import { sharedRange } from './range.js';

const softHyphen = '\u00ad';

/** @returns where a point of the galley is afterwards */
export function dropSoftHyphens(galley: readonly Element[]): (point: Point) => Point {
  const dropped = new Map<Node, readonly number[]>();
  for (const root of galley) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const idle = idleHyphens(walker.currentNode as Text);
      if (idle.length > 0) dropped.set(walker.currentNode, idle);
    }
  }
  for (const [node, offsets] of dropped) {
    const text = (node as Text).data;
    (node as Text).data = [...offsets, text.length].map((offset, index) => text.slice((offsets[index - 1] ?? -1) + 1, offset)).join('');
  }
  return ({ node, offset }) => ({ node, offset: offset - (dropped.get(node) ?? []).filter((idle) => idle < offset).length });
}

/** Offsets of the soft hyphens in a text that are not shown. */
function idleHyphens(node: Text): number[] {
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
  if (rectsOf(0, text.length).length <= 1) return offsets;
  // One that is shown has a width. Within a ligature it is given some of the ligature's, and no new line follows it.
  return offsets.filter((at) => {
    const shown = [...rectsOf(at, at + 1)].find((rect) => rect.width > 0);
    const next = shown && [...rectsOf(at + 1, Math.min(at + 2, text.length))].at(-1);
    return !shown || (next !== undefined && next.top < (shown.top + shown.bottom) / 2);
  });
}
