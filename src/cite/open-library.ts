/**
 * The sources of a book, as read from its files now or, when these are the same, by an earlier run: with the same findings.
 * Not here: reading them (cite/library.ts).
 */
import type { Report } from '../diagnostics/diagnostic.js';
import type { Context } from '../model/context.js';
import { again, KeptStep, type Made } from '../world/kept.js';
import { remember } from '../world/remember.js';
import type { Library, SourceFile } from './library.js';
import { citeStep } from './step.js';

interface Opened {
  readonly library: Library;
  readonly findings: readonly Parameters<Report>[];
}

const kept = new KeptStep<Made<Promise<Opened>>>();

/** @param files each with one of the `sourceEndings` */
export async function openLibrary(files: readonly SourceFile[], context: Pick<Context, 'world' | 'report' | 'kept'>): Promise<Library> {
  if (files.length === 0) return { entries: new Map() };
  const { library, findings } = await again(kept.turn(context.kept), 'library', files.flatMap(({ file, text }) => [file, text]), () => open(files, context));
  for (const finding of findings) context.report(...finding);
  return library;
}

async function open(files: readonly SourceFile[], { world }: Pick<Context, 'world'>): Promise<Opened> {
  const { entries, findings } = await remember(world, citeStep('library'), files, async () => {
    const { readLibrary } = await import('./library.js');
    const found: Parameters<Report>[] = [];
    const library = readLibrary(files, (...finding) => void found.push(finding));
    return { entries: [...library.entries], findings: found };
  });
  return { library: { entries: new Map(entries) }, findings };
}
