import type { ElementContent } from 'hast';
import type { LeafDirective } from 'mdast-util-directive';
import type { Comment } from '../../model/document.js';
import { chapterTitle } from '../apparatus.js';
import { commentBody } from '../comment.js';
import { h, pageOf, text } from '../element.js';
import type { Lowering } from '../lowering.js';

/** The comments for the end, by chapter, each keyed by the page and the line of its words. */
export function commentary(node: LeafDirective, lowering: Lowering): ElementContent[] {
  const atEnd = lowering.lookup.commentsAtEnd();
  const groups = atEnd.flatMap(([chapter, comments]): ElementContent[] => [
    ...(atEnd.length < 2 ? [] : [h('h2', { className: ['commentary-chapter'] }, chapterTitle(chapter, lowering))]),
    ...comments.map((comment) => h('div', { className: ['comment'], id: comment.anchor, dataAt: `${lowering.id(node)}#${comment.id}` }, commentBody(comment, lowering, keyOf(comment, lowering)))),
  ]);
  return groups.length === 0 ? [] : [h('div', { className: ['commentary'], dataAt: lowering.id(node) }, groups)];
}

/** `p. 12, l. 7`: the paginator adds the line. In the EPUB, whose lines are the reader's own, the words themselves lead back. */
function keyOf({ wordsAnchor }: Comment, { target, words }: Lowering): ElementContent[] {
  const page = pageOf(wordsAnchor);
  const line = target === 'print' ? [h('span', { className: ['line-of'], dataPageLine: wordsAnchor })] : [];
  return [h('span', { className: ['comment-place'] }, `${words.page}\u00a0`, page, ...line), text('\u2002')];
}
