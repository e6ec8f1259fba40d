/**
 * What an author wants to know before others ask: what a book says without saying where from.
 *
 * In: `Resolved`. Out: by chapter of the body, claims by standing and those whose evidence cites nothing, paragraphs and quotations
 * without a source; for the whole book, sources that carry one claim only, and those that nothing but one claim's evidence cites.
 * A paragraph is prose of two sentences or more in the running text; a citation in a note that it calls counts as its own. Lists,
 * questions, documents, verse and mottoes are not prose; a quotation of up to four words is none.
 * Not here: how it is written down (write-audit.ts).
 */
import type { Nodes, Paragraph, Parent } from 'mdast';
import { citedBy } from '../cite/cited-by.js';
import { type Chapter, type Claim, type ClaimStatus, claimStatuses, type Resolved, type Source } from '../model/document.js';
import type { Place } from '../model/place.js';
import { placeOf } from '../model/source.js';
import { citedIn } from '../pass/cited-in.js';
import { plain } from '../read/read-chapter.js';
import { findQuotations, type Piece } from './find-quotations.js';

export interface Passage {
  readonly place: Place;
  /** The words, in full. */
  readonly words: string;
}

export interface ChapterAudit {
  readonly file: string;
  readonly title: string;
  readonly claims: Readonly<Record<ClaimStatus, number>>;
  readonly claimsWithoutSource: readonly (Passage & { readonly label: string; readonly status: ClaimStatus })[];
  /** How many paragraphs were looked at. */
  readonly paragraphs: number;
  readonly paragraphsWithoutSource: readonly Passage[];
  readonly quotations: number;
  readonly quotationsWithoutSource: readonly Passage[];
}

export interface CarriedSource {
  readonly key: string;
  readonly place: Place;
  /** The label of the only claim that it carries. */
  readonly claim: string;
}

export interface EvidenceAudit {
  readonly chapters: readonly ChapterAudit[];
  readonly sourcesOfOneClaim: readonly CarriedSource[];
  /** Those of them that are cited nowhere else. */
  readonly sourcesOfNothingElse: readonly CarriedSource[];
}

export function auditEvidence(doc: Resolved): EvidenceAudit {
  const chapters = doc.chapters.filter(({ matter }) => matter === 'body');
  const claims = new Map<Chapter, Claim[]>(chapters.map((chapter) => [chapter, []]));
  for (const claim of doc.claims) claims.get(claim.chapter)?.push(claim);
  return { chapters: chapters.map((chapter) => auditChapter(chapter, claims.get(chapter) ?? [], doc)), ...auditSources(doc) };
}

function auditChapter(chapter: Chapter, claims: readonly Claim[], { config }: Resolved): ChapterAudit {
  const at = ({ node, source }: Prose, words = plain([node])): Passage => ({ place: placeOf(source, node), words });
  const prose = proseOf(chapter.tree, chapter);
  const paragraphs = prose.filter(({ node }) => node.type === 'paragraph' && isLong(plain(node.children), config.language));
  const quotations = prose.flatMap((of) => quotationsIn(of, config.language));
  return {
    file: chapter.file,
    title: plain(chapter.title),
    claims: Object.fromEntries(claimStatuses.map((status) => [status, claims.filter((claim) => claim.status === status).length])) as Record<ClaimStatus, number>,
    claimsWithoutSource: claims.filter((claim) => citationsOf(claim).length === 0).map(({ label, status, node, source }) => ({ label, status, place: placeOf(source, node), words: plain(node.children) })),
    paragraphs: paragraphs.length,
    paragraphsWithoutSource: paragraphs.filter(({ node, source }) => citedIn(node, source).length === 0).map((of) => at(of)),
    quotations: quotations.length,
    quotationsWithoutSource: quotations.filter(({ isSourced }) => !isSourced).map(({ of, words }) => at(of, words)),
  };
}

const citationsOf = (claim: Claim) => claim.evidence.flatMap(({ node, source }) => citedIn(node, source));

/* Sources. */

