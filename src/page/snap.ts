import type { Px } from '../model/unit.js';

/**
 * Puts the text of a flow on its baseline grid: whatever is not whole lines high (a figure, a table, a display) gets the missing
 * part of a line below it, so that the lines of facing pages stand side by side.
 *
 * Blocks of the flow itself are snapped; inside a callout or a question lines may stand off the grid until it ends.
 * All positions are read before anything is written.
 */
export function snapToGrid(roots: readonly HTMLElement[]): void {
  const writes: [block: HTMLElement, margin: Px][] = [];
  for (const root of roots) for (const block of root.children) if (block instanceof HTMLElement) block.style.marginBottom = '';
  for (const root of roots) {
    const leading = leadingOf(root);
    const blocks = [...root.children].filter((child): child is HTMLElement => child instanceof HTMLElement && child.getClientRects().length > 0);
    const tops = blocks.map((block) => block.getBoundingClientRect().top);
    for (const [index, block] of blocks.slice(0, -1).entries()) {
      const [top, next] = [tops[index] as Px, tops[index + 1] as Px];
      const missing = missingTo(next - top, leading);
      // Its own margin, or the next block's, whichever counts now: the sum has to grow.
      if (missing > 0) writes.push([block, next - block.getBoundingClientRect().bottom + missing]);
    }
  }
  for (const [block, margin] of writes) block.style.marginBottom = `${margin}px`;
}

/** Height of a line of the flow's own text. */
export function leadingOf(root: HTMLElement): Px {
  return Number.parseFloat(getComputedStyle(root).lineHeight);
}

/** What a height lacks to whole lines; layout rounds to 64ths of a pixel. */
function missingTo(height: Px, leading: Px): Px {
  const over = height % leading;
  return over < rounding || leading - over < rounding ? 0 : leading - over;
}
const rounding = 0.1;
