import { Command, InvalidArgumentError, Option } from 'commander';
import { join } from 'node:path';
import { type BuildResult, buildBook, editions, exitCodeOf, targets, type Target } from '../build-book.js';
import { compareBuilds } from '../compare-builds.js';
import { audiences, type Audience } from '../model/book.js';
import { readSources } from '../diagnostics/read-sources.js';
import { type World, withoutStore } from '../world/world.js';
import { writeReport } from './report.js';
import type { Terminal } from './terminal.js';

export interface Flags {
  readonly edition?: Audience;
  readonly out: string;
  readonly report?: string;
  readonly trace?: boolean;
  readonly quiet?: boolean;
  readonly browser?: string;
  readonly cache: boolean;
  readonly verify?: boolean;
}

export function buildCommand(world: World, terminal: Terminal, finish: (code: number) => void): Command {
  return makingCommand('build')
    .description('make the PDF, the booklet and the EPUB of a book')
    .option('-t, --target <list>', `what to make: ${targets.join(',')}`, parseTargets, [...editions])
    .option('--verify', 'make everything twice, with what is kept and without, and compare')
    .action((folder: string, { target, ...flags }: Flags & { readonly target: readonly Target[] }) => make(folder, target, flags, world, terminal).then(finish));
}

/** For whom: what decides over answers. */
export function editionOption(): Option {
  return new Option('--edition <name>', 'for whom, instead of what book.yaml says').choices(audiences);
}

/** What all commands that make something take. */
export function makingCommand(name: string): Command {
  return new Command(name)
    .argument('[book]', 'folder with book.yaml', '.')
    .option('-o, --out <dir>', 'where to write', 'build')
    .addOption(editionOption())
    .option('--report <file>', 'write findings, timings and sizes as JSON')
    .option('--trace', 'write what each pass made to <out>/trace/<pass>.json')
    .option('-q, --quiet', 'say nothing but findings')
    .option('--browser <path>', 'a Chrome or Chromium to use instead of the embedded one')
    .option('--no-cache', 'make everything anew, and keep nothing');
}

/** @returns the exit code */
export async function make(folder: string, wanted: readonly Target[], flags: Flags, world: World, terminal: Terminal): Promise<number> {
  return exitCodeOf((await makeAll(folder, wanted, flags, world, terminal)).findings);
}

/** @param record whether to describe the pages as an edition */
export async function makeAll(folder: string, wanted: readonly Target[], flags: Flags, world: World, terminal: Terminal, record = false): Promise<BuildResult> {
  const started = world.clock();
  const options = { folder, targets: wanted, record, trace: flags.trace === true, judge: flags.report !== undefined, onStage: flags.quiet ? () => undefined : terminal.stage, ...(flags.edition !== undefined && { edition: flags.edition }), ...(flags.browser !== undefined && { browser: flags.browser }) };
  const result = await buildBook({ ...options, world: flags.cache ? world : withoutStore(world) });
  const difference = flags.verify ? compareBuilds(result, await buildBook({ ...options, world: withoutStore(world) })) : undefined;
  terminal.clear();
  if (difference !== undefined) throw new Error(`the book was made twice, and not the same: ${difference}`);
  // Pages that are recorded have their place beside the manuscript.
  const outputs = record ? result.outputs.filter(({ target }) => target !== 'pages') : result.outputs;
  for (const { name, bytes } of outputs) await world.disk.write(join(flags.out, name), bytes);
  if (flags.trace) for (const [pass, table] of result.traces) await world.disk.write(join(flags.out, 'trace', `${pass}.json`), new TextEncoder().encode(`${JSON.stringify(table, undefined, 1)}\n`));
  if (flags.report !== undefined) await writeReport(flags.report, result, flags.out, world);
  terminal.findings(result, await readSources(result.findings, folder, world));
  if (!flags.quiet) terminal.summary({ ...result, outputs }, flags.out, (world.clock() - started) / 1000);
  if (!flags.quiet && flags.verify) terminal.print('made twice: the same, to the byte\n');
  return result;
}

function parseTargets(list: string): Target[] {
  const names = list.split(',').map((name) => name.trim()).filter((name) => name !== '');
  const unknown = names.find((name) => !(targets as readonly string[]).includes(name));
  if (unknown !== undefined || names.length === 0) throw new InvalidArgumentError(`the targets are ${targets.join(', ')}.`);
  return targets.filter((target) => names.includes(target));
}
