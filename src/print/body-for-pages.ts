/**
 * Gives the elements of a part what only a page needs: words divided, pictures from memory, lines of source as blocks, ruled
 * lines whose sum is whole lines of text, and what stands above a table that goes on overleaf.
 */
import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { h } from '../lower/element.js';
import { wordsOf } from '../model/words.js';
import { hyphenate } from '../typeface/hyphenate.js';

/** Lines of text from one ruled line to the next, at least. */
const ruledPitch = 1.5;

export function bodyForPages(body: readonly ElementContent[], language: string): ElementContent[] {
  const dress = (node: ElementContent): ElementContent => {
    if (node.type !== 'element') return node;
    if (node.tagName === 'pre' && isSource(node)) return { ...node, children: node.children.map((code) => (code.type === 'element' ? { ...code, children: linesOf(code) } : code)) };
    return { ...node, properties: { ...node.properties, ...added(node, language) }, children: node.children.map(dress) };
  };
  return hyphenate(body, language).map(dress);
}

function added(element: Element, language: string): Element['properties'] {
  if (element.tagName === 'img') return { src: encodeURI(pictureUrl(String(element.properties['src']))) };
  if (element.tagName === 'caption') return { dataOverleaf: overleaf(element, language) };
  const { length } = element.children;
  return hasClass(element, 'writing-lines') ? { style: `--pitch: ${(Math.ceil(length * ruledPitch) / length).toFixed(3)}` } : {};
}

/** Where the browser finds a picture of the book. */
export function pictureUrl(path: string): string {
  return `/assets/${path}`;
}

function isSource({ children }: Element): boolean {
  return children.length === 1 && children[0]?.type === 'element' && children[0].tagName === 'code';
}

/** Each line is a block: a page ends between two, and one that is too long shows that it goes on. */
function linesOf(code: Element): Element[] {
  return toString(code)
    .split('\n')
    .map((line) => h('span', { className: ['code-line'] }, line === '' ? '\u00a0' : line));
}

/** `Table 3 (continued)` */
function overleaf(caption: Element, language: string): string {
  const number = caption.children.find((child): child is Element => child.type === 'element' && hasClass(child, 'caption-number'));
  const goesOn = `(${wordsOf(language).continued})`;
  return number ? `${toString(number).replace(/\.$/, '')} ${goesOn}` : goesOn;
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties['className']) && properties['className'].includes(name);
}
