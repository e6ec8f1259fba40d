import type { ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import type { Report } from '../diagnostics/diagnostic.js';
import type { BookConfig } from '../model/book.js';
import type { Chapter, Mention, NoteCall, PartNote, RegisterEntry, Source } from '../model/document.js';
import { type Anchor, anchorOf, nodeId, type NodeId } from '../model/id.js';
import type { Place } from '../model/place.js';
import { placeOf } from '../model/source.js';
import type { Words } from '../model/words.js';
import { definitionOf } from '../pass/walk.js';
import { type CommentsAt, marksBeside } from './comment.js';
import { h, registerAnchor } from './element.js';
import { handlers } from './handlers/table.js';
import { lowerHtml } from './html.js';
import type { Lookup, Target } from './lookup.js';
import { placeCalls } from './place-calls.js';

/**
 * Turns mdast of one source into hast, gathering the notes it calls.
 *
 * Total: `handlers` has an entry for each node type, or it does not compile.
 */
export class Lowering {
  constructor(
    readonly lookup: Lookup,
    readonly chapter: Chapter | undefined,
    readonly source: Source,
    readonly notes = new PartNotes(),
    /** What is asked to be explained in the part: the first mention of each entry. Nothing in what is itself an explanation. */
    readonly explained: Map<RegisterEntry, Mention> | null = new Map(),
  ) {}

  get config(): BookConfig {
    return this.lookup.config;
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
    return new Lowering(this.lookup, this.chapter, this.source, new PartNotes(), null);
  }

  /** Where the EPUB says what a mention means, in the mention's own file; nothing where the register itself is there. */
  explain(mention: Mention): Anchor | undefined {
    if (this.target !== 'epub' || !this.explained || !this.chapter || this.lookup.registerIn(mention.entry.kind) === this.chapter.stem) return undefined;
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
    if (!this.commentsAt(node)) return handle(node, this);
    return [...marksBeside(node, 'before', this), ...handle(node, this), ...marksBeside(node, 'after', this)];
  }

  /** Children in order; raw HTML among them is joined with what it encloses. */
  all(nodes: readonly Nodes[]): ElementContent[] {
    const lowered = nodes.some((node) => node.type === 'html') ? lowerHtml(nodes, this) : nodes.flatMap((node) => this.one(node));
    return placeCalls(lowered, this.config.language);
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
    const first = this.lookup.calls(body).find(({ chapter }) => chapter === this.chapter);
    const number = this.lookup.noteNumber(callId);
    if (!first || number === undefined || !this.chapter) return [];
    const { anchor, callAnchor } = first;
    const isMarginal = classes.includes('margin') || (this.config.page.notes === 'margin' && !classes.includes('foot'));
    const isFirst = first.id === callId && this.addNote({ anchor, callAnchor, number, at: callId, ...(isMarginal && { isMarginal: true as const }) }, content);
    return [h('sup', { className }, h('a', { id: isFirst ? callAnchor : undefined, href: `#${anchor}`, dataNote: anchor }, String(number)))];
  }

  /** @returns false for a note that is there already */
  addNote(note: Omit<PartNote, 'body'>, content: () => ElementContent[]): boolean {
    return this.notes.add(note, content);
  }

  commentsAt(node: Nodes): CommentsAt | undefined {
    return this.lookup.hasComments() ? this.lookup.commentsAt(node) : undefined;
  }

  noteBody(body: NoteCall['body'] & { type: 'footnoteDefinition' | 'inlineNote' }): ElementContent[] {
    return body.type === 'inlineNote' ? [h('p', {}, this.all(body.children))] : this.all(body.children);
  }

  definition(identifier: string) {
    return definitionOf(this.source, identifier);
  }
}

/** The notes of a part: each before those that its own words call. */
export class PartNotes {
  readonly list: PartNote[] = [];
  readonly #added = new Set<Anchor>();

  add(note: Omit<PartNote, 'body'>, content: () => ElementContent[]): boolean {
    if (this.#added.has(note.anchor)) return false;
    this.#added.add(note.anchor);
    const slot = this.list.length;
    this.list.push({ ...note, body: [] });
    this.list[slot] = { ...note, body: content() };
    return true;
  }
}

/** An entry that is but a name explains nothing. */
const hasMore = ({ fields, texts }: RegisterEntry): boolean => Object.keys(texts).length > 0 || ['role', 'long', 'born', 'died', 'now'].some((field) => fields[field] !== undefined);

/** An entry is explained once in each file. */
export const explanationAnchor = (entry: RegisterEntry, { slug }: Chapter): Anchor => anchorOf(`about-${slug}-${registerAnchor(entry)}`);
