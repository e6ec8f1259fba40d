/**
 * Comments in the text and beside it: the words that a comment is on, its mark behind them, and the note that the mark calls.
 *
 * Words are wrapped piece by piece, as markup divides them. Not here: the commentary at the end (directives/commentary.ts).
 */
import type { ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Comment } from '../model/document.js';
import type { NodeId } from '../model/id.js';
import { placeOf } from '../model/source.js';
import { h, leadWith, text } from './element.js';
import type { Lowering } from './lowering.js';

/** What leads to the commentary at the end: at the same height as a note's letter. */
const endSign = '*';

/** The comments that have to do with a node of the text. */
export interface CommentsAt {
  readonly pieces: readonly { readonly comment: Comment; readonly from: number; readonly to: number; readonly isFirst: boolean }[];
  readonly marks: readonly Comment[];
}

export function commentsByNode(comments: readonly Comment[]): ReadonlyMap<Nodes, CommentsAt> {
  const byNode = new Map<Nodes, { pieces: CommentsAt['pieces'][number][]; marks: Comment[] }>();
  const at = (node: Nodes) => {
    const known = byNode.get(node) ?? { pieces: [], marks: [] };
    byNode.set(node, known);
    return known;
  };
  for (const comment of comments) {
    const pieces = comment.pieces.flatMap((piece) => {
      const worded = withoutEdges(piece);
      return worded ? [worded] : [];
    });
    for (const [index, { node, from, to }] of pieces.entries()) at(node).pieces.push({ comment, from, to, isFirst: index === 0 });
    at(comment.mark.node).marks.push(comment);
  }
  return byNode;
}

/**
 * White space and closing signs at the edges of a node stay outside: a note's number that stands next to them, in the tree, moves
 * past them (place-calls.ts).
 */
function withoutEdges({ node, from, to }: Comment['pieces'][number]): Comment['pieces'][number] | undefined {
  const opening = from === 0 ? (/^[\s.,;:!?…]+/.exec(node.value)?.[0].length ?? 0) : from;
  const closing = to === node.value.length ? node.value.trimEnd().length : to;
  return closing > opening ? { node, from: opening, to: closing } : undefined;
}

/** A text, cut where comments begin and end. Words that several comments are on are wrapped once, and bear all their names. */
export function commentedText(value: string, node: Nodes, lowering: Lowering): ElementContent[] {
  const here = lowering.commentsAt(node);
  if (!here) return [text(value)];
  const { pieces } = here;
  const marks = here.marks.flatMap((comment) => (typeof comment.mark.at === 'number' ? [{ comment, at: comment.mark.at }] : []));
  const cuts = [...new Set([0, ...pieces.flatMap(({ from, to }) => [from, to]), ...marks.map(({ at }) => at), value.length])].sort((a, b) => a - b);
  return cuts.flatMap((from, index) => {
    const to = cuts[index + 1] ?? from;
    const words = value.slice(from, to);
    const around = pieces.filter((piece) => piece.from < to && piece.to > from);
    const begun = around.filter((piece) => piece.isFirst && piece.from === from);
    const named = begun.reduce<ElementContent>((inner, { comment }) => h('span', { id: comment.wordsAnchor, className: ['commented'] }, [inner]), text(words));
    return [
      ...marks.filter(({ at }) => at === from).flatMap(({ comment }) => commentMark(comment, lowering)),
      ...(words === '' ? [] : around.length === 0 ? [text(words)] : begun.length > 0 ? [named] : [h('span', { className: ['commented'] }, words)]),
    ];
  });
}

/** What stands beside a link or a directive: no mark, being a link, may stand within one. */
export function marksBeside(node: Nodes, side: 'before' | 'after', lowering: Lowering): ElementContent[] {
  const marks = lowering.commentsAt(node)?.marks ?? [];
  return marks.filter(({ mark }) => mark.at === side).flatMap((comment) => commentMark(comment, lowering));
}

/** Reports d-009 for what stands in words that were taken out of the page, with a script around them. */
export function reportUnmarked(comments: readonly Comment[], marked: ReadonlySet<NodeId>, report: Report): void {
  for (const comment of comments) {
    if (!marked.has(comment.id)) report('d-009', placeOf(comment.source, comment.node), `the words that this comment is on are not printed${comment.words === '' ? '' : `: \`${comment.words}\``}`);
  }
}

function commentMark(comment: Comment, lowering: Lowering): ElementContent[] {
  lowering.lookup.setMark(comment);
  const { anchor, id, placement, words } = comment;
  const own = comment.pieces.length > 0 ? undefined : comment.wordsAnchor;
  if (placement === 'end') {
    if (!lowering.lookup.isPrinted('commentary')) return own === undefined ? [] : [h('span', { id: own })];
    return [h('span', { className: ['comment-mark'], title: words === '' ? undefined : words }, h('a', { id: own, href: `#${anchor}` }, endSign))];
  }
  const letter = lowering.lookup.commentLetter(id) ?? '';
  lowering.addNote({ anchor, callAnchor: comment.wordsAnchor, number: letter, at: id, ...(placement === 'margin' && { isMarginal: true as const }) }, () => commentBody(comment, lowering));
  return [h('sup', { className: ['call', 'comment-call'] }, h('a', { id: own, href: `#${anchor}`, dataNote: anchor }, letter))];
}

/** `the darkest cloud] …`: the words as they are printed, then what is said of them. */
export function commentBody(comment: Comment, lowering: Lowering, lead: readonly ElementContent[] = []): ElementContent[] {
  const key = comment.words === '' ? [] : [h('span', { className: ['comment-words'] }, comment.words), text('] ')];
  const body = lowering.within(comment.source).all(comment.node.children);
  return lead.length + key.length > 0 ? leadWith([...lead, ...key], body) : body;
}
