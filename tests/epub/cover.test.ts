/** The cover of the e-book: drawn where the author gives none, and theirs where they do. */
import { EpubCheck } from '@likecoin/epubcheck-ts';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { breakTitle } from '../../src/cover/break-title.js';
import { drawCover, shownText, type CoverWords } from '../../src/cover/draw-cover.js';
import { makeCover, type Cover } from '../../src/cover/make-cover.js';
import { openLetters } from '../../src/cover/outline-text.js';
import { serialize } from '../../src/epub/serialize.js';
import type { BookConfig } from '../../src/model/book.js';
import { findFaces } from '../../src/typeface/faces.js';
import { machineWorld } from '../../src/world/machine.js';
import { withoutStore } from '../../src/world/world.js';
import { readBook, said, type Files } from '../suite/book.js';
import { config, edition, OpenEpub, part } from './edition.js';

const world = withoutStore(machineWorld());
const faces = await findFaces(world.disk);
const authors = (...names: string[]) => names.map((name) => ({ name, role: 'aut' }));
const { subtitle: _, edition: __, publisher: ___, ...bare } = config;

async function coverOf(more: Partial<BookConfig>): Promise<Cover> {
  const cover = await makeCover({ ...bare, ...more }, undefined, faces, world);
  if (!cover) throw new Error('no cover');
  return cover;
}

/** Brightness by row and column. */
async function look({ image }: Cover) {
  const { data, info } = await sharp(image.bytes).greyscale().raw().toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  /** How many pixels of a part, in parts of the whole, are as light as the letters. */
  const light = (left: number, top: number, right: number, bottom: number): number => {
    let count = 0;
    for (let y = Math.round(top * height); y < bottom * height; y++) for (let x = Math.round(left * width); x < right * width; x++) if ((data[y * width + x] ?? 0) > 215) count++;
    return count;
  };
  return { width, height, light };
}

const hundredAndTwenty = 'An Inquiry into the Nature and Causes of the Quiet Disappearance of the Salt Merchants of the Upper Adriatic, 1480–1797';
const ten = authors('Jean Dupont', 'Marie-Claire de la Tour', 'Étienne Œuvrard', 'Paul Valéry', 'Simone Weil', 'Marguerite Yourcenar', 'Georges Perec', 'Raymond Queneau', 'Italo Calvino', 'Anne F. Garréta');

describe('a drawn cover', () => {
  test.each<[string, Partial<BookConfig>]>([
    ['a book with everything', config],
    ['a short title, and nothing else', { title: 'Salt', authors: [] }],
    ['a title of 120 letters', { title: hundredAndTwenty, subtitle: 'With documents from the archives of Venice, Ragusa and Trieste' }],
    ['a Russian title', { language: 'ru', title: 'Договор о дружбе, ненападении и нейтралитете', authors: authors('Иван Тургенев'), publisher: 'Издательство «Наука»' }],
    ['ten authors', { title: 'Histoire de la vie quotidienne', language: 'fr', authors: ten }],
    ['a word that no line holds', { language: 'de', title: 'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz' }],
    ['a word without syllables', { language: 'und', title: 'x'.repeat(90) }],
    ['far too many words', { title: `${hundredAndTwenty}. `.repeat(4), subtitle: `${hundredAndTwenty}. `.repeat(3), authors: [...ten, ...ten, ...ten] }],
  ])('of %s is inked where its words are, and nowhere near the edge', async (_name, given) => {
    const { width, height, light } = await look(await coverOf(given));
    expect([width, height]).toEqual([1600, 2560]);
    expect(light(0.12, 0.1, 0.88, 0.7)).toBeGreaterThan(6000);
    for (const edge of [light(0, 0, 0.07, 1), light(0.93, 0, 1, 1), light(0, 0, 1, 0.07), light(0, 0.94, 1, 1)]) expect(edge).toBe(0);
  });

  test('has its words in outlines: no font, no file, nothing outside', async () => {
    const { drawing = '' } = await coverOf(config);
    expect(drawing).not.toMatch(/<text|font|<image|https?:(?!\/\/www\.w3\.org)/);
  });

  test('has an outline for each letter of each word', async () => {
    const words = { name: 'salt', language: 'en', title: 'Salt', subtitle: 'A history', authors: ['Ada Writer', 'Bo Editor'], edition: 'Second edition', publisher: 'Quiet Press' };
    const letters = await openLetters(faces, world.disk, shownText(words));
    const outlines = (more: Partial<CoverWords>) => serialize(drawCover({ name: 'salt', language: 'en', title: 'Salt', authors: [], ...more }, letters, (text) => text), 'xml').split('M').length;
    const title = outlines({});
    for (const [key, letterCount] of [['subtitle', 8], ['authors', 17], ['edition', 13], ['publisher', 10]] as const) expect(outlines({ [key]: words[key] }) - title, key).toBeGreaterThanOrEqual(letterCount);
  });

  test('is the same, byte for byte, each time, and another for another book', async () => {
    const [once, again, other] = await Promise.all([coverOf(config), coverOf(config), coverOf({ ...config, slug: 'another' })]);
    expect(once.drawing).toBe(again.drawing);
    expect(Buffer.compare(once.image.bytes, again.image.bytes)).toBe(0);
    expect(other.drawing).not.toBe(once.drawing);
  });

  test.each([
    ['en-GB', 'Cover: Salt? A history. Ada Writer, Bo Editor. Quiet Press'],
    ['de', 'Umschlag: Salt? A history. Ada Writer, Bo Editor. Quiet Press'],
    ['ru', 'Обложка: Salt? A history. Ada Writer, Bo Editor. Quiet Press'],
  ])('is read out in %s', async (language, words) => {
    expect((await coverOf({ language, title: 'Salt?', subtitle: 'A  history', authors: authors('Ada Writer', 'Bo Editor'), publisher: 'Quiet Press' })).alt).toBe(words);
  });
});

