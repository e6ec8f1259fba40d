import type { Node } from 'unist';

declare const brand: unique symbol;

/** A node's place, `03-thaw:1402` (file stem, offset): the key of every table, never public. */
export type NodeId = string & { readonly [brand]: 'node' };
/** A public target in every output, made from a label or a slug: survives edits of the text around it. */
export type Anchor = string & { readonly [brand]: 'anchor' };
/** What an author writes in `{#fig:map}` and `@fig:map`. */
export type Label = string & { readonly [brand]: 'label' };

/** Two nodes of one type never start at one offset, and a table holds nodes of one type: ids are unique within a table. */
export function nodeId(stem: string, node: Node): NodeId {
  const offset = node.position?.start.offset;
  if (offset === undefined) throw new Error(`a ${node.type} node without a position has no id`);
  return `${stem}:${offset}` as NodeId;
}

/** Nearly all are: what is made of a label is made of thousands in a long book. */
const isPlain = /^[A-Za-z][\w-]*$/;

/** `fig:map` -> `fig-map`: valid as an XML id and readable in a link. */
export function anchorOf(label: string): Anchor {
  if (isPlain.test(label)) return label as Anchor;
  const cleaned = label.normalize('NFC').replace(/[^\p{L}\p{N}_-]+/gu, '-');
  return (/^\p{L}/u.test(cleaned) ? cleaned : `x-${cleaned}`) as Anchor;
}
