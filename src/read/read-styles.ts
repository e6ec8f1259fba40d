import { fileURLToPath } from 'node:url';
import type { EpubProfile } from '../model/book.js';
import type { Disk } from '../world/world.js';

export interface Styles {
  readonly print: string;
  readonly epub: string;
  readonly formulas: string;
  readonly preview: string;
}

/** The style sheets that come with Octavo, in the order in which they are laid over each other; those of the EPUB for its profile. */
export async function readStyles(disk: Disk, profile: EpubProfile = 'standard'): Promise<Styles> {
  const read = async (name: string) => new TextDecoder().decode(await disk.read(fileURLToPath(new URL(`../../styles/${name}`, import.meta.url))));
  const ofProfile = profile === 'standard' ? '' : `\n${await read(`epub-${profile}.css`)}`;
  return { print: `${await read('tokens.css')}\n${await read('print.css')}`, epub: `${await read('epub.css')}${ofProfile}`, formulas: await read('formulas.css'), preview: await read('preview.css') };
}
