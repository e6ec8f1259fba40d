/**
 * Turns the galley into pages.
 *
 * In: the document made by print/galley.ts, laid out as one column per flow. Out: the same document as pages, and what the rest
 * of the program must know of them. Steps: measure, decide, settle the page numbers, apply, verify; each in its own file.
 */
import { applyPages, type LaidFlow } from './apply.js';
import type { PageFinding, Paginated, PaginateOptions } from './contract.js';
import { decide } from './decide.js';
import { roman } from './folio.js';
import { measureFlow, type MeasuredFlow } from './measure.js';
import type { Page, Room } from './record.js';
import { fillPageNumbers, pageTargets } from './settle.js';
import { textOf, verifyPages } from './verify.js';

const mostRounds = 5;

export function paginate(options: PaginateOptions): Paginated {
  const timer = new Timer();
  const room: Room = { height: options.height, noteRule: options.noteRule };
  const flows = findFlows();
  const targets = pageTargets();
  const findings: PageFinding[] = [];

  let measured: MeasuredFlow[] = [];
  let pages: Page[][] = [];
  let dirty = new Set(flows.map((_, index) => index));
  const history = new Map<string, string[]>();
  let settled = false;
  let folios = new Map<string, string>();
  for (let round = 1; round <= mostRounds && !settled; round += 1) {
    measured = timer.time('measure', () => flows.map((flow, index) => (dirty.has(index) ? measureFlow(flow.root, flow.notes) : (measured[index] as MeasuredFlow))));
    pages = timer.time('decide', () => measured.map(({ flow }, index) => (dirty.has(index) ? decide(flow, room) : (pages[index] as Page[]))));
    const laid = layFlows(flows, measured, pages);
    const filled = timer.time('settle', () => fillPageNumbers(targets, laid));
    folios = filled.folios;
    for (const [anchor, folio] of folios) history.set(anchor, [...(history.get(anchor) ?? []), folio]);
    settled = filled.changed.size === 0;
    dirty = filled.changed;
  }
  if (!settled) findings.push(...unsettled(history));

  const laid = layFlows(flows, measured, pages);
  const before = flows.map((flow) => textOf([flow.root, ...flow.notes]));
  const applied = timer.time('apply', () => applyPages(laid, options));
  findings.push(...timer.time('verify', () => verifyPages(laid, before, applied)));
  return { pages: applied.starts, folios: [...folios], findings, timings: timer.spent };
}

export interface FoundFlow {
  readonly root: HTMLElement;
  readonly notes: readonly HTMLElement[];
}

function findFlows(): FoundFlow[] {
  return [...document.querySelectorAll<HTMLElement>('#galley > .flow')].map((root) => ({
    root,
    notes: [...document.querySelectorAll<HTMLElement>(`#notes > [data-part="${root.dataset['part'] ?? ''}"] > .note`)],
  }));
}

/**
 * Gives each page its folio and its side: front matter in roman numbers, the rest in arabic from 1, the body from a recto on.
 */
function layFlows(flows: readonly FoundFlow[], measured: readonly MeasuredFlow[], pages: readonly Page[][]): LaidFlow[] {
  let physical = 0;
  let folio = 0;
  let inFront = true;
  return flows.map((flow, index) => {
    const matter = flow.root.dataset['matter'];
    let blanksBefore = 0;
    if (inFront && matter !== 'front') {
      inFront = false;
      folio = 0;
      blanksBefore = physical % 2;
      physical += blanksBefore;
    }
    const own = pages[index] ?? [];
    const folios = own.map(() => {
      folio += 1;
      physical += 1;
      return inFront ? roman(folio) : String(folio);
    });
    return { ...flow, measured: measured[index] as MeasuredFlow, pages: own, folios, blanksBefore };
  });
}

function unsettled(history: ReadonlyMap<string, readonly string[]>): PageFinding[] {
  return [...history]
    .filter(([, rounds]) => rounds.at(-1) !== rounds.at(-2))
    .map(([anchor, rounds]) => ({
      code: 'p-002' as const,
      message: `the page of \`${anchor}\` did not settle in ${mostRounds} rounds: it was ${rounds.join(', ')}`,
      hints: ['the last of these is printed; a page number in running text moved the text it counts'],
    }));
}

/** Time per step, summed over the rounds. */
class Timer {
  readonly spent: Record<string, number> = {};

  time<T>(name: string, step: () => T): T {
    const start = performance.now();
    const result = step();
    this.spent[name] = (this.spent[name] ?? 0) + performance.now() - start;
    return result;
  }
}

declare global {
  interface Window {
    octavo: { paginate: typeof paginate };
  }
}
window.octavo = { paginate };
