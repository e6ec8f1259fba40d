import { join } from 'node:path';
import { Unreadable, type World } from '../world/world.js';
import type { Diagnostic } from './diagnostic.js';

/** The files that findings point into, for showing their lines. */
export async function readSources(findings: readonly Diagnostic[], folder: string, world: World): Promise<(file: string) => string | undefined> {
  const texts = new Map<string, string>();
  const files = new Set(findings.flatMap((finding) => [finding.place.file, ...finding.hints.flatMap((hint) => hint.place?.file ?? [])]));
  for (const file of files) {
    try {
      texts.set(file, new TextDecoder().decode(await world.disk.read(join(folder, file))));
    } catch (fault) {
      // A finding about a file that is not there has no line to show.
      if (!(fault instanceof Unreadable)) throw fault;
    }
  }
  return (file) => texts.get(file);
}
