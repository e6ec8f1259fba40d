import type { Element, ElementContent } from 'hast';
import { h, text } from './element.js';

/** Closing punctuation that a note's number follows; French sets the number before it. */
const punctuation = /^[.,;:!?…]+/;

/**
 * Sets note numbers where a compositor would.
 *
 * An author writes `trade [@key].`, as in Pandoc; where a style makes a note of it, its number follows the full stop without a
 * space. Two numbers side by side get a comma, or 4 and 5 would read 45.
 */
export function placeCalls(nodes: readonly ElementContent[], language: string): ElementContent[] {
  const placed: ElementContent[] = [];
  const queue = [...nodes];
  for (let node = queue.shift(); node; node = queue.shift()) {
    if (isCited(node)) {
      trimEnd(placed);
      const next = queue[0];
      const sign = next?.type === 'text' && !language.startsWith('fr') ? punctuation.exec(next.value)?.[0] : undefined;
      if (next?.type === 'text' && sign !== undefined && !endsInPunctuation(placed)) {
        placed.push(text(sign));
        queue[0] = text(next.value.slice(sign.length));
      }
    }
    const before = placed.at(-1);
    if (isCall(node) && before && isCall(before)) placed.push(h('sup', { className: ['call-separator'] }, ','));
    if (node.type !== 'text' || node.value !== '') placed.push(node);
  }
  return placed;
}

function isCall(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'sup' && Array.isArray(node.properties['className']) && node.properties['className'].includes('call');
}

function isCited(node: ElementContent): boolean {
  return isCall(node) && (node.properties['className'] as string[]).includes('cited');
}

function trimEnd(nodes: ElementContent[]): void {
  const last = nodes.at(-1);
  if (last?.type !== 'text') return;
  const value = last.value.trimEnd();
  if (value === '') nodes.pop();
  else nodes[nodes.length - 1] = text(value);
}

function endsInPunctuation(nodes: readonly ElementContent[]): boolean {
  const last = nodes.at(-1);
  return last?.type === 'text' && /[.,;:!?…]$/.test(last.value);
}
