/**
 * Reads the pictures and data files that the manuscript names.
 *
 * Out: one asset per path, relative to the book folder; a picture without what it says beside its pixels (strip-metadata.ts).
 * Reports m-007 (missing), m-013 (not a picture that both outputs can show), m-015 (not whole), b-007 (outside the book).
 * Not here: what outputs make of a picture (picture/prepare-pictures.ts).
 */
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Asset, Source } from '../model/document.js';
import type { Context } from '../model/context.js';
import { isSame } from '../model/is-same.js';
import { linkTargetOf, placeOf, placeWithin } from '../model/source.js';
import type { Place } from '../model/place.js';
import { keepOne, type Shelf } from '../world/kept.js';
import { Damaged } from '../picture/damaged.js';
import { foreignPicture, pictureType } from '../picture/picture-kind.js';
import { stripMetadata } from '../picture/strip-metadata.js';
import { insideBook, pathOf, readBookFile } from './read-file.js';

export async function readAssets(sources: readonly Source[], context: Context, kept: Shelf<Asset>): Promise<Map<string, Asset>> {
  const assets = new Map<string, Asset>();
  for (const source of sources) {
    for (const { written, node, picture } of filesNamedIn(source)) {
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
      const asset = picture ? readPicture(inside, bytes, place, context) : { path: inside, bytes, mediaType: 'text/csv' };
      if (asset) assets.set(inside, keepOne(inside, asset, kept, isSame));
    }
  }
  return assets;
}

interface NamedFile {
  readonly written: string;
  readonly node: Nodes;
  readonly picture: boolean;
}

const named = new WeakMap<Source, readonly NamedFile[]>();

function filesNamedIn(source: Source): readonly NamedFile[] {
  const known = named.get(source) ?? namedFiles(source);
  named.set(source, known);
  return known;
}

function namedFiles(source: Source): NamedFile[] {
  const found: NamedFile[] = [];
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
  return found;
}

/** Of a file that a session has read before. */
const strippedOf = new WeakMap<Uint8Array, Uint8Array>();

/** A picture of the book folder; `undefined` once it is reported why it is none. */
function readPicture(path: string, bytes: Uint8Array, place: Place, { report }: Context): Asset | undefined {
  const mediaType = pictureType(bytes);
  if (mediaType === undefined) {
    const foreign = foreignPicture(bytes);
    report('m-013', place, foreign === undefined ? `\`${path}\` is no picture that can be shown` : `\`${path}\` is a picture in the format ${foreign}, which cannot be shown`, 'save it as PNG, JPEG, GIF, WebP, AVIF, TIFF or SVG');
    return undefined;
  }
  try {
    const stripped = strippedOf.get(bytes) ?? stripMetadata(bytes, mediaType);
    strippedOf.set(bytes, stripped);
    return { path, bytes: stripped, mediaType, place };
  } catch (fault) {
    if (!(fault instanceof Damaged)) throw fault;
    report('m-015', place, `\`${path}\` is damaged: ${fault.message}`, 'save or download it anew');
    return undefined;
  }
}
