/**
 * Decides the pages of all flows: measure, decide, settle the page numbers, again until they stay.
 *
 * The rounds are the same whether a flow was laid before or not (flow-run.ts), so an edited book comes to the pages that it would
 * have come to from nothing. Throws `Lacking` where a flow has to be laid first; then it is to be called again.
 */
import type { PageFinding, PaginateOptions } from './contract.js';
import { decide, type DecideOptions } from './decide.js';
import { findRecorded } from './find-recorded.js';
import { type FlowFacts, type FlowRun, measuredOf, needGalleys, unlessLacking } from './flow-run.js';
import { roman } from './folio.js';
import { marginHolds, marginNotesOf } from './margin.js';
import { endsInHyphen, type Limits } from './measure.js';
import type { Flow, Page, RecordedPages, Room } from './record.js';
import { fillPageNumbers } from './settle.js';
import type { Timer } from './timer.js';

const mostRounds = 5;
/** How often a part is decided for the sake of divided words at page ends: a third time finds little. */
const hyphenRounds = 2;
/** A table with a caption that takes no more than this share of a page is never divided. */
const wholeTable = 0.45;

/** What a flow is, besides its text. */
export interface FlowKind {
  /** `title`, `imprint`, `contents`, `chapter` */
  readonly kind: string;
  readonly matter: string;
}

export interface LaidFlow extends FlowKind {
  readonly run: FlowRun;
  readonly facts: FlowFacts;
  readonly records: Flow;
  readonly pages: readonly Page[];
  /** One per page. */
  readonly folios: readonly string[];
  readonly blanksBefore: number;
  readonly opensOn: 'recto' | 'verso';
  /** Pages of the book before its first one. */
  readonly pagesBefore: number;
}

export interface Laid {
  readonly flows: readonly LaidFlow[];
  readonly folios: ReadonlyMap<string, string>;
  readonly findings: readonly PageFinding[];
}

export type KnownFlow = FlowKind & { readonly run: FlowRun };

/** Flows that are left as they were, whatever their pages would be now. */
export type LeftFlows = ReadonlyMap<FlowRun, LaidFlow>;

