/**
 * Turns the galley into pages.
 *
 * In: the document made by print/galley.ts, laid out as one column per flow. Out: the same document as pages, and what the rest
 * of the program must know of them. Steps: lay (measure, decide, settle), cut, dress, verify, number lines; each in its own file.
 */
import { cutFlows, type OpenFlow } from './apply.js';
import type { Paginated, PaginateOptions } from './contract.js';
import { dressPages } from './dress-pages.js';
import { FlowRun, measuredOf } from './flow-run.js';
import { type KnownFlow, type LaidFlow, layFlows } from './lay-flows.js';
import { numberLines } from './number-lines.js';
import { judge } from './quality.js';
import { readPrinted } from './read-printed.js';
import { Timer } from './timer.js';
import { verifyPages } from './verify.js';

export function paginate(options: PaginateOptions): Paginated {
  const timer = new Timer();
  const laid = layFlows(flowsOfDocument(options), options, timer);
  const open = laid.flows.map(openFlow);
  const quality = options.judge ? timer.time('judge', () => judge(open)) : undefined;
  const [cut, { pages, starts }] = timer.time('apply', () => {
    const cut = cutFlows(open, options);
    return [cut, dressPages(open, cut, options)] as const;
  });
  timer.time('apply', () => document.body.append(bookOf(pages)));
  const findings = [...laid.findings, ...timer.time('verify', () => open.flatMap((flow, index) => verifyPages(flow, cut[index] ?? { pages: [], text: '' })))];
  timer.time('number', () => numberLines(cut));
  const printed = options.describe ? timer.time('describe', () => readPrinted(open, cut, options.leading)) : undefined;
  return { pages: starts, folios: [...laid.folios], findings, ...(quality && { quality }), ...(printed && { printed }), timings: timer.spent };
}

function flowsOfDocument(options: PaginateOptions): KnownFlow[] {
  return [...document.querySelectorAll<HTMLElement>('#galley > .flow')].map((root) => {
    const { part = '', kind = '', matter = '' } = root.dataset;
    const notes = [...document.querySelectorAll<HTMLElement>(`#notes > [data-part="${part}"] > .note`)];
    return { kind, matter, run: new FlowRun(part, options, { root, notes }) };
  });
}

/** A flow that is to be cut has to lie. */
export function openFlow(flow: LaidFlow): OpenFlow {
  const { galley } = flow.run;
  return { ...flow, root: galley.root, notes: galley.notes, measured: measuredOf(galley) };
}

export function bookOf(pages: readonly HTMLElement[]): HTMLElement {
  const book = document.createElement('main');
  book.id = 'pages';
  book.append(...pages);
  return book;
}
