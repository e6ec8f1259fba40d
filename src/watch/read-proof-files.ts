import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Served } from '../world/browser.js';
import type { Disk } from '../world/world.js';

const scripts = fileURLToPath(new URL('../proof/', import.meta.url));
const sheet = fileURLToPath(new URL('../../styles/proof.css', import.meta.url));

/** The proof's own program and style, by address: the compiled src/proof, and its sheet. */
export async function readProofFiles(disk: Disk): Promise<ReadonlyMap<string, Served>> {
  const files = new Map<string, Served>([['proof.css', { body: await disk.read(sheet), contentType: 'text/css; charset=utf-8' }]]);
  for (const name of await disk.list(scripts)) {
    if (name.endsWith('.js')) files.set(name, { body: await disk.read(join(scripts, name)), contentType: 'text/javascript; charset=utf-8' });
  }
  return files;
}
