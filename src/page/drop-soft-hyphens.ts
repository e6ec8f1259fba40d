/**
 * Takes out the soft hyphens that no line of the finished pages breaks at.
 *
 * They have done their work, and in the PDF each would stand in the middle of a word: found by no search, copied with the text,
 * and spelt out by some screen readers. No line moves: a chance to break that was not taken decides nothing.
 * All positions are read before anything is written.
 */
const softHyphen = '\u00ad';

export function dropSoftHyphens(root: Element): void {
  const range = document.createRange();
  const rectsOf = (node: Text, from: number, to: number): DOMRectList => {
    range.setStart(node, from);
    range.setEnd(node, to);
    return range.getClientRects();
  };
  /** A hyphen that is shown has a width; within a ligature it is given some of the ligature's, but no new line follows. */
  const isBreak = (node: Text, at: number): boolean => {
    const shown = [...rectsOf(node, at, at + 1)].find((rect) => rect.width > 0);
    if (!shown) return false;
    const next = rectsOf(node, at + 1, Math.min(at + 2, node.length))[0];
    return !next || next.top >= shown.bottom || next.left < shown.left;
  };

  const changed: [node: Text, data: string][] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    if (!node.data.includes(softHyphen)) continue;
    const isOneLine = rectsOf(node, 0, node.length).length <= 1;
    const data = [...node.data].reduce<{ kept: string; at: number }>(
      ({ kept, at }, letter) => ({ kept: letter === softHyphen && (isOneLine || !isBreak(node, at)) ? kept : kept + letter, at: at + letter.length }),
      { kept: '', at: 0 },
    ).kept;
    changed.push([node, data]);
  }
  for (const [node, data] of changed) node.data = data;
}
