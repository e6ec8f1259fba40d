/**
 * The sources of a book, as read from its files now or, when these are the same, by an earlier run: with the same findings.
 * Not here: reading them (cite/library.ts).
 */
import type { Report } from '../diagnostics/diagnostic.js';
import type { Context } from '../model/context.js';
import { remember } from '../world/remember.js';
import type { Library, SourceFile } from './library.js';
import { citeStep } from './step.js';

/** @param files each with one of the `sourceEndings` */
export async function openLibrary(files: readonly SourceFile[], { world, report }: Pick<Context, 'world' | 'report'>): Promise<Library> {
  if (files.length === 0) return { entries: new Map() };
  const { entries, findings } = await remember(world, citeStep('library'), files, async () => {
    const { readLibrary } = await import('./library.js');
    const found: Parameters<Report>[] = [];
    const library = readLibrary(files, (...finding) => void found.push(finding));
    return { entries: [...library.entries], findings: found };
  });
  for (const finding of findings) report(...finding);
  return { entries: new Map(entries) };
}
