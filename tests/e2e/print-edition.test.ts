/** What a printer, a librarian and a screen reader find in the PDF and in the booklet. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFStream, PDFString } from 'pdf-lib';
import { describe, expect, test } from 'vitest';
import type { Part } from '../../src/model/document.js';
import { letters } from './align.js';
import { pactFolder, readManuscript } from './manuscript.js';
import { figuresOf, find, openPdf, type Page, partPages, readOutline, readPdf } from './read-pdf.js';
import { pact } from './shared-books.js';

const { print, resolved } = await readManuscript(pactFolder);
const { config } = resolved;
const bytes = await readFile(join(await pact(), 'italo-soviet-pact.pdf'));
const bookletBytes = await readFile(join(await pact(), 'italo-soviet-pact-booklet.pdf'));
const reading = await readPdf(bytes);
const { pdf, pages } = reading;
const chapters = print.filter((part) => part.kind === 'chapter');
const millimetre = 72 / 25.4;

describe('the pages', () => {
  test('are forty or more, all A5', () => {
    expect(pages.length).toBeGreaterThanOrEqual(40);
    for (const { number, width, height } of pages) {
      expect({ number, isA5: Math.abs(width - 148 * millimetre) < 0.2 * millimetre && Math.abs(height - 210 * millimetre) < 0.2 * millimetre }).toEqual({ number, isA5: true });
    }
  });

  test('are counted i, ii … before the first chapter and 1, 2 … from there, as they are printed', () => {
    const first = partPages(reading, print, chapters.find((part) => part.matter === 'body') as Part)[0]?.number ?? 0;
    expect(first % 2).toBe(1);
    const front = pages.slice(0, first - 1).map((page) => page.label).filter((label) => label !== '');
    expect(front.length).toBeGreaterThan(2);
    expect(front).toEqual(['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'].slice(0, front.length));
    expect(pages.slice(first - 1).map((page) => page.label)).toEqual(pages.slice(first - 1).map((_, index) => String(index + 1)));
    for (const page of pages.filter(({ folio }) => folio.length > 0)) expect(page.folio.map((piece) => piece.text).join('')).toBe(page.label);
  });

  test('show their folio in the middle of the text, except title, imprint and blank pages', () => {
    const silent = pages.filter((page) => page.folio.length === 0).map((page) => page.number);
    const blank = pages.filter((page) => page.label === '').map((page) => page.number);
    expect(silent).toEqual([1, 2, ...blank]);
    const isCentred = pages.filter((page) => page.folio.length > 0).map((page) => {
      const [folio] = page.folio;
      const middle = (folio?.x ?? 0) + (folio?.width ?? 0) / 2;
      const inner = 0.124;
      const outer = 0.118;
      const expected = (page.number % 2 === 1 ? (inner + (1 - outer)) / 2 : (outer + (1 - inner)) / 2) * page.width;
      return { page: page.label, isCentred: Math.abs(middle - expected) < 1 };
    });
    expect(isCentred.filter((page) => !page.isCentred)).toEqual([]);
  });

  test('a blank one is blank', () => {
    const blank = pages.filter((page) => page.label === '');
    expect(blank.map((page) => page.number % 2)).toEqual(blank.map(() => 0));
    expect(blank.flatMap((page) => page.pieces)).toEqual([]);
  });

  test('have words on them, but for the blank ones: ruled lines alone are no page', () => {
    const wordless = pages.filter((page) => page.label !== '' && page.body === undefined && page.notes === undefined && page.floats === undefined);
    expect(wordless.map((page) => page.label)).toEqual([]);
  });

  test('have the book over a verso and the chapter over a recto, and nothing over an opening', () => {
    const openings = new Set(print.map((part) => partPages(reading, print, part)[0]?.number));
    for (const part of chapters) {
      for (const page of partPages(reading, print, part)) {
        const head = page.runningHead.map((piece) => piece.text).join('').trim();
        const expected = openings.has(page.number) ? '' : page.number % 2 === 1 ? part.running : config.title;
        if (page.label !== '') expect({ page: page.label, head }).toEqual({ page: page.label, head: expected });
      }
    }
    expect(pages.filter((page) => page.runningHead.length > 0).length).toBeGreaterThan(30);
  });

  test('nothing stands outside the paper or its margins', () => {
    /** The numbers of a document's lines stand in the margin; nothing stands where a printer's rollers hold the sheet. */
    const marginOf = (words: string): number => (/^\d*[05]$/.test(words.trim()) ? 0.04 : 0.1);
    for (const page of pages) {
      const outside = page.pieces.filter(({ x, y, width, text }) => x < page.width * marginOf(text) || x + width > page.width * (1 - marginOf(text)) + 1 || y < page.height * 0.05 || y > page.height * 0.96);
      expect({ page: page.label, outside: outside.map((piece) => piece.text) }).toEqual({ page: page.label, outside: [] });
    }
  });
});

