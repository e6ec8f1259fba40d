/** Builds the Pact booklet once, as a reader of the README would, for all end-to-end tests; they get the folder it stands in. */
import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Holds the outputs, `report.json` and `trace/`. */
    pact: string;
  }
}

export default async function buildPact(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-pact-'));
  const root = project.config.root;
  const { status, stderr } = spawnSync(
    process.execPath,
    [join(root, 'dist/cli/main.js'), 'build', join(root, 'manuscript/italo-soviet-pact'), '--target', 'pdf,booklet,epub,preview', '--out', folder, '--report', join(folder, 'report.json'), '--trace'],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(`the Pact booklet does not build (exit code ${status}; is dist/ there? node scripts/ready.mjs)\n${stderr}`);
  project.provide('pact', folder);
  return () => rm(folder, { recursive: true, force: true });
}
