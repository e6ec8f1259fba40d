import type { PictureFacts } from './picture-facts.js';

export type Purpose = 'print' | 'epub' | 'cover';

/** What a picture of an e-book may have. Source: Apple Books Asset Guide, preparing images. */
export const mostPixels = 5_600_000;

/**
 * Which pictures cannot go into an output as they are.
 *
 * Chromium, which prints, lacks TIFF alone, and shows inks as garish lights. Readers of e-books all have PNG, JPEG and GIF, upright, in RGB or grey, up to a size; WebP,
 * though EPUB 3.3 names it, is too new for many. A cover is PNG or JPEG.
 * @param facts of a PNG, JPEG or GIF
 */
export function needsConversion(mediaType: string, facts: PictureFacts | undefined, purpose: Purpose): boolean {
  if (mediaType === 'image/tiff') return true;
  if (purpose === 'print') return facts?.isCmyk ?? false;
  if (mediaType === 'image/svg+xml' || mediaType === 'image/gif') return purpose === 'cover';
  if (mediaType === 'image/webp' || mediaType === 'image/avif') return true;
  return facts !== undefined && (facts.isCmyk || facts.isOtherColor || facts.orientation !== 1 || facts.width * facts.height > mostPixels);
}
