/**
 * Draws formulas as pictures, all in one go, in the face that sets them in print.
 *
 * In: parts whose formulas are MathML. Out: a picture of each that is not like another, black on white: an opaque ground stays
 * legible whatever colours its reader has chosen. The same browser draws the same bytes.
 * Not here: where the pictures stand in the e-book (show-formula-pictures.ts).
 */
import type { Element } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Part } from '../model/document.js';
import { isSame } from '../model/is-same.js';
import { openSharp } from '../picture/open-sharp.js';
import type { Box, FormulaBox } from '../page/contract.js';
import type { Face } from '../typeface/faces.js';
import type { Browser, Served } from '../world/browser.js';
import { type Kept, KeptStep } from '../world/kept.js';
import type { Disk } from '../world/world.js';
import { formulasOf } from './each-formula.js';
import { type GrayImage, writeGrayPng } from './gray-png.js';

export interface FormulaPicture {
  /** PNG */
  readonly bytes: Uint8Array;
  /** In px. */
  readonly width: number;
  readonly height: number;
  /** How much of its height is below the baseline, in px. */
  readonly depth: number;
}

/** How fine pictures are: pixels to an em. A good e-ink screen has some fifty. */
export const pixelsPerEm = 80;
const fontSize = 16;
const scale = pixelsPerEm / fontSize;
/** Formulas stand in rows of this width, unless one is wider; px. */
const rowWidth = 800;
/** At most so much is photographed at once, or a picture would take all memory; px. */
const stripHeight = 400;
/** White around a formula in its picture; px of the picture. */
const margin = 2;

const origin = 'http://octavo.invalid';
const script = '/page/measure-formulas.js';
const pageScripts = fileURLToPath(new URL('../page/', import.meta.url));
const measure = `document.fonts.ready.then(() => window.measureFormulas())`;

/** What tells one formula from another by its looks; its words do not. */
export function formulaKey(math: Element): string {
  const { alttext: _, altText: __, lang: ___, dataTold: ____, ...properties } = math.properties;
  return toHtml({ ...math, properties }, { closeSelfClosing: true });
}

export interface Easel {
  readonly faces: readonly Face[];
  readonly browser: Browser;
  readonly disk: Disk;
}

/** @param kept the same formulas in the same order are not drawn again: where one stands among the others decides how its edges fall on the pixels */
export async function drawFormulas(parts: readonly Part[], language: string, easel: Easel, kept?: Kept): Promise<ReadonlyMap<string, FormulaPicture>> {
  const shelf = keptPictures.turn(kept);
  const keys = [...new Set(formulasOf(parts, language).map(({ math }) => formulaKey(math)))];
  const before = shelf.take('all');
  const pictures = before && isSame(before.keys, keys) ? before.pictures : await draw(keys, easel);
  shelf.put('all', { keys, pictures });
  return pictures;
}

const keptPictures = new KeptStep<{ readonly keys: readonly string[]; readonly pictures: ReadonlyMap<string, FormulaPicture> }>();

async function draw(keys: readonly string[], { faces, browser, disk }: Easel): Promise<ReadonlyMap<string, FormulaPicture>> {
  if (keys.length === 0) return new Map();
  const face = faces.find(({ family }) => family === 'STIX Two Math');
  if (!face) throw new Error('there is no face for formulas');
  const files = new Map<string, Served>([
    ['/', { body: sheet(keys), contentType: 'text/html; charset=utf-8' }],
    ['/face.woff2', { body: await disk.read(face.path), contentType: 'font/woff2' }],
    [script, { body: await disk.read(join(pageScripts, 'measure-formulas.js')), contentType: 'text/javascript' }],
  ]);
  const page = await browser.open((url) => files.get(url.slice(origin.length)));
  await page.setViewport({ width: rowWidth, height: stripHeight, deviceScaleFactor: scale });
  await page.goto(`${origin}/`, { waitUntil: 'load' });
  const boxes = (await page.evaluate(measure)) as FormulaBox[];
  const open = await openSharp();
  const pictures: FormulaPicture[] = [];
  for (const strip of strips(boxes)) {
    const area = strip.reduce((all, { slot }) => union(all, slot), { left: 0, right: rowWidth, top: strip[0]?.slot.top ?? 0, bottom: 0 });
    const top = Math.floor(area.top);
    const shot = await page.screenshot({ type: 'png', captureBeyondViewport: true, clip: { x: 0, y: top, width: Math.ceil(area.right), height: Math.ceil(area.bottom) - top } });
    const { data, info } = await open(shot).greyscale().raw().toBuffer({ resolveWithObject: true });
    for (const box of strip) pictures.push(cut({ width: info.width, height: info.height, pixels: data }, moved(box, top)));
  }
  await page.close();
  return new Map(keys.map((key, index) => [key, pictures[index] as FormulaPicture]));
}

