import type { Element } from 'xast';
import { type AccessibilitySetup, type BookConfig, hazardKinds } from '../model/book.js';
import { languageOfWords, type Words } from '../model/words.js';
import { isbnUrn } from './bibliographic.js';
import { property, refine } from './meta.js';
import type { PackageContent } from './package.js';
import { element } from './tree.js';

/**
 * What the book is to those who read it otherwise than by eye: only what the finished files were seen to have, and what its author
 * answers for in `book.yaml`.
 * Source: EPUB Accessibility 1.1, the Schema.org accessibility vocabulary.
 */
export function accessibility(book: PackageContent): Element[] {
  const { config, words, hasPageMarks } = book;
  const facts = factsOf(book);
  const { summary: said } = config.accessibility;
  const isSeen = facts.pictures || facts.drawings || facts.drawnFormulas;
  const meta = (name: string, values: readonly string[]): Element[] => values.map((value) => property(`schema:${name}`, value));
  return [
    ...meta('accessMode', ['textual', ...(isSeen ? ['visual'] : []), ...(facts.drawings ? ['chartOnVisual'] : []), ...(facts.drawnFormulas ? ['mathOnVisual'] : [])]),
    ...meta('accessModeSufficient', [...(facts.described ? ['textual'] : []), ...(isSeen ? ['textual,visual'] : [])]),
    ...meta('accessibilityFeature', featuresOf(facts)),
    ...meta('accessibilityHazard', hazardsOf(config.accessibility, facts.moves)),
    ...conformanceOf(config.accessibility),
    ...(hasPageMarks ? paginationSource(config, words) : []),
    ...(said === undefined ? [] : [element('meta', { property: 'schema:accessibilitySummary', 'xml:lang': config.language }, said)]),
    element('meta', { property: 'schema:accessibilitySummary', 'xml:lang': languageOfWords(config.language) }, summaryOf(facts, config.accessibility, words)),
  ];
}

type Facts = Readonly<Record<'pictures' | 'described' | 'drawings' | 'data' | 'math' | 'spoken' | 'drawnFormulas' | 'headings' | 'index' | 'pages' | 'moves', boolean>>;

function factsOf({ chunks, documents, hasPageMarks, moves }: PackageContent): Facts {
  const formulas = documents.map((made) => made.formulas);
  return {
    pictures: documents.some((made) => made.pictures > 0),
    described: documents.every((made) => made.undescribed === 0) && formulas.every(({ all, spoken }) => spoken === all),
    drawings: documents.some((made) => made.drawings > 0),
    data: documents.every((made) => made.withData === made.drawings),
    math: formulas.some(({ all }) => all > 0),
    spoken: formulas.every(({ all, spoken }) => spoken === all),
    drawnFormulas: formulas.some(({ drawn }) => drawn > 0),
    headings: documents.some((made) => made.headings > 0),
    index: chunks.some(({ part }) => part.id === 'index'),
    pages: hasPageMarks,
    moves,
  };
}

/** A table of contents, a reading order and roles are in every file that is written here; nothing is locked or fixed in its layout. */
function featuresOf(facts: Facts): string[] {
  const when = (is: boolean, ...features: string[]): string[] => (is ? features : []);
  return [
    ...when(facts.headings, 'structuralNavigation'),
    'tableOfContents',
    'readingOrder',
    'ARIA',
    'displayTransformability',
    'unlocked',
    ...when(facts.pictures && facts.described, 'alternativeText'),
    ...when(facts.drawings && facts.data, 'longDescription'),
    ...when(facts.math, 'MathML'),
    ...when(facts.math && facts.spoken, 'describedMath'),
    ...when(facts.index, 'index'),
    ...when(facts.pages, 'pageNavigation', 'pageBreakMarkers', 'printPageNumbers'),
  ];
}

const hazardNames = { flashing: ['flashing', 'noFlashingHazard'], 'motion-simulation': ['motionSimulation', 'noMotionSimulationHazard'], sound: ['sound', 'noSoundHazard'] } as const;

/** A picture that moves may do harm, and only somebody who has seen it can tell. */
function hazardsOf({ hazards }: AccessibilitySetup, moves: boolean): string[] {
  if (hazards === undefined) return [moves ? 'unknown' : 'none'];
  return hazards.length === 0 ? ['none'] : hazardKinds.map((kind) => hazardNames[kind][hazards.includes(kind) ? 0 : 1]);
}

function conformanceOf({ conformance }: AccessibilitySetup): Element[] {
  if (!conformance) return [];
  const { to, certifiedBy, credential, report } = conformance;
  return [
    element('meta', { property: 'dcterms:conformsTo', id: 'conformance' }, to),
    element('meta', { property: 'a11y:certifiedBy', id: 'certifier', refines: '#conformance' }, certifiedBy),
    ...(credential === undefined ? [] : [refine('certifier', 'a11y:certifierCredential', credential)]),
    ...(report === undefined ? [] : [element('link', { rel: 'a11y:certifierReport', refines: '#certifier', href: report })]),
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

function summaryOf(facts: Facts, { hazards }: AccessibilitySetup, { epub }: Words): string {
  const { summary: said } = epub;
  const when = (is: boolean, sentence: string): string[] => (is ? [sentence] : []);
  return [
    said.always,
    ...when(facts.pictures, facts.described ? said.described : said.undescribed),
    ...when(facts.drawings && facts.data, said.data),
    ...when(facts.math, facts.spoken ? said.spokenMath : said.math),
    ...when(facts.pages, said.pages),
    ...when(facts.moves && hazards === undefined, said.moving),
  ].join(' ');
}
