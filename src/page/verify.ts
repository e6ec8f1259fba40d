/**
 * Looks at the finished pages: is all the text there, is nothing over the edge, does each note stand with its call?
 * Reports; never repairs.
 */
import type { CutFlow, OpenFlow } from './apply.js';
import type { PageFinding } from './contract.js';

/** Layout rounds to 64ths of a pixel, and ink may pass its box a little. */
const slack = 1;

/** The text of some elements, without what pagination adds. */
export function textOf(roots: readonly Element[]): string {
  return roots.map(ownText).join('');
}

function ownText(root: Element): string {
  if (!root.querySelector('[data-repeated], .page-hyphen')) return root.textContent ?? '';
  const copy = root.cloneNode(true) as Element;
  for (const added of copy.querySelectorAll('[data-repeated], .page-hyphen')) added.remove();
  return copy.textContent ?? '';
}

const lettersOf = (text: string): string => text.replace(/[\s\u00ad]+/gu, '');

export function verifyPages(flow: OpenFlow, cut: CutFlow): PageFinding[] {
  const pages = cut.pages.map(({ element }) => element);
  return [...lostText(flow, cut.text, pages), ...overfull(flow, pages), ...strayNotes(pages, flow)];
}

function lostText(flow: OpenFlow, galley: string, pages: readonly HTMLElement[]): PageFinding[] {
  const text = textOf([...joinRows(pages.flatMap((page) => [...page.querySelectorAll('.area > .flow')])), ...pages.flatMap((page) => [...page.querySelectorAll('.area > .floats')])]);
  const byNote = new Map<string, Element[]>();
  for (const piece of pages.flatMap((page) => [...page.querySelectorAll<HTMLElement>('.notes > .note, .margin-notes > .note')])) {
    const name = piece.dataset['note'] ?? '';
    byNote.set(name, [...(byNote.get(name) ?? []), piece]);
  }
  const printed = text + flow.notes.map((note) => textOf(byNote.get(note.dataset['note'] ?? '') ?? [])).join('');
  if (printed === galley) return [];
  const [before, after] = [lettersOf(galley), lettersOf(printed)];
  if (before === after) return [];
  let from = 0;
  while (before[from] === after[from]) from += 1;
  const at = flow.root.querySelector<HTMLElement>('[data-at]')?.dataset['at'];
  return [{ code: 'p-003', message: `the pages do not hold the text of “${flow.root.dataset['running'] ?? ''}”: it differs from “${before.slice(from, from + 40)}” on`, ...(at !== undefined && { at }), hints: ['this is a fault of Octavo, not of the manuscript'] }];
}

/** A divided row reads cell by cell: copies in which each of its cells is one again. */
function joinRows(pieces: readonly Element[]): Element[] {
  if (!pieces.some((piece) => piece.querySelector('tr[data-continued]'))) return [...pieces];
  const copies = pieces.map((piece) => piece.cloneNode(true) as Element);
  let row: HTMLTableRowElement | undefined;
  for (const next of copies.flatMap((copy) => [...copy.querySelectorAll<HTMLTableRowElement>('tr:not([data-repeated] *)')])) {
    if (!row || !next.hasAttribute('data-continued')) {
      row = next;
      continue;
    }
    for (const [index, cell] of [...next.cells].entries()) row.cells[index]?.append(...cell.childNodes);
    next.remove();
  }
  return copies;
}

function overfull(flow: OpenFlow, pages: readonly HTMLElement[]): PageFinding[] {
  const findings: PageFinding[] = [];
  for (const [number, page] of pages.entries()) {
    const area = page.querySelector<HTMLElement>('.area');
    if (!area) continue;
    const folio = flow.folios[number] ?? '';
    const box = area.getBoundingClientRect();
    const text = area.querySelector(':scope > .flow');
    const notes = area.querySelector(':scope > .notes');
    const feet = area.querySelector(':scope > .feet');
    const limit = (feet ?? notes)?.getBoundingClientRect().top ?? box.bottom;
    const over = Math.max((text?.getBoundingClientRect().bottom ?? 0) - limit, (notes?.getBoundingClientRect().bottom ?? 0) - box.bottom);
    if (over > slack) findings.push({ code: 'p-001', message: `page ${folio} is too full by ${Math.ceil(over)} px`, ...place(text?.lastElementChild ?? area), hints: ['something on it is taller than a page; make it smaller or split it'] });
    if (area.scrollWidth > area.clientWidth + slack) {
      const wide = [...area.querySelectorAll('table, pre, img, svg, math, p')].find((element) => element.getBoundingClientRect().right > box.right + slack);
      if (wide) findings.push({ code: 'p-001', message: `something on page ${folio} is wider than the text by ${Math.ceil(wide.getBoundingClientRect().right - box.right)} px`, ...place(wide), hints: ['shorten its longest word or line, or make it narrower'] });
    }
  }
  return findings;
}

function strayNotes(pages: readonly HTMLElement[], flow: OpenFlow): PageFinding[] {
  const seen = new Set<string>();
  return pages.flatMap((page, number) => {
    const begun = new Set([...page.querySelectorAll<HTMLElement>('.notes > .note, .margin-notes > .note')].map((note) => note.dataset['note']));
    return [...page.querySelectorAll<HTMLElement>('.area > .flow a[data-note]')].flatMap((call): PageFinding[] => {
      const note = call.dataset['note'] ?? '';
      if (seen.has(note)) return [];
      seen.add(note);
      return begun.has(note) ? [] : [{ code: 'p-004', message: `note ${call.textContent ?? ''} is called on page ${flow.folios[number] ?? ''} and begins on the next`, ...place(call), hints: ['no line of it had room under the line that calls it'] }];
    });
  });
}

function place(element: Element): { at?: string } {
  const at = element.closest<HTMLElement>('[data-at]')?.dataset['at'] ?? element.querySelector<HTMLElement>('[data-at]')?.dataset['at'];
  return at === undefined ? {} : { at };
}