function sheet(formulas: readonly string[]): string {
  const slots = formulas.map((math) => `<span class="slot"><span class="strut"></span>${math}</span>`).join('\n');
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><style>
@font-face { font-family: 'STIX Two Math'; src: url(/face.woff2) format('woff2'); }
body { margin: 0; width: ${rowWidth}px; background: #fff; color: #000; font: ${fontSize}px/1.2 'STIX Two Math'; }
math { font-family: 'STIX Two Math'; }
math[display='block'] { display: inline math; math-style: normal; math-shift: normal; }
.slot { display: inline-block; vertical-align: top; padding: ${fontSize / 2}px; white-space: nowrap; }
.strut { display: inline-block; width: 0; height: 0; }
</style><script type="module" src="${script}"></script></head><body>${slots}</body></html>`;
}

/** Whole rows of formulas, as many together as may be photographed at once. */
function strips(boxes: readonly FormulaBox[]): FormulaBox[][] {
  const made: FormulaBox[][] = [];
  for (const box of boxes) {
    const open = made.at(-1);
    const top = open?.[0]?.slot.top ?? 0;
    const isSameRow = open?.at(-1)?.slot.top === box.slot.top;
    if (open && (isSameRow || box.slot.bottom - top <= stripHeight)) open.push(box);
    else made.push([box]);
  }
  return made;
}

const union = (one: Box, other: Box): Box => ({ left: Math.min(one.left, other.left), right: Math.max(one.right, other.right), top: Math.min(one.top, other.top), bottom: Math.max(one.bottom, other.bottom) });

/** A box of the page in a strip of it, in px of the strip. */
function moved({ slot, baseline, ...box }: FormulaBox, top: number): FormulaBox {
  const place = ({ left, right, top: upper, bottom }: Box): Box => ({ left: left * scale, right: right * scale, top: (upper - top) * scale, bottom: (bottom - top) * scale });
  return { ...place(box), baseline: (baseline - top) * scale, slot: place(slot) };
}

/** The formula with all its ink: an italic letter or a tall bracket may reach beyond its box. */
function cut(strip: GrayImage, { slot, baseline, ...box }: FormulaBox): FormulaPicture {
  const bounds = union(whole(box), inkIn(strip, whole(slot)) ?? whole(box));
  const left = Math.max(0, bounds.left - margin);
  const top = Math.max(0, bounds.top - margin);
  const width = Math.min(strip.width, bounds.right + margin) - left;
  const height = Math.min(strip.height, bounds.bottom + margin) - top;
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const from = (top + y) * strip.width + left;
    pixels.set(strip.pixels.subarray(from, from + width), y * width);
  }
  return { bytes: writeGrayPng({ width, height, pixels }), width, height, depth: top + height - baseline };
}

const whole = ({ left, right, top, bottom }: Box): Box => ({ left: Math.floor(left), right: Math.ceil(right), top: Math.floor(top), bottom: Math.ceil(bottom) });

function inkIn({ width, height, pixels }: GrayImage, { left, right, top, bottom }: Box): Box | undefined {
  let ink: Box | undefined;
  for (let y = Math.max(0, top); y < Math.min(height, bottom); y += 1) {
    for (let x = Math.max(0, left); x < Math.min(width, right); x += 1) {
      if ((pixels[y * width + x] ?? 255) < 250) ink = union(ink ?? { left: x, right: x + 1, top: y, bottom: y + 1 }, { left: x, right: x + 1, top: y, bottom: y + 1 });
    }
  }
  return ink;
}
