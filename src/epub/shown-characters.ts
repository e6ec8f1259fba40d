import type { Element, ElementContent } from 'xast';
import { inAlphabet } from '../lower/math-letters.js';
import { textOf } from './tree.js';

/**
 * Every character that files show, each once, for fonts that carry no others: their text, and what a reading system draws of a
 * formula that is not written in it, slanted letters for upright ones and the sign of a root. A text is long and its characters are
 * few, so it is never joined. Sigma brings both its small forms, of which its place in a word chooses.
 * Source: MathML Core, `mi` and `msqrt`.
 */
export function shownCharacters(trees: readonly Element[]): string {
  const seen = new Uint8Array(0x10000);
  const beyond = new Set<string>();
  const show = (value: string): void => {
    if (mark(value, seen)) for (const character of value) if (character.length > 1) beyond.add(character);
  };
  const read = (node: ElementContent): void => {
    if (node.type === 'text') show(node.value);
    if (node.type !== 'element') return;
    show(drawnFor(node));
    for (const child of node.children) read(child);
  };
  for (const tree of trees) read(tree);
  const single = [...seen.keys()].filter((unit) => seen[unit] === 1 && !isHalf(unit));
  return [...single.map((unit) => String.fromCharCode(unit)), ...[...beyond].sort(), ...(seen[0x3a3] === 1 ? ['σς'] : [])].join('');
}

function drawnFor(node: Element): string {
  if (node.name === 'msqrt' || node.name === 'mroot') return '√';
  if (node.name !== 'mi' || node.attributes.mathvariant === 'normal') return '';
  const name = textOf(node).trim();
  return [...name].length === 1 ? inAlphabet(name, 'italic') : '';
}

/** @returns whether there are characters of two code units */
function mark(value: string, seen: Uint8Array): boolean {
  let largest = 0;
  for (let index = 0; index < value.length; index++) {
    const unit = value.charCodeAt(index);
    seen[unit] = 1;
    if (unit > largest) largest = unit;
  }
  return largest >= 0xd800;
}

const isHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;
