/** Notes. The imprint page and annotations have none (m-005 says so): what they say stands in their text. */
import type { ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import { sourceOf } from '../../model/source.js';
import { text } from '../element.js';
import type { Lowering } from '../lowering.js';
import type { Handler } from './table.js';

export const footnoteReference: Handler<'footnoteReference'> = (node, lowering) => {
  const definition = lowering.definition(node.identifier);
  if (!definition || !lowering.chapter) return [text(sourceOf(node, lowering.source))];
  return labelled(node, lowering.call(lowering.id(node), definition, () => lowering.noteBody(definition), node.data?.attributes?.classes), lowering);
};

export const footnoteDefinition: Handler<'footnoteDefinition'> = (node, lowering) => (lowering.chapter ? [] : lowering.all(node.children));

export const inlineNote: Handler<'inlineNote'> = (node, lowering) => {
  if (!lowering.chapter) return [text(' ('), ...lowering.all(node.children), text(')')];
  return labelled(node, lowering.call(lowering.id(node), node, () => lowering.noteBody(node), node.data?.attributes?.classes), lowering);
};

/** A call with a label, `[^x]{#note:x}`, is where `@note:x` leads. */
function labelled(node: Nodes, [call, ...others]: ElementContent[], lowering: Lowering): ElementContent[] {
  const id = node.data?.attributes?.id === undefined ? undefined : lowering.lookup.labelled(lowering.id(node))?.anchor;
  if (call?.type !== 'element') return others;
  return [id === undefined ? call : { ...call, properties: { id, ...call.properties } }, ...others];
}
