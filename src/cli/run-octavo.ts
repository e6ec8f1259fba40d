/**
 * The command line as a function: names the commands, turns what they return or throw into an exit code.
 * Not here: the process it runs in (main.ts).
 */
import { Command, CommanderError } from 'commander';
import { NoBrowser } from '../world/browser.js';
import { programVersion } from '../world/program-version.js';
import { Unreadable, type World } from '../world/world.js';
import { buildCommand } from './build.js';
import { cacheCommand } from './cache.js';
import { checkCommand } from './check.js';
import { citeCommand } from './cite.js';
import { diffCommand } from './diff.js';
import { editionCommand } from './edition.js';
import { evidenceCommand } from './evidence.js';
import { newCommand } from './new.js';
import { previewCommand } from './preview.js';
import { type Stream, Terminal } from './terminal.js';
import { watchCommand } from './watch.js';

export const exitCodes = { fine: 0, manuscript: 1, usage: 2, machine: 3, internal: 4 } as const;

/** @returns the exit code */
export async function runOctavo(args: readonly string[], world: World, out: Stream, err: Stream): Promise<number> {
  let code: number = exitCodes.fine;
  const finish = (wanted: number): void => void (code = wanted);
  const terminal = new Terminal(out, err, world);
  const program = new Command('octavo')
    .description('One annotated Markdown manuscript becomes a print PDF, a folded booklet and an EPUB.')
    .version(programVersion)
    .addCommand(buildCommand(world, terminal, finish))
    .addCommand(watchCommand(world, terminal, finish))
    .addCommand(previewCommand(world, terminal, finish))
    .addCommand(checkCommand(world, terminal, finish))
    .addCommand(citeCommand(world, terminal, finish))
    .addCommand(editionCommand(world, terminal, finish))
    .addCommand(diffCommand(world, terminal, finish))
    .addCommand(evidenceCommand(world, terminal, finish))
    .addCommand(newCommand(world, terminal, finish))
    .addCommand(cacheCommand(world, terminal));
  for (const command of allBelow(program)) command.exitOverride().configureOutput({ writeOut: (text) => out.write(text), writeErr: (text) => err.write(text) });

  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (fault) {
    terminal.clear();
    if (fault instanceof CommanderError) return fault.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
    if (fault instanceof NoBrowser || fault instanceof Unreadable) {
      terminal.complain(fault instanceof NoBrowser ? fault.message : `${fault.path}: ${fault.message}`);
      return exitCodes.machine;
    }
    terminal.complain(`octavo met a fault of its own and stopped; nothing was written.\n${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
    return exitCodes.internal;
  }
}

const allBelow = (command: Command): Command[] => [command, ...command.commands.flatMap(allBelow)];
