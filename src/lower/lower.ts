/**
 * Lowers the whole book for one output.
 *
 * In: `Resolved`. Out: parts in reading order: title, imprint, contents, chapters; every link is `#anchor`, every page number an
 * empty place that the output fills.
 * Not here: pages (src/page), files (src/epub).
 */
import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Report } from '../diagnostics/diagnostic.js';
import type { BookConfig } from '../model/book.js';
import type { Chapter, Part, Resolved } from '../model/document.js';
import { anchorOf, type NodeId } from '../model/id.js';
import { isSame } from '../model/is-same.js';
import { creatorsOf } from '../model/relators.js';
import { wordsOf } from '../model/words.js';
import { plain } from '../read/read-chapter.js';
import { type Kept, keepOne, KeptStep, type Shelf } from '../world/kept.js';
import { bibliographyEntries } from './apparatus.js';
import { reportUnmarked } from './comment.js';
import { explanationOf } from './directives/register.js';
import { h, pageOf, text } from './element.js';
import { imprintFacts } from './imprint.js';
import { citedAt, type Heard, Lookup, type Target } from './lookup.js';
import { explanationAnchor, Lowering, PartNotes } from './lowering.js';
import type { Usage } from './usage.js';

/**
 * @param state of the text, for the imprint page
 * @param usage is told of every construct that is met
 * @param kept a part that is what it was before is the same object
 */
export function lower(doc: Resolved, target: Target, state: string, report: Report, usage: Usage, kept?: Kept): Part[] {
  const lookup = new Lookup(doc, target);
  const keep = { chapters: keptChapters[target].turn(kept), parts: keptParts[target].turn(kept) };
  const marked = new Set<NodeId>();
  const retold = <Value>({ value, heard }: { readonly value: Value; readonly heard: Heard }): Value => {
    for (const finding of heard.findings) report(...finding);
    for (const id of heard.marked) marked.add(id);
    usage.add(heard.usage);
    return value;
  };
  const chapters = withBibliography(doc.chapters.map((chapter) => retold(lowerAgain(chapter, lookup, keep.chapters))), doc);
  reportUnmarked(doc.comments, marked, report);
  const imprint = retold(lookup.hear(() => imprintPart(doc, state, lookup)));
  return [titlePart(doc), ...imprint, contentsPart(doc, chapters), ...chapters].map((part) => keepOne(part.id, part, keep.parts, isSame));
}

/** A chapter as it was lowered before. */
interface LoweredChapter {
  readonly chapter: Chapter;
  readonly config: BookConfig;
  readonly lowered: { readonly value: Part; readonly heard: Heard };
}

const keptChapters = { print: new KeptStep<LoweredChapter>(), epub: new KeptStep<LoweredChapter>() };
const keptParts = { print: new KeptStep<Part>(), epub: new KeptStep<Part>() };

/** Where a chapter's words are the same, and the book answers as it did all that was asked of it, nothing needs to be made. */
function lowerAgain(chapter: Chapter, lookup: Lookup, shelf: Shelf<LoweredChapter>): LoweredChapter['lowered'] {
  const { config } = lookup;
  const known = shelf.take(chapter.stem);
  if (known?.chapter === chapter && isSame(known.config, config) && lookup.answersAs(known.lowered.heard)) return known.lowered;
  const lowered = lookup.hear(() => lowerChapter(chapter, lookup));
  shelf.put(chapter.stem, { chapter, config, lowered });
  return lowered;
}

function lowerChapter(chapter: Chapter, lookup: Lookup): Part {
  const lowering = new Lowering(lookup, chapter, chapter);
  const sections = lookup.sections(chapter);
  const itself = sections.find(({ kind }) => kind === 'chapter');
  const number = itself?.number;
  const title = lowering.within(chapter.titleSource ?? chapter).all(chapter.title);
  const body = lowering.all(chapter.tree.children);
  return {
    id: chapter.slug,
    kind: 'chapter',
    matter: chapter.matter,
    title: plain(chapter.title),
    ...(number !== undefined && { number }),
    running: chapter.running,
    body: [
      h('h1', { id: chapter.slug, className: ['chapter-title'], dataAt: itself?.id ?? '' }, number === undefined ? [] : [h('span', { className: ['chapter-number'] }, number), text(' ')], h('span', { className: ['chapter-name'] }, title)),
      ...elementsOnly(body),
    ],
    notes: lowering.notes.list,
    ...explanationsOf(lowering),
    sections: sections
      .filter(({ kind }) => kind === 'section')
      .map(({ anchor, title, depth, number: own }) => ({ anchor, title, depth, ...(own !== undefined && { number: own }) })),
  };
}

