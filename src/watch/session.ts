/**
 * Keeps a book open between its edits: brings its pages up to date with the disk, tells what changed, and makes its outputs.
 *
 * In: the book folder, asked anew at each update. Out: news for the proof, and on request the outputs of the pages that it shows,
 * the same to the byte as a build's. While the manuscript has an error, everything stays as it was before it, but for the findings.
 * A browser that ended is started again, once for each update.
 * Not here: when to update (watch-book.ts), the server (serve-proof.ts), where an edit stands (page-places.ts).
 */
import { createHash } from 'node:crypto';
import { type BuildOptions, type Output, runFacts } from '../build-book.js';
import { type Diagnostic, Findings } from '../diagnostics/diagnostic.js';
import { readSources } from '../diagnostics/read-sources.js';
import { silence } from '../diagnostics/silence.js';
import type { BookConfig } from '../model/book.js';
import type { Context } from '../model/context.js';
import type { NodeId } from '../model/id.js';
import { type Place, spellPlace } from '../model/place.js';
import { placeFinder, sourcesOf } from '../model/source.js';
import { checkBook, type Lowered, packEpub, prepare } from '../pipeline.js';
import { faceUrl, pageSheet } from '../print/galley.js';
import { Press } from '../print/press.js';
import { Workbench, type WorkbenchPages } from '../print/workbench.js';
import { readConfig } from '../read/read-config.js';
import { readStyles, type Styles } from '../read/read-styles.js';
import { Tracer } from '../trace.js';
import { findFaces } from '../typeface/faces.js';
import { type Browser, type Served, startBrowser } from '../world/browser.js';
import { startKeeping } from '../world/kept.js';
import { Bindery } from './bindery.js';
import { showEBook } from './e-book.js';
import { editOf, PagePlaces, type Texts } from './page-places.js';
import type { News, ProofFinding, ProofPage } from './protocol.js';
import { ReadAhead } from './read-ahead.js';

export interface SessionOptions extends Pick<BuildOptions, 'folder' | 'world' | 'edition' | 'browser'> {
  /** Told in one sentence what the author has to know and no finding says: the browser ended and was started again. */
  readonly onNotice?: (sentence: string) => void;
  /** A browser that runs already; who started it ends it. */
  readonly running?: Browser;
}

export interface Session {
  /**
   * Brings the pages up to date, and tells each thing as soon as it is known: pages first, then what waits for them.
   *
   * @param isOverdue asked once the pages are told: whether there is something newer, so that the rest may be left to the next update
   */
  update(tell: (news: News) => void, isOverdue?: () => boolean): Promise<void>;
  /** The outputs of the pages that are shown; none before there are any. An update may begin meanwhile, which leaves them as they are. */
  outputs(): Promise<readonly Output[]>;
  /** Where a block of a page (`data-at`) stands in the manuscript. */
  placeOf(at: string): Place | undefined;
  /** What a proof asks for by the addresses in its news: faces, pictures, chapters, `pages.css`. */
  serve(address: string): Served | undefined;
  /** Drops all that it keeps of the book: the next update makes everything anew, in the browser that runs. */
  forget(): Promise<void>;
  close(): Promise<void>;
}

/** The book as it is shown. */
interface Shown {
  readonly config: BookConfig;
  readonly lowered: Lowered;
  readonly laid: WorkbenchPages;
  readonly pages: readonly ProofPage[];
  readonly places: PagePlaces;
  readonly texts: Texts;
  readonly css: string;
}

