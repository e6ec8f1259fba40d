/**
 * The states of a book on its way through the passes. Each state is the one before it with one more table; the trees are
 * never edited after reading. A pass names the state it needs and the state it makes, so a wrong order does not compile.
 */
import type { Element, ElementContent } from 'hast';
import type { FootnoteDefinition, Heading, InlineCode, List, Nodes, PhrasingContent, Root, Table, Text } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import type { BookConfig, CommentPlacement, OwnKind, RegisterKind } from './book.js';
import type { Anchor, Label, NodeId } from './id.js';
import type { Place } from './place.js';
import type { Citation, DefinitionList, InlineNote } from './syntax.js';
import type { CitationStyle } from '../cite/style.js';
import type { Library } from '../cite/library.js';
import type { RenderedEntry } from '../cite/render.js';
import type { BookDrawing } from '../draw/drawing.js';

export type Matter = 'front' | 'body' | 'back';

/** Anything Markdown was parsed from: a chapter's file, or one text value of a register. Ids start with its stem. */
export interface Source {
  readonly file: string;
  /** Unique in the book: `03-thaw`, `people.yaml#kursky.note`. */
  readonly stem: string;
  readonly text: string;
  readonly tree: Root;
  /** Where `text` begins in its file: line and column to add to a node's own. */
  readonly origin: { readonly line: number; readonly column: number };
  /** What its `::include` lines take in, each a source of its own. */
  readonly includes?: ReadonlyMap<LeafDirective, Source>;
  /** Of what is included: added to the depth of its headings, beside the chapter's own shift. */
  readonly headingShift?: number;
  /** The whole that `tree` is a piece of: the notes and link targets that are named in it are written there. */
  readonly cutFrom?: Source;
}

export interface Chapter extends Source {
  readonly matter: Matter;
  /** The public name of the chapter: anchor, EPUB file name. From the file's name without its ordering number. */
  readonly slug: Anchor;
  readonly title: readonly PhrasingContent[];
  /** What the title's words are a part of: the chapter, or the front matter's own line. */
  readonly titleSource?: Source;
  /** What the running head says; the title's words unless the front matter gives `short`. */
  readonly running: string;
  /** The heading that is the title, when the title stands in the text; it is not set again. */
  readonly titleNode?: Heading;
  /** Added to every heading's depth: 1 when the front matter gives the title and `#` opens a section. */
  readonly shift: 0 | 1;
}

/** One person, term, place, abbreviation or event. Only the fields of its kind are set. */
export interface RegisterEntry {
  readonly kind: RegisterKind;
  readonly key: string;
  /** The heading of the entry: term, person's or place's name, the short form, the date as given. */
  readonly name: string;
  /** What the entry is sorted by. */
  readonly sort: string;
  readonly variants: readonly string[];
  readonly lang?: string;
  readonly place: Place;
  /** Plain fields as written: born, died, role, now, long, on, thread, status, place. */
  readonly fields: Readonly<Record<string, string>>;
  /** Fields that hold Markdown: definition, note, event. */
  readonly texts: Readonly<Record<string, Source>>;
}

export type Registers = Readonly<Record<RegisterKind, readonly RegisterEntry[]>>;

/** A picture or data file that the manuscript names. */
export interface Asset {
  /** Relative to the book folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** Where the manuscript first names it. */
  readonly place?: Place;
  /** Intrinsic size in CSS px, when the file tells. */
  readonly width?: number;
  readonly height?: number;
}

/** What the manuscript has and this edition does not print: known, so that nobody takes it for missing. */
export interface LeftOut {
  readonly source: Source;
  readonly node: Nodes;
}

export interface Read {
  readonly config: BookConfig;
  readonly leftOut: readonly LeftOut[];
  /** In reading order: front, chapters, back. */
  readonly chapters: readonly Chapter[];
  readonly imprint?: Source;
  readonly registers: Registers;
  readonly library: Library;
  readonly style: CitationStyle;
  /** By path relative to the book folder. */
  readonly assets: ReadonlyMap<string, Asset>;
  /** The picture that `book.yaml` names as the cover of the e-book. */
  readonly cover?: Asset;
  /** Names the state of everything above. */
  readonly sourceHash: string;
}

export const labelKinds = ['chapter', 'section', 'figure', 'table', 'equation', 'listing', 'question', 'document', 'claim', 'passage', 'note', 'own'] as const;
export type LabelKind = (typeof labelKinds)[number];