function auditSources({ claims, citations, library }: Resolved): Pick<EvidenceAudit, 'sourcesOfOneClaim' | 'sourcesOfNothingElse'> {
  const carried = new Map<string, Set<string>>();
  const inEvidence = new Set<Nodes>();
  for (const claim of claims) {
    for (const citation of citationsOf(claim)) {
      inEvidence.add(citation);
      for (const key of citation.parts.flatMap((part) => citedBy(library, part.key))) carried.set(key, (carried.get(key) ?? new Set()).add(claim.label));
    }
  }
  const elsewhere = new Set(citations.filter(({ node }) => !inEvidence.has(node)).flatMap(({ node }) => node.parts.flatMap((part) => citedBy(library, part.key))));
  const sourcesOfOneClaim = [...library.entries.values()].flatMap(({ key, place }): CarriedSource[] => {
    const [claim, another] = carried.get(key) ?? [];
    return claim === undefined || another !== undefined ? [] : [{ key, place, claim }];
  });
  return { sourcesOfOneClaim, sourcesOfNothingElse: sourcesOfOneClaim.filter(({ key }) => !elsewhere.has(key)) };
}

/* Prose. */

interface Prose {
  readonly node: Nodes;
  /** The paragraph right above, which may say whose the words are. */
  readonly lead: Paragraph | undefined;
  /** Where it is written: the chapter, or a file that it includes. */
  readonly source: Source;
}

/** What stands around prose and leaves it prose. */
const transparent: ReadonlySet<string> = new Set(['callout', 'sequence']);

/** Paragraphs and quoted blocks of the running text. */
function proseOf({ children }: Parent, source: Source): Prose[] {
  return (children as Nodes[]).flatMap((node, index): Prose[] => {
    const above = (children as Nodes[])[index - 1];
    const lead = above?.type === 'paragraph' ? above : undefined;
    if (node.type === 'paragraph' || node.type === 'blockquote') return [{ node, lead, source }];
    if (node.type === 'alert') return proseOf(node, source);
    const included = node.type === 'leafDirective' ? source.includes?.get(node) : undefined;
    if (included) return proseOf(included.tree, included);
    if (node.type !== 'containerDirective') return [];
    return transparent.has(node.name) ? proseOf(node, source) : node.name === 'document' ? [{ node, lead, source }] : [];
  });
}

const segmenters = new Map<string, Intl.Segmenter>();

/** Two sentences of three words each at least: “cf. p. 3” is no sentence. */
function isLong(words: string, language: string): boolean {
  let segmenter = segmenters.get(language);
  if (!segmenter) segmenters.set(language, (segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })));
  const sentences = [...segmenter.segment(words)].filter(({ segment }) => segment.trim().split(/\s+/).length >= 3);
  return sentences.length > 1;
}

/* Quotations. */

interface Quotation {
  readonly of: Prose;
  readonly words: string;
  readonly isSourced: boolean;
}

function quotationsIn(of: Prose, language: string): Quotation[] {
  const { node, lead, source } = of;
  if (node.type === 'paragraph') return findQuotations(piecesOf(node.children, source), language).map((quotation) => ({ of, ...quotation }));
  const isLedIn = lead !== undefined && plain(lead.children).trimEnd().endsWith(':') && citedIn(lead, source).length > 0;
  const isSigned = node.type === 'containerDirective' && Boolean(node.attributes?.['source']);
  return [{ of, words: 'children' in node ? plain(node.children) : '', isSourced: isLedIn || isSigned || citedIn(node, source).length > 0 }];
}

/** The words of a paragraph, and where among them its citations are. */
function piecesOf(nodes: readonly Nodes[], source: Source): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    switch (node.type) {
      case 'citation':
        return [{ kind: 'citation', isNarrative: node.mode === 'narrative' }];
      case 'footnoteReference':
      case 'inlineNote':
        return citedIn(node, source).length > 0 ? [{ kind: 'citation', isNarrative: false }] : [];
      case 'text':
        return [{ kind: 'words', words: node.value }];
      case 'break':
        return [{ kind: 'words', words: ' ' }];
      case 'inlineCode':
        return [];
      default:
        return 'children' in node ? piecesOf(node.children, source) : [];
    }
  });
}