export async function openSession({ folder, world, edition, browser: executable, onNotice, running }: SessionOptions): Promise<Session> {
  const start = () => startBrowser(world.env, executable);
  let browser = running ?? (await start());
  let workbench = new Workbench(browser, world.disk);
  let press = new Press(browser);
  const bindery = new Bindery();
  const ahead = new ReadAhead();
  const faces = await findFaces(world.disk);
  const styleSheets = new Map<string, Promise<Styles>>();
  const stylesOf = ({ epub: { profile } }: BookConfig): Promise<Styles> => {
    const styles = styleSheets.get(profile) ?? readStyles(world.disk, profile);
    styleSheets.set(profile, styles);
    return styles;
  };
  let revision = 0;
  let shown: Shown | undefined;
  /** What the proof was told last; for a moment, pages that are not yet as they will be. */
  let proofed: Shown | undefined;
  let eBookFiles: ReadonlyMap<string, Served> = new Map();
  let isClosed = false;
  let kept = startKeeping();

  /** A browser that ended is started again. */
  const withBrowser = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (fault) {
      if (isClosed || running || !browser.hasEnded()) throw fault;
      await browser.close();
      browser = await start();
      workbench = new Workbench(browser, world.disk);
      press = new Press(browser);
      onNotice?.('the browser that makes the pages ended; another was started');
      return work();
    }
  };

  const update: Session['update'] = async (tell, isOverdue = () => false) => {
    const findings = new Findings();
    const context: Context = { world: ahead.turn(world), folder, report: findings.report, kept };
    const tracer = new Tracer(world.clock, undefined, false);
    const tellFindings = async (list: readonly Diagnostic[], isStale: boolean): Promise<void> => {
      const textOf = await readSources(list, folder, world);
      tell({ type: 'findings', isStale, findings: list.map((finding) => proofFinding(finding, textOf, shown?.places)) });
    };

    const config = await readConfig(context, edition);
    const lowered = config && (await prepare(config, context, tracer, ['pdf', 'booklet', 'epub']));
    if (!config || !lowered || findings.count('error') > 0) return tellFindings(findings.list(), true);

    const styles = await stylesOf(config);
    const placeOf = placeFinder(lowered.resolved);
    const recorded = lowered.found?.isKept ? (await import('../edition/find-breaks.js')).findBreaks(lowered.found.edition.pages, lowered.print) : undefined;
    const css = pageSheet(config, faces.map((face) => [face, faceUrl(face).slice(1)]), styles.print);
    const texts: Texts = new Map(sourcesOf(lowered.resolved).map(({ stem, text }) => [stem, text]));
    const edit = shown && editOf(shown.texts, texts);
    const show = (laid: WorkbenchPages): Shown => {
      const known = proofed && { ...proofed, keys: new Map(proofed.laid.pictures === laid.pictures ? proofed.laid.markup.map((markup, index) => [markup, proofed?.pages[index]?.key]) : []) };
      const pages = laid.markup.map((markup, index): ProofPage => ({ key: known?.keys.get(markup) ?? keyOf(`${laid.pictures}${markup}`), folio: laid.map.pages[index]?.folio ?? '', side: index % 2 === 0 ? 'recto' : 'verso' }));
      const places = new PagePlaces(laid.places, (at) => placeOf(at as NodeId));
      const focus = edit && places.find(edit);
      const told = new Set(known?.pages.map(({ key }) => key));
      const before = new Set(known?.laid.markup);
      const now: Shown = { config, lowered, laid, pages, places, texts, css };
      proofed = now;
      revision += 1;
      tell({
        type: 'pages',
        revision,
        title: config.title,
        language: config.language,
        style: keyOf(css),
        pictures: laid.pictures,
        pages,
        markup: Object.fromEntries(pages.flatMap(({ key }, index) => (told.has(key) ? [] : [[key, laid.markup[index] ?? '']]))),
        // A browser that was started anew knows no pages of before.
        changed: known ? laid.changed.filter((index) => !before.has(laid.markup[index] ?? '')) : [],
        ...(focus && { focus }),
      });
      return now;
    };
    const laid = await withBrowser(() => workbench.revise({ config, parts: lowered.print, assets: lowered.pictures, faces, css: styles.print, placeOf, ...(recorded && { recorded }) }, findings.report, show));
    if (recorded && lowered.found) {
      const { reportGrown } = await import('../edition/judge-edition.js');
      const counts = new Map(lowered.print.map(({ id }, index) => [id as string, laid.counts[index] ?? 0]));
      const grown = recorded.map(({ id, pages }) => ({ part: id, was: pages, pages: counts.get(id) ?? pages })).filter(({ was, pages }) => was > 0 && was !== pages);
      reportGrown(grown, lowered.found.edition.number, lowered.resolved, lowered.print, findings.report);
    }
    if (findings.count('error') > 0) return tellFindings(findings.list(), true);
    shown = show(laid);

    if (isOverdue()) return;
    await checkBook(lowered.resolved, context, tracer);
    await tellFindings(silence(findings.list(), config.silence, runFacts(lowered.resolved, findings, { pages: shown.pages.length, checkEpub: false })).findings, false);

    if (isOverdue()) return;
    if (!lowered.epub) return;
    const { epub } = lowered;
    const { chapters, files } = await withBrowser(() => showEBook(config, epub, laid.map, styles, { faces, browser, world, kept }));
    eBookFiles = files;
    tell({ type: 'chapters', chapters });
  };

  const outputs = async (): Promise<readonly Output[]> => {
    if (!shown) return [];
    const { config, lowered: { epub }, laid } = shown;
    return withBrowser(async () => {
      const studio = { faces, styles: await stylesOf(config), browser, world, kept };
      const packing = epub && import('../epub/illustrate-epub.js').then(async ({ illustrateEpub }) => packEpub(config, await illustrateEpub(config, epub, studio), (await epub.modified?.()) ?? '', laid.map, studio));
      // What goes wrong there is thrown where it is waited for.
      packing?.catch(() => undefined);
      const bound = await bindery.bind(config, await press.print(laid), laid.map, ['pdf', 'booklet']);
      return packing ? [...bound, await packing] : bound;
    });
  };

  return {
    update,
    outputs,
    placeOf: (at) => proofed?.places.placeOf(at),
    serve: (address) => (address === 'pages.css' && proofed ? { body: proofed.css, contentType: 'text/css' } : (eBookFiles.get(address) ?? proofed?.laid.files.get(`/${address}`))),
    forget: async () => {
      kept = startKeeping();
      shown = undefined;
      proofed = undefined;
      eBookFiles = new Map();
      await workbench.forget();
    },
    close: async () => {
      isClosed = true;
      await Promise.all([workbench.close(), press.close(), bindery.close()]);
      if (!running) await browser.close();
    },
  };
}

const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 12);

/** A finding as the proof shows it: with its line, and the page that has it. */
function proofFinding({ code, severity, place, message, hints }: Diagnostic, textOf: (file: string) => string | undefined, places: PagePlaces | undefined): ProofFinding {
  const { file, line, column, length } = place;
  const text = line === undefined ? undefined : textOf(file)?.split(/\r\n|\n|\r/)[line - 1];
  const spot = places?.find(place);
  return {
    code,
    severity,
    file,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
    message,
    hints: hints.map((hint) => (hint.place ? `${hint.text} (${spellPlace(hint.place)})` : hint.text)),
    ...(text !== undefined && { source: { text, column: column ?? 1, length: length ?? 1 } }),
    ...(spot && { page: spot.page, at: spot.at }),
  };
}
