/** The catalogue's facts, read back from the package as a shop or a library reads them. */
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { describe, expect, test } from 'vitest';
import type { BookConfig } from '../../src/model/book.js';
import { config, edition, OpenEpub, pageMap, part } from './edition.js';

const opf = 'content.opf';

async function bookOf(given: Partial<BookConfig>): Promise<OpenEpub> {
  const one = part({ id: 'one', number: '1', html: '<h1 data-at="a:0">One</h1><p data-at="a:5">Words.</p>' });
  const book = await OpenEpub.of(edition([one], { config: { ...config, ...given }, modified: '2026-11-23T10:20:30Z', pages: pageMap([['1', 'a:0', 0]]) }));
  const { messages } = await EpubCheck.validate(book.bytes, { version: '3.3' });
  expect(messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage').map(({ id, message }) => `${id} ${message}`)).toEqual([]);
  return book;
}

/** `dc:creator Anna Rossi | role aut | file-as Rossi, Anna`: each element of these names, with all that refines it. */
function facts(book: OpenEpub, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const path = name.startsWith('dc:') ? `//${name}` : `//opf:meta[@property="${name}"]`;
    return book.all(opf, path).map((value, index) => {
      const refining = `//opf:meta[@refines=concat("#", (${path})[${index + 1}]/@id)]`;
      const values = book.all(opf, refining);
      return [`${name} ${value}`, ...book.all(opf, `${refining}/@property`).map((property, at) => `${property} ${values[at]}`)].join(' | ');
    });
  });
}

describe('whom a book is by', () => {
  test.each<[string, BookConfig['authors'], string[]]>([
    ['one author', [{ name: 'Anna Rossi', roles: ['aut'], sort: 'Rossi, Anna' }], ['dc:creator Anna Rossi | role aut | file-as Rossi, Anna']],
    [
      'two authors and two helpers, each in their order',
      [{ name: 'Anna Rossi', roles: ['aut'], sort: 'Rossi, Anna' }, { name: 'Bo', roles: ['trl'] }, { name: 'J. Calvitt Clarke', roles: ['aut', 'ill'], sort: 'Clarke, J. Calvitt' }, { name: 'Quiet Press', roles: ['pbl'] }],
      [
        'dc:creator Anna Rossi | role aut | file-as Rossi, Anna | display-seq 1',
        'dc:creator J. Calvitt Clarke | role aut | role ill | file-as Clarke, J. Calvitt | display-seq 2',
        'dc:contributor Bo | role trl | display-seq 1',
        'dc:contributor Quiet Press | role pbl | display-seq 2',
      ],
    ],
    ['an editor, where there is no author', [{ name: 'Bo', roles: ['edt'] }, { name: 'Anna', roles: ['ill'] }], ['dc:creator Bo | role edt', 'dc:contributor Anna | role ill']],
    ['an author and an editor', [{ name: 'Bo', roles: ['edt'] }, { name: 'Anna', roles: ['aut'] }], ['dc:creator Anna | role aut', 'dc:contributor Bo | role edt']],
    ['nobody', [], []],
  ])('%s', async (_who, authors, expected) => {
    const book = await bookOf({ authors });
    expect(facts(book, ['dc:creator', 'dc:contributor'])).toEqual(expected);
    expect(new Set(book.all(opf, '//opf:meta[@property="role"]/@scheme'))).toEqual(new Set(authors.length > 0 ? ['marc:relators'] : []));
  });
});

