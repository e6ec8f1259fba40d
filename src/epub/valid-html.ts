import type { Attributes, Element, ElementContent } from 'xast';
import { element } from './tree.js';

/**
 * Brings an element that a browser bears, and XHTML does not, into a form that EPUB allows, with every word of it.
 *
 * In: an element whose children are valid already. Such elements are an author's own, from raw HTML. What has no form to be brought
 * into (a list in a heading) stays: `check --epub` tells it.
 * Not here: what may not be there at all (lower/html.ts).
 * Source: HTML, content models and obsolete features; EPUB 3.3.
 */
export function validHtml(node: Element): Element {
  const name = renamed[node.name] ?? node.name;
  return validContent({ ...node, name, attributes: validAttributes(name, node.attributes) });
}

/** An absolute address as a browser asks for it: what may not stand in one is written as its code, a `%` that begins no code as well. */
export function validAddress(address: string): string {
  const strayPercent = /%(?![\dA-Fa-f]{2})/g;
  const illegal = /[\s<>"{}|\\^`]/g;
  if (address.search(illegal) < 0 && address.search(strayPercent) < 0) return address;
  return new URL(address.replace(strayPercent, '%25')).href.replace(illegal, encodeURIComponent);
}

const renamed: Readonly<Record<string, string>> = { tt: 'code', strike: 's' };

const obsolete = new Set('axis bgcolor border cellpadding cellspacing char charoff clear color compact frame hspace noshade nowrap rev rules scheme size summary valign vspace'.split(' '));
const sized = new Set(['img', 'iframe', 'video', 'object', 'embed', 'canvas']);

const isInteger = (value: string): boolean => /^-?\d+$/.test(value);
const isPositive = (value: string): boolean => /^[1-9]\d*$/.test(value);
const isLanguage = (value: string): boolean => /^([A-Za-z]{2,8}(-[A-Za-z\d]{1,8})*)?$/.test(value);

/** Attributes whose value must have a form. */
const forms: Readonly<Record<string, (value: string) => boolean>> = {
  start: isInteger,
  value: isInteger,
  colspan: isPositive,
  rowspan: isPositive,
  dir: (value) => ['ltr', 'rtl', 'auto'].includes(value),
  lang: isLanguage,
  'xml:lang': isLanguage,
  cite: (value) => URL.canParse(value) && validAddress(value) === value,
};

function validAttributes(name: string, attributes: Attributes): Attributes {
  const isValid = (attribute: string, value: unknown): boolean => {
    if (obsolete.has(attribute)) return false;
    if ((attribute === 'width' || attribute === 'height') && !sized.has(name)) return false;
    const hasForm = forms[attribute];
    return !hasForm || typeof value !== 'string' || hasForm(value);
  };
  return Object.fromEntries(Object.entries(attributes).filter(([attribute, value]) => isValid(attribute, value)));
}

const blocks = new Set('address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul'.split(' '));
/** Hold words alone. The first two are nothing but boxes around them, so a `div` does as well. */
const wordy = new Set('p span abbr b bdi bdo cite code em h1 h2 h3 h4 h5 h6 i kbd mark pre q rt s samp small strong sub summary sup u var'.split(' '));

const isElement = (node: ElementContent, names: ReadonlySet<string>): node is Element => node.type === 'element' && names.has(node.name);
const isBlank = (node: ElementContent): boolean => node.type === 'text' && node.value.trim() === '';

function validContent(node: Element): Element {
  const { name, children } = node;
  if (wordy.has(name) && children.some((child) => isElement(child, blocks))) {
    if (name === 'p' || name === 'span') return { ...node, name: 'div' };
    return { ...node, children: children.map((child) => (isElement(child, new Set(['div', 'p'])) ? { ...child, name: 'span' } : child)) };
  }
  if (name === 'ul' || name === 'ol') return { ...node, children: children.map((child) => (isBlank(child) || isElement(child, new Set(['li'])) ? child : element('li', {}, child))) };
  if (name === 'dl' && children.some((child) => isElement(child, new Set(['dt', 'div'])))) return { ...node, children: children.map((child) => (isBlank(child) || isElement(child, new Set(['dt', 'dd', 'div'])) ? child : element('dd', {}, child))) };
  if (name === 'dl') return { ...node, name: 'div', children: children.map((child) => (isElement(child, new Set(['dd'])) ? { ...child, name: 'div' } : child)) };
  if (name === 'details' && !children.some((child) => isElement(child, new Set(['summary'])))) return { ...node, name: 'div' };
  return node;
}