describe('the outline', () => {
  test('has the contents and the chapters in order, each on its page, with its words', async () => {
    const top = (await readOutline(pdf)).filter((item) => item.depth === 1);
    const wanted = print.filter((part) => part.kind !== 'title' && part.kind !== 'imprint');
    expect(top.map((item) => item.title)).toEqual(wanted.map((part) => (part.number === undefined ? part.title : `${part.number} ${part.title}`)));
    expect(top.map((item) => item.page)).toEqual(wanted.map((part) => partPages(reading, print, part)[0]?.number));
  });

  test('has the sections below their chapters, each on its page', async () => {
    const sections = (await readOutline(pdf)).filter((item) => item.depth > 1);
    const wanted = chapters.flatMap((part) => part.sections.map((section) => section.title));
    expect(sections.map((item) => item.title)).toEqual(expect.arrayContaining(wanted));
    for (const item of sections) {
      const headings = find(pages[item.page - 1]?.body, /^H\d$/).map((heading) => letters(heading.text));
      expect({ title: item.title, isThere: headings.includes(letters(item.title)) }).toEqual({ title: item.title, isThere: true });
    }
  });
});

describe('what the PDF says about itself', () => {
  test('title, authors, language, subject and the date of the edition, twice', async () => {
    const { info, metadata } = await pdf.getMetadata();
    const title = `${config.title}: ${config.subtitle ?? ''}`;
    const authors = config.authors.map((author) => author.name);
    expect(info).toMatchObject({ Title: title, Author: authors.join('; '), Language: 'en-GB', CreationDate: `D:${(config.date ?? '').replaceAll('-', '')}` });
    expect(metadata.getAll()).toMatchObject({ 'dc:title': title, 'dc:creator': authors, 'dc:language': 'en-GB', 'xmp:createdate': config.date });
  });

  test('opens with its title, as facing pages', async () => {
    expect(await pdf.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true });
    expect(await pdf.getPageLayout()).toBe('TwoPageRight');
  });
});

describe('for a screen reader', () => {
  test('the PDF is tagged', async () => {
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  });

  test('every chapter has one first heading, every table its head, every picture its words', () => {
    for (const part of chapters) expect({ title: part.title, headings: partPages(reading, print, part).flatMap((page) => find(page.body, /^H1$/)).length }).toEqual({ title: part.title, headings: 1 });
    const tables = pages.flatMap((page) => [...find(page.body, /^Table$/), ...find(page.floats, /^Table$/)]);
    expect(tables.length).toBeGreaterThanOrEqual(5);
    for (const table of tables) expect(find(table, /^TH$/).length).toBeGreaterThan(0);
    const figures = pages.flatMap((page) => [...figuresOf(page.floats), ...figuresOf(page.body)]);
    expect(figures.length).toBeGreaterThanOrEqual(4);
    for (const figure of figures) expect(find(figure, /^Figure$/).map((tag) => tag.alt ?? '').join('').length).toBeGreaterThan(40);
  });
});

describe('inside', () => {
  test('fonts are those of the book, embedded, none of Type 3', async () => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const fonts = document.context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict && object.get(PDFName.of('Type')) === PDFName.of('Font') ? [object] : []));
    expect(fonts.length).toBeGreaterThan(3);
    expect(new Set(fonts.map((font) => String(font.get(PDFName.of('Subtype')))))).toEqual(new Set(['/Type0', '/CIDFontType2', '/CIDFontType0'].filter((type) => fonts.some((font) => String(font.get(PDFName.of('Subtype'))) === type))));
    for (const font of fonts) {
      const name = String(font.get(PDFName.of('BaseFont')));
      expect(name).toMatch(/^\/[A-Z]{6}\+(EBGaramond|SourceSans3|JetBrainsMono|STIXTwoMath)/);
      const descriptor = font.lookupMaybe(PDFName.of('FontDescriptor'), PDFDict);
      if (String(font.get(PDFName.of('Subtype'))) === '/Type0') continue;
      const file = descriptor && ['FontFile', 'FontFile2', 'FontFile3'].map((key) => descriptor.lookupMaybe(PDFName.of(key), PDFStream)).find((stream) => stream);
      expect({ name, isEmbedded: file !== undefined }).toEqual({ name, isEmbedded: true });
    }
  });

  test('every link and every entry of the outline leads to a point of a page, or to the web', async () => {
    const document = await PDFDocument.load(bytes, { updateMetadata: false });
    const [sheets, { context }] = [document.getPages(), document];
    const leadsNowhere = (dest: PDFArray | undefined): boolean => {
      const page = sheets.find((sheet) => sheet.ref === dest?.get(0));
      const [x = -1, y = -1] = [2, 3].map((at) => dest?.lookupMaybe(at, PDFNumber)?.asNumber());
      return !page || dest?.get(1) !== PDFName.of('XYZ') || x < 0 || x > page.getWidth() || y < 0 || y > page.getHeight();
    };
    const all = context.enumerateIndirectObjects().flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
    const links = all.filter((dict) => dict.get(PDFName.of('Subtype')) === PDFName.of('Link'));
    const addresses = links.flatMap((link) => link.lookupMaybe(PDFName.of('A'), PDFDict)?.lookup(PDFName.of('URI'), PDFString).asString() ?? []);
    const inner = links.filter((link) => !link.has(PDFName.of('A')));
    const entries = all.filter((dict) => dict.has(PDFName.of('Title')) && dict.has(PDFName.of('Parent')));
    expect([inner.length > 500, addresses.length > 20, entries.length > 40]).toEqual([true, true, true]);
    expect([...inner, ...entries].map((dict) => dict.lookupMaybe(PDFName.of('Dest'), PDFArray)).filter(leadsNowhere)).toEqual([]);
    expect(addresses.filter((address) => !/^https?:\/\//.test(address))).toEqual([]);
    expect(links.filter((link) => !link.has(PDFName.of('StructParent')))).toEqual([]);
  });
});

