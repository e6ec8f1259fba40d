import { createHash } from 'node:crypto';
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { type EditionFacts, finishPdf } from '../../src/print/finish.js';
import type { HeadingPlace, Navigation } from '../../src/page/contract.js';
import { roman } from '../../src/page/folio.js';
import { labelRuns } from '../../src/print/page-labels.js';
import { open, printPages, words } from './printed-pages.js';

const facts: EditionFacts = {
  title: 'Pact & “Peace” <1933>',
  authors: ['Ann Älter', 'Борис'],
  language: 'en-GB',
  subject: 'One paragraph.',
  keywords: ['Italy', 'oil & grain'],
  date: '2026-11-22',
  id: 'urn:uuid:1',
  folios: ['', 'ii', '1', '2'],
};

const heading = (words: string, level: number, page: number): HeadingPlace => ({ words, level, page, left: 40, top: 80 });
const navigation: Navigation = {
  places: [
    { anchor: 'p1', page: 0, left: 40, top: 120 },
    { anchor: 'größe', page: 3, left: 0, top: 0 },
  ],
  headings: [heading('1 Ünder “one” roof', 1, 0), heading('First section', 1, 1), heading('Second section', 1, 2), heading('Two', 1, 3)],
};

describe('a finished edition', () => {
  let printed: Uint8Array;
  let again: Uint8Array;
  let finished: Uint8Array;
  const finish = (other: Partial<EditionFacts> = {}, around = navigation): Promise<Uint8Array> => finishPdf({ pdf: printed, navigation: around }, { ...facts, ...other });
  beforeAll(async () => {
    [printed = new Uint8Array(), again = new Uint8Array()] = await printPages([{ size: 'A5', count: 4 }, { size: 'A5', count: 4 }]);
    finished = await finish();
  });

  test('says what it is, twice', async () => {
    const { info, metadata } = await (await open(finished)).getMetadata();
    expect(info).toMatchObject({
      PDFFormatVersion: '1.7',
      Language: 'en-GB',
      Title: facts.title,
      Author: 'Ann Älter; Борис',
      Subject: 'One paragraph.',
      Keywords: 'Italy, oil & grain',
      Producer: 'Octavo',
      CreationDate: 'D:20261122',
      ModDate: 'D:20261122',
    });
    expect(metadata.getAll()).toMatchObject({
      'dc:title': facts.title,
      'dc:creator': facts.authors,
      'dc:language': 'en-GB',
      'dc:subject': facts.keywords,
      'dc:identifier': 'urn:uuid:1',
      'pdf:producer': 'Octavo',
      'xmp:createdate': '2026-11-22',
    });
  });

  test('numbers its pages as they are printed, and opens as a book with its title', async () => {
    const document = await open(finished);
    expect(await document.getPageLabels()).toEqual(['', 'ii', '1', '2']);
    expect(await document.getPageLayout()).toBe('TwoPageRight');
    expect(await document.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
  });

  test('keeps tags and text', async () => {
    const document = await open(finished);
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    expect(await (await document.getPage(2)).getStructTree()).toMatchObject({ role: 'Root' });
    expect(await words(finished)).toEqual(await words(printed));
  });

  test('leads from a link to the place it was given, and to the web as before', async () => {
    const document = await open(finished);
    const [, , , height = 0] = (await document.getPage(1)).view;
    const [inner, outer] = await (await document.getPage(2)).getAnnotations();
    const [page, ...point] = inner.dest;
    expect(await document.getPageIndex(page)).toBe(0);
    expect(point).toEqual([{ name: 'XYZ' }, 30, Number((height - 90).toFixed(2)), null]);
    expect([inner.url, outer.url, outer.dest]).toEqual([undefined, 'https://example.org/', undefined]);
  });

  test('ties its links to their tags as they were', async () => {
    const parents = async (pdf: Uint8Array): Promise<string[]> =>
      (await PDFDocument.load(pdf, { updateMetadata: false })).getPages().flatMap((page) => (page.node.Annots()?.asArray() ?? []).map((link) => String(page.doc.context.lookup(link, PDFDict).get(PDFName.of('StructParent')))));
    expect(await parents(finished)).toEqual(await parents(printed));
    expect(new Set(await parents(finished)).size).toBe(8);
  });

  test.each(['p1', 'größe'])('opens at the place that an address names: %s', async (anchor) => {
    const document = await open(finished);
    const found = await document.getDestination(anchor);
    expect(await document.getPageIndex(found?.[0])).toBe(navigation.places.find((place) => place.anchor === anchor)?.page);
  });

  test('has an outline of all its headings, each with its tag', async () => {
    expect(await outlineOf(finished)).toEqual(navigation.headings.map(({ words: title, page }) => ({ title, page })));
    const document = await PDFDocument.load(finished, { updateMetadata: false });
    const entries = document.context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict && object.has(PDFName.of('Title')) && object.has(PDFName.of('Dest')) ? [object] : []));
    expect(entries.map((entry) => String(entry.lookup(PDFName.of('SE'), PDFDict).get(PDFName.of('S'))))).toEqual(['/H1', '/H1', '/H1', '/H1']);
  });

  test.each([
    ['sections below their chapters', [[1, 'a'], [2, 'b'], [2, 'c'], [1, 'd']], ['a -2', ' b', ' c', 'd']],
    ['deeper sections below those', [[1, 'a'], [2, 'b'], [3, 'c'], [2, 'd']], ['a -2', ' b -1', '  c', ' d']],
    ['a level left out', [[1, 'a'], [3, 'b'], [2, 'c'], [1, 'd']], ['a -2', ' b', ' c', 'd']],
    ['a section before any chapter', [[2, 'a'], [1, 'b'], [2, 'c']], ['a', 'b -1', ' c']],
    ['a heading without words', [[1, 'a'], [2, ''], [2, 'b']], ['a -1', ' b']],
    ['no headings', [], []],
  ] as const)('its outline opens with the chapters alone: %s', async (_name, headings, expected) => {
    const document = await open(await finish({}, { ...navigation, headings: headings.map(([level, title]) => heading(title, level, 0)) }));
    const lines = (items: Awaited<ReturnType<typeof document.getOutline>> | null, indent: string): string[] => (items ?? []).flatMap((item) => [`${indent}${item.title}${item.count === undefined ? '' : ` ${item.count}`}`, ...lines(item.items, `${indent} `)]);
    expect(lines(await document.getOutline(), '')).toEqual(expected);
  });

  test.each([
    ['a place that nobody read', { ...navigation, places: [] }, 'a link leads to place 0 of 0'],
    ['a page that is not there', { ...navigation, headings: [heading('a', 1, 4)] }, 'page 5 of 4 is led to'],
  ])('is refused with a link to %s', async (_name, around, message) => {
    await expect(finish({}, around)).rejects.toThrow(message);
  });

  test('every box is the page', async () => {
    const document = await PDFDocument.load(finished, { updateMetadata: false });
    for (const page of document.getPages()) {
      for (const box of [page.getCropBox(), page.getBleedBox(), page.getTrimBox()]) expect(box).toEqual(page.getMediaBox());
      expect(page.node.has(PDFName.of('TrimBox'))).toBe(true);
    }
  });

  test('is the same bytes from another printing, under another clock', async () => {
    const later = Buffer.from(again).toString('latin1').replace(/\(D:\d{14}/g, '(D:20991231235959');
    expect(later).not.toBe(Buffer.from(printed).toString('latin1'));
    const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
    expect(digest(await finishPdf({ pdf: Buffer.from(later, 'latin1'), navigation }, facts))).toBe(digest(finished));
  });

  test('has one identifier for the edition and one for the version', async () => {
    const changed = await open(await finish({ title: 'Another' }));
    const other = await open(await finish({ id: 'urn:uuid:2' }));
    const [edition, version] = (await open(finished)).fingerprints;
    expect(changed.fingerprints[0]).toBe(edition);
    expect(changed.fingerprints[1]).not.toBe(version);
    expect(other.fingerprints[0]).not.toBe(edition);
    expect(version).not.toMatch(/^0+$/);
  });

  test('without a date, nothing in it is dated', async () => {
    const { date: _, ...undated } = facts;
    const document = await PDFDocument.load(await finishPdf({ pdf: printed, navigation }, undated), { updateMetadata: false });
    const info = document.context.lookup(document.context.trailerInfo.Info, PDFDict);
    expect(info.keys().map(String)).not.toContain('/CreationDate');
    expect(info.keys().map(String)).not.toContain('/ModDate');
  });

  test('a folio too few is refused', async () => {
    await expect(finish({ folios: ['1'] })).rejects.toThrow('the PDF has 4 pages, and there are 1 folios');
  });
});

