/**
 * Reads the picture that `book.yaml` names as the cover of the e-book.
 *
 * Reports b-005 to b-007 (no such file, not to be read, outside the book), b-013 (no picture that can be a cover).
 * Not here: what becomes of it (cover/prepare-cover.ts), the cover that is drawn where none is named (cover/draw-cover.ts).
 */
import type { Context } from '../model/context.js';
import type { Asset } from '../model/document.js';
import type { Place } from '../model/place.js';
import { Damaged } from '../picture/damaged.js';
import { foreignPicture, pictureType } from '../picture/picture-kind.js';
import { stripMetadata } from '../picture/strip-metadata.js';
import { readBookFile } from './read-file.js';

/** @param place of the name in `book.yaml` */
export async function readCover(path: string, place: Place, context: Context): Promise<Asset | undefined> {
  const { report } = context;
  const bytes = await readBookFile(path, place, 'b-005', context);
  if (!bytes) return undefined;
  const mediaType = pictureType(bytes);
  if (mediaType === undefined) {
    const foreign = foreignPicture(bytes);
    report('b-013', place, foreign === undefined ? `\`${path}\` is no picture` : `\`${path}\` is in the format ${foreign}, which no e-book shows`, 'save the cover as JPEG or PNG, at best 1600 px wide and 2560 px high');
    return undefined;
  }
  if (mediaType === 'image/svg+xml' && /<(?:[\w-]+:)?text[\s>]/.test(new TextDecoder().decode(bytes))) {
    report('b-013', place, `\`${path}\` has text, which every machine would set in another font`, 'turn its text into outlines, or save the cover as PNG');
    return undefined;
  }
  try {
    return { path, bytes: stripMetadata(bytes, mediaType), mediaType, place };
  } catch (fault) {
    if (!(fault instanceof Damaged)) throw fault;
    report('b-013', place, `\`${path}\` is damaged: ${fault.message}`, 'save or download it anew');
    return undefined;
  }
}
