import type { ContainerDirective } from 'mdast-util-directive';
import type { Comment } from '../../model/document.js';
import { anchorOf } from '../../model/id.js';
import { placeOf } from '../../model/source.js';
import { keyComments } from '../key-comments.js';
import { prints } from '../walk.js';
import type { Collector } from './directive.js';
import type { Gathering } from './gathering.js';

export const checkComment: Collector<ContainerDirective> = ({ node, place }, { read, report }) => {
  if (!keyComments(read).written.has(node)) report('d-009', place, 'comments are gathered from chapters only, so this is not printed', 'write it in a chapter');
};

/** Comments whose words were found, with their anchors. Reports what keying them found, and d-009 (printed nowhere). */
export function collectComments(gathering: Gathering): Comment[] {
  const { read, labelled, report } = gathering;
  const { comments, findings } = keyComments(read);
  for (const finding of findings) report(...finding);
  const atEnd = comments.find(({ placement }) => placement === 'end');
  if (atEnd && !prints(read, 'commentary')) report('d-009', placeOf(atEnd.source, atEnd.node), 'comments are written for the end, but nothing says where to print them', 'write `::commentary` on a line of its own in a chapter at the back', 'or have them at the foot: `placement=foot`');
  const ownAnchors = new Map(comments.length > 0 ? labelled.map(({ node, anchor }) => [node, anchor]) : []);
  return comments.map((comment) => {
    const name = comment.words.match(/[\p{L}\p{M}\p{N}]+/gu)?.slice(0, wordsInName).join('-') ?? comment.chapter.slug;
    return { ...comment, anchor: ownAnchors.get(comment.node) ?? gathering.claimAnchor(anchorOf(`k-${name}`)), wordsAnchor: gathering.claimAnchor(anchorOf(`on-${name}`)) };
  });
}

/** An anchor is named after the first words of what a comment is on: it lasts as long as these. */
const wordsInName = 5;
