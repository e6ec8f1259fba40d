/**
 * A store in a folder: a file for each key.
 *
 * Each file begins with a digest of its key and of what follows, so whatever is broken, cut short or under another's name is as
 * good as absent. A file appears under its name only when it is whole: a kill at any moment, or another build at the same time,
 * leaves nothing that is half written under a name that is read. When the folder holds too much, what was not used for longest goes.
 * Never throws: a folder that cannot be read or written keeps nothing.
 */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Store, StoreUsage } from './world.js';

const usualLimit = 256_000_000;
const temporaryName = '.writing-';
const hour = 3_600_000;
const digestLength = 32;

/**
 * @param findFolder asked once, when the store is first used; may throw
 * @param limit bytes that may stand in the folder
 */
export function diskStore(findFolder: () => Promise<string>, limit = usualLimit): Store {
  let finding: Promise<string | undefined> | undefined;
  const folder = (): Promise<string | undefined> => (finding ??= findFolder().catch(() => undefined));

  return {
    get: async (key) => {
      const place = await folder();
      const path = place && join(place, key);
      const bytes = path && (await readFile(path).catch(() => undefined));
      if (!path || !bytes) return undefined;
      const content = bytes.subarray(digestLength);
      if (!digestOf(key, content).equals(bytes.subarray(0, digestLength))) return undefined;
      // Only the order in which files go hangs on this.
      const now = new Date();
      await utimes(path, now, now).catch(() => undefined);
      return content;
    },
    put: async (key, content) => {
      const place = await folder();
      // Whatever is larger than the limit would only take everything else away.
      if (place === undefined || content.length + digestLength > limit) return;
      const temporary = join(place, `${temporaryName}${randomUUID()}`);
      try {
        await mkdir(place, { recursive: true });
        await writeFile(temporary, Buffer.concat([digestOf(key, content), content]));
        await rename(temporary, join(place, key));
        await makeRoom(place, limit);
      } catch {
        // A disk that is full or read-only: what is not kept will be made again.
        await rm(temporary, { force: true }).catch(() => undefined);
      }
    },
    usage: async () => {
      const place = await folder();
      const files = place === undefined ? [] : await filesIn(place);
      return { place: place ?? 'nowhere', results: files.filter((file) => !isTemporary(file)).length, bytes: sizeOf(files) } satisfies StoreUsage;
    },
    clear: async () => {
      const place = await folder();
      if (place !== undefined) await rm(place, { recursive: true, force: true }).catch(() => undefined);
    },
  };
}

/** Of the key too: a file that stands under another's name is none. */
const digestOf = (key: string, content: Uint8Array): Buffer => createHash('sha256').update(`${key}\n`).update(content).digest();

interface Found {
  readonly path: string;
  readonly name: string;
  readonly bytes: number;
  /** Milliseconds. */
  readonly lastUse: number;
}

async function filesIn(folder: string): Promise<Found[]> {
  const names = await readdir(folder).catch(() => []);
  const found = await Promise.all(
    names.map(async (name): Promise<Found[]> => {
      const path = join(folder, name);
      // Another build may take it away in this very moment.
      const stats = await stat(path).catch(() => undefined);
      return stats?.isFile() ? [{ path, name, bytes: stats.size, lastUse: stats.mtimeMs }] : [];
    }),
  );
  return found.flat();
}

const isTemporary = ({ name }: Found): boolean => name.startsWith(temporaryName);

const sizeOf = (files: readonly Found[]): number => files.reduce((sum, { bytes }) => sum + bytes, 0);

async function makeRoom(folder: string, limit: number): Promise<void> {
  const files = await filesIn(folder);
  const leaving = files.filter((file) => isTemporary(file) && Date.now() - file.lastUse > hour);
  let size = sizeOf(files);
  for (const file of files.filter((file) => !isTemporary(file)).sort((a, b) => a.lastUse - b.lastUse)) {
    if (size <= limit) break;
    size -= file.bytes;
    leaving.push(file);
  }
  await Promise.all(leaving.map(({ path }) => rm(path, { force: true })));
}
