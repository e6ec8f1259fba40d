import type { Command } from 'commander';
import type { World } from '../world/world.js';
import { type Flags, make, makingCommand } from './build.js';
import type { Terminal } from './terminal.js';

/** `build --target preview`, in one word. */
export function previewCommand(world: World, terminal: Terminal, finish: (code: number) => void): Command {
  return makingCommand('preview')
    .description('make one file with the pages of a book, for any web browser')
    .action((folder: string, flags: Flags) => make(folder, ['preview'], flags, world, terminal).then(finish));
}
