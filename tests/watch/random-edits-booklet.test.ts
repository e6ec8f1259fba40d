import { cp, mkdir, mkdtemp, readFile, readdir, rm, unlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished, test } from 'vitest';
import { machineWorld } from '../../dist/index.js';
import { rememberingDisk } from '../remembering-disk.js';
import { Manuscript } from './manuscript.js';
import { type Book, playEdits } from './play-edits.js';

test('the study booklet, edited 15 times, is what it would be if it were opened anew', { timeout: 600_000 }, () => playEdits('booklet', { seed: 2, edits: 15, anewEvery: 15, buildEvery: 15, open: pactOnDisk }));

async function pactOnDisk(): Promise<Book> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-edits-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(fileURLToPath(new URL('../../manuscript/italo-soviet-pact', import.meta.url)), folder, { recursive: true });
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const onDisk = new Map<string, string>();
  for (const path of paths) onDisk.set(path, await readFile(join(folder, path), 'utf8'));
  const { store: _, ...world } = machineWorld();
  return {
    manuscript: new Manuscript(new Map(onDisk)),
    folder,
    world: { ...world, disk: { ...world.disk, read: (path) => (path.startsWith(folder) ? world.disk.read(path) : rememberingDisk.read(path)) } },
    lay: async (files) => {
      for (const path of onDisk.keys()) if (!files.has(path)) await unlink(join(folder, path)).then(() => onDisk.delete(path));
      for (const [path, content] of files) {
        if (onDisk.get(path) === content) continue;
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), content);
        onDisk.set(path, String(content));
      }
    },
  };
}
