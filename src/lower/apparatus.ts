/**
 * The apparatus that is derived from the annotations: chronology, answers, bibliography, lists. Each is printed where its leaf
 * directive stands, and each links back to the text.
 * Not here: the evidence (evidence.ts), registers and indexes (directives/register.ts, directives/index.ts).
 */
import type { ElementContent } from 'hast';
import type { LeafDirective } from 'mdast-util-directive';
import type { BibliographyEntry, Chapter, ClaimStatus } from '../model/document.js';
import { formatEdtf } from '../model/edtf.js';
import { readAnnotation } from '../read/read-annotation.js';
import { plain } from '../read/read-chapter.js';
import { answerAnchor, answerOf, semantics } from './directives/question.js';
import { entryId, entryText, mentionsOf } from './directives/register.js';
import { endWith, h, leadWith, pageOf, pagesOf, registerAnchor, text } from './element.js';
import type { Listed } from './lookup.js';
import type { Lowering } from './lowering.js';

type Lower = (node: LeafDirective, lowering: Lowering) => ElementContent[];

export const chronology: Lower = (node, lowering) => {
  const { words, config } = lowering;
  const rows = lowering.lookup.entries('dates').map((entry) => {
    const place = entry.fields['place'];
    const status = entry.fields['status'] as ClaimStatus | undefined;
    return h(
      'tr',
      { id: registerAnchor(entry), dataAt: entryId(node, entry.key, lowering) },
      h('td', { className: ['chronology-date'] }, formatEdtf(entry.fields['on'] ?? '', config.language)),
      h('td', {}, place ? [h('span', { className: ['chronology-place'] }, place), text('. ')] : [], entryText(entry, 'event', lowering), status && status !== 'verified' ? [text(' '), h('span', { className: ['status'] }, `(${words.statuses[status]})`)] : [], mentionsOf(entry, lowering)),
    );
  });
  return [h('table', { className: ['chronology'], dataAt: lowering.id(node) }, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, words.date), h('th', { scope: 'col' }, words.event))), h('tbody', {}, rows))];
};

export const bibliography: Lower = (node, lowering) => {
  const list = lowering.lookup.bibliography(lowering.id(node));
  if (!list || list.entries.length === 0) return [];
  const at = (key: string) => entryId(node, key, lowering);
  return [h('div', { className: ['bibliography'], dataAt: lowering.id(node) }, bibliographyEntries(list, at, list.isAnnotated ? (entry) => annotationOf(entry, at(entry.key), lowering) : undefined))];
};

function annotationOf({ key, content }: BibliographyEntry, stem: string, lowering: Lowering): ElementContent[] {
  const entry = lowering.lookup.sourceEntry(key);
  const source = entry && readAnnotation(entry, content, stem);
  return source ? lowering.outsideChapters(source).all(source.tree.children) : [];
}

/** Sources in the style's order, each with the places that cite it (of the chapter, in the list of one), and with what the author says of it below. */
export function bibliographyEntries({ entries: sources, citedAt }: Pick<Listed, 'entries' | 'citedAt'>, at: (key: string) => string, annotation: (entry: BibliographyEntry) => ElementContent[] = () => []): ElementContent[] {
  const placesOf = new Map(citedAt);
  return sources.flatMap((entry) => {
    const places = placesOf.get(entry.key) ?? [];
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
  const chapters = lowering.lookup.answered().flatMap(([chapter, answered]): ElementContent[] => {
    return [
      h('h2', { className: ['answers-chapter'] }, chapterTitle(chapter, lowering)),
      ...answered.map((question) => {
        const number = lowering.lookup.number(question.id) ?? '';
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
    const rows = lowering.lookup.listOf(kind).map(({ anchor, number, words }) => h('li', {}, h('p', { className: ['contents-entry'] }, h('a', { href: `#${anchor}` }, `${lowering.words[kind]} ${number}`, '. ', words), h('span', { className: ['leader'] }), pageOf(anchor))));
    return [h('ol', { className: ['contents', 'list-of'], dataAt: lowering.id(node) }, rows)];
  };

export function chapterTitle(chapter: Chapter, lowering: Lowering): string {
  const digits = lowering.lookup.sections(chapter).find(({ kind }) => kind === 'chapter')?.number;
  return digits === undefined ? plain(chapter.title) : `${digits}. ${plain(chapter.title)}`;
}
