/**
 * What crosses between the program and the proof in its author's browser: JSON over one socket. Plain data; no DOM, no Node.
 *
 * All addresses are relative to the proof's own, which ends in a slash: `assets/map.png`, `fonts/…`, `epub/text/thaw.xhtml`.
 */

/** From the program. A proof that comes late is told the newest of each kind. */
export type News = PagesNews | ChaptersNews | FindingsNews | StateNews;

/** The pages as they are printed now. */
export interface PagesNews {
  readonly type: 'pages';
  /** Counts from 1, and grows with every change. */
  readonly revision: number;
  readonly title: string;
  readonly language: string;
  /** Names the style that the pages are set in (`pages.css`): another when it has to be fetched anew. */
  readonly style: string;
  /** Names the state of the pictures on them: another when one may be another at its address. */
  readonly pictures: string;
  /** All of them, in order. */
  readonly pages: readonly ProofPage[];
  /** By key, the markup of the pages that the reader of this cannot have yet: a `<section class="page …">` each. */
  readonly markup: Readonly<Record<string, string>>;
  /** Of `pages`, those that show something else than at the revision before; none of them at the first. */
  readonly changed: readonly number[];
  /** Where the edit stands: a page, and the block on it (`data-at`). */
  readonly focus?: { readonly page: number; readonly at: string };
}

export interface ProofPage {
  /** The same for the same markup, to the letter. */
  readonly key: string;
  /** '' on a blank page. */
  readonly folio: string;
  readonly side: 'recto' | 'verso';
}

/** The files of the e-book's text, in reading order. */
export interface ChaptersNews {
  readonly type: 'chapters';
  readonly chapters: readonly ProofChapter[];
}

export interface ProofChapter {
  /** `epub/text/thaw.xhtml` */
  readonly address: string;
  readonly title: string;
  /** Another when the file is another. */
  readonly key: string;
  /** Places of the manuscript that stand in it (`data-at` of pages), with the anchors nearest to them: the way from a page to the e-book. */
  readonly places: readonly (readonly [at: string, anchor: string])[];
}

export interface FindingsNews {
  readonly type: 'findings';
  /** In the order of the manuscript. */
  readonly findings: readonly ProofFinding[];
  /** The manuscript has an error: what is shown is the state before it. */
  readonly isStale: boolean;
}

export interface ProofFinding {
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  readonly message: string;
  readonly hints: readonly string[];
  /** The line, and how much of it is meant: columns from 1. */
  readonly source?: { readonly text: string; readonly column: number; readonly length: number };
  /** Index of the page that shows the place, where one does. */
  readonly page?: number;
  /** The block of that page. */
  readonly at?: string;
}

export interface StateNews {
  readonly type: 'state';
  /** Making pages; writing outputs; neither. */
  readonly doing: 'pages' | 'outputs' | 'nothing';
  /** Names of the files that were written last, and what hindered them. */
  readonly outputs: readonly { readonly name: string; readonly bytes: number }[];
  /** In one sentence, what its author has to know: the browser was restarted, the disk is full. */
  readonly notice?: string;
}

/** To the program. */
export type Wish =
  /** Open the editor where a block, or a finding, stands. */
  | { readonly type: 'edit'; readonly at: string }
  | { readonly type: 'edit'; readonly file: string; readonly line?: number; readonly column?: number };
