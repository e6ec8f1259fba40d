/**
 * The only door to disk, clock, environment, chance, version control and browser. Everything else is a pure function of what comes through here,
 * which is why the same manuscript gives the same bytes anywhere.
 * Not here: the real machine (world/machine.ts), the one for tests (world/memory.ts), the browser (world/browser.ts),
 * what is kept from one run to the next and when it is asked for (world/remember.ts).
 */
export interface World {
  readonly disk: Disk;
  /** Milliseconds since some fixed moment: for timings in reports, never for outputs. */
  readonly clock: () => number;
  /** What earlier runs found out; absent where every run is to begin anew. */
  readonly store?: Store;
  /** As a clock on the wall shows it, `14:03:22`: for what the terminal says, never for outputs. */
  readonly timeOfDay: () => string;
  /** A word of letters, digits, `-` and `_` that nobody can guess, another each time: for addresses on this machine, never for outputs. */
  readonly token: () => string;
  /** An environment variable; only the command line, the terminal's colours, the search for a browser or an editor and the date of an EPUB ask. */
  readonly env: (name: string) => string | undefined;
  /** When what stands in a folder was last changed, in seconds since 1970, as its version control has it; undefined where none has it. */
  readonly lastChange: (folder: string) => Promise<number | undefined>;
}

export interface Disk {
  /** The file's bytes, or why there are none. Paths are absolute or relative to the current folder. */
  read(path: string): Promise<Uint8Array>;
  exists(path: string): Promise<boolean>;
  /** Where a path leads once every symbolic link on it is followed. */
  real(path: string): Promise<string>;
  /** Writes to a temporary name beside `path` and renames: a reader sees the old file or the new one, whole. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /** Names in a folder, sorted by code unit: the machine's own order never shows. */
  list(path: string): Promise<string[]>;
}

/**
 * Keeps what can be made again. It may lose anything at any moment and refuse to take more, so nothing here fails: what is not
 * there is made once more. What it gives back is what it was given, to the byte.
 */
export interface Store {
  get(key: string): Promise<Uint8Array | undefined>;
  put(key: string, bytes: Uint8Array): Promise<void>;
  usage(): Promise<StoreUsage>;
  clear(): Promise<void>;
}

export interface StoreUsage {
  /** A folder, or a word for where there is none. */
  readonly place: string;
  readonly results: number;
  readonly bytes: number;
}

/** The same world, which remembers nothing of earlier runs. */
export const withoutStore = ({ store: _forgotten, ...world }: World): World => world;

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
