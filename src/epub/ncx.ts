import type { Element } from 'xast';
import type { BookConfig } from '../model/book.js';
import type { Navigation, TocEntry } from './nav.js';
import { element } from './tree.js';

/** The contents once more, in the form of EPUB 2, for the readers that know no other. Source: ANSI/NISO Z39.86-2005, NCX. */
export function writeNcx({ toc, pages }: Navigation, config: BookConfig): Element {
  let order = 0;
  const point = (entry: TocEntry): Element => {
    const place = `${++order}`;
    const words = entry.number === undefined ? entry.title : `${entry.number} ${entry.title}`;
    const target = element('content', { src: entry.href });
    return element('navPoint', { id: `nav-${place}`, playOrder: place }, label('navLabel', words), target, ...entry.entries.map(point));
  };
  const map = element('navMap', {}, ...toc.map(point));
  const targets = pages.map(({ id, folio, href }) => {
    const type = arabic.test(folio) ? 'normal' : /^[ivxlcdm]+$/i.test(folio) ? 'front' : 'special';
    const value = type === 'normal' ? `${Number(folio)}` : undefined;
    const attributes = { id: `target-${id}`, type, value, playOrder: `${++order}` };
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
  );
}

const arabic = /^[0-9]+$/;

const label = (name: string, words: string): Element => element(name, {}, element('text', {}, words));

function depthOf(entries: readonly TocEntry[]): number {
  return entries.length === 0 ? 0 : 1 + Math.max(...entries.map((entry) => depthOf(entry.entries)));
}
