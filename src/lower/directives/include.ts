import type { ElementContent } from 'hast';
import type { LeafDirective } from 'mdast-util-directive';
import type { Lowering } from '../lowering.js';

/** What another file of the book says, in its place. */
export function include(node: LeafDirective, lowering: Lowering): ElementContent[] {
  const included = lowering.source.includes?.get(node);
  return included ? lowering.within(included).all(included.tree.children) : [];
}
