/**
 * Counts and finds the letters of a block that are its author's own: without what numbering, references and pages add, white space
 * and soft hyphens. An edition is recorded by them, since an edit elsewhere changes none.
 */
import { addedAttributes, addedClasses } from './contract.js';
import type { Point } from './lines.js';
import { sharedRange } from './range.js';

/** Everything that is added to an author's words. */
export const added = ['a[data-note]', ...addedAttributes.map((name) => `[${name}]`), ...addedClasses.map((name) => `.${name}`)].join();

/** UTF-16 code units. */
export const countLetters = (text: string): number => text.replace(/[\s\u00ad]/gu, '').length;

/** The text nodes of an element that are its author's own, in order. */
export function* ownTexts(element: Element): Iterable<Text> {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => (node instanceof Element && node.matches(added) ? NodeFilter.FILTER_REJECT : node instanceof Text ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_SKIP));
  while (walker.nextNode()) yield walker.currentNode as Text;
}

export function ownLettersBefore(block: Element, { node, offset }: Point): number {
  const range = sharedRange();
  let letters = 0;
  range.setStart(block, 0);
  if (range.comparePoint(node, offset) < 0 || !block.contains(node)) return 0;
  range.setEnd(node, offset);
  for (const text of ownTexts(block)) {
    if (text === node) return letters + countLetters(text.data.slice(0, offset));
    if (range.comparePoint(text, 0) > 0) return letters;
    letters += countLetters(text.data);
  }
  return letters;
}

/** Where the letter stands that so many own letters of a block come before. */
export function ownLetterAt(block: Element, letters: number): Point | undefined {
  let left = letters;
  for (const text of ownTexts(block)) {
    const count = countLetters(text.data);
    if (left >= count) {
      left -= count;
      continue;
    }
    let offset = 0;
    for (; offset < text.length; offset += 1) {
      if (countLetters(text.data.charAt(offset)) === 0) continue;
      if (left === 0) break;
      left -= 1;
    }
    return { node: text, offset };
  }
  return undefined;
}
