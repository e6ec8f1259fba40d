import type { ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { nameSources } from '../cite/name-source.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { RegisterKind } from '../model/book.js';
import type { CitationOccurrence, Claim, Chapter, Comment, Labelled, Mention, IndexMark, NoteCall, PartNote, Question, RegisterEntry, Resolved, Source } from '../model/document.js';
import { printedOnce } from '../model/directive.js';
import { type Anchor, anchorOf, nodeId, type NodeId } from '../model/id.js';
import type { Place } from '../model/place.js';
import { placeOf } from '../model/source.js';
import { wordsOf, type Words } from '../model/words.js';
import { listEvidence } from '../pass/list-evidence.js';
import { definitionOf, printedLeaves, printedName, registerPrinters } from '../pass/walk.js';
import { type CommentsAt, commentsByNode, marksBeside } from './comment.js';
import { h, registerAnchor } from './element.js';
import { handlers } from './handlers/table.js';
import { lowerHtml } from './html.js';
import { placeCalls } from './place-calls.js';
import type { Usage } from './usage.js';

export type Target = 'print' | 'epub';

/** What all chapters share while one output is lowered: the document's tables, looked up by node. */
export class Lookup {
  readonly words: Words;
  /** Comments whose mark has been set. */
  readonly marked = new Set<Comment>();
  readonly #labelled: ReadonlyMap<NodeId, Labelled>;
  readonly #citations: ReadonlyMap<NodeId, CitationOccurrence>;
  readonly #mentions: ReadonlyMap<NodeId, Mention>;
  readonly #marks: ReadonlyMap<NodeId, IndexMark>;
  readonly #claims: ReadonlyMap<NodeId, Claim>;
  readonly #questions: ReadonlyMap<NodeId, Question>;
  readonly #mentionsOf = new Map<RegisterEntry, Mention[]>();
  readonly #addedNotes = new WeakMap<readonly PartNote[], Set<Anchor>>();
  readonly #noteBodies = new Map<Chapter, Map<NoteCall['body'], NoteCall>>();
  readonly #commentsAt: ReadonlyMap<Nodes, CommentsAt>;
  readonly #leaves: ReturnType<typeof printedLeaves>;
  readonly #listed: ReadonlySet<string>;
  #sources: ReadonlyMap<string, NamedSource> | undefined;

  constructor(
    readonly doc: Resolved,
    readonly target: Target,
    readonly report: Report,
    readonly usage: Usage,
  ) {
    this.words = wordsOf(doc.config.language);
    const byId = <T extends { readonly id: NodeId }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]));
    this.#labelled = byId(doc.labelled);
    this.#citations = byId(doc.config.citation.backLinks && doc.bibliography.length > 0 ? doc.citations : []);
    // A date may mention several events: its words lead to the first.
    this.#mentions = byId(doc.mentions.toReversed());
    this.#marks = byId(doc.marks);
    this.#claims = byId(doc.claims);
    this.#questions = byId(doc.questions);
    for (const mention of doc.mentions) {
      const others = this.#mentionsOf.get(mention.entry);
      if (others) others.push(mention);
      else this.#mentionsOf.set(mention.entry, [mention]);
    }
    for (const call of doc.notes) this.#noteBodies.set(call.chapter, (this.#noteBodies.get(call.chapter) ?? new Map<NoteCall['body'], NoteCall>()).set(call.body, call));
    this.#commentsAt = commentsByNode(doc.comments);
    this.#leaves = printedLeaves(doc);
    this.#listed = new Set([...listEvidence(doc).lists.values()].flatMap((claims) => claims.map(({ label }) => label)));
  }

  labelled = (id: NodeId) => this.#labelled.get(id);
  /** Where the bibliography leads back to, when it does. */
  citationAnchor = (id: NodeId) => this.#citations.get(id)?.anchor;
  mention = (id: NodeId) => this.#mentions.get(id);
  /** In document order. */
  mentionsOf = (entry: RegisterEntry): readonly Mention[] => this.#mentionsOf.get(entry) ?? [];
  isFirstMention = (mention: Mention) => this.#mentionsOf.get(mention.entry)?.[0] === mention;
  mark = (id: NodeId) => this.#marks.get(id);
  claim = (id: NodeId) => this.#claims.get(id);
  question = (id: NodeId) => this.#questions.get(id);
  commentsAt = (node: Nodes) => this.#commentsAt.get(node);
  noteCall = (chapter: Chapter, body: NoteCall['body']) => this.#noteBodies.get(chapter)?.get(body);
  /** Of a part's notes, those that were added. */
  addedNotes = (notes: readonly PartNote[]): Set<Anchor> => {
    const added = this.#addedNotes.get(notes) ?? new Set();
    this.#addedNotes.set(notes, added);
    return added;
  };
  /** Whether an `::evidence` lists a claim. */
  isListed = (claim: Claim) => this.#listed.has(claim.label);
  /** Where a source is printed first, and the few words that name it. */
  source = (key: string) => {
    this.#sources ??= sourcesByKey(this.doc, this.words);
    return this.#sources.get(key);
  };
  /** Whether the apparatus that a link would lead to is printed at all. */
  isPrinted = (directive: string) => this.#leaves.has(directive);
  /** Whether a directive is the one that prints. */
  isPrinting = (node: LeafDirective | ContainerDirective) => !printedOnce.has(node.name) || this.#leaves.get(printedName(node))?.node === node;
  /** Whether a register is printed: in any chapter, or in this one. */
  printsRegister = (kind: RegisterKind, chapter?: Chapter) => {
    const leaf = this.#leaves.get(registerPrinters[kind]);
    return leaf !== undefined && (chapter === undefined || leaf.chapter === chapter);
  };
}

