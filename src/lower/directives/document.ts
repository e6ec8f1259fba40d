import type { ElementContent } from 'hast';
import type { ContainerDirective } from 'mdast-util-directive';
import { h } from '../element.js';
import type { Lowering } from '../lowering.js';

/** A source as a section of its own: what it is above, where it lies below. */
export function document(node: ContainerDirective, lowering: Lowering): ElementContent[] {
  const labelled = lowering.lookup.labelled(lowering.id(node));
  const { title, source } = node.attributes ?? {};
  return [
    h(
      'section',
      { className: ['document'], id: labelled?.anchor, dataAt: lowering.id(node) },
      title ? h('p', { className: ['document-title'], dataKeep: 'next' }, title) : [],
      lowering.all(node.children),
      source ? h('p', { className: ['document-source'], dataKeep: 'previous' }, source) : [],
    ),
  ];
}
