/**
 * What the program is, as a hash: its own files in some folders, the packages they call, and the Node that runs them (whose tables
 * decide how words are sorted and capitals are made).
 *
 * They are read as they are, not by version or date, so that a change of the program never needs to be announced to what it keeps.
 */
import { createHash, type Hash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = join(dirname(fileURLToPath(import.meta.url)), '..');
const known = new Map<string, string | undefined>();

/**
 * @param folders of the program, beside this file's own
 * @returns undefined where it cannot be told which packages there are: only npm writes down what it installed
 */
export function programHash(folders: readonly string[]): string | undefined {
  const asked = folders.join('/');
  if (!known.has(asked)) known.set(asked, hashOf(folders));
  return known.get(asked);
}

function hashOf(folders: readonly string[]): string | undefined {
  const installed = findInstalled(program);
  if (installed === undefined) return undefined;
  const hash = createHash('sha256').update(JSON.stringify([process.versions.node, process.versions['icu'], process.versions['unicode']]));
  add(hash, 'installed', readFileSync(installed));
  for (const folder of folders) {
    const names = readdirSync(join(program, folder), { recursive: true, encoding: 'utf8' }).filter((name) => isCode.test(name));
    for (const name of names.sort()) add(hash, `${folder}/${name}`, readFileSync(join(program, folder, name)));
  }
  return hash.digest('hex');
}

/** Compiled, or as it is written: tests run it so. */
const isCode = /(?<!\.d)\.[jt]s$/;

function add(hash: Hash, name: string, bytes: Uint8Array): void {
  hash.update(`${name}\0${bytes.length}\0`).update(bytes);
}

/** npm's own record: every package below a `node_modules`, with its version and the digest of what was unpacked. */
function findInstalled(from: string): string | undefined {
  const record = join(from, 'node_modules', '.package-lock.json');
  if (existsSync(record)) return record;
  const parent = dirname(from);
  return parent === from ? undefined : findInstalled(parent);
}
