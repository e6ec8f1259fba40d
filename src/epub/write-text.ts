import { wordsOf } from '../model/words.js';
import type { Kept } from '../world/kept.js';
import { chunk, type Chunks } from './chunk.js';
import type { ContentContext } from './content.js';
import { type PlacedPage, placePages } from './page-breaks.js';
import { namePictures, type Picture, shownPictures } from './pictures.js';
import { fitToProfile } from './profile.js';
import { type TextFile, textFiles } from './text-files.js';
import { whereabouts } from './whereabouts.js';
import type { EpubEdition } from './write-epub.js';

export const stylesheet = 'css/epub.css';
export const formulaSheet = 'css/formulas.css';

/** What the text needs; the rest of an edition may still be missing. */
export type TextEdition = Omit<EpubEdition, 'modified' | 'cover'>;

/** The text of an edition, finished, in a folder of its own. */
export interface WrittenText<Edition extends TextEdition> {
  /** As its profile shows it. */
  readonly edition: Edition;
  readonly context: ContentContext;
  readonly chunks: Chunks;
  /** The pages of print that begin in each file. */
  readonly placed: ReadonlyMap<Chunks['list'][number], readonly PlacedPage[]>;
  /** In reading order, but for the contents page. */
  readonly files: readonly TextFile[];
  /** Those that the files show. */
  readonly pictures: readonly Picture[];
}

/**
 * Writes the files of the text, and finds what they show.
 *
 * @param kept where the same text was written before, only what is another is written
 * Not here: the contents page (nav.ts), the package (write-epub.ts).
 */
export async function writeText<Edition extends TextEdition>(given: Edition, kept?: Kept): Promise<WrittenText<Edition>> {
  const edition = await fitToProfile(given);
  const { config, pages } = edition;
  const chunks = chunk(edition.parts, config.epub.splitAt * 1000);
  const pictureFiles = namePictures(edition.assets);
  const context: ContentContext = { language: config.language, title: config.title, words: wordsOf(config.language), book: whereabouts(chunks, pages, pictureFiles), stylesheet, formulaSheet };
  const placed = placePages(pages, chunks);
  const files = textFiles(chunks, placed, context, config.epub.profile === 'kobo', kept);
  return { edition, context, chunks, placed, files, pictures: shownPictures(files, edition.assets, pictureFiles) };
}
