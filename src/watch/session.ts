/**
 * Keeps a book open between its edits: brings its pages up to date with the disk, tells what changed, and makes its outputs.
 *
 * In: the book folder, asked anew at each update. Out: news for the proof, and on request the outputs of the pages that it shows,
 * the same to the byte as a build's. While the manuscript has an error, everything stays as it was before it, but for the findings.
 * Not here: when to update (watch-book.ts), the server (serve-proof.ts).
 */
import { createHash } from 'node:crypto';
import { unzipSync } from 'fflate';
import type { BuildOptions, Output } from '../build-book.js';
import { type Diagnostic, Findings } from '../diagnostics/diagnostic.js';
import { silence } from '../diagnostics/silence.js';
import type { BookConfig } from '../model/book.js';
import type { Context } from '../model/context.js';
import type { NodeId } from '../model/id.js';
import type { Place } from '../model/place.js';
import { placeFinder } from '../model/source.js';
import { bind, checkBook, type Lowered, packEpub, prepare } from '../pipeline.js';
import { faceUrl, pageSheet } from '../print/galley.js';
import { printPages } from '../print/press.js';
import { Workbench, type WorkbenchPages } from '../print/workbench.js';
import { readConfig } from '../read/read-config.js';
import { readStyles } from '../read/read-styles.js';
import { Tracer } from '../trace.js';
import { findFaces } from '../typeface/faces.js';
import { type Browser, type Served, startBrowser } from '../world/browser.js';
import type { News, ProofPage } from './protocol.js';

export type SessionOptions = Pick<BuildOptions, 'folder' | 'world' | 'edition' | 'browser'>;

export interface Session {
  /** Brings the pages up to date, and tells each thing as soon as it is known: pages first, then what waits for them. */
  update(tell: (news: News) => void): Promise<void>;
  /** The outputs of the pages that are shown; none before there are any. */
  outputs(): Promise<readonly Output[]>;
  /** Where a block of a page (`data-at`) stands in the manuscript. */
  placeOf(at: string): Place | undefined;
  /** What a proof asks for by the addresses in its news: faces, pictures, chapters, `pages.css`. */
  serve(address: string): Served | undefined;
  close(): Promise<void>;
}

interface Shown {
  readonly config: BookConfig;
  readonly lowered: Lowered;
  readonly laid: WorkbenchPages;
  readonly placeOf: (at: string) => Place;
}

export async function openSession({ folder, world, edition, browser: executable }: SessionOptions): Promise<Session> {
  let browser: Browser = await startBrowser(world.env, executable);
  const workbench = new Workbench(browser, world.disk);
  let revision = 0;
  let shown: Shown | undefined;
  let pages: readonly ProofPage[] = [];
  let chapters: ReadonlyMap<string, Served> = new Map();
  let css = '';

  const update = async (tell: (news: News) => void): Promise<void> => {
    const findings = new Findings();
    const context: Context = { world, folder, report: findings.report };
    const tracer = new Tracer(world.clock, undefined, false);
    const say = (list: readonly Diagnostic[], isStale: boolean) => tell({ type: 'findings', isStale, findings: list.map(({ code, severity, place, message, hints }) => ({ code, severity, file: place.file, ...(place.line !== undefined && { line: place.line }), ...(place.column !== undefined && { column: place.column }), message, hints: hints.map(({ text }) => text) })) });
    const config = await readConfig(context, edition);
    if (!config) return say(findings.list(), true);
    const lowered = await prepare(config, context, tracer, ['pdf', 'booklet', 'epub']);
    if (findings.count('error') > 0) return say(findings.list(), true);

    const faces = await findFaces(world.disk);
    const styles = await readStyles(world.disk, config.epub.profile);
    const placeOf = placeFinder(lowered.resolved);
    const recorded = lowered.found?.isKept ? (await import('../edition/find-breaks.js')).findBreaks(lowered.found.edition.pages, lowered.print) : undefined;
    const laid = await workbench.revise({ config, parts: lowered.print, assets: lowered.pictures, faces, css: styles.print, placeOf, ...(recorded && { recorded }) }, findings.report);
    const { markup, map } = laid;
    shown = { config, lowered, laid, placeOf: (at) => placeOf(at as NodeId) };
    css = pageSheet(config, faces.map((face) => [face, faceUrl(face).slice(1)]), styles.print);
    pages = markup.map((text, index) => ({ key: keyOf(text), folio: map.pages[index]?.folio ?? '', side: index % 2 === 0 ? 'recto' : 'verso' }));
    revision += 1;
    tell({ type: 'pages', revision, title: config.title, language: config.language, style: keyOf(css), pages, markup: Object.fromEntries(laid.fresh.map((index) => [pages[index]?.key ?? '', markup[index] ?? ''])), changed: revision === 1 ? [] : laid.changed });

    await checkBook(lowered.resolved, context, tracer);
    say(silence(findings.list(), config.silence, { placeOf: () => undefined, isJudged: () => false }).findings, false);

    const epub = (await outputs()).find(({ target }) => target === 'epub');
    chapters = new Map(Object.entries(epub ? unzipSync(epub.bytes) : {}).map(([name, body]) => [name.replace('EPUB/', 'epub/'), { body, contentType: name.endsWith('.xhtml') ? 'application/xhtml+xml' : name.endsWith('.css') ? 'text/css' : 'application/octet-stream' }]));
    tell({ type: 'chapters', chapters: [...chapters].filter(([name]) => name.startsWith('epub/text/')).map(([address, { body }]) => ({ address, title: address, key: keyOf(String(body)), places: [] })) });
  };

  const outputs = async (): Promise<readonly Output[]> => {
    if (!shown) return [];
    const { config, lowered, laid: { markup, map, sheet, files } } = shown;
    const raw = await printPages(browser, sheet, markup, files);
    const outputs = await bind(config, raw, map, ['pdf', 'booklet']);
    const { epub } = lowered;
    if (!epub) return outputs;
    const studio = { faces: await findFaces(world.disk), styles: await readStyles(world.disk, config.epub.profile), browser, disk: world.disk, world };
    return [...outputs, await packEpub(config, await (await import('../epub/illustrate-epub.js')).illustrateEpub(config, epub, studio), epub.modified ?? '', map, studio)];
  };

  return {
    update,
    outputs,
    placeOf: (at) => shown?.placeOf(at),
    serve: (address) => (address === 'pages.css' ? { body: css, contentType: 'text/css' } : (chapters.get(address) ?? shown?.laid.files.get(`/${address}`))),
    close: () => browser.close(),
  };
}

const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12);
