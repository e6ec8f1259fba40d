/**
 * The picture of a drawn cover, for shelves and shops that take no SVG.
 *
 * The edges of letters have some thousand mixtures of three inks; each becomes the nearest of some sixty and so has room in a
 * palette, which makes the file a third as large and looks the same. What the pixels are follows from the drawing and from the version of
 * sharp (librsvg within it); the bytes follow from the pixels.
 */
import { encodePng } from '../picture/encode-png.js';
import { openSharp } from '../picture/open-sharp.js';

/** Steps from the ground to each ink. */
const steps = 32;

type Color = readonly [red: number, green: number, blue: number];

export async function rasterizeCover(svg: string, ground: string, inks: readonly string[]): Promise<Uint8Array> {
  const sharp = await openSharp();
  const { data, info } = await sharp(Buffer.from(svg)).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
  const palette = inks.flatMap((ink) => ramp(colorOf(ground), colorOf(ink)));
  const nearest = new Map<number, Color>();
  let last = -1;
  let shown: Color = [0, 0, 0];
  for (let at = 0; at < data.length; at += 3) {
    const key = ((data[at] as number) << 16) | ((data[at + 1] as number) << 8) | (data[at + 2] as number);
    if (key !== last) {
      shown = nearest.get(key) ?? nearestOf(palette, [key >> 16, (key >> 8) & 255, key & 255]);
      nearest.set(key, shown);
      last = key;
    }
    [data[at], data[at + 1], data[at + 2]] = shown;
  }
  return encodePng({ width: info.width, height: info.height, channels: 3, data });
}

const nearestOf = (palette: readonly Color[], color: Color): Color => palette.reduce((best, each) => (distance(each, color) < distance(best, color) ? each : best));

function ramp(from: Color, to: Color): Color[] {
  return Array.from({ length: steps }, (_, index): Color => {
    const mixed = (channel: 0 | 1 | 2): number => Math.round(from[channel] + ((to[channel] - from[channel]) * index) / (steps - 1));
    return [mixed(0), mixed(1), mixed(2)];
  });
}

function colorOf(hex: string): Color {
  const channel = (at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  return [channel(1), channel(3), channel(5)];
}

const distance = (a: Color, b: Color): number => (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
