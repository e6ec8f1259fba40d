import type { Element } from 'xast';
import type { BookConfig } from '../model/book.js';
import { languageOfWords, type Words } from '../model/words.js';
import { isbnUrn } from './bibliographic.js';
import { property, refine } from './meta.js';
import type { PackageContent } from './package.js';
import { element } from './tree.js';

/**
 * What the book is to those who read it otherwise than by eye: only what the finished files were seen to have.
 * Source: EPUB Accessibility 1.1, the Schema.org accessibility vocabulary.
 */
export function accessibility({ config, words, chunks, documents, hasPageMarks }: PackageContent): Element[] {
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
  return [
    property('schema:accessMode', 'textual'),
    ...(pictures ? [property('schema:accessMode', 'visual')] : []),
    ...(described ? [property('schema:accessModeSufficient', 'textual')] : []),
    ...(pictures ? [property('schema:accessModeSufficient', 'textual,visual')] : []),
    ...features.map((feature) => property('schema:accessibilityFeature', feature)),
    property('schema:accessibilityHazard', 'none'),
    ...(hasPageMarks ? paginationSource(config, words) : []),
    element('meta', { property: 'schema:accessibilitySummary', 'xml:lang': languageOfWords(config.language) }, summary({ pictures, described, math, pages: hasPageMarks }, words)),
  ];
}

/**
 * Where the page numbers are from, once for EPUB Accessibility 1.1 and once for the readers before it: the print edition, by its ISBN
 * where it has one, else by its title.
 */
function paginationSource({ title, edition, isbn: { print } }: BookConfig, words: Words): Element[] {
  const source = print === undefined ? `${edition === undefined ? title : `${title}, ${edition}`} (${words.epub.print})` : isbnUrn(print);
  return [element('dc:source', { id: 'print' }, source), refine('print', 'source-of', 'pagination'), property('pageBreakSource', source)];
}

type Facts = Readonly<Record<'pictures' | 'described' | 'math' | 'pages', boolean>>;

function summary({ pictures, described, math, pages }: Facts, { epub }: Words): string {
  const { summary: said } = epub;
  return [said.always, ...(pictures ? [described ? said.described : said.undescribed] : []), ...(math ? [said.math] : []), ...(pages ? [said.pages] : [])].join(' ');
}
