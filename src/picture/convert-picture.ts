/**
 * Makes of a picture one that every reader of e-books shows: upright, in sRGB or grey, no larger than a reader takes, PNG or JPEG.
 *
 * Nothing is made larger. What has clear parts, few colours or even areas becomes PNG, which keeps every pixel; a photograph becomes
 * JPEG; moving WebP becomes GIF. Print, which has room, only gets what Chromium cannot show converted, and no smaller.
 * Throws `Damaged` for what cannot be decoded. The same picture gives the same bytes (open-sharp.ts, encode-png.ts).
 * Not here: which pictures need it (needs-conversion.ts).
 */
import { createHash } from 'node:crypto';
import type { Sharp } from 'sharp';
import { remember } from '../world/remember.js';
import type { World } from '../world/world.js';
import { Damaged } from './damaged.js';
import { encodePng, type Pixels } from './encode-png.js';
import { openSharp, type OpenPicture } from './open-sharp.js';
import { mostPixels, type Purpose } from './needs-conversion.js';

export interface ConvertedPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Pictures that the file holds besides the one that is shown. */
  readonly others: number;
}

interface Remembered {
  readonly base64: string;
  readonly mediaType: string;
  readonly others: number;
  readonly damaged?: string;
}

export async function convertPicture(bytes: Uint8Array, mediaType: string, purpose: Purpose, world: World): Promise<ConvertedPicture> {
  const digest = createHash('sha256').update(bytes).digest('hex');
  const made = await remember(world, { name: 'picture', code: ['picture'] }, [digest, mediaType, purpose], async (): Promise<Remembered> => {
    const sharp = await openSharp();
    try {
      const converted = await convert(bytes, mediaType, purpose, sharp);
      return { base64: Buffer.from(converted.bytes).toString('base64'), mediaType: converted.mediaType, others: converted.others };
    } catch (fault) {
      // What the decoder throws is a plain error; any other is a fault of this program.
      if (!(fault instanceof Error) || fault.name !== 'Error') throw fault;
      return { base64: '', mediaType, others: 0, damaged: plainReason(fault.message) };
    }
  });
  if (made.damaged !== undefined) throw new Damaged(made.damaged);
  return { bytes: new Uint8Array(Buffer.from(made.base64, 'base64')), mediaType: made.mediaType, others: made.others };
}

/** What the decoder says, on one line and without its own name. */
const plainReason = (message: string): string => `it cannot be decoded (${message.split('\n')[0]?.replace(/^Input buffer (contains|has) /, '').replace(/^\w+: /, '')})`;

async function convert(bytes: Uint8Array, mediaType: string, purpose: Purpose, sharp: OpenPicture): Promise<ConvertedPicture> {
  const { pages = 1, hasAlpha, space, width, height } = await sharp(bytes).metadata();
  if (mediaType === 'image/webp' && pages > 1 && purpose === 'epub') return { bytes: await sharp(bytes, { animated: true }).gif().toBuffer(), mediaType: 'image/gif', others: 0 };
  const isGrey = !hasAlpha && (space === 'b-w' || space === 'grey16');
  // A drawing has no size of its own in pixels; as a cover it gets as many as a shop would like.
  const opened = mediaType === 'image/svg+xml' ? sharp(bytes, { density: Math.min(2400, (72 * 2560) / height) }).resize({ height: 2560 }) : sharp(bytes).autoOrient();
  const fitted = purpose === 'print' || mediaType === 'image/svg+xml' ? opened : fit(opened, width * height, width, height);
  const { data, info } = await fitted.toColourspace(isGrey ? 'b-w' : 'srgb').raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true });
  const pixels = withoutClear({ width: info.width, height: info.height, channels: info.channels as Pixels['channels'], data: new Uint8Array(data) }, hasAlpha);
  const others = pages - 1;
  if (!isPhotograph(pixels, mediaType) || (purpose === 'print' && mediaType !== 'image/jpeg')) return { bytes: encodePng(pixels), mediaType: 'image/png', others };
  const { channels } = pixels;
  const jpeg = sharp(pixels.data, { raw: { width: pixels.width, height: pixels.height, channels } });
  return { bytes: await jpeg.toColourspace(isGrey ? 'b-w' : 'srgb').jpeg({ quality: purpose === 'print' ? 94 : 88, chromaSubsampling: '4:4:4', mozjpeg: false }).toBuffer(), mediaType: 'image/jpeg', others };
}

function fit(picture: Sharp, pixels: number, width: number, height: number): Sharp {
  const scale = Math.sqrt(mostPixels / pixels);
  // By its longer side, whichever that is once it is turned.
  return scale >= 1 ? picture : picture.resize({ width: Math.floor(Math.max(width, height) * scale), height: Math.floor(Math.max(width, height) * scale), fit: 'inside', withoutEnlargement: true });
}

/** Without the channel that says how clear each pixel is, where none is. */
function withoutClear({ width, height, channels, data }: Pixels, hasAlpha: boolean): Pixels {
  const isClear = (): boolean => {
    for (let at = 3; at < data.length; at += 4) if (data[at] !== 255) return true;
    return false;
  };
  if (!hasAlpha || channels !== 4 || isClear()) return { width, height, channels, data };
  const opaque = new Uint8Array((data.length / 4) * 3);
  for (let from = 0, to = 0; from < data.length; from += 4, to += 3) opaque.set(data.subarray(from, from + 3), to);
  return { width, height, channels: 3, data: opaque };
}

/** No clear parts, and hardly two neighbours alike: a drawing, a map or a page of type has even areas. */
function isPhotograph({ channels, data }: Pixels, mediaType: string): boolean {
  if (channels === 4) return false;
  if (mediaType === 'image/jpeg') return true;
  let alike = 0;
  for (let at = channels; at < data.length; at += channels) {
    let channel = 0;
    while (channel < channels && data[at + channel] === data[at + channel - channels]) channel++;
    if (channel === channels) alike++;
  }
  return alike < (data.length / channels) * 0.35;
}
