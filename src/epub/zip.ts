import { zipSync, type Zippable } from 'fflate';

/** What a file holds, by its path in the container. */
export type Entries = ReadonlyMap<string, Uint8Array>;

/**
 * Packs the container: `mimetype` first and stored, everything else in the order given.
 *
 * The same entries give the same bytes anywhere: fflate is plain JavaScript, so they do not hang on Node's zlib; it writes local
 * time, so every entry has the noon of 1 January 1980 of whatever zone the machine is in.
 */
export function zip(entries: Entries, mediaType = 'application/epub+zip'): Uint8Array {
  const files: Zippable = { mimetype: [new TextEncoder().encode(mediaType), { level: 0 }] };
  for (const [path, bytes] of entries) files[path] = bytes;
  return zipSync(files, { level: 6, mtime: new Date(1980, 0, 1, 12) });
}
