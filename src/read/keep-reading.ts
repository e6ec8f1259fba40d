/**
 * What a session keeps of a manuscript as it was read: a chapter, the entry of a register and all the rest are the same objects as
 * before where nothing about them changed.
 * Not here: files as they were (source-hash.ts), when what is kept is let go (world/kept.ts).
 */
import type { Root } from 'mdast';
import type { overhear } from '../diagnostics/diagnostic.js';
import type { RegisterKind } from '../model/book.js';
import type { Asset, Chapter, LeftOut, RegisterEntry, Source } from '../model/document.js';
import { isSame } from '../model/is-same.js';
import { type Kept, keepOne, KeptStep, type Made } from '../world/kept.js';

type Told<Value> = ReturnType<typeof overhear<Value>>;

/** What is left of a source for one edition. */
export interface Remaining<Kind extends Source> {
  /** Absent where nothing is left of a chapter. */
  readonly source?: Kind;
  readonly leftOut: readonly LeftOut[];
}

const chapters = new KeptStep<Made<Told<Remaining<Chapter>>>>();
const wholeChapters = new KeptStep<Made<Chapter>>();
const includes = new KeptStep<Made<Remaining<Source>>>();
const wholeIncludes = new KeptStep<Made<Source>>();
const filledTrees = new KeptStep<Made<Root>>();
const texts = new KeptStep<Made<Source>>();
const registers = new KeptStep<Made<Told<readonly RegisterEntry[]>>>();
const entries = new KeptStep<RegisterEntry>();
const lists = new KeptStep<readonly RegisterEntry[]>();
const assets = new KeptStep<Asset>();

/** For one reading of a book. */
export const keepReading = (kept: Kept | undefined) => ({
  chapters: chapters.turn(kept),
  /** With what they include. */
  wholeChapters: wholeChapters.turn(kept),
  includes: includes.turn(kept),
  wholeIncludes: wholeIncludes.turn(kept),
  /** Whose fenced blocks have got the lines that they take in. */
  filledTrees: filledTrees.turn(kept),
  /** Markdown in an attribute, and the imprint. */
  texts: texts.turn(kept),
  registers: registers.turn(kept),
  entries: entries.turn(kept),
  lists: lists.turn(kept),
  assets: assets.turn(kept),
});

export type ReadingKept = ReturnType<typeof keepReading>;

/**
 * A register with the entries that it had before where they say the same, and the same list where all do.
 * @param ownLabels what labels of the author's own kinds begin with: the trees of equal texts are equal only with the same
 */
export function keepEntries(kind: RegisterKind, found: readonly RegisterEntry[], ownLabels: readonly string[], { entries, lists }: Pick<ReadingKept, 'entries' | 'lists'>): readonly RegisterEntry[] {
  const labels = ownLabels.join(' ');
  const kept = found.map((entry) => keepOne(`${labels}\n${kind} ${entry.key}`, entry, entries, isSameEntry));
  return keepOne(kind, kept, lists, isSame);
}

function isSameEntry({ texts: one, ...entry }: RegisterEntry, { texts: other, ...another }: RegisterEntry): boolean {
  const fields = Object.keys(one);
  return isSame(entry, another) && isSame(fields, Object.keys(other)) && fields.every((field) => isSameText(one[field] as Source, other[field] as Source));
}

/** Of a text that is a piece of a whole, the tree is one of pieces; any other tree follows from its words. */
function isSameText({ tree, ...one }: Source, { tree: another, ...other }: Source): boolean {
  return isSame({ ...one, cutFrom: undefined }, { ...other, cutFrom: undefined }) && one.cutFrom === other.cutFrom && (one.cutFrom === undefined || isSame(tree.children, another.children));
}
