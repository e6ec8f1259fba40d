import type { Element } from 'xast';
import type { BookConfig } from '../model/book.js';
import { wordsOf } from '../model/words.js';
import { property, refine } from './meta.js';
import { element } from './tree.js';

/**
 * What a catalogue wants to know of the edition.
 *
 * `dcterms:modified` is the edition's date, never the day of the build; an edition without a date says 1980, the beginning of
 * zip's time.
 * Source: EPUB 3.3, Dublin Core, MARC relators.
 */
export function bibliographic(config: BookConfig): Element[] {
  const { audience, date, edition, subtitle } = config;
  const optional = (name: string, value: string | undefined): Element[] => (value ? [element(name, {}, value)] : []);
  return [
    element('dc:identifier', { id: 'identifier' }, config.identifier),
    element('dc:title', { id: 'title' }, config.title),
    refine('title', 'title-type', 'main'),
    ...(subtitle === undefined ? [] : [element('dc:title', { id: 'subtitle' }, subtitle), refine('subtitle', 'title-type', 'subtitle')]),
    ...(audience === 'self-study' ? [] : [element('dc:title', { id: 'edition' }, wordsOf(config.language).editions[audience]), refine('edition', 'title-type', 'edition')]),
    element('dc:language', {}, config.language),
    ...config.authors.flatMap(({ name, role }, index) => {
      const id = `contributor-${index + 1}`;
      return [element(role === 'aut' ? 'dc:creator' : 'dc:contributor', { id }, name), refine(id, 'role', role, 'marc:relators')];
    }),
    ...optional('dc:publisher', config.publisher),
    ...optional('dc:date', date),
    ...optional('dc:rights', config.rights),
    ...optional('dc:description', config.description?.trim()),
    ...config.subjects.map((subject) => element('dc:subject', {}, subject)),
    ...(edition === undefined ? [] : [property('schema:bookEdition', edition)]),
    property('dcterms:modified', `${wholeDate(date ?? '1980')}T00:00:00Z`),
  ];
}

/** `1933` -> `1933-01-01`. */
const wholeDate = (date: string): string => `${date}-01-01`.slice(0, '1933-01-01'.length);
