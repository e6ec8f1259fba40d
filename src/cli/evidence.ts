import { Command, Option } from 'commander';
import { exitCodeOf, resolveBook } from '../build-book.js';
import { type World, withoutStore } from '../world/world.js';
import { readSources } from '../diagnostics/read-sources.js';
import type { Terminal } from './terminal.js';

interface Flags {
  readonly format: 'text' | 'json';
  readonly strict?: boolean;
  readonly cache: boolean;
}

export function evidenceCommand(world: World, terminal: Terminal, finish: (code: number) => void): Command {
  return new Command('evidence')
    .description('print what a book says without a source: claims, paragraphs, quotations')
    .argument('[book]', 'folder with book.yaml', '.')
    .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
    .option('--strict', 'end with 1 when there is any')
    .option('--no-cache', 'look at everything anew, and keep nothing')
    .action(async (folder: string, { format, strict = false, cache }: Flags) => {
      const { resolved, ...told } = await resolveBook(folder, cache ? world : withoutStore(world));
      const [{ auditEvidence }, { isClean, writeAudit }] = await Promise.all([import('../audit/audit-evidence.js'), import('../audit/write-audit.js')]);
      const audit = resolved && auditEvidence(resolved);
      if (audit) terminal.print(format === 'json' ? `${JSON.stringify(audit, undefined, 2)}\n` : writeAudit(audit));
      terminal.findings(told, await readSources(told.findings, folder, world));
      finish(exitCodeOf(told.findings) || (strict && audit && !isClean(audit) ? 1 : 0));
    });
}
