/** The study booklet in the hands of a reader: where its contents, links and page numbers lead. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { letters } from '../e2e/align.js';
import { type Pdf, readPdf } from '../e2e/read-pdf.js';
import { pact } from '../e2e/shared-books.js';
import { lookAt } from './look-at.js';
import { browser, type Entry, Reader, whyNot } from './open-reader.js';

const folder = await pact();

// Each test reads the whole booklet, which takes some seconds and on a busy machine far more.
describe.skipIf(!browser)(`the booklet in a reader${whyNot}`, { timeout: 120_000 }, () => {
  let reader: Reader;
  let print: Awaited<ReturnType<typeof readPdf>>;

  beforeAll(async () => {
    [reader, print] = await Promise.all([readFile(join(folder, 'italo-soviet-pact.epub')).then((epub) => Reader.open('pact', epub)), readFile(join(folder, 'italo-soviet-pact.pdf')).then(readPdf)]);
  });
  afterAll(() => reader.close());

  const fragmentOf = (href: string): string | undefined => href.split('#')[1];
  /** Whether the reader who follows a link sees what it leads to. */
  const arrives = async (href: string): Promise<boolean> => {
    await reader.goTo(href);
    const fragment = fragmentOf(href);
    return fragment === undefined || reader.do<boolean>('isVisible', decodeURIComponent(fragment));
  };

  test('every file has text on every page, in the fonts it brings', async () => {
    const seen: unknown[] = [];
    for (const [section, path] of reader.contents.sections.entries()) {
      await reader.goTo(section);
      const { letters: count, pages } = await reader.do<{ letters: number; pages: number }>('section');
      const faces = await reader.do<{ family: string; status: string }[]>('fonts');
      const isSet = faces.some(({ family, status }) => family === 'EB Garamond' && status === 'loaded') && !faces.some(({ status }) => status === 'error');
      if ((count < 50 && !path.endsWith('cover.xhtml')) || pages < 1 || !isSet) seen.push({ path, count, pages, isSet });
      const empty = await reader.do<number[]>('emptyPages');
      if (empty.length > 0) seen.push({ path, empty });
    }
    expect(seen).toEqual([]);
    const { own, other } = await reader.do<{ own: number; other: number }>('widths', 'EB Garamond', 'The Italo-Soviet Pact');
    expect(Math.abs(own - other)).toBeGreaterThan(10);
  });

  test('every line of the contents leads to its heading', async () => {
    const flat = (entries: readonly Entry[]): Entry[] => entries.flatMap((entry) => [entry, ...flat(entry.subitems ?? [])]);
    const entries = flat(reader.contents.toc);
    expect(entries.length).toBeGreaterThan(50);
    for (const { label, href } of entries) {
      expect({ label, isThere: await arrives(href) }).toEqual({ label, isThere: true });
      const fragment = fragmentOf(href);
      const heading = fragment === undefined ? await reader.do<string>('ask', "return document.querySelector('h1').textContent") : await reader.do<string>('lettersAfter', fragment, 200);
      expect(letters(heading)).toContain(letters(label).slice(0, 200));
    }
  });

  test('every landmark is there', async () => {
    expect(reader.contents.landmarks.flatMap(({ type }) => type)).toEqual(expect.arrayContaining(['toc', 'bodymatter']));
    for (const { href } of reader.contents.landmarks) expect({ href, isThere: await arrives(href) }).toEqual({ href, isThere: true });
  });

  test.each(['1', '7', '14', '23', '24', '31', '40', '51', '58', '66'])('“go to page %s” arrives at the words that the printed page begins with', async (folio) => {
    const entry = reader.contents.pages.find(({ label }) => label === folio);
    const page = print.pages.find(({ label }) => label === folio);
    expect(await arrives(entry?.href ?? '')).toBe(true);
    const printed = letters(page?.body?.text ?? '').slice(0, 60);
    const shown = await reader.do<string>('lettersAfter', fragmentOf(entry?.href ?? ''), 60);
    expect(letters(shown)).toBe(printed);
  });

  /** Not those in raised type, and not those to a source: the reader opens them in place. */
  const across = 'a[href*=".xhtml#"]:not(sup a):not([role="doc-biblioref"])';

  test('links lead from one chapter into another, and the way back leads back', async () => {
    for (const section of reader.contents.sections.keys()) {
      await reader.goTo(section);
      const links = await reader.do<string[]>('ask', `return [...document.querySelectorAll('${across}')].map((a) => a.getAttribute('href'))`);
      const nth = Math.floor(links.length / 2);
      const href = links[nth];
      if (href === undefined) continue;
      await reader.do('follow', across, nth);
      expect({ section, href, isThere: await reader.do('isVisible', decodeURIComponent(fragmentOf(href) ?? '')) }).toEqual({ section, href, isThere: true });
      await reader.do('goBack');
      expect(await reader.do('where')).toMatchObject({ section });
    }
  });

  test('keeps every word, line and figure visible by night', async () => {
    expect((await lookAt(reader)).unseen).toEqual([]);
  });

  test('makes the reader complain of nothing', () => {
    expect(reader.errors).toEqual([]);
  });
});