/** Something that can be referred to and perhaps carries a number. */
export interface Labelled {
  readonly id: NodeId;
  readonly kind: LabelKind;
  /** Which of the author's own kinds, for `own`. */
  readonly own?: OwnKind;
  /** The source document that it stands in: its lines are counted. */
  readonly insideDocument?: NodeId;
  readonly source: Source;
  readonly label?: Label;
  readonly anchor: Anchor;
  readonly place: Place;
  readonly chapter: Chapter;
  readonly node: Nodes;
  /** Depth of a section, 1 for a chapter's title. */
  readonly depth: number;
}

export interface NoteCall {
  readonly id: NodeId;
  /** Of the note, and of its first call. */
  readonly anchor: Anchor;
  readonly callAnchor: Anchor;
  readonly chapter: Chapter;
  readonly source: Source;
  /** What the note says: a definition elsewhere, an inline note, or (in a note style) a citation. */
  readonly body: FootnoteDefinition | InlineNote | Citation;
}

export interface CitationOccurrence {
  readonly id: NodeId;
  /** What the bibliography’s way back leads to. */
  readonly anchor: Anchor;
  readonly node: Citation;
  readonly source: Source;
  readonly chapter: Chapter;
  /** The note that the citation stands in, if any. */
  readonly insideNote?: NodeId;
  /** It is put into a sentence of that note. */
  readonly isInserted?: true;
}

/** Words in the text that belong to a register entry, and carry an anchor. */
export interface Mention {
  readonly id: NodeId;
  readonly anchor: Anchor;
  readonly chapter: Chapter;
  readonly node: TextDirective;
  readonly entry: RegisterEntry;
}

/** What an index is told of an entry: words in the text, blocks around which it stands, or a line that only says `see`. */
export interface IndexMark {
  readonly id: NodeId;
  readonly place: Place;
  /** `Italy!trade`: the entry, then its sub-entries. */
  readonly path: readonly IndexHeading[];
  /** Names of the indexes that it is for; the general one has the name ''. */
  readonly indexes: readonly string[];
  /** Where the entry leads to; nowhere, when the mark only says `see`. */
  readonly locator?: IndexLocator;
  readonly see: readonly IndexReference[];
  readonly seeAlso: readonly IndexReference[];
}

export interface IndexHeading {
  readonly words: string;
  /** What it is sorted by, when that is not its words. */
  readonly sort?: string;
}

/** A place, or a stretch of text, that an index leads to. */
export interface IndexLocator {
  readonly anchor: Anchor;
  readonly end?: Anchor;
  /** The one to look up first. */
  readonly isMain?: true;
}

/** `see="Rome"`: the entry meant, and where that was written. */
export interface IndexReference {
  readonly path: readonly string[];
  readonly place: Place;
}

/** An `::index` that is printed. */
export interface IndexRequest {
  readonly id: NodeId;
  readonly place: Place;
  /** '' for the general one. */
  readonly name: string;
  /** Registers whose mentions are places of it. */
  readonly from: readonly RegisterKind[];
  readonly layout: 'run-in' | 'indented';
  readonly hasHeadings: boolean;
  /** On the printed page; as the page is wide enough for, when absent. */
  readonly columns?: 1 | 2;
}

export interface Claim {
  readonly id: NodeId;
  readonly label: Label;
  readonly anchor: Anchor;
  readonly chapter: Chapter;
  readonly source: Source;
  readonly node: TextDirective;
  readonly status: ClaimStatus;
  /** Perhaps none. */
  readonly evidence: readonly { readonly node: ContainerDirective; readonly source: Source }[];
}

export const claimStatuses = ['verified', 'disputed', 'unverified', 'contradicted'] as const;
export type ClaimStatus = (typeof claimStatuses)[number];

/** Options to tick: the items of a list. */
export interface Choice {
  readonly kind: 'choice';
  readonly block: List;
  /** Which of the items are right: places in the list. */
  readonly right: readonly number[];
}

/** Two columns whose lines belong together in pairs. */
export interface Match {
  readonly kind: 'match';
  readonly block: Table | DefinitionList;
  /** Above the columns. */
  readonly heads: readonly (readonly PhrasingContent[])[];
  readonly pairs: readonly { readonly left: readonly Nodes[]; readonly right: readonly Nodes[] }[];
  /** The pair whose right side stands on each line: never all on their own. */
  readonly order: readonly number[];
}

