/**
 * What every citation of a book becomes in its style: words in the text, words in a note, and the bibliography.
 *
 * In: all citations in document order (a style may say `ibid.` or `2003a`, so none can be rendered alone). Out: inline
 * content by citation, and the entries in the order of the style. Keys that the library lacks are skipped: their finding is
 * c-001, made where citations are collected. Never throws.
 * Not here: note numbers (pass/number.ts), where notes and bibliography stand (lower/).
 */
import type { ElementContent, Text } from 'hast';
import type { PhrasingContent } from 'mdast';
import { toString } from 'hast-util-to-string';
import { toString as plainText } from 'mdast-util-to-string';
import type { NodeId } from '../model/id.js';
import { isOthers } from './and-others.js';
import type { CslItem, CslName } from './csl.js';
import { type CitationItem, type Cluster, openProcessor, type Processor } from './engine.js';
import { entryAnchor } from './entry-anchor.js';
import type { Library } from './library.js';
import { isMark, linkCites, linkWords } from './link-cites.js';
import { type Locator, type LocatorParser, locatorParser } from './locator.js';
import { locatorWords } from './locator-words.js';
import { fromMarkup, toMarkup } from './markup.js';
import { positionNotes } from './position-notes.js';
import type { CitationStyle } from './style.js';

export interface Occurrence {
  readonly id: NodeId;
  readonly mode: 'group' | 'narrative';
  readonly parts: readonly OccurrencePart[];
  /** What the page calls the note that the citation stands in or becomes; 0 for the text itself. */
  readonly noteNumber: number;
  /** The same note, counted through the book. */
  readonly noteOrdinal: number;
  /** It stands in a note that the author wrote. */
  readonly insideNote: boolean;
  /** It is put into a sentence of that note. */
  readonly isInserted?: boolean;
  /** Counted from 0. */
  readonly chapter: number;
}

export interface OccurrencePart {
  readonly key: string;
  readonly suppressAuthor: boolean;
  readonly prefix: readonly PhrasingContent[];
  readonly suffix: readonly PhrasingContent[];
}

export interface RenderedCitations {
  /** What stands where the citation stood; empty for a group that a note style moved to a note. */
  readonly texts: ReadonlyMap<NodeId, readonly ElementContent[]>;
  /** What the note says, for the citations that a note style moved there. */
  readonly notes: ReadonlyMap<NodeId, readonly ElementContent[]>;
  readonly bibliography: readonly RenderedEntry[];
}

export interface RenderedEntry {
  readonly key: string;
  readonly content: readonly ElementContent[];
  /** With its author's name, where the style has a dash instead because the entry before is the same author's. */
  readonly inFull?: readonly ElementContent[];
}

export interface RenderingOptions {
  /** Keys that the bibliography lists though nothing cites them. */
  readonly nocite?: readonly string[];
  /** Some lists will hold only some of the entries: an author's dash may have to be taken back. */
  readonly isParted?: boolean;
  /** Where a source is cited for the first time again. */
  readonly restart?: 'chapter' | 'book';
}

export function renderCitations(style: CitationStyle, library: Library, occurrences: readonly Occurrence[], { nocite = [], isParted = false, restart = 'book' }: RenderingOptions = {}): RenderedCitations {
  const items = new Map([...library.entries].map(([key, { csl }]) => [key, csl] as const));
  const processor = openProcessor(style, items);
  const known = occurrences.map((occurrence) => ({ ...occurrence, parts: occurrence.parts.filter(({ key }) => items.has(key)) })).filter(({ parts }) => parts.length > 0);

  const parseLocator = locatorParser(locatorWords(style));
  const noteOf = positionNotes(known, style.form, restart);
  const clusters = known.map((occurrence): Cluster => ({
    id: occurrence.id,
    note: noteOf(occurrence),
    shownNote: occurrence.noteNumber,
    // The source that the sentence names comes first; and what the author says before a source follows from the one before it.
    unsorted: occurrence.mode === 'narrative' || occurrence.parts.slice(1).some(({ prefix }) => prefix.length > 0),
    items: clusterItems(occurrence, style, processor, parseLocator),
  }));
  const rendered = processor.renderAll(clusters, nocite.filter((key) => items.has(key)));

  const target = processor.hasBibliography ? entryAnchor : undefined;
  const texts = new Map<NodeId, readonly ElementContent[]>();
  const notes = new Map<NodeId, readonly ElementContent[]>();
  for (const occurrence of known) {
    const content = fromMarkup(rendered.get(occurrence.id) ?? '');
    if (style.form === 'in-text') texts.set(occurrence.id, inText(occurrence, content, items, processor));
    else if (occurrence.insideNote) {
      const words = linkCites(withoutStop(content, processor.ending), target);
      texts.set(occurrence.id, occurrence.isInserted && occurrence.mode === 'group' ? inParentheses(words) : words);
    }
    else {
      texts.set(occurrence.id, occurrence.mode === 'narrative' ? authorWords(occurrence, items, processor) : []);
      notes.set(occurrence.id, linkCites(withStop(content), target, '.'));
    }
  }
  const entries = processor.bibliography();
  const inFull = isParted ? processor.dashedInFull(entries) : new Map<string, string>();
  const bibliography = entries.map(({ key, html }): RenderedEntry => {
    const full = inFull.get(key) ?? html;
    return { key, content: orKey(ended(fromMarkup(html)), key), ...(full !== html && { inFull: ended(fromMarkup(full)) }) };
  });
  return { texts, notes, bibliography };
}

