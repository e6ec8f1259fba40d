import { Command } from 'commander';
import { buildBook, exitCodeOf } from '../build-book.js';
import { Findings, type Diagnostic } from '../diagnostics/diagnostic.js';
import type { Audience } from '../model/book.js';
import { readSources } from '../diagnostics/read-sources.js';
import { type World, withoutStore } from '../world/world.js';
import { editionOption } from './build.js';
import { writeReport } from './report.js';
import type { Terminal } from './terminal.js';

interface Flags {
  readonly edition?: Audience;
  readonly report?: string;
  readonly parity?: boolean;
  readonly epub?: boolean;
  readonly browser?: string;
  readonly quiet?: boolean;
  readonly cache: boolean;
}

export function checkCommand(world: World, terminal: Terminal, finish: (code: number) => void): Command {
  return new Command('check')
    .description('find what is wrong in a book, and write nothing')
    .argument('[book]', 'folder with book.yaml; with --epub, also a finished EPUB', '.')
    .addOption(editionOption())
    .option('--report <file>', 'write the findings as JSON')
    .option('--parity', 'print what each output shows of each construct that the book uses')
    .option('--epub', 'make the EPUB, too, and check the finished file')
    .option('--browser <path>', 'for --epub, a Chrome or Chromium to use instead of the embedded one')
    .option('-q, --quiet', 'say nothing but findings')
    .option('--no-cache', 'find everything anew, and keep nothing')
    .action(async (folder: string, flags: Flags) => {
      const started = world.clock();
      if (flags.epub === true && folder.endsWith('.epub')) {
        const findings = await checkFile(folder, world);
        terminal.findings({ findings, silenced: [] }, () => undefined);
        if (!flags.quiet) terminal.checked({ findings, silenced: [] }, (world.clock() - started) / 1000);
        return finish(exitCodeOf(findings));
      }
      const result = await buildBook({ folder, world: flags.cache ? world : withoutStore(world), targets: [], checkEpub: flags.epub === true, ...(flags.browser !== undefined && { browser: flags.browser }), ...(flags.edition !== undefined && { edition: flags.edition }), onStage: flags.quiet ? () => undefined : terminal.stage });
      terminal.clear();
      if (flags.report !== undefined) await writeReport(flags.report, result, '', world);
      if (flags.parity) terminal.print((await import('../diagnostics/write-parity.js')).writeParity(result.parity));
      terminal.findings(result, await readSources(result.findings, folder, world));
      if (!flags.quiet) terminal.checked(result, (world.clock() - started) / 1000);
      finish(exitCodeOf(result.findings));
    });
}

/** An EPUB of which there is no manuscript: made by another program, or changed since. */
async function checkFile(path: string, world: World): Promise<readonly Diagnostic[]> {
  const findings = new Findings();
  const bytes = await world.disk.read(path);
  const { checkEpub } = await import('../validate/check-epub.js');
  await checkEpub(bytes, path, findings.report);
  return findings.list();
}
