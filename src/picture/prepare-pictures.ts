/**
 * The book's pictures as each output can show them.
 *
 * In: the assets as they were read, without their metadata. Out: the same, or what was made of them, by the same paths. A picture
 * that needs nothing is the same one, byte for byte.
 * Reports m-015 (not whole), m-016 (an SVG that loses something in the EPUB), m-017 (a file of several pictures).
 * Not here: how they are converted (convert-picture.ts), what they are called in the EPUB (epub/pictures.ts).
 */
import type { Context } from '../model/context.js';
import type { Asset } from '../model/document.js';
import { Damaged } from './damaged.js';
import { needsConversion, type Purpose } from './needs-conversion.js';
import { pictureFacts } from './picture-facts.js';

export type Assets = ReadonlyMap<string, Asset>;

export async function preparePictures(assets: Assets, purpose: Exclude<Purpose, 'cover'>, context: Context): Promise<Assets> {
  const made = new Map<string, Asset>();
  for (const [path, asset] of assets) made.set(path, await prepare(asset, purpose, context));
  return made;
}

async function prepare(asset: Asset, purpose: Exclude<Purpose, 'cover'>, context: Context): Promise<Asset> {
  const { path, bytes, mediaType, place = { file: path } } = asset;
  if (mediaType === 'image/svg+xml') return clean(asset, purpose, context);
  if (!mediaType.startsWith('image/') || !needsConversion(mediaType, pictureFacts(bytes, mediaType), purpose)) return asset;
  const { convertPicture } = await import('./convert-picture.js');
  try {
    const { others, ...converted } = await convertPicture(bytes, mediaType, purpose, context.world);
    if (others > 0) context.report('m-017', place, `\`${path}\` holds ${others + 1} pictures, of which only the first is shown`, 'save those that are to be shown as files of their own');
    return { ...asset, ...converted };
  } catch (fault) {
    if (!(fault instanceof Damaged)) throw fault;
    context.report('m-015', place, `\`${path}\` is damaged: ${fault.message}`, 'save or download it anew');
    return asset;
  }
}

/** Print shows foreign elements, so it keeps the author's; what it cannot show either is told as well where no EPUB is made. */
async function clean(asset: Asset, purpose: Purpose, { report }: Context): Promise<Asset> {
  const { cleanSvg } = await import('./clean-svg.js');
  const { bytes, losses } = await cleanSvg(asset.bytes);
  if (losses.length > 0) report('m-016', asset.place ?? { file: asset.path }, `\`${asset.path}\` loses in the EPUB what that cannot hold: ${losses.join(', ')}`, 'save it as plain SVG; a file that it shows must be embedded, or no output shows it');
  return purpose === 'print' || losses.length === 0 ? asset : { ...asset, bytes };
}
