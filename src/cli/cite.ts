import { Command, Option } from 'commander';
import { exitCodeOf, resolveBook } from '../build-book.js';
import type { ExportFormat } from '../cite/export-sources.js';
import { type World, withoutStore } from '../world/world.js';
import { readSources } from '../diagnostics/read-sources.js';
import type { Terminal } from './terminal.js';

const formats = ['csl-json', 'bibtex', 'biblatex'] as const satisfies readonly ExportFormat[];

interface Flags {
  readonly list?: boolean;
  readonly format?: ExportFormat;
  readonly cache: boolean;
}

export function citeCommand(world: World, terminal: Terminal, finish: (code: number) => void): Command {
  return new Command('cite')
    .description('print the citations of a book as they are set, or its sources for another program')
    .argument('[book]', 'folder with book.yaml', '.')
    .option('--list', 'every citation with its place and every entry, one per line (the default)')
    .addOption(new Option('--format <format>', 'the sources that are cited').choices(formats).conflicts('list'))
    .option('--no-cache', 'set everything anew, and keep nothing')
    .action(async (folder: string, { format, cache }: Flags) => {
      const { resolved, ...told } = await resolveBook(folder, cache ? world : withoutStore(world));
      if (resolved) terminal.print(format === undefined ? (await import('../cite/list-citations.js')).listCitations(resolved) : (await import('../cite/export-sources.js')).exportSources(resolved, format));
      terminal.findings(told, await readSources(told.findings, folder, world));
      finish(exitCodeOf(told.findings));
    });
}
