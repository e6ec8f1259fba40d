/**
 * Turns the galley into pages.
 *
 * In: the document made by print/galley.ts, laid out as one column per flow. Out: the same document as pages, and what the rest
 * of the program must know of them. Steps: measure, decide, settle the page numbers, apply, verify, number lines; each in its own file.
 */
import { applyPages, type LaidFlow } from './apply.js';
import type { PageFinding, Paginated, PaginateOptions } from './contract.js';
import { decide, type DecideOptions } from './decide.js';
import { fitToPage } from './fit.js';
import { roman } from './folio.js';
import { marginHolds, marginNotesOf } from './margin.js';
import { findRecorded } from './find-recorded.js';
import { numberLines } from './number-lines.js';
import { preparePrint } from './prepare-print.js';
import { readPrinted } from './read-printed.js';
import { judge } from './quality.js';
import { endsInHyphen, type Limits, measureFlow, type MeasuredFlow } from './measure.js';
import type { Flow, Page, Room } from './record.js';
import { serializePages } from './serialize.js';
import { fillPageNumbers, pageTargets } from './settle.js';
import { snapToGrid } from './snap.js';
import { verifyPages } from './verify.js';

const mostRounds = 5;
/** How often a part is decided for the sake of divided words at page ends: a third time finds little. */
const hyphenRounds = 2;
/** A table with a caption that takes no more than this share of a page is never divided. */
const wholeTable = 0.45;

