import type { World } from '../world/world.js';

/**
 * Begins to read at once, at each update, what the update before read: one file after the other, each waits for the disk by itself.
 * What is asked for twice in one update is read twice.
 */
export class ReadAhead {
  #paths: ReadonlySet<string> = new Set();

  /** The same world, for one update. */
  turn(world: World): World {
    const begun = new Map([...this.#paths].map((path) => [path, world.disk.read(path)]));
    // A file may be gone, which is for whoever asks for it.
    for (const reading of begun.values()) reading.catch(() => undefined);
    const asked = new Set<string>();
    this.#paths = asked;
    const read: World['disk']['read'] = (path) => {
      const reading = begun.get(path);
      begun.delete(path);
      asked.add(path);
      return reading ?? world.disk.read(path);
    };
    return { ...world, disk: { ...world.disk, read } };
  }
}
