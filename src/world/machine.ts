import { randomBytes } from 'node:crypto';
import { mkdir, readFile, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { cacheFolder } from './cache-folder.js';
import { diskStore } from './disk-store.js';
import { lastCommit } from './git.js';
import { type Disk, Unreadable, type World } from './world.js';

/**
 * The machine Octavo runs on. Paths may be absolute or relative to the current folder. What is worth keeping is kept in the user's
 * cache folder, unless `OCTAVO_NO_CACHE` is set.
 */
export function machineWorld(variables: Readonly<NodeJS.ProcessEnv> = process.env): World {
  const env: World['env'] = (name) => variables[name];
  const timeOfDay: World['timeOfDay'] = () => new Date().toTimeString().slice(0, 8);
  const token: World['token'] = () => randomBytes(18).toString('base64url');
  return { disk, clock: () => performance.now(), timeOfDay, token, env, lastChange: lastCommit, ...(!env('OCTAVO_NO_CACHE') && { store: diskStore(async () => join(await cacheFolder(env), 'results')) }) };
}

const disk: Disk = {
  read: async (path) => new Uint8Array(await readFile(path).catch(refuse(path))),
  exists: (path) => stat(path).then(
    () => true,
    () => false,
  ),
  real: (path) => realpath(path).catch(refuse(path)),
  write: (path, bytes) => writeWhole(path, bytes).catch(refuse(path)),
  list: async (path) => (await readdir(path).catch(refuse(path))).sort(),
};

let writes = 0;

/** The temporary name stands in the same folder because a rename is atomic only within one file system. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path);
  const temporary = join(folder, `.${basename(path)}.${process.pid}-${(writes += 1)}`);
  await mkdir(folder, { recursive: true });
  try {
    await writeFile(temporary, bytes);
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

const reasons: Readonly<Record<string, readonly [Unreadable['reason'], string]>> = {
  ENOENT: ['missing', 'no such file or folder'],
  ENOTDIR: ['missing', 'a part of the path is not a folder'],
  EISDIR: ['folder', 'it is a folder'],
  EACCES: ['forbidden', 'permission denied'],
  EPERM: ['forbidden', 'operation not permitted'],
  EROFS: ['forbidden', 'the disk is read-only'],
  ENOSPC: ['other', 'the disk is full'],
};

function refuse(path: string): (error: NodeJS.ErrnoException) => never {
  return (error) => {
    const [reason, detail] = reasons[error.code ?? ''] ?? ['other', error.message];
    throw new Unreadable(path, reason, detail);
  };
}
