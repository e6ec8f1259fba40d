/**
 * Describes the pages that were made as an edition records them, and tells what stands on each, for a report.
 *
 * In: the parts as they were lowered for print, and what the paginator says of its pages. Pure.
 */
import type { Asset, Part, Resolved } from '../model/document.js';
import type { NodeId } from '../model/id.js';
import { geometryOf } from '../model/geometry.js';
import { sourcesOf } from '../model/source.js';
import type { PrintedPage } from '../page/contract.js';
import type { Edition, RecordedNumber, RecordedPage } from './edition.js';
import { type Block, digestOf, lettersOf, noteDigest, readBlocks, type Spot, spotOf } from './read-blocks.js';

/** All but what only its author decides: number and date. */
export type Published = Omit<Edition, 'number' | 'date' | 'former' | 'pages'> & { readonly pages: readonly PublishedPage[] };

export interface PublishedPage extends RecordedPage {
  /** The blocks that stand on it, and its notes, with their places in the manuscript. */
  readonly holds: readonly { readonly digest: string; readonly at: NodeId }[];
}

/** Words kept of what stands before a page's beginning and behind it. */
const words = 9;

export function recordEdition(resolved: Resolved, parts: readonly Part[], printed: readonly PrintedPage[], pageCount: number): Published {
  const pages = parts.flatMap((part) => recordPart(part, printed.filter((page) => page.part === part.id), resolved.assets));
  return { source: sourceDigest(resolved), area: areaOf(resolved.config), pageCount, pages, numbers: numbersOf(resolved, parts) };
}

/** Pages of another area have other lines: none of them can be kept. */
export function areaOf(config: Resolved['config']): string {
  const { measure, depth } = geometryOf(config);
  return `${measure.toFixed(0)}x${depth.toFixed(0)}`;
}

function recordPart(part: Part, printed: readonly PrintedPage[], assets: ReadonlyMap<string, Asset>): PublishedPage[] {
  const read = readBlocks(part);
  const { blocks } = read;
  const notes = new Map(part.notes.map((note) => [note.anchor as string, note]));
  const spots = printed.map(({ at, letters }, index): Spot | undefined => (index === 0 ? { block: 0, letters: 0 } : at === undefined ? undefined : spotOf(read, at, letters)));
  return printed.map((page, index) => {
    const spot = spots[index];
    const next = spots.slice(index + 1).find((later) => later !== undefined) ?? { block: blocks.length, letters: 0 };
    const first = spot && blocks[spot.block];
    const own = spot ? blocks.slice(spot.block, next.letters > 0 ? next.block + 1 : next.block) : [];
    const called = page.notes.flatMap((anchor) => notes.get(anchor) ?? []);
    const noteDigests = called.map(noteDigest);
    return {
      folio: page.folio,
      part: part.id,
      ...(spot && { letters: spot.letters }),
      before: first && spot ? wordsBefore(first, spot.letters) : '',
      begins: first && spot ? wordsFrom(first, spot.letters) : '',
      lacks: page.lacks,
      words: digestOf(`${lettersOf(page.text)}\0${page.pictures.map((picture) => pictureFacts(picture, assets)).join('\0')}`, 12),
      numbers: digestOf(page.numbers.replace(/\s+/gu, ' '), 8),
      blocks: own.slice(spot && spot.letters > 0 ? 1 : 0).map(({ digest }) => digest),
      notes: noteDigests,
      holds: [...own, ...called.map(({ at }, place) => ({ at, digest: noteDigests[place] ?? '' }))].map(({ digest, at }) => ({ digest, at })),
    };
  });
}

/** A picture is its bytes, whatever it is called; a drawing is itself. */
function pictureFacts(picture: string, assets: ReadonlyMap<string, Asset>): string {
  const path = decodeURI(picture.startsWith('/assets/') ? picture.slice('/assets/'.length) : '');
  const asset = path === '' ? undefined : assets.get(path);
  return asset ? digestOf(Buffer.from(asset.bytes).toString('latin1'), 12) : picture;
}

function wordsBefore({ text }: Block, letters: number): string {
  return text.slice(0, placeOf(text, letters)).trimEnd().split(' ').slice(-words).join(' ');
}

function wordsFrom({ text }: Block, letters: number): string {
  return text.slice(placeOf(text, letters)).trimStart().split(' ').slice(0, words).join(' ');
}

/** The offset of the letter that so many letters come before. */
function placeOf(text: string, letters: number): number {
  let left = letters;
  let offset = 0;
  for (; offset < text.length; offset += 1) {
    if (/\s/.test(text.charAt(offset))) continue;
    if (left === 0) break;
    left -= 1;
  }
  return offset;
}

function numbersOf({ labelled, numbers }: Resolved, parts: readonly Part[]): RecordedNumber[] {
  return [
    ...labelled.flatMap(({ id, anchor, kind }) => {
      const number = numbers.get(id);
      return number === undefined ? [] : [{ anchor, kind, number }];
    }),
    ...parts.flatMap((part) => part.notes.map(({ anchor, number }) => ({ anchor, kind: 'note', number: String(number) }))),
  ];
}

/** Of everything that the book was made of, in an order of its own. */
function sourceDigest(resolved: Resolved): string {
  const { config, assets, bibliography } = resolved;
  const { silence: _silence, allow: _allow, ...settings } = config;
  return digestOf(
    JSON.stringify([
      settings,
      sourcesOf(resolved).map(({ file, text }) => [file, text]),
      Object.values(resolved.registers).flatMap((entries) => entries.map(({ key, name, fields }) => [key, name, fields])),
      bibliography.map(({ content }) => content),
      [...assets].map(([path, { bytes }]) => [path, digestOf(Buffer.from(bytes).toString('latin1'), 12)]).sort(),
    ]),
    16,
  );
}
