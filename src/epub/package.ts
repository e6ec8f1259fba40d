import type { Element } from 'xast';
import type { BookConfig } from '../model/book.js';
import type { Words } from '../model/words.js';
import { accessibility } from './accessibility.js';
import { bibliographic } from './bibliographic.js';
import { navFile, type Chunk } from './chunk.js';
import { coverImageId, type CoverFiles } from './cover.js';
import type { ContentDocument } from './content.js';
import { plainId } from './plain-id.js';
import { element } from './tree.js';

/** Anything in the EPUB that is not one of its text files. */
export interface Resource {
  readonly file: string;
  readonly mediaType: string;
  readonly id?: string;
  /** What the file is to the reading system, as the manifest says it. */
  readonly properties?: string;
}

export interface PackageContent {
  readonly config: BookConfig;
  /** UTC, to the second. */
  readonly modified: string;
  readonly words: Words;
  /** The reading order. */
  readonly chunks: readonly Chunk[];
  readonly documents: readonly ContentDocument[];
  readonly resources: readonly Resource[];
  readonly cover?: CoverFiles;
  readonly ncxFile: string;
  readonly hasPageMarks: boolean;
  /** Whether a picture moves by itself. */
  readonly moves: boolean;
}

export const packageFile = 'content.opf';

/**
 * The package document: what the book is, what it is made of, in which order it is read.
 *
 * Not here: what a catalogue wants to know (bibliographic.ts), what a screen reader can do with it (accessibility.ts).
 * Source: EPUB 3.3.
 */
export function writePackage(book: PackageContent): Element {
  const { config } = book;
  return element(
    'package',
    {
      xmlns: 'http://www.idpf.org/2007/opf',
      version: '3.0',
      'unique-identifier': 'identifier',
      'xml:lang': config.language,
    },
    '\n',
    element('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, ...lines([...bibliographic(config, book.modified), ...accessibility(book), ...(book.cover ? [element('meta', { name: 'cover', content: coverImageId })] : [])])),
    '\n',
    element('manifest', {}, ...lines(manifest(book))),
    '\n',
    element('spine', { toc: 'ncx' }, ...lines([...(book.cover?.page ? [book.cover.page] : []), ...book.chunks].map(({ file }) => element('itemref', { idref: idOf(file) })))),
    '\n',
  );
}

/** Where a reader looks first. Source: EPUB 3.3, container.xml. */
export function writeContainer(packagePath: string): Element {
  const root = element('rootfile', { 'full-path': packagePath, 'media-type': 'application/oebps-package+xml' });
  return element('container', { xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container', version: '1.0' }, element('rootfiles', {}, root));
}

const lines = (elements: readonly Element[]): (Element | string)[] => ['\n', ...elements.flatMap((made) => [made, '\n'])];

function manifest({ chunks, documents, resources, cover, ncxFile }: PackageContent): Element[] {
  const made = new Map(documents.map((each) => [each.chunk.file, each]));
  const xhtml = 'application/xhtml+xml';
  return [
    element('item', { id: idOf(navFile), href: navFile, 'media-type': xhtml, properties: 'nav' }),
    element('item', { id: 'ncx', href: ncxFile, 'media-type': 'application/x-dtbncx+xml' }),
    ...(cover?.page ? [element('item', { id: idOf(cover.page.file), href: cover.page.file, 'media-type': xhtml })] : []),
    ...chunks
      .filter(({ file }) => file !== navFile)
      .map(({ file }) => {
        const { hasMath = false, hasSvg = false } = made.get(file) ?? {};
        const properties = [...(hasMath ? ['mathml'] : []), ...(hasSvg ? ['svg'] : [])].join(' ');
        return element('item', { id: idOf(file), href: file, 'media-type': xhtml, properties: properties === '' ? undefined : properties });
      }),
    ...[...(cover?.resources ?? []), ...resources].map(({ file, mediaType, id = idOf(file), properties }) => element('item', { id, href: file, 'media-type': mediaType, properties })),
  ];
}

/** `text/thaw.xhtml` -> `text.thaw.xhtml`: file names are unique, and so stay their ids. */
const idOf = (file: string): string => plainId(file.replaceAll('/', '.'));
