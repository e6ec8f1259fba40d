import type { Code } from '../diagnostics/codes.js';
import type { Costs } from '../page/costs.js';
import type { Place } from './place.js';
import type { Mm } from './unit.js';

/** The file that makes a folder a book. */
export const configFile = 'book.yaml';

/** `book.yaml`, checked and with its defaults filled in. All paths are relative to the book folder. */
export interface BookConfig {
  /** For whom this edition is: whether it prints answers, and where. */
  readonly audience: Audience;
  readonly title: string;
  readonly subtitle?: string;
  /** Names the book, whatever its edition; through a UUIDv5, also in its identifier. */
  readonly slug: string;
  /** Names the output files: the slug and, unless the edition is the usual one, its audience. */
  readonly fileStem: string;
  /** BCP 47. */
  readonly language: string;
  /** What else the book is written in, to a good part. */
  readonly languages: readonly string[];
  /** Everyone who is named, with what they did. */
  readonly authors: readonly Contributor[];
  readonly publisher?: string;
  readonly series?: Series;
  /** As the title page states it: the author's words, and for whom it is unless it is the usual one. */
  readonly edition?: string;
  /** ISO 8601 date of the edition. */
  readonly date?: string;
  /** What the e-book is known by through all its versions: never its ISBN unless the author says so, for that may come later. */
  readonly identifier: string;
  readonly isbn: { readonly [body in 'epub' | 'print']?: Isbn };
  readonly rights?: string;
  readonly description?: string;
  readonly subjects: readonly Subject[];
  readonly imprint?: string;
  readonly front: readonly string[];
  readonly chapters: readonly string[];
  readonly back: readonly string[];
  readonly bibliography: readonly string[];
  /** Whether book.yaml itself holds sources, below `references:`. */
  readonly references: boolean;
  readonly citation: CitationSetup;
  readonly registers: { readonly [kind in RegisterKind]?: string };
  /** Where an abbreviation is set in full without being asked to. */
  readonly abbreviations: AbbreviationRule;
  /** Where comments stand that say nothing else. */
  readonly commentary: CommentPlacement;
  readonly page: PageSetup;
  /** Whether pages keep the beginnings that the recorded edition gave them. */
  readonly pages: PageRule;
  readonly epub: EpubSetup;
  readonly accessibility: AccessibilitySetup;
  /** How deep sections of numbered chapters have numbers: 0 none, 1 those of a chapter, 2 theirs, too. */
  readonly numberSections: number;
  /** Numbered blocks of the author's own: theorems, exercises, … */
  readonly kinds: readonly OwnKind[];
  readonly silence: readonly Silence[];
  readonly allow: readonly Allowance[];
}

/** What the author knows an output to drop. */
export interface Allowance {
  readonly construct: string;
  /** All of them when absent. */
  readonly output?: 'pdf' | 'booklet' | 'epub';
  readonly because: string;
  /** Of the rule. */
  readonly place: Place;
}

/** A kind of numbered block that the author declares: `:::theorem{#thm:pythagoras}`. */
export interface OwnKind {
  /** Of its directive. */
  readonly name: string;
  /** What its labels begin with: `thm`. */
  readonly label: string;
  /** `theorem`, `theorems`: in references, and above the block. */
  readonly one: string;
  readonly several: string;
}

/** The usual edition comes first: questions with room to write, answers at the back. */
export const audiences = ['self-study', 'student', 'teacher'] as const;
export type Audience = (typeof audiences)[number];

/** As the author wrote it; in full where it is first used in the book; or first in each chapter. */
export const abbreviationRules = ['as-written', 'expand-first', 'expand-in-chapters'] as const;
export type AbbreviationRule = (typeof abbreviationRules)[number];

/** Findings that the author knows of and wants no more to hear of. */
export interface Silence {
  /** Of a warning. */
  readonly code: Code;
  /** A citation key, a label or a file: only what is about that; all of the code when absent. */
  readonly of?: string;
  readonly because: string;
  /** Of the rule. */
  readonly place: Place;
}

export interface Contributor {
  readonly name: string;
  /** MARC relator codes: aut, edt, trl, …; one at least. */
  readonly roles: readonly string[];
  /** As catalogues file it, `Clarke, J. Calvin`; absent where nobody can tell. */
  readonly sort?: string;
}