interface NamedSource {
  readonly name: string;
  readonly anchor?: Anchor;
}

function sourcesByKey({ bibliography, bibliographies, library, lists }: Resolved, words: Words): Map<string, NamedSource> {
  const printed = lists.length === 0 ? bibliography : [...bibliographies.values()].flatMap(({ entries }) => entries);
  const anchors = new Map(printed.toReversed().map(({ key, anchor }) => [key, anchor]));
  const names = nameSources([...library.entries.values()].map(({ csl }) => csl), words);
  return new Map([...library.entries.keys()].map((key) => {
    const anchor = anchors.get(key);
    return [key, { name: names.get(key) ?? key, ...(anchor !== undefined && { anchor }) }];
  }));
}

/**
 * Turns mdast of one source into hast, gathering the notes it calls.
 *
 * Total: `handlers` has an entry for each node type, or it does not compile.
 */
export class Lowering {
  readonly notes: PartNote[];

  constructor(
    readonly lookup: Lookup,
    readonly chapter: Chapter | undefined,
    readonly source: Source,
    notes: PartNote[] = [],
    /** What is asked to be explained in the part: the first mention of each entry. Nothing in what is itself an explanation. */
    readonly explained: Map<RegisterEntry, Mention> | null = new Map(),
  ) {
    this.notes = notes;
  }

  get doc(): Resolved {
    return this.lookup.doc;
  }
  get target(): Target {
    return this.lookup.target;
  }
  get words(): Words {
    return this.lookup.words;
  }

  /** The same part, another source: a register's text, an answer printed at the back. */
  within(source: Source): Lowering {
    return source === this.source ? this : new Lowering(this.lookup, this.chapter, source, this.notes, this.explained);
  }

  /** What is said a second time, beside the text: it calls no notes of its own, and explains nothing in its turn. */
  besideText(): Lowering {
    return new Lowering(this.lookup, this.chapter, this.source, [], null);
  }

  /** Where the EPUB says what a mention means, in the mention's own file; nothing where the register itself is there. */
  explain(mention: Mention): Anchor | undefined {
    if (this.target !== 'epub' || !this.explained || !this.chapter || this.lookup.printsRegister(mention.entry.kind, this.chapter)) return undefined;
    if (!hasMore(mention.entry)) return undefined;
    if (!this.explained.has(mention.entry)) this.explained.set(mention.entry, mention);
    return explanationAnchor(mention.entry, this.chapter);
  }

