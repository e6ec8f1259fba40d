import type { Part } from '../model/document.js';
import type { Anchor } from '../model/id.js';
import { elementsOf, type Piece, split } from './split.js';

/** One file of the EPUB's text. */
export interface Chunk {
  /** What of a part stands in it: all, unless the part is too long for one file. */
  readonly part: Part;
  /** The part as it was before it was split. */
  readonly whole: Part;
  /** Relative to the package document: `text/thaw.xhtml`. */
  readonly file: string;
  /** Its part begins in another file. */
  readonly isContinued: boolean;
  /** The section that a continued file begins with. */
  readonly section?: Part['sections'][number];
  /** Everything in it that a link may lead to. */
  readonly anchors: ReadonlySet<string>;
}

export interface Chunks {
  readonly list: readonly Chunk[];
  /** The chunk that holds each anchor; the first, where a note stands in several. */
  readonly holderOf: ReadonlyMap<string, Chunk>;
  /** The section or part that each anchor stands in, as a reader would name it: `§ 3.2`, or a title. */
  readonly nameOf: ReadonlyMap<string, string>;
  /** The number of the note that each anchor stands in, or is; none in a comment. */
  readonly noteOf: ReadonlyMap<string, number>;
  /** The chunk that sets each block of the manuscript; the first, where one is set twice. Notes are no place for a page to begin. */
  readonly blockHolder: ReadonlyMap<string, Chunk>;
}

/** The navigation document, which is also the contents page of a book that has one. */
export const navFile = 'nav.xhtml';

/**
 * Gives every part its file or files, and finds the file of every anchor.
 *
 * In: parts whose anchors are unique in the book. File names come from ids of parts and anchors of sections, so they survive changes
 * elsewhere; names that differ in case alone get a number, because a zip may be unpacked where `A` and `a` are one name.
 * The first contents part becomes the navigation document.
 * @param limit bytes from which on a part is split
 */
export function chunk(parts: readonly Part[], limit: number): Chunks {
  const taken = new Set<string>();
  const contents = parts.find((part) => part.kind === 'contents');
  const list: Chunk[] = [];
  const holderOf = new Map<string, Chunk>();
  const nameOf = new Map<string, string>();
  const noteOf = new Map<string, number>();
  const blockHolder = new Map<string, Chunk>();
  for (const whole of parts) {
    const partName = whole.number === undefined ? whole.title : `§ ${whole.number}`;
    const sections = new Map(whole.sections.map((section) => [section.anchor as string, section]));
    let name = partName;
    for (const { name: stem, blocks, notes, ...piece } of heldPieces(whole, whole === contents, limit)) {
      const holder: Chunk = { ...piece, whole, file: whole === contents ? navFile : fileFor(stem, taken) };
      list.push(holder);
      for (const anchor of piece.anchors) {
        if (holderOf.has(anchor)) continue;
        const section = sections.get(anchor);
        if (section) name = section.number === undefined ? partName : `§ ${section.number}`;
        holderOf.set(anchor, holder);
        nameOf.set(anchor, name);
      }
      for (const at of blocks) if (!blockHolder.has(at)) blockHolder.set(at, holder);
      for (const [anchor, number] of notes) noteOf.set(anchor, number);
    }
  }
  return { list, holderOf, nameOf, noteOf, blockHolder };
}

/** A piece and what stands in it, in its order. */
interface HeldPiece extends Piece {
  readonly anchors: ReadonlySet<string>;
  readonly blocks: readonly string[];
  /** The numbers of its notes, by the anchors that stand in them. */
  readonly notes: ReadonlyMap<string, number>;
}

interface Divided {
  readonly isContents: boolean;
  readonly limit: number;
  readonly pieces: readonly HeldPiece[];
}

const divided = new WeakMap<Part, Divided>();

/** Long parts are long to divide; the same part is divided once. */
function heldPieces(whole: Part, isContents: boolean, limit: number): readonly HeldPiece[] {
  const known = divided.get(whole);
  if (known?.isContents === isContents && known.limit === limit) return known.pieces;
  const pieces = isContents ? [{ part: whole, name: whole.id, isContinued: false }] : split(whole, limit);
  const made = pieces.map((piece) => ({ ...piece, ...heldIn(piece, isContents) }));
  divided.set(whole, { isContents, limit, pieces: made });
  return made;
}

/** No link leads into the contents. */
function heldIn({ part, isContinued }: Piece, isContents: boolean): Pick<HeldPiece, 'anchors' | 'blocks' | 'notes'> {
  const anchors = new Set<string>();
  const blocks: string[] = [];
  const notes = new Map<string, number>();
  if (!isContinued) anchors.add(part.id);
  for (const { properties } of elementsOf(part.body)) {
    const at = properties.dataAt ?? properties['data-at'];
    if (typeof at === 'string') blocks.push(at);
    if (typeof properties.id === 'string' && !isContents) anchors.add(properties.id);
  }
  for (const { anchor } of part.explanations ?? []) anchors.add(anchor);
  for (const { anchor, body, number, callAnchor } of part.notes) {
    anchors.add(anchor);
    if (typeof number === 'number') notes.set(anchor, number);
    for (const { properties } of elementsOf(body)) {
      if (typeof properties.id !== 'string') continue;
      anchors.add(properties.id);
      if (typeof number === 'number') notes.set(properties.id, number);
    }
    anchors.add(callAnchor);
  }
  return { anchors, blocks, notes };
}

function fileFor(wanted: Anchor, taken: Set<string>): string {
  let stem: string = wanted;
  for (let count = 2; taken.has(stem.toLowerCase()); count++) stem = `${wanted}-${count}`;
  taken.add(stem.toLowerCase());
  return `text/${stem}.xhtml`;
}
