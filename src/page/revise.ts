/**
 * Brings the pages of a book that stays open up to date: lays what changed, cuts what comes out otherwise, and gives out the markup of
 * the pages that are not as they were.
 *
 * In: the parts of the book, with the markup of those that changed since the last time. Out: what `paginate` would give for the same
 * book from nothing. Between two times no galley is kept and no page is laid out: what is known of a flow is records and pages.
 */
import { type CutFlow, cutFlows } from './apply.js';
import type { PageFinding, PaginateOptions, Revised, RevisedPart } from './contract.js';
import { dressOf, dressPages } from './dress-pages.js';
import { FlowRun, unlessLacking } from './flow-run.js';
import { type KnownFlow, type Laid, type LaidFlow, layFlows, type LeftFlows } from './lay-flows.js';
import { markupOf, withoutPlaces } from './markup.js';
import { numberLines } from './number-lines.js';
import { bookOf, openFlow } from './paginate.js';
import { Timer } from './timer.js';
import { verifyPages } from './verify.js';

interface OpenPart extends KnownFlow {
  readonly source: NonNullable<RevisedPart['source']>;
  cut?: PartPages;
  /** As it was placed the last time. */
  laid?: LaidFlow;
}

/** The pages of a part, and what they were cut by. */
interface PartPages extends CutFlow {
  readonly state: object | undefined;
  readonly decided: string;
  readonly folios: string;
  readonly findings: readonly PageFinding[];
}

interface Shown {
  /** What its place in the book gave it. */
  readonly dress: string;
  readonly markup: string;
  /** The same without places of the manuscript. */
  readonly words: string;
  readonly places: readonly string[];
}

interface OpenBook {
  readonly options: string;
  readonly parts: ReadonlyMap<string, OpenPart>;
  readonly pages: readonly Shown[];
}

/** What is known of the book from the last time. */
let book: OpenBook = { options: '', parts: new Map(), pages: [] };
const shown = new WeakMap<HTMLElement, Shown>();

/**
 * @param isHurried whether pages are wanted before all of them are right: where an edit moves pages of many other parts to the other side,
 *   which takes much longer than the edited part, that part is made first and the others stand as they were, under their new numbers
 */
export async function revise(options: PaginateOptions, given: readonly RevisedPart[], isHurried = false): Promise<Revised> {
  const timer = new Timer();
  // What pages are to be kept is asked of each part.
  const { recorded: _, ...common } = options;
  const written = JSON.stringify(common);
  const before = book;
  const parts = given.map((part) => openPart(part, before.parts.get(part.id), options, before.options === written));
  book = { options: written, parts: new Map(parts.map((part) => [part.run.id, part])), pages: before.pages };

  const { laid, left } = await layAll(parts, options, timer, isHurried);
  const due = laid.flows.filter((flow, index) => !left.has(flow.run) && isDue(flow, parts[index]?.cut));
  const open = due.map(openFlow);
  const cut = timer.time('apply', () => cutFlows(open, options));
  const known = new Map(due.map((flow, index) => [flow.run.id, cut[index] as CutFlow]));
  const { pages, starts } = timer.time('apply', () => dressPages(laid.flows, parts.map(({ run, cut }) => known.get(run.id) ?? cut ?? nothing), options));
  for (const [index, part] of parts.entries()) {
    part.run.release();
    const flow = laid.flows[index];
    if (flow) part.laid = flow;
  }

  const freshBook = bookOf(cut.flatMap((flow) => flow.pages.map(({ element }) => element)));
  document.body.append(freshBook);
  for (const [index, flow] of open.entries()) {
    const part = book.parts.get(flow.run.id);
    if (part) part.cut = { ...(cut[index] as CutFlow), state: flow.run.state, decided: JSON.stringify(flow.pages), folios: flow.folios.join(), findings: timer.time('verify', () => verifyPages(flow, cut[index] as CutFlow)) };
  }
  timer.time('number', () => numberLines(cut));
  const now = timer.time('markup', () => pages.map(show));
  freshBook.remove();

  const places = new Map(before.pages.map((page, index) => [page.markup, index]));
  const words = new Set(before.pages.map((page) => page.words));
  book = { ...book, pages: now };
  return {
    pages: starts,
    folios: [...laid.folios],
    findings: [...laid.findings, ...parts.flatMap((part) => part.cut?.findings ?? [])],
    markup: now.map(({ markup }) => places.get(markup) ?? markup),
    counts: laid.flows.map((flow) => flow.pages.length),
    ...(left.size > 0 && { isProvisional: true as const }),
    places: now.map(({ markup, places: blocks }) => (places.has(markup) ? [] : blocks)),
    changed: now.flatMap((page, index) => (words.has(page.words) ? [] : [index])),
    timings: timer.spent,
  };
}

