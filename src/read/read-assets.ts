/**
 * Reads the pictures and data files that the manuscript names.
 *
 * Out: one asset per path, relative to the book folder.
 * Reports m-007 (missing), m-013 (not a picture that both outputs can show), b-007 (outside the book).
 */
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Asset, Source } from '../model/document.js';
import type { Context } from '../model/context.js';
import { linkTargetOf, placeOf, placeWithin } from '../model/source.js';
import { insideBook, pathOf, readBookFile } from './read-file.js';

/** By how a picture's bytes begin: what a file says it is counts, its name does not. */
const signatures: readonly { readonly mediaType: string; readonly matches: (bytes: Uint8Array) => boolean }[] = [
  { mediaType: 'image/png', matches: (bytes) => startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) },
  { mediaType: 'image/jpeg', matches: (bytes) => startsWith(bytes, [0xff, 0xd8, 0xff]) },
  { mediaType: 'image/gif', matches: (bytes) => startsWith(bytes, [0x47, 0x49, 0x46, 0x38]) },
  { mediaType: 'image/webp', matches: (bytes) => startsWith(bytes, [0x52, 0x49, 0x46, 0x46]) && startsWith(bytes.subarray(8), [0x57, 0x45, 0x42, 0x50]) },
  { mediaType: 'image/svg+xml', matches: (bytes) => /<svg[\s>]/.test(new TextDecoder().decode(bytes.subarray(0, 2048))) },
];

export async function readAssets(sources: readonly Source[], context: Context): Promise<Map<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const source of sources) {
    for (const { written, node, picture } of namedFiles(source)) {
      const path = picture ? pathOf(written) : written;
      const place = placeWithin(source, node, written);
      if (path === '') {
        context.report('m-007', placeOf(source, node), 'this picture names no file', 'write its path in the brackets: `![caption](figures/map.svg)`');
        continue;
      }
      if (/^[a-z][a-z0-9+.-]*:/i.test(path)) {
        context.report('m-013', place, `\`${path}\` is not in the book folder, and a build never uses the network`, 'save the picture beside the manuscript and name it from there');
        continue;
      }
      const inside = insideBook(path);
      if (inside !== undefined && assets.has(inside)) continue;
      const bytes = await readBookFile(path, place, 'm-007', context);
      if (!bytes || inside === undefined) continue;
      const mediaType = picture ? signatures.find((signature) => signature.matches(bytes))?.mediaType : 'text/csv';
      if (mediaType === undefined) {
        context.report('m-013', place, `\`${path}\` is no picture that can be shown`, 'save it as PNG, JPEG, GIF, WebP or SVG');
        continue;
      }
      assets.set(inside, { path: inside, bytes, mediaType });
    }
  }
  return assets;
}

function* namedFiles(source: Source) {
  const found: { written: string; node: Nodes; picture: boolean }[] = [];
  visit(source.tree, (node) => {
    if (node.type === 'image' || node.type === 'figure') found.push({ written: node.url, node, picture: true });
    if (node.type === 'imageReference') {
      const target = linkTargetOf(source, node.identifier);
      if (target) found.push({ written: target.url, node: target, picture: true });
    }
    if (node.type === 'containerDirective' && node.name === 'chart' && node.attributes?.['data']) {
      found.push({ written: node.attributes['data'], node, picture: false });
    }
  });
  yield* found;
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}
