import type { Element } from 'xast';
import type { BookConfig } from '../model/book.js';
import { capital, wordsOf } from '../model/words.js';
import type { CaptionTarget, Navigation, TocEntry } from './nav.js';
import { plainId } from './plain-id.js';
import { element } from './tree.js';

/**
 * The contents once more, and the lists of figures, tables and pages, in the form of EPUB 2, for the readers that know no other. Ids
 * are named after what they lead to; what leads to one place has one number. Source: ANSI/NISO Z39.86-2005, NCX.
 */
export function writeNcx({ toc, figures, tables, pages, order }: Navigation, config: BookConfig): Element {
  const { kinds } = wordsOf(config.language);
  const placed = (prefix: string, href: string) => ({ id: idOf(prefix, href), playOrder: `${order.get(href) ?? 0}` });
  const point = (entry: TocEntry): Element => {
    const words = entry.number === undefined ? entry.title : `${entry.number} ${entry.title}`;
    const target = element('content', { src: entry.href });
    return element('navPoint', placed('nav', entry.href), label('navLabel', words), target, ...entry.entries.map(point));
  };
  const list = (name: string, targets: readonly CaptionTarget[]): Element[] =>
    targets.length === 0 ? [] : [element('navList', {}, label('navLabel', capital(name)), ...targets.map(({ href, title }) => element('navTarget', placed('list', href), label('navLabel', title), element('content', { src: href }))))];
  const map = element('navMap', {}, ...toc.map(point));
  const targets = pages.map(({ folio, href }) => {
    const type = arabic.test(folio) ? 'normal' : /^[ivxlcdm]+$/i.test(folio) ? 'front' : 'special';
    const value = type === 'normal' ? `${Number(folio)}` : undefined;
    const attributes = { ...placed('target', href), type, value };
    return element('pageTarget', attributes, label('navLabel', folio), element('content', { src: href }));
  });
  const largest = Math.max(0, ...pages.map(({ folio }) => (arabic.test(folio) ? Number(folio) : 0)));
  const facts = {
    'dtb:uid': config.identifier,
    'dtb:depth': `${depthOf(toc)}`,
    'dtb:totalPageCount': `${pages.length}`,
    'dtb:maxPageNumber': `${largest}`,
  };
  return element(
    'ncx',
    { xmlns: 'http://www.daisy.org/z3986/2005/ncx/', version: '2005-1', 'xml:lang': config.language },
    element('head', {}, ...Object.entries(facts).map(([name, value]) => element('meta', { name, content: value }))),
    label('docTitle', config.title),
    map,
    ...(targets.length > 0 ? [element('pageList', {}, ...targets)] : []),
    ...list(kinds.figure[1], figures),
    ...list(kinds.table[1], tables),
  );
}

/** `text/thaw.xhtml#sec-a` -> `nav-sec-a` */
const idOf = (prefix: string, href: string): string => plainId(`${prefix}-${href.includes('#') ? href.slice(href.indexOf('#') + 1) : href.slice(href.lastIndexOf('/') + 1)}`);

const arabic = /^[0-9]+$/;

const label = (name: string, words: string): Element => element(name, {}, element('text', {}, words));

function depthOf(entries: readonly TocEntry[]): number {
  return entries.length === 0 ? 0 : 1 + Math.max(...entries.map((entry) => depthOf(entry.entries)));
}
