import { Command } from 'commander';
import { newBook } from '../new-book.js';
import type { World } from '../world/world.js';
import type { Terminal } from './terminal.js';

export function newCommand({ disk }: World, terminal: Terminal, finish: (code: number) => void): Command {
  return new Command('new')
    .description('make a small book that shows each annotation once, in a new folder')
    .argument('<folder>', 'where; it must be new or empty')
    .option('--title <title>', 'what the book is called')
    .action(async (folder: string, { title }: { readonly title?: string }) => {
      const made = await newBook(folder, disk, title);
      if ('refusal' in made) {
        terminal.complain(`${made.refusal}; nothing was written`);
        return finish(2);
      }
      terminal.print(`${folder}: ${made.files.join(', ')}\nbegin with book.yaml; \`octavo build ${folder}\` makes the book\n`);
    });
}
