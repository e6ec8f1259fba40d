import type { LaidFlow } from './apply.js';
import { locators } from './folio.js';
import { itemOf } from './measure.js';

/** Every place that shows page numbers, and the anchors it shows the pages of. */
export interface PageTarget {
  readonly element: HTMLElement;
  readonly anchors: readonly string[];
  readonly isList: boolean;
}

export function pageTargets(): PageTarget[] {
  return [...document.querySelectorAll<HTMLElement>('[data-page], [data-pages]')].map((element) => ({
    element,
    anchors: (element.dataset['page'] ?? element.dataset['pages'] ?? '').split(' ').filter((anchor) => anchor !== ''),
    isList: element.dataset['pages'] !== undefined,
  }));
}

/**
 * Writes the page numbers that the decided pages give.
 * Reads all positions before it writes, so the layout is asked for once.
 *
 * @returns the folio of every target, and the indexes of the flows whose text changed
 */
export function fillPageNumbers(targets: readonly PageTarget[], flows: readonly LaidFlow[]): { folios: Map<string, string>; changed: Set<number> } {
  const owner = new Map<Element, number>();
  for (const [index, flow] of flows.entries()) for (const element of [flow.root, ...flow.notes]) owner.set(element, index);
  const ownerOf = (element: Element) => element.closest('#galley > .flow, .note');

  const folios = new Map<string, string>();
  for (const anchor of new Set(targets.flatMap((target) => target.anchors))) {
    const element = document.getElementById(anchor);
    const root = element && ownerOf(element);
    const flow = root ? flows[owner.get(root) ?? -1] : undefined;
    if (!element || !root || !flow) continue;
    folios.set(anchor, folioOf(element, root, flow));
  }

  const changed = new Set<number>();
  for (const { element, anchors, isList } of targets) {
    const before = element.textContent;
    if (isList) fillList(element, anchors, folios);
    else element.textContent = folios.get(anchors[0] ?? '') ?? '';
    const root = ownerOf(element);
    const index = root ? owner.get(root) : undefined;
    if (element.textContent !== before && index !== undefined) changed.add(index);
  }
  return { folios, changed };
}

function folioOf(element: Element, root: Element, flow: LaidFlow): string {
  const note = flow.notes.indexOf(root as HTMLElement);
  const item = note >= 0 ? -1 : itemOf(element, flow.measured);
  const page = flow.pages.findIndex((candidate) => (note >= 0 ? candidate.notes.some((piece) => piece.note === note) : candidate.floats.includes(item) || (item >= candidate.from && item < candidate.to && !candidate.deferred.includes(item))));
  return flow.folios[page] ?? '';
}

function fillList(element: HTMLElement, anchors: readonly string[], folios: ReadonlyMap<string, string>): void {
  const found = locators(anchors.map((anchor) => ({ anchor, folio: folios.get(anchor) ?? '' })));
  element.replaceChildren(
    ...found.flatMap(({ text, anchor }, index) => {
      const link = document.createElement('a');
      link.href = `#${anchor}`;
      link.textContent = text;
      return index === 0 ? [link] : [document.createTextNode(', '), link];
    }),
  );
}
