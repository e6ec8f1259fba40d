/**
 * A tree as one readable line per block, for tables of cases: words in quotes, every other node with its place and facts.
 * And the places themselves: each node must have one, inside its parent's, and plain text must stand in the source as it is.
 */
import type { Nodes, PhrasingContent } from 'mdast';
import { expect } from 'vitest';
import type { Attributes } from '../../src/model/syntax.js';

export function outline(nodes: readonly Nodes[]): string {
  return nodes.map(line).join('\n');
}

function line(node: Nodes): string {
  if (node.type === 'text') return JSON.stringify(node.value);
  const { start, end } = node.position ?? { start: { line: 0, column: 0 }, end: { line: 0, column: 0 } };
  const place = start.line === end.line ? `${start.line}:${start.column}-${end.column}` : `${start.line}:${start.column}-${end.line}:${end.column}`;
  const caption = node.type === 'table' && node.caption ? [line(node.caption)] : [];
  const children = 'children' in node ? node.children.map(line) : [];
  return [`${node.type}@${place}`, ...facts(node), ...(children.length + caption.length > 0 ? [`(${[...caption, ...children].join(' ')})`] : [])].join(' ');
}

function facts(node: Nodes): string[] {
  const given = node.data?.attributes;
  return [...own(node), ...(node.data?.display === true ? ['display'] : []), ...(given ? [braces(given)] : [])];
}

function own(node: Nodes): string[] {
  switch (node.type) {
    case 'citation':
      return [node.mode, ...node.parts.map((part) => `[${words(part.prefix)}${part.suppressAuthor ? '-' : ''}@${part.key}${words(part.suffix)}]`)];
    case 'crossReference':
      return [node.bare ? 'bare' : 'full', ...node.labels];
    case 'figure':
      return [node.url, JSON.stringify(node.alt)];
    case 'image':
      return [node.url, JSON.stringify(node.alt)];
    case 'link':
      return [node.url];
    case 'alert':
      return [node.kind];
    case 'code':
      return [String(node.lang), String(node.meta), JSON.stringify(node.value)];
    case 'definitionList':
      return node.spread ? ['spread'] : [];
    case 'verseLine':
      return node.indent > 0 ? [String(node.indent)] : [];
    case 'heading':
      return [String(node.depth)];
    case 'textDirective':
    case 'leafDirective':
    case 'containerDirective':
      return [node.name];
    case 'footnoteReference':
    case 'linkReference':
    case 'definition':
      return [node.identifier];
    default:
      return 'value' in node ? [JSON.stringify(node.value)] : [];
  }
}

function words(children: readonly PhrasingContent[]): string {
  return children.length === 0 ? '' : `<${children.map(line).join(' ')}>`;
}

function braces({ id, classes, values }: Attributes): string {
  return `{${[...(id === undefined ? [] : [`#${id}`]), ...classes.map((name) => `.${name}`), ...Object.entries(values).map(([key, value]) => `${key}=${value}`)].join(' ')}}`;
}

/** The nodes below a node, wherever they hang. */
export function below(node: Nodes): Nodes[] {
  return [
    ...('children' in node ? node.children : []),
    ...(node.type === 'citation' ? node.parts.flatMap((part) => [...part.prefix, ...part.suffix]) : []),
    ...(node.type === 'table' && node.caption ? [node.caption] : []),
  ];
}

export function checkPlaces(node: Nodes, source: string): void {
  for (const child of below(node)) {
    const from = child.position?.start.offset;
    const to = child.position?.end.offset;
    if (from === undefined || to === undefined || child.position === undefined) throw new Error(`${child.type} has no place`);
    expect(from, `${child.type} begins before it ends`).toBeLessThanOrEqual(to);
    expect(pointAt(source, from), `${child.type} begins`).toEqual({ line: child.position.start.line, column: child.position.start.column });
    expect(pointAt(source, to), `${child.type} ends`).toEqual({ line: child.position.end.line, column: child.position.end.column });
    // A caption stands beside its table, not within.
    if (child.type !== 'caption' && node.type !== 'root') {
      expect(from, `${child.type} in ${node.type}`).toBeGreaterThanOrEqual(node.position?.start.offset ?? 0);
      expect(to, `${child.type} in ${node.type}`).toBeLessThanOrEqual(node.position?.end.offset ?? 0);
    }
    const written = source.slice(from, to);
    if (child.type === 'text' && !/[\\&\r\n\t]/.test(written)) expect(written).toBe(child.value);
    checkPlaces(child, source);
  }
}

function pointAt(source: string, offset: number): { line: number; column: number } {
  const lines = source.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1 };
}
