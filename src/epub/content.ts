import { posix } from 'node:path';
import type { Attributes, Element, ElementContent } from 'xast';
import type { NodeId } from '../model/id.js';
import type { Words } from '../model/words.js';
import { type AccessFacts, accessFactsOf } from './access-facts.js';
import type { Chunk } from './chunk.js';
import { explanationsSection, notesSection } from './notes.js';
import { insertPageBreaks, type PlacedPage } from './page-breaks.js';
import { fillPageNumbers } from './page-numbers.js';
import { linkMeaning, withMeaning } from './roles.js';
import { semanticsOf } from './semantics.js';
import { element, fromHast, text, usesXLink, visitElements } from './tree.js';
import { validAddress, validHtml } from './valid-html.js';
import type { Whereabouts } from './whereabouts.js';

/** One finished XHTML file and what the package must say of it. */
export interface ContentDocument extends AccessFacts {
  readonly chunk: Chunk;
  readonly title: string;
  readonly tree: Element;
}

export interface ContentContext {
  readonly language: string;
  /** Names a part that has no title of its own. */
  readonly title: string;
  readonly words: Words;
  readonly book: Whereabouts;
  readonly stylesheet: string;
  /** For the files whose formulas have pictures. */
  readonly formulaSheet: string;
}

/**
 * Makes one part's XHTML: notes gathered, page numbers filled, page breaks marked, then every element brought into the form that
 * XHTML5 and EPUB 3.3 allow.
 *
 * In: hast from src/lower: links to anchors as `#anchor`, pictures by asset key, `data-*` for the steps here (none is left;
 * what `data-at` says goes into `data`, which is not written, for source-map.ts).
 * A link that leads to no anchor of the book, or to a file beside the manuscript, keeps its words and loses the link: what was
 * wrong with it has been reported where it was read.
 * Throws on a picture that is not among the assets: m-007 stops the edition before it comes here.
 * Not here: page numbers (page-numbers.ts), page breaks (page-breaks.ts), notes (notes.ts), which HTML is valid (valid-html.ts), the XML syntax (serialize.ts).
 */
export function content(chunk: Chunk, placed: readonly PlacedPage[], context: ContentContext): ContentDocument {
  const title = titleOf(chunk, context);
  const section = sectionOf(chunk, title, context.words);
  fillPageNumbers(section, context.book, context.words.inNote);
  insertPageBreaks(section, placed);
  nameTargets(section, chunk);
  const [conforming] = conform(section, 'html', { chunk, context });
  if (conforming?.type !== 'element') throw new Error(`part ${chunk.part.id} has no content`);
  const { division } = semanticsOf(chunk.part);
  const body = element('body', { 'epub:type': division }, '\n', conforming, '\n');
  const facts = accessFactsOf(section);
  const sheets = [context.stylesheet, ...(facts.formulas.drawn > 0 ? [context.formulaSheet] : [])];
  const head = { language: context.language, title, stylesheets: sheets.map((sheet) => linkFrom(chunk.file, sheet)) };
  return { chunk, title: withoutSoftHyphens(title), tree: document(head, body), ...facts };
}

/** The frame of every XHTML file. */
export function document(head: { readonly language: string; readonly title: string; readonly stylesheets: readonly string[] }, body: Element): Element {
  const namespaces = { xmlns: 'http://www.w3.org/1999/xhtml', 'xmlns:epub': 'http://www.idpf.org/2007/ops' };
  return element(
    'html',
    { ...namespaces, lang: head.language, 'xml:lang': head.language },
    element(
      'head',
      {},
      element('meta', { charset: 'utf-8' }),
      element('title', {}, withoutSoftHyphens(head.title)),
      ...head.stylesheets.map((href) => element('link', { rel: 'stylesheet', type: 'text/css', href })),
    ),
    '\n',
    body,
  );
}

/** The address of one file of the EPUB in another. */
export function linkFrom(file: string, to: string): string {
  return posix.relative(posix.dirname(file), to);
}

export const withoutSoftHyphens = (words: string): string => (words.includes('\u00AD') ? words.replaceAll('\u00AD', '') : words);

/** A file that goes on with a part is named after what it begins with, so that no two files of a part have one title. */
function titleOf({ part, isContinued, section }: Chunk, { title, words }: ContentContext): string {
  const own = part.title.trim() || title;
  if (!isContinued) return own;
  return section ? `${[section.number, section.title].filter(Boolean).join(' ')} – ${own}` : `${own} (${words.continued})`;
}

/**
 * The part as one section: the one that lower made, when it made one.
 *
 * A chapter in several files is one chapter, so the first alone says that it is one; a file that goes on with it is a section that
 * its heading names, or else its title. Source: EPUB 3.3, Structural semantics; DPUB-ARIA 1.1, doc-chapter.
 */
function sectionOf({ part, isContinued, section: begun }: Chunk, title: string, words: Words): Element {
  const made = fromHast(part.body);
  const [only] = made;
  const isSection = made.length === 1 && only?.type === 'element' && only.name === 'section';
  const section = isSection ? only : element('section', {}, '\n', ...made.flatMap((node) => [node, text('\n')]));
  const { type, role } = semanticsOf(part);
  const semantics = isContinued ? { 'aria-label': begun ? undefined : title } : { 'epub:type': type, role };
  section.attributes = { ...semantics, ...section.attributes };
  for (const end of [notesSection(part.notes, words), explanationsSection(part.explanations ?? [], words)]) if (end) section.children.push(end, text('\n'));
  return section;
}

