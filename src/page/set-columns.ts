import { partColumns, stretchesIn } from './columns.js';
import type { Px } from '../model/unit.js';
import type { MeasuredFlow } from './measure.js';
import type { Page } from './record.js';

/** Layout rounds to 64ths of a pixel; the last line of a column must not go on in a third for it. */
const slack: Px = 1;

/**
 * Sets the blocks of a page that stand in columns: on the galley they were as narrow as a column, and one endless one.
 *
 * @param text the page's share of the flow
 */
export function setColumns(text: Element, page: Page, measured: MeasuredFlow): void {
  const stretches = stretchesIn(measured.flow.items, page.from, page.to);
  const blocks = [...text.querySelectorAll<HTMLElement>('[data-columns]')];
  for (const [index, stretch] of stretches.entries()) {
    const block = blocks[index];
    if (!block) continue;
    const { at, height } = partColumns(measured.flow.items, stretch);
    block.dataset['columns'] = 'set';
    block.style.height = `${height + slack}px`;
    block.style.marginBottom = `-${slack}px`;
    const second = at < stretch.to ? measured.spots[at]?.element : undefined;
    if (!second) continue;
    const opening = openingOf(second, block);
    opening.style.breakBefore = 'column';
    // White between entries is none at the head of a column.
    opening.style.marginTop = '0';
  }
}

/** The outermost element of a block in columns that begins with an entry. */
function openingOf(entry: Element, block: Element): HTMLElement {
  let opening = entry;
  while (opening.parentElement && opening.parentElement !== block && !opening.previousElementSibling) opening = opening.parentElement;
  return opening as HTMLElement;
}