  /** What no pass has counted notes and citations of: a note in it stands in its text. */
  outsideChapters(source: Source): Lowering {
    return new Lowering(this.lookup, undefined, source, this.notes);
  }

  one(node: Nodes): ElementContent[] {
    this.lookup.usage.record(node, this.source, this.target);
    const handle = handlers[node.type] as (node: Nodes, lowering: Lowering) => ElementContent[];
    if (!this.lookup.commentsAt(node)) return handle(node, this);
    return [...marksBeside(node, 'before', this), ...handle(node, this), ...marksBeside(node, 'after', this)];
  }

  /** Children in order; raw HTML among them is joined with what it encloses. */
  all(nodes: readonly Nodes[]): ElementContent[] {
    const lowered = nodes.some((node) => node.type === 'html') ? lowerHtml(nodes, this) : nodes.flatMap((node) => this.one(node));
    return placeCalls(lowered, this.doc.config.language);
  }

  id(node: Nodes): NodeId {
    return nodeId(this.source.stem, node);
  }

  place(node: Nodes): Place {
    return placeOf(this.source, node);
  }

  report: Report = (...finding) => this.lookup.report(...finding);

  /** The attributes an author wrote on a node that every element may carry. */
  authored(node: Nodes): { className?: readonly string[]; lang?: string } {
    const attributes = node.data?.attributes;
    const lang = attributes?.values['lang'];
    return {
      ...(attributes && attributes.classes.length > 0 && { className: attributes.classes }),
      ...(lang !== undefined && { lang }),
    };
  }

  /** A call, and its note put with the part's notes the first time. */
  call(callId: NodeId, body: NoteCall['body'], content: () => ElementContent[], classes: readonly string[] = []): ElementContent[] {
    const className = body.type === 'citation' ? ['call', 'cited'] : ['call'];
    // What is said a second time leaves its calls out, once they have drawn the words around them together.
    if (this.explained === null) return [h('sup', { className })];
    const first = this.chapter && this.lookup.noteCall(this.chapter, body);
    const number = this.doc.noteNumbers.get(callId);
    if (!first || number === undefined || !this.chapter) return [];
    const { anchor, callAnchor } = first;
    const isMarginal = classes.includes('margin') || (this.doc.config.page.notes === 'margin' && !classes.includes('foot'));
    const isFirst = first.id === callId && this.addNote({ anchor, callAnchor, number, at: callId, ...(isMarginal && { isMarginal: true as const }) }, content);
    return [h('sup', { className }, h('a', { id: isFirst ? callAnchor : undefined, href: `#${anchor}`, dataNote: anchor }, String(number)))];
  }

  /** Puts a note with the part's notes, before those that its own words call. @returns false for one that is there already */
  addNote(note: Omit<PartNote, 'body'>, content: () => ElementContent[]): boolean {
    const added = this.lookup.addedNotes(this.notes);
    if (added.has(note.anchor)) return false;
    added.add(note.anchor);
    const slot = this.notes.length;
    this.notes.push({ ...note, body: [] });
    this.notes[slot] = { ...note, body: content() };
    return true;
  }

  noteBody(body: NoteCall['body'] & { type: 'footnoteDefinition' | 'inlineNote' }): ElementContent[] {
    return body.type === 'inlineNote' ? [h('p', {}, this.all(body.children))] : this.all(body.children);
  }

  definition(identifier: string) {
    return definitionOf(this.source, identifier);
  }
}

/** An entry that is but a name explains nothing. */
const hasMore = ({ fields, texts }: RegisterEntry): boolean => Object.keys(texts).length > 0 || ['role', 'long', 'born', 'died', 'now'].some((field) => fields[field] !== undefined);

/** An entry is explained once in each file. */
export const explanationAnchor = (entry: RegisterEntry, { slug }: Chapter): Anchor => anchorOf(`about-${slug}-${registerAnchor(entry)}`);
