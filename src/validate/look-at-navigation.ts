import type { XmlElement } from 'libxml2-wasm';
import type { Fault } from './fault.js';
import { attribute, fragmentOf, resolvePath, type OpenedEpub } from './open-epub.js';

/**
 * Whether contents and page list follow the reading order, and whether the page list has each page break, under its own number.
 *
 * Reports e-009. Not here: where a link leads nowhere, which EPUBCheck's rules tell.
 */
export function lookAtNavigation({ nav, texts, spine }: OpenedEpub): Fault[] {
  if (!nav) return [];
  const idsOf = new Map([...texts, nav].map(({ file, find }) => [file, new Map(find('//*[@id]').map((node, index) => [attribute(node, 'id'), index]))]));
  const placeOf = (address: string): readonly [file: number, id: number] => {
    const file = resolvePath(nav.file, address);
    return [spine.indexOf(file), idsOf.get(file)?.get(fragmentOf(address) ?? '') ?? -1];
  };
  const isBefore = ([file, id]: readonly [number, number], [otherFile, otherId]: readonly [number, number]): boolean => file < otherFile || (file === otherFile && id < otherId);
  const about = (node: XmlElement, fact: string): Fault => ({ code: 'e-009', file: nav.file, line: node.line, words: [`href="${attribute(node, 'href')}"`], fact });

  const linksIn = (type: string): XmlElement[] => nav.find(`//h:nav[@epub:type="${type}"]//h:a[@href]`);
  const pageLinks = linksIn('page-list');
  const unordered = [['the contents have', linksIn('toc')] as const, ['the page list has', pageLinks] as const].flatMap(([has, links]) =>
    links.flatMap((link, index) => {
      const before = links[index - 1];
      if (!before || !isBefore(placeOf(attribute(link, 'href')), placeOf(attribute(before, 'href')))) return [];
      return [about(link, `${has} “${link.content.trim()}” after “${before.content.trim()}”, the text has it before`)];
    }),
  );

  const labels = new Map(pageLinks.map((link) => [`${resolvePath(nav.file, attribute(link, 'href'))}#${fragmentOf(attribute(link, 'href'))}`, link]));
  const marks = [...texts, nav].flatMap(({ file, find }) => find('//*[@epub:type="pagebreak"]').map((node) => ({ file, node, folio: attribute(node, 'aria-label') || attribute(node, 'title') })));
  const unlisted = marks.filter(({ file, node }) => !labels.has(`${file}#${attribute(node, 'id')}`)).map(({ file, node, folio }): Fault => ({ code: 'e-009', file, line: node.line, words: [`id="${attribute(node, 'id')}"`], fact: `page ${folio} begins here, and the page list does not have it` }));
  const renamed = marks.flatMap(({ file, node, folio }) => {
    const link = labels.get(`${file}#${attribute(node, 'id')}`);
    return link && link.content.trim() !== folio ? [about(link, `the page list calls it page ${link.content.trim()}, the text page ${folio}`)] : [];
  });
  return [...unordered, ...unlisted, ...renamed];
}
