import type { ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { Part } from '../model/document.js';
import { plain } from './metadata.js';

/**
 * The words of every heading, by its letters alone.
 * Chromium takes an outline's titles from the lines it drew and loses the space where one ends.
 */
export function outlineTitles(parts: readonly Part[]): ReadonlyMap<string, string> {
  const titles = new Map<string, string>();
  const gather = (nodes: readonly ElementContent[]): void => {
    for (const node of nodes) {
      if (node.type !== 'element') continue;
      if (/^h[1-6]$/.test(node.tagName)) titles.set(lettersOf(toString(node)), plain(toString(node)).replace(/\s+/g, ' ').trim());
      else gather(node.children);
    }
  };
  for (const part of parts) gather(part.body);
  return titles;
}

export const lettersOf = (words: string): string => plain(words).replace(/\s+/g, '');