/** The entries that the chapter's words ask for, where an output shows them beside the words. */
function explanationsOf(lowering: Lowering): Pick<Part, 'explanations'> {
  const { chapter, explained } = lowering;
  if (!chapter || !explained || explained.size === 0) return {};
  const explanations = [...explained].map(([entry, { anchor }]) => ({ anchor: explanationAnchor(entry, chapter), backTo: anchor, name: entry.name, body: explanationOf(entry, lowering.besideText()) }));
  return { explanations };
}

/** Sources that no `::bibliography` prints: under a last heading that has nothing below it, as Pandoc has it, or as a part of their own. */
function withBibliography(chapters: Part[], doc: Resolved): Part[] {
  const last = chapters.at(-1);
  if (doc.bibliography.length === 0 || doc.lists.length > 0 || !last) return chapters;
  const entries = h('div', { className: ['bibliography'] }, bibliographyEntries({ entries: doc.bibliography, citedAt: citedAt(doc, { entries: doc.bibliography }) }, (key) => `bibliography:0#${key}`));
  if (/^h[1-6]$/.test(last.body.at(-1)?.tagName ?? '')) return chapters.with(-1, { ...last, body: [...last.body, entries] });
  const title = wordsOf(doc.config.language).bibliography;
  return [...chapters, { ...emptyPart('bibliography', title), kind: 'chapter', matter: 'back', running: title, body: [h('h1', { id: 'bibliography', className: ['chapter-title'] }, h('span', { className: ['chapter-name'] }, title)), entries] }];
}

function titlePart({ config }: Resolved): Part {
  const authors = creatorsOf(config.authors).map((author) => author.name).join(', ');
  return {
    ...emptyPart('title-page', config.title),
    kind: 'title',
    body: [
      h(
        'section',
        { className: ['titlepage'] },
        h('p', { className: ['title'] }, config.title),
        config.subtitle === undefined ? [] : h('p', { className: ['subtitle'] }, config.subtitle),
        authors === '' ? [] : h('p', { className: ['author'] }, authors),
        config.publisher === undefined && config.edition === undefined ? [] : h('p', { className: ['publisher'] }, [config.edition, config.publisher].filter((line) => line !== undefined).join(' · ')),
      ),
    ],
  };
}

function imprintPart(doc: Resolved, state: string, lookup: Lookup): Part[] {
  const { config, imprint } = doc;
  const notes = new PartNotes();
  const written = imprint ? elementsOnly(new Lowering(lookup, undefined, imprint, notes).all(imprint.tree.children)) : [];
  const body = [...written, ...imprintFacts(config, state, imprint && written.map((element) => toString(element)).join('\n'))];
  return body.length === 0 ? [] : [{ ...emptyPart('imprint', config.title), kind: 'imprint', body: [h('section', { className: ['imprint'] }, body)], notes: notes.list }];
}

function contentsPart({ config }: Resolved, chapters: readonly Part[]): Part {
  const title = wordsOf(config.language).contents;
  const entries = chapters.map((part) =>
    h(
      'li',
      { className: [`contents-${part.matter}`] },
      h('p', { className: ['contents-entry'] }, h('a', { href: `#${part.id}` }, part.number === undefined ? [] : [h('span', { className: ['contents-number'] }, part.number), text(' ')], part.title), h('span', { className: ['leader'] }), pageOf(part.id)),
    ),
  );
  return {
    ...emptyPart('contents', title),
    kind: 'contents',
    running: title,
    body: [h('h1', { id: 'contents', className: ['chapter-title'] }, title), h('nav', { className: ['contents-list'] }, h('ol', { className: ['contents'] }, entries))],
  };
}

function emptyPart(id: string, title: string): Omit<Part, 'kind' | 'body'> {
  return { id: anchorOf(id), matter: 'front', title, running: '', notes: [], sections: [] };
}

/** Text straight under a chapter (from raw HTML) becomes a paragraph; white space there means nothing. */
function elementsOnly(nodes: readonly ElementContent[]): Element[] {
  return nodes.flatMap((node): Element[] => (node.type === 'element' ? [node] : node.type === 'text' && toString(node).trim() !== '' ? [h('p', {}, [node])] : []));
}
