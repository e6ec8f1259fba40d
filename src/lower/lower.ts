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
import type { Chapter, Part, PartNote, Resolved } from '../model/document.js';
import { anchorOf } from '../model/id.js';
import { creatorsOf } from '../model/relators.js';
import { wordsOf } from '../model/words.js';
import { plain } from '../read/read-chapter.js';
import { bibliographyEntries } from './apparatus.js';
import { reportUnmarked } from './comment.js';
import { explanationOf } from './directives/register.js';
import { h, pageOf, text } from './element.js';
import { imprintFacts } from './imprint.js';
import { explanationAnchor, Lookup, Lowering, type Target } from './lowering.js';
import type { Usage } from './usage.js';

/**
 * @param state of the text, for the imprint page
 * @param usage is told of every construct that is met
 */
export function lower(doc: Resolved, target: Target, state: string, report: Report, usage: Usage): Part[] {
  const lookup = new Lookup(doc, target, report, usage);
  const chapters = withBibliography(doc.chapters.map((chapter) => lowerChapter(chapter, lookup)), lookup);
  reportUnmarked(lookup);
  return [titlePart(doc), ...imprintPart(doc, state, lookup), contentsPart(doc, chapters), ...chapters];
}

function lowerChapter(chapter: Chapter, lookup: Lookup): Part {
  const { doc } = lookup;
  const lowering = new Lowering(lookup, chapter, chapter);
  const labelled = doc.labelled.filter((item) => item.chapter === chapter);
  const itself = labelled.find((item) => item.kind === 'chapter');
  const number = itself && doc.numbers.get(itself.id);
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
    notes: lowering.notes,
    ...explanationsOf(lowering),
    sections: labelled
      .filter((item) => item.kind === 'section')
      .map((item) => {
        const own = doc.numbers.get(item.id);
        return { anchor: item.anchor, title: item.node.type === 'heading' ? plain(item.node.children) : '', depth: item.depth, ...(own !== undefined && { number: own }) };
      }),
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
function withBibliography(chapters: Part[], lookup: Lookup): Part[] {
  const { doc, words } = lookup;
  const last = chapters.at(-1);
  if (doc.bibliography.length === 0 || doc.lists.length > 0 || !last) return chapters;
  const entries = h('div', { className: ['bibliography'] }, bibliographyEntries(doc, { entries: doc.bibliography }, (key) => `bibliography:0#${key}`));
  if (/^h[1-6]$/.test(last.body.at(-1)?.tagName ?? '')) return chapters.with(-1, { ...last, body: [...last.body, entries] });
  const title = words.bibliography;
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
  const notes: PartNote[] = [];
  const written = imprint ? elementsOnly(new Lowering(lookup, undefined, imprint, notes).all(imprint.tree.children)) : [];
  const body = [...written, ...imprintFacts(config, state, imprint && written.map((element) => toString(element)).join('\n'))];
  return body.length === 0 ? [] : [{ ...emptyPart('imprint', config.title), kind: 'imprint', body: [h('section', { className: ['imprint'] }, body)], notes }];
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
