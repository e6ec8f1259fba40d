/** Pictures on their way into the EPUB: what is left as it is, what is made of the rest, and what an author is told. */
import { EpubCheck } from '@likecoin/epubcheck-ts';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { encodePng } from '../../src/picture/encode-png.js';
import { withoutStore } from '../../src/world/world.js';
import { readBook, said, type Book, type Files } from '../suite/book.js';
import { edition, OpenEpub } from './edition.js';

/** Noise on slopes: no two neighbours alike, as in a photograph. */
function photograph(width = 60, height = 40) {
  const data = Buffer.alloc(width * height * 3);
  for (let at = 0, seed = 1; at < data.length; at++) data[at] = 100 + 90 * Math.sin(at / 97) + ((seed = (seed * 16807) % 2147483647) % 17);
  return sharp(data, { raw: { width, height, channels: 3 } });
}
const drawing = (ground = '<rect width="60" height="40" fill="#fff"/>') => sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="60" height="40">${ground}<circle cx="30" cy="20" r="12" fill="#a33"/></svg>`));
const grey = () => photograph().greyscale().toColourspace('b-w');
const place = { IFD0: { Make: 'Secret camera' }, IFD3: { GPSLatitude: '51/1 30/1 0/1' } };
const frames = async () => sharp([await drawing().png().toBuffer(), await drawing('').png().toBuffer()], { join: { animated: true } });

const book = (files: Files): Promise<Book> => readBook({ 'a.md': `# A\n\n${Object.keys(files).map((name) => `![Caption](${name}){alt="What is seen"}\n`).join('\n')}`, ...files });

async function epubOf(made: Book): Promise<OpenEpub> {
  return OpenEpub.of(edition(made.epub, { assets: made.epubPictures ?? new Map() }));
}

/** The picture that the EPUB has in place of one of the manuscript. */
async function shown(name: string, bytes: Uint8Array) {
  const made = await book({ [name]: bytes });
  expect(said(made)).toEqual([]);
  const epub = await epubOf(made);
  const [src = ''] = epub.all('text/a.xhtml', '//h:img/@src');
  const file = src.replace('../', '');
  const inside = epub.entries[`EPUB/${file}`] ?? new Uint8Array();
  return { file, bytes: inside, made, mediaType: epub.all('content.opf', `//opf:item[@href="${file}"]/@media-type`)[0], ...(await sharp(inside).metadata()) };
}

const pixels = async (bytes: Uint8Array) => (await sharp(bytes).raw().toBuffer()).toString('hex');

