/**
 * Finds the numbers of pages and lines that decided pages give, and writes them where they are shown.
 *
 * Where something stands is asked of its own flow; what is shown of it is written by the flow that shows it. So a flow needs its
 * galley only if it is told something new.
 */
import type { PageWords } from './contract.js';
import { type CitedPlace, locators } from './folio.js';
import { type FlowRun, type Galley, measuredOf, needGalleys, unlessLacking } from './flow-run.js';
import type { LaidFlow, LeftFlows } from './lay-flows.js';
import { lineOnPage } from './line-on-page.js';
import { itemOf, noteLineOf } from './measure.js';
import { CountedLines } from './number-lines.js';
import type { Page } from './record.js';
import { formOf, type TargetFacts } from './targets.js';

/** A page as a reader finds it: by its folio, and by its place among the sheets; on the page perhaps a note, or a line of its text. */
interface Whereabouts extends Omit<CitedPlace, 'anchor'> {
  readonly line?: number;
}

/** What an element begins on: an item of the text, or a line of a note. */
type Standing = { readonly item: number } | { readonly note: number; readonly line: number; readonly number?: number };

/** What one place shows: its words, the words before it, or a list of links. */
interface Shown {
  readonly text?: string;
  readonly form?: string;
  readonly links?: readonly { readonly text: string; readonly anchor: string; readonly isMain?: true }[];
}

export interface Settled {
  /** The folio of every place that a number is shown of. */
  readonly folios: ReadonlyMap<string, string>;
  /** Indexes of the flows whose lines may have changed. */
  readonly changed: ReadonlySet<number>;
}

/**
 * Writes the numbers that the decided pages give.
 *
 * @param left flows that are left as they were: nothing is written in them, and what they are asked for the first time is not known
 */
export function fillPageNumbers(flows: readonly LaidFlow[], words: PageWords, left: LeftFlows): Settled {
  const owners = ownersOf(flows);
  const targets = flows.map(({ run, facts }) => (left.has(run) ? [] : facts.targets));
  const places = new Map<string, Whereabouts>();
  // Lines are counted down a page each time: most places are told without.
  const byLine = new Set(targets.flat().flatMap(({ shows, places: named }) => (shows === 'page-line' ? named.map(({ anchor }) => anchor) : [])));
  for (const anchor of new Set(targets.flat().flatMap(({ shows, places: named }) => (shows === 'line' ? [] : named.flatMap(({ anchor, end }) => (end === undefined ? [anchor] : [anchor, end])))))) {
    const flow = owners.get(anchor);
    const find = () => flow && whereaboutsOf(flow, standingAt(flow.run, anchor), byLine.has(anchor));
    const place = flow && left.has(flow.run) ? unlessLacking(find) : find();
    if (place) places.set(anchor, place);
  }
  const lines = (target: TargetFacts): string => {
    const run = owners.get(target.places[0]?.anchor ?? '')?.run;
    const find = () => linesAt(run, target, words);
    return run && left.has(run) ? (unlessLacking(find) ?? '') : find();
  };
  const told = flows.map((flow, index) => (targets[index] ?? []).map((target, place) => whatToShow(target, places, words, () => lines(target), () => whereaboutsOf(flow, standingOfTarget(flow.run, place), false))));
  const news = flows.flatMap(({ run }, index) => {
    const shown = told[index] ?? [];
    const input = JSON.stringify(shown);
    return shown.length > 0 && run.lastInput('fill') !== input ? [{ run, index, shown, input }] : [];
  });
  needGalleys(news.filter(({ run, input }) => !run.canStep('fill', input)).map(({ run }) => run));
  const changed = new Set(news.filter(({ run, shown, input }) => run.step('fill', input, (galley) => fill(galley, shown))).map(({ index }) => index));
  return { folios: new Map([...places].map(([anchor, { folio }]) => [anchor, folio])), changed };
}

/** The flow that each anchor stands in; the first of two. */
function ownersOf(flows: readonly LaidFlow[]): ReadonlyMap<string, LaidFlow> {
  const owners = new Map<string, LaidFlow>();
  for (const flow of flows) for (const id of flow.facts.ids) if (!owners.has(id)) owners.set(id, flow);
  return owners;
}

const standingAt = (run: FlowRun, anchor: string): Standing | undefined =>
  run.ask(`where ${anchor}`, (galley) => {
    const element = document.getElementById(anchor);
    return element ? standingOf(element, galley) : undefined;
  });

const standingOfTarget = (run: FlowRun, index: number): Standing | undefined =>
  run.ask(`where target ${index}`, (galley) => {
    const element = galley.targets[index]?.element;
    return element && standingOf(element, galley);
  });

function standingOf(element: Element, galley: Galley): Standing | undefined {
  const measured = measuredOf(galley);
  const root = element.closest('#galley > .flow, .note');
  if (root === galley.root) return { item: itemOf(element, measured) };
  const note = galley.notes.indexOf(root as HTMLElement);
  if (!root || note < 0) return undefined;
  const number = numberOf(root);
  return { note, line: noteLineOf(element, note, measured), ...(number !== undefined && { number }) };
}

/** Of a note; a comment has a letter, and what stands in it has no place but the page. */
function numberOf(note: Element): number | undefined {
  const sign = note.querySelector('.note-number')?.textContent ?? '';
  return /^\d+$/.test(sign) ? Number(sign) : undefined;
}

