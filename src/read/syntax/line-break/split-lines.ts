/**
 * Divides inline content into its lines, at every `break`.
 *
 * Markup that runs over the end of a line goes on in the next: emphasis and links are made twice, a label stays with the first
 * piece. A directive belongs to the line it begins in, since it is counted once; the rest of its words follow as they are. A
 * note or a citation is no part of the line it is called in: in its words the line ending is white space again.
 */
import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { shapeOf } from '../../../model/directive.js';
import { trimEnd } from '../children.js';

/**
 * @param source the document
 * @returns lines that hold something, in order
 */
export function splitLines(children: readonly PhrasingContent[], source: string): PhrasingContent[][] {
  return divide(children, source).filter((line) => line.length > 0);
}

/** From the first of some nodes to the last. */
export function reachOf(nodes: readonly PhrasingContent[]): Pick<PhrasingContent, 'position'> {
  const [start, end] = [nodes[0]?.position?.start, nodes.at(-1)?.position?.end];
  return start && end ? { position: { start: { ...start }, end: { ...end } } } : {};
}

function divide(children: readonly PhrasingContent[], source: string): PhrasingContent[][] {
  const lines: PhrasingContent[][] = [[]];
  for (const node of children) {
    const pieces = node.type === 'break' ? [[], []] : divideNode(node, source);
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) lines.push([]);
      lines.at(-1)?.push(...piece);
    }
  }
  for (const line of lines.slice(0, -1)) trimEnd(line, source);
  return lines;
}

/** A node's share of each line that it is on. */
function divideNode(node: PhrasingContent, source: string): PhrasingContent[][] {
  if (node.type === 'citation') for (const part of node.parts) for (const words of [part.prefix, part.suffix]) runOn(words, source);
  if (node.type === 'inlineNote') runOn(node.children, source);
  if (!('children' in node) || node.type === 'inlineNote') return [[node]];
  const lines = divide(node.children, source);
  if (lines.length === 1) return [[node]];
  const first = lines.findIndex((line) => line.length > 0);
  return lines.map((line, index) => (line.length === 0 ? [] : [pieceOf(node, lines, line, index === first, index === lines.length - 1)]));
}

function pieceOf(node: Extract<PhrasingContent, { children: PhrasingContent[] }>, lines: readonly (readonly PhrasingContent[])[], line: PhrasingContent[], isFirst: boolean, isLast: boolean): PhrasingContent {
  const { position } = reachOf(line);
  if (position && isFirst && node.position) position.start = { ...node.position.start };
  if (position && isLast && node.position) position.end = { ...node.position.end };
  const reach = position && { position };
  if (node.type === 'textDirective') {
    if (!isFirst) return { type: 'span', children: line, ...reach };
    const names = shapeOf(node.name)?.optional?.includes('of') ? { of: lines.map((words) => toString(words)).join(' ') } : {};
    return { ...node, attributes: { ...names, ...node.attributes }, children: line, ...reach };
  }
  const { id, ...attributes } = node.data?.attributes ?? { classes: [], values: {} };
  const data = isFirst || id === undefined ? node.data : { ...node.data, attributes };
  return { ...node, ...(data && { data }), children: line, ...reach } as PhrasingContent;
}

/** Puts white space back where a line ending was kept; a break that the author wrote stays. */
function runOn(nodes: PhrasingContent[], source: string): void {
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'break' && /[\r\n]/.test(source[node.position?.start.offset ?? -1] ?? '')) {
      nodes[index] = { type: 'text', value: '\n', ...(node.position && { position: node.position }) };
    } else if ('children' in node) runOn(node.children, source);
  }
}
