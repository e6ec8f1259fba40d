/**
 * Opens sharp, with the settings that make its result depend on nothing but the picture: one thread, no cache, and none of the processor's
 * own short cuts for arithmetic. Loading it takes a while, so nothing loads it but what must change a picture.
 */
import type { Sharp, SharpInput, SharpOptions } from 'sharp';

export type OpenPicture = (input: SharpInput, options?: SharpOptions) => Sharp;

export async function openSharp(): Promise<OpenPicture> {
  const { default: sharp } = await import('sharp');
  sharp.concurrency(1);
  sharp.cache(false);
  sharp.simd(false);
  return sharp;
}
