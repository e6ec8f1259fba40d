import type { Element, ElementContent } from 'xast';

/** Told of each element once it is written: its first code unit in the file, and the one behind its last. */
export type OnElement = (node: Element, start: number, end: number) => void;

/**
 * Writes a tree as XML, so that readers which parse XHTML as HTML see the same document.
 *
 * In HTML only void elements are self-closed (`<br/>`, but `<td></td>`, `<a></a>`); in SVG, MathML and package files every empty
 * element is. Attributes stand in code-unit order. What XML 1.0 cannot hold (control characters, halves of a surrogate pair,
 * names that are no names) is left out, and carriage returns become line feeds: the output is well-formed for every tree.
 * Not here: which elements and attributes XHTML5 and EPUB allow (content.ts).
 */
export function serialize(root: Element, kind: 'xhtml' | 'xml', onElement?: OnElement): string {
  const doctype = kind === 'xhtml' ? '<!DOCTYPE html>\n' : '';
  const file: Written = { text: `<?xml version="1.0" encoding="utf-8"?>\n${doctype}`, ...(onElement && { onElement }) };
  write(root, kind === 'xhtml', file);
  return `${file.text}\n`;
}

interface Written {
  text: string;
  readonly onElement?: OnElement;
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

function write(node: ElementContent, isHtml: boolean, file: Written): void {
  if (node.type === 'text') file.text += escape(node.value, inText);
  if (node.type !== 'element') return;
  const inside = node.attributes.xmlns === undefined ? isHtml : node.attributes.xmlns === htmlNamespace;
  const children = (): void => {
    for (const child of node.children) write(child, inside, file);
  };
  if (!xmlName.test(node.name)) return children();
  const start = file.text.length;
  file.text += `<${node.name}${attributesOf(node)}`;
  if (inside ? voidElements.has(node.name) : node.children.every(isBlank)) file.text += '/>';
  else {
    file.text += '>';
    children();
    file.text += `</${node.name}>`;
  }
  file.onElement?.(node, start, file.text.length);
}

/** Whether nothing is written for it. */
function isBlank(node: ElementContent): boolean {
  if (node.type === 'text') return escape(node.value, inText) === '';
  return node.type !== 'element' || (!xmlName.test(node.name) && node.children.every(isBlank));
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
