/**
 * The way of a book, in order. Each pass takes the state before it and makes the next one: a wrong order does not compile.
 *
 *     read -> collect -> number -> cite -> resolve -> lower -> print -> finish, impose
 *                                                 \        \         \--> preview
 *                                                  \        \---> epub (with the pages of print)
 *                                                   \---> check, cards
 *
 * What makes an output is loaded when that output is made: it takes as long as some passes do.
 */
import type { BuildResult, Output, Target } from './build-book.js';
import type { FoundEdition } from './edition/find-edition.js';
import type { EditionState } from './edition/judge-edition.js';
import type { EpubMatter, Illustrated } from './epub/illustrate-epub.js';
import { SourceMap } from './epub/source-map.js';
import { judgeParity, type ParityRow } from './lower/judge-parity.js';
import { lower } from './lower/lower.js';
import { nameState } from './lower/name-state.js';
import { parityOutputs } from './lower/parity.js';
import { Usage } from './lower/usage.js';
import type { BookConfig } from './model/book.js';
import type { Context } from './model/context.js';
import type { PageMap, Part, Resolved } from './model/document.js';
import type { NodeId } from './model/id.js';
import type { Place } from './model/place.js';
import { placeFinder } from './model/source.js';
import type { PrintedPage, SerializedPages } from './page/contract.js';
import { cite } from './pass/cite.js';
import { collect } from './pass/collect.js';
import { number } from './pass/number.js';
import { resolve } from './pass/resolve.js';
import { preparePictures, type Assets } from './picture/prepare-pictures.js';
import { printBook, type RawPdf } from './print/print-book.js';
import { readBook } from './read/read-book.js';
import { readModified } from './read/read-modified.js';
import { readStyles, type Styles } from './read/read-styles.js';
import type { Tracer } from './trace.js';
import { type Face, findFaces } from './typeface/faces.js';
import type { Browser } from './world/browser.js';
import type { Kept } from './world/kept.js';
import type { World } from './world/world.js';

export interface Lowered {
  readonly resolved: Resolved;
  readonly print: readonly Part[];
  /** As print can show them. */
  readonly pictures: Assets;
  /** Absent where no EPUB is made. */
  readonly epub?: EpubMatter;
  readonly parity: readonly ParityRow[];
  readonly found?: FoundEdition | undefined;
}

/**
 * Everything that outputs are made of and that needs no browser. What stops an output is found here, whatever is made; only what an
 * EPUB alone cannot show is not looked for where none is made.
 *
 * @param wanted nothing: the book is only checked
 * @param making more than is wanted, where an EPUB is made only to be checked
 */
export async function prepare(config: BookConfig, context: Context, tracer: Tracer, wanted: readonly Target[] = [], making = wanted): Promise<Lowered> {
  const read = await tracer.pass('read', () => readBook(config, context));
  const collected = await tracer.pass('collect', () => collect(read, context));
  const numbered = await tracer.pass('number', () => number(collected));
  const cited = await tracer.pass('cite', () => cite(numbered, context));
  const resolved = await tracer.pass('resolve', () => resolve(cited, context));
  const usage = new Usage();
  const outputs = parityOutputs.filter((output) => wanted.length === 0 || wanted.includes(output) || (output === 'pdf' && (wanted.includes('preview') || wanted.includes('pages'))));
  const isEpubMade = outputs.includes('epub');
  const parts = await tracer.pass('lower', () => {
    const state = nameState(resolved, context.kept);
    return { print: lower(resolved, 'print', state, context.report, usage, context.kept), epub: isEpubMade ? lower(resolved, 'epub', state, context.report, usage, context.kept) : [] };
  });
  const [pictures, forEpub] = await tracer.pass('pictures', async () => [await preparePictures(resolved.assets, 'print', context), isEpubMade ? await epubPictures(resolved, context) : undefined] as const);
  const epub = forEpub && { parts: parts.epub, ...forEpub, ...(making.includes('epub') && { modified: readModified(config, context) }) };
  const { findEdition } = await import('./edition/find-edition.js');
  return { resolved, print: parts.print, pictures, ...(epub && { epub }), found: await findEdition(config, context), parity: judgeParity(usage, outputs, config.allow, context.report) };
}

