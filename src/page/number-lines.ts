/**
 * Numbers the lines of source documents (`data-numbers="5"`), as they are broken on the page, through each document.
 *
 * Its text is counted: all of an original, in its paragraphs, lists and verse; not its title, where it lies, its translation, nor
 * tables and pictures. Numbers stand in the outer margin (in the inner one where notes stand in the outer, and between the columns of
 * facing texts), in a layer of their own, so they move no letter. On the galley the same count tells the line of a place.
 */
import type { Px } from '../model/unit.js';
import type { CutFlow } from './apply.js';
import { lineAt, type Line, linesOf } from './lines.js';
import { beginningOf, textLines } from './measure.js';

const uncounted = '.document-title, .document-date, .document-source, .verse-title, .verse-source, .translation, .translation *';
const numbered = '.document[data-numbers]';

/** The lines of a document, or of the part of it that a page holds, from its first to its last. */
function countedLines(document: Element): Line[] {
  const cells = [...document.querySelectorAll(':scope > table.facing > tbody > tr > td.original')];
  if (cells.length > 0) return cells.filter((cell) => /\S/.test(cell.textContent ?? '')).flatMap((cell) => linesOf(cell));
  return textLines(document).flatMap(({ block, line }) => (block.matches(uncounted) ? [] : [line]));
}

/** Counts each document once, however many of its lines are asked for. Asks for layout. */
export class CountedLines {
  readonly #known = new Map<Element, readonly Line[]>();

  /** The first line of an element and its last; nothing outside of a document whose lines are numbered. */
  of(element: Element): readonly [from: number, to: number] | undefined {
    const document = element.closest(numbered);
    if (!document) return undefined;
    const lines = this.#known.get(document) ?? countedLines(document);
    this.#known.set(document, lines);
    if (lines.length === 0) return undefined;
    const last = [...element.getClientRects()].at(-1) ?? element.getBoundingClientRect();
    const from = lineAt(lines, beginningOf(element)) + 1;
    return [from, Math.max(from, lineAt(lines, (last.top + last.bottom) / 2) + 1)];
  }
}

interface LineNumber {
  readonly number: number;
  /** Of the middle of its line, from the head of the text area. */
  readonly middle: Px;
  /** Right edge of the column that it stands behind, from the left edge of the text, for facing texts. */
  readonly gutter?: Px;
}

/** Writes the numbers on finished pages. All positions are read before anything is written. */
export function numberLines(flows: readonly CutFlow[]): void {
  if (!document.querySelector(numbered)) return;
  const writes = flows.flatMap(({ pages }) => {
    let count = 0;
    return pages.map(({ element: page }) => {
      const area = page.querySelector(`.area:has(${numbered})`);
      // Far down a long document, places are told less exactly.
      area?.scrollIntoView();
      const box = area?.getBoundingClientRect();
      const found: LineNumber[] = [];
      for (const piece of box && area ? area.querySelectorAll<HTMLElement>(numbered) : []) {
        if (!piece.hasAttribute('data-continued')) count = 0;
        const every = Number(piece.dataset['numbers']);
        const gutter = piece.querySelector('td.original')?.getBoundingClientRect().right;
        for (const { middle } of countedLines(piece)) {
          count += 1;
          if (count % every === 0 && box) found.push({ number: count, middle: middle - box.top, ...(gutter !== undefined && { gutter: gutter - box.left }) });
        }
      }
      return { page, found };
    });
  });
  scrollTo(0, 0);
  for (const { page, found } of writes) {
    const layers = [found.filter(({ gutter }) => gutter === undefined), found.filter(({ gutter }) => gutter !== undefined)];
    for (const [index, numbers] of layers.entries()) if (numbers.length > 0) page.append(layer(numbers, index === 1 ? 'within' : page.querySelector('.margin-notes') ? 'inner' : 'outer'));
  }
}

function layer(numbers: readonly LineNumber[], place: 'outer' | 'inner' | 'within'): HTMLElement {
  const holder = document.createElement('section');
  holder.className = `line-numbers ${place}`;
  holder.setAttribute('aria-hidden', 'true');
  for (const { number, middle, gutter } of numbers) {
    const line = document.createElement('div');
    line.textContent = String(number);
    line.style.marginTop = `${middle}px`;
    if (gutter !== undefined) line.style.setProperty('--gutter', `${gutter}px`);
    holder.append(line);
  }
  return holder;
}
