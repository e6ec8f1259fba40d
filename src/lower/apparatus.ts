/**
 * The apparatus that is derived from the annotations: chronology, answers, bibliography, lists. Each is printed where its leaf
 * directive stands, and each links back to the text.
 * Not here: the evidence (evidence.ts), registers and indexes (directives/register.ts, directives/index.ts).
 */
import type { ElementContent } from 'hast';
import type { LeafDirective } from 'mdast-util-directive';
import { citedBy } from '../cite/cited-by.js';
import { isAnswered, type BibliographyEntry, type BibliographyList, type Chapter, type ClaimStatus, type Question } from '../model/document.js';
import { formatEdtf } from '../model/edtf.js';
import type { Anchor } from '../model/id.js';
import { sortedEntries } from '../pass/walk.js';
import { readAnnotation } from '../read/read-annotation.js';
import { plain } from '../read/read-chapter.js';
import { answerAnchor, answerOf, semantics } from './directives/question.js';
import { entryId, entryText, mentionsOf } from './directives/register.js';
import { endWith, h, leadWith, pageOf, pagesOf, registerAnchor, text } from './element.js';
import type { Lowering } from './lowering.js';

type Lower = (node: LeafDirective, lowering: Lowering) => ElementContent[];

export const chronology: Lower = (node, lowering) => {
  const { words, doc } = lowering;
  const rows = sortedEntries(doc, 'dates').map((entry) => {
    const place = entry.fields['place'];
    const status = entry.fields['status'] as ClaimStatus | undefined;
    return h(
      'tr',
      { id: registerAnchor(entry), dataAt: entryId(node, entry.key, lowering) },
      h('td', { className: ['chronology-date'] }, formatEdtf(entry.fields['on'] ?? '', doc.config.language)),
      h('td', {}, place ? [h('span', { className: ['chronology-place'] }, place), text('. ')] : [], entryText(entry, 'event', lowering), status && status !== 'verified' ? [text(' '), h('span', { className: ['status'] }, `(${words.statuses[status]})`)] : [], mentionsOf(entry, lowering)),
    );
  });
  return [h('table', { className: ['chronology'], dataAt: lowering.id(node) }, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, words.date), h('th', { scope: 'col' }, words.event))), h('tbody', {}, rows))];
};

export const bibliography: Lower = (node, lowering) => {
  const list = lowering.doc.bibliographies.get(lowering.id(node));
  if (!list || list.entries.length === 0) return [];
  const at = (key: string) => entryId(node, key, lowering);
  return [h('div', { className: ['bibliography'], dataAt: lowering.id(node) }, bibliographyEntries(lowering.doc, list, at, list.isAnnotated ? (entry) => annotationOf(entry, at(entry.key), lowering) : undefined))];
};

function annotationOf({ key, content }: BibliographyEntry, stem: string, lowering: Lowering): ElementContent[] {
  const entry = lowering.doc.library.entries.get(key);
  const source = entry && readAnnotation(entry, content, stem);
  return source ? lowering.outsideChapters(source).all(source.tree.children) : [];
}

/** Sources in the style's order, each with the places that cite it (of the chapter, in the list of one), and with what the author says of it below. */
export function bibliographyEntries({ citations, config, library }: Lowering['doc'], { entries: sources, citations: scope }: Pick<BibliographyList, 'entries' | 'citations'>, at: (key: string) => string, annotation: (entry: BibliographyEntry) => ElementContent[] = () => []): ElementContent[] {
  const citedAt = new Map<string, Anchor[]>();
  const leading = config.citation.backLinks ? citations.filter(({ id }) => scope?.has(id) ?? true) : [];
  for (const { node, anchor } of leading) {
    for (const key of new Set(node.parts.flatMap((part) => citedBy(library, part.key)))) citedAt.set(key, [...(citedAt.get(key) ?? []), anchor]);
  }
  return sources.flatMap((entry) => {
    const places = citedAt.get(entry.key) ?? [];
    const said = annotation(entry);
    return [
      h('p', { className: ['bibliography-entry', ...(isNumbered(entry) ? ['numbered'] : [])], id: entry.anchor, dataAt: at(entry.key), dataKeep: said.length > 0 ? 'next' : undefined }, entry.content, places.length > 0 ? [text(' '), pagesOf(places)] : []),
      ...(said.length > 0 ? [h('div', { className: ['annotation'] }, said)] : []),
    ];
  });
}

/** Its style sets a number or label before the entry. */
function isNumbered({ content: [first] }: BibliographyEntry): boolean {
  return first?.type === 'element' && Array.isArray(first.properties['className']) && first.properties['className'].includes('entry-number');
}

export const answers: Lower = (node, lowering) => {
  const byChapter = new Map<Chapter, Question[]>();
  for (const question of lowering.doc.questions.filter(isAnswered)) {
    const others = byChapter.get(question.chapter);
    if (others) others.push(question);
    else byChapter.set(question.chapter, [question]);
  }
  const chapters = lowering.doc.chapters.flatMap((chapter): ElementContent[] => {
    const answered = byChapter.get(chapter);
    if (!answered) return [];
    return [
      h('h2', { className: ['answers-chapter'] }, chapterTitle(chapter, lowering)),
      ...answered.map((question) => {
        const number = lowering.doc.numbers.get(question.id) ?? '';
        const lead = h('a', { className: ['question-number'], href: `#${question.anchor}` }, `${number} `);
        const back = h('span', { className: ['answer-page'] }, `${lowering.words.page}\u00a0`, pageOf(question.anchor));
        return h('div', { className: ['answer'], id: answerAnchor(question), dataAt: entryId(node, question.anchor, lowering), ...semantics('answer', lowering) }, endWith([text('\u00a0'), back], leadWith([lead], answerOf(question, lowering))));
      }),
    ];
  });
  return [h('div', { className: ['answers'], dataAt: lowering.id(node), ...semantics('answers', lowering) }, chapters)];
};

export const listOf =
  (kind: 'figure' | 'table'): Lower =>
  (node, lowering) => {
    const rows = lowering.doc.labelled
      .filter((item) => item.kind === kind && lowering.doc.numbers.has(item.id))
      .map((item) => h('li', {}, h('p', { className: ['contents-entry'] }, h('a', { href: `#${item.anchor}` }, `${lowering.words[kind]} ${lowering.doc.numbers.get(item.id) ?? ''}`, '. ', captionWords(item.node)), h('span', { className: ['leader'] }), pageOf(item.anchor))));
    return [h('ol', { className: ['contents', 'list-of'], dataAt: lowering.id(node) }, rows)];
  };

function captionWords(node: Lowering['doc']['labelled'][number]['node']): string {
  if (node.type === 'leafDirective') return node.attributes?.['caption'] ?? '';
  const words = node.type === 'table' ? plain(node.caption?.children ?? []) : plain([node]);
  const [sentence = words] = words.match(/^.*?[.!?](?=\s|$)/s) ?? [];
  return sentence.replace(/\.$/, '');
}

export function chapterTitle(chapter: Chapter, lowering: Lowering): string {
  const number = lowering.doc.labelled.find((item) => item.kind === 'chapter' && item.chapter === chapter);
  const digits = number && lowering.doc.numbers.get(number.id);
  return digits === undefined ? plain(chapter.title) : `${digits}. ${plain(chapter.title)}`;
}
