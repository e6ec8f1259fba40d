import type { ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import { isDrawnTable, sourceOf } from '../../model/source.js';
import { h, leadWith, text } from '../element.js';
import type { Handler } from './table.js';

export const root: Handler<'root'> = (node, lowering) => lowering.all(node.children);

export const paragraph: Handler<'paragraph'> = (node, lowering) => {
  if (isDrawnTable(node)) return [h('pre', { dataAt: lowering.id(node) }, sourceOf(node, lowering.source))];
  const content = lowering.all(node.children);
  // What only says `see` to an index is nothing here.
  const isBlank = content.every((child) => child.type === 'text' && /^[ \n]*$/.test(child.value));
  return isBlank ? [] : [h('p', { dataAt: lowering.id(node), dataKeep: leadsIn(node) ? 'next' : undefined }, content)];
};

/** A paragraph that ends in a colon announces what follows, and stays with it. */
function leadsIn(node: { children: readonly Nodes[] }): boolean {
  const last = node.children.at(-1);
  return last?.type === 'text' && last.value.trimEnd().endsWith(':');
}

export const heading: Handler<'heading'> = (node, lowering) => {
  if (node === lowering.chapter?.titleNode) return [];
  const id = lowering.id(node);
  const labelled = lowering.lookup.labelled(id);
  const depth = Math.min(6, Math.max(2, labelled?.depth ?? node.depth));
  const number = labelled?.number;
  return [h(`h${depth}`, { id: labelled?.anchor, dataAt: id, ...lowering.authored(node) }, number === undefined ? [] : [h('span', { className: ['section-number'] }, number), text('\u2002')], lowering.all(node.children))];
};

export const blockquote: Handler<'blockquote'> = (node, lowering) => [h('blockquote', { dataAt: lowering.id(node) }, lowering.all(node.children))];

export const alert: Handler<'alert'> = (node, lowering) => [
  h('aside', { className: ['callout', 'alert', `alert-${node.kind}`], dataAt: lowering.id(node) }, h('p', { className: ['callout-title'], dataKeep: 'next' }, lowering.words.alerts[node.kind]), lowering.all(node.children)),
];

export const thematicBreak: Handler<'thematicBreak'> = () => [h('hr', {})];

export const list: Handler<'list'> = (node, lowering) => {
  const isTask = node.children.some((item) => typeof item.checked === 'boolean');
  const className = [...(node.spread || node.children.some((item) => item.spread) ? [] : ['tight']), ...(isTask ? ['tasks'] : [])];
  return [
    h(
      node.ordered ? 'ol' : 'ul',
      { start: node.ordered && typeof node.start === 'number' && node.start !== 1 ? node.start : undefined, className: className.length > 0 ? className : undefined, dataAt: lowering.id(node) },
      lowering.all(node.children),
    ),
  ];
};

/** Even a tight item holds paragraphs: a page break then finds a block to fall between. */
export const listItem: Handler<'listItem'> = (node, lowering) => {
  const content = lowering.all(node.children);
  const box: ElementContent[] = typeof node.checked === 'boolean' ? [h('span', { className: ['checkbox'] }, node.checked ? '☑ ' : '☐ ')] : [];
  return [h('li', {}, box.length > 0 ? leadWith(box, content) : content)];
};