/** Without what is below. */
async function outlineOf(pdf: Uint8Array): Promise<{ title: string; page: number }[]> {
  const document = await open(pdf);
  return Promise.all((await document.getOutline()).map(async ({ title, dest }) => ({ title, page: await document.getPageIndex(dest?.[0]) })));
}

describe('page labels', () => {
  test.each([
    ['front matter, then the text', ['i', 'ii', 'iii', '1', '2'], [{ page: 0, style: 'r', start: 1 }, { page: 3, style: 'D', start: 1 }]],
    ['a blank page that is counted', ['1', '', '3'], [{ page: 0, style: 'D', start: 1 }, { page: 1 }, { page: 2, style: 'D', start: 3 }]],
    ['blank pages in a row', ['', '', '1'], [{ page: 0 }, { page: 2, style: 'D', start: 1 }]],
    ['numbering that begins again', ['1', '2', '1'], [{ page: 0, style: 'D', start: 1 }, { page: 2, style: 'D', start: 1 }]],
    ['upper Roman', ['IV', 'V'], [{ page: 0, style: 'R', start: 4 }]],
    ['words', ['A-1', 'A-1', 'cover', '01'], [{ page: 0, prefix: 'A-1' }, { page: 2, prefix: 'cover' }, { page: 3, prefix: '01' }]],
    ['letters that are no Roman number', ['iiii', 'vx'], [{ page: 0, prefix: 'iiii' }, { page: 1, prefix: 'vx' }]],
    ['no pages', [], []],
  ])('%s', (_name, folios, runs) => {
    expect(labelRuns(folios)).toEqual(runs);
  });

  test('every number up to 400 is read back from its Roman form', () => {
    const numbers = Array.from({ length: 400 }, (_, index) => roman(index + 1));
    expect(labelRuns(numbers)).toEqual([{ page: 0, style: 'r', start: 1 }]);
    expect([4, 9, 14, 40, 90, 399].map(roman)).toEqual(['iv', 'ix', 'xiv', 'xl', 'xc', 'cccxcix']);
  });
});
