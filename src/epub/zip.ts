import { crc32 } from 'node:zlib';
import { deflateSync } from 'fflate';
import { type Kept, KeptStep } from '../world/kept.js';

/** What a file holds, by its path in the container; text is written as UTF-8. */
export type Entries = ReadonlyMap<string, Uint8Array | string>;

/**
 * Packs the container: `mimetype` first and stored, everything else deflated, in the order given.
 *
 * The same entries give the same bytes anywhere: fflate is plain JavaScript, so they do not hang on Node's zlib, and every entry has the
 * noon of 1 January 1980. A container of four gigabytes is beyond the format that is written here.
 * Source: PKWARE's APPNOTE, 4.3 and 4.4.
 *
 * @param kept what stood under the same path before and holds the same is not compressed again
 */
export function zip(entries: Entries, { mediaType = 'application/epub+zip', kept }: { readonly mediaType?: string; readonly kept?: Kept | undefined } = {}): Uint8Array {
  const shelf = keptEntries.turn(kept);
  const packed = [...entries].map(([path, content]): readonly [string, Packed] => {
    const known = shelf.take(path);
    const entry = known && holdsSame(known.content, content) ? known : deflated(content);
    shelf.put(path, entry);
    return [path, entry];
  });
  return contain([['mimetype', stored(mediaType)], ...packed]);
}

/** A file as it lies in the container. */
interface Packed {
  readonly content: Uint8Array | string;
  readonly bytes: Uint8Array;
  /** 0: as it is; 8: deflated. */
  readonly method: 0 | 8;
  /** Of what is packed. */
  readonly crc: number;
  readonly size: number;
}

const keptEntries = new KeptStep<Packed>();

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const bytesOf = (content: Uint8Array | string): Uint8Array => (typeof content === 'string' ? encode(content) : content);

function holdsSame(one: Uint8Array | string, other: Uint8Array | string): boolean {
  return one === other || (typeof one !== 'string' && typeof other !== 'string' && Buffer.compare(one, other) === 0);
}

function stored(content: string): Packed {
  const bytes = encode(content);
  return { content, bytes, method: 0, crc: crc32(bytes), size: bytes.length };
}

function deflated(content: Uint8Array | string): Packed {
  const bytes = bytesOf(content);
  return { content, bytes: deflateSync(bytes, { level: 6 }), method: 8, crc: crc32(bytes), size: bytes.length };
}

/** 2.0: the version that can deflate. */
const version = 20;
/** The name is UTF-8. */
const nameIsUnicode = 0x0800;
/** Hours from bit 11. */
const time = 12 << 11;
/** Years since 1980 from bit 9, months from bit 5, days. */
const date = (0 << 9) | (1 << 5) | 1;
const sizes = { local: 30, central: 46, end: 22 } as const;

/** Each file behind a header of its own, then the directory of them all, then where that begins. */
function contain(files: readonly (readonly [path: string, Packed])[]): Uint8Array {
  const named = files.map(([path, file]) => ({ ...file, name: encode(path) }));
  const directoryAt = named.reduce((sum, { name, bytes }) => sum + sizes.local + name.length + bytes.length, 0);
  const directorySize = named.reduce((sum, { name }) => sum + sizes.central + name.length, 0);
  const container = new Uint8Array(directoryAt + directorySize + sizes.end);
  const view = new DataView(container.buffer);
  let at = 0;
  const number = (bytes: 2 | 4, value: number): void => {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  };
  const put = (bytes: Uint8Array): void => {
    container.set(bytes, at);
    at += bytes.length;
  };
  const facts = ({ name, bytes, method, crc, size }: (typeof named)[number]): void => {
    number(2, version);
    number(2, name.some((byte) => byte > 0x7f) ? nameIsUnicode : 0);
    number(2, method);
    number(2, time);
    number(2, date);
    number(4, crc);
    number(4, bytes.length);
    number(4, size);
    number(2, name.length);
    // No extra field.
    number(2, 0);
  };

  const offsets: number[] = [];
  for (const file of named) {
    offsets.push(at);
    number(4, 0x04034b50);
    facts(file);
    put(file.name);
    put(file.bytes);
  }
  for (const [index, file] of named.entries()) {
    number(4, 0x02014b50);
    number(2, version);
    facts(file);
    // No comment, one disk, no attributes.
    at += 10;
    number(4, offsets[index] ?? 0);
    put(file.name);
  }
  number(4, 0x06054b50);
  // One disk.
  at += 4;
  number(2, named.length);
  number(2, named.length);
  number(4, directorySize);
  number(4, directoryAt);
  return container;
}
