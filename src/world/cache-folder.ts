import { constants } from 'node:fs';
import { access, lstat, mkdir } from 'node:fs/promises';
import { homedir, tmpdir, userInfo } from 'node:os';
import { isAbsolute, join } from 'node:path';
import type { World } from './world.js';

/**
 * The folder for what can be made again: `$XDG_CACHE_HOME/octavo` or `~/.cache/octavo`, else one below the temporary folder.
 * Exists, is writable and belongs to this user: a program that runs is kept in it.
 */
export async function cacheFolder(env: World['env']): Promise<string> {
  const given = env('XDG_CACHE_HOME');
  const base = given !== undefined && isAbsolute(given) ? given : join(env('HOME') || homedir(), '.cache');
  const usual = join(base, 'octavo');
  const writable = await mkdir(usual, { recursive: true })
    .then(() => access(usual, constants.W_OK))
    .then(
      () => true,
      () => false,
    );
  if (writable) return usual;

  const { uid } = userInfo();
  const shared = join(tmpdir(), `octavo-${uid}`);
  await mkdir(shared, { recursive: true, mode: 0o700 });
  const found = await lstat(shared);
  const ours = found.isDirectory() && (uid < 0 || (found.uid === uid && (found.mode & 0o022) === 0));
  if (!ours) throw new Error(`${shared} belongs to somebody else; set XDG_CACHE_HOME to a folder of your own`);
  return shared;
}
