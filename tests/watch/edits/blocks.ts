/** Ways to change the blocks of a manuscript. Each says what it did, or finds that there is nothing to do it to. */
import type { Lots } from '../lots.js';
import { isParagraph, labelsOf, type Manuscript } from '../manuscript.js';

export type Edit = (book: Manuscript, lots: Lots) => string | undefined;
export type Edits = Readonly<Record<string, Edit>>;

/** A place among the blocks of a chapter; the title stays first. */
export const inChapter = (book: Manuscript, lots: Lots): { readonly path: string; readonly blocks: string[]; readonly at: number } | undefined => {
  const path = lots.pick(book.chapters());
  if (path === undefined) return undefined;
  const blocks = book.blocks(path);
  return { path, blocks, at: blocks.length === 0 ? 0 : 1 + lots.below(blocks.length) };
};

export const insert = (book: Manuscript, lots: Lots, block: string, path?: string): string | undefined => {
  const place = inChapter(book, lots);
  if (!place) return undefined;
  if (path !== undefined) Object.assign(place, { path, blocks: book.blocks(path), at: 1 });
  book.setBlocks(place.path, place.blocks.toSpliced(place.at, 0, block));
  return `into ${place.path} as block ${place.at}: ${block.slice(0, 60).replaceAll('\n', ' ')}`;
};

/** Changes one of the blocks that are meant. */
export const change = (book: Manuscript, lots: Lots, isMeant: (block: string) => boolean, by: (block: string) => string): string | undefined => {
  const all = book.chapters().flatMap((path) => book.blocks(path).map((block, at) => ({ path, block, at })));
  const one = lots.pick(all.filter(({ block }) => isMeant(block)));
  if (!one) return undefined;
  const next = by(one.block);
  if (next === one.block) return undefined;
  book.setBlocks(one.path, book.blocks(one.path).with(one.at, next));
  return `${one.path}, block ${one.at}`;
};

/** Takes one of the blocks that are meant away; what refers to it goes, too, but for once in eight times. */
export const remove = (book: Manuscript, lots: Lots, isMeant: (block: string, at: number) => boolean): string | undefined => {
  const one = lots.pick(book.chapters().flatMap((path) => book.blocks(path).flatMap((block, at) => (isMeant(block, at) ? [{ path, block, at }] : []))));
  if (!one) return undefined;
  book.setBlocks(one.path, book.blocks(one.path).toSpliced(one.at, 1));
  const labels = labelsOf(one.block);
  const leaves = labels.length > 0 && lots.once(8);
  if (!leaves) book.forget(labels);
  return `${one.path}, block ${one.at}${leaves ? `, and not what refers to ${labels.join(', ')}` : ''}`;
};

export const changeWord = (block: string, { below, words }: Lots): string => {
  const found = [...block.matchAll(/(?<=[ \n])[a-z]{3,}(?=[ .,\n])/g)];
  const one = found[below(found.length)];
  return one ? `${block.slice(0, one.index)}${words(1)}${block.slice(one.index + one[0].length)}` : block;
};

export const isText = (block: string): boolean => isParagraph(block) && block.length > 60;
export const isNotTitle = (_: string, at: number): boolean => at > 0;
