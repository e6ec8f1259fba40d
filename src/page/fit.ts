/**
 * Makes what is too large for its page smaller, before anything is measured: a wide table gets smaller type, then lies on its
 * side on a page of its own; a tall picture was scaled by the style sheet. Each is reported: the author may have a better way.
 */
import type { Px } from '../model/unit.js';
import type { PageFinding } from './contract.js';

/** Type sizes to try for a wide table, as classes of the style sheet. */
const sizes = ['small-type', 'smaller-type'] as const;
const slack = 1;

export function fitToPage(roots: readonly HTMLElement[]): PageFinding[] {
  const findings = roots.flatMap((root) => {
    const measure = root.getBoundingClientRect().width;
    return [...[...root.querySelectorAll('table')].flatMap((table) => fitTable(table, root, measure)), ...[...root.querySelectorAll<HTMLImageElement>('figure img')].flatMap((image) => reportScaled(image, measure))];
  });
  freezeColumns(roots.flatMap((root) => [...root.querySelectorAll<HTMLTableElement>('table:not(.sideways *)')]));
  return findings;
}

/** A table that goes on overleaf keeps its columns: each of its parts would otherwise choose widths of its own. */
function freezeColumns(tables: readonly HTMLTableElement[]): void {
  const frozen = tables.map((table) => [...(table.tHead?.rows ?? table.rows)].flatMap((row) => [...row.cells]).map((cell) => [cell, cell.getBoundingClientRect().width] as const));
  for (const [index, table] of tables.entries()) {
    table.style.tableLayout = 'fixed';
    for (const [cell, width] of frozen[index] ?? []) cell.style.width = `${width}px`;
  }
}

function fitTable(table: HTMLTableElement, root: HTMLElement, measure: Px): PageFinding[] {
  if (!isWide(table, measure)) return [];
  for (const size of sizes) {
    table.classList.add(size);
    if (!isWide(table, measure)) return [{ code: 'p-005', message: 'the table is wider than the text, so it is set in smaller type', ...place(table), hints: ['shorten the longest words of its columns, or divide it'] }];
  }
  if (table.parentElement === root) {
    const holder = document.createElement('figure');
    holder.className = 'sideways';
    table.replaceWith(holder);
    holder.append(table);
    table.classList.remove(...sizes);
    const fits = () => table.offsetWidth <= holder.offsetHeight + slack && table.scrollWidth <= holder.offsetHeight + slack && table.offsetHeight <= measure + slack;
    for (const size of sizes) if (!fits()) table.classList.add(size);
    if (fits()) return [{ code: 'p-005', message: 'the table is wider than the text, so it lies on its side on a page of its own', ...place(table), hints: ['shorten the longest words of its columns, or divide it'] }];
  }
  return [{ code: 'p-001', message: 'the table is too wide for its page, even in small type', ...place(table), hints: ['divide it, or turn its rows and columns'] }];
}

function isWide(table: HTMLTableElement, measure: Px): boolean {
  return table.getBoundingClientRect().width > measure + slack || table.scrollWidth > measure + slack;
}

/** The style sheet keeps pictures within a page; one that would be higher at its own width was made smaller for that. */
function reportScaled(image: HTMLImageElement, measure: Px): PageFinding[] {
  const limit = Number.parseFloat(getComputedStyle(image).maxHeight);
  const natural = image.naturalWidth > 0 ? (Math.min(image.naturalWidth, measure) * image.naturalHeight) / image.naturalWidth : 0;
  if (Number.isNaN(limit) || image.style.height !== '' || image.style.width !== '' || natural <= limit + slack) return [];
  return [{ code: 'p-005', message: 'the picture is taller than a page with its caption, so it is made smaller', ...place(image), hints: ['crop it, or give it a width: `{width=60%}`'] }];
}

function place(element: Element): { at?: string } {
  const at = element.closest<HTMLElement>('[data-at]')?.dataset['at'];
  return at === undefined ? {} : { at };
}
