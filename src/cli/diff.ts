import { Command, Option } from 'commander';
import { join } from 'node:path';
import { exitCodeOf } from '../build-book.js';
import { readSources } from '../diagnostics/read-sources.js';
import type { Origin } from '../diff/diff-books.js';
import type { Audience } from '../model/book.js';
import { Unreadable, type World, withoutStore } from '../world/world.js';
import { editionOption } from './build.js';
import { size, type Terminal } from './terminal.js';

interface Flags {
  readonly out: string;
  readonly edition?: Audience;
  readonly format: 'text' | 'json';
  readonly quiet?: boolean;
  readonly browser?: string;
  readonly cache: boolean;
}

/** Ends with 0 when the two could be compared, whether or not they differ. */
export function diffCommand(world: World, terminal: Terminal, finish: (code: number) => void): Command {
  return new Command('diff')
    .description('tell what a book changes of the recorded edition, or of another state of it, and print what has to be printed again')
    .argument('[old]', 'a book folder, or the pages of one (edition.pages)')
    .argument('[new]', 'what it became; without it, OLD is the book, and the edition recorded in it is what it was')
    .option('-o, --out <dir>', 'where to write', 'build')
    .addOption(editionOption())
    .addOption(new Option('--format <format>', 'how to print the summary').choices(['text', 'json']).default('text'))
    .option('-q, --quiet', 'say nothing but findings')
    .option('--browser <path>', 'a Chrome or Chromium to use instead of the embedded one')
    .option('--no-cache', 'make everything anew, and keep nothing')
    .action((old: string | undefined, later: string | undefined, flags: Flags) => diff(old, later, flags, world, terminal).then(finish));
}

/** @returns the exit code */
async function diff(old: string | undefined, later: string | undefined, { out, edition, format, quiet = false, browser, cache }: Flags, machine: World, terminal: Terminal): Promise<number> {
  const started = machine.clock();
  const world = cache ? machine : withoutStore(machine);
  const [{ diffBooks }, { summarize }, { diffJson }] = await Promise.all([import('../diff/diff-books.js'), import('../diff/phrase.js'), import('../diff/diff-json.js')]);
  const first = await originOf(old ?? '.', world);
  const isOldAlone = later === undefined && 'file' in first;
  const after = later !== undefined ? await originOf(later, world) : isOldAlone ? { folder: '.' } : first;
  const isSilent = quiet || format === 'json';
  const result = await diffBooks({ world, after, ...((later !== undefined || isOldAlone) && { before: first }), onStage: isSilent ? () => undefined : terminal.stage, ...(edition !== undefined && { edition }), ...(browser !== undefined && { browser }) });
  terminal.clear();
  for (const told of result.told) terminal.findings(told, await readSources(told.findings, told.folder, world));
  const { comparison, outputs } = result;
  if (!comparison) {
    if (result.lacksRecord) terminal.complain('no edition is recorded to compare with; `octavo edition new` records one, and `octavo diff OLD NEW` compares two');
    return exitCodeOf(result.told.flatMap(({ findings }) => findings)) || 2;
  }
  for (const { name, bytes } of outputs) await world.disk.write(join(out, name), bytes);
  if (quiet) return 0;
  if (format === 'json') terminal.print(`${JSON.stringify(diffJson(comparison), undefined, 2)}\n`);
  else {
    terminal.print([`from ${comparison.before.name} to ${comparison.after.name}`, ...summarize(comparison), ...comparison.remarks].map((line) => `${line}\n`).join(''));
    terminal.print(outputs.map(({ name, bytes }) => `${join(out, name)}  ${size(bytes.length)}\n`).join(''));
    terminal.print(`in ${((world.clock() - started) / 1000).toFixed(1)} s\n`);
  }
  return 0;
}

async function originOf(path: string, { disk }: World): Promise<Origin> {
  if (path.endsWith('.pages')) return { file: path };
  try {
    await disk.read(path);
    return { file: path };
  } catch (fault) {
    // What is no file is a folder, or said to be none when it is built.
    if (!(fault instanceof Unreadable)) throw fault;
    return { folder: path };
  }
}