describe('a link', () => {
  const linksFrom = (part: Part | undefined) => partPages(reading, print, part as Part).flatMap((page) => page.links);

  test('in the contents leads to the page and the height of its heading', () => {
    const contents = print.find((part) => part.kind === 'contents');
    const targets = new Set(linksFrom(contents).map((link) => link.target));
    expect(targets).toEqual(new Set(chapters.map((part) => part.id)));
    for (const part of chapters) {
      const { page, y } = reading.destinations.get(part.id) as { page: Page; y: number };
      const below = page.pieces.filter((piece) => piece.y < y).map((piece) => piece.text).join('');
      const wanted = letters(`${part.number ?? ''}${part.title}`);
      expect({ title: part.title, words: letters(below).slice(0, wanted.length), isClose: y - Math.max(...page.pieces.map((piece) => piece.y)) < 100 }).toEqual({ title: part.title, words: wanted, isClose: true });
    }
  });

  test('from the number of a note leads back to the page and the height of its call', () => {
    const calls = pages.flatMap((page) => page.links.filter((link) => link.target?.startsWith('n-')).map((link) => ({ page, link })));
    const first = new Map(calls.toReversed().map(({ page, link }) => [link.target?.replace(/^n-/, 'c-'), { page, link }]));
    const backs = pages.flatMap((page) => page.links.filter((link) => link.target?.startsWith('c-')));
    expect(backs.length).toBeGreaterThan(50);
    for (const { target = '', text } of backs) {
      const { page, y } = reading.destinations.get(target) as { page: Page; y: number };
      const call = first.get(target);
      expect({ target, page: page.label, number: text, isThere: y - (call?.link.top ?? 0) }).toEqual({ target, page: call?.page.label, number: call?.link.text, isThere: expect.closeTo(0, -1) });
    }
  });
});

describe('the booklet', async () => {
  const booklet = await openPdf(bookletBytes);
  const sheets = Math.ceil(pages.length / 4);

  test('has A4 landscape sides, two for each sheet of four pages', async () => {
    expect(booklet.numPages).toBe(sheets * 2);
    for (let side = 1; side <= booklet.numPages; side += 1) {
      const [left = 0, bottom = 0, right = 0, top = 0] = (await booklet.getPage(side)).view;
      expect(Math.abs(right - left - 297 * millimetre)).toBeLessThan(0.2 * millimetre);
      expect(Math.abs(top - bottom - 210 * millimetre)).toBeLessThan(0.2 * millimetre);
    }
  });

  test('printed on both sides, folded and stapled it reads from the first page to the last', async () => {
    const half = async (side: number, isRight: boolean): Promise<string> => {
      const { items } = await (await booklet.getPage(side)).getTextContent();
      return letters(items.map((item) => ('str' in item && item.transform[4] > 148.5 * millimetre === isRight ? item.str : '')).join(''));
    };
    const read: string[] = [];
    // Sheets from the outermost inwards: the right half of a front is followed by the left half of its back.
    for (let sheet = 0; sheet < sheets; sheet += 1) read.push(await half(2 * sheet + 1, true), await half(2 * sheet + 2, false));
    for (let sheet = sheets - 1; sheet >= 0; sheet -= 1) read.push(await half(2 * sheet + 2, true), await half(2 * sheet + 1, false));
    const wanted = pages.map((page) => letters(page.pieces.map((piece) => piece.text).join('')));
    const order = read.map((text) => (text === '' ? '' : pages[wanted.indexOf(text)]?.label));
    expect(order).toEqual([...pages.map((page) => page.label), ...Array.from({ length: sheets * 4 - pages.length }, () => '')]);
  });

  test('says which book it is', async () => {
    expect((await booklet.getMetadata()).info).toMatchObject({ Title: `${config.title}: ${config.subtitle ?? ''}`, Language: 'en-GB' });
  });
});