export interface Question {
  readonly id: NodeId;
  readonly anchor: Anchor;
  readonly chapter: Chapter;
  readonly source: Source;
  readonly node: ContainerDirective;
  /** What it consists of besides its attributes, each kind in the order written. */
  readonly hints: readonly ContainerDirective[];
  readonly answers: readonly ContainerDirective[];
  /** What there is to choose or to match; absent where the answer is free. */
  readonly task?: Choice | Match;
  readonly level: 1 | 2 | 3;
  /** Ruled lines to write on, in print. */
  readonly lines: number;
}

/** Whether there is an answer to print: one that is written, or one that the task itself has. */
export function isAnswered({ answers, task }: Question): boolean {
  return answers.length > 0 || task !== undefined;
}

/** What `:::comment` says, and what it is said of: words of a chapter, or a passage as a whole. */
export interface KeyedComment {
  readonly id: NodeId;
  readonly node: ContainerDirective;
  /** Where it is written. */
  readonly source: Source;
  /** Where its words stand. */
  readonly chapter: Chapter;
  readonly placement: CommentPlacement;
  /** The words as they are printed now, `…` for those that it leaves out; the passage's name, if it has one. */
  readonly words: string;
  /** Where the words stand, in reading order; none where it is on a whole passage. */
  readonly pieces: readonly { readonly node: Text | InlineCode; readonly from: number; readonly to: number }[];
  /** Where its mark stands: before or behind a node, or before a letter of it. */
  readonly mark: { readonly node: Nodes; readonly at: 'before' | 'after' | number };
}

export interface Comment extends KeyedComment {
  /** Of the comment, and of its words in the text. */
  readonly anchor: Anchor;
  readonly wordsAnchor: Anchor;
}

/** What a bibliography lists; a filter that is not given lets everything pass. */
export interface SourceFilter {
  readonly keywords?: readonly string[];
  readonly notKeywords?: readonly string[];
  /** In CSL's names or in BibLaTeX's. */
  readonly types?: readonly string[];
  readonly keys?: readonly string[];
}

/** A `::bibliography` that is printed. */
export interface BibliographyRequest {
  readonly id: NodeId;
  readonly chapter: Chapter;
  readonly place: Place;
  readonly filter: SourceFilter;
  /** Those of the chapter or section that it is for; absent: all. */
  readonly citations?: ReadonlySet<NodeId>;
  readonly isAnnotated: boolean;
}

export interface Collected extends Read {
  /** Everything with a label or a number, in document order. */
  readonly labelled: readonly Labelled[];
  readonly byLabel: ReadonlyMap<string, Labelled>;
  readonly notes: readonly NoteCall[];
  readonly citations: readonly CitationOccurrence[];
  readonly mentions: readonly Mention[];
  readonly marks: readonly IndexMark[];
  /** Every `::index` that is printed, in document order. */
  readonly indexRequests: readonly IndexRequest[];
  readonly claims: readonly Claim[];
  readonly questions: readonly Question[];
  /** In the order of their marks. */
  readonly comments: readonly Comment[];
  /** Every `::bibliography`, in document order. */
  readonly lists: readonly BibliographyRequest[];
  /** Charts and timelines, to be drawn. */
  readonly charts: readonly { readonly id: NodeId; readonly node: ContainerDirective | LeafDirective; readonly source: Source }[];
}

export interface Numbered extends Collected {
  /** `3`, `3.2`; absent on what carries no number. */
  readonly numbers: ReadonlyMap<NodeId, string>;
  /** Notes count from 1 in each chapter. */
  readonly noteNumbers: ReadonlyMap<NodeId, number>;
  /** `a`, `b`, … for the comments at the foot and in the margin, counted as notes are, but apart from them. */
  readonly commentLetters: ReadonlyMap<NodeId, string>;
}

export interface BibliographyEntry extends RenderedEntry {
  readonly anchor: Anchor;
}

export interface Cited extends Numbered {
  /** What stands in the running text for each citation. */
  readonly citationTexts: ReadonlyMap<NodeId, readonly ElementContent[]>;
  /** What the note says, for a citation that a note style moved there. */
  readonly citationNotes: ReadonlyMap<NodeId, readonly ElementContent[]>;
  readonly bibliography: readonly BibliographyEntry[];
}