/** The next time is the first. */
export function forget(): void {
  book = { options: '', parts: new Map(), pages: [] };
}

const nothing: CutFlow = { pages: [], text: '' };

function openPart({ id, kind, matter, source }: RevisedPart, before: OpenPart | undefined, options: PaginateOptions, isSameBook: boolean): OpenPart {
  const markup = source ?? before?.source;
  if (!markup) throw new Error(`the markup of ${id} is lacking`);
  return !source && before && isSameBook ? before : { kind, matter, source: markup, run: new FlowRun(id, options) };
}

interface LaidBook {
  readonly laid: Laid;
  readonly left: LeftFlows;
}

/** From how many pages on, that would be laid besides the edited ones, these come first. */
const manyPages = 60;

/** Lays galleys until there is none lacking: whoever is asked again answers from what is known. */
async function layAll(parts: readonly OpenPart[], options: PaginateOptions, timer: Timer, isHurried: boolean): Promise<LaidBook> {
  for (let left: LeftFlows = new Map(); ; ) {
    const lacking: FlowRun[] = [];
    const laid = unlessLacking(() => layFlows(parts, options, timer, left), lacking);
    if (laid) lacking.push(...laid.flows.filter((flow, index) => !left.has(flow.run) && isDue(flow, parts[index]?.cut) && !flow.run.isLaid).map(({ run }) => run));
    if (laid && lacking.length === 0) return { laid, left };
    if (isHurried && left.size === 0) left = whatCanWait(parts, lacking);
    await timer.wait('lay', () => layGalleys(lacking.filter((run) => !left.has(run)), parts));
  }
}

/** Everything that was laid before, where too many of its pages would have to be laid again. */
function whatCanWait(parts: readonly OpenPart[], lacking: readonly FlowRun[]): LeftFlows {
  const before = parts.flatMap(({ run, laid }) => (laid ? [[run, laid] as const] : []));
  const pages = before.filter(([run]) => lacking.includes(run)).reduce((sum, [, laid]) => sum + laid.pages.length, 0);
  return new Map(pages < manyPages ? [] : before);
}

/** Whether a flow has to be cut anew. What was found on its pages names them. */
function isDue({ run, pages, folios }: LaidFlow, cut: PartPages | undefined): boolean {
  return cut?.state !== run.state || cut?.decided !== JSON.stringify(pages) || (cut.findings.length > 0 && cut.folios !== folios.join());
}

async function layGalleys(runs: readonly FlowRun[], parts: readonly OpenPart[]): Promise<void> {
  if (runs.length === 0) return;
  const [columns, notes] = [holder('galley'), holder('notes')];
  for (const part of parts) {
    if (!runs.includes(part.run)) continue;
    const { id } = part.run;
    for (const old of [...columns.children, ...notes.children]) if (old instanceof HTMLElement && old.dataset['part'] === id) old.remove();
    columns.insertAdjacentHTML('beforeend', part.source.flow);
    notes.insertAdjacentHTML('beforeend', part.source.notes);
    part.run.lay({ root: columns.lastElementChild as HTMLElement, notes: [...(notes.lastElementChild?.children ?? [])] as HTMLElement[] });
  }
  await Promise.all([...columns.querySelectorAll('img')].map((image) => image.decode().catch(() => undefined)));
  // The arrow before the pages of an entry is written later; its face has to be there.
  if (columns.querySelector('[data-pages]')) await document.fonts.load("1em 'STIX Two Math'", '→');
  await document.fonts.ready;
}

function holder(id: string): HTMLElement {
  const known = document.getElementById(id);
  if (known) return known;
  const made = document.createElement('div');
  made.id = id;
  document.body.append(made);
  return made;
}

/** The markup of a page; of one that was not cut anew and stands where it stood, as it was. */
function show(page: HTMLElement): Shown {
  const dress = dressOf(page);
  const known = shown.get(page);
  if (known?.dress === dress) return known;
  const markup = markupOf(page);
  const made = { dress, markup, words: withoutPlaces(page), places: [...page.querySelectorAll<HTMLElement>('[data-at]')].map(({ dataset }) => dataset['at'] ?? '') };
  shown.set(page, made);
  return made;
}
