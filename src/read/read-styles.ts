import { fileURLToPath } from 'node:url';
import type { Disk } from '../world/world.js';

/** The style sheets that come with Octavo, in the order in which they are laid over each other. */
export async function readStyles(disk: Disk): Promise<{ readonly print: string; readonly epub: string; readonly preview: string }> {
  const read = async (name: string) => new TextDecoder().decode(await disk.read(fileURLToPath(new URL(`../../styles/${name}`, import.meta.url))));
  return { print: `${await read('tokens.css')}\n${await read('print.css')}`, epub: await read('epub.css'), preview: await read('preview.css') };
}
