/**
 * The doors through which lowering asks the book, and tells what it met.
 *
 * Whatever a chapter's words become hangs on its own tree and on the answers given here: no handler gets hold of the tables. So the
 * questions that were asked of one state of the book can be asked of the next, and where it answers the same, what was made of them
 * would be made again. Two rules keep that true. A door's answer follows from the state of the book and its key alone. And a key is
 * a word, or an object that is only the same as itself (`isSame`): a node, a chapter, an entry.
 * Not here: what is made of the answers (lowering.ts and the handlers), who keeps it (lower.ts).
 */
import type { Nodes } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { citedBy } from '../cite/cited-by.js';
import { nameSources } from '../cite/name-source.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { BookConfig, OwnKind, RegisterKind } from '../model/book.js';
import { isAnswered, type BibliographyEntry, type BibliographyList, type Chapter, type CitationOccurrence, type Claim, type Comment, type IndexMark, type Labelled, type Mention, type NoteCall, type Question, type RegisterEntry, type Resolved } from '../model/document.js';
import { printedOnce } from '../model/directive.js';
import type { Anchor, NodeId } from '../model/id.js';
import { isSame } from '../model/is-same.js';
import { wordsOf, type Words } from '../model/words.js';
import { listEvidence } from '../pass/list-evidence.js';
import { printedLeaves, printedName, registerPrinters, sortedEntries } from '../pass/walk.js';
import { plain } from '../read/read-chapter.js';
import { type CommentsAt, commentsByNode } from './comment.js';
import { Usage } from './usage.js';

export type Target = 'print' | 'epub';

/** What carries a label or a number, as its own words need it. */
export interface Named {
  readonly anchor: Anchor;
  readonly depth: number;
  readonly label?: string;
  readonly number?: string;
  readonly own?: OwnKind;
}

/** A heading of a chapter, or the chapter. */
export interface Section extends Named {
  readonly id: NodeId;
  readonly kind: Labelled['kind'];
  readonly title: string;
}

/** What one `::bibliography` prints. */
export interface Listed {
  readonly entries: readonly BibliographyEntry[];
  readonly isAnnotated: boolean;
  /** By the key of an entry: what leads back to it. */
  readonly citedAt: readonly (readonly [key: string, places: readonly Anchor[]])[];
}

interface NamedSource {
  readonly name: string;
  readonly anchor?: Anchor;
}

/** What was told while something was lowered, and what was asked. */
export class Heard {
  readonly findings: Parameters<Report>[] = [];
  readonly usage = new Usage();
  /** Comments whose mark has been set. */
  readonly marked = new Set<NodeId>();
  /** For each door, the answers by the key that was asked for. */
  readonly answers: Map<unknown, unknown>[] = [];
}

type Door<Key, Answer> = (key: Key) => Answer;

export class Lookup {
  readonly config: BookConfig;
  readonly words: Words;
  readonly #doc: Resolved;
  readonly #tables: Tables;
  readonly #doors: Door<never, unknown>[] = [];
  #heard = new Heard();

  constructor(
    doc: Resolved,
    readonly target: Target,
  ) {
    this.#doc = doc;
    this.#tables = tablesOf(doc);
    this.config = doc.config;
    this.words = wordsOf(doc.config.language);
  }

  /** @returns what is made, and all that was asked and told meanwhile */
  hear<Value>(make: () => Value): { readonly value: Value; readonly heard: Heard } {
    const outer = this.#heard;
    const heard = new Heard();
    this.#heard = heard;
    try {
      return { value: make(), heard };
    } finally {
      this.#heard = outer;
    }
  }

  /** Whether this state of the book answers all that was asked as another did. */
  answersAs({ answers }: Heard): boolean {
    return answers.every((given, door) => {
      const answer = this.#doors[door] as Door<unknown, unknown>;
      for (const [key, before] of given) if (!isSame(before, answer(key))) return false;
      return true;
    });
  }

  report: Report = (...finding) => void this.#heard.findings.push(finding);
  get usage(): Usage {
    return this.#heard.usage;
  }
  setMark({ id }: Comment): void {
    this.#heard.marked.add(id);
  }

