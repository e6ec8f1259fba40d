import type { Element } from 'xast';
import type { BookConfig } from '../model/book.js';
import { languageOfWords, wordsOf, type Words } from '../model/words.js';
import { navFile, type Chunk } from './chunk.js';
import type { ContentDocument } from './content.js';
import { element } from './tree.js';

/** Anything in the EPUB that is not one of its text files. */
export interface Resource {
  readonly file: string;
  readonly mediaType: string;
}

export interface PackageContent {
  readonly config: BookConfig;
  readonly words: Words;
  /** The reading order. */
  readonly chunks: readonly Chunk[];
  readonly documents: readonly ContentDocument[];
  readonly resources: readonly Resource[];
  readonly ncxFile: string;
  readonly hasPageMarks: boolean;
}

export const packageFile = 'content.opf';

/**
 * The package document: what the book is, what it is made of, in which order it is read.
 *
 * `dcterms:modified` is the edition's date, never the day of the build; an edition without a date says 1980, the beginning of
 * zip's time. Accessibility metadata claims only what the finished files were seen to have.
 * Source: EPUB 3.3, EPUB Accessibility 1.1, the Schema.org accessibility vocabulary.
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
    element('metadata', { 'xmlns:dc': 'http://purl.org/dc/elements/1.1/' }, ...lines([...bibliographic(config), ...accessibility(book)])),
    '\n',
    element('manifest', {}, ...lines(manifest(book))),
    '\n',
    element('spine', { toc: 'ncx' }, ...lines(book.chunks.map(({ file }) => element('itemref', { idref: idOf(file) })))),
    '\n',
  );
}

/** Where a reader looks first. Source: EPUB 3.3, container.xml. */
export function writeContainer(packagePath: string): Element {
  const root = element('rootfile', { 'full-path': packagePath, 'media-type': 'application/oebps-package+xml' });
  return element('container', { xmlns: 'urn:oasis:names:tc:opendocument:xmlns:container', version: '1.0' }, element('rootfiles', {}, root));
}

const lines = (elements: readonly Element[]): (Element | string)[] => ['\n', ...elements.flatMap((made) => [made, '\n'])];
const property = (name: string, value: string): Element => element('meta', { property: name }, value);
const refine = (id: string, name: string, value: string, scheme?: string): Element => element('meta', { refines: `#${id}`, property: name, scheme }, value);

function bibliographic(config: BookConfig): Element[] {
  const { audience, date, edition, subtitle } = config;
  const optional = (name: string, value: string | undefined): Element[] => (value ? [element(name, {}, value)] : []);
  return [
    element('dc:identifier', { id: 'identifier' }, config.identifier),
    element('dc:title', { id: 'title' }, config.title),
    refine('title', 'title-type', 'main'),
    ...(subtitle === undefined ? [] : [element('dc:title', { id: 'subtitle' }, subtitle), refine('subtitle', 'title-type', 'subtitle')]),
    ...(audience === 'self-study' ? [] : [element('dc:title', { id: 'edition' }, wordsOf(config.language).editions[audience]), refine('edition', 'title-type', 'edition')]),
    element('dc:language', {}, config.language),
    ...config.authors.flatMap(({ name, role }, index) => {
      const id = `contributor-${index + 1}`;
      return [element(role === 'aut' ? 'dc:creator' : 'dc:contributor', { id }, name), refine(id, 'role', role, 'marc:relators')];
    }),
    ...optional('dc:publisher', config.publisher),
    ...optional('dc:date', date),
    ...optional('dc:rights', config.rights),
    ...optional('dc:description', config.description?.trim()),
    ...config.subjects.map((subject) => element('dc:subject', {}, subject)),
    ...(edition === undefined ? [] : [property('schema:bookEdition', edition)]),
    property('dcterms:modified', `${wholeDate(date ?? '1980')}T00:00:00Z`),
  ];
}

/** `1933` -> `1933-01-01`. */
const wholeDate = (date: string): string => `${date}-01-01`.slice(0, '1933-01-01'.length);

function accessibility({ config, words, chunks, documents, hasPageMarks }: PackageContent): Element[] {
  const pictures = documents.some((made) => made.pictures > 0);
  const described = documents.every((made) => made.undescribed === 0);
  const math = documents.some((made) => made.hasMath);
  const features = [
    'structuralNavigation',
    'tableOfContents',
    'readingOrder',
    'displayTransformability',
    ...(pictures && described ? ['alternativeText'] : []),
    ...(math ? ['MathML'] : []),
    ...(chunks.some(({ part }) => part.id === 'index') ? ['index'] : []),
    ...(hasPageMarks ? ['pageNavigation', 'pageBreakMarkers', 'printPageNumbers'] : []),
  ];
  const source = `${config.edition === undefined ? config.title : `${config.title}, ${config.edition}`} (${words.epub.print})`;
  return [
    property('schema:accessMode', 'textual'),
    ...(pictures ? [property('schema:accessMode', 'visual')] : []),
    ...(described ? [property('schema:accessModeSufficient', 'textual')] : []),
    ...(pictures ? [property('schema:accessModeSufficient', 'textual,visual')] : []),
    ...features.map((feature) => property('schema:accessibilityFeature', feature)),
    property('schema:accessibilityHazard', 'none'),
    ...(hasPageMarks ? paginationSource(source) : []),
    element('meta', { property: 'schema:accessibilitySummary', 'xml:lang': languageOfWords(config.language) }, summary({ pictures, described, math, pages: hasPageMarks }, words)),
  ];
}

/** Where the page numbers are from, once for EPUB Accessibility 1.1 and once for the readers before it. */
function paginationSource(source: string): Element[] {
  return [element('dc:source', { id: 'print' }, source), refine('print', 'source-of', 'pagination'), property('pageBreakSource', source)];
}

type Facts = Readonly<Record<'pictures' | 'described' | 'math' | 'pages', boolean>>;

function summary({ pictures, described, math, pages }: Facts, { epub }: Words): string {
  const { summary: said } = epub;
  return [said.always, ...(pictures ? [described ? said.described : said.undescribed] : []), ...(math ? [said.math] : []), ...(pages ? [said.pages] : [])].join(' ');
}

function manifest({ chunks, documents, resources, ncxFile }: PackageContent): Element[] {
  const made = new Map(documents.map((each) => [each.chunk.file, each]));
  const xhtml = 'application/xhtml+xml';
  return [
    element('item', { id: idOf(navFile), href: navFile, 'media-type': xhtml, properties: 'nav' }),
    element('item', { id: 'ncx', href: ncxFile, 'media-type': 'application/x-dtbncx+xml' }),
    ...chunks
      .filter(({ file }) => file !== navFile)
      .map(({ file }) => {
        const { hasMath = false, hasSvg = false } = made.get(file) ?? {};
        const properties = [...(hasMath ? ['mathml'] : []), ...(hasSvg ? ['svg'] : [])].join(' ');
        return element('item', { id: idOf(file), href: file, 'media-type': xhtml, properties: properties === '' ? undefined : properties });
      }),
    ...resources.map(({ file, mediaType }) => element('item', { id: idOf(file), href: file, 'media-type': mediaType })),
  ];
}

/** File names are unique, and so stay their ids: a slash is the only character that an id cannot hold. */
const idOf = (file: string): string => file.replaceAll('/', '.');
