import type { BookConfig } from '../model/book.js';
import type { TextEdition } from './write-text.js';

/** The file's name: Kobo's devices know by it which of their two programs is to open the book, the one that counts sentences. */
export function epubName({ epub, fileStem }: Pick<BookConfig, 'epub' | 'fileStem'>): string {
  return epub.profile === 'kobo' ? `${fileStem}.kepub.epub` : `${fileStem}.epub`;
}

/**
 * The edition with what its profile's devices lack put in another form. What they lack is loaded only for them.
 * Not here: what is done to finished files (mark-sentences.ts, guide.ts), and the sheet that a profile adds (read/read-styles.ts).
 */
export async function fitToProfile<Edition extends TextEdition>(edition: Edition): Promise<Edition> {
  if (edition.config.epub.profile !== 'kindle') return edition;
  const { fitToKindle } = await import('./fit-to-kindle.js');
  return fitToKindle(edition);
}
