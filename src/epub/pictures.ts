import type { Asset } from '../model/document.js';
import type { ContentDocument } from './content.js';

/**
 * File names for the book's pictures, by asset key, that every reading system takes: ASCII without spaces, unique whatever the
 * case. The author's own name stays recognisable; the folders do not matter once names are unique. Its ending is that of what the
 * picture is, which is not always what it was called or has been.
 */
export function namePictures(assets: ReadonlyMap<string, Asset>): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  return new Map(
    [...assets].map(([key, asset]) => {
      const name = plain(key.slice(key.lastIndexOf('/') + 1));
      const dot = name.lastIndexOf('.');
      const [stem, own] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
      const fitting = endings[asset.mediaType] ?? [];
      const ending = fitting.includes(own.toLowerCase()) ? own : (fitting[0] ?? own);
      let file = `images/${stem}${ending}`;
      for (let count = 2; taken.has(file.toLowerCase()); count++) file = `images/${stem}-${count}${ending}`;
      taken.add(file.toLowerCase());
      return [key, file];
    }),
  );
}

/** What a picture of each kind may end in; the first, where it ends otherwise. */
const endings: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['.jpg', '.jpeg', '.jpe', '.jfif'],
  'image/png': ['.png'],
  'image/gif': ['.gif'],
  'image/svg+xml': ['.svg'],
};

const plain = (name: string): string => name.normalize('NFKD').replace(/\p{M}+/gu, '').replace(/[^A-Za-z0-9._-]+/g, '-');

export interface Picture {
  /** Of the asset. */
  readonly key: string;
  readonly file: string;
  readonly asset: Asset;
}

/** The pictures that the finished files show, in the order of the assets. */
export function shownPictures(
  documents: readonly ContentDocument[],
  assets: ReadonlyMap<string, Asset>,
  files: ReadonlyMap<string, string>,
): Picture[] {
  const shown = new Set(documents.flatMap((made) => [...made.assets]));
  return [...assets].flatMap(([key, asset]) => {
    const file = files.get(key);
    return file !== undefined && shown.has(key) ? [{ key, file, asset }] : [];
  });
}
