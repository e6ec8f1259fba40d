import type { ElementContent } from 'hast';
import type { Nodes, PhrasingContent } from 'mdast';
import { nearest } from '../../diagnostics/nearest.js';
import type { Attributes } from '../../model/syntax.js';
import { insideBook, pathOf } from '../../read/read-file.js';
import { linkTargetOf } from '../../model/source.js';
import { h, text } from '../element.js';
import type { Lowering } from '../lowering.js';
import type { Handler } from './table.js';

/** `width=60%`, `width=5cm`, `height=9pt`: what CSS takes, as an inline style. */
function sizeOf(attributes: Attributes | undefined): string | undefined {
  const rules = (['width', 'height'] as const).flatMap((side) => {
    const value = attributes?.values[side];
    if (value === undefined) return [];
    const size = /^\d+(\.\d+)?$/.test(value) ? `${value}px` : value;
    return /^\d+(\.\d+)?(px|pt|mm|cm|in|em|%)$/.test(size) ? [`${side}: ${size}`] : [];
  });
  return rules.length > 0 ? rules.join('; ') : undefined;
}

function picture(url: string, alt: string, attributes: Attributes | undefined, lowering: Lowering, id?: string): ElementContent[] {
  const path = insideBook(pathOf(url));
  const told = attributes?.values['alt'];
  // Where the author's line ends, the words that are read out go on.
  const given = (told ?? alt).replace(/\s+/g, ' ').trim();
  if (path === undefined || !lowering.lookup.hasPicture(path)) return [text(given)];
  // An empty `alt` is the author's word that there is nothing to see; none at all says nothing.
  const isDecoration = told?.trim() === '';
  return [h('img', { id, src: path, alt: given, role: isDecoration ? 'presentation' : undefined, dataUndescribed: !isDecoration && given === '' ? '' : undefined, style: sizeOf(attributes) })];
}

const placements = ['here', 'top', 'bottom', 'page'];

/** Where the author wants a figure or table in print; anything else is reported, and left to the page. */
export function placementOf(wanted: string | null | undefined, node: Nodes, lowering: Lowering): string | undefined {
  if (wanted === null || wanted === undefined || lowering.target !== 'print') return undefined;
  if (placements.includes(wanted)) return wanted;
  lowering.report('d-008', lowering.place(node), `\`${wanted}\` is no placement`, ...nearest(wanted, placements).map((like) => `\`${like}\` exists`), `a figure stands ${placements.join(', ')}, or where it fits`);
  return undefined;
}

/** "Figure 3." and the words; nothing when there are neither. */
export function captionOf(kind: 'figure' | 'table', number: string | undefined, words: readonly ElementContent[], lowering: Lowering): ElementContent[] {
  const label = number === undefined ? [] : [h('span', { className: ['caption-number'] }, `${lowering.words[kind]} ${number}.`)];
  return [...label, ...(label.length > 0 && words.length > 0 ? [text(' ')] : []), ...words];
}

export const figure: Handler<'figure'> = (node, lowering) => {
  const id = lowering.id(node);
  const labelled = lowering.lookup.labelled(id);
  const attributes = node.data?.attributes;
  const words = lowering.all(node.children as PhrasingContent[]);
  return [
    h(
      'figure',
      { id: labelled?.anchor, className: ['figure', ...(attributes?.classes ?? [])], dataAt: id, dataPlacement: placementOf(attributes?.values['placement'], node, lowering) },
      picture(node.url, node.alt, attributes, lowering),
      h('figcaption', {}, captionOf('figure', labelled?.number, words, lowering)),
    ),
  ];
};

export const image: Handler<'image'> = (node, lowering) => picture(node.url, node.alt ?? '', node.data?.attributes, lowering, lowering.lookup.labelled(lowering.id(node))?.anchor);

export const imageReference: Handler<'imageReference'> = (node, lowering) => {
  const target = linkTargetOf(lowering.source, node.identifier);
  return target ? picture(target.url, node.alt ?? '', node.data?.attributes, lowering) : [text(node.alt ?? '')];
};

/** A table prints its caption itself; see handlers/grid.ts. */
export const caption: Handler<'caption'> = (node, lowering) => lowering.all(node.children);
