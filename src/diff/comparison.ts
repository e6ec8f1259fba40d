/** What differs between two states of a book, page by page: what every report of it says. */
import type { PageMarks } from '../page/changes-contract.js';
import type { Sheets } from './find-sheets.js';

export interface Comparison {
  readonly before: StateFacts;
  readonly after: StateFacts;
  /** In the order of the later state. */
  readonly changed: readonly PageChange[];
  /** The same under another folio, or elsewhere among the sheets. */
  readonly moved: readonly PagePair[];
  readonly added: readonly PageChange[];
  readonly gone: readonly PageChange[];
  readonly numbers: readonly NumberChange[];
  readonly citations: readonly CitationChange[];
  readonly sheets: Sheets;
  /** The line of the imprint that names the state of the text, where it alone differs. */
  readonly textState?: { readonly folio: string; readonly was: string; readonly is: string };
  /** Of a state of which only the lock is left, words and citations are not known. */
  readonly knowsWords: boolean;
  /** What is to be borne in mind: other faces, another size, what is not known. */
  readonly remarks: readonly string[];
}

export interface StateFacts {
  /** `edition 1, 2026-11-22`, `the book as it is now` */
  readonly name: string;
  readonly title: string;
  readonly language: string;
  readonly stem: string;
  /** One for each page; '' where there is none. */
  readonly folios: readonly string[];
}

/** Indexes of pages. */
export interface PagePair {
  readonly before: number;
  readonly after: number;
}

/**
 * Its words differ; it holds words of the page before or behind; only numbers and references on it differ; only its running head does;
 * the same words lie elsewhere.
 */
export type Reason = 'words' | 'break' | 'numbers' | 'head' | 'look';

export interface PageChange extends Partial<PagePair> {
  readonly reason: Reason;
  readonly edits: readonly Edit[];
  /** Numbers and references that changed without an edit. */
  readonly numbers: readonly { readonly kind: string; readonly near: string; readonly was: string; readonly is: string }[];
  /** Words that stood on another page, and those that now do. */
  readonly came: number;
  readonly left: number;
  /** Words that are the same in another place of it or of its neighbours. */
  readonly isReordered: boolean;
  readonly marks: { readonly before: PageMarks['words']; readonly after: PageMarks['words'] };
}

/** Words that were taken out, and those in their place: signs and pictures, too. Either may be empty; a space before them is theirs. */
export interface Edit {
  readonly gone: string;
  readonly new: string;
  /** How many of each are words. */
  readonly goneWords: number;
  readonly newWords: number;
  /** What stands around them. */
  readonly ahead: string;
  readonly behind: string;
}

export interface NumberChange {
  readonly kind: string;
  readonly anchor: string;
  readonly was?: string;
  readonly is?: string;
}

export interface CitationChange {
  readonly keys: readonly string[];
  /** As they are printed. */
  readonly was?: string;
  readonly is?: string;
  /** `03-may-1933.md:14` */
  readonly place: string;
}
