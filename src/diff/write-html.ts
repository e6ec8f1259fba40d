/**
 * Writes a report as one HTML file: its words as in Markdown, and each changed page as it was beside as it is. It has no script and
 * asks for nothing.
 */
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from '../lower/element.js';
import type { Comparison, PageChange } from './comparison.js';
import { folioOf, nameOf, phraseReason } from './phrase.js';
import { type Block, type Inline, pageId, type Report } from './report.js';

/** Of the pages of either state, by index: WebP. */
export interface Pictures {
  readonly before: ReadonlyMap<number, Uint8Array>;
  readonly after: ReadonlyMap<number, Uint8Array>;
  /** Of a page, CSS px. */
  readonly sizes: { readonly before: PageSize; readonly after: PageSize };
}

interface PageSize {
  readonly width: number;
  readonly height: number;
}

const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

export function writeHtml({ title, blocks }: Report, comparison: Comparison, pictures: Pictures | undefined, css: string): Uint8Array {
  const head = h('head', {}, h('meta', { charSet: 'utf-8' }), h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }), h('meta', { name: 'viewport', content: 'width=device-width' }), h('meta', { name: 'color-scheme', content: 'light dark' }), h('title', {}, title), h('style', {}, css));
  const [first, summary, ...rest] = blocks.flatMap((block) => writeBlock(block, comparison, pictures));
  const pages = [...comparison.changed, ...comparison.added].sort((one, other) => (one.after ?? 0) - (other.after ?? 0));
  const way = [...pages, ...comparison.gone].map((page) => h('li', {}, h('a', { href: `#${pageId(page)}` }, folioOf(comparison, page))));
  const nav = way.length > 1 ? [h('nav', { ariaLabel: 'Pages that changed' }, h('p', {}, 'Pages: '), h('ul', {}, way))] : [];
  const main = h('main', {}, h('h1', {}, title), ...(first ? [first] : []), ...(summary ? [summary] : []), ...(pictures && pages.length > 0 ? [legend()] : []), nav, rest);
  const document = { type: 'root' as const, children: [{ type: 'doctype' as const }, h('html', { lang: 'en' }, head, h('body', {}, main))] };
  return new TextEncoder().encode(`${toHtml(document)}\n`);
}

function legend(): Element {
  const item = (mark: string, words: string): Element => h('li', {}, h('span', { className: ['sample', mark] }, 'word'), ` ${words}`);
  return h('ul', { className: ['legend'] }, item('gone', 'taken out'), item('new', 'put in'), item('moved', 'another number, or elsewhere'), h('li', {}, h('span', { className: ['sample', 'bar'] }), ' beside each line that changed'));
}

function writeBlock(block: Block, comparison: Comparison, pictures: Pictures | undefined): Element[] {
  switch (block.type) {
    case 'heading':
      return [h(`h${block.level}`, { id: block.id }, block.words)];
    case 'text':
      return [h('p', {}, writeWords(block.words))];
    case 'list':
      return [h('ul', {}, block.items.map((item) => h('li', {}, writeWords(item))))];
    case 'table': {
      const row = (cells: readonly string[], name: 'th' | 'td'): Element => h('tr', {}, cells.map((cell) => h(name, name === 'th' ? { scope: 'col' } : {}, cell)));
      return [h('div', { className: ['wide'], tabIndex: 0, role: 'region', ariaLabel: block.name }, h('table', {}, h('thead', {}, row(block.head, 'th')), h('tbody', {}, block.rows.map((cells) => row(cells, 'td')))))];
    }
    case 'pictures':
      return pictures ? [spread(block.page, comparison, pictures)] : [];
  }
}

const spoken: Readonly<Record<'gone' | 'new', readonly [tag: string, words: string]>> = { gone: ['del', 'taken out: '], new: ['ins', 'put in: '] };

function writeWords(words: readonly Inline[]): ElementContent[] {
  return words.flatMap((word): ElementContent[] => {
    if (typeof word === 'string') return [{ type: 'text', value: word }];
    const space = word.words.startsWith(' ') ? [{ type: 'text' as const, value: ' ' }] : [];
    const own = word.words.trim();
    if (word.mark === 'ahead' || word.mark === 'behind') return [...space, h('span', { className: ['around'] }, word.mark === 'ahead' ? `… ${own}` : `${own} …`)];
    const [tag, said] = spoken[word.mark];
    return [...space, h(tag, {}, h('span', { className: ['spoken'] }, said), own)];
  });
}

/** The page as it was, and as it is. */
function spread(page: PageChange, comparison: Comparison, { before, after, sizes }: Pictures): Element {
  const figure = (name: string, index: number | undefined, shots: ReadonlyMap<number, Uint8Array>, { width, height }: PageSize, folios: readonly string[]): Element[] => {
    const shot = shots.get(index ?? -1);
    if (index === undefined || !shot) return [];
    const [folio, source] = [nameOf(folios, index), `data:image/webp;base64,${Buffer.from(shot).toString('base64')}`];
    return [h('figure', {}, h('img', { src: source, alt: `Page ${folio} of ${name}, with its changes marked: ${phraseReason(page)}.`, width: Math.floor(width), height: Math.floor(height) }), h('figcaption', {}, `${name}, page ${folio}`))];
  };
  return h('div', { className: ['spread'] }, figure(comparison.before.name, page.before, before, sizes.before, comparison.before.folios), figure(comparison.after.name, page.after, after, sizes.after, comparison.after.folios));
}
