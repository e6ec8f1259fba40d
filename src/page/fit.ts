/**
 * Makes fit what would not, before anything is measured: a wide table gets smaller type, then lies on its side on a page of its
 * own, then has its longest words broken; a tall picture was scaled by the style sheet; what cannot stand at the head or foot of a
 * page stays in the text; notes of a margin that is too narrow stand at the foot. Each is reported: the author may have a better way.
 */
import type { Px } from '../model/unit.js';
import type { PageFinding, PaginateOptions } from './contract.js';
import type { Galley } from './flow-run.js';

/** Type sizes to try for a wide table, as classes of the style sheet. */
const sizes = ['small-type', 'smaller-type'] as const;
const slack = 1;

export interface Fitted {
  readonly findings: readonly PageFinding[];
  /** Told once for all the book: its margin is too narrow for notes. */
  readonly narrow?: PageFinding;
}

export function fitToPage({ root, notes }: Pick<Galley, 'root' | 'notes'>, { height, hasColumn }: PaginateOptions): Fitted {
  const narrow = hasColumn ? undefined : emptyMargin(notes);
  followMentions(root);
  const measure = root.getBoundingClientRect().width;
  const tables = [...root.querySelectorAll('table')].flatMap((table) => fitTable(table, root, measure));
  const pictures = [...root.querySelectorAll<HTMLImageElement>('figure img')].flatMap((image) => reportScaled(image, measure));
  freezeColumns([...root.querySelectorAll<HTMLTableElement>('table:not(.sideways *)')]);
  return { findings: [...tables, ...pictures, ...keepInText(root, height)], ...(narrow && { narrow }) };
}

function emptyMargin(notes: readonly HTMLElement[]): PageFinding | undefined {
  const wanted = notes.filter((note) => note.classList.contains('marginal'));
  for (const note of wanted) note.classList.remove('marginal');
  const [first] = wanted;
  return first && { code: 'p-006', message: 'the outer margin is too narrow for notes: they stand at the foot', ...place(first), hints: ['make it wider in book.yaml, in millimetres: `page: {margins: {outer: 40}}`'] };
}

/**
 * A figure never stands before its first mention: one that its author put before comes after the paragraph that mentions it, and
 * those of its kind that follow come after it, so that their numbers rise. What was moved is marked.
 */
function followMentions(root: HTMLElement): void {
  const mentions = new Map<string, Element>();
  for (const link of root.querySelectorAll('a.cross-reference')) {
    const anchor = link.getAttribute('href')?.slice(1) ?? '';
    const block = link.closest('#galley > .flow > *');
    if (block && !mentions.has(anchor)) mentions.set(anchor, block);
  }
  for (const kind of movable) {
    let last: Element | undefined;
    for (const figure of [...root.querySelectorAll<HTMLElement>(`:scope > :is(${kind})`)].filter(({ dataset }) => dataset['placement'] !== 'here')) {
      for (const before of [mentions.get(figure.id), last]) {
        if (!before || !isBefore(figure, before)) continue;
        before.after(figure);
        figure.dataset['moved'] = '';
      }
      last = figure;
    }
  }
}
/** What is numbered by itself. */
const movable = ['figure[id]:not(.listing)', 'figure.listing[id]', 'table[id]:not(.parallel)'];

const isBefore = (one: Element, other: Element): boolean => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

/** What stands inside something else, calls notes or fills more than a page stays where it is written. */
function keepInText(root: HTMLElement, depth: Px): PageFinding[] {
  const wanted = [...root.querySelectorAll<HTMLElement>('[data-placement="top"], [data-placement="bottom"], [data-placement="page"]')];
  const reasons = wanted.map((element) => (element.parentElement !== root ? 'it is part of something else' : element.querySelector('a[data-note]') ? 'a note is called in it' : element.getBoundingClientRect().height > depth ? 'it is taller than a page' : undefined));
  return wanted.flatMap((element, index): PageFinding[] => {
    const reason = reasons[index];
    if (reason === undefined) return [];
    const placement = element.dataset['placement'] ?? '';
    element.dataset['placement'] = 'here';
    return [{ code: 'p-007', message: `\`placement=${placement}\` has no effect here: ${reason}`, ...place(element), hints: ['it stands in the text where it is written'] }];
  });
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
  // Columns of text: whatever is too wide in one is that itself (verify.ts).
  if (table.matches('.parallel') || !isWide(table, measure)) return [];
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
    holder.replaceWith(table);
    table.classList.add(...sizes);
  }
  table.classList.add('broken-words');
  if (!isWide(table, measure)) return [{ code: 'p-005', message: 'the table is wider than the text, so it is set in smaller type and its longest words are broken', ...place(table), hints: ['divide it, or turn its rows and columns'] }];
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