/** A reference's words and where they lead. */
export interface ResolvedReference {
  readonly pieces: readonly ReferencePiece[];
}

export type ReferencePiece =
  | { readonly text: string; readonly anchor?: Anchor }
  /** “on page 12”, “on the facing page”: known when pages are. */
  | { readonly pageOf: Anchor }
  /** “line 12” of a source document in print; the EPUB, which has no lines, counts its paragraphs. */
  | { readonly lineOf: Anchor; readonly paragraph: number; readonly isBare: boolean };

/** The entries that one `::bibliography` prints, in the style's order. An entry in several lists has an anchor in each. */
export interface BibliographyList {
  readonly entries: readonly BibliographyEntry[];
  /** Those that its entries lead back to; absent: all. */
  readonly citations?: ReadonlySet<NodeId>;
  readonly isAnnotated: boolean;
}

export interface Resolved extends Cited {
  /** By the id of their directive. */
  readonly bibliographies: ReadonlyMap<NodeId, BibliographyList>;
  readonly references: ReadonlyMap<NodeId, ResolvedReference>;
  readonly drawings: ReadonlyMap<NodeId, BookDrawing>;
  /** By the id of their directive. */
  readonly indexes: ReadonlyMap<NodeId, Index>;
  /** Mentions of abbreviations that are set in full. */
  readonly expanded: ReadonlySet<NodeId>;
}

/** What one `::index` prints, sorted by the book's language. */
export interface Index extends Pick<IndexRequest, 'layout' | 'hasHeadings' | 'columns'> {
  /** By first letter. */
  readonly groups: readonly { readonly heading: string; readonly entries: readonly IndexEntry[] }[];
}

export interface IndexEntry {
  readonly words: string;
  /** Where it can be referred to, when another entry does. */
  readonly anchor?: Anchor;
  readonly locators: readonly IndexLocator[];
  readonly entries: readonly IndexEntry[];
  readonly see: readonly IndexLink[];
  readonly seeAlso: readonly IndexLink[];
}

/** Another entry as a cross-reference names it; without an anchor there is none such. */
export interface IndexLink {
  readonly words: string;
  readonly anchor?: Anchor;
}

/** A stretch of the edition that starts on a new page and is a file of its own in the EPUB. */
export interface Part {
  /** Also the anchor of the part's beginning. */
  readonly id: Anchor;
  readonly kind: 'title' | 'imprint' | 'contents' | 'chapter';
  readonly matter: Matter;
  /** Plain words, for navigation and the outline. */
  readonly title: string;
  /** `3`, for a numbered chapter. */
  readonly number?: string;
  readonly running: string;
  readonly body: readonly Element[];
  /** In the order of their calls. The body calls one with `<a data-note=anchor>`. */
  readonly notes: readonly PartNote[];
  /** What a reader may ask of the words in the text, in the order of their first mentions; in the EPUB alone. */
  readonly explanations?: readonly PartExplanation[];
  /** Sections of the part, in order, without its own title. Depth 2 and more. */
  readonly sections: readonly { readonly anchor: Anchor; readonly title: string; readonly number?: string; readonly depth: number }[];
}

export interface PartNote {
  readonly anchor: Anchor;
  readonly callAnchor: Anchor;
  /** Of a comment, its letter. */
  readonly number: number | string;
  readonly at: NodeId;
  /** It is wanted in the margin of the printed page. */
  readonly isMarginal?: true;
  readonly body: readonly ElementContent[];
}

/** The entry of a register, repeated where it is mentioned. */
export interface PartExplanation {
  readonly anchor: Anchor;
  /** The first mention in the part. */
  readonly backTo: Anchor;
  readonly name: string;
  readonly body: readonly ElementContent[];
}

/** What print learnt and the EPUB shows: which page everything stands on. */
export interface PageMap {
  /** Every page in order: its folio as printed ('' on the blank ones) and the text it begins with. */
  readonly pages: readonly PageStart[];
  /** The folio of each anchor that some page number refers to. */
  readonly folios: ReadonlyMap<Anchor, string>;
}

export interface PageStart {
  readonly folio: string;
  /** The block that the page begins in, and how many letters of it stand on earlier pages (white space, soft hyphens and note numbers not counted). */
  readonly at?: NodeId;
  readonly letters: number;
}
