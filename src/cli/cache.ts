import { Command } from 'commander';
import type { World } from '../world/world.js';
import { size, type Terminal } from './terminal.js';

export function cacheCommand({ store }: World, terminal: Terminal): Command {
  return new Command('cache')
    .description('say where the results of earlier runs are kept, and how large they are')
    .option('--clear', 'take them away')
    .action(async ({ clear }: { readonly clear?: boolean }) => {
      if (!store) return terminal.print('nothing is kept: OCTAVO_NO_CACHE is set\n');
      if (clear) await store.clear();
      const { place, results, bytes } = await store.usage();
      terminal.print(results === 0 ? `${place}  empty\n` : `${place}  ${results} ${results === 1 ? 'result' : 'results'}, ${size(bytes)}\n`);
    });
}