  #door<Key, Answer>(answer: Door<Key, Answer>): Door<Key, Answer> {
    const door = this.#doors.push(answer) - 1;
    return (key) => {
      const answers = (this.#heard.answers[door] ??= new Map());
      const known = answers.get(key) as Answer | undefined;
      if (known !== undefined) return known;
      const given = answer(key);
      answers.set(key, given);
      return given;
    };
  }

  #fact<Answer>(answer: () => Answer): () => Answer {
    const door = this.#door<undefined, Answer>(answer);
    return () => door(undefined);
  }

  labelled = this.#door((id: NodeId): Named | undefined => this.#tables.named(this.#tables.labelled.get(id)));
  number = this.#door((id: NodeId): string | undefined => this.#doc.numbers.get(id));
  noteNumber = this.#door((call: NodeId): number | undefined => this.#doc.noteNumbers.get(call));
  commentLetter = this.#door((id: NodeId): string | undefined => this.#doc.commentLetters.get(id));
  citationText = this.#door((id: NodeId) => this.#doc.citationTexts.get(id));
  citationNote = this.#door((id: NodeId) => this.#doc.citationNotes.get(id));
  reference = this.#door((id: NodeId) => this.#doc.references.get(id));
  drawing = this.#door((id: NodeId) => this.#doc.drawings.get(id));
  index = this.#door((id: NodeId) => this.#doc.indexes.get(id));
  /** Whether an abbreviation is set in full there. */
  isExpanded = this.#door((id: NodeId): boolean => this.#doc.expanded.has(id));
  hasPicture = this.#door((path: string): boolean => this.#doc.assets.has(path));

  anchorOfLabel = this.#door((label: string): Anchor | undefined => this.#doc.byLabel.get(label)?.anchor);
  /** The first place in the book that has one of these anchors. */
  firstOf = this.#door((anchors: string): Anchor | undefined => this.#tables.firstOf(anchors.split(' ')));
  chapterOf = this.#door((file: string): Anchor | undefined => this.#doc.chapters.find((chapter) => chapter.file === file)?.slug);
  /** All that a link may lead to, as it is written. */
  linkTargets = this.#fact((): readonly string[] => [...[...this.#doc.byLabel.keys()].map((label) => `#${label}`), ...this.#doc.chapters.map(({ file }) => file)]);

  /** The chapter itself, where it is labelled, and its sections. */
  sections = this.#door((chapter: Chapter): readonly Section[] => this.#tables.sections(chapter));
  /** Figures or tables with a number, in order. */
  listOf = this.#door((kind: 'figure' | 'table') => this.#tables.listOf(kind));

  /** Where the bibliography leads back to, when it does. */
  citationAnchor = this.#door((id: NodeId): Anchor | undefined => this.#tables.citations.get(id)?.anchor);
  bibliography = this.#door((directive: NodeId): Listed | undefined => {
    const list = this.#doc.bibliographies.get(directive);
    return list && { entries: list.entries, isAnnotated: list.isAnnotated, citedAt: citedAt(this.#doc, list) };
  });
  /** Where a source is printed first, and the few words that name it. */
  source = this.#door((key: string): NamedSource | undefined => this.#tables.sources().get(key));
  sourceEntry = this.#door((key: string) => this.#doc.library.entries.get(key));
  citedBy = this.#door((key: string): readonly string[] => citedBy(this.#doc.library, key));
  hasSources = this.#fact((): boolean => this.#doc.library.entries.size > 0);

  mention = this.#door((id: NodeId): Mention | undefined => this.#tables.mentions.get(id));
  isFirstMention = this.#door((id: NodeId): boolean => this.#tables.isFirstMention(id));
  /** Where an entry is mentioned, in document order. */
  mentionedAt = this.#door((entry: RegisterEntry): readonly Anchor[] => [...new Set(this.#tables.mentionsOf.get(entry)?.map(({ anchor }) => anchor))]);
  /** A register in the order in which it is printed. */
  entries = this.#door((kind: RegisterKind): readonly RegisterEntry[] => sortedEntries(this.#doc, kind));
  /** The stem of the chapter that prints a register. */
  registerIn = this.#door((kind: RegisterKind): string | undefined => this.#tables.leaves.get(registerPrinters[kind])?.chapter.stem);
  printsRegister = this.#door((kind: RegisterKind): boolean => this.#tables.leaves.has(registerPrinters[kind]));
  /** Whether the apparatus that a link would lead to is printed at all. */
  isPrinted = this.#door((directive: string): boolean => this.#tables.leaves.has(directive));
  /** Whether a directive is the one that prints. */
  isPrinting = this.#door((node: LeafDirective | ContainerDirective): boolean => !printedOnce.has(node.name) || this.#tables.leaves.get(printedName(node))?.node === node);

  mark = this.#door((id: NodeId): IndexMark['locator'] => this.#tables.marks.get(id)?.locator);
  claim = this.#door((id: NodeId): Claim | undefined => this.#tables.claims.get(id));
  /** Whether an `::evidence` lists a claim. */
  isListed = this.#door((label: string): boolean => this.#tables.listed.has(label));
  /** The claims that an `::evidence` lists. */
  listedClaims = this.#door((node: LeafDirective): readonly NodeId[] => listEvidence(this.#doc).lists.get(node)?.map(({ id }) => id) ?? []);
  question = this.#door((id: NodeId): Question | undefined => this.#tables.questions.get(id));
  /** Chapters with the questions in them that have an answer. */
  answered = this.#fact((): readonly (readonly [Chapter, readonly Question[]])[] => this.#doc.chapters.flatMap((chapter) => {
    const own = this.#doc.questions.filter((question) => question.chapter === chapter && isAnswered(question));
    return own.length > 0 ? [[chapter, own] as const] : [];
  }));
  /** The first calls of a note: one in each chapter that calls it. */
  calls = this.#door((body: NoteCall['body']) => this.#tables.calls.get(body) ?? []);

  /** Most books have none, and need not be asked of each node. */
  hasComments = this.#fact((): boolean => this.#doc.comments.length > 0);
  commentsAt = this.#door((node: Nodes): CommentsAt | undefined => this.#tables.commentsAt.get(node));
  /** Chapters with the comments on them that stand at the end. */
  commentsAtEnd = this.#fact((): readonly (readonly [Chapter, readonly Comment[]])[] => this.#doc.chapters.flatMap((chapter) => {
    const own = this.#doc.comments.filter((comment) => comment.placement === 'end' && comment.chapter === chapter);
    return own.length > 0 ? [[chapter, own] as const] : [];
  }));
}

