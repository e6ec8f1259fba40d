/**
 * Lays the book out in the browser and prints it.
 *
 * In: parts lowered for print. Out: the PDF as Chromium writes it, the pages that it was printed from, where links and outline
 * lead in it, and the page map that the EPUB shares with it.
 * Reports what the paginator found, at manuscript places. Not here: metadata, page labels, links, outline (print/finish.ts),
 * imposition, the preview (print/preview.ts).
 */
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import type { BookConfig } from '../model/book.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Asset, PageMap, PageStart, Part } from '../model/document.js';
import type { Anchor, NodeId } from '../model/id.js';
import type { Place } from '../model/place.js';
import { wordsOf } from '../model/words.js';
import type { Navigation, PageQuality, Paginated, PaginateOptions, PrintedPage, RecordedPart, SerializedPages } from '../page/contract.js';
import type { Face } from '../typeface/faces.js';
import type { Browser, Served } from '../world/browser.js';
import type { World } from '../world/world.js';
import { deepestOf, geometryOf, leading, leastColumn, noteRule } from '../model/geometry.js';
import { defaultCosts } from '../page/costs.js';
import { pictureUrl } from './body-for-pages.js';
import { faceUrl, galleyHtml } from './galley.js';

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

/** The address that the galley is served under; it exists only between this program and its browser. */
const origin = 'http://octavo.invalid';
/** The arrow before the pages of an entry first shows when they are known: without its face by then, it would be measured in none. */
const loadFaces = `Promise.all([document.querySelector('[data-pages]') ? document.fonts.load("1em 'STIX Two Math'", '→') : [], document.fonts.ready]).then(() => true)`;
/** What heads and folios ask for is there when this is done, so that printing begins at the very call. */
const preparePrint = `Promise.resolve(window.octavo.preparePrint()).then((navigation) => document.fonts.ready.then(() => navigation))`;
const pageScripts = fileURLToPath(new URL('../page/', import.meta.url));

export async function printBook(input: PrintInput, browser: Browser, world: World, report: Report, options: PrintOptions): Promise<Printed> {
  const { config, parts } = input;
  const files = await servedFiles(input, world);
  const html = galleyHtml(config, parts, input.faces, input.css);
  const timings: Record<string, number> = {};
  let start = world.clock();
  const lap = (name: string) => {
    const now = world.clock();
    timings[name] = now - start;
    start = now;
  };

  const page = await browser.open((url) => (url === `${origin}/` ? { body: html, contentType: 'text/html; charset=utf-8' } : files.get(decodeURI(url.slice(origin.length)))));
  await page.goto(`${origin}/`, { waitUntil: 'load' });
  await page.evaluate(loadFaces);
  lap('galley');
  const { depth, column } = geometryOf(config);
  const asked: PaginateOptions = { height: depth, noteRule, leading, hasColumn: column >= leastColumn, costs: { ...defaultCosts, ...config.page.costs }, chaptersOpen: config.page.chaptersOpen, rectoHead: config.page.rectoHead, bookTitle: config.title, words: wordsOf(config.language), judge: options.judge === true, ...(options.describe && { describe: true }), ...(input.recorded && { recorded: { deepest: deepestOf(config), parts: input.recorded } }) };
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
  const printing = navigation && page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: false, waitForFonts: false, timeout: 0 });
  options.onPages?.(map);
  const raw = printing && { navigation, pdf: await printing };
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

/** Everything that the galley may ask for; the scripts are the compiled src/page and the few pure files it shares. */
async function servedFiles({ assets, faces }: PrintInput, world: World): Promise<ReadonlyMap<string, Served>> {
  const served = new Map<string, Served>();
  for (const asset of assets.values()) served.set(pictureUrl(asset.path), { body: asset.bytes, contentType: asset.mediaType });
  for (const face of faces) served.set(faceUrl(face), { body: await world.disk.read(face.path), contentType: 'font/woff2' });
  for (const name of await world.disk.list(pageScripts)) {
    if (name.endsWith('.js')) served.set(`/page/${name}`, { body: await world.disk.read(join(pageScripts, name)), contentType: 'text/javascript' });
  }
  return served;
}
