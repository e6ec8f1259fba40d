import { configFile, type BookConfig } from '../model/book.js';

/** What was published of a book, as `edition.lock` has it: enough to find its pages again in a later manuscript. */
export interface Edition {
  readonly number: number;
  readonly date?: string;
  /** Digest of everything that the book was made of. */
  readonly source: string;
  /** Width and height of a page's text, CSS px. */
  readonly area: string;
  /** In all, blank ones counted. */
  readonly pageCount: number;
  /** Those before it, the oldest first. */
  readonly former: readonly FormerEdition[];
  /** In order, without the blank ones. */
  readonly pages: readonly RecordedPage[];
  readonly numbers: readonly RecordedNumber[];
}

export type FormerEdition = Pick<Edition, 'number' | 'date' | 'source' | 'pageCount'>;

export interface RecordedPage {
  readonly folio: string;
  /** The part of the book that it is a page of: a chapter's slug. */
  readonly part: string;
  /** Letters of the block it begins in that stand on earlier pages; absent on a page that begins with no text of its own. */
  readonly letters?: number;
  /** The words before its beginning and behind it, in one block. */
  readonly before: string;
  readonly begins: string;
  /** Lines that it lacks. */
  readonly lacks: number;
  /** Digests of its words and pictures, and of the numbers among them. */
  readonly words: string;
  readonly numbers: string;
  /** Digests of the blocks that begin on it, and of its notes, in order. */
  readonly blocks: readonly string[];
  readonly notes: readonly string[];
}

/** The number that something carries: `3.2` for `fig:trade`. */
export interface RecordedNumber {
  readonly anchor: string;
  readonly kind: string;
  readonly number: string;
}

/** The file that an edition is recorded in: one for each audience, whose pages differ. */
export function lockFile({ audience }: Pick<BookConfig, 'audience'>): string {
  return audience === 'self-study' ? 'edition.lock' : `edition-${audience}.lock`;
}

/** What a finding about an edition as a whole points at. */
export const bookPlace = { file: configFile };
