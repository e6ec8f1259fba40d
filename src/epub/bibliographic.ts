import type { Element } from 'xast';
import { isbnKey } from '../cite/identifier.js';
import type { BookConfig, Contributor, Isbn, Series, Subject } from '../model/book.js';
import { creatorsOf } from '../model/relators.js';
import { wordsOf } from '../model/words.js';
import { property, refine } from './meta.js';
import { element } from './tree.js';

/**
 * What a catalogue wants to know of the edition.
 *
 * The first identifier is the one that a reader's highlights hang on, so it is the book's own and stays what it is when the book is
 * given an ISBN, which then stands beside it.
 * Languages are those that the author names: a book that quotes a line of Russian is no Russian book.
 * Source: EPUB 3.3, Dublin Core, MARC relators, ONIX code list 5.
 */
export function bibliographic(config: BookConfig, modified: string): Element[] {
  const { audience, edition, subtitle } = config;
  const optional = (name: string, value: string | undefined): Element[] => (value ? [element(name, {}, value)] : []);
  return [
    element('dc:identifier', { id: 'identifier' }, config.identifier),
    ...isbnIdentifier(config),
    element('dc:title', { id: 'title' }, config.title),
    refine('title', 'title-type', 'main'),
    ...(subtitle === undefined ? [] : [element('dc:title', { id: 'subtitle' }, subtitle), refine('subtitle', 'title-type', 'subtitle')]),
    ...(audience === 'self-study' ? [] : [element('dc:title', { id: 'edition' }, wordsOf(config.language).editions[audience]), refine('edition', 'title-type', 'edition')]),
    ...[config.language, ...config.languages].map((language) => element('dc:language', {}, language)),
    ...contributors(config.authors),
    ...optional('dc:publisher', config.publisher),
    ...optional('dc:date', config.date),
    ...optional('dc:rights', config.rights),
    ...optional('dc:description', config.description?.trim()),
    ...config.subjects.flatMap(subject),
    ...(config.series ? series(config.series) : []),
    ...(edition === undefined ? [] : [property('schema:bookEdition', edition)]),
    property('dcterms:modified', modified),
  ];
}

/** An ISBN as the web names it; one of ten digits in the thirteen that are the same. */
export const isbnUrn = (isbn: Isbn): string => `urn:isbn:${isbnKey(isbn)}`;

function isbnIdentifier({ identifier, isbn: { epub } }: BookConfig): Element[] {
  if (epub === undefined || isbnUrn(epub) === identifier) return [];
  return [element('dc:identifier', { id: 'isbn' }, isbnUrn(epub)), refine('isbn', 'identifier-type', '15', 'onix:codelist5')];
}

/** Everyone in the order of `book.yaml`, makers as creators. */
function contributors(people: readonly Contributor[]): Element[] {
  const creators = creatorsOf(people);
  const helpers = people.filter((person) => !creators.includes(person));
  return people.flatMap((person, index) => {
    const id = `contributor-${index + 1}`;
    const [name, alike] = creators.includes(person) ? ['dc:creator', creators] : ['dc:contributor', helpers];
    return [
      element(name, { id }, person.name),
      ...person.roles.map((role) => refine(id, 'role', role, 'marc:relators')),
      ...(person.sort === undefined ? [] : [refine(id, 'file-as', person.sort)]),
      ...(alike.length > 1 ? [refine(id, 'display-seq', `${alike.indexOf(person) + 1}`)] : []),
    ];
  });
}

function subject({ name, filed }: Subject, index: number): Element[] {
  if (!filed) return [element('dc:subject', {}, name)];
  const id = `subject-${index + 1}`;
  return [element('dc:subject', { id }, name), refine(id, 'authority', filed.scheme), refine(id, 'term', filed.code)];
}

function series({ title, number }: Series): Element[] {
  return [
    element('meta', { property: 'belongs-to-collection', id: 'series' }, title),
    refine('series', 'collection-type', 'series'),
    ...(number === undefined ? [] : [refine('series', 'group-position', number)]),
  ];
}
