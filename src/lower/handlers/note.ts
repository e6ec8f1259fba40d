/** Notes. The imprint page and annotations have none (m-005 says so): what they say stands in their text. */
import { sourceOf } from '../../model/source.js';
import { text } from '../element.js';
import type { Handler } from './table.js';

export const footnoteReference: Handler<'footnoteReference'> = (node, lowering) => {
  const definition = lowering.definition(node.identifier);
  if (!definition || !lowering.chapter) return [text(sourceOf(node, lowering.source))];
  return lowering.call(lowering.id(node), definition, () => lowering.noteBody(definition), node.data?.attributes?.classes);
};

export const footnoteDefinition: Handler<'footnoteDefinition'> = (node, lowering) => (lowering.chapter ? [] : lowering.all(node.children));

export const inlineNote: Handler<'inlineNote'> = (node, lowering) => {
  if (!lowering.chapter) return [text(' ('), ...lowering.all(node.children), text(')')];
  return lowering.call(lowering.id(node), node, () => lowering.noteBody(node), node.data?.attributes?.classes);
};
