import type { ElementContent } from 'hast';
import type { ContainerDirective, TextDirective } from 'mdast-util-directive';
import { isPrinted } from '../../pass/walk.js';
import type { Lowering } from '../lowering.js';

/** What is for this edition, as if nothing stood around it. */
export function only(node: TextDirective | ContainerDirective, lowering: Lowering): ElementContent[] {
  return isPrinted(node, lowering) ? lowering.all(node.children) : [];
}