/** What a link leads to by a name that no element has: a part without a title, and a note that another file calls first. */
function nameTargets(section: Element, { part, isContinued }: Chunk): void {
  const named = new Set<string | null | undefined>();
  const unnamed: Element[] = [];
  visitElements(section, (node) => {
    if (node.attributes.id !== undefined) named.add(node.attributes.id);
    else if (node.attributes['data-note'] !== undefined) unnamed.push(node);
  });
  if (!isContinued && !named.has(part.id)) section.attributes.id = part.id;
  for (const { anchor, callAnchor } of part.notes) {
    const call = named.has(callAnchor) ? undefined : unnamed.find(({ attributes }) => attributes['data-note'] === anchor);
    if (call) call.attributes.id = callAnchor;
  }
}

type Namespace = 'html' | 'svg' | 'math';

const namespaceNames: Readonly<Record<Namespace, string>> = {
  html: 'http://www.w3.org/1999/xhtml',
  svg: 'http://www.w3.org/2000/svg',
  math: 'http://www.w3.org/1998/Math/MathML',
};

interface Position {
  readonly chunk: Chunk;
  readonly context: ContentContext;
}

/** What stands in the file for one node: itself in conforming shape, or its words when it cannot be there. */
function conform(node: ElementContent, around: Namespace, position: Position): ElementContent[] {
  if (node.type === 'text') return [text(withoutSoftHyphens(node.value))];
  if (node.type !== 'element') return [];
  const namespace = node.name === 'svg' || node.name === 'math' ? node.name : around;
  const attributes = plainAttributes(node);
  const at = node.attributes['data-at'];
  const data = at ? { data: { at: at as NodeId } } : {};
  if (namespace !== around) attributes.xmlns = namespaceNames[namespace];
  if (node.name === 'svg' && usesXLink(node)) attributes['xmlns:xlink'] = 'http://www.w3.org/1999/xlink';
  const children: ElementContent[] = [];
  for (const child of node.children) children.push(...conform(child, namespace, position));
  if (namespace !== 'html') return [{ ...node, ...data, attributes, children }];
  if (node.name === 'a') return anchor({ ...node, ...data }, attributes, children, position);
  if (node.name === 'img') return [{ ...node, ...data, attributes: { ...attributes, src: pictureAddress(node.attributes.src ?? '', position) }, children: [] }];
  if (node.name === 'input' && attributes.type === 'checkbox') return [text(attributes.checked === undefined ? '☐' : '☑')];
  const meant = withMeaning(node.name, alignedByClass(attributes));
  // To a screen reader, an `aside` of itself may be a landmark; a box is read where it stands.
  if (node.name === 'aside') meant.role ??= 'note';
  return [validHtml({ ...node, ...data, attributes: meant, children })];
}

function plainAttributes(node: Element): Attributes {
  const attributes: Attributes = {};
  for (const name of Object.keys(node.attributes)) {
    const value = node.attributes[name];
    if (name.startsWith('data-') || name === 'xmlns' || typeof value !== 'string') continue;
    attributes[name] = withoutSoftHyphens(value);
  }
  if (attributes.lang !== undefined) attributes['xml:lang'] = attributes.lang;
  return attributes;
}

/** XHTML5 has no `align`; the style sheet has `.align-right`. */
function alignedByClass({ align, ...rest }: Attributes): Attributes {
  if (typeof align !== 'string') return rest;
  return { ...rest, class: [rest.class, `align-${align}`].filter(Boolean).join(' ') };
}

function anchor(node: Element, attributes: Attributes, children: ElementContent[], position: Position): ElementContent[] {
  const { href } = attributes;
  const isCall = node.attributes['data-note'] !== undefined || node.attributes['data-explains'] !== undefined;
  if (typeof href !== 'string') return [{ ...node, attributes, children }];
  const address = addressOf(href, position);
  if (address !== undefined) return [{ ...node, attributes: { ...attributes, ...linkMeaning(href, isCall), href: address }, children }];
  const { href: _, role, 'epub:type': type, 'aria-label': label, ...kept } = attributes;
  return [{ ...node, name: 'span', attributes: kept, children }];
}

function addressOf(href: string, { chunk, context }: Position): string | undefined {
  if (!href.startsWith('#')) return URL.canParse(href) ? validAddress(href) : undefined;
  const anchor = decoded(href.slice(1));
  if (chunk.anchors.has(anchor)) return `#${anchor}`;
  const file = context.book.file(anchor);
  return file && `${linkFrom(chunk.file, file)}#${anchor}`;
}

/** Markdown's links arrive with their letters beyond ASCII percent-encoded; ids never are. */
function decoded(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch (error) {
    if (error instanceof URIError) return fragment;
    throw error;
  }
}

function pictureAddress(key: string, { chunk, context }: Position): string {
  const file = context.book.picture(key);
  if (file === undefined) throw new Error(`the picture ${key} in ${chunk.part.id} is not among the assets`);
  return linkFrom(chunk.file, file);
}
