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
const inText: Unsafe = { any: /[\0-\x08\v-\x1F&<>\uD800-\uDFFF\uFFFE\uFFFF]/, each: /[&<>]/g };
const inAttribute: Unsafe = { any: /[\0-\x1F&<>"\uD800-\uDFFF\uFFFE\uFFFF]/, each: /[&<>"\t\n]/g };
const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\t': '&#9;', '\n': '&#10;' };

interface Unsafe {
  /** Whether something may have to be changed. */
  readonly any: RegExp;
  /** What is written as a reference. */
  readonly each: RegExp;
}

function write(node: ElementContent, isHtml: boolean): string {
  if (node.type === 'text') return escape(node.value, inText);
  if (node.type !== 'element') return '';
  const inside = node.attributes.xmlns === undefined ? isHtml : node.attributes.xmlns === htmlNamespace;
  let children = '';
  for (const child of node.children) children += write(child, inside);
  if (!xmlName.test(node.name)) return children;
  const start = node.name + attributesOf(node);
  const selfClosed = inside ? voidElements.has(node.name) : children === '';
  return selfClosed ? `<${start}/>` : `<${start}>${children}</${node.name}>`;
}

function attributesOf({ attributes }: Element): string {
  let written = '';
  for (const name of Object.keys(attributes).sort()) {
    const value = attributes[name];
    if (typeof value === 'string' && xmlName.test(name)) written += ` ${name}="${escape(value, inAttribute)}"`;
  }
  return written;
}

/** Most text holds nothing that must be changed: it is looked through once. */
function escape(value: string, { any, each }: Unsafe): string {
  if (!any.test(value)) return value;
  return value.replace(/\r\n?/g, '\n').replace(notXml, '').replace(each, (character) => references[character] ?? '');
}
