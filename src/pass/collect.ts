/**
 * Gathers every label, note, citation, mention, date, claim, question, comment and index mark into tables.
 *
 * In: `Read`. Out: `Collected`: labels unique, everything in document order, each table keyed by node id.
 * Reports m-003 (a second title, included), x-002 (label twice) and, in collect/, whatever is wrong with a note, a citation or a directive by itself.
 * Not here: bibliographies (pass/collect-bibliographies.ts), numbers (pass/number.ts), the words of a reference (pass/resolve.ts).
 */
import type { Heading } from 'mdast';
import type { Context } from '../model/context.js';
import type { Collected, Read } from '../model/document.js';
import { nodeId } from '../model/id.js';
import { placeOf } from '../model/source.js';
import { plain } from '../read/read-chapter.js';
import { collectBibliographies } from './collect-bibliographies.js';
import { collectCitation } from './collect/citation.js';
import { checkEvidence } from './collect/claim.js';
import { collectComments } from './collect/comment.js';
import { collectDirective } from './collect/directive.js';
import { Gathering } from './collect/gathering.js';
import { CalledNotes } from './collect/note.js';
import { checkAnswers } from './collect/question.js';
import { walkNoted, type Visit } from './walk.js';

export function collect(read: Read, { report }: Pick<Context, 'report'>): Collected {
  const gathering = new Gathering(read, report);
  const calledNotes = new CalledNotes(gathering);

  for (const chapter of read.chapters) {
    gathering.reserveAnchor(chapter.slug);
    if (!chapter.titleNode) gathering.addAnchored('chapter', { node: chapter.tree, chapter, source: chapter, insideDocument: undefined }, chapter.slug, undefined, 1);
  }

  walkNoted(read, (visit) => {
    const { node, source, chapter } = visit;
    const label = node.data?.attributes?.id;
    switch (node.type) {
      case 'heading':
        if (node === chapter.titleNode) return gathering.addAnchored('chapter', visit, chapter.slug, label, 1);
        if (source.headingShift !== undefined && sectionDepth(node, visit) < 2) report('m-003', placeOf(source, node), 'a chapter’s file has one title, and this, which it includes, is a second', 'write `heading-shift=1` where it is included');
        return gathering.addAnchored('section', visit, gathering.headingAnchor(visit, plain(node.children), label), label, sectionDepth(node, visit));
      case 'figure':
        return void gathering.addLabelled('figure', visit, label);
      case 'table': {
        const given = label ?? node.caption?.data?.attributes?.id;
        if (given !== undefined || node.caption) gathering.addLabelled('table', visit, given);
        return;
      }
      case 'math':
      case 'inlineMath':
        if (label !== undefined) gathering.addLabelled('equation', visit, label);
        return;
      case 'code':
        if (label !== undefined) gathering.addLabelled('listing', visit, label);
        return;
      case 'span':
      case 'link':
      case 'inlineCode':
      case 'image':
        if (label !== undefined) gathering.addLabelled('passage', visit, label);
        return;
      case 'footnoteReference':
        if (label !== undefined) gathering.addLabelled('note', visit, label);
        return calledNotes.collect(node, visit);
      case 'inlineNote':
        if (label !== undefined) gathering.addLabelled('note', visit, label);
        return void gathering.addNote({ id: nodeId(source.stem, node), chapter, source, body: node }, visit);
      case 'citation':
        return collectCitation(node, visit, gathering);
      case 'textDirective':
      case 'leafDirective':
      case 'containerDirective':
        return collectDirective(node, visit, gathering);
      default:
    }
  });

  calledNotes.reportUncalled();
  checkEvidence(gathering);
  checkAnswers(gathering);
  const comments = collectComments(gathering);
  const { labelled, byLabel, notes, citations, mentions, marks, indexRequests, claims, questions, charts } = gathering;
  return { ...read, labelled, byLabel, notes, citations, mentions, marks, indexRequests, claims, questions, comments, charts, lists: collectBibliographies(read, { report }) };
}

const sectionDepth = ({ depth }: Heading, { chapter, source }: Visit): number => depth + chapter.shift + (source.headingShift ?? 0);
