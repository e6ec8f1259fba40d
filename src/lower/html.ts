import type { Element, ElementContent, Root, RootContent } from 'hast';
import { raw } from 'hast-util-raw';
import { defaultSchema, sanitize, type Schema } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Html, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Lowering } from './lowering.js';

const slotName = 'octavo-slot';

/** GitHub's schema without what a page cannot hold or what the manuscript has its own way of writing. */
const schema: Schema = {
  ...defaultSchema,
  tagNames: [...(defaultSchema.tagNames ?? []).filter((name) => !['img', 'input', 'picture', 'source'].includes(name)), slotName, 'u', 'small', 'abbr', 'cite', 'mark'],
  attributes: { ...defaultSchema.attributes, [slotName]: ['dataSlot'], '*': [...(defaultSchema.attributes?.['*'] ?? []), 'lang', 'title'] },
  clobberPrefix: 'html-',
};

/**
 * Lowers siblings that have raw HTML among them.
 *
 * `<b>` and `</b>` are two nodes in the tree with others between them: so each of the others is held by a slot element
 * while the HTML is parsed and sanitised as one, and then put back where its slot came to stand.
 * Reports m-004 where something was taken out.
 */
export function lowerHtml(nodes: readonly Nodes[], lowering: Lowering): ElementContent[] {
  const held: ElementContent[][] = [];
  const children = nodes.map((node): RootContent => {
    if (node.type === 'html') return { type: 'raw', value: withoutSlots(node) } as unknown as RootContent;
    held.push(lowering.one(node));
    return { type: 'element', tagName: slotName, properties: { dataSlot: String(held.length - 1) }, children: [] };
  });
  const parsed = raw({ type: 'root', children }) as Root;
  dropComments(parsed);
  const clean = sanitize(parsed, schema) as Root;
  if (toHtml(clean) !== toHtml(parsed)) {
    const first = nodes.find((node) => node.type === 'html') as Html;
    lowering.report('m-004', lowering.place(first), 'raw HTML was removed here: a page takes neither scripts, styles, forms nor pictures from it', 'write pictures as `![caption](file.png)`');
  }
  return fillSlots(clean.children as ElementContent[], held);
}

function withoutSlots({ value }: Html): string {
  return value.replaceAll(slotName, 'octavo-other');
}

function dropComments(tree: Root): void {
  visit(tree, (node, index, parent) => {
    if (node.type !== 'comment' || !parent || index === undefined) return undefined;
    parent.children.splice(index, 1);
    return index;
  });
}

function fillSlots(nodes: readonly ElementContent[], held: readonly ElementContent[][]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (node.tagName === slotName) return held[Number(node.properties['dataSlot'])] ?? [];
    const filled: Element = { ...node, children: fillSlots(node.children, held) };
    return [filled];
  });
}
