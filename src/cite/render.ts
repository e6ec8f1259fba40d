/**
 * What every citation of a book becomes in its style: words in the text, words in a note, and the bibliography.
 *
 * In: all citations in document order (a style may say `ibid.` or `2003a`, so none can be rendered alone). Out: inline
 * content by citation, and the entries in the order of the style. Keys that the library lacks are skipped: their finding is
 * c-001, made where citations are collected. Never throws.
 * Not here: note numbers (pass/number.ts), where notes and bibliography stand (lower/).
 */
import type { Element, ElementContent, Text } from 'hast';
import type { PhrasingContent } from 'mdast';
import { toString } from 'hast-util-to-string';
import { toString as plainText } from 'mdast-util-to-string';
import { type Anchor, anchorOf, type NodeId } from '../model/id.js';
import { isOthers } from './and-others.js';
import type { CslItem, CslName } from './csl.js';
import { type CitationItem, type Cluster, openProcessor, type Processor } from './engine.js';
import type { Library } from './library.js';
import { type Locator, type LocatorParser, locatorParser } from './locator.js';
import { locatorWords } from './locator-words.js';
import { fromMarkup, toMarkup } from './markup.js';
import type { CitationStyle } from './style.js';

export interface Occurrence {
  readonly id: NodeId;
  readonly mode: 'group' | 'narrative';
  readonly parts: readonly OccurrencePart[];
  /** The note that the citation stands in or becomes; 0 for the text itself. */
  readonly noteNumber: number;
  /** It stands in a note that the author wrote. */
  readonly insideNote: boolean;
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

/** The anchor of a source's entry in the bibliography: what a citation links to. */
export const entryAnchor = (key: string): Anchor => anchorOf(`ref-${key}`);

/**
 * @param nocite keys that the bibliography lists though nothing cites them
 * @param isParted some lists will hold only some of the entries: an author's dash may have to be taken back
 */
export function renderCitations(style: CitationStyle, library: Library, occurrences: readonly Occurrence[], nocite: readonly string[] = [], isParted = false): RenderedCitations {
  const items = new Map([...library.entries].map(([key, { csl }]) => [key, csl] as const));
  const processor = openProcessor(style, items);
  const known = occurrences.map((occurrence) => ({ ...occurrence, parts: occurrence.parts.filter(({ key }) => items.has(key)) })).filter(({ parts }) => parts.length > 0);

  const parseLocator = locatorParser(locatorWords(style));
  const noteOf = style.form === 'note' ? countNotes(known) : () => 0;
  const clusters = known.map((occurrence): Cluster => ({
    id: occurrence.id,
    note: noteOf(occurrence),
    // The source that the sentence names comes first.
    unsorted: occurrence.mode === 'narrative',
    items: clusterItems(occurrence, style, processor, parseLocator),
  }));
  const rendered = processor.renderAll(clusters, nocite.filter((key) => items.has(key)));

  const texts = new Map<NodeId, readonly ElementContent[]>();
  const notes = new Map<NodeId, readonly ElementContent[]>();
  for (const occurrence of known) {
    const content = fromMarkup(rendered.get(occurrence.id) ?? '');
    if (style.form === 'in-text') texts.set(occurrence.id, inText(occurrence, content, items, processor));
    else if (occurrence.insideNote) texts.set(occurrence.id, withoutStop(content, processor.ending));
    else {
      texts.set(occurrence.id, occurrence.mode === 'narrative' ? authorWords(occurrence, items, processor) : []);
      notes.set(occurrence.id, withStop(content));
    }
  }
  const entries = processor.bibliography();
  const inFull = isParted ? processor.dashedInFull(entries) : new Map<string, string>();
  const bibliography = entries.map(({ key, html }): RenderedEntry => {
    const full = inFull.get(key) ?? html;
    return { key, content: orKey(fromMarkup(html), key), ...(full !== html && { inFull: fromMarkup(full) }) };
  });
  return { texts, notes, bibliography };
}

/** A source of which the style prints nothing is still in the list. */
const orKey = (content: ElementContent[], key: string): ElementContent[] => (content.length > 0 ? content : [text(key)]);

/**
 * Counts notes through the whole book: chapters begin again at 1, and a processor would take two notes of one number for
 * the same note.
 */
function countNotes(occurrences: readonly Occurrence[]): (occurrence: Occurrence) => number {
  const counted = new Map<NodeId, number>();
  let count = 0;
  let current = '';
  for (const { id, noteNumber, insideNote } of occurrences) {
    const note = insideNote ? `${id.slice(0, id.lastIndexOf(':'))} ${noteNumber}` : id;
    if (note !== current) count += 1;
    current = note;
    counted.set(id, count);
  }
  return ({ id }) => counted.get(id) as number;
}

function clusterItems({ parts, mode, insideNote }: Occurrence, style: CitationStyle, processor: Processor, parseLocator: LocatorParser): CitationItem[] {
  const opensNote = style.form === 'note' && !insideNote;
  return parts.map((part, index): CitationItem => {
    const { locator, suffix: rest } = parseLocator(part.suffix);
    const printed = locator && processor.printsLocators && processor.term(locator.label) !== undefined ? locator : undefined;
    const following = withComma(rest);
    const suffix = locator && !printed ? `, ${inWords(locator, processor)}${following}` : following;
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
  const [part] = occurrence.parts;
  const linked = occurrence.parts.length === 1 && part && processor.hasBibliography;
  if (occurrence.mode === 'group') return linked ? linkTo(part.key, content) : content;
  const author = authorWords(occurrence, items, processor);
  if (content.length === 0) return linked ? linkTo(part.key, author) : author;
  return [...author, text(' '), ...(linked ? linkTo(part.key, content) : withoutEmptyStart(content))];
}

/** Where a style says nothing of the first source beyond its author, the delimiter after it has nothing to divide. */
function withoutEmptyStart(content: ElementContent[]): ElementContent[] {
  const [first, ...others] = content;
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
    styled.length > 0 ? (names.length > 1 ? inProse(styled, processor) : styled) : names.length > 0 ? [text(plainNames(names, processor))] : titleWords(item, processor);
  return prefix === '' ? words : [...fromMarkup(prefix), text(' '), ...words];
}

/** Styles that join names with `&` in brackets join them with a word in a sentence. */
function inProse(content: ElementContent[], processor: Processor): ElementContent[] {
  const and = processor.term('and');
  return and === undefined ? content : content.map((node) => (node.type === 'text' ? text(node.value.replace(/,? & (?=[^&]*$)/, ` ${and} `)) : node));
}

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

/** The link stands inside the brackets that the style puts around a citation. */
function linkTo(key: string, content: readonly ElementContent[]): ElementContent[] {
  if (content.length === 0 || content.some(holdsLink)) return [...content];
  const inner = content.map((node) => (node.type === 'text' ? { ...node } : node));
  const first = inner[0];
  const last = inner.at(-1);
  const open = first?.type === 'text' ? /^[([]/.exec(first.value)?.[0] : undefined;
  const close = last?.type === 'text' ? /[)\]]$/.exec(last.value)?.[0] : undefined;
  const bracketed = open !== undefined && close !== undefined;
  if (bracketed) {
    (first as Text).value = (first as Text).value.slice(1);
    (last as Text).value = (last as Text).value.slice(0, -1);
  }
  const link: Element = { type: 'element', tagName: 'a', properties: { href: `#${entryAnchor(key)}` }, children: inner };
  return bracketed ? [text(open), link, text(close)] : [link];
}

const holdsLink = (node: ElementContent): boolean => node.type === 'element' && (node.tagName === 'a' || node.children.some(holdsLink));

/** The author's sentence goes on after a citation in place. */
function withoutStop(content: ElementContent[], ending: string): ElementContent[] {
  const last = content.at(-1);
  if (ending !== '.' || last?.type !== 'text') return content;
  const value = last.value.replace(/\.([”’"»]?)$/u, '$1');
  return value === '' ? content.slice(0, -1) : [...content.slice(0, -1), text(value)];
}

function withStop(content: ElementContent[]): ElementContent[] {
  if (content.length === 0) return content;
  return /[.!?…][”’"»)\]]*$/u.test(toString({ type: 'root', children: content })) ? content : [...content, text('.')];
}

const text = (value: string): Text => ({ type: 'text', value });
