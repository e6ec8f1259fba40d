/**
 * Counts what a typographer would look for, on the finished decision: for `--report`, never for choosing.
 *
 * Reads the galley once more, set ragged, to see how far each justified line had to be stretched.
 */
import type { OpenFlow } from './apply.js';
import type { PageQuality } from './contract.js';
import { endsInHyphen } from './measure.js';
import type { BreakFault } from './record.js';
import { sharedRange } from './range.js';
import { leadingOf } from './snap.js';

/** A page lacks lines when this many more would have fitted, and no flow ended there. */
const shortBy = 2;
/** A justified line is loose when more than this share of it is added white. */
const looseShare = 0.15;

export function judge(flows: readonly OpenFlow[]): PageQuality {
  const faults: Record<BreakFault, number> = { widow: 0, orphan: 0, heading: 0, kept: 0, divided: 0, stanza: 0, source: 0 };
  let shortPages = 0;
  let splitNotes = 0;
  let hyphens = 0;
  let movedFigures = 0;
  for (const { root, measured, pages } of flows) {
    const leading = leadingOf(root);
    for (const [index, page] of pages.entries()) {
      splitNotes += page.notes.filter(({ note, to }) => to < (measured.flow.notes[note]?.lines.length ?? 0)).length;
      movedFigures += page.deferred.length;
      if (index === pages.length - 1) continue;
      // A page of figures alone is as full as they are.
      if (page.to > page.from && page.free >= shortBy * leading) shortPages += 1;
      for (const fault of measured.flow.items[page.to]?.faults ?? []) faults[fault] += 1;
      if (page.to > page.from && endsInHyphen(measured, page.to - 1)) hyphens += 1;
    }
  }
  return {
    pages: flows.reduce((sum, flow) => sum + flow.pages.length + flow.blanksBefore, 0),
    widows: faults.widow,
    orphans: faults.orphan,
    strandedHeadings: faults.heading,
    partedFromNext: faults.kept,
    dividedTables: faults.divided,
    dividedStanzas: faults.stanza,
    dividedSources: faults.source,
    shortPages,
    splitNotes,
    hyphensAtPageEnds: hyphens,
    movedFigures,
    ...countLooseLines(flows),
  };
}

/** Ragged text breaks where justified text does: what is left of each line is what justifying adds. */
function countLooseLines(flows: readonly OpenFlow[]): { lines: number; looseLines: number } {
  document.documentElement.classList.add('ragged');
  const range = sharedRange();
  let lines = 0;
  let looseLines = 0;
  for (const { root } of flows) {
    for (const paragraph of root.querySelectorAll('p, dd:not(:has(> p))')) {
      const box = paragraph.getBoundingClientRect();
      range.selectNodeContents(paragraph);
      const rights: { middle: number; right: number }[] = [];
      for (const rect of range.getClientRects()) {
        const last = rights.at(-1);
        const middle = (rect.top + rect.bottom) / 2;
        if (last && Math.abs(middle - last.middle) < rect.height / 2) last.right = Math.max(last.right, rect.right);
        else if (rect.width > 0) rights.push({ middle, right: rect.right });
      }
      lines += rights.length;
      looseLines += rights.slice(0, -1).filter(({ right }) => box.right - right > looseShare * box.width).length;
    }
  }
  document.documentElement.classList.remove('ragged');
  return { lines, looseLines };
}
