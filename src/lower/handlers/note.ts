import type { Handler } from './table.js';

export const footnoteReference: Handler<'footnoteReference'> = (node, lowering) => {
  const definition = lowering.definition(node.identifier);
  return definition ? lowering.call(lowering.id(node), definition, () => lowering.noteBody(definition)) : [];
};

export const inlineNote: Handler<'inlineNote'> = (node, lowering) => lowering.call(lowering.id(node), node, () => lowering.noteBody(node));
