import type { ElementContent } from 'hast';
import type { TextDirective } from 'mdast-util-directive';
import { labelIn } from '../../pass/resolve.js';
import { pageOf, pagePhrase } from '../element.js';
import type { Lowering } from '../lowering.js';

/** An empty place for the page number of a label, or for a phrase that holds it. */
export function page(node: TextDirective, lowering: Lowering): ElementContent[] {
  const target = lowering.lookup.anchorOfLabel(labelIn(node));
  if (!target) return lowering.all(node.children);
  return node.attributes?.['form'] === 'on' ? pagePhrase(target, lowering.words) : [pageOf(target)];
}
