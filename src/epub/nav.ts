import type { Element, ElementContent } from 'xast';
import { capital, type Words } from '../model/words.js';
import { navFile, type Chunk, type Chunks } from './chunk.js';
import { document, linkFrom, withoutSoftHyphens, type ContentDocument } from './content.js';
import { pageBreak, type PageMark } from './page-breaks.js';
import { semanticsOf } from './semantics.js';
import { element, visitElements } from './tree.js';

/** One line of the contents, with what stands below it. */
export interface TocEntry {
  readonly href: string;
  readonly number?: string;
  readonly title: string;
  readonly entries: readonly TocEntry[];
}

export interface PageTarget extends PageMark {
  readonly href: string;
}

/** A figure or a table, by its caption. */
export interface CaptionTarget {
  readonly href: string;
  readonly title: string;
}

/** All lists are in reading order, as reading systems expect of them. */
export interface Navigation {
  readonly toc: readonly TocEntry[];
  readonly figures: readonly CaptionTarget[];
  readonly tables: readonly CaptionTarget[];
  readonly pages: readonly PageTarget[];
  /** Of every address above, how many of them come first in the book; from 1 on. */
  readonly order: ReadonlyMap<string, number>;
}

/** Sections to this depth are in the contents; 1 is a chapter. */
const tocDepth = 3;

/**
 * What the navigation files list: chapters with their sections, and what is found in the finished files: figures and tables with a
 * caption, and page marks.
 *
 * The title page, the imprint and the contents themselves are no lines of the contents; landmarks lead there.
 * @param ownMarks pages that begin in the contents page itself
 */
export function navigate({ list, holderOf }: Chunks, documents: readonly ContentDocument[], ownMarks: readonly PageMark[]): Navigation {
  const toc = list.filter(({ whole, isContinued }) => whole.kind === 'chapter' && !isContinued).map((chunk) => tocEntry(chunk, holderOf));
  const inToc = new Set(toc.flatMap(addresses));
  const figures: CaptionTarget[] = [];
  const tables: CaptionTarget[] = [];
  const pages: PageTarget[] = [];
  const order = new Map<string, number>();
  const pass = (href: string): void => void (order.has(href) || order.set(href, order.size + 1));

  const trees = new Map(documents.map(({ chunk, tree }) => [chunk, tree]));
  for (const chunk of list) {
    const { file } = chunk;
    if (inToc.has(file)) pass(file);
    if (file === navFile) for (const mark of ownMarks) addPage(mark, file);
    const tree = trees.get(chunk);
    for (const node of tree ? namedIn(tree) : []) find(node, file);
  }
  return { toc, figures, tables, pages, order };

  function addPage({ id, folio }: PageMark, file: string): void {
    const href = `${file}#${id}`;
    pages.push({ id, folio, href });
    pass(href);
  }

  function find({ id, folio, caption, isFigure }: Named, file: string): void {
    const href = `${file}#${id}`;
    if (folio !== undefined) addPage({ id, folio }, file);
    if (caption !== '') (isFigure ? figures : tables).push({ href, title: caption });
    if (caption !== '' || inToc.has(href)) pass(href);
  }
}

/** An element that an address may lead to. */
interface Named {
  readonly id: string;
  /** Of a page mark. */
  readonly folio?: string;
  readonly caption: string;
  readonly isFigure: boolean;
}

const known = new WeakMap<Element, readonly Named[]>();

/** In a finished file, but for its notes. */
function namedIn(tree: Element): readonly Named[] {
  const found = known.get(tree);
  if (found) return found;
  const named: Named[] = [];
  visitElements(tree, (node) => {
    const { id, role, 'epub:type': type, 'aria-label': folio } = node.attributes;
    if (typeof id === 'string') named.push({ id, ...(type === 'pagebreak' && typeof folio === 'string' && { folio }), caption: captionOf(node), isFigure: node.name === 'figure' });
    return role !== 'doc-footnote';
  });
  known.set(tree, named);
  return named;
}

const addresses = ({ href, entries }: TocEntry): string[] => [href, ...entries.flatMap(addresses)];

/** In one line, without the numbers of notes; of what is no figure and no table, nothing. */
function captionOf(node: Element): string {
  const name = node.name === 'figure' ? 'figcaption' : node.name === 'table' ? 'caption' : undefined;
  const caption = name === undefined ? undefined : node.children.find((child): child is Element => child.type === 'element' && child.name === name);
  return caption ? withoutSoftHyphens(wordsOf(caption)).replace(/\s+/g, ' ').trim() : '';
}

function wordsOf(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || node.attributes['role'] === 'doc-noteref') return '';
  return node.children.map(wordsOf).join('');
}