describe('the lines of a title', () => {
  const lines = (title: string, language: string, letters: number, divide?: (text: string) => string) => breakTitle(title, language, letters, (line) => line.length, divide)?.lines;
  test.each<[string, string, string, number, string[]]>([
    ['are even', 'one two three four', 'en', 14, ['one two', 'three four']],
    ['do not end in an article', 'Around the Volcano', 'en', 13, ['Around', 'the Volcano']],
    ['do not end in a conjunction', 'Договор о дружбе и вечном мире', 'ru', 18, ['Договор о дружбе', 'и вечном мире']],
    ['end at a colon', 'The roads of salt: a trade', 'en', 18, ['The roads of salt:', 'a trade']],
    ['hold what a no-break space holds', 'The year 1933 in Rome', 'en', 12, ['The year', '1933 in Rome']],
    ['end at the hyphen of a word that is too wide', 'Italo-Soviet', 'en', 8, ['Italo-', 'Soviet']],
  ])('%s', (_name, title, language, letters, expected) => {
    expect(lines(title, language, letters)).toEqual(expected);
  });

  test('end within a word only where they must', () => {
    const divide = (text: string): string => text.replace('schiff', 'schiff\u00ad');
    expect(lines('Die Dampfschifffahrt', 'de', 13, divide)).toEqual(['Die', 'Dampfschiff-', 'fahrt']);
    expect(lines('Die Dampfschifffahrt', 'de', 16, divide)).toEqual(['Die', 'Dampfschifffahrt']);
    expect(lines('Die Dampfschifffahrt', 'de', 13)).toBeUndefined();
  });
});

const chapters = [part({ id: 'title-page', kind: 'title', matter: 'front', html: '<p>Title</p>' }), part({ id: 'cover', number: '1', html: '<h1>Cover</h1><p>Words.</p>' })];
const findings = async (bytes: Uint8Array) => (await EpubCheck.validate(bytes, { version: '3.3' })).messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage').map(({ id, message }) => `${id} ${message}`);

describe('in the EPUB a cover', () => {
  test('is the first page, the picture for the shelf and a landmark', async () => {
    const cover = await coverOf(config);
    const epub = await OpenEpub.of(edition(chapters, { cover }));
    expect(epub.all('content.opf', '//opf:item[@properties="cover-image"]/@href')).toEqual(['cover.png']);
    expect(epub.all('content.opf', '//opf:item[@id=//opf:meta[@name="cover"]/@content]/@href')).toEqual(['cover.png']);
    expect(epub.all('content.opf', '//opf:spine/opf:itemref/@idref')[0]).toBe('cover.xhtml');
    expect(epub.all('nav.xhtml', '//h:nav[@epub:type="landmarks"]//h:a[@epub:type="cover"]/@href')).toEqual(['cover.xhtml']);
    expect(epub.all('cover.xhtml', '//h:section[@epub:type="cover"]/h:img[@role="doc-cover"]/@src')).toEqual(['cover.svg']);
    expect(epub.all('cover.xhtml', '//h:img/@alt')).toEqual([cover.alt]);
    expect(epub.source('cover.svg')).toBe(cover.drawing);
    expect(epub.files).toContain('EPUB/text/cover.xhtml');
    expect(await findings(epub.bytes)).toEqual([]);
  });

  test('has no page of its own on a Kindle, which makes one', async () => {
    const epub = await OpenEpub.of(edition(chapters, { cover: await coverOf(config), config: { ...config, epub: { ...config.epub, profile: 'kindle' } } }));
    expect(epub.files.filter((file) => file.includes('EPUB/cover'))).toEqual(['EPUB/cover.png']);
    expect(epub.all('nav.xhtml', '//h:a[@epub:type="cover"]')).toEqual([]);
    expect(await findings(epub.bytes)).toEqual([]);
  });

  test('is not there where the author wants none', async () => {
    expect(await makeCover({ ...config, epub: { ...config.epub, cover: false } }, undefined, faces, world)).toBeUndefined();
  });
});

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#345' } });
const withCover = (name: string, bytes: Uint8Array | string, more: Files = {}) => readBook({ 'book.yaml': `title: Salt\nchapters: [a.md]\nepub:\n  cover: ${name}\n`, 'a.md': '# A\n\nWords.\n', [name]: bytes, ...more });

