import { h } from '../element.js';
import type { Handler } from './table.js';

export const definitionList: Handler<'definitionList'> = (node, lowering) => [h('dl', { className: ['definitions', ...(node.spread ? [] : ['tight'])] }, lowering.all(node.children))];

/** A term stays with its definition, whose first two lines stay together as those of every paragraph do. */
export const definitionTerm: Handler<'definitionTerm'> = (node, lowering) => [h('dt', { dataAt: lowering.id(node), dataKeep: 'next' }, lowering.all(node.children))];

/** Even a definition of one line holds a paragraph, as an item of a list does. */
export const definitionDescription: Handler<'definitionDescription'> = (node, lowering) => [h('dd', {}, lowering.all(node.children))];
