import type { BookConfig } from '../model/book.js';
import type { Context } from '../model/context.js';
import { bookPlace, type Edition, lockFile } from './edition.js';

export interface FoundEdition {
  readonly edition: Edition;
  /** Whether its pages are to be kept, and can be. */
  readonly isKept: boolean;
}

/**
 * The edition that the book folder records, if any.
 *
 * Reports b-015 (it cannot be read), b-016 (its pages are to be kept, and there is none), b-017 (they were of another size).
 */
export async function findEdition(config: BookConfig, { world, folder, report }: Context): Promise<FoundEdition | undefined> {
  const file = lockFile(config);
  const isWanted = config.pages === 'stable';
  if (!(await world.disk.exists(`${folder}/${file}`))) {
    if (isWanted) report('b-016', bookPlace, `\`pages: stable\` has no effect: there is no \`${file}\` that records the pages of an edition`, '`octavo edition new` records those of this build, once they are the ones to publish');
    return undefined;
  }
  const [{ readLock }, { areaOf }] = await Promise.all([import('./lock.js'), import('./record-edition.js')]);
  const edition = readLock(new TextDecoder().decode(await world.disk.read(`${folder}/${file}`)), file, report);
  if (!edition) return undefined;
  const isOfSize = edition.area === areaOf(config);
  if (isWanted && !isOfSize) report('b-017', bookPlace, `\`pages: stable\` has no effect: the text of a page is ${areaOf(config)} px, and was ${edition.area} px in edition ${edition.number}`, 'keep the size and the margins of that edition, or record one of the new size with `octavo edition new`');
  return { edition, isKept: isWanted && isOfSize };
}
