import type { Element } from 'xast';
import type { Words } from '../model/words.js';
import { navFile, type Chunk } from './chunk.js';
import { document, linkFrom, withoutSoftHyphens, type ContentDocument } from './content.js';
import { pageBreak, type PageMark } from './page-breaks.js';
import { semanticsOf } from './semantics.js';
import { element, elementsIn } from './tree.js';

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

export interface Navigation {
  readonly toc: readonly TocEntry[];
  /** In reading order, which the reader's page list must follow. */
  readonly pages: readonly PageTarget[];
}

/** Sections to this depth are in the contents; 1 is a chapter. */
const tocDepth = 3;

/**
 * What the navigation files list: chapters with their sections, and the page marks found in the finished files.
 *
 * The title page, the imprint and the contents themselves are no lines of the contents; landmarks lead there.
 * @param ownMarks pages that begin in the contents page itself
 */
export function navigate(chunks: readonly Chunk[], documents: readonly ContentDocument[], ownMarks: readonly PageMark[]): Navigation {
  const marksIn = new Map(documents.map(({ chunk, tree }) => [chunk, [...pageMarksIn(tree)]]));
  return {
    toc: chunks.filter(({ part }) => part.kind === 'chapter').map(tocEntry),
    pages: chunks.flatMap((chunk) => {
      const marks = chunk.file === navFile ? ownMarks : (marksIn.get(chunk) ?? []);
      return marks.map((mark) => ({ ...mark, href: `${chunk.file}#${mark.id}` }));
    }),
  };
}

function* pageMarksIn(tree: Element): Generator<PageMark> {
  for (const { node } of elementsIn(tree)) {
    const { id, 'epub:type': type, 'aria-label': folio } = node.attributes;
    if (type === 'pagebreak' && typeof id === 'string' && typeof folio === 'string') yield { id, folio };
  }
}

function tocEntry({ part, file }: Chunk): TocEntry {
  const sections = part.sections.filter((section) => section.depth <= tocDepth);
  return { ...lineOf(part), href: file, entries: nest(sections, file) };
}

type Section = Chunk['part']['sections'][number];

/** Sections below the ones they belong to; a level that the author left out is closed up. */
function nest(sections: readonly Section[], file: string): TocEntry[] {
  const entries: TocEntry[] = [];
  for (let index = 0; index < sections.length; ) {
    const section = sections[index] as Section;
    const next = sections.findIndex((other, at) => at > index && other.depth <= section.depth);
    const end = next === -1 ? sections.length : next;
    entries.push({ ...lineOf(section), href: `${file}#${section.anchor}`, entries: nest(sections.slice(index + 1, end), file) });
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

/** The navigation document: contents, and for the reading system landmarks and the list of print pages. */
export function writeNav({ toc, pages }: Navigation, book: NavContext): Element {
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
    ...(targets.length > 0 ? [hidden('page-list', book.words.epub.pages, targets, 'doc-pagelist')] : []),
  ];
  const body = element('body', { 'epub:type': 'frontmatter' }, '\n', ...book.ownMarks.map(pageBreak), ...navs.flatMap((nav) => [nav, '\n']));
  return document({ language: book.language, title, stylesheet: linkFrom(navFile, book.stylesheet) }, body);
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

/** Links must lead into the reading order, so a book without a contents page has no landmark for it. */
function landmarks(chunks: readonly Chunk[], cover: NavContext['cover']): Element[] {
  const start = chunks.find(({ part }) => part.matter === 'body');
  const front = cover ? [item(element('a', { 'epub:type': 'cover', href: cover.file }, cover.title))] : [];
  const parts = chunks.flatMap((chunk) => {
    const { type, landmark } = semanticsOf(chunk.part);
    const target = chunk.file === navFile ? `${navFile}#${chunk.part.id}` : chunk.file;
    const types = [...(chunk === start ? ['bodymatter'] : []), ...(landmark && type !== undefined ? [type] : [])];
    return types.map((name) => item(element('a', { 'epub:type': name, href: target }, lineOf(chunk.part).title)));
  });
  return [...front, ...parts];
}
