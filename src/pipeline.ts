/**
 * The way of a book, in order. Each pass takes the state before it and makes the next one: a wrong order does not compile.
 *
 *     read -> collect -> number -> cite -> resolve -> check -> lower -> print -> finish, impose
 *                                                                 \         \--> preview
 *                                                                  \---> epub (with the pages of print)
 */
import { Findings, type Diagnostic } from './diagnostics/diagnostic.js';
import { codes } from './diagnostics/codes.js';
import { writeEpub } from './epub/write-epub.js';
import { lower } from './lower/lower.js';
import type { BookConfig } from './model/book.js';
import type { Context } from './model/context.js';
import type { PageMap, Part, Resolved } from './model/document.js';
import { check } from './pass/check.js';
import { cite } from './pass/cite.js';
import { collect } from './pass/collect.js';
import { number } from './pass/number.js';
import { resolve } from './pass/resolve.js';
import { finishPdf, pdfFacts } from './print/finish.js';
import { imposeBooklet } from './print/impose.js';
import type { PageQuality, SerializedPages } from './page/contract.js';
import { writePreview } from './print/preview.js';
import { printBook, type RawPdf } from './print/print-book.js';
import { readBook } from './read/read-book.js';
import { readConfig } from './read/read-config.js';
import { readStyles } from './read/read-styles.js';
import { epubFonts } from './typeface/epub-fonts.js';
import { findFaces } from './typeface/faces.js';
import { placeFinder } from './model/source.js';
import { startBrowser, type Browser } from './world/browser.js';
import type { World } from './world/world.js';
import { Tracer } from './trace.js';

export const targets = ['pdf', 'booklet', 'epub', 'preview'] as const;
export type Target = (typeof targets)[number];
/** What a build makes unless it is told otherwise: the bodies of the edition. */
export const editions: readonly Target[] = ['pdf', 'booklet', 'epub'];

export interface BuildOptions {
  /** The book folder. */
  readonly folder: string;
  readonly world: World;
  /** What to make; nothing: only check. */
  readonly targets: readonly Target[];
  /** Told before each stage, for progress. */
  readonly onStage?: (stage: string, detail?: string) => void;
  /** Path of a browser to use instead of the embedded one. */
  readonly browser?: string;
  /** Keep what each pass made. */
  readonly trace?: boolean;
  /** Count what a typographer would look for on the pages. */
  readonly judge?: boolean;
}