/** Those within become brackets. Source: The Chicago Manual of Style, 17th edition, 6.99 and 6.101. */
function inParentheses(content: readonly ElementContent[]): ElementContent[] {
  const bracketed = (node: ElementContent): ElementContent => {
    if (node.type === 'text') return text(node.value.replaceAll('(', '[').replaceAll(')', ']'));
    return node.type === 'element' ? { ...node, children: node.children.map(bracketed) } : node;
  };
  return content.length === 0 ? [] : [text('('), ...content.map(bracketed), text(')')];
}

/** Styles part what they print by signs, and leave one at the end where what follows it is not known: a year, an address. */
function ended(content: ElementContent[]): ElementContent[] {
  const last = content.at(-1);
  return last?.type === 'text' ? [...content.slice(0, -1), text(last.value.replace(/[,;:]$/, '.'))] : content;
}

/** A source of which the style prints nothing is still in the list. */
const orKey = (content: ElementContent[], key: string): ElementContent[] => (content.length > 0 ? content : [text(key)]);

function clusterItems({ parts, mode, insideNote }: Occurrence, style: CitationStyle, processor: Processor, parseLocator: LocatorParser): CitationItem[] {
  const opensNote = style.form === 'note' && !insideNote;
  return parts.map((part, index): CitationItem => {
    const { locator, suffix: rest } = parseLocator(part.suffix);
    const printed = locator && processor.printsLocators && processor.term(locator.label) !== undefined ? locator : undefined;
    const following = withComma(rest);
    // After a number, a comma would stand for the next source.
    const parting = processor.citesByNumber ? '\u{A0}' : ', ';
    const suffix = locator && !printed ? `${parting}${inWords(locator, processor)}${following}` : following;
    // The author of a narrative citation stands in the text already, and so does what the manuscript puts before it.
    const narrated = mode === 'narrative' && index === 0;
    const prefix = narrated ? '' : toMarkup(opensNote && index === 0 ? capitalised(part.prefix) : part.prefix).trimStart();
    return {
      id: part.key,
      ...(printed ? locatorFields(printed) : {}),
      ...(prefix === '' ? {} : { prefix: /[\s(\[“‘«]$/.test(prefix) ? prefix : `${prefix} ` }),
      ...(suffix === '' ? {} : { suffix }),
      ...(part.suppressAuthor || (narrated && style.form === 'in-text') ? { 'suppress-author': true } : {}),
    };
  });
}

const locatorFields = ({ label, number }: Locator): Pick<CitationItem, 'label' | 'locator'> => ({ label, locator: number });

/** For a style that prints no locators: in the words of its locale, or the author's own. */
function inWords({ label, number, written }: Locator, processor: Processor): string {
  const word = processor.term(label, 'short', /[-,&]| \p{L}+ /u.test(number)) ?? processor.term(label);
  return (word === undefined ? written : `${word} ${number}`).replace(/(?<=[\p{L}\p{N}])--?(?=[\p{L}\p{N}])/gu, '–');
}

/** `@rossi [and elsewhere]`: what begins with a word has nothing between it and the citation. */
function withComma(suffix: readonly PhrasingContent[]): string {
  const markup = toMarkup(suffix);
  return /^[\p{L}\p{N}]/u.test(plainText(suffix)) ? `, ${markup}` : markup;
}

/** A note is a sentence: `see` at its beginning is `See`. */
function capitalised(nodes: readonly PhrasingContent[]): readonly PhrasingContent[] {
  const [first, ...others] = nodes;
  if (first?.type !== 'text') return nodes;
  return [{ ...first, value: first.value.replace(/^\s*\p{Ll}/u, (letter) => letter.toUpperCase()) }, ...others];
}

function inText(occurrence: Occurrence, content: ElementContent[], items: ReadonlyMap<string, CslItem>, processor: Processor): ElementContent[] {
  const target = processor.hasBibliography ? entryAnchor : undefined;
  if (occurrence.mode === 'group') return linkCites(content, target, processor.ending);
  const cites = linkCites(withoutEmptyStart(content), target, processor.ending);
  const author = authorWords(occurrence, items, processor);
  const [part] = occurrence.parts;
  if (cites.length === 0) return part && target ? linkWords(author, target(part.key)) : author;
  return [...author, text(' '), ...cites];
}

/** Where a style says nothing of the first source beyond its author, the delimiter after it has nothing to divide. */
function withoutEmptyStart(content: ElementContent[]): ElementContent[] {
  const [first, ...others] = content;
  if (first && isMark(first)) return [{ ...first, children: withoutEmptyStart(first.children) }, ...others];
  return first?.type === 'text' ? [text(first.value.replace(/^([([]?)[;,]\s*/, '$1')), ...others] : content;
}

/** `Smith and Jones`, as the running text names them. */
function authorWords({ parts }: Occurrence, items: ReadonlyMap<string, CslItem>, processor: Processor): ElementContent[] {
  const [part] = parts;
  const item = part && items.get(part.key);
  if (!item) return [];
  const prefix = toMarkup(part.prefix).trim();
  const names = [item.author, item.editor, item.translator].find((list) => list !== undefined && list.length > 0) ?? [];
  const styled = fromMarkup(processor.author(item.id));
  const words =
    styled.length > 0 ? (names.length > 1 ? inProse(styled, names, processor) : styled) : names.length > 0 ? [text(plainNames(names, processor))] : titleWords(item, processor);
  return prefix === '' ? words : [...fromMarkup(prefix), text(' '), ...words];
}

/** Styles that join names with `&` in brackets join them with a word in a sentence; a name keeps its own. */
function inProse(content: ElementContent[], names: readonly CslName[], processor: Processor): ElementContent[] {
  const and = processor.term('and');
  if (and === undefined) return content;
  const own = names.flatMap(({ family, literal, given }) => [family, literal, given].filter((name) => name?.includes('&') === true));
  const inNames = own.length > 0 ? new RegExp(own.map((name) => (name as string).replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'giu') : undefined;
  return content.map((node) => {
    if (node.type !== 'text') return node;
    const kept = inNames ? node.value.replace(inNames, (name) => name.replaceAll('&', ownAmpersand)) : node.value;
    return text(kept.replace(/,? & (?=[^&]*$)/, ` ${and} `).replaceAll(ownAmpersand, '&'));
  });
}

const ownAmpersand = '\u{F0005}';

/** For styles that cite by number and so have no form for a name. */
function plainNames(names: readonly CslName[], processor: Processor): string {
  const words = names.map((name) => [name['non-dropping-particle'], name.family ?? name.literal ?? name.given].filter(Boolean).join(' '));
  if (words.length > 2 || names.slice(1).some(isOthers)) return `${words[0]} ${processor.term('et-al') ?? 'et al.'}`;
  return words.join(` ${processor.term('and') ?? 'and'} `);
}

function titleWords(item: CslItem, processor: Processor): ElementContent[] {
  const title = item['title-short'] ?? item.title;
  return title === undefined ? withoutStop(fromMarkup(processor.short(item.id)), processor.ending) : fromMarkup(title);
}

/** The author's sentence goes on after a citation in place. */
function withoutStop(content: ElementContent[], ending: string): ElementContent[] {
  const last = content.at(-1);
  if (ending !== '.' || !last) return content;
  if (isMark(last)) return [...content.slice(0, -1), { ...last, children: withoutStop(last.children, ending) }];
  if (last.type !== 'text') return content;
  const value = last.value.replace(/\.([”’"»]?)$/u, '$1');
  return value === '' ? content.slice(0, -1) : [...content.slice(0, -1), text(value)];
}

function withStop(content: ElementContent[]): ElementContent[] {
  if (content.length === 0) return content;
  return /[.!?…][”’"»)\]]*$/u.test(toString({ type: 'root', children: content })) ? content : [...content, text('.')];
}

const text = (value: string): Text => ({ type: 'text', value });
