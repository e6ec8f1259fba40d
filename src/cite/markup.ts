/**
 * Between Octavo's trees and the mini-markup of CSL processors: the author's words around a citation go in, what the
 * processor printed comes out.
 *
 * Inline styles become class names: `smallcaps`; `upright` is italics undone inside italics. What a style sets in a column of its own
 * before an entry, its number or label, is an `entry-number`. What marks the words of a source stays (`cite`, from cite/mark-cites.ts).
 */
import type { Element, ElementContent, Properties } from 'hast';
import type { PhrasingContent } from 'mdast';
import { fromHtml } from 'hast-util-from-html';
import { toString } from 'mdast-util-to-string';

/** Emphasis of all kinds survives; of anything else (links, code, notes) the words. */
export function toMarkup(nodes: readonly PhrasingContent[]): string {
  return nodes.map(phrase).join('');
}

function phrase(node: PhrasingContent): string {
  switch (node.type) {
    case 'emphasis':
      return `<i>${toMarkup(node.children)}</i>`;
    case 'strong':
      return `<b>${toMarkup(node.children)}</b>`;
    case 'superscript':
      return `<sup>${toMarkup(node.children)}</sup>`;
    case 'subscript':
      return `<sub>${toMarkup(node.children)}</sub>`;
    case 'span':
      if (node.data?.attributes?.classes.includes('nocase')) return `<span class="nocase">${toMarkup(node.children)}</span>`;
      return node.data?.attributes?.classes.includes('smallcaps') ? `<span style="font-variant:small-caps;">${toMarkup(node.children)}</span>` : toMarkup(node.children);
    case 'link':
    case 'delete':
      return toMarkup(node.children);
    case 'break':
      return ' ';
    default:
      return toString(node);
  }
}

/** Inline content only: the blocks of a bibliography entry become their words, a space between. */
export function fromMarkup(html: string): ElementContent[] {
  const nodes = /[<&\r\0]/.test(html) ? (fromHtml(html, { fragment: true }).children as ElementContent[]) : [{ type: 'text' as const, value: html }];
  return trimmed(nodes.flatMap(inline));
}

function inline(node: ElementContent): ElementContent[] {
  if (node.type === 'text') return [{ type: 'text', value: node.value.replace(/\s*\n\s*/g, ' ') }];
  if (node.type !== 'element') return [];
  const children = node.children.flatMap(inline);
  if (node.tagName === 'div' && isClass(node, 'csl-left-margin')) return [{ type: 'element', tagName: 'span', properties: { className: ['entry-number'] }, children: [...trimmed(children), { type: 'text', value: ' ' }] }];
  if (node.tagName === 'div') return [{ type: 'text', value: ' ' }, ...children, { type: 'text', value: ' ' }];
  if (node.tagName === 'cite') return [{ type: 'element', tagName: 'cite', properties: { dataKey: node.properties['dataKey'], dataCite: node.properties['dataCite'] }, children }];
  const properties = plainProperties(node.tagName, node.properties);
  return node.tagName === 'span' && Object.keys(properties).length === 0 ? children : [{ type: 'element', tagName: node.tagName, properties, children }];
}

const isClass = ({ properties: { className } }: Element, name: string): boolean => Array.isArray(className) && className.includes(name);

function plainProperties(tagName: string, { style, href }: Properties): Properties {
  if (tagName === 'a') return { href: href ?? '' };
  if (typeof style !== 'string') return {};
  if (style.includes('small-caps')) return { className: ['smallcaps'] };
  if (style.includes('font-style:normal')) return { className: ['upright'] };
  if (style.includes('underline')) return { className: ['underline'] };
  return {};
}

/** Neighbouring texts as one, no space doubled, and none at either end of the whole. */
function trimmed(nodes: readonly ElementContent[], { opens, closes } = { opens: true, closes: true }): ElementContent[] {
  const merged: ElementContent[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node.type === 'text' && last?.type === 'text') last.value += node.value;
    else merged.push(node.type === 'text' ? { ...node } : node);
  }
  for (const [index, node] of merged.entries()) {
    const ends = { opens: opens && index === 0, closes: closes && index === merged.length - 1 };
    if (node.type === 'element' && node.tagName === 'cite') node.children = trimmed(node.children as ElementContent[], ends);
    if (node.type !== 'text') continue;
    node.value = node.value.replace(/ {2,}/g, ' ');
    const before = merged[index - 1];
    if (ends.opens || (before?.type === 'element' && isClass(before, 'entry-number'))) node.value = node.value.replace(/^ /, '');
    if (ends.closes) node.value = node.value.replace(/ $/, '');
  }
  return merged.filter((node) => node.type !== 'text' || node.value !== '');
}
