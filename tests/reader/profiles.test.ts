/** The same book for Kindle and for Kobo: what their devices lack is there in another form, and nothing is lost. */
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { oneOfEverything } from '../e2e/shared-books.js';
import { OpenEpub } from '../epub/edition.js';
import { lookAt } from './look-at.js';
import { browser, Pixels, Reader, whyNot } from './open-reader.js';

const profiles = ['standard', 'kindle', 'kobo'] as const;

describe.skipIf(!browser)(`a book for each kind of device${whyNot}`, { timeout: 120_000 }, () => {
  const made = new Map<string, { readonly name: string; readonly book: OpenEpub }>();
  const of = (profile: (typeof profiles)[number]): OpenEpub => made.get(profile)?.book as OpenEpub;
  const files = (book: OpenEpub): string[] => book.files.filter((file) => file.startsWith('EPUB/text/')).map((file) => file.slice('EPUB/'.length));

  beforeAll(async () => {
    for (const profile of profiles) {
      const { outputs, findings } = await oneOfEverything(profile);
      expect(findings).toEqual([]);
      const [output] = outputs;
      if (output) made.set(profile, { name: output.name, book: new OpenEpub(output.bytes) });
    }
  }, 120_000);
  afterAll(() => made.clear());

  test.each(profiles)('%s: a checker minds nothing', async (profile) => {
    const { messages } = await EpubCheck.validate(of(profile).bytes, { version: '3.3' });
    expect(messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage')).toEqual([]);
  });

  test.each(['kindle', 'kobo'] as const)('%s: every word, line and picture is seen, by day and by night', async (profile) => {
    const reader = await Reader.open(profile, of(profile).bytes);
    expect((await lookAt(reader)).unseen).toEqual([]);
    expect(reader.errors).toEqual([]);
    await reader.close();
  });

  test('names say for whom they are', () => {
    expect([...made.values()].map(({ name }) => name)).toEqual(['one-of-everything.epub', 'one-of-everything.epub', 'one-of-everything.kepub.epub']);
  });

  test('Kindle gets no drawing with letters in it, but a picture with its name, and the data as text', async () => {
    const book = of('kindle');
    for (const file of files(book)) expect({ file, drawings: book.all(file, '//svg:svg').length }).toEqual({ file, drawings: 0 });
    expect(book.all('text/figures.xhtml', '//h:figure[contains(@class,"drawing")]/h:img/@alt')).toEqual(of('standard').all('text/figures.xhtml', '//svg:svg/svg:title'));
    const pictures = book.all('text/figures.xhtml', '//h:figure[contains(@class,"drawing")]/h:img/@src').map((src) => src.replace('../', 'EPUB/'));
    expect(pictures).toHaveLength(5);
    for (const picture of pictures) {
      const pixels = await Pixels.of(book.entries[picture] as Uint8Array);
      const { lightest, darkest, ink } = pixels.judge({ left: 0, top: 0, width: 10_000, height: 10_000 }, false);
      expect({ picture, lightest, darkest: darkest < 0.05, ink: ink > 0.01 && ink < 0.5 }).toEqual({ picture, lightest: expect.closeTo(1, 3), darkest: true, ink: true });
      // The words of the labels: left of the bars there is nothing else.
      expect(pixels.judge({ left: 0, top: 0, width: 300, height: 10_000 }, false).ink, picture).toBeGreaterThan(0.005);
    }
    expect(book.all('text/figures.xhtml', '//h:figure[contains(@class,"drawing")]//h:table')).toHaveLength(5);
  });

  test('Kindle shows what others fold away, and finds contents and beginning', () => {
    const book = of('kindle');
    for (const file of files(book)) expect({ file, folded: book.all(file, '//h:details').length }).toEqual({ file, folded: 0 });
    expect(book.all('text/study.xhtml', '//h:div[@class="hint"]')).toEqual(['HintCount the days on foot.']);
    expect(book.all('content.opf', '//opf:guide/opf:reference/@href')).toEqual(['nav.xhtml', 'text/text.xhtml']);
    expect(book.source('css/epub.css')).toContain('.summary {');
  });

  test('Kobo knows every sentence by a name of its own, and the words are the same', () => {
    const [book, standard] = [of('kobo'), of('standard')];
    for (const file of files(book)) {
      const ids = book.all(file, '//h:span[@class="koboSpan"]/@id');
      expect({ file, twice: ids.length - new Set(ids).size, none: ids.length === 0 }).toEqual({ file, twice: 0, none: false });
      // The text of two books that differ in `book.yaml` is in two states, and the imprint says so.
      const words = (made: OpenEpub): string[] => made.all(file, '//h:body').map((body) => body.replace(/: [0-9a-f]{8}$/m, ''));
      expect(words(book)).toEqual(words(standard));
      const loose = book.all(file, '//h:body//text()[not(ancestor::h:span[@class="koboSpan"]) and not(ancestor::svg:svg) and not(ancestor::m:math)]').filter((words) => words.trim() !== '');
      expect({ file, loose }).toEqual({ file, loose: [] });
    }
    expect(book.all('text/sources.xhtml', '//h:div[@class="original"]//h:span[@class="koboSpan"]')).toEqual(['1', 'Статья первая. ', 'Высокие договаривающиеся стороны обязуются ни в коем случае не прибегать к войне.', '2', 'Статья вторая. ', 'Соль', ' остаётся свободной.']);
  });
});
