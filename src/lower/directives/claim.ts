import type { ElementContent } from 'hast';
import type { TextDirective } from 'mdast-util-directive';
import { statusMark } from '../evidence.js';
import { h } from '../element.js';
import type { Lowering } from '../lowering.js';

export function claim(node: TextDirective, lowering: Lowering): ElementContent[] {
  const known = lowering.lookup.claim(lowering.id(node));
  const words = lowering.all(node.children);
  if (!known) return words;
  const mark = statusMark(known, lowering);
  return [h('span', { id: known.anchor, className: ['claim', `claim-${known.status}`] }, words), ...mark];
}