export interface Output {
  readonly target: Target;
  /** `italo-soviet-pact-booklet.pdf` */
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface BuildResult {
  readonly config?: BookConfig;
  readonly findings: readonly Diagnostic[];
  readonly outputs: readonly Output[];
  /** Pages of the print edition; 0 when nothing was laid out. */
  readonly pages: number;
  readonly quality?: PageQuality;
  /** Milliseconds per pass. */
  readonly timings: Readonly<Record<string, number>>;
  /** What each pass made, in document order: written by `--trace`. */
  readonly traces: ReadonlyMap<string, unknown>;
}

/** Builds a book in memory. Writes nothing: an edition with an error in it leaves the one before untouched. */
export async function buildBook({ folder, world, targets: wanted, onStage, browser: executable, trace = false, judge = false }: BuildOptions): Promise<BuildResult> {
  const findings = new Findings();
  const context: Context = { world, folder, report: findings.report };
  const tracer = new Tracer(world.clock, onStage, trace);
  const result = (rest: Partial<BuildResult> = {}): BuildResult => ({ findings: findings.list(), outputs: [], pages: 0, timings: tracer.timings, traces: tracer.traces, ...rest });

  const config = await tracer.pass('config', () => readConfig(context));
  if (!config) return result();
  // The browser takes a while to start and needs nothing that is read meanwhile.
  const starting = wanted.length > 0 ? startBrowser(world.env, executable) : undefined;
  starting?.catch(() => undefined);
  try {
    const lowered = await prepare(config, context, tracer);
    if (findings.count('error') > 0 || !starting) return result({ config });
    const made = await make(lowered, wanted, await starting, context, tracer, judge);
    return findings.count('error') > 0 ? result({ config, pages: made.pages }) : result({ config, ...made });
  } finally {
    await starting?.then((browser) => browser.close(), () => undefined);
  }
}

export interface Lowered {
  readonly resolved: Resolved;
  readonly print: readonly Part[];
  readonly epub: readonly Part[];
}

/** Everything that needs no browser: what is wrong with a book is found here, whatever is made of it. */
export async function prepare(config: BookConfig, context: Context, tracer: Tracer): Promise<Lowered> {
  const read = await tracer.pass('read', () => readBook(config, context));
  const collected = await tracer.pass('collect', () => collect(read, context));
  const numbered = await tracer.pass('number', () => number(collected));
  const cited = await tracer.pass('cite', () => cite(numbered));
  const resolved = await tracer.pass('resolve', () => resolve(cited, context));
  await tracer.pass('check', () => check(resolved, context));
  const parts = await tracer.pass('lower', () => ({ print: lower(resolved, 'print', context.report), epub: lower(resolved, 'epub', context.report) }));
  return { resolved, ...parts };
}

/** The outputs. Pages are made even for the EPUB alone: it shows the numbers of the printed ones. */
async function make({ resolved, print, epub }: Lowered, wanted: readonly Target[], browser: Browser, context: Context, tracer: Tracer, judge: boolean): Promise<Pick<BuildResult, 'outputs' | 'pages' | 'quality'>> {
  const { config, assets } = resolved;
  const { disk } = context.world;
  const faces = await findFaces(disk);
  const styles = await readStyles(disk);
  const outputs: Output[] = [];

  const printed = await tracer.pass('print', () => printBook({ config, parts: print, assets, faces, css: styles.print, placeOf: placeFinder(resolved) }, browser, context.world, context.report, { pdf: wanted.includes('pdf') || wanted.includes('booklet'), serialize: wanted.includes('preview'), judge }));
  tracer.add('print', printed.timings);
  const { raw, map, serialized } = printed;
  const pages = map.pages.length;
  tracer.say('pages', `${pages}`);

  if (raw) outputs.push(...(await tracer.pass('finish', () => bind(config, raw, map, wanted))));
  if (wanted.includes('epub')) outputs.push(await tracer.pass('epub', () => packEpub(map)));
  if (serialized) outputs.push(await tracer.pass('preview', () => preview(map, serialized)));
  return { outputs, pages, ...(printed.quality && { quality: printed.quality }) };

  async function packEpub(map: PageMap): Promise<Output> {
    const bytes = await writeEpub({ config, parts: epub, assets, pages: map, css: styles.epub, fonts: await epubFonts(faces, epub, disk) });
    return { target: 'epub', name: `${config.slug}.epub`, bytes };
  }

  async function preview(map: PageMap, pages: SerializedPages): Promise<Output> {
    return { target: 'preview', name: `${config.slug}-preview.html`, bytes: await writePreview({ config, pages, map, assets, faces, css: styles }, disk) };
  }
}

/** The printed pages as the PDF to read and as the sheets to fold. */
async function bind(config: BookConfig, raw: RawPdf, { pages }: PageMap, wanted: readonly Target[]): Promise<Output[]> {
  const facts = pdfFacts(config, pages.map((page) => page.folio));
  const finished = await finishPdf(raw, facts);
  return [
    ...(wanted.includes('pdf') ? [{ target: 'pdf' as const, name: `${config.slug}.pdf`, bytes: finished }] : []),
    ...(wanted.includes('booklet') ? [{ target: 'booklet' as const, name: `${config.slug}-booklet.pdf`, bytes: await imposeBooklet(finished, facts) }] : []),
  ];
}

/** 0 fine, 1 errors in the manuscript, 2 errors in the config. */
export function exitCodeOf(findings: readonly Diagnostic[]): 0 | 1 | 2 {
  const errors = findings.filter((finding) => finding.severity === 'error');
  if (errors.some((finding) => codes[finding.code].blame === 'config')) return 2;
  return errors.length > 0 ? 1 : 0;
}
