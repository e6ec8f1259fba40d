import type { Element, ElementContent } from 'xast';

/**
 * Writes a tree as XML, so that readers which parse XHTML as HTML see the same document.
 *
 * In HTML only void elements are self-closed (`<br/>`, but `<td></td>`, `<a></a>`); in SVG, MathML and package files every empty
 * element is. Attributes stand in code-unit order. What XML 1.0 cannot hold (control characters, halves of a surrogate pair,
 * names that are no names) is left out, and carriage returns become line feeds: the output is well-formed for every tree.
 * Not here: which elements and attributes XHTML5 and EPUB allow (content.ts).
 */
export function serialize(root: Element, kind: 'xhtml' | 'xml'): string {
  const doctype = kind === 'xhtml' ? '<!DOCTYPE html>\n' : '';
  return `<?xml version="1.0" encoding="utf-8"?>\n${doctype}${write(root, kind === 'xhtml')}\n`;
}

const htmlNamespace = 'http://www.w3.org/1999/xhtml';
const voidElements = new Set('area base br col embed hr img input link meta param source track wbr'.split(' '));
const xmlName = /^[\p{L}_][\p{L}\p{M}\p{N}_.-]*(:[\p{L}_][\p{L}\p{M}\p{N}_.-]*)?$/u;
const notXml = /[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;' };

function write(node: ElementContent, isHtml: boolean): string {
  if (node.type === 'text') return escape(node.value, /[&<>]/g);
  if (node.type !== 'element') return '';
  const inside = node.attributes.xmlns === undefined ? isHtml : node.attributes.xmlns === htmlNamespace;
  const children = node.children.map((child) => write(child, inside)).join('');
  if (!xmlName.test(node.name)) return children;
  const start = node.name + attributesOf(node);
  const selfClosed = inside ? voidElements.has(node.name) : children === '';
  return selfClosed ? `<${start}/>` : `<${start}>${children}</${node.name}>`;
}

function attributesOf(node: Element): string {
  return Object.entries(node.attributes)
    .filter((entry): entry is [string, string] => typeof entry[1] === 'string' && xmlName.test(entry[0]))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}="${escape(value, /[&<>"\t\n]/g)}"`)
    .join('');
}

function escape(value: string, unsafe: RegExp): string {
  return value.replace(/\r\n?/g, '\n').replace(notXml, '').replace(unsafe, (character) => references[character] ?? '');
}
