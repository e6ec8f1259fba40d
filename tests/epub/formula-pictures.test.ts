/** Formulas with pictures, and in their own font: whole EPUBs, made by the compiled Octavo, as readers of both kinds draw them. */
import { readFileSync } from 'node:fs';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { buildBook, machineWorld, memoryWorld } from '../../dist/index.js';
import { OpenEpub } from './edition.js';
import { show, useBrowser } from './shown.js';

const manuscript = `# One

Words $x^2+1$ and water $\\mathrm{H_2O}$, again $x^2+1$, a deep $\\frac{a+b}{\\sqrt{c}}$.

$$ A = \\left( \\begin{matrix} a \\\\ b \\\\ c \\end{matrix} \\right), \\quad \\sqrt{\\frac{1}{2}} $$ {#eq:a}

$$ \\begin{aligned} a + b &= c \\\\ d &= e + f \\end{aligned} $$

$$ \\begin{array}{l|c} a & b \\\\ \\hline c & d \\end{array} $$
`;

async function made(math: 'pictures' | 'mathml'): Promise<OpenEpub> {
  const world = memoryWorld({ 'book/book.yaml': `title: T\nchapters: a.md\nepub: {math: ${math}, cover: false}\n`, 'book/a.md': manuscript }, {}, machineWorld().disk);
  const { outputs, findings } = await buildBook({ folder: 'book', world, targets: ['epub'] });
  expect(findings).toEqual([]);
  return new OpenEpub(outputs[0]?.bytes ?? new Uint8Array());
}

useBrowser();
let book: OpenEpub;
beforeAll(async () => {
  book = await made('pictures');
});

const file = 'text/a.xhtml';
/** A reader that does not know the sheet of those that know MathML. */
const old = ['css/formulas.css'];

/** What is drawn: rows that hold ink, as fractions of the darkest, and where the first and the last of them are. */
async function inkOf(shot: Uint8Array): Promise<{ readonly top: number; readonly bottom: number; readonly ink: number }> {
  const { data, info } = await sharp(shot).greyscale().raw().toBuffer({ resolveWithObject: true });
  const rows = Array.from({ length: info.height }, (_, y) => data.subarray(y * info.width, (y + 1) * info.width).reduce((sum, grey) => sum + 255 - grey, 0));
  return { top: rows.findIndex((ink) => ink > 0), bottom: rows.findLastIndex((ink) => ink > 0), ink: rows.reduce((sum, ink) => sum + ink, 0) };
}

describe('a formula with a picture', () => {
  it('has it before it, once for each look, with the same words', () => {
    expect(book.all(file, '//h:img[@class="formula-picture"]/@alt')).toEqual(book.all(file, '//m:math/@alttext'));
    expect(book.all(file, '//h:img[following-sibling::*[1][self::m:math]]')).toHaveLength(7);
    expect(new Set(book.all(file, '//h:img/@src')).size).toBe(6);
    expect(book.all('content.opf', '//opf:item[@media-type="image/png"]/@href')).toHaveLength(6);
  });

  it('is told of in the metadata: seen, spoken, and MathML', () => {
    const values = (name: string) => book.all('content.opf', `//opf:meta[@property="schema:${name}"]`);
    expect(values('accessMode')).toEqual(['textual', 'visual', 'mathOnVisual']);
    expect(values('accessModeSufficient')).toEqual(['textual', 'textual,visual']);
    expect(values('accessibilityFeature')).toEqual(expect.arrayContaining(['MathML', 'describedMath']));
  });

  it('is valid', async () => {
    const { messages } = await EpubCheck.validate(book.bytes, { version: '3.3' });
    expect(messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage')).toEqual([]);
  });

  it('has an opaque ground, so that it is legible in the dark', async () => {
    for (const path of book.files.filter((name) => name.endsWith('.png'))) {
      const { isOpaque, channels } = await sharp(book.entries[path]).stats();
      expect({ path, isOpaque, light: (channels[0]?.max ?? 0) === 255, ink: (channels[0]?.min ?? 255) === 0 }).toEqual({ path, isOpaque: true, light: true, ink: true });
    }
  });

  it.each([
    ['shows itself to a reader that knows MathML', [], 'none', true],
    ['shows its picture to one that does not', old, 'inline', false],
  ] as const)('%s, and never both', async (_, without, picture, isMath) => {
    const page = await show(book, file, without);
    const displays = (await page.evaluate(`[...document.querySelectorAll('.formula')].map((formula) => [...formula.children].map((child) => getComputedStyle(child).display))`)) as string[][];
    expect(displays.map(([image]) => image)).toEqual(Array.from({ length: 7 }, () => picture));
    expect(displays.every(([, math]) => (math !== 'none') === isMath)).toBe(true);
    await page.close();
  });

  it('looks alike both ways, on the same line of the text', async () => {
    const shots = [];
    for (const without of [[], old]) {
      const page = await show(book, file, without);
      const paragraph = await page.$('h1 + p');
      shots.push(await inkOf((await paragraph?.screenshot()) ?? new Uint8Array()));
      await page.close();
    }
    const [math, picture] = shots;
    expect(Math.abs((math?.top ?? 0) - (picture?.top ?? 99))).toBeLessThanOrEqual(2);
    expect(Math.abs((math?.bottom ?? 0) - (picture?.bottom ?? 99))).toBeLessThanOrEqual(2);
    expect((picture?.ink ?? 0) / (math?.ink ?? 1)).toBeGreaterThan(0.9);
    expect((picture?.ink ?? 0) / (math?.ink ?? 1)).toBeLessThan(1.1);
  });

  it('has the same bytes when it is drawn again', async () => {
    expect(Buffer.compare(book.bytes, (await made('pictures')).bytes)).toBe(0);
  });
});

it('rows that are aligned meet at the sign, and lines are drawn where they were asked for', async () => {
  const page = await show(book, file);
  const sides = (await page.evaluate(`[...document.querySelectorAll('[columnalign="right left"] mtr')].map((row) => [...row.children].map((cell) => cell.querySelector('mstyle').getBoundingClientRect())).map(([left, right]) => [left.right, right.left])`)) as [number, number][];
  expect(sides).toHaveLength(2);
  for (const [left, right] of sides) expect([left, right]).toEqual([sides[0]?.[0], sides[0]?.[1]]);
  const lines = await page.evaluate(`(({ borderRightWidth, borderBottomWidth }) => [borderRightWidth, borderBottomWidth].map((width) => parseFloat(width) > 0))(getComputedStyle(document.querySelector('[columnlines] mtd')))`);
  expect(lines).toEqual([true, true]);
  await page.close();
});

describe('the font of formulas', () => {
  it('cut down to this book, draws what the whole font draws', async () => {
    const shots = [];
    const bare = await made('mathml');
    expect(bare.files.filter((name) => name.endsWith('.png') || name.endsWith('formulas.css'))).toEqual([]);
    const cut = bare.files.find((name) => name.includes('stix')) ?? '';
    const whole = readFileSync(new URL('../../node_modules/@fontsource/stix-two-math/files/stix-two-math-latin-400-normal.woff2', import.meta.url));
    for (const font of [bare.entries[cut] as Uint8Array, whole, undefined]) {
      if (font) bare.entries[cut] = font;
      else delete bare.entries[cut];
      const page = await show(bare, file);
      shots.push(Buffer.from((await (await page.$('#eq-a'))?.screenshot()) ?? []).toString('base64'));
      await page.close();
    }
    expect(shots[0]).toBe(shots[1]);
    expect(shots[0]).not.toBe(shots[2]);
  });
});
