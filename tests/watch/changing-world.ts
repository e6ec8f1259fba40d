import { type Disk, memoryWorld, type World } from '../../dist/index.js';
import { rememberingDisk } from '../remembering-disk.js';
import type { Snapshot } from './manuscript.js';

export interface ChangingWorld {
  /** Without a store. */
  readonly world: World;
  /** From now on the book folder, `book`, holds these files alone. */
  readonly lay: (files: Snapshot) => void;
}

/** A world in memory whose book folder is another from one moment to the next. */
export function changingWorld(): ChangingWorld {
  let held = memoryWorld({}, {}, rememberingDisk);
  const { store: _, ...world } = memoryWorld({}, process.env as Record<string, string>, rememberingDisk);
  const disk: Disk = {
    read: (path) => held.disk.read(path),
    exists: (path) => held.disk.exists(path),
    real: (path) => held.disk.real(path),
    write: (path, bytes) => held.disk.write(path, bytes),
    list: (path) => held.disk.list(path),
  };
  return { world: { ...world, disk }, lay: (files) => void (held = memoryWorld(Object.fromEntries([...files].map(([path, content]) => [`book/${path}`, content])), {}, rememberingDisk)) };
}
