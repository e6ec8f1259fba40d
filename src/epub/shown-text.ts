import type { Element } from 'xast';
import { inAlphabet } from '../lower/math-letters.js';
import { elementsIn, textOf } from './tree.js';

/**
 * The letters that a file shows, for fonts that carry no others: its text, and what a reading system draws of a formula that is not
 * written in it, slanted letters for upright ones and the sign of a root.
 * Source: MathML Core, `mi` and `msqrt`.
 */
export function shownText(tree: Element): string {
  const drawn = [...elementsIn(tree)].flatMap(({ node }) => {
    if (node.name === 'msqrt' || node.name === 'mroot') return ['√'];
    if (node.name !== 'mi' || node.attributes.mathvariant === 'normal') return [];
    const name = textOf(node).trim();
    return [...name].length === 1 ? [inAlphabet(name, 'italic')] : [];
  });
  return [textOf(tree), ...drawn].join('\n');
}
