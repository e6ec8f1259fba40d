import { join } from 'node:path';
import { reportJson } from '../diagnostics/report-json.js';
import type { BuildResult } from '../build-book.js';
import type { World } from '../world/world.js';

export async function writeReport(path: string, result: BuildResult, out: string, world: World): Promise<void> {
  const outputs = result.outputs.map(({ target, name, bytes }) => ({ target, path: join(out, name), bytes: bytes.length }));
  const report = reportJson({ findings: result.findings, silenced: result.silenced, timings: result.timings, pages: result.pages, quality: result.quality, edition: result.edition?.changes, outputs, parity: result.parity });
  await world.disk.write(path, new TextEncoder().encode(`${JSON.stringify(report, undefined, 2)}\n`));
}

