/** Blocks that are set apart from the text: epigraph, callout, and those of the author's own kinds, which have a number. */
import type { ElementContent } from 'hast';
import type { ContainerDirective } from 'mdast-util-directive';
import { capital } from '../../model/words.js';
import { h, leadWith, text } from '../element.js';
import type { Lowering } from '../lowering.js';

/** Words before a chapter; below them, on the right, whose they are. */
export function epigraph(node: ContainerDirective, lowering: Lowering): ElementContent[] {
  const source = node.attributes?.['source'];
  return [h('blockquote', { className: ['epigraph'], dataAt: lowering.id(node) }, lowering.all(node.children), source ? h('p', { className: ['epigraph-source'], dataKeep: 'previous' }, source) : [])];
}

/** “Theorem 1 (Pythagoras).” and its words, of a kind that book.yaml declares. */
export function own(node: ContainerDirective, lowering: Lowering): ElementContent[] {
  const id = lowering.id(node);
  const labelled = lowering.lookup.labelled(id);
  const title = node.attributes?.['title'];
  const name = labelled?.own?.one ?? node.name;
  const number = labelled?.number;
  const head = `${capital(name)}${number === undefined ? '' : ` ${number}`}${title ? ` (${title})` : ''}.`;
  return [h('section', { className: ['numbered-block', `kind-${node.name}`], id: labelled?.anchor, dataAt: id }, leadWith([h('span', { className: ['block-number'] }, head), text(' ')], lowering.all(node.children)))];
}

export function callout(node: ContainerDirective, lowering: Lowering): ElementContent[] {
  const title = node.attributes?.['title'];
  return [h('aside', { className: ['callout'], dataAt: lowering.id(node) }, title ? h('p', { className: ['callout-title'], dataKeep: 'next' }, title) : [], lowering.all(node.children))];
}
