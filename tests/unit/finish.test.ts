import { createHash } from 'node:crypto';
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { type EditionFacts, finishPdf } from '../../src/print/finish.js';
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

describe('a finished edition', () => {
  let printed: Uint8Array;
  let again: Uint8Array;
  let finished: Uint8Array;
  beforeAll(async () => {
    [printed = new Uint8Array(), again = new Uint8Array()] = await printPages([{ size: 'A5', count: 4 }, { size: 'A5', count: 4 }]);
    finished = await finishPdf(printed, facts);
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

  test('keeps tags, links, outline and text; the outline has no soft hyphens', async () => {
    const document = await open(finished);
    expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
    expect(await (await document.getPage(2)).getStructTree()).toMatchObject({ role: 'Root' });
    expect((await (await document.getPage(2)).getAnnotations()).map((link) => link.url ?? link.dest)).toEqual(['p1', 'https://example.org/']);
    expect((await document.getOutline()).map((item) => item.title)).toEqual([1, 2, 3, 4].map((number) => `Heading ${number}`));
    expect(await words(finished)).toEqual(await words(printed));
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
    expect(digest(await finishPdf(Buffer.from(later, 'latin1'), facts))).toBe(digest(finished));
  });

  test('has one identifier for the edition and one for the version', async () => {
    const changed = await open(await finishPdf(printed, { ...facts, title: 'Another' }));
    const other = await open(await finishPdf(printed, { ...facts, id: 'urn:uuid:2' }));
    const [edition, version] = (await open(finished)).fingerprints;
    expect(changed.fingerprints[0]).toBe(edition);
    expect(changed.fingerprints[1]).not.toBe(version);
    expect(other.fingerprints[0]).not.toBe(edition);
    expect(version).not.toMatch(/^0+$/);
  });

  test('without a date, nothing in it is dated', async () => {
    const { date: _, ...undated } = facts;
    const document = await PDFDocument.load(await finishPdf(printed, undated), { updateMetadata: false });
    const info = document.context.lookup(document.context.trailerInfo.Info, PDFDict);
    expect(info.keys().map(String)).not.toContain('/CreationDate');
    expect(info.keys().map(String)).not.toContain('/ModDate');
  });

  test('a folio too few is refused', async () => {
    await expect(finishPdf(printed, { ...facts, folios: ['1'] })).rejects.toThrow('the PDF has 4 pages, and there are 1 folios');
  });
});

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
