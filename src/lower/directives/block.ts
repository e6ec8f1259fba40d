/** Blocks that are set apart from the text and have no number: epigraph, callout, source document. */
import type { ElementContent } from 'hast';
import type { ContainerDirective } from 'mdast-util-directive';
import { h } from '../element.js';
import type { Lowering } from '../lowering.js';

export const epigraph = (node: ContainerDirective, lowering: Lowering): ElementContent[] => [h('blockquote', { className: ['epigraph'], dataAt: lowering.id(node) }, lowering.all(node.children))];

export function callout(node: ContainerDirective, lowering: Lowering): ElementContent[] {
  const title = node.attributes?.['title'];
  return [h('aside', { className: ['callout'], dataAt: lowering.id(node) }, title ? h('p', { className: ['callout-title'], dataKeep: 'next' }, title) : [], lowering.all(node.children))];
}
