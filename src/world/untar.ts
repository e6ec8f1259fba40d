/** One regular file of a tar archive. */
export interface TarFile {
  readonly path: string;
  /** Permission bits. */
  readonly mode: number;
  readonly bytes: Uint8Array;
}

const block = 512;

/**
 * Reads the regular files of a POSIX ustar archive; folders are passed over, since the files name them.
 * Throws on a damaged header, on any other kind of entry, and on a path that leads out of the folder it is unpacked to.
 * Source: POSIX.1-2017, pax, "ustar Interchange Format".
 */
export function untar(archive: Uint8Array): TarFile[] {
  const files: TarFile[] = [];
  for (let at = 0; at + block <= archive.length; ) {
    const header = archive.subarray(at, at + block);
    if (header.every((byte) => byte === 0)) return files;
    if (octal(header, 148, 8) !== checksum(header)) throw new Error(`the archive is damaged at byte ${at}`);

    const prefix = text(header, 345, 155);
    const path = prefix === '' ? text(header, 0, 100) : `${prefix}/${text(header, 0, 100)}`;
    const size = octal(header, 124, 12);
    const kind = text(header, 156, 1);
    const bytes = archive.subarray(at + block, at + block + size);
    if (bytes.length < size) throw new Error(`the archive ends within ${path}`);
    at += block + Math.ceil(size / block) * block;

    if (kind === '5') continue;
    if (kind !== '0' && kind !== '') throw new Error(`the archive holds ${path} of kind ${kind}, which is not a file`);
    if (path.startsWith('/') || path.split('/').includes('..')) throw new Error(`the archive leads out of its folder by ${path}`);
    files.push({ path, mode: octal(header, 100, 8) & 0o777, bytes });
  }
  throw new Error('the archive has no end');
}

function text(header: Uint8Array, from: number, length: number): string {
  const field = header.subarray(from, from + length);
  const end = field.indexOf(0);
  return new TextDecoder().decode(end < 0 ? field : field.subarray(0, end));
}

function octal(header: Uint8Array, from: number, length: number): number {
  const digits = text(header, from, length).trim();
  if (!/^[0-7]+$/.test(digits)) throw new Error(`the archive has a header with ${JSON.stringify(digits)} for a number`);
  return Number.parseInt(digits, 8);
}

/** The sum of the header's bytes, its own field counted as spaces. */
function checksum(header: Uint8Array): number {
  return header.reduce((sum, byte, at) => sum + (at >= 148 && at < 156 ? 0x20 : byte), 0);
}
