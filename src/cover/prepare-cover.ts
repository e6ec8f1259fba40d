/**
 * The author's cover as e-books and shops take it: JPEG or PNG, upright, in sRGB.
 *
 * Reports b-013 (cannot be decoded), b-014 (too small for shops, or of another shape than covers are).
 * Source: Kindle Publishing Guidelines, marketing cover image: 625 × 1000 px at least, ideally 1600 × 2560.
 */
import type { Context } from '../model/context.js';
import type { Asset } from '../model/document.js';
import { Damaged } from '../picture/damaged.js';
import { needsConversion } from '../picture/needs-conversion.js';
import { pictureFacts } from '../picture/picture-facts.js';

const least = { width: 625, height: 1000 } as const;
/** Height by width: from the squarest book pages, with room, to a little beyond the ideal of shops. */
const shapes = { squarest: 1.25, tallest: 1.8 } as const;

/** @returns undefined once it is reported why there is none */
export async function prepareCover(given: Asset, { world, report }: Context): Promise<Asset | undefined> {
  const { path, place = { file: path } } = given;
  let cover = given;
  if (needsConversion(given.mediaType, pictureFacts(given.bytes, given.mediaType), 'cover')) {
    const { convertPicture } = await import('../picture/convert-picture.js');
    try {
      const { bytes, mediaType } = await convertPicture(given.bytes, given.mediaType, 'cover', world);
      cover = { ...given, bytes, mediaType };
    } catch (fault) {
      if (!(fault instanceof Damaged)) throw fault;
      report('b-013', place, `\`${path}\` is damaged: ${fault.message}`, 'save or download it anew');
      return undefined;
    }
  }
  const { width = 0, height = 0 } = pictureFacts(cover.bytes, cover.mediaType) ?? {};
  const shape = height / width;
  const size = `\`${path}\` is ${width} × ${height} px`;
  if (width < least.width || height < least.height) report('b-014', place, `${size}: shops refuse a cover of less than ${least.width} × ${least.height} px`, 'at best it is 1600 px wide and 2560 px high');
  if (shape < shapes.squarest || shape > shapes.tallest) report('b-014', place, `${size}: it is ${Math.round(shape * 100) / 100} times as high as it is wide, and covers are ${shapes.squarest} to ${shapes.tallest} times`, 'shops show it best at 1.6 times');
  return cover;
}