async function epubPictures({ assets, cover }: Resolved, context: Context): Promise<Pick<EpubMatter, 'pictures' | 'cover'>> {
  const prepared = cover && (await (await import('./cover/prepare-cover.js')).prepareCover(cover, context));
  return { pictures: await preparePictures(assets, 'epub', context), ...(prepared && { cover: prepared }) };
}

/** What a careful editor would flag. It stops no output, so it can wait until the browser lays out the pages. */
export async function checkBook(resolved: Resolved, context: Context, tracer: Tracer): Promise<void> {
  const { check } = await import('./pass/check.js');
  await tracer.pass('check', () => check(resolved, context));
}

export interface MakeOptions {
  /** Count what a typographer would look for. */
  readonly judge: boolean;
  /** Describe the pages as an edition, whether one is recorded or not. */
  readonly record: boolean;
}

export interface Made extends Pick<BuildResult, 'outputs' | 'pages' | 'quality' | 'edition'> {
  /** The way from the EPUB back to the manuscript. */
  readonly origin: { readonly sourceMap: SourceMap; readonly placeOf: (id: NodeId) => Place };
}

/** The outputs. Pages are made even for the EPUB alone: it shows the numbers of the printed ones. */
export async function make({ resolved, print, pictures, epub, found }: Lowered, wanted: readonly Target[], browser: Browser, context: Context, tracer: Tracer, { judge, record }: MakeOptions): Promise<Made> {
  const { config } = resolved;
  const { disk } = context.world;
  const faces = await findFaces(disk);
  const styles = await readStyles(disk, config.epub.profile);

  const isBound = wanted.includes('pdf') || wanted.includes('booklet');
  let checking: Promise<void> | undefined;
  const origin = { sourceMap: new SourceMap(), placeOf: placeFinder(resolved) };
  let illustrating: Promise<Illustrated> | undefined;
  let asking: Promise<string> | undefined;
  let packing: Promise<Output> | undefined;
  // While the browser lays out and prints, this program would only wait. What goes wrong here is thrown where it is waited for.
  const onGalley = (): void => {
    if (isBound) loadBinders().catch(() => undefined);
    checking = checkBook(resolved, context, tracer);
    checking.catch(() => undefined);
    if (epub && wanted.includes('epub')) illustrating = tracer.pass('illustrate', async () => (await import('./epub/illustrate-epub.js')).illustrateEpub(config, epub, { faces, browser, world: context.world, kept: context.kept }));
    illustrating?.catch(() => undefined);
    if (illustrating) asking = epub?.modified?.();
    asking?.catch(() => undefined);
  };
  const onPages = (map: PageMap): void => {
    if (!illustrating || !asking) return;
    const [illustrated, modified] = [illustrating, asking];
    packing = tracer.pass('epub', async () => packEpub(config, await illustrated, await modified, map, { faces, styles, world: context.world, kept: context.kept }, origin.sourceMap));
    packing.catch(() => undefined);
  };
  const recorded = found?.isKept ? (await import('./edition/find-breaks.js')).findBreaks(found.edition.pages, print) : undefined;
  const printed = await tracer.pass('print', () => printBook({ config, parts: print, assets: pictures, faces, css: styles.print, placeOf: origin.placeOf, ...(recorded && { recorded }) }, browser, context.world, context.report, { pdf: isBound, serialize: wanted.includes('preview') || wanted.includes('pages'), judge, describe: record || found !== undefined || wanted.includes('pages'), onGalley, onPages }));
  await illustrating;
  // Its end takes a moment, in which this program has enough to do; who started it waits for that.
  browser.close().catch(() => undefined);
  tracer.add('print', printed.timings);
  const { raw, map, serialized } = printed;
  const pages = map.pages.length;
  tracer.say('pages', `${pages}`);

  const outputs: Output[] = [];
  if (raw) outputs.push(...(await tracer.pass('finish', () => bind(config, raw, map, wanted))));
  await checking;
  if (packing) outputs.push(await packing);
  if (serialized && wanted.includes('preview')) outputs.push(await tracer.pass('preview', () => preview(map, serialized)));
  const edition = printed.printed && (await tracer.pass('edition', () => describe(printed.printed ?? [])));
  if (serialized && edition && wanted.includes('pages')) outputs.push(await tracer.pass('keep', () => keep(map, serialized, edition)));
  return { outputs, pages, origin, ...(printed.quality && { quality: printed.quality }), ...(edition && { edition }) };

  async function describe(described: readonly PrintedPage[]): Promise<EditionState> {
    const { judgeEdition } = await import('./edition/judge-edition.js');
    return judgeEdition(resolved, print, described, pages, found, context.report);
  }

  async function preview(map: PageMap, pages: SerializedPages): Promise<Output> {
    const { writePreview } = await import('./print/preview.js');
    return { target: 'preview', name: `${config.fileStem}-preview.html`, bytes: await writePreview({ config, pages, map, assets: pictures, faces, css: styles }, disk) };
  }

  async function keep(map: PageMap, serialized: SerializedPages, { published }: EditionState): Promise<Output> {
    const { writePages } = await import('./edition/pages-file.js');
    return { target: 'pages', name: `${config.fileStem}.pages`, bytes: await writePages({ resolved, published, map, serialized, pictures, faces, css: styles.print }, disk) };
  }
}

