#!/usr/bin/env node
/** The command line: names the commands, turns what they return or throw into an exit code. */
import { Command, CommanderError } from 'commander';
import { readFileSync } from 'node:fs';
import { NoBrowser } from '../world/browser.js';
import { machineWorld } from '../world/machine.js';
import { Unreadable } from '../world/world.js';
import { buildCommand } from './build.js';
import { cacheCommand } from './cache.js';
import { checkCommand } from './check.js';
import { citeCommand } from './cite.js';
import { editionCommand } from './edition.js';
import { evidenceCommand } from './evidence.js';
import { newCommand } from './new.js';
import { previewCommand } from './preview.js';
import { Terminal } from './terminal.js';
import { watchCommand } from './watch.js';

export const exitCodes = { fine: 0, manuscript: 1, usage: 2, machine: 3, internal: 4 } as const;

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

const world = machineWorld();
const terminal = new Terminal(process.stdout, process.stderr, world);
const program = new Command('octavo')
  .description('One annotated Markdown manuscript becomes a print PDF, a folded booklet and an EPUB.')
  .version(version)
  .exitOverride()
  .addCommand(buildCommand(world, terminal, finish))
  .addCommand(watchCommand(world, terminal, finish))
  .addCommand(previewCommand(world, terminal, finish))
  .addCommand(checkCommand(world, terminal, finish))
  .addCommand(citeCommand(world, terminal, finish))
  .addCommand(editionCommand(world, terminal, finish))
  .addCommand(evidenceCommand(world, terminal, finish))
  .addCommand(newCommand(world, terminal, finish))
  .addCommand(cacheCommand(world, terminal));
for (const command of program.commands) command.exitOverride();

function finish(code: number): void {
  process.exitCode = code;
}

try {
  await program.parseAsync();
} catch (fault) {
  terminal.clear();
  if (fault instanceof CommanderError) finish(fault.exitCode === 0 ? exitCodes.fine : exitCodes.usage);
  else if (fault instanceof NoBrowser) {
    terminal.complain(fault.message);
    finish(exitCodes.machine);
  } else if (fault instanceof Unreadable) {
    terminal.complain(`${fault.path}: ${fault.message}`);
    finish(exitCodes.machine);
  } else {
    terminal.complain(`octavo met a fault of its own and stopped; nothing was written.\n${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
    finish(exitCodes.internal);
  }
}