/** What the book is about: in words, and perhaps in the code of a scheme that libraries and shops go by. */
export interface Subject {
  readonly name: string;
  readonly filed?: { readonly scheme: string; readonly code: string };
}

export interface Series {
  readonly title: string;
  /** `3`, `2.1` */
  readonly number?: string;
}

/** As the author divides it, with a check digit that is right. */
export type Isbn = string;

export interface CitationSetup {
  readonly style: string;
  readonly locale: string;
  /** Whether an entry of the bibliography says where it is cited. */
  readonly backLinks: boolean;
  /** Keys of entries that are in the bibliography though nothing cites them; `*` names all. */
  readonly nocite: readonly string[];
  /** Where a source counts as cited for the first time again: in every chapter, or in the book alone. */
  readonly restart: 'chapter' | 'book';
}

/** At the foot of the page, in its margin, or together where `::commentary` stands. */
export const commentPlacements = ['foot', 'margin', 'end'] as const;
export type CommentPlacement = (typeof commentPlacements)[number];

/** Each build for itself, or after the recorded edition. */
export const pageRules = ['free', 'stable'] as const;
export type PageRule = (typeof pageRules)[number];

export interface PageSize {
  readonly width: Mm;
  readonly height: Mm;
}

/** How the printed pages are made up. */
export interface PageSetup extends PageSize {
  /** Whether a chapter waits for a right-hand page. */
  readonly chaptersOpen: 'any' | 'recto';
  /** What the running head of a recto names. */
  readonly rectoHead: 'chapter' | 'section';
  /** Where notes count from 1. */
  readonly numberNotes: 'chapter' | 'book';
  /** Where notes stand that say nothing else. */
  readonly notes: 'foot' | 'margin';
  /** Where the author wants others than the house's. */
  readonly margins: { readonly [side in 'top' | 'bottom' | 'inner' | 'outer']?: Mm };
  /** Other prices for the faults of a page than the house's. */
  readonly costs: Partial<Costs>;
}

/** Any reader; Amazon's, which is behind the others; Kobo's, which wants to know where sentences end. */
export const epubProfiles = ['standard', 'kindle', 'kobo'] as const;
export type EpubProfile = (typeof epubProfiles)[number];

/** How fonts are carried: small, in the form that every reader of old has, too, or not at all. */
export const epubFontForms = ['woff2', 'ttf', 'none'] as const;
export type EpubFontForm = (typeof epubFontForms)[number];

/** Formulas as MathML alone, or with a picture of each for readers that know none. */
export const epubMathForms = ['mathml', 'pictures'] as const;
export type EpubMathForm = (typeof epubMathForms)[number];

/** How the e-book is made. */
export interface EpubSetup {
  /** A picture of the book folder; drawn from title and authors when absent; `false`: no cover. */
  readonly cover?: string | false;
  readonly profile: EpubProfile;
  readonly fonts: EpubFontForm;
  readonly math: EpubMathForm;
  /** A text file that would be larger is split at a section; kilobytes of 1,000. */
  readonly splitAt: number;
}

/** What a book may be claimed to conform to, in the words that a reading system looks for. Source: EPUB Accessibility 1.1, conformance reporting. */
export const conformances = (['2.0', '2.1', '2.2'] as const).flatMap((version) => (['A', 'AA', 'AAA'] as const).map((level) => `EPUB Accessibility 1.1 - WCAG ${version} Level ${level}` as const));

/** What in a book may harm a reader. */
export const hazardKinds = ['flashing', 'motion-simulation', 'sound'] as const;
export type HazardKind = (typeof hazardKinds)[number];

/** What somebody has found out about the e-book and answers for; everything else is counted from its files. */
export interface AccessibilitySetup {
  readonly conformance?: {
    readonly to: (typeof conformances)[number];
    /** Who looked. */
    readonly certifiedBy: string;
    readonly credential?: string;
    /** Where it is told what was found: an address. */
    readonly report?: string;
  };
  /** What the author says of moving pictures; nothing where it is left to the files. */
  readonly hazards?: readonly HazardKind[];
  /** Words that stand before those that are counted. */
  readonly summary?: string;
}

export const registerKinds = ['terms', 'people', 'places', 'abbreviations', 'dates'] as const;
export type RegisterKind = (typeof registerKinds)[number];
