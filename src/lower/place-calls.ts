import type { Element, ElementContent } from 'hast';
import { h, text } from './element.js';

/** Closing punctuation that a note's number follows; French sets the number before it. */
const punctuation = /^[.,;:!?…]+/;

/**
 * Sets note numbers where a compositor would.
 *
 * An author writes `trade [@key].`, as in Pandoc; where a style makes a note of it, its number follows the full stop without a
 * space. Two numbers side by side get a comma, or 4 and 5 would read 45, and move as one.
 */
export function placeCalls(nodes: readonly ElementContent[], language: string): ElementContent[] {
  const placed: ElementContent[] = [];
  for (let index = 0; index < nodes.length; ) {
    const run = callsAt(nodes, index);
    const node = nodes[index] as ElementContent;
    if (run.calls.length === 0) {
      if (node.type !== 'text' || node.value !== '') placed.push(node);
      index += 1;
      continue;
    }
    index = run.end;
    const isMoved = run.calls.some(isCited);
    if (isMoved) trimEnd(placed);
    const next = nodes[index];
    const sign = isMoved && next?.type === 'text' && !language.startsWith('fr') && !endsInPunctuation(placed) ? punctuation.exec(next.value)?.[0] : undefined;
    if (sign !== undefined) placed.push(text(sign));
    for (const call of run.calls) {
      const before = placed.at(-1);
      if (before && isCall(before)) placed.push(h('sup', { className: ['call-separator'] }, ','));
      placed.push(call);
    }
    if (sign !== undefined && next?.type === 'text') {
      const rest = next.value.slice(sign.length);
      if (rest !== '') placed.push(text(rest));
      index += 1;
    }
  }
  return placed;
}

/** The calls that stand side by side from `start` on; white space before a citation's does not part them. */
function callsAt(nodes: readonly ElementContent[], start: number): { readonly calls: Element[]; readonly end: number } {
  const calls: Element[] = [];
  let end = start;
  for (let index = start; index < nodes.length; index += 1) {
    const node = nodes[index] as ElementContent;
    if (isCall(node) && (end === index || isCited(node))) {
      calls.push(node);
      end = index + 1;
    } else if (calls.length === 0 || node.type !== 'text' || node.value.trim() !== '') break;
  }
  return { calls, end };
}

function isCall(node: ElementContent): node is Element {
  return node.type === 'element' && node.tagName === 'sup' && Array.isArray(node.properties['className']) && node.properties['className'].includes('call');
}

function isCited(call: Element): boolean {
  return (call.properties['className'] as string[]).includes('cited');
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
