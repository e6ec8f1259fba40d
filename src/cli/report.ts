import { join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { reportJson } from '../diagnostics/report-json.js';
import type { BuildResult } from '../build-book.js';
import { Unreadable, type World } from '../world/world.js';

export async function writeReport(path: string, result: BuildResult, out: string, world: World): Promise<void> {
  const outputs = result.outputs.map(({ target, name, bytes }) => ({ target, path: join(out, name), bytes: bytes.length }));
  const report = reportJson({ findings: result.findings, silenced: result.silenced, timings: result.timings, pages: result.pages, quality: result.quality, edition: result.edition?.changes, outputs, parity: result.parity });
  await world.disk.write(path, new TextEncoder().encode(`${JSON.stringify(report, undefined, 2)}\n`));
}

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