/** The document's tables by what they are asked for, the same for all outputs. */
class Tables {
  readonly labelled: ReadonlyMap<NodeId, Labelled>;
  readonly citations: ReadonlyMap<NodeId, CitationOccurrence>;
  readonly mentions: ReadonlyMap<NodeId, Mention>;
  readonly marks: ReadonlyMap<NodeId, IndexMark>;
  readonly claims: ReadonlyMap<NodeId, Claim>;
  readonly questions: ReadonlyMap<NodeId, Question>;
  readonly mentionsOf: ReadonlyMap<RegisterEntry, readonly Mention[]>;
  readonly calls: ReadonlyMap<NoteCall['body'], readonly Pick<NoteCall, 'id' | 'anchor' | 'callAnchor' | 'chapter'>[]>;
  readonly commentsAt: ReadonlyMap<Nodes, CommentsAt>;
  readonly leaves: ReturnType<typeof printedLeaves>;
  readonly listed: ReadonlySet<string>;
  readonly #order: ReadonlyMap<Anchor, number>;
  readonly #byChapter: ReadonlyMap<Chapter, readonly Labelled[]>;
  #sources: ReadonlyMap<string, NamedSource> | undefined;

  constructor(readonly doc: Resolved) {
    const byId = <T extends { readonly id: NodeId }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));
    this.labelled = byId(doc.labelled);
    this.citations = byId(doc.config.citation.backLinks && doc.bibliography.length > 0 ? doc.citations : []);
    // A date may mention several events: its words lead to the first.
    this.mentions = byId(doc.mentions.toReversed());
    this.marks = byId(doc.marks);
    this.claims = byId(doc.claims);
    this.questions = byId(doc.questions);
    this.mentionsOf = grouped(doc.mentions, ({ entry }) => entry, (mention) => mention);
    this.calls = grouped(doc.notes, ({ body }) => body, ({ id, anchor, callAnchor, chapter }) => ({ id, anchor, callAnchor, chapter }));
    this.commentsAt = commentsByNode(doc.comments);
    this.leaves = printedLeaves(doc);
    this.listed = new Set([...listEvidence(doc).lists.values()].flatMap((claims) => claims.map(({ label }) => label)));
    this.#order = new Map(doc.labelled.map(({ anchor }, index) => [anchor, index] as const).toReversed());
    this.#byChapter = grouped(doc.labelled, ({ chapter }) => chapter, (row) => row);
  }

  named(row: Labelled | undefined): Named | undefined {
    if (!row) return undefined;
    const { id, anchor, depth, label, own } = row;
    const number = this.doc.numbers.get(id);
    return { anchor, depth, ...(label !== undefined && { label }), ...(number !== undefined && { number }), ...(own && { own }) };
  }

  sections(chapter: Chapter): Section[] {
    const rows = this.#byChapter.get(chapter)?.filter(({ kind }) => kind === 'chapter' || kind === 'section') ?? [];
    return rows.map((row) => ({ ...(this.named(row) as Named), id: row.id, kind: row.kind, title: row.node.type === 'heading' ? plain(row.node.children) : '' }));
  }

  listOf(kind: 'figure' | 'table'): { readonly anchor: Anchor; readonly number: string; readonly words: string }[] {
    return this.doc.labelled.flatMap((row) => {
      const number = row.kind === kind ? this.doc.numbers.get(row.id) : undefined;
      return number === undefined ? [] : [{ anchor: row.anchor, number, words: captionWords(row.node) }];
    });
  }

  firstOf(anchors: readonly string[]): Anchor | undefined {
    const found = anchors.filter((anchor): anchor is Anchor => this.#order.has(anchor as Anchor));
    return found.sort((a, b) => (this.#order.get(a) ?? 0) - (this.#order.get(b) ?? 0))[0];
  }

  isFirstMention(id: NodeId): boolean {
    const mention = this.mentions.get(id);
    return mention !== undefined && this.mentionsOf.get(mention.entry)?.[0] === mention;
  }

  sources(): ReadonlyMap<string, NamedSource> {
    return (this.#sources ??= sourcesByKey(this.doc));
  }
}

const known = new WeakMap<Resolved, Tables>();

function tablesOf(doc: Resolved): Tables {
  const tables = known.get(doc) ?? new Tables(doc);
  known.set(doc, tables);
  return tables;
}

function grouped<Row, Key, Value>(rows: readonly Row[], keyOf: (row: Row) => Key, valueOf: (row: Row) => Value): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>();
  for (const row of rows) {
    const others = groups.get(keyOf(row));
    if (others) others.push(valueOf(row));
    else groups.set(keyOf(row), [valueOf(row)]);
  }
  return groups;
}

function sourcesByKey({ bibliography, bibliographies, library, lists, config }: Resolved): Map<string, NamedSource> {
  const printed = lists.length === 0 ? bibliography : [...bibliographies.values()].flatMap(({ entries }) => entries);
  const anchors = new Map(printed.toReversed().map(({ key, anchor }) => [key, anchor]));
  const names = nameSources([...library.entries.values()].map(({ csl }) => csl), wordsOf(config.language));
  return new Map([...library.entries.keys()].map((key) => {
    const anchor = anchors.get(key);
    return [key, { name: names.get(key) ?? key, ...(anchor !== undefined && { anchor }) }];
  }));
}

/** By the keys of a bibliography's entries, the citations (of the chapter, in the list of one) that lead back to each. */
export function citedAt({ citations, config, library }: Pick<Resolved, 'citations' | 'config' | 'library'>, { entries, citations: scope }: Pick<BibliographyList, 'entries' | 'citations'>): Listed['citedAt'] {
  const places = new Map<string, Anchor[]>(entries.map(({ key }) => [key, []]));
  for (const { id, node, anchor } of config.citation.backLinks ? citations : []) {
    if (scope?.has(id) ?? true) for (const key of new Set(node.parts.flatMap((part) => citedBy(library, part.key)))) places.get(key)?.push(anchor);
  }
  return [...places];
}

function captionWords(node: Labelled['node']): string {
  if (node.type === 'leafDirective') return node.attributes?.['caption'] ?? '';
  const words = node.type === 'table' ? plain(node.caption?.children ?? []) : plain([node]);
  const [sentence = words] = words.match(/^.*?[.!?](?=\s|$)/s) ?? [];
  return sentence.replace(/\.$/, '');
}