describe('what a catalogue files a book under', () => {
  test('subjects in words, and in the codes of three schemes', async () => {
    const subjects = [{ name: 'Treaties' }, { name: 'European history', filed: { scheme: 'Thema', code: 'NHD' } }, { name: 'HISTORY / Modern', filed: { scheme: 'BISAC', code: 'HIS037070' } }, { name: 'Treaties', filed: { scheme: 'LCSH', code: 'sh85137305' } }];
    expect(facts(await bookOf({ subjects }), ['dc:subject'])).toEqual(['dc:subject Treaties', 'dc:subject European history | authority Thema | term NHD', 'dc:subject HISTORY / Modern | authority BISAC | term HIS037070', 'dc:subject Treaties | authority LCSH | term sh85137305']);
  });

  test.each<[string, BookConfig['series'], string[]]>([
    ['a volume of a series', { title: 'Study Booklets', number: '2.1' }, ['belongs-to-collection Study Booklets | collection-type series | group-position 2.1']],
    ['a series that does not count', { title: 'Study Booklets' }, ['belongs-to-collection Study Booklets | collection-type series']],
    ['no series', undefined, []],
  ])('%s', async (_name, series, expected) => {
    expect(facts(await bookOf(series ? { series } : {}), ['belongs-to-collection'])).toEqual(expected);
  });

  test('publisher, rights, date and description', async () => {
    expect(facts(await bookOf({ publisher: 'Quiet & Sons', description: 'Of <salt>.\n' }), ['dc:publisher', 'dc:rights', 'dc:date', 'dc:description'])).toEqual(['dc:publisher Quiet & Sons', 'dc:rights CC BY-SA 4.0', 'dc:date 2026-11-22', 'dc:description Of <salt>.']);
  });

  test('its languages, the main one first', async () => {
    const book = await bookOf({ language: 'it', languages: ['ru', 'en'] });
    expect(book.all(opf, '//dc:language')).toEqual(['it', 'ru', 'en']);
    expect(book.all(opf, '/opf:package/@xml:lang')).toEqual(['it']);
  });
});

describe('what a book is known by', () => {
  const unique = (book: OpenEpub) => book.all(opf, '//dc:identifier[@id = /opf:package/@unique-identifier]');

  test.each<[string, Partial<BookConfig>, string[]]>([
    ['its own identifier', {}, ['dc:identifier urn:uuid:11111111-2222-5333-8444-555555555555']],
    ['an ISBN beside it', { isbn: { epub: '978-3-16-148410-0' } }, ['dc:identifier urn:uuid:11111111-2222-5333-8444-555555555555', 'dc:identifier urn:isbn:9783161484100 | identifier-type 15']],
    ['an ISBN of ten digits, as the thirteen of today', { isbn: { epub: '0 8044 2957 X' } }, ['dc:identifier urn:uuid:11111111-2222-5333-8444-555555555555', 'dc:identifier urn:isbn:9780804429573 | identifier-type 15']],
    ['an ISBN alone, once, if the author wants it so', { identifier: 'urn:isbn:9783161484100', isbn: { epub: '978-3-16-148410-0' } }, ['dc:identifier urn:isbn:9783161484100']],
  ])('%s', async (_name, given, expected) => {
    const book = await bookOf(given);
    expect(facts(book, ['dc:identifier'])).toEqual(expected);
    expect(unique(book)).toEqual([given.identifier ?? config.identifier]);
    expect(book.all('toc.ncx', '//ncx:meta[@name="dtb:uid"]/@content')).toEqual(unique(book));
  });

  test.each<[string, Partial<BookConfig>, string]>([
    ['the ISBN of the print edition', { isbn: { print: '978-3-16-148410-0' } }, 'urn:isbn:9783161484100'],
    ['its title, where it has none; never that of the e-book', { isbn: { epub: '978-3-16-148410-0' } }, 'The Thaw & After, First edition (print)'],
  ])('its page numbers name %s', async (_name, given, source) => {
    expect(facts(await bookOf(given), ['dc:source', 'pageBreakSource'])).toEqual([`dc:source ${source} | source-of pagination`, `pageBreakSource ${source}`]);
  });

  test('and says when it was modified: nothing else depends on that', async () => {
    const one = part({ id: 'one', number: '1', html: '<h1>One</h1>' });
    const [first, second] = await Promise.all(['2026-11-23T10:20:30Z', '2027-01-01T00:00:00Z'].map((modified) => OpenEpub.of(edition([one], { modified }))));
    expect(first?.all(opf, '//opf:meta[@property="dcterms:modified"]')).toEqual(['2026-11-23T10:20:30Z']);
    const differing = first?.files.filter((file) => Buffer.compare(first.entries[file] ?? Buffer.of(), second?.entries[file] ?? Buffer.of()) !== 0);
    expect(differing).toEqual(['EPUB/content.opf']);
    expect(first?.source(opf).replace('2026-11-23T10:20:30Z', '2027-01-01T00:00:00Z')).toBe(second?.source(opf));
  });
});