/** Physical pages are counted from 1 over the whole book; odd ones are rectos. */
function whereaboutsOf(flow: LaidFlow, standing: Standing | undefined, withLine: boolean): Whereabouts | undefined {
  if (!standing) return undefined;
  const page = 'item' in standing ? pageOfItem(standing.item, flow) : pageOfNote(standing, flow);
  if (page < 0) return undefined;
  const number = 'item' in standing ? undefined : standing.number;
  const line = 'item' in standing && withLine ? lineAt(flow.run, flow.pages[page] as Page, standing.item) : undefined;
  return { folio: flow.folios[page] ?? '', physical: flow.pagesBefore + page + 1, ...(number !== undefined && { note: number }), ...(line !== undefined && { line }) };
}

const lineAt = (run: FlowRun, page: Page, item: number): number | undefined => run.ask(`line ${item} of ${page.from} without ${page.deferred.join()}`, (galley) => lineOnPage(measuredOf(galley), page, item));

function pageOfItem(item: number, { pages }: LaidFlow): number {
  return pages.findIndex((page) => page.heads.includes(item) || page.feet.includes(item) || (item >= page.from && item < page.to && !page.deferred.includes(item)));
}

/** A long note goes on overleaf: its page is that of the line. */
function pageOfNote({ note, line }: { readonly note: number; readonly line: number }, { pages }: LaidFlow): number {
  return pages.findLastIndex((page) => page.marginal.includes(note) || page.notes.some((piece) => piece.note === note && piece.from <= line));
}

/** `line 12`, `lines 12–13`; nothing for what stands on no line. */
function linesAt(run: FlowRun | undefined, { places, isBare }: TargetFacts, { line: [one, several] }: PageWords): string {
  const anchor = places[0]?.anchor ?? '';
  const range = run?.ask(`lines ${anchor}`, (galley) => {
    const element = document.getElementById(anchor);
    galley.lines ??= new CountedLines();
    return element ? galley.lines.of(element) : undefined;
  });
  if (!range) return '';
  const [from, to] = range;
  const numbers = from === to ? String(from) : `${from}–${to}`;
  return isBare ? numbers : `${from === to ? one : several}\u00a0${numbers}`;
}

function whatToShow({ shows, hasForm, places: named }: TargetFacts, places: ReadonlyMap<string, Whereabouts>, words: PageWords, lines: () => string, here: () => Whereabouts | undefined): Shown {
  const first = places.get(named[0]?.anchor ?? '');
  switch (shows) {
    case 'line':
      return { text: lines() };
    case 'page-line':
      return { text: first?.line === undefined ? '' : `, ${words.pageLine}\u00a0${first.line}` };
    case 'list':
      return {
        links: locators(
          named.flatMap(({ anchor, end, isMain }) => {
            const place = places.get(anchor);
            const last = end === undefined ? undefined : places.get(end);
            return place ? [{ ...place, anchor, ...(last && { end: last }), ...(isMain && { isMain }) }] : [];
          }),
          words.inNote,
        ),
      };
    case 'page': {
      const own = hasForm ? here() : undefined;
      return own && first ? inWords(first, own, words) : { text: first?.folio ?? '' };
    }
  }
}

/** In running text: "on page 12", "on the facing page", "on this page". */
function inWords(target: Whereabouts, here: Whereabouts, words: PageWords): Shown {
  const isHere = target.physical === here.physical;
  const isFacing = !isHere && Math.floor(target.physical / 2) === Math.floor(here.physical / 2);
  return { form: isHere || isFacing ? '' : `${words.onPage}\u00a0`, text: isHere ? words.onThisPage : isFacing ? words.onFacingPage : target.folio };
}

/** Reads heights, writes, reads them again. @returns whether lines may have changed */
function fill({ targets }: Galley, told: readonly Shown[]): boolean {
  const blocks = targets.map(({ element }) => element.closest(block) ?? element);
  const heights = blocks.map(heightOf);
  const written = targets.map(({ element }, index) => {
    const shown = formOf(element)?.parentElement ?? element;
    const before = shown.textContent;
    show(element, told[index] ?? {});
    return shown.textContent !== before;
  });
  // A block that is as high as before has its lines where they were; but a note's call may stand on another of them.
  return blocks.some((own, index) => written[index] === true && (heightOf(own) !== heights[index] || own.querySelector('a[data-note]') !== null));
}

const block = 'p, dt, dd, td, th, li, h1, h2, h3, h4, h5, h6, figcaption, caption';
const heightOf = (element: Element): number => element.getBoundingClientRect().height;

function show(element: HTMLElement, { text, form, links }: Shown): void {
  const before = form === undefined ? undefined : formOf(element);
  if (before) before.textContent = form ?? '';
  if (text !== undefined) element.textContent = text;
  if (!links) return;
  element.replaceChildren(
    ...links.flatMap(({ text: words, anchor, isMain }, index) => {
      const link = document.createElement('a');
      link.href = `#${anchor}`;
      link.textContent = words;
      const shown = isMain ? document.createElement('strong') : link;
      if (isMain) shown.append(link);
      return index === 0 ? [shown] : [document.createTextNode(', '), shown];
    }),
  );
}
