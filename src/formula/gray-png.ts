import { zlibSync } from 'fflate';

export interface GrayImage {
  readonly width: number;
  readonly height: number;
  /** A byte each, row by row: 0 is black. */
  readonly pixels: Uint8Array;
}

/**
 * Writes a picture of black on white as a PNG of sixteen greys.
 *
 * In plain JavaScript, so that its bytes hang on no machine's zlib.
 * Source: PNG 3, chunks IHDR, IDAT, IEND; CRC-32 of ISO 3309.
 */
export function writeGrayPng({ width, height, pixels }: GrayImage): Uint8Array {
  const stride = Math.ceil(width / 2);
  const rows = new Uint8Array((stride + 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const grey = Math.round((pixels[y * width + x] ?? 255) / 17);
      const at = y * (stride + 1) + 1 + (x >> 1);
      rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? grey << 4 : grey);
    }
  }
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([4, 0, 0, 0, 0], 8);
  return concat([Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), chunk('IHDR', header), chunk('IDAT', zlibSync(rows, { level: 9 })), chunk('IEND', new Uint8Array())]);
}

function chunk(name: string, content: Uint8Array): Uint8Array {
  const named = concat([Uint8Array.from(name, (letter) => letter.charCodeAt(0)), content]);
  const made = new Uint8Array(named.length + 8);
  const view = new DataView(made.buffer);
  view.setUint32(0, content.length);
  made.set(named, 4);
  view.setUint32(named.length + 4, crc(named));
  return made;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit += 1) rest = (rest & 1) !== 0 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

function crc(bytes: Uint8Array): number {
  let rest = 0xffffffff;
  for (const byte of bytes) rest = (crcTable[(rest ^ byte) & 0xff] as number) ^ (rest >>> 8);
  return (rest ^ 0xffffffff) >>> 0;
}

function concat(pieces: readonly Uint8Array[]): Uint8Array {
  const made = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    made.set(piece, at);
    at += piece.length;
  }
  return made;
}