export function paginate(options: PaginateOptions): Paginated {
  const timer = new Timer();
  const room: Room = { height: options.height, noteRule: options.noteRule, leading: options.leading, floatGap: options.leading };
  const limits: Limits = { wholeTable: options.height * wholeTable, depth: options.height };
  const flows = findFlows();
  const targets = pageTargets();
  const findings: PageFinding[] = timer.time('fit', () => fitToPage(flows, options));

  let measured: MeasuredFlow[] = [];
  let laid: LaidFlow[] = [];
  let dirty = new Set(flows.map((_, index) => index));
  const history = new Map<string, string[]>();
  let settled = false;
  let folios = new Map<string, string>();
  const layOut = (): void => {
    timer.time('snap', () => snapToGrid(flows.filter((_, index) => dirty.has(index)).map((flow) => flow.root)));
    for (let crowded: CrowdedNote[] = []; ; ) {
      const asked = crowded.length > 0 ? new Set(crowded.map(({ flow }) => flow)) : dirty;
      measured = timer.time('measure', () => flows.map((flow, index) => (asked.has(index) ? measureFlow(flow.root, flow.notes, limits) : (measured[index] as MeasuredFlow))));
      laid = timer.time('decide', () => layFlows(flows, measured, asked, laid, { room, costs: options.costs }, options));
      crowded = crowdedNotes(laid, room);
      if (crowded.length === 0) return;
      findings.push(...crowded.map(moveToFoot));
    }
  };
  for (let round = 1; round <= mostRounds && !settled; round += 1) {
    layOut();
    const filled = timer.time('settle', () => fillPageNumbers(targets, laid, options.words));
    folios = filled.folios;
    for (const [anchor, folio] of folios) history.set(anchor, [...(history.get(anchor) ?? []), folio]);
    settled = filled.changed.size === 0;
    dirty = filled.changed;
  }
  if (!settled) {
    // The last numbers moved lines: pages are cut where the lines are now.
    layOut();
    findings.push(...unsettled(history));
  }

  const quality = options.judge ? timer.time('judge', () => judge(laid)) : undefined;
  const applied = timer.time('apply', () => applyPages(laid, options));
  findings.push(...timer.time('verify', () => verifyPages(laid, applied)));
  timer.time('number', () => numberLines(applied.pagesOf));
  const printed = options.describe ? timer.time('describe', () => readPrinted(laid, applied, options.leading)) : undefined;
  return { pages: applied.starts.map(({ ownLetters: _, ...start }) => start), folios: [...folios], findings, ...(quality && { quality }), ...(printed && { printed }), timings: timer.spent };
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
 * Decides the pages of each flow, and gives each page its folio and its side: front matter in roman numbers, the rest in arabic
 * from 1, the body from a recto on. A flow is decided again when its text changed or when it now opens on the other side.
 */
function layFlows(flows: readonly FoundFlow[], measured: readonly MeasuredFlow[], dirty: ReadonlySet<number>, before: readonly LaidFlow[], options: Pick<DecideOptions, 'room' | 'costs'>, { chaptersOpen, recorded }: PaginateOptions): LaidFlow[] {
  let physical = 0;
  let folio = 0;
  let inFront = true;
  return flows.map((flow, index) => {
    const opensBody = inFront && flow.root.dataset['matter'] !== 'front';
    if (opensBody) {
      inFront = false;
      folio = 0;
    }
    const isChapter = flow.root.dataset['kind'] === 'chapter';
    const blanksBefore = opensBody || (isChapter && chaptersOpen === 'recto') ? physical % 2 : 0;
    physical += blanksBefore;
    if (!opensBody) folio += blanksBefore;
    const pagesBefore = physical;
    const opensOn = physical % 2 === 0 ? 'recto' : 'verso';
    const own = measured[index] as MeasuredFlow;
    const known = before[index];
    const isKnown = known?.opensOn === opensOn && (!dirty.has(index) || isSame(known.measured.flow, own.flow));
    const pages = isKnown ? known.pages : decideFlow(own, { ...options, opensOn, recorded: recorded && findRecorded(flow.root, own, recorded) });
    const folios = pages.map(() => {
      folio += 1;
      physical += 1;
      return inFront ? roman(folio) : String(folio);
    });
    return { ...flow, measured: own, pages, folios, blanksBefore, opensOn, pagesBefore };
  });
}

/** Most page numbers that are filled in leave every line where it was. */
function isSame(one: Flow, other: Flow): boolean {
  return (
    one.items.length === other.items.length &&
    one.items.every((item, index) => item.top === other.items[index]?.top && item.bottom === other.items[index]?.bottom) &&
    one.notes.every(({ lines, isMarginal }, index) => isMarginal === other.notes[index]?.isMarginal && lines.length === other.notes[index]?.lines.length && lines.every((line, at) => line === other.notes[index]?.lines[at]))
  );
}

/**
 * Whether a line ends in a divided word is dear to ask, so only the lines that end pages are asked; a page that a hyphen makes
 * dearer is decided again.
 */
function decideFlow(measured: MeasuredFlow, options: Omit<DecideOptions, 'endsInHyphen'>): Page[] {
  const known = new Map<number, boolean>();
  for (let round = 1; ; round += 1) {
    const pages = decide(measured.flow, { ...options, endsInHyphen: (item) => known.get(item) === true });
    const asked = pages.slice(0, -1).map((page) => page.to - 1).filter((item) => item >= 0 && !known.has(item));
    if (asked.length === 0 || round === hyphenRounds) return pages;
    for (const item of asked) known.set(item, endsInHyphen(measured, item));
    if (asked.every((item) => known.get(item) === false)) return pages;
  }
}

interface CrowdedNote {
  readonly flow: number;
  readonly element: HTMLElement;
  readonly folio: string;
}

/** The notes that their pages' margins do not hold. */
function crowdedNotes(flows: readonly LaidFlow[], { height, floatGap }: Room): CrowdedNote[] {
  return flows.flatMap(({ measured, pages, folios, notes }, flow) =>
    pages.flatMap((page, number) => {
      const held = marginHolds(marginNotesOf(page, measured.flow, floatGap), height);
      return page.marginal.slice(held).map((note) => ({ flow, element: notes[note] as HTMLElement, folio: folios[number] ?? '' }));
    }),
  );
}

/** Every note that is moved is measured and decided again as one of the foot, and none moves back: so this ends. */
function moveToFoot({ element, folio }: CrowdedNote): PageFinding {
  element.classList.remove('marginal');
  const at = element.dataset['at'];
  const sign = element.querySelector('.note-number');
  const asked = sign?.classList.contains('letter') ? 'placement=foot' : '{.foot}';
  return { code: 'p-006', message: `the margin of page ${folio} is full: note ${sign?.textContent ?? ''} stands at the foot`, ...(at !== undefined && { at }), hints: [`shorten the notes of that page, or let this one stand at the foot: \`${asked}\``] };
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
    octavo: { paginate: typeof paginate; preparePrint: typeof preparePrint; serializePages: typeof serializePages };
  }
}
window.octavo = { paginate, preparePrint, serializePages };
