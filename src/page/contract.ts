/** What crosses the border between the program and the pages in its browser: plain data, no DOM. */
import type { Px } from '../model/unit.js';
import type { Costs } from './costs.js';
import type { NoteSigns } from './folio.js';

export interface PaginateOptions {
  /** Height of the text area of a page. */
  readonly height: Px;
  readonly noteRule: Px;
  readonly leading: Px;
  /** Whether the outer margin is wide enough for notes. */
  readonly hasColumn: boolean;
  readonly costs: Costs;
  /** The verso running head. */
  readonly bookTitle: string;
  readonly words: PageWords;
  readonly chaptersOpen: 'any' | 'recto';
  readonly rectoHead: 'chapter' | 'section';
  /** Whether to count what a typographer would look for; it costs another layout. */
  readonly judge: boolean;
  /** The pages to keep. */
  readonly recorded?: RecordedEdition;
  /** Whether to tell what is printed on each page. */
  readonly describe?: boolean;
}

/** The pages of an edition that readers hold already, found again in the text of this one. */
export interface RecordedEdition {
  /** By how many lines a page may be deeper than others for their sake. */
  readonly deepest: number;
  readonly parts: readonly RecordedPart[];
}

export interface RecordedPart {
  readonly id: string;
  readonly pages: number;
  /** Where they begin, but for the first, in order; not those whose words are gone. */
  readonly begins: readonly RecordedBeginning[];
}

/** A block, as `data-at` gives it, and how many of its own letters (own-letters.ts) stand on earlier pages. */
export interface RecordedBeginning {
  readonly at: string;
  readonly letters: number;
  /** Lines that the page lacked. */
  readonly lacks: number;
}

/** A page as its readers have it; not a blank one. */
export interface PrintedPage {
  readonly folio: string;
  readonly part: string;
  /** Where it begins; absent on a page that begins with no text of its own. */
  readonly at?: string;
  readonly letters: number;
  readonly lacks: number;
  /** Its own words. */
  readonly text: string;
  /** What numbering and pages add to them. */
  readonly numbers: string;
  /** Addresses and drawings. */
  readonly pictures: readonly string[];
  /** The anchors of the notes on it. */
  readonly notes: readonly string[];
}

/** The line of the imprint that says which state of the text this is: it changes at every edit, and alone makes no page another one. */
export const textState = 'text-state';

/**
 * What numbering, references and pages put among an author's own words: it changes without an edit. Names of attributes and of
 * classes; the call of a note, an `a` with `data-note`, is among it as well.
 */
export const addedAttributes = ['data-uncounted', 'data-page', 'data-pages', 'data-line', 'data-page-line'] as const;
export const addedClasses = ['note-number', 'page-words', 'cross-reference', 'caption-number', 'section-number', 'chapter-number', 'contents-number', 'equation-number', 'question-number', 'evidence-number', 'block-number', textState] as const;

/** How a book speaks of its pages, in its language. */
export interface PageWords {
  /** Before a number: `on page`. */
  readonly onPage: string;
  readonly onThisPage: string;
  readonly onFacingPage: string;
  /** Before the number of a line in a source document: `line`, `lines`. */
  readonly line: readonly [one: string, several: string];
  readonly inNote: NoteSigns;
  /** Between a page and the number of a line on it: `l.`. */
  readonly pageLine: string;
}

/** What a typographer would count. */
export interface PageQuality {
  readonly pages: number;
  /** Lines of the paragraphs, in all. */
  readonly lines: number;
  readonly widows: number;
  readonly orphans: number;
  readonly strandedHeadings: number;
  /** Lead-ins, captions and table heads without what they announce. */
  readonly partedFromNext: number;
  readonly dividedTables: number;
  readonly dividedStanzas: number;
  /** Boxes of code that go on overleaf. */
  readonly dividedSources: number;
  /** Pages, but for the last of a chapter, that lack two lines or more. */
  readonly shortPages: number;
  readonly splitNotes: number;
  readonly hyphensAtPageEnds: number;
  /** Figures that the text runs past. */
  readonly movedFigures: number;
  /** Justified lines with much white between their words. */
  readonly looseLines: number;
}

export interface Paginated {
  readonly pages: readonly PageStartRecord[];
  /** The folio of each anchor that a page number refers to. */
  readonly folios: readonly (readonly [anchor: string, folio: string])[];
  readonly findings: readonly PageFinding[];
  readonly quality?: PageQuality;
  /** What is printed on each page, when that was asked for. */
  readonly printed?: readonly PrintedPage[];
  /** Milliseconds per step. */
  readonly timings: Readonly<Record<string, number>>;
}

/** A part of a book that stays open. */
export interface RevisedPart {
  readonly id: string;
  readonly kind: string;
  readonly matter: string;
  /** As print/galley.ts writes it: its column, and the section of its notes. Absent where nothing changed. */
  readonly source?: { readonly flow: string; readonly notes: string };
}

export interface Revised extends Pick<Paginated, 'pages' | 'folios' | 'findings' | 'timings'> {
  /** Of each page its markup, or its index among the pages of the last time where it is still the same. */
  readonly markup: readonly (string | number)[];
  /** Pages that show what none of the last time did; that the text's state has another name is none of it. */
  readonly changed: readonly number[];
  /** How many pages each part has, blank ones not counted. */
  readonly counts: readonly number[];
  /** Only the edited parts are as they will be: the others stand as they were, and are made when this is asked again. */
  readonly isProvisional?: true;
  /** Beside `markup`, the places of the manuscript on each page that is new (`data-at`); none where it is not. */
  readonly places: readonly (readonly string[])[];
}

export interface SerializedPages {
  readonly html: string;
  /** Which of the `@font-face` rules, in their order. */
  readonly faces: readonly number[];
}

/** Where a page begins in the manuscript. */
export interface PageStartRecord {
  readonly folio: string;
  readonly at?: string;
  readonly letters: number;
}

export interface PageFinding {
  readonly code: 'p-001' | 'p-002' | 'p-003' | 'p-004' | 'p-005' | 'p-006' | 'p-007';
  readonly message: string;
  /** The manuscript place, as `data-at` gives it. */
  readonly at?: string;
  readonly hints: readonly string[];
}

/** A point of a page, from its upper left corner. */
export interface PagePoint {
  /** From 0, blank pages counted. */
  readonly page: number;
  readonly left: Px;
  readonly top: Px;
}

/** Where a reader can go within the book: read from the pages as they are printed, written into the finished PDF. */
export interface Navigation {
  /** Of every anchor, once each. A link's address in the printed PDF is `placeScheme` and an index of this list. */
  readonly places: readonly AnchorPlace[];
  /** In the order of the pages. */
  readonly headings: readonly HeadingPlace[];
}

export interface AnchorPlace extends PagePoint {
  readonly anchor: string;
}

export interface HeadingPlace extends PagePoint {
  /** 1 for a chapter's title. */
  readonly level: number;
  /** '' for a heading without words. */
  readonly words: string;
}

/** Of addresses that no manuscript can hold: neither Markdown’s links nor raw HTML may use a scheme of their own making. */
export const placeScheme = 'octavo-place:';

/** Sides of a box on a page that is drawn, from its upper left corner, in px. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where a formula lies, and the room around it that is its own. */
export interface FormulaBox extends Box {
  readonly baseline: number;
  readonly slot: Box;
}
