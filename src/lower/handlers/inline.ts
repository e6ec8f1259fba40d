import type { ElementContent } from 'hast';
import type { Parent } from 'mdast';
import { commentedText } from '../comment.js';
import { lowerHtml } from '../html.js';
import { h, text } from '../element.js';
import type { Lowering } from '../lowering.js';
import type { Handler } from './table.js';

const wrap = (tagName: string) => (node: Parent, lowering: Lowering): ElementContent[] => [h(tagName, {}, lowering.all(node.children))];

export const emphasis: Handler<'emphasis'> = wrap('em');
export const strong: Handler<'strong'> = wrap('strong');
export const deleted: Handler<'delete'> = wrap('del');
export const subscript: Handler<'subscript'> = wrap('sub');
export const superscript: Handler<'superscript'> = wrap('sup');

export const words: Handler<'text'> = (node, lowering) => commentedText(node.value, node, lowering);
export const lineBreak: Handler<'break'> = () => [h('br', {}), text('\n')];

/** Raw HTML by itself; among siblings `Lowering.all` joins it with them first. */
export const html: Handler<'html'> = (node, lowering) => lowerHtml([node], lowering);

export const span: Handler<'span'> = (node, lowering) => {
  const anchor = node.data?.attributes?.id === undefined ? undefined : lowering.lookup.labelled(lowering.id(node))?.anchor;
  return [h('span', { id: anchor, ...lowering.authored(node) }, lowering.all(node.children))];
};
