import { posix } from 'node:path';
import { Unreadable, type World } from './world.js';

export interface MemoryWorld extends World {
  /** What `disk.write` was given, by path in the order of writing; the files given at the start are not in it. */
  readonly written: ReadonlyMap<string, Uint8Array>;
}

/**
 * A world without a machine: a disk of the given files, a clock that advances 1 ms whenever it is asked, and only the given
 * environment. Folders exist as long as a file stands in them.
 */
export function memoryWorld(
  files: Readonly<Record<string, string | Uint8Array>>,
  environment: Readonly<Record<string, string>> = {},
): MemoryWorld {
  const held = new Map<string, Uint8Array>();
  for (const [path, content] of Object.entries(files)) {
    held.set(tidy(path), typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
  const written = new Map<string, Uint8Array>();
  let now = 0;

  const namesIn = (folder: string): string[] => {
    const prefix = folder === '.' ? '' : folder.endsWith('/') ? folder : `${folder}/`;
    const inside = [...held.keys()].filter((path) => path.startsWith(prefix));
    return [...new Set(inside.map((path) => path.slice(prefix.length).split('/', 1)[0] ?? ''))].sort();
  };

  return {
    written,
    clock: () => (now += 1),
    env: (name) => environment[name],
    disk: {
      read: async (path) => {
        const bytes = held.get(tidy(path));
        if (bytes) return bytes.slice();
        if (namesIn(tidy(path)).length > 0) throw new Unreadable(path, 'folder', 'it is a folder');
        throw new Unreadable(path, 'missing', 'no such file or folder');
      },
      exists: async (path) => held.has(tidy(path)) || namesIn(tidy(path)).length > 0,
      write: async (path, bytes) => {
        if (namesIn(tidy(path)).length > 0) throw new Unreadable(path, 'folder', 'it is a folder');
        held.set(tidy(path), bytes.slice());
        written.set(tidy(path), bytes.slice());
      },
      list: async (path) => {
        const names = namesIn(tidy(path));
        if (names.length === 0) throw new Unreadable(path, 'missing', 'no such file or folder');
        return names;
      },
    },
  };
}

const tidy = (path: string): string => posix.normalize(path.replaceAll('\\', '/')).replace(/(?<=.)\/$/, '');
