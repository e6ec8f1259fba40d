/**
 * Finds the items that the pages of a recorded edition begin with. Reads layout, writes nothing.
 *
 * In: places in the text (edition/find-breaks.ts). Where words before such a place were edited, it may stand within a line by now:
 * then its page may begin with that line or with the next.
 */
import type { RecordedEdition } from './contract.js';
import { lineAt, startOfLine, type Point } from './lines.js';
import { itemOf, type MeasuredFlow } from './measure.js';
import { countLetters, ownLetterAt } from './own-letters.js';
import { sharedRange } from './range.js';
import type { RecordedPages } from './record.js';

/** @returns undefined for a part that was not there, or of which nothing is found again */
export function findRecorded(root: HTMLElement, measured: MeasuredFlow, { parts, deepest }: RecordedEdition): RecordedPages | undefined {
  const part = parts.find(({ id }) => id === root.dataset['part']);
  if (!part) return undefined;
  const blocks = new Map<string, Element>();
  for (const element of root.querySelectorAll<HTMLElement>('[data-at]')) {
    const at = element.dataset['at'] ?? '';
    if (!blocks.has(at)) blocks.set(at, element);
  }
  const begins = new Map<number, number>();
  for (const { at, letters, lacks } of part.begins) {
    const block = blocks.get(at);
    for (const item of block ? itemsAt(block, letters, measured) : []) begins.set(item, lacks);
  }
  return begins.size === 0 && part.pages > 1 ? undefined : { begins, count: part.pages, deepest };
}

function itemsAt(block: Element, letters: number, measured: MeasuredFlow): number[] {
  if (letters === 0) return withMoved(itemOf(block, measured), measured);
  const point = ownLetterAt(block, letters);
  const box = point && boxOf(point);
  if (!point || !box) return [];
  const { items } = measured.flow;
  const item = lineAt(items, (box.top + box.bottom) / 2 - measured.origin);
  const [spot, next] = [measured.spots[item], measured.spots[item + 1]];
  const start = spot && startOfLine(spot);
  const isWithin = start && isLettersBetween(start, point);
  return [...withMoved(item, measured), ...(isWithin && next?.element === spot?.element ? [item + 1] : [])];
}

/** Of the letter at a point; one that follows a hyphen at a line's end has an empty box there as well. */
function boxOf({ node, offset }: Point): DOMRect | undefined {
  const range = sharedRange();
  range.setStart(node, offset);
  range.setEnd(node, offset + 1);
  return [...range.getClientRects()].at(-1);
}

function isLettersBetween(from: Point, to: Point): boolean {
  const range = sharedRange();
  range.setStart(from.node, from.offset);
  if (range.comparePoint(to.node, to.offset) <= 0) return false;
  range.setEnd(to.node, to.offset);
  return countLetters(range.toString()) > 0;
}

/** What stands elsewhere begins no page, so a page that begins behind it may as well begin with it. */
function withMoved(item: number, { flow, spots }: MeasuredFlow): number[] {
  const found = [item];
  const isMoved = (at: number): boolean => flow.items[at]?.placement !== undefined || (spots[at]?.element.closest('[data-moved]') ?? null) !== null;
  for (let before = item - 1; isMoved(before); before -= 1) found.push(before);
  return found;
}