export function layFlows(known: readonly KnownFlow[], options: PaginateOptions, timer: Timer, left: LeftFlows = new Map()): Laid {
  const room: Room = { height: options.height, noteRule: options.noteRule, leading: options.leading, floatGap: options.leading };
  const limits: Limits = { wholeTable: options.height * wholeTable, depth: options.height };
  for (const { run } of known) {
    if (left.has(run)) run.resume();
    else run.restart();
  }
  needGalleys(known.filter(({ run }) => !left.has(run) && !run.canStep('fit', '')).map(({ run }) => run));
  const fitted = timer.time('fit', () => known.map((flow) => ({ ...flow, facts: left.get(flow.run)?.facts ?? flow.run.fit() })));
  const narrow = fitted.find(({ facts }) => facts.narrow)?.facts.narrow;
  const findings: PageFinding[] = [...(narrow ? [narrow] : []), ...fitted.flatMap(({ facts }) => facts.findings)];

  let flows: readonly LaidFlow[] = [];
  let dirty: ReadonlySet<number> = new Set([...fitted.keys()].filter((index) => !left.has(known[index]?.run as FlowRun)));
  const layOut = (): void => {
    needGalleys(fitted.filter(({ run }, index) => dirty.has(index) && !run.canStep('snap', '')).map(({ run }) => run));
    timer.time('snap', () => fitted.forEach(({ run }, index) => dirty.has(index) && run.snap()));
    for (let crowded: CrowdedNote[] = []; ; ) {
      const asked = crowded.length > 0 ? new Set(crowded.map(({ flow }) => flow)) : dirty;
      const measured = timer.time('measure', () => fitted.map((flow, index) => ({ ...flow, records: asked.has(index) ? flow.run.measure(limits) : ((flows[index] ?? left.get(flow.run)) as LaidFlow).records })));
      flows = timer.time('decide', () => placeFlows(measured, asked, flows, { room, costs: options.costs }, options, left));
      crowded = crowdedNotes(flows, room);
      if (crowded.length === 0) return;
      findings.push(...moveToFoot(crowded, flows));
    }
  };

  const history = new Map<string, string[]>();
  let folios: ReadonlyMap<string, string> = new Map();
  let settled = false;
  for (let round = 1; round <= mostRounds && !settled; round += 1) {
    layOut();
    const filled = timer.time('settle', () => fillPageNumbers(flows, options.words, left));
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
  return { flows, folios, findings };
}

/**
 * Decides the pages of each flow, and gives each page its folio and its side: front matter in roman numbers, the rest in arabic
 * from 1, the body from a recto on. A flow is decided again when its text changed or when it now opens on the other side.
 */
function placeFlows(measured: readonly (KnownFlow & Pick<LaidFlow, 'facts' | 'records'>)[], dirty: ReadonlySet<number>, before: readonly LaidFlow[], options: Pick<DecideOptions, 'room' | 'costs'>, { chaptersOpen, recorded }: PaginateOptions, left: LeftFlows): LaidFlow[] {
  let physical = 0;
  let folio = 0;
  let inFront = true;
  const lacking: FlowRun[] = [];
  const placed = measured.map((flow, index) => {
    const opensBody = inFront && flow.matter !== 'front';
    if (opensBody) {
      inFront = false;
      folio = 0;
    }
    const blanksBefore = opensBody || (flow.kind === 'chapter' && chaptersOpen === 'recto') ? physical % 2 : 0;
    physical += blanksBefore;
    if (!opensBody) folio += blanksBefore;
    const pagesBefore = physical;
    const opensOn = physical % 2 === 0 ? 'recto' : 'verso';
    const known = before[index];
    const isKnown = known?.opensOn === opensOn && (!dirty.has(index) || isSame(known.records, flow.records));
    const part = recorded?.parts.find(({ id }) => id === flow.run.id);
    const kept = part && recorded ? () => flow.run.ask<RecordedPages | undefined>(`recorded ${recorded.deepest} ${JSON.stringify(part)}`, (galley) => findRecorded(galley.root, measuredOf(galley), recorded)) : () => undefined;
    // One that has to be laid first is taken to have the pages that it had: whoever else lacks a galley is found in the same go.
    const pages = left.get(flow.run)?.pages ?? (isKnown ? known.pages : undefined) ?? (unlessLacking(() => decideFlow(flow, { ...options, opensOn, recorded: kept() }), lacking) ?? known?.pages ?? []);
    const folios = pages.map(() => {
      folio += 1;
      physical += 1;
      return inFront ? roman(folio) : String(folio);
    });
    return { ...flow, pages, folios, blanksBefore, opensOn, pagesBefore } as const;
  });
  needGalleys(lacking);
  return placed;
}

/** Most page numbers that are filled in leave every line where it was. */
function isSame(one: Flow, other: Flow): boolean {
  return (
    one === other || (
    one.items.length === other.items.length &&
    one.items.every((item, index) => item.top === other.items[index]?.top && item.bottom === other.items[index]?.bottom) &&
    one.notes.every(({ lines, isMarginal }, index) => isMarginal === other.notes[index]?.isMarginal && lines.length === other.notes[index]?.lines.length && lines.every((line, at) => line === other.notes[index]?.lines[at])))
  );
}

/**
 * Whether a line ends in a divided word is dear to ask, so only the lines that end pages are asked; a page that a hyphen makes
 * dearer is decided again.
 */
function decideFlow({ run, records }: Pick<LaidFlow, 'run' | 'records'>, options: Omit<DecideOptions, 'endsInHyphen'>): readonly Page[] {
  const known = new Map<number, boolean>();
  for (let round = 1; ; round += 1) {
    const hyphens = [...known].filter(([, ends]) => ends).map(([item]) => item);
    // What is decided rests on the records, which this step of the way has, and on what is named here.
    const pages = run.remember(`pages ${options.opensOn} ${hyphens.join()} ${options.recorded ? JSON.stringify([...options.recorded.begins, options.recorded.count, options.recorded.deepest]) : ''}`, () => decide(records, { ...options, endsInHyphen: (item) => known.get(item) === true }));
    const asked = pages.slice(0, -1).map((page) => page.to - 1).filter((item) => item >= 0 && !known.has(item));
    if (asked.length === 0 || round === hyphenRounds) return pages;
    for (const item of asked) known.set(item, run.ask(`hyphen ${item}`, (galley) => endsInHyphen(measuredOf(galley), item)));
    if (asked.every((item) => known.get(item) === false)) return pages;
  }
}

interface CrowdedNote {
  readonly flow: number;
  readonly note: number;
  readonly folio: string;
}

/** The notes that their pages' margins do not hold. */
function crowdedNotes(flows: readonly LaidFlow[], { height, floatGap }: Room): CrowdedNote[] {
  return flows.flatMap(({ records, pages, folios }, flow) =>
    pages.flatMap((page, number) => {
      const held = marginHolds(marginNotesOf(page, records, floatGap), height);
      return page.marginal.slice(held).map((note) => ({ flow, note, folio: folios[number] ?? '' }));
    }),
  );
}

/** Every note that is moved is measured and decided again as one of the foot, and none moves back: so this ends. */
function moveToFoot(crowded: readonly CrowdedNote[], flows: readonly LaidFlow[]): PageFinding[] {
  const byFlow = flows.flatMap(({ run }, index) => {
    const notes = crowded.filter(({ flow }) => flow === index);
    return notes.length === 0 ? [] : [{ run, notes, input: JSON.stringify(notes.map(({ note, folio }) => [note, folio])) }];
  });
  needGalleys(byFlow.filter(({ run, input }) => !run.canStep('to foot', input)).map(({ run }) => run));
  return byFlow.flatMap(({ run, notes, input }) => run.step('to foot', input, (galley) => notes.map(({ note, folio }) => footNote(galley.notes[note] as HTMLElement, folio))));
}

function footNote(element: HTMLElement, folio: string): PageFinding {
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
