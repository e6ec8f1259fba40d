/**
 * What a PNG, JPEG or GIF says of itself, and whether it is whole: read from its parts, without decoding a pixel.
 *
 * Throws `Damaged` where the parts do not add up, as after a download that broke off.
 * Source: PNG 3; ITU-T T.81 (JPEG), Exif 2.32; GIF89a. Not here: what is done about it (convert-picture.ts).
 */
import { inflateSync } from 'node:zlib';
import { orientationOf } from './exif.js';
import { jpegSegments } from './jpeg-segments.js';
import { pngChunks } from './png-chunks.js';
import { Damaged } from './damaged.js';

export interface PictureFacts {
  /** Px, as stored: before it is turned. */
  readonly width: number;
  readonly height: number;
  /** 1 upright; 2 to 8 turned or mirrored, as Exif counts. */
  readonly orientation: number;
  /** Inks instead of lights. */
  readonly isCmyk: boolean;
  /** Colours that are not what a reader takes them for. */
  readonly isOtherColor: boolean;
}

/** @returns undefined for a picture of another kind */
export function pictureFacts(bytes: Uint8Array, mediaType: string): PictureFacts | undefined {
  if (mediaType === 'image/png') return pngFacts(bytes);
  if (mediaType === 'image/jpeg') return jpegFacts(bytes);
  return mediaType === 'image/gif' ? gifFacts(bytes) : undefined;
}

function pngFacts(bytes: Uint8Array): PictureFacts {
  const chunks = pngChunks(bytes);
  const content = (type: string): Uint8Array | undefined => chunks.find((chunk) => chunk.type === type)?.content;
  const header = content('IHDR');
  if (header?.length !== 13) throw new Damaged('it has no header');
  if (!chunks.some(({ type }) => type === 'IDAT')) throw new Damaged('it has no pixels');
  const view = new DataView(header.buffer, header.byteOffset);
  const exif = content('eXIf');
  const profile = content('iCCP');
  return { width: view.getUint32(0), height: view.getUint32(4), orientation: exif ? orientationOf(exif) : 1, isCmyk: false, isOtherColor: profile !== undefined && isOtherProfile(inflatedProfile(profile)) };
}

/** A name, a zero, a zero for the method, the profile. */
function inflatedProfile(chunk: Uint8Array): Uint8Array {
  try {
    return inflateSync(chunk.subarray(chunk.indexOf(0) + 2));
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    throw new Damaged('its colour profile cannot be read');
  }
}

function jpegFacts(bytes: Uint8Array): PictureFacts {
  const segments = jpegSegments(bytes);
  const frame = segments.find(({ marker }) => marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc)?.content;
  if (!frame || frame.length < 6) throw new Damaged('it has no header');
  const view = new DataView(frame.buffer, frame.byteOffset);
  const exif = segments.find(({ marker, content }) => marker === 0xe1 && startsWith(content, 'Exif\0\0'))?.content;
  const profile = segments.filter(({ marker, content }) => marker === 0xe2 && startsWith(content, 'ICC_PROFILE\0')).map(({ content }) => content.subarray(14));
  return {
    width: view.getUint16(3),
    height: view.getUint16(1),
    orientation: exif ? orientationOf(exif.subarray(6)) : 1,
    isCmyk: frame[5] === 4,
    isOtherColor: profile.length > 0 && isOtherProfile(Buffer.concat(profile)),
  };
}

function gifFacts(bytes: Uint8Array): PictureFacts {
  // Some programs fill the end with zeros.
  if (bytes.length < 14 || bytes[bytes.findLastIndex((byte) => byte !== 0)] !== 0x3b) throw new Damaged('it ends too soon');
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { width: view.getUint16(6, true), height: view.getUint16(8, true), orientation: 1, isCmyk: false, isOtherColor: false };
}

export const startsWith = (bytes: Uint8Array, text: string): boolean => [...text].every((letter, index) => bytes[index] === letter.charCodeAt(0));

/**
 * Whether colours must be converted: those of any profile but sRGB and grey. A profile names itself, in ASCII or, from its fourth
 * version on, in UTF-16. Source: ICC.1, header and `desc`.
 */
function isOtherProfile(profile: Uint8Array): boolean {
  const space = String.fromCharCode(...profile.subarray(16, 20));
  const names = Buffer.from(profile.buffer, profile.byteOffset, profile.length);
  const isSrgb = ['latin1', 'utf16le'].some((encoding) => names.includes(encoding === 'latin1' ? Buffer.from('sRGB') : Buffer.from('\0s\0R\0G\0B', 'latin1')));
  return space !== 'GRAY' && !isSrgb;
}
