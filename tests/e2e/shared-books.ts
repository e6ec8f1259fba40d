/** Books that several files of tests look at. Each is built by the first that asks, whatever process it runs in; the others wait for it. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
// The pages are made by scripts for the browser, which only a compiled Octavo has.
import { buildBook, machineWorld, type BuildOptions, type BuildResult } from '../../dist/index.js';
import { pactFolder, root } from './manuscript.js';
import { startOctavo } from './run.js';

export type BuiltBook = Pick<BuildResult, 'findings' | 'silenced' | 'outputs'>;

/** The folder of the Pact booklet's outputs, `report.json` and `trace/`: built as a reader of the README would. */
export const pact = (): Promise<string> =>
  once('pact', async (folder) => {
    const { code, stderr } = await startOctavo(['build', pactFolder, '--target', 'pdf,booklet,epub,preview', '--out', folder, '--report', join(folder, 'report.json'), '--trace']);
    if (code !== 0) throw new Error(`the Pact booklet does not build (exit code ${code}; is dist/ there? node scripts/ready.mjs)\n${stderr}`);
  });

/** In all bodies, its EPUB checked. */
export const handbook = (): Promise<BuiltBook> => built('handbook', () => buildBook(asked({ folder: join(root, 'manuscript/handbook'), targets: ['pdf', 'booklet', 'epub'] })));

/** `tests/reader/book` as an EPUB for a kind of device, checked. */
export const oneOfEverything = (profile: 'standard' | 'kindle' | 'kobo'): Promise<BuiltBook> =>
  built(profile, async (own) => {
    const folder = join(own, 'book');
    await cp(join(root, 'tests/reader/book'), folder, { recursive: true });
    await writeFile(join(folder, 'book.yaml'), `${await readFile(join(folder, 'book.yaml'), 'utf8')}epub: {profile: ${profile}}\n`);
    return buildBook(asked({ folder, targets: ['epub'] }));
  });

const asked = (options: Pick<BuildOptions, 'folder' | 'targets'>): BuildOptions => ({ ...options, world: machineWorld(), checkEpub: true });

async function built(name: string, build: (own: string) => Promise<BuildResult>): Promise<BuiltBook> {
  const folder = await once(name, async (own) => {
    const { findings, silenced, outputs } = await build(own);
    for (const output of outputs) await writeFile(join(own, output.name), output.bytes);
    await writeFile(join(own, 'built.json'), JSON.stringify({ findings, silenced, outputs: outputs.map(({ target, name }) => ({ target, name })) }));
  });
  const record = JSON.parse(await readFile(join(folder, 'built.json'), 'utf8')) as BuiltBook;
  return { ...record, outputs: await Promise.all(record.outputs.map(async (output) => ({ ...output, bytes: new Uint8Array(await readFile(join(folder, output.name))) }))) };
}

/** Milliseconds: nothing takes so long unless whoever builds it has died. */
const limit = 120_000;

/** @returns the folder in which `make` left what it made, or throws what it threw */
async function once(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const folder = join(inject('sharedBooks'), name);
  const [whole, failed] = [`${folder}.whole`, `${folder}.failed`];
  const isFirst = await mkdir(folder).then(
    () => true,
    (fault: NodeJS.ErrnoException) => {
      if (fault.code === 'EEXIST') return false;
      throw fault;
    },
  );
  if (isFirst) {
    await make(folder).then(
      () => writeFile(whole, ''),
      (fault: Error) => writeFile(failed, String(fault.stack)),
    );
  }
  for (let waited = 0; !existsSync(whole); waited += 50) {
    if (existsSync(failed)) throw new Error(await readFile(failed, 'utf8'));
    if (waited > limit) throw new Error(`nobody has made ${name} in ${limit / 1000} s`);
    await pause(50);
  }
  return folder;
}
