/**
 * The cards that a book is learnt with: questions and their answers, terms, people, dates.
 *
 * In: `Resolved`. Out: cards in the order of the book, then registers in theirs. A card stands alone: it has no numbers, no notes and no
 * citations, and its links are words. A student's edition has no cards of questions, since it has no answers.
 * Not here: the HTML of a side (card-html.ts), the file (write-cards.ts).
 */
import type { ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import { lifeOf } from '../lower/directives/register.js';
import { answerOf, asked } from '../lower/directives/question.js';
import { h, text } from '../lower/element.js';
import { Lookup } from '../lower/lookup.js';
import { Lowering } from '../lower/lowering.js';
import type { RegisterKind } from '../model/book.js';
import { isAnswered, type Question, type RegisterEntry, type Resolved } from '../model/document.js';
import { formatEdtf } from '../model/edtf.js';
import { sortedEntries } from '../pass/walk.js';
import { cardHtml } from './card-html.js';

export interface Card {
  /** The same as long as the label or key it is made from, so that a program knows the card again. */
  readonly id: string;
  /** HTML, as `back`. */
  readonly front: string;
  readonly back: string;
  readonly tags: readonly string[];
}

export function collectCards(resolved: Resolved): Card[] {
  const { config, questions } = resolved;
  // What a teacher's edition ticks on the page would be ticked on the front of the card.
  const doc: Resolved = { ...resolved, config: { ...config, audience: 'self-study' } };
  // What is wrong was reported where the book itself was lowered.
  const lookup = new Lookup(doc, 'epub');
  const cards = [
    ...(config.audience === 'student' ? [] : questions.filter(isAnswered).map((question) => questionCard(question, lookup))),
    ...registerCards('terms', 'term', doc, lookup, termSides),
    ...registerCards('people', 'person', doc, lookup, personSides),
    ...registerCards('dates', 'date', doc, lookup, dateSides),
  ];
  return cards.filter(({ front, back }) => front !== '' && back !== '').map((card) => ({ ...card, id: `${config.slug}:${card.id}`, tags: [config.slug, ...card.tags] }));
}

function questionCard(question: Question, lookup: Lookup): Card {
  const { chapter, source, anchor, level, answers } = question;
  const lowering = new Lowering(lookup, chapter, source);
  const answer = answerOf({ ...question, answers: answers.map((block) => ({ ...block, children: withoutReferences(block.children) })) }, lowering);
  return { id: `question:${anchor}`, front: cardHtml(asked(question, lowering)), back: cardHtml(answer), tags: ['question', `level-${level}`, chapter.slug] };
}

interface Sides {
  readonly front: readonly ElementContent[];
  readonly back: readonly ElementContent[];
}

function registerCards(kind: RegisterKind, tag: string, doc: Resolved, lookup: Lookup, sidesOf: (entry: RegisterEntry, lowering: Lowering) => Sides): Card[] {
  const [chapter] = doc.chapters;
  if (!chapter) return [];
  const lowering = new Lowering(lookup, chapter, chapter);
  const taken = new Map<string, number>();
  return sortedEntries(doc, kind).map((entry) => {
    // A date's key follows its line in the register; the date itself is what lasts.
    const name = kind === 'dates' ? (entry.fields['on'] ?? '') : entry.key;
    const count = (taken.get(name) ?? 0) + 1;
    taken.set(name, count);
    const { front, back } = sidesOf(entry, lowering);
    return { id: `${tag}:${name}${count > 1 ? `-${count}` : ''}`, front: cardHtml(front), back: cardHtml(back), tags: [tag] };
  });
}

const named = ({ name, lang }: RegisterEntry): ElementContent[] => [lang === undefined ? text(name) : h('span', { lang }, name)];

const said = (entry: RegisterEntry, field: string, lowering: Lowering): ElementContent[] => {
  const source = entry.texts[field];
  return source ? lowering.within(source).all(withoutReferences(source.tree.children)) : [];
};

const termSides = (entry: RegisterEntry, lowering: Lowering): Sides => ({ front: named(entry), back: said(entry, 'definition', lowering) });

function personSides(entry: RegisterEntry, lowering: Lowering): Sides {
  const facts = [lifeOf(entry, lowering), entry.fields['role']].filter((fact) => fact !== undefined);
  return { front: named(entry), back: [...(facts.length > 0 ? [h('p', {}, facts.join(', '))] : []), ...said(entry, 'note', lowering)] };
}

function dateSides(entry: RegisterEntry, lowering: Lowering): Sides {
  const date = formatEdtf(entry.fields['on'] ?? '', lowering.config.language);
  return { front: said(entry, 'event', lowering), back: [text([date, entry.fields['place']].filter((fact) => fact !== undefined).join(', '))] };
}

/** Words without citations and notes, and without the space before them. */
function withoutReferences<Node extends Nodes>(nodes: readonly Node[]): Node[] {
  const kept: Node[] = [];
  for (const node of nodes) {
    const before = kept.at(-1);
    if (node.type === 'footnoteReference' || node.type === 'inlineNote' || (node.type === 'citation' && node.mode === 'group')) {
      if (before?.type === 'text') kept[kept.length - 1] = { ...before, value: before.value.trimEnd() };
    } else kept.push('children' in node ? { ...node, children: withoutReferences(node.children as Nodes[]) } : node);
  }
  return kept;
}
