/** A folder for the books that several files of tests look at (shared-books.ts). It goes when all are done. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  export interface ProvidedContext {
    sharedBooks: string;
  }
}

export default async function makeSharedFolder(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-books-'));
  project.provide('sharedBooks', folder);
  return () => rm(folder, { recursive: true, force: true });
}