describe('the author’s own cover', () => {
  test('is taken as it is', async () => {
    const given = await plain(1600, 2560).jpeg().toBuffer();
    const book = await withCover('front.jpg', given);
    expect(said(book)).toEqual([]);
    const cover = await makeCover(book.resolved.config, book.cover, faces, world);
    const epub = await OpenEpub.of(edition(chapters, { ...(cover && { cover }) }));
    expect(Buffer.compare(epub.entries['EPUB/cover.jpg'] ?? new Uint8Array(), given)).toBe(0);
    expect(epub.all('content.opf', '//opf:item[@properties="cover-image"]/@media-type')).toEqual(['image/jpeg']);
    expect(epub.all('cover.xhtml', '//h:img/@src')).toEqual(['cover.jpg']);
    expect(epub.all('cover.xhtml', '//h:img/@alt')).toEqual(['Cover: Salt']);
    expect(await findings(epub.bytes)).toEqual([]);
  });

  test.each<[string, () => Promise<Buffer>, string, number, number]>([
    ['front.webp', () => plain(1000, 1600).webp().toBuffer(), 'image/png', 1000, 1600],
    ['front.tif', () => plain(1000, 1600).toColourspace('cmyk').tiff().toBuffer(), 'image/png', 1000, 1600],
    ['front.jpg', () => plain(2000, 3000).jpeg().toBuffer(), 'image/jpeg', 1932, 2898],
    ['front.svg', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 25.6"><rect width="16" height="25.6" fill="#345"/></svg>'), 'image/png', 1600, 2560],
  ])('%s becomes what shelves and shops take', async (name, make, mediaType, width, height) => {
    const book = await withCover(name, await make());
    expect(said(book)).toEqual([]);
    expect(book.cover?.mediaType).toBe(mediaType);
    const made = await sharp(book.cover?.bytes).metadata();
    expect(made.space).toBe('srgb');
    expect(Math.abs((made.width ?? 0) - width)).toBeLessThan(3);
    expect(Math.abs((made.height ?? 0) - height)).toBeLessThan(3);
  });

  test.each<[string, () => Promise<Uint8Array | string>, string[]]>([
    ['words.jpg', async () => 'not a picture', ['b-013 book.yaml:4:10 `words.jpg` is no picture']],
    ['front.pdf', async () => '%PDF-1.7', ['b-013 book.yaml:4:10 `front.pdf` is in the format PDF, which no e-book shows']],
    ['half.png', async () => (await plain(1600, 2560).png().toBuffer()).subarray(0, 90), ['b-013 book.yaml:4:10 `half.png` is damaged: it ends too soon']],
    ['words.svg', async () => '<svg xmlns="http://www.w3.org/2000/svg"><text>Salt</text></svg>', ['b-013 book.yaml:4:10 `words.svg` has text, which every machine would set in another font']],
    ['small.png', () => plain(600, 960).png().toBuffer(), ['b-014 book.yaml:4:10 `small.png` is 600 × 960 px: shops refuse a cover of less than 625 × 1000 px']],
    ['wide.png', () => plain(2000, 1500).png().toBuffer(), ['b-014 book.yaml:4:10 `wide.png` is 2000 × 1500 px: it is 0.75 times as high as it is wide, and covers are 1.25 to 1.8 times']],
  ])('%s is met with a finding', async (name, make, expected) => {
    expect(said(await withCover(name, await make()))).toEqual(expected);
  });

  test('that is not there is told from one with a name like it', async () => {
    const book = await readBook({ 'book.yaml': 'title: T\nchapters: [a.md]\nepub: {cover: fronk.png}\n', 'a.md': '# A\n', 'front.png': await plain(1600, 2560).png().toBuffer() });
    expect(book.findings.map(({ code, message, hints }) => [code, message, hints.map((hint) => (typeof hint === 'string' ? hint : hint.text))])).toEqual([['b-005', '`fronk.png` does not exist', ['`front.png` exists']]]);
  });
});
