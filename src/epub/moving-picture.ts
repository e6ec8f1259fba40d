import type { Asset } from '../model/document.js';

/**
 * Whether a picture moves by itself: an animated GIF, PNG or WebP, an SVG with animations.
 * Source: GIF89a; PNG 3, acTL; WebP container, ANIM; SVG 2, animation elements.
 */
export function isMoving({ bytes, mediaType }: Pick<Asset, 'bytes' | 'mediaType'>): boolean {
  if (mediaType === 'image/gif') return framesOf(bytes) > 1;
  if (mediaType === 'image/png') return pngChunks(bytes).includes('acTL');
  if (mediaType === 'image/webp') return asciiAt(bytes, 12, 4) === 'VP8X' && ((bytes[20] ?? 0) & 0b10) !== 0;
  return mediaType === 'image/svg+xml' && /<(animate|animateTransform|animateMotion|set)[\s/>]|@keyframes/.test(new TextDecoder().decode(bytes));
}

const asciiAt = (bytes: Uint8Array, start: number, length: number): string => String.fromCharCode(...bytes.subarray(start, start + length));

/** The length of a colour table whose flags these are, in bytes. */
const coloursOf = (flags: number): number => ((flags & 0b1000_0000) !== 0 ? 3 * 2 ** ((flags & 0b111) + 1) : 0);

/** Pictures of a GIF, one after another; what is cut short counts as far as it goes. */
function framesOf(bytes: Uint8Array): number {
  let at = 13 + coloursOf(bytes[10] ?? 0);
  let frames = 0;
  const skipBlocks = (): void => {
    while ((bytes[at] ?? 0) !== 0) at += (bytes[at] as number) + 1;
    at += 1;
  };
  while (at < bytes.length && bytes[at] !== 0x3b) {
    if (bytes[at] === 0x2c) {
      frames += 1;
      at += 11 + coloursOf(bytes[at + 9] ?? 0);
    } else at += 2;
    skipBlocks();
  }
  return frames;
}

function pngChunks(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names: string[] = [];
  for (let at = 8; at + 8 <= bytes.length; at += view.getUint32(at) + 12) names.push(asciiAt(bytes, at + 4, 4));
  return names;
}
