/**
 * Pixels as PNG. Written here, not by the picture library, so that the bytes follow from the pixels alone: the library's deflate is
 * another on another kind of processor.
 *
 * Source: PNG 3. Pictures of up to 256 colours get a palette, which loses nothing; greys stay greys; others are RGB or RGBA.
 */
import { zlibSync } from 'fflate';
import { pngChunk, pngSignature } from './png-chunks.js';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** 1 grey, 3 RGB, 4 RGBA; 8 bits each. */
  readonly channels: 1 | 3 | 4;
  readonly data: Uint8Array;
}

const colorTypes = { 1: 0, 3: 2, 4: 6 } as const;
const indexed = 3;

export function encodePng(pixels: Pixels): Uint8Array {
  const { width, height, channels, data } = pixels;
  const palette = channels === 1 ? undefined : paletteOf(pixels);
  const rows = palette ? unfiltered(palette.indices, width, height) : filtered(data, width * channels, height, channels);
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, palette ? indexed : colorTypes[channels]], 8);
  return new Uint8Array(Buffer.concat([
    pngSignature,
    pngChunk('IHDR', header),
    ...(palette ? [pngChunk('PLTE', palette.colors)] : []),
    ...(palette?.alphas ? [pngChunk('tRNS', palette.alphas)] : []),
    pngChunk('IDAT', zlibSync(rows, { level: 6 })),
    pngChunk('IEND', new Uint8Array()),
  ]));
}

interface Palette {
  readonly indices: Uint8Array;
  readonly colors: Uint8Array;
  readonly alphas?: Uint8Array;
}

function paletteOf({ channels, data }: Pixels): Palette | undefined {
  const known = new Map<number, number>();
  const indices = new Uint8Array(data.length / channels);
  let last: number | undefined;
  let lastIndex = 0;
  for (let pixel = 0, at = 0; at < data.length; pixel++, at += channels) {
    const color = ((data[at] ?? 0) * 0x1000000 + ((data[at + 1] ?? 0) << 16) + ((data[at + 2] ?? 0) << 8) + (channels === 4 ? (data[at + 3] ?? 0) : 255)) | 0;
    if (color !== last) {
      const index = known.get(color) ?? known.size;
      if (index === 256) return undefined;
      known.set(color, index);
      last = color;
      lastIndex = index;
    }
    indices[pixel] = lastIndex;
  }
  const list = [...known.keys()];
  const colors = Uint8Array.from(list.flatMap((color) => [(color >>> 24) & 255, (color >>> 16) & 255, (color >>> 8) & 255]));
  const alphas = Uint8Array.from(list.map((color) => color & 255));
  return { indices, colors, ...(alphas.some((alpha) => alpha < 255) && { alphas }) };
}

/** Palette indices have no slope to predict. */
function unfiltered(data: Uint8Array, stride: number, height: number): Uint8Array {
  const rows = new Uint8Array((stride + 1) * height);
  for (let y = 0; y < height; y++) rows.set(data.subarray(y * stride, (y + 1) * stride), y * (stride + 1) + 1);
  return rows;
}

/** Each row by the filter that leaves the least, as the specification advises. */
function filtered(data: Uint8Array, stride: number, height: number, bytesPerPixel: number): Uint8Array {
  const rows = new Uint8Array((stride + 1) * height);
  const tries = [1, 2, 4].map((type) => ({ type, row: new Uint8Array(stride) }));
  for (let y = 0; y < height; y++) {
    const start = y * stride;
    let best = tries[0];
    let least = Infinity;
    for (const attempt of tries) {
      let sum = 0;
      for (let x = 0; x < stride; x++) {
        const left = x < bytesPerPixel ? 0 : (data[start + x - bytesPerPixel] ?? 0);
        const up = y === 0 ? 0 : (data[start + x - stride] ?? 0);
        const corner = x < bytesPerPixel || y === 0 ? 0 : (data[start + x - stride - bytesPerPixel] ?? 0);
        const predicted = attempt.type === 1 ? left : attempt.type === 2 ? up : paeth(left, up, corner);
        const rest = ((data[start + x] ?? 0) - predicted) & 255;
        attempt.row[x] = rest;
        sum += rest < 128 ? rest : 256 - rest;
      }
      if (sum < least) [least, best] = [sum, attempt];
    }
    if (!best) continue;
    rows[y * (stride + 1)] = best.type;
    rows.set(best.row, y * (stride + 1) + 1);
  }
  return rows;
}

function paeth(left: number, up: number, corner: number): number {
  const estimate = left + up - corner;
  const [byLeft, byUp, byCorner] = [Math.abs(estimate - left), Math.abs(estimate - up), Math.abs(estimate - corner)] as const;
  if (byLeft <= byUp && byLeft <= byCorner) return left;
  return byUp <= byCorner ? up : corner;
}
