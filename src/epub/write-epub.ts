import type { Element } from 'xast';
import type { Cover } from '../cover/make-cover.js';
import type { BookConfig } from '../model/book.js';
import type { Asset, PageMap, Part } from '../model/document.js';
import type { Past } from '../world/remember.js';
import { navFile } from './chunk.js';
import { coverFiles } from './cover.js';
import { writeGuide } from './guide.js';
import { isMoving } from './moving-picture.js';
import { writeNcx } from './ncx.js';
import { navigate, writeNav } from './nav.js';
import { packageFile, writeContainer, writePackage, type Resource } from './package.js';
import { serialize } from './serialize.js';
import { shownText } from './shown-text.js';
import type { SourceMap } from './source-map.js';
import { subsetFonts, type EpubFont, type SubsetFonts } from './subset-fonts.js';
import { text } from './tree.js';
import { formulaSheet, stylesheet, writeText } from './write-text.js';
import { zip } from './zip.js';

export interface EpubEdition {
  readonly config: BookConfig;
  /** UTC: `2026-11-22T10:20:30Z` */
  readonly modified: string;
  /** In reading order, lowered for the EPUB. */
  readonly parts: readonly Part[];
  /** By the path that the parts' pictures give. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** What print learnt; without it there are no page marks and no page numbers. */
  readonly pages?: PageMap;
  readonly cover?: Cover;
  readonly css: string;
  /** Added where formulas have pictures. */
  readonly formulaCss: string;
  readonly fonts: readonly EpubFont[];
}

const folder = 'EPUB';
const ncxFile = 'toc.ncx';
/** The reader's own fonts, and no word on them. */
const noFonts: SubsetFonts = { files: [], faces: '', families: '' };

/**
 * Writes the edition as an EPUB 3.3: text, cover, navigation, fonts, package, zip.
 *
 * A pure function: the same edition gives the same bytes on every machine, in every time zone. Only what the text shows goes in:
 * the pictures it names, the glyphs it needs.
 * @param sourceMap gets the way back to the manuscript
 * @param past what was made before of the same is not made again
 */
export async function writeEpub(given: EpubEdition, sourceMap?: SourceMap, past: Past = {}): Promise<Uint8Array> {
  const { edition, context, chunks, placed, files: documents, pictures } = await writeText(given, past.kept);
  const { config } = edition;
  const { words } = context;

  const cover = edition.cover && coverFiles(edition.cover, { ...context, hasPage: config.epub.profile !== 'kindle' });

  const ownMarks = chunks.list.filter(({ file }) => file === navFile).flatMap((each) => placed.get(each) ?? []);
  const navigation = navigate(chunks, documents, ownMarks);
  const nav = writeNav(navigation, { language: config.language, words, stylesheet, chunks: chunks.list, ownMarks, ...(cover?.page && { cover: { file: cover.page.file, title: cover.title } }) });
  const form = config.epub.fonts;
  const fonts = form === 'none' ? noFonts : await subsetFonts(edition.fonts, shownText([nav, ...documents.map(({ tree }) => tree)], edition.css), form, past);

  const hasDrawn = documents.some(({ formulas }) => formulas.drawn > 0);
  const resources: Resource[] = [
    { file: stylesheet, mediaType: 'text/css' },
    ...(hasDrawn ? [{ file: formulaSheet, mediaType: 'text/css' }] : []),
    ...pictures.map(({ file, asset }) => ({ file, mediaType: asset.mediaType })),
    ...fonts.files.map(({ file, mediaType }) => ({ file, mediaType })),
  ];
  const opf = writePackage({ config, modified: edition.modified, words, chunks: chunks.list, documents, resources, ...(cover && { cover }), ncxFile, hasPageMarks: navigation.pages.length > 0, moves: pictures.some(({ asset }) => isMoving(asset)) });
  if (config.epub.profile === 'kindle') opf.children.push(writeGuide(chunks.list, words), text('\n'));

  for (const { chunk: { file }, tree } of documents) sourceMap?.add(`${folder}/${file}`, tree);
  const xml = (tree: Element): string => serialize(tree, 'xml');
  const xhtml = (tree: Element): string => serialize(tree, 'xhtml');
  return zip(
    new Map<string, Uint8Array | string>([
      ['META-INF/container.xml', xml(writeContainer(`${folder}/${packageFile}`))],
      [`${folder}/${packageFile}`, xml(opf)],
      [`${folder}/${navFile}`, xhtml(nav)],
      [`${folder}/${ncxFile}`, xml(writeNcx(navigation, config))],
      ...(cover?.page ? [[`${folder}/${cover.page.file}`, xhtml(cover.page.tree)] as const] : []),
      ...(cover?.resources ?? []).map(({ file, bytes }) => [`${folder}/${file}`, bytes] as const),
      ...documents.map(({ chunk: { file }, xhtml: written }) => [`${folder}/${file}`, written] as const),
      [`${folder}/${stylesheet}`, fonts.faces + edition.css + fonts.families],
      ...(hasDrawn ? [[`${folder}/${formulaSheet}`, edition.formulaCss] as const] : []),
      ...pictures.map(({ file, asset }) => [`${folder}/${file}`, asset.bytes] as const),
      ...fonts.files.map(({ file, bytes }) => [`${folder}/${file}`, bytes] as const),
    ]),
    { kept: past.kept },
  );
}
