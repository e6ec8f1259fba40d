/**
 * Gives tables their captions: paragraphs that begin with `: ` or `Table: ` right above or below.
 *
 * Read in order, a caption belongs to the table above it if that has none yet, else to the table below it; so captions may
 * stand above all tables or below all of them. One next to no table, or left over, stays a paragraph. Attribute list and label
 * go to the caption's `data.attributes`.
 */
import type { Paragraph, Parents, PhrasingContent } from 'mdast';
import type { Extension } from 'mdast-util-from-markdown';
import { visitBlocks } from '../../../model/blocks.js';
import type { Attributes, Caption } from '../../../model/syntax.js';
import { readTrailingAttributeList } from '../attributes/attribute-list.js';
import { takeCaptionLabel } from '../caption/caption-label.js';
import { cutEnd, cutStart } from '../children.js';

const marker = /^(?::|Table:)[ \t]+/;

/** @param source the document */
export function tableCaptionFromMarkdown(source: string): Extension {
  return {
    transforms: [
      (tree) => {
        const parents = new Set<Parents>();
        visitBlocks(tree, 'table', (_table, _index, parent) => void parents.add(parent));
        for (const parent of parents) captionTables(parent, source);
      },
    ],
  };
}

function captionTables(parent: Parents, source: string): void {
  const taken = new Set<unknown>();
  for (const [index, node] of parent.children.entries()) {
    if (node.type !== 'paragraph' || !startsCaption(node)) continue;
    const table = [parent.children[index - 1], parent.children[index + 1]].find((other) => other?.type === 'table' && other.caption === undefined);
    if (table?.type !== 'table') continue;
    table.caption = captionOf(node, source);
    taken.add(node);
  }
  const kept = parent.children.filter((node) => !taken.has(node));
  parent.children.splice(0, parent.children.length, ...kept);
}

function startsCaption(paragraph: Paragraph): boolean {
  const first = paragraph.children[0];
  return first?.type === 'text' && marker.test(first.value);
}

function captionOf(paragraph: Paragraph, source: string): Caption {
  const children: PhrasingContent[] = paragraph.children;
  const first = children[0];
  const opening = first?.type === 'text' ? marker.exec(first.value)?.[0] : undefined;
  cutStart(children, opening?.length ?? 0);
  const given = takeTrailingList(children, source);
  const attributes = takeCaptionLabel(children, given, source);
  return { type: 'caption', children, ...(attributes && { data: { attributes } }), ...(paragraph.position && { position: paragraph.position }) };
}

function takeTrailingList(children: PhrasingContent[], source: string): Attributes | undefined {
  const last = children.at(-1);
  const list = last?.type === 'text' ? readTrailingAttributeList(last.value) : undefined;
  if (last?.type !== 'text' || list === undefined) return undefined;
  cutEnd(children, last.value.slice(list.start), source);
  return list.attributes;
}
