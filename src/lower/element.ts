/** The small pieces that every handler is made of. */
import type { Element, ElementContent, Properties } from 'hast';
import type { IndexLocator } from '../model/document.js';
import type { Anchor } from '../model/id.js';
import type { Words } from '../model/words.js';
import { writePlaces } from '../page/folio.js';

/** Makes a hast element; `undefined` properties are left out. */
export function h(tagName: string, properties: Record<string, string | number | boolean | readonly string[] | undefined>, ...children: (ElementContent | string | readonly ElementContent[])[]): Element {
  const kept = Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== undefined)) as Properties;
  return {
    type: 'element',
    tagName,
    properties: kept,
    children: children.flatMap((child): ElementContent[] => (typeof child === 'string' ? [{ type: 'text', value: child }] : Array.isArray(child) ? child : [child as ElementContent])),
  };
}

export const text = (value: string): ElementContent => ({ type: 'text', value });

/** Puts an inline piece at the start of the first paragraph: a number that hangs before its text. */
export function leadWith(lead: ElementContent[], content: readonly ElementContent[]): ElementContent[] {
  const index = content.findIndex((node) => node.type === 'element');
  const first = content[index];
  if (first?.type === 'element' && first.tagName === 'p') {
    return content.with(index, { ...first, children: [...lead, ...first.children] });
  }
  return [h('p', {}, lead), ...content];
}

/** Puts an inline piece at the end of the last paragraph. */
export function endWith(end: ElementContent[], content: readonly ElementContent[]): ElementContent[] {
  const last = content.at(-1);
  if (last?.type === 'element' && last.tagName === 'p') return content.with(-1, { ...last, children: [...last.children, ...end] });
  return [...content, h('p', {}, end)];
}

/** `<a>` whose text is the page of an anchor: filled in when pages are known. */
export function pageOf(anchor: Anchor): Element {
  return h('a', { className: ['page-ref'], href: `#${anchor}`, dataPage: anchor });
}

/** “on page 12”, or “on the facing page”: filled in when pages are known. */
export function pagePhrase(anchor: Anchor, { onPage }: Words): Element[] {
  return [h('span', { className: ['page-words'] }, `${onPage}\u00a0`), pageOf(anchor)];
}

/** The pages of several places, as a list that the output collapses. */
export function pagesOf(places: readonly (Anchor | IndexLocator)[]): Element {
  return h('span', { className: ['locators'], dataPages: writePlaces(places.map((place) => (typeof place === 'string' ? { anchor: place } : place))) });
}

/** Where a register entry is printed. */
export function registerAnchor(entry: { readonly kind: string; readonly key: string }): string {
  return `${entry.kind}-${entry.key.toLowerCase().replace(/[^\p{L}\p{N}_-]+/gu, '-')}`;
}