/** What needs the text alone, and no pages. */
export async function makeUnpaged({ resolved }: Lowered, wanted: readonly Target[], tracer: Tracer): Promise<Output[]> {
  if (!wanted.includes('cards')) return [];
  return tracer.pass('cards', async () => {
    const [{ collectCards }, { writeCards }] = await Promise.all([import('./cards/collect-cards.js'), import('./cards/write-cards.js')]);
    const { fileStem, title } = resolved.config;
    return [{ target: 'cards' as const, name: `${fileStem}-cards.csv`, bytes: writeCards(collectCards(resolved), title) }];
  });
}

export interface EpubMaker {
  readonly faces: readonly Face[];
  readonly styles: Styles;
  readonly world: World;
  readonly kept?: Kept | undefined;
}

export async function packEpub(config: BookConfig, { parts, pictures, cover }: Illustrated, modified: string, pages: PageMap, { faces, styles, world, kept }: EpubMaker, sourceMap?: SourceMap): Promise<Output> {
  const [{ writeEpub }, { epubName }, { epubFonts }] = await Promise.all([import('./epub/write-epub.js'), import('./epub/profile.js'), import('./typeface/epub-fonts.js')]);
  const bytes = await writeEpub({ config, modified, parts, assets: pictures, pages, css: styles.epub, formulaCss: styles.formulas, fonts: await epubFonts(faces, parts, world.disk), ...(cover && { cover }) }, sourceMap, { store: world.store, kept });
  return { target: 'epub', name: epubName(config), bytes };
}

const loadBinders = () => Promise.all([import('./print/finish.js'), import('./print/impose.js')]);

/** The printed pages as the PDF to read and as the sheets to fold. */
export async function bind(config: BookConfig, raw: RawPdf, { pages }: PageMap, wanted: readonly Target[]): Promise<Output[]> {
  const [{ finishPdf, pdfFacts }, { imposeBooklet }] = await loadBinders();
  const facts = pdfFacts(config, pages.map((page) => page.folio));
  return [
    ...(wanted.includes('pdf') ? [{ target: 'pdf' as const, name: `${config.fileStem}.pdf`, bytes: await finishPdf(raw, facts) }] : []),
    ...(wanted.includes('booklet') ? [{ target: 'booklet' as const, name: `${config.fileStem}-booklet.pdf`, bytes: await imposeBooklet(raw.pdf, facts) }] : []),
  ];
}
