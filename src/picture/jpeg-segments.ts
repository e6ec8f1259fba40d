import { Damaged } from './damaged.js';

export interface JpegSegment {
  /** 0xE1 for APP1 and so on. */
  readonly marker: number;
  /** What follows the marker and the length. */
  readonly content: Uint8Array;
  /** With its marker; of a scan, with the pixels behind it. */
  readonly whole: Uint8Array;
}

const startOfScan = 0xda;
const endOfImage = 0xd9;

/**
 * The parts of a JPEG between its first two bytes and its end; what stands behind the end (another size, depth, a film) is no part of it.
 * Throws `Damaged` when it breaks off. Source: ITU-T T.81, annex B.
 */
export function jpegSegments(bytes: Uint8Array): JpegSegment[] {
  const segments: JpegSegment[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= bytes.length || bytes[at + 1] === endOfImage) {
    if (bytes[at] !== 0xff) throw new Damaged('its parts do not follow each other');
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at++;
      continue;
    }
    if (marker === endOfImage) {
      if (segments.some((segment) => segment.marker === startOfScan)) return segments;
      throw new Damaged('it has no pixels');
    }
    const length = view.getUint16(at + 2);
    const contentEnd = at + 2 + length;
    if (length < 2 || contentEnd > bytes.length) break;
    const end = marker === startOfScan ? endOfScan(bytes, contentEnd) : contentEnd;
    segments.push({ marker, content: bytes.subarray(at + 4, contentEnd), whole: bytes.subarray(at, end) });
    at = end;
  }
  throw new Damaged('it ends too soon');
}

/** Within pixels, 0xFF is followed by 0 or by the number of a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next !== undefined && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}
