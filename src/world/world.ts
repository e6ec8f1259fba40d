/**
 * The only door to disk, clock, environment and browser. Everything else is a pure function of what comes through here,
 * which is why the same manuscript gives the same bytes anywhere.
 * Not here: the real machine (world/machine.ts), the one for tests (world/memory.ts), the browser (world/browser.ts).
 */
export interface World {
  readonly disk: Disk;
  /** Milliseconds since some fixed moment: for timings in reports, never for outputs. */
  readonly clock: () => number;
  /** An environment variable; only the command line, the terminal's colours and the search for a browser ask. */
  readonly env: (name: string) => string | undefined;
}

export interface Disk {
  /** The file's bytes, or why there are none. Paths are absolute or relative to the current folder. */
  read(path: string): Promise<Uint8Array>;
  exists(path: string): Promise<boolean>;
  /** Writes to a temporary name beside `path` and renames: a reader sees the old file or the new one, whole. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Names in a folder, sorted by code unit: the machine's own order never shows. */
  list(path: string): Promise<string[]>;
}

/** Why a file could not be read, in the words of a message. */
export class Unreadable extends Error {
  constructor(
    readonly path: string,
    readonly reason: 'missing' | 'folder' | 'forbidden' | 'other',
    detail: string,
  ) {
    super(detail);
    this.name = 'Unreadable';
  }
}
