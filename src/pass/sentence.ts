/** How a node stands in the sentence around it: by the words before it in its parent. */
import type { Nodes } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { Visit } from './walk.js';

/** A note's number between two sentences does not join them. */
function isCall(node: Nodes): boolean {
  return node.type === 'footnoteReference' || node.type === 'inlineNote';
}

/** `e.g. `, `p. `, `cf. `: a full stop that ends no sentence. */
const abbreviation = /(?<!\p{L})(?:\p{L}|cf|vgl|vs|ca|bzw|см|ср)\.\s+$/iu;

/** Whether the text before a node in its parent ends a sentence, or there is none. */
export function opensSentence({ node, parent }: Pick<Visit, 'node' | 'parent'>): boolean {
  if (!parent || !('children' in parent)) return false;
  const siblings = parent.children as Nodes[];
  const isSpace = (sibling: Nodes) => sibling.type === 'text' && sibling.value.trim() === '';
  const upTo = siblings.slice(0, siblings.indexOf(node));
  const before = upTo.findLast((sibling) => !isCall(sibling) && !isSpace(sibling));
  if (!before) return parent.type === 'paragraph' || parent.type === 'inlineNote';
  const isParted = upTo.at(-1) !== before || /\s$/.test(before.type === 'text' ? before.value : '');
  return before.type === 'text' && isParted && /[.!?…]["”’»)]*\s*$/.test(before.value) && !abbreviation.test(before.value);
}

/** What leads on to a source: “see Rossi”, “in Rossi”. */
const leads = /(?<!\p{L})(?:see|see also|compare|in|cf\.|vgl\.|siehe|bei|cfr\.|vedi|voir|dans|chez|см\.|ср\.|в)\s+$/iu;

/** Whether a node is put into a sentence that could do without it: not its beginning, and nothing that words before it lead on to. */
export function isInserted(visit: Pick<Visit, 'node' | 'parent'>): boolean {
  const { node, parent } = visit;
  if (opensSentence(visit) || !parent || !('children' in parent)) return false;
  const siblings = parent.children as Nodes[];
  const before = siblings.slice(0, siblings.indexOf(node)).map((sibling) => (isCall(sibling) ? '' : toString(sibling))).join('');
  return before.trim() !== '' && !/[:;,(\[–—]\s*$/.test(before) && !leads.test(before);
}
