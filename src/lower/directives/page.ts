import type { ElementContent } from 'hast';
import type { TextDirective } from 'mdast-util-directive';
import { labelIn } from '../../pass/resolve.js';
import { h, pageOf } from '../element.js';
import type { Lowering } from '../lowering.js';

/** An empty place for the page number of a label, or for a phrase that holds it. */
export function page(node: TextDirective, lowering: Lowering): ElementContent[] {
  const target = lowering.doc.byLabel.get(labelIn(node));
  if (!target) return lowering.all(node.children);
  const isPhrase = node.attributes?.['form'] === 'on';
  return [...(isPhrase ? [h('span', { className: ['page-words'] }, `${lowering.words.onPage}\u00a0`)] : []), pageOf(target.anchor)];
}
