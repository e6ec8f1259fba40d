import { Command } from 'commander';
import { buildBook, exitCodeOf } from '../build-book.js';
import type { Audience } from '../model/book.js';
import { type World, withoutStore } from '../world/world.js';
import { editionOption } from './build.js';
import { readSources, writeReport } from './report.js';
import type { Terminal } from './terminal.js';

interface Flags {
  readonly edition?: Audience;
  readonly report?: string;
  readonly parity?: boolean;
  readonly quiet?: boolean;
  readonly cache: boolean;
}

export function checkCommand(world: World, terminal: Terminal, finish: (code: number) => void): Command {
  return new Command('check')
    .description('find what is wrong in a book, and write nothing')
    .argument('[book]', 'folder with book.yaml', '.')
    .addOption(editionOption())
    .option('--report <file>', 'write the findings as JSON')
    .option('--parity', 'print what each output shows of each construct that the book uses')
    .option('-q, --quiet', 'say nothing but findings')
    .option('--no-cache', 'find everything anew, and keep nothing')
    .action(async (folder: string, flags: Flags) => {
      const started = world.clock();
      const result = await buildBook({ folder, world: flags.cache ? world : withoutStore(world), targets: [], ...(flags.edition !== undefined && { edition: flags.edition }), onStage: flags.quiet ? () => undefined : terminal.stage });
      terminal.clear();
      if (flags.report !== undefined) await writeReport(flags.report, result, '', world);
      if (flags.parity) terminal.print((await import('../diagnostics/write-parity.js')).writeParity(result.parity));
      terminal.findings(result, await readSources(result.findings, folder, world));
      if (!flags.quiet) terminal.checked(result, (world.clock() - started) / 1000);
      finish(exitCodeOf(result.findings));
    });
}
