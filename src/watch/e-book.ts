/**
 * The e-book's text beside the pages: its files as a reader opens them, in the style of the finished EPUB.
 *
 * In: the parts as they were lowered, and the pages of print. Out: news of the files, and what they ask for by address.
 * Not here: the EPUB itself (epub/write-epub.ts). The faces are whole here, as the pages have them: to cut them takes too long for every edit.
 */
import { createHash } from 'node:crypto';
import { blockPlaces } from '../epub/block-places.js';
import { type EpubMatter, illustrateText, type Studio } from '../epub/illustrate-epub.js';
import { familyRules } from '../epub/subset-fonts.js';
import type { TextFile } from '../epub/text-files.js';
import { formulaSheet, stylesheet, writeText } from '../epub/write-text.js';
import type { BookConfig } from '../model/book.js';
import type { PageMap } from '../model/document.js';
import { faceRules, faceUrl } from '../print/galley.js';
import type { Styles } from '../read/read-styles.js';
import { epubFonts } from '../typeface/epub-fonts.js';
import type { Served } from '../world/browser.js';
import type { ProofChapter } from './protocol.js';

export interface EBook {
  readonly chapters: readonly ProofChapter[];
  /** By the proof's addresses. */
  readonly files: ReadonlyMap<string, Served>;
}

/** Relative to the proof's own address. */
const folder = 'epub';
/** From a style sheet of the e-book to the proof's own address. */
const upwards = '../../';

export async function showEBook(config: BookConfig, matter: EpubMatter, pages: PageMap, styles: Styles, studio: Studio): Promise<EBook> {
  const { faces, world, kept } = studio;
  const { parts, pictures: assets } = await illustrateText(config, matter, studio);
  const fonts = await epubFonts(faces, parts, world.disk);
  const { files, pictures, edition } = await writeText({ config, parts, assets, pages, css: styles.epub, formulaCss: styles.formulas, fonts }, kept);
  const css = config.epub.fonts === 'none' ? edition.css : `${faceRules(faces.map((face) => [face, `${upwards}${faceUrl(face).slice(1)}`]))}\n${edition.css}${familyRules(fonts)}`;
  const style = keyOf(css);
  const shown = new Map(pictures.map(({ key, asset }) => [key, asset.bytes]));
  const looks = (file: TextFile): string => keyOf([digestOf(file.tree, file.xhtml), style, ...[...file.assets].flatMap((key) => digestOfPicture(shown.get(key)) ?? [])].join(' '));
  return {
    chapters: files.map((file) => ({ address: `${folder}/${file.chunk.file}`, title: file.title, key: looks(file), places: blockPlaces(file.tree) })),
    files: new Map<string, Served>([
      ...files.map(({ chunk: { file }, xhtml }): [string, Served] => [`${folder}/${file}`, { body: xhtml, contentType: 'application/xhtml+xml' }]),
      ...pictures.map(({ file, asset }): [string, Served] => [`${folder}/${file}`, { body: asset.bytes, contentType: asset.mediaType }]),
      [`${folder}/${stylesheet}`, { body: css, contentType: 'text/css' }],
      [`${folder}/${formulaSheet}`, { body: edition.formulaCss, contentType: 'text/css' }],
    ]),
  };
}

const digests = new WeakMap<object, string>();

/** @param thing whose content never changes */
function digestOf(thing: object, content: string | Uint8Array): string {
  const digest = digests.get(thing) ?? keyOf(content);
  digests.set(thing, digest);
  return digest;
}

const digestOfPicture = (bytes: Uint8Array | undefined): string | undefined => bytes && digestOf(bytes, bytes);

const keyOf = (text: string | Uint8Array): string => createHash('sha256').update(text).digest('base64url').slice(0, 12);
