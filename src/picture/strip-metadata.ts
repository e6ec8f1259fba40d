/**
 * A PNG or JPEG without what it says beside its pixels: where and when it was taken, with which camera, thumbnails of what was cut
 * away. No pixel changes; a picture that says nothing comes back byte for byte, and one of another kind as well.
 *
 * Kept: what decides how pixels look (profile, gamma, resolution, which way up). Throws `Damaged` for a picture that is not whole.
 */
import { exifOf } from './exif.js';
import { jpegSegments, type JpegSegment } from './jpeg-segments.js';
import { pictureFacts, startsWith } from './picture-facts.js';
import { pngChunk, pngChunks, pngSignature } from './png-chunks.js';

export function stripMetadata(bytes: Uint8Array, mediaType: string): Uint8Array {
  const orientation = pictureFacts(bytes, mediaType)?.orientation ?? 1;
  if (mediaType !== 'image/png' && mediaType !== 'image/jpeg') return bytes;
  return mediaType === 'image/png' ? stripPng(bytes, orientation) : stripJpeg(bytes, orientation);
}

const shownChunks = new Set('IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(' '));

function stripPng(bytes: Uint8Array, orientation: number): Uint8Array {
  const chunks = pngChunks(bytes);
  if (chunks.every(({ type }) => shownChunks.has(type))) return bytes;
  const turned = orientation === 1 ? [] : [pngChunk('eXIf', exifOf(orientation))];
  const [header, ...rest] = chunks.filter(({ type }) => shownChunks.has(type)).map(({ whole }) => whole);
  return asPlain([pngSignature, ...(header ? [header] : []), ...turned, ...rest]);
}

function stripJpeg(bytes: Uint8Array, orientation: number): Uint8Array {
  const segments = jpegSegments(bytes);
  const kept = segments.filter(isShown);
  const length = 4 + kept.reduce((sum, { whole }) => sum + whole.length, 0);
  if (kept.length === segments.length && length === bytes.length) return bytes;
  const exif = exifOf(orientation);
  const turned = orientation === 1 ? [] : [Uint8Array.of(0xff, 0xe1, 0, exif.length + 8), new TextEncoder().encode('Exif\0\0'), exif];
  return asPlain([Uint8Array.of(0xff, 0xd8), ...turned, ...kept.map(({ whole }) => whole), Uint8Array.of(0xff, 0xd9)]);
}

/** Of applications' own segments: JFIF, the colour profile, and Adobe's word on how colours are coded. */
function isShown({ marker, content }: JpegSegment): boolean {
  if (marker === 0xfe) return false;
  if (marker < 0xe0 || marker > 0xef) return true;
  return (marker === 0xe0 && startsWith(content, 'JFIF\0')) || (marker === 0xe2 && startsWith(content, 'ICC_PROFILE\0')) || (marker === 0xee && startsWith(content, 'Adobe'));
}

const asPlain = (pieces: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(pieces));