function tocEntry({ whole, file }: Chunk, holderOf: Chunks['holderOf']): TocEntry {
  const sections = whole.sections.filter((section) => section.depth <= tocDepth);
  return { ...lineOf(whole), href: file, entries: nest(sections, (anchor) => `${holderOf.get(anchor)?.file ?? file}#${anchor}`) };
}

type Section = Chunk['part']['sections'][number];

/** Sections below the ones they belong to; a level that the author left out is closed up. */
function nest(sections: readonly Section[], addressOf: (anchor: string) => string): TocEntry[] {
  const entries: TocEntry[] = [];
  for (let index = 0; index < sections.length; ) {
    const section = sections[index] as Section;
    const next = sections.findIndex((other, at) => at > index && other.depth <= section.depth);
    const end = next === -1 ? sections.length : next;
    entries.push({ ...lineOf(section), href: addressOf(section.anchor), entries: nest(sections.slice(index + 1, end), addressOf) });
    index = end;
  }
  return entries;
}

type Line = Pick<TocEntry, 'title' | 'number'>;

function lineOf({ title, number }: Line): Line {
  const words = withoutSoftHyphens(title).trim();
  const line = { title: words === '' ? (number ?? '–') : words };
  return number === undefined || words === '' ? line : { ...line, number };
}

export interface NavContext {
  readonly language: string;
  readonly words: Words;
  readonly stylesheet: string;
  readonly chunks: readonly Chunk[];
  readonly cover?: { readonly file: string; readonly title: string };
  /** Pages that begin in the contents page itself. */
  readonly ownMarks: readonly PageMark[];
}

/**
 * The navigation document: contents, and for the reading system alone landmarks, lists of figures, tables and print pages. These are
 * hidden where the document is read as the contents page, which shall be no longer than the author made it.
 */
export function writeNav({ toc, figures, tables, pages }: Navigation, book: NavContext): Element {
  const contents = book.chunks.find(({ file }) => file === navFile)?.part;
  const title = contents?.title.trim() || book.words.contents;
  const targets = pages.map(({ href, folio }) => item(element('a', { href }, folio)));
  const navs = [
    element(
      'nav',
      { id: contents?.id ?? 'contents', class: 'contents', 'epub:type': 'toc', role: 'doc-toc' },
      element('h1', {}, withoutSoftHyphens(title)),
      tocList(toc),
    ),
    hidden('landmarks', book.words.epub.landmarks, landmarks(book.chunks, book.cover)),
    ...listOf('loi', book.words.kinds.figure[1], figures),
    ...listOf('lot', book.words.kinds.table[1], tables),
    ...(targets.length > 0 ? [hidden('page-list', book.words.epub.pages, targets, 'doc-pagelist')] : []),
  ];
  const body = element('body', { 'epub:type': 'frontmatter' }, '\n', ...book.ownMarks.map(pageBreak), ...navs.flatMap((nav) => [nav, '\n']));
  return document({ language: book.language, title, stylesheets: [linkFrom(navFile, book.stylesheet)] }, body);
}

const item = (...children: Element[]): Element => element('li', {}, ...children, '\n');

function tocList(entries: readonly TocEntry[]): Element {
  const lines = entries.map(({ href, number, title, entries: below }) => {
    const numbered = number === undefined ? [] : [element('span', { class: 'toc-number' }, number), ' '];
    const link = element('a', { href }, ...numbered, title);
    return below.length > 0 ? item(link, tocList(below)) : item(link);
  });
  return element('ol', {}, '\n', ...lines);
}

function hidden(type: string, title: string, items: readonly Element[], role?: string): Element {
  const attributes = { 'epub:type': type, role, 'aria-label': title, hidden: 'hidden' };
  return element('nav', attributes, element('h2', {}, title), element('ol', {}, '\n', ...items));
}

function listOf(type: 'loi' | 'lot', name: string, targets: readonly CaptionTarget[]): Element[] {
  return targets.length > 0 ? [hidden(type, capital(name), targets.map(({ href, title }) => item(element('a', { href }, title))))] : [];
}

/** Links must lead into the reading order, so a book without a contents page has no landmark for it. */
function landmarks(chunks: readonly Chunk[], cover: NavContext['cover']): Element[] {
  const beginnings = chunks.filter(({ isContinued }) => !isContinued);
  const start = beginnings.find(({ part }) => part.matter === 'body');
  const front = cover ? [item(element('a', { 'epub:type': 'cover', href: cover.file }, cover.title))] : [];
  const parts = beginnings.flatMap((chunk) => {
    const { type, landmark } = semanticsOf(chunk.part);
    const target = chunk.file === navFile ? `${navFile}#${chunk.part.id}` : chunk.file;
    const types = [...(chunk === start ? ['bodymatter'] : []), ...(landmark && type !== undefined ? [type] : [])];
    return types.map((name) => item(element('a', { 'epub:type': name, href: target }, lineOf(chunk.part).title)));
  });
  return [...front, ...parts];
}
