/**
 * Lays the book out in the browser and prints it.
 *
 * In: parts lowered for print. Out: the PDF as Chromium writes it, the pages that it was printed from, where links and outline
 * lead in it, and the page map that the EPUB shares with it.
 * Reports what the paginator found, at manuscript places. Not here: metadata, page labels, links, outline (print/finish.ts),
 * imposition, the preview (print/preview.ts).
 */
import type { BookConfig } from '../model/book.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Asset, PageMap, PageStart, Part } from '../model/document.js';
import type { Anchor, NodeId } from '../model/id.js';
import type { Place } from '../model/place.js';
import type { Navigation, PageQuality, Paginated, PrintedPage, RecordedPart, SerializedPages } from '../page/contract.js';
import type { Face } from '../typeface/faces.js';
import type { Browser } from '../world/browser.js';
import type { World } from '../world/world.js';
import { galleyHtml } from './galley.js';
import { pageOptions } from './page-options.js';
import { origin, servedFiles, serveDocument } from './served-files.js';

export interface PrintInput {
  readonly config: BookConfig;
  readonly parts: readonly Part[];
  readonly assets: ReadonlyMap<string, Asset>;
  readonly faces: readonly Face[];
  readonly css: string;
  /** Where a node stands in the manuscript. */
  readonly placeOf: (id: NodeId) => Place;
  /** The pages that are to be kept. */
  readonly recorded?: readonly RecordedPart[];
}

/** What print/finish.ts makes the edition of. */
export interface RawPdf {
  /** As Chromium writes it: tagged, without outline, its inner links with addresses that mean nothing outside `navigation`. */
  readonly pdf: Uint8Array;
  readonly navigation: Navigation;
}

export interface Printed {
  /** Absent when only the map was asked for. */
  readonly raw?: RawPdf;
  readonly map: PageMap;
  /** The pages themselves, when they were asked for. */
  readonly serialized?: SerializedPages;
  readonly quality?: PageQuality;
  /** What is printed on each page, when that was asked for. */
  readonly printed?: readonly PrintedPage[];
  /** Milliseconds per step. */
  readonly timings: Readonly<Record<string, number>>;
}

export interface PrintOptions {
  readonly pdf: boolean;
  readonly serialize?: boolean;
  readonly judge?: boolean;
  readonly describe?: boolean;
  /** Told when the browser begins with the pages: while it does, what needs none of them can be made. */
  readonly onGalley?: () => void;
  /** Told when the pages are decided: while the browser prints them, what needs only their numbers can be made. */
  readonly onPages?: (map: PageMap) => void;
}

/** The arrow before the pages of an entry first shows when they are known: without its face by then, it would be measured in none. */
export const loadFaces = `Promise.all([document.querySelector('[data-pages]') ? document.fonts.load("1em 'STIX Two Math'", '→') : [], document.fonts.ready]).then(() => true)`;
/** What heads and folios ask for is there when this is done, so that printing begins at the very call. */
export const preparePrint = `Promise.resolve(window.octavo.preparePrint()).then((navigation) => document.fonts.ready.then(() => navigation))`;

/** How pages become a PDF: as they are, tagged, with nothing added. */
export const printSettings = { preferCSSPageSize: true, printBackground: true, tagged: true, outline: false, waitForFonts: false, timeout: 0 } as const;

export async function printBook(input: PrintInput, browser: Browser, world: World, report: Report, options: PrintOptions): Promise<Printed> {
  const { config, parts } = input;
  const files = await servedFiles(input.assets, input.faces, world.disk);
  const html = galleyHtml(config, parts, input.faces, input.css);
  const timings: Record<string, number> = {};
  let start = world.clock();
  const lap = (name: string) => {
    const now = world.clock();
    timings[name] = now - start;
    start = now;
  };

  const page = await browser.open(serveDocument(html, files));
  await page.goto(`${origin}/`, { waitUntil: 'load' });
  await page.evaluate(loadFaces);
  lap('galley');
  const asked = pageOptions(config, { judge: options.judge === true, describe: options.describe === true, ...(input.recorded && { recorded: input.recorded }) });
  const laying = page.evaluate(`window.octavo.paginate(${JSON.stringify(asked)})`);
  options.onGalley?.();
  const laid = (await laying) as Paginated;
  lap('paginate');
  for (const finding of laid.findings) {
    const place = finding.at === undefined || finding.at === '' ? { file: 'book.yaml' } : input.placeOf(finding.at as NodeId);
    report(finding.code, place, finding.message, ...finding.hints);
  }
  const map: PageMap = { pages: laid.pages as readonly PageStart[], folios: new Map(laid.folios as readonly (readonly [Anchor, string])[]) };
  const serialized = options.serialize ? ((await page.evaluate('window.octavo.serializePages()')) as SerializedPages) : undefined;
  const navigation = options.pdf ? ((await page.evaluate(preparePrint)) as Navigation) : undefined;
  const printed = navigation && page.pdf(printSettings);
  options.onPages?.(map);
  const raw = printed && { navigation, pdf: await printed };
  lap('print');
  await page.close();
  for (const [name, spent] of Object.entries(laid.timings)) timings[`page.${name}`] = spent;
  return {
    ...(raw && { raw }),
    ...(serialized && { serialized }),
    map,
    ...(laid.quality && { quality: laid.quality }),
    ...(laid.printed && { printed: laid.printed }),
    timings,
  };
}
