import { posix } from 'node:path';
import { type Disk, type Store, Unreadable, type World } from './world.js';

export interface MemoryWorld extends World {
  /** What `disk.write` was given, by path in the order of writing; the files given at the start are not in it. */
  readonly written: ReadonlyMap<string, Uint8Array>;
}

/**
 * A world without a machine: a disk of the given files, a clock that advances 1 ms whenever it is asked, a wall clock that stands
 * still, tokens that are counted, only the given environment, and no version control. Folders exist as long as a file stands in them. What it keeps is kept as long as it is there itself.
 *
 * @param beneath a disk that is read for absolute paths that are not among the files: Octavo's own fonts and style sheets
 */
export function memoryWorld(
  files: Readonly<Record<string, string | Uint8Array>>,
  environment: Readonly<Record<string, string>> = {},
  beneath?: Disk,
): MemoryWorld {
  const held = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(files)) {
    held.set(tidy(path), typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
  const written = new Map<string, Uint8Array>();
  let now = 0;
  let tokens = 0;

  const namesIn = (folder: string): string[] => {
    const prefix = folder === '.' ? '' : folder.endsWith('/') ? folder : `${folder}/`;
    const inside = [...held.keys()].filter((path) => path.startsWith(prefix));
    return [...new Set(inside.map((path) => path.slice(prefix.length).split('/', 1)[0] ?? ''))].sort();
  };

  const below = (path: string): Disk | undefined => (posix.isAbsolute(tidy(path)) ? beneath : undefined);

  return {
    written,
    clock: () => (now += 1),
    timeOfDay: () => '12:00:00',
    token: () => `token-${(tokens += 1)}`,
    env: (name) => environment[name],
    lastChange: async () => undefined,
    store: memoryStore(),
    disk: {
      read: async (path) => {
        const bytes = held.get(tidy(path));
        if (bytes) return bytes.slice();
        if (namesIn(tidy(path)).length > 0) throw new Unreadable(path, 'folder', 'it is a folder');
        const other = below(path);
        if (other) return other.read(path);
        throw new Unreadable(path, 'missing', 'no such file or folder');
      },
      exists: async (path) => held.has(tidy(path)) || namesIn(tidy(path)).length > 0 || ((await below(path)?.exists(path)) ?? false),
      real: async (path) => tidy(path),
      write: async (path, bytes) => {
        if (namesIn(tidy(path)).length > 0) throw new Unreadable(path, 'folder', 'it is a folder');
        held.set(tidy(path), bytes.slice());
        written.set(tidy(path), bytes.slice());
      },
      list: async (path) => {
        const names = namesIn(tidy(path));
        if (names.length > 0) return names;
        const other = below(path);
        if (other) return other.list(path);
        throw new Unreadable(path, 'missing', 'no such file or folder');
      },
    },
  };
}

export function memoryStore(): Store {
  const held = new Map<string, Uint8Array>();
  return {
    get: async (key) => held.get(key)?.slice(),
    put: async (key, bytes) => void held.set(key, bytes.slice()),
    usage: async () => ({ place: 'memory', results: held.size, bytes: [...held.values()].reduce((sum, { length }) => sum + length, 0) }),
    clear: async () => held.clear(),
  };
}

const tidy = (path: string): string => posix.normalize(path.replaceAll('\\', '/')).replace(/(?<=.)\/$/, '');
