/**
 * One side of a card as HTML that stands alone: no ids, no classes, no links into the book, no files.
 * Formulas and drawings stay as they are; a picture becomes its words.
 */
import type { Element, ElementContent, Properties } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { text } from '../lower/element.js';

export function cardHtml(content: readonly ElementContent[]): string {
  const plain = content.flatMap(plainly);
  const [only, ...others] = plain.filter((node) => node.type !== 'text' || node.value.trim() !== '');
  const isParagraph = only?.type === 'element' && only.tagName === 'p' && others.length === 0;
  return toHtml({ type: 'root', children: isParagraph ? only.children : plain }).trim();
}

/** What means something only on a page of the book. */
const ofThePage = ['call', 'call-separator', 'claim-mark', 'checkbox', 'caption-number'];

/** What would run into the words after it. */
const setOff = ['option-letter', 'match-number', 'match-letter', 'answer-key'];

const lasting = ['lang', 'start', 'colSpan', 'rowSpan', 'dateTime'];

function plainly(node: ElementContent): ElementContent[] {
  if (node.type === 'text') return [node];
  if (node.type !== 'element') return [];
  const { tagName, properties } = node;
  if (tagName === 'math' || tagName === 'svg') return [node];
  if (ofThePage.some((name) => hasClass(node, name))) return [];
  if (tagName === 'img') return [text(typeof properties['alt'] === 'string' && properties['alt'] !== '' ? `[${properties['alt']}]` : '')];
  const children = node.children.flatMap(plainly);
  const href = properties['href'];
  const kept: Properties = Object.fromEntries(Object.entries(properties).filter(([name]) => lasting.includes(name)));
  if (tagName === 'a') return typeof href === 'string' && !href.startsWith('#') ? [{ ...node, properties: { href }, children }] : children;
  if (setOff.some((name) => hasClass(node, name))) return [{ ...node, tagName: 'b', properties: {}, children }];
  if (tagName === 'span' && Object.keys(kept).length === 0) return children;
  // Its letters are words, so it needs no other mark.
  const style = hasClass(node, 'options') ? { style: 'list-style: none; padding: 0' } : {};
  return [{ ...node, properties: { ...kept, ...style }, children }];
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties['className']) && properties['className'].includes(name);
}
