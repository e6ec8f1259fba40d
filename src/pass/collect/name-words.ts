/**
 * The words that tell one thing from others of its name: names made of them last as long as these words, whatever comes before.
 * A number would change with everything that is put in earlier in the book, and an e-book's reader would lose what was marked.
 */
import { toString } from 'mdast-util-to-string';
import type { Nodes } from 'mdast';
import { plain } from '../../read/read-chapter.js';
import type { Visit } from '../walk.js';

const mostWithin = 5;
const mostBeside = 3;

/** `A tax on salt, and on the road` -> `a-tax-on-salt-and` */
export const nameByWords = (words: string): string => wordsIn(words).slice(0, mostWithin).join('-');

/** What a block says first; of a table, its caption. */
export function ownWords(node: Nodes): string {
  const words = known.get(node) ?? nameByWords(toString(node.type === 'table' ? (node.caption ?? node) : node));
  known.set(node, words);
  return words;
}

const known = new WeakMap<Nodes, string>();

/** What follows words in their paragraph; at its end, what comes before them. Notes and citations are no words of it. */
export function wordsBeside({ node, parent }: Pick<Visit, 'node' | 'parent'>): string {
  const siblings: readonly Nodes[] = parent && 'children' in parent ? parent.children : [];
  const at = siblings.indexOf(node);
  const after = wordsIn(plain(siblings.slice(at + 1))).slice(0, mostBeside);
  return (after.length > 0 ? after : wordsIn(plain(siblings.slice(0, Math.max(0, at)))).slice(-mostBeside)).join('-');
}

const wordsIn = (words: string): string[] => words.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
