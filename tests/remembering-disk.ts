import { machineWorld } from '../src/world/machine.js';
import type { Disk } from '../src/world/world.js';

const { disk } = machineWorld();
const known = new Map<string, Promise<Uint8Array>>();

/** The machine's disk for what is the program's own, fonts above all: each file is read once by all tests of a process. */
export const rememberingDisk: Disk = {
  ...disk,
  read: (path) => {
    const bytes = known.get(path) ?? disk.read(path);
    known.set(path, bytes);
    return bytes;
  },
};
