/**
 * Numbers chapters, figures, tables, equations, listings, documents, claims, questions and notes; gives comments their letters.
 *
 * In: `Collected`: labels unique, nothing numbered. Out: `Numbered`: chapters, figures, the author's own kinds and their like count through the book,
 * questions from 1 in each chapter, notes too unless the book counts them through; sections within theirs, as deep as the book asks.
 * Not here: page numbers (src/page), the words of a reference (pass/resolve.ts).
 */
import { visit } from 'unist-util-visit';
import type { Chapter, Collected, LabelKind, Numbered } from '../model/document.js';
import { nodeId, type NodeId } from '../model/id.js';
import { definitionOf, walkNoted } from './walk.js';

const countedThroughBook: readonly LabelKind[] = ['figure', 'table', 'equation', 'listing', 'document', 'claim'];

export function number(collected: Collected): Numbered {
  const numbers = new Map<NodeId, string>();
  const chapterNumbers = new Map<Chapter, number>();
  for (const chapter of collected.chapters) if (chapter.matter === 'body') chapterNumbers.set(chapter, chapterNumbers.size + 1);

  const counts = new Map<string, number>();
  const next = (counter: string) => {
    const count = (counts.get(counter) ?? 0) + 1;
    counts.set(counter, count);
    return count;
  };
  let sections: number[] = [];
  const inAnswers = placesInAnswers(collected);
  for (const { id, kind, own, label, chapter, depth, node, insideDocument } of answersLast(collected.labelled, inAnswers)) {
    const chapterNumber = chapterNumbers.get(chapter);
    if (kind === 'chapter') {
      sections = [];
      if (chapterNumber !== undefined) numbers.set(id, String(chapterNumber));
    } else if (kind === 'section') {
      const level = depth - 1;
      const isNumbered = level >= 1 && level <= collected.config.numberSections && insideDocument === undefined && node.data?.attributes?.classes.includes('unnumbered') !== true;
      if (!isNumbered || chapterNumber === undefined) continue;
      sections = Array.from({ length: level }, (_, index) => (sections[index] ?? 0) + (index === level - 1 ? 1 : 0));
      numbers.set(id, [chapterNumber, ...sections].join('.'));
    } else if (kind === 'question') {
      const count = next(`question ${chapter.slug}`);
      numbers.set(id, chapterNumber === undefined ? String(count) : `${chapterNumber}.${count}`);
    } else if (own) numbers.set(id, String(next(`own ${own.name}`)));
    // A document without a label has no number above it.
    else if (countedThroughBook.includes(kind) && (kind !== 'document' || label !== undefined)) numbers.set(id, String(next(kind)));
  }
  return { ...collected, numbers, noteNumbers: numberNotes(collected, inAnswers), commentLetters: letterComments(collected) };
}

/** What answers hold that a teacher's edition prints in their place: it is counted last there, so that all else has one number in all editions. */
function placesInAnswers({ config, questions }: Collected): Set<NodeId> {
  const places = new Set<NodeId>();
  if (config.audience !== 'teacher') return places;
  for (const { answers, source } of questions) for (const answer of answers) visit(answer, (node) => void (node.position && places.add(nodeId(source.stem, node))));
  return places;
}

function answersLast<Row extends { readonly id: NodeId }>(rows: readonly Row[], inAnswers: ReadonlySet<NodeId>): readonly Row[] {
  return inAnswers.size === 0 ? rows : [...rows.filter(({ id }) => !inAnswers.has(id)), ...rows.filter(({ id }) => inAnswers.has(id))];
}

/** A note called twice in a chapter keeps its number: the later calls point at the same note. */
function numberNotes(collected: Collected, inAnswers: ReadonlySet<NodeId>): Map<NodeId, number> {
  const noteNumbers = new Map<NodeId, number>();
  const byBody = new Map<Chapter, Map<unknown, number>>();
  const counts = new Map<Chapter | 'book', number>();
  for (const { id, chapter, body } of answersLast(collected.notes, inAnswers)) {
    const scope = collected.config.page.numberNotes === 'book' ? 'book' : chapter;
    const count = (counts.get(scope) ?? 0) + 1;
    counts.set(scope, count);
    noteNumbers.set(id, count);
    byBody.set(chapter, (byBody.get(chapter) ?? new Map<unknown, number>()).set(body, count));
  }
  walkNoted(collected, ({ node, source, chapter }) => {
    if (node.type !== 'footnoteReference') return;
    const known = byBody.get(chapter)?.get(definitionOf(source, node.identifier));
    if (known !== undefined) noteNumbers.set(nodeId(source.stem, node), known);
  });
  return noteNumbers;
}

/** Comments at the end have none: a sign that is the same for all leads there. */
function letterComments({ comments, config }: Collected): Map<NodeId, string> {
  const counts = new Map<Chapter | 'book', number>();
  return new Map(
    comments.flatMap(({ id, chapter, placement }): [NodeId, string][] => {
      if (placement === 'end') return [];
      const scope = config.page.numberNotes === 'book' ? 'book' : chapter;
      const count = (counts.get(scope) ?? 0) + 1;
      counts.set(scope, count);
      return [[id, lettersOf(count)]];
    }),
  );
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/** 1 is `a`, 26 `z`, 27 `aa`, 28 `ab`. */
function lettersOf(count: number): string {
  const before = Math.floor((count - 1) / alphabet.length);
  return `${before > 0 ? lettersOf(before) : ''}${alphabet.charAt((count - 1) % alphabet.length)}`;
}
