import { Command, InvalidArgumentError } from 'commander';
import { join } from 'node:path';
import { editions, exitCodeOf } from '../build-book.js';
import { type Edition, type FormerEdition, lockFile } from '../edition/edition.js';
import type { EditionState } from '../edition/judge-edition.js';
import { phraseChanges } from '../edition/phrase-changes.js';
import type { World } from '../world/world.js';
import { type Flags, makeAll, makingCommand } from './build.js';
import { size, type Terminal } from './terminal.js';

interface NewFlags extends Flags {
  readonly number?: number;
  readonly date?: string;
}

export function editionCommand(world: World, terminal: Terminal, finish: (code: number) => void): Command {
  return new Command('edition')
    .enablePositionalOptions()
    .description('the edition that readers hold: what is recorded of it, and what the book changes')
    .argument('[book]', 'folder with book.yaml', '.')
    .option('--report <file>', 'write findings, timings and changed pages as JSON')
    .option('--browser <path>', 'a Chrome or Chromium to use instead of the embedded one')
    .option('--no-cache', 'make everything anew, and keep nothing')
    .action((folder: string, flags: Omit<Flags, 'out'>) => show(folder, { ...flags, quiet: true, out: '' }, world, terminal).then(finish))
    .addCommand(
      makingCommand('new')
        .description('make a book, and record its pages in the book folder as those that are published')
        .option('--number <n>', 'the number of the edition, instead of the next one', parseNumber)
        .option('--date <date>', 'its date, as in 2026-11-22, instead of the one in book.yaml', parseDate)
        .action((folder: string, flags: NewFlags) => record(folder, flags, world, terminal).then(finish)),
    );
}

/** @returns the exit code */
async function show(folder: string, flags: Flags, world: World, terminal: Terminal): Promise<number> {
  const { findings, edition } = await makeAll(folder, [], flags, world, terminal, true);
  if (edition) terminal.print(edition.recorded && edition.changes ? `${listed(edition.recorded).join('')}against ${phraseChanges(edition.changes)}\n` : 'no edition is recorded; `octavo edition new` records one\n');
  return exitCodeOf(findings);
}

const listed = (edition: Edition): string[] => [...edition.former, edition].map((one) => `${summaryOf(one)}\n`);

function summaryOf({ number, date, pageCount, source }: FormerEdition): string {
  return `edition ${number}${date === undefined ? '' : `, ${date}`}: ${pageCount} pages, source ${source}`;
}

/** @returns the exit code */
async function record(folder: string, { number, date, ...flags }: NewFlags, world: World, terminal: Terminal): Promise<number> {
  const { findings, edition, config, outputs } = await makeAll(folder, [...editions, 'pages'], flags, world, terminal, true);
  const code = exitCodeOf(findings);
  const pages = outputs.find(({ target }) => target === 'pages');
  if (code !== 0 || !edition || !config || !pages) return code;
  const own = number ?? (edition.recorded?.number ?? 0) + 1;
  if (edition.recorded && own <= edition.recorded.number) {
    terminal.complain(`edition ${edition.recorded.number} is recorded already; the next one has a higher number than that`);
    return 2;
  }
  const [{ writeLock }, { numberPages, pagesFile }] = await Promise.all([import('../edition/lock.js'), import('../edition/pages-file.js')]);
  const [lock, beside] = [join(folder, lockFile(config)), join(folder, pagesFile(config))];
  const day = date ?? config.date ?? sourceDate(world);
  const recorded = { ...editionOf(edition, own), ...(day !== undefined && { date: day }) };
  const numbered = numberPages(pages.bytes, recorded);
  await world.disk.write(beside, numbered);
  await world.disk.write(lock, new TextEncoder().encode(writeLock(recorded)));
  if (!flags.quiet) terminal.print(`${lock}  ${summaryOf(recorded)}\n${beside}  its pages, ${size(numbered.length)}\n`);
  return code;
}

function editionOf({ published, recorded }: EditionState, number: number): Edition {
  return { ...published, number, former: recorded ? [...recorded.former, formerOf(recorded)] : [] };
}

const formerOf = ({ number, date, source, pageCount }: Edition): FormerEdition => ({ number, source, pageCount, ...(date !== undefined && { date }) });

/** The day that reproducible builds agree upon: seconds since 1970. */
function sourceDate({ env }: World): string | undefined {
  const seconds = Number(env('SOURCE_DATE_EPOCH') || Number.NaN);
  return Number.isNaN(seconds) ? undefined : new Date(seconds * 1000).toISOString().slice(0, 10);
}

function parseNumber(given: string): number {
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new InvalidArgumentError('a number from 1 on is expected.');
  return Number(given);
}

function parseDate(given: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given)) throw new InvalidArgumentError('a date such as 2026-11-22 is expected.');
  return given;
}