describe('a picture that needs nothing is the same, byte for byte', () => {
  test.each<[string, () => Promise<Buffer>]>([
    ['plain.png', () => drawing().png().toBuffer()],
    ['deep.png', () => photograph().toColourspace('rgb16').png().toBuffer()],
    ['photo.jpg', () => photograph().jpeg().toBuffer()],
    ['grey.jpg', () => grey().jpeg().toBuffer()],
    ['srgb.jpg', () => photograph().withIccProfile('srgb').jpeg().toBuffer()],
    ['moving.gif', async () => (await frames()).gif().toBuffer()],
    ['map.svg', async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><defs><linearGradient id="g"/></defs><rect fill="url(#g)" width="1" height="1"/></svg>')],
  ])('%s', async (name, make) => {
    const bytes = await make();
    const { file, bytes: inside } = await shown(name, bytes);
    expect(file).toBe(`images/${name}`);
    expect(Buffer.compare(inside, bytes)).toBe(0);
  });
});

describe('a picture that readers lack becomes one that they have', () => {
  test.each<[string, () => Promise<Buffer>, string, Partial<sharp.Metadata>]>([
    ['photo.webp', () => photograph().webp().toBuffer(), 'images/photo.jpg', { format: 'jpeg', space: 'srgb' }],
    ['photo.avif', () => photograph().avif({ effort: 0 }).toBuffer(), 'images/photo.jpg', { format: 'jpeg' }],
    ['photo.tif', () => photograph().tiff().toBuffer(), 'images/photo.jpg', { format: 'jpeg' }],
    ['drawn.webp', () => drawing().webp({ lossless: true }).toBuffer(), 'images/drawn.png', { format: 'png', hasAlpha: false }],
    ['clear.webp', () => drawing('').webp({ lossless: true }).toBuffer(), 'images/clear.png', { format: 'png', hasAlpha: true }],
    ['grey.tif', () => grey().tiff().toBuffer(), 'images/grey.jpg', { space: 'b-w', channels: 1 }],
    ['faint.tif', () => grey().ensureAlpha(0.5).tiff({ compression: 'lzw' }).toBuffer(), 'images/faint.png', { hasAlpha: true }],
    ['inks.jpg', () => photograph().toColourspace('cmyk').jpeg().toBuffer(), 'images/inks.jpg', { space: 'srgb', channels: 3 }],
    ['wide.jpg', () => photograph().withIccProfile('p3').jpeg().toBuffer(), 'images/wide.jpg', { hasProfile: false, space: 'srgb' }],
    ['turned.jpg', () => photograph().withMetadata({ orientation: 6 }).jpeg().toBuffer(), 'images/turned.jpg', { width: 40, height: 60 }],
    ['moving.webp', async () => (await frames()).webp().toBuffer(), 'images/moving.gif', { format: 'gif', pages: 2 }],
  ])('%s', async (name, make, file, expected) => {
    const inside = await shown(name, await make());
    expect(inside.file).toBe(file);
    expect(inside.mediaType).toBe(`image/${inside.format}`);
    expect(inside).toMatchObject({ width: 60, height: 40, ...expected });
    expect(inside.orientation).toBeUndefined();
  });

  test('with the colours that it had', async () => {
    const { bytes } = await shown('drawn.webp', await drawing().webp({ lossless: true }).toBuffer());
    expect((await pixels(bytes)) === (await pixels(await drawing().removeAlpha().png().toBuffer()))).toBe(true);
  });

  test('with wide colours moved into sRGB, not renamed', async () => {
    const red = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#c04040' } }).withIccProfile('p3').jpeg({ quality: 100 }).toBuffer();
    const { bytes } = await shown('red.jpg', red);
    const [stored] = await sharp(red, { ignoreIcc: true }).raw().toBuffer();
    const [converted = 0] = await sharp(bytes).raw().toBuffer();
    expect(stored).toBeLessThan(converted);
    expect(Math.abs(converted - 0xc0)).toBeLessThan(4);
  });

  test('and print gets what Chromium lacks, whole', async () => {
    const { pictures } = await book({ 'photo.tif': await photograph().tiff({ compression: 'lzw' }).toBuffer(), 'inks.jpg': await photograph().toColourspace('cmyk').jpeg().toBuffer(), 'photo.webp': await photograph().webp().toBuffer() });
    expect([...pictures.values()].map(({ mediaType }) => mediaType)).toEqual(['image/png', 'image/jpeg', 'image/webp']);
    expect((await pixels(pictures.get('photo.tif')?.bytes ?? new Uint8Array())) === (await pixels(await photograph().png().toBuffer()))).toBe(true);
    expect((await sharp(pictures.get('inks.jpg')?.bytes).metadata()).space).toBe('srgb');
  });
});

describe('a picture larger than readers take', () => {
  test.each<[string, number, number]>([
    ['large.jpg', 3000, 2400],
    ['tall.jpg', 1200, 6000],
  ])('%s is made smaller, in proportion', async (name, width, height) => {
    const made = await shown(name, await photograph(width, height).jpeg({ quality: 60 }).toBuffer());
    const { width: shownWidth = 0, height: shownHeight = 0 } = made;
    expect(shownWidth * shownHeight).toBeLessThanOrEqual(5_600_000);
    expect(shownWidth * shownHeight).toBeGreaterThan(5_550_000);
    expect(shownWidth / shownHeight).toBeCloseTo(width / height, 2);
    expect((await sharp(made.made.pictures.get(name)?.bytes).metadata()).width).toBe(width);
  });
});

describe('what a picture says beside its pixels goes nowhere', () => {
  test.each<[string, () => Promise<Buffer>]>([
    ['photo.jpg', () => photograph().withExif(place).jpeg().toBuffer()],
    ['turned.jpg', () => photograph().withExif(place).withMetadata({ orientation: 6 }).jpeg().toBuffer()],
    ['photo.png', () => photograph().withExif(place).png().toBuffer()],
  ])('%s', async (name, make) => {
    const given = await make();
    expect(given.includes('Secret camera')).toBe(true);
    const { bytes, made } = await shown(name, given);
    const printed = made.pictures.get(name)?.bytes ?? new Uint8Array();
    for (const each of [bytes, printed]) expect(Buffer.from(each).includes('Secret camera')).toBe(false);
    expect((await pixels(printed)) === (await pixels(given))).toBe(true);
    const { orientation } = await sharp(given).metadata();
    expect((await sharp(printed).metadata()).orientation ?? 1).toBe(orientation ?? 1);
  });
});

describe('a picture that is not whole', () => {
  const cut = async (bytes: Promise<Buffer>, left = 0.6) => (await bytes).subarray(0, Math.floor((await bytes).length * left));
  test.each<[string, () => Promise<Buffer>, string]>([
    ['a.png', () => cut(photograph().png().toBuffer()), 'is damaged: it ends too soon'],
    ['a.jpg', () => cut(photograph().jpeg().toBuffer()), 'is damaged: it ends too soon'],
    ['a.gif', () => cut(drawing().gif().toBuffer()), 'is damaged: it ends too soon'],
    ['a.webp', () => cut(photograph().webp().toBuffer(), 0.05), 'is damaged: it cannot be decoded'],
    ['a.tif', () => cut(photograph().tiff().toBuffer(), 0.3), 'is damaged: it cannot be decoded'],
    ['a.avif', () => cut(photograph().avif({ effort: 0 }).toBuffer()), 'is damaged: it cannot be decoded'],
  ])('%s stops the edition, with its place', async (name, make, fact) => {
    const told = said(await book({ [name]: await make() }));
    expect(told).toHaveLength(1);
    expect(told[0]).toContain(`m-015 a.md:3:12 \`${name}\` ${fact}`);
  });

  test('is told from one in a format that nothing here decodes', async () => {
    const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1');
    expect(said(await book({ 'a.heic': heic, 'b.bmp': Buffer.from('BM....'), 'c.png': Buffer.from('%PDF-1.7') }))).toEqual([
      'm-013 a.md:3:12 `a.heic` is a picture in the format HEIC, which cannot be shown',
      'm-013 a.md:5:12 `b.bmp` is a picture in the format BMP, which cannot be shown',
      'm-013 a.md:7:12 `c.png` is a picture in the format PDF, which cannot be shown',
    ]);
  });
});

test('of a file with several pictures the author hears that one is shown', async () => {
  const scans = await (await frames()).tiff({ compression: 'lzw' }).toBuffer();
  expect(said(await book({ 'scans.tif': scans }))).toEqual(['m-017 a.md:3:12 `scans.tif` holds 2 pictures, of which only the first is shown']);
});

describe('an SVG', () => {
  const svgOf = (inside: string, attributes = '') => Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"${attributes}>${inside}<circle id="c" r="4"/></svg>`);

  test.each<[string, Buffer, string]>([
    ['a program', svgOf('<script>x()</script>'), 'a script'],
    ['a program in an attribute', svgOf('', ' onload="x()"'), 'the program in `onload`'],
    ['a program as an address', svgOf('<a xlink:href="javascript:x()"><path d="M0 0"/></a>'), 'a script'],
    ['a picture of the web', svgOf('<image xlink:href="https://example.org/x.png" width="1" height="1"/>'), 'the file `https://example.org/x.png`'],
    ['a font of the web', svgOf('<style>@font-face { src: url(https://example.org/x.woff) }</style>'), 'the file `https://example.org/x.woff`'],
    ['a style sheet', svgOf('<style>@import "x.css"; circle { fill: red }</style>'), 'a style sheet'],
    ['foreign words', svgOf('<foreignObject width="9" height="9"><p xmlns="http://www.w3.org/1999/xhtml">So it is</p></foreignObject>'), '`<foreignObject>`, which says “So it is”'],
  ])('with %s goes without it, and says so', async (_, bytes, loss) => {
    const made = await book({ 'a.svg': bytes });
    expect(said(made)).toEqual([`m-016 a.md:3:12 \`a.svg\` loses in the EPUB what that cannot hold: ${loss}`]);
    const epub = await epubOf(made);
    expect(epub.source('images/a.svg')).not.toMatch(/x\(\)|example\.org|@import|foreignObject/);
    expect(epub.all('images/a.svg', '//svg:circle/@id')).toEqual(['c']);
    const { messages } = await EpubCheck.validate(epub.bytes, { version: '3.3' });
    expect(messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage').map(({ id, message }) => `${id} ${message}`)).toEqual([]);
    expect(Buffer.compare(made.pictures.get('a.svg')?.bytes ?? new Uint8Array(), bytes)).toBe(0);
  });

  test('keeps what is written into it, and links', async () => {
    const bytes = svgOf('<image href="data:image/png;base64,AAAA" width="1" height="1"/><use href="#c"/><a xlink:href="https://example.org/"><path d="M0 0"/></a>');
    const { bytes: inside } = await shown('a.svg', bytes);
    expect(Buffer.compare(inside, bytes)).toBe(0);
  });
});

test('the same picture gives the same bytes, remembered or not', async () => {
  const files = { 'a.webp': await photograph(300, 200).webp().toBuffer(), 'b.tif': await drawing().tiff().toBuffer() };
  const text = { 'a.md': '# A\n\n![A](a.webp){alt=A}\n\n![B](b.tif){alt=B}\n' };
  const once = await epubOf(await readBook({ ...text, ...files }));
  const again = await epubOf(await readBook({ ...text, ...files }, withoutStore));
  expect(Buffer.compare(once.bytes, again.bytes)).toBe(0);
});

test('words for those who cannot see go on where the author’s line ends', async () => {
  const made = await readBook({ 'a.md': '# A\n\n![A](a.svg){alt="A road\n   to the sea"} ![One\ntwo][x]\n\n[x]: a.svg\n', 'a.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>' });
  expect((await epubOf(made)).all('text/a.xhtml', '//h:img/@alt')).toEqual(['A road to the sea', 'One two']);
});

describe('pixels as PNG', () => {
  const noise = (length: number) => Uint8Array.from({ length }, (_, index) => (index * index * 31 + index * 7) & 255);
  test.each([
    ['grey', 1, noise(40 * 30)],
    ['colours', 3, noise(40 * 30 * 3)],
    ['colours with clear parts', 4, noise(40 * 30 * 4)],
    ['few colours', 3, noise(40 * 30 * 3).map((value) => value & 192)],
    ['few colours with clear parts', 4, noise(40 * 30 * 4).map((value) => value & 128)],
  ] as const)('%s come back as they were', async (_, channels, data) => {
    const png = encodePng({ width: 40, height: 30, channels, data });
    const { data: back, info } = await sharp(png).toColourspace(channels === 1 ? 'b-w' : 'srgb').raw().toBuffer({ resolveWithObject: true });
    expect(info.channels).toBe(channels);
    expect(Buffer.compare(back, data)).toBe(0);
  });
});
