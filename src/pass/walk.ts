/**
 * Visits every node of the book in the order in which a reader meets it.
 *
 * A note's words come where the note is first called in the book, a comment's where its mark stands; answers, evidence, comments
 * for the end and register entries come where their leaf directive (`::answers`, `::people`, …) prints them, not where they were
 * written (but a teacher's edition has answers right behind their questions). Every pass that counts or cites uses this one order, so
 * that "ibid." and a note's number mean what the page shows.
 */
import type { FootnoteDefinition, Nodes, Root, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { visitBlocks } from '../model/blocks.js';
import type { RegisterKind } from '../model/book.js';
import { collationOf } from '../model/collation.js';
import type { Chapter, KeyedComment, Read, RegisterEntry, Source } from '../model/document.js';
import { readersOf } from '../model/directive.js';
import { compareDates, parseEdtf } from '../model/edtf.js';
import { nodeId, type NodeId } from '../model/id.js';
import { visitWritten } from '../model/source.js';
import { keyComments } from './key-comments.js';
import { type EvidenceBlock, listEvidence } from './list-evidence.js';

export interface Visit {
  readonly node: Nodes;
  readonly chapter: Chapter;
  readonly source: Source;
  readonly parent: Nodes | undefined;
  /** The call of the note whose words these are, or the comment. */
  readonly insideNote: NodeId | undefined;
  /** The source document that it is part of: whose lines are counted. */
  readonly insideDocument: NodeId | undefined;
}

/** Leaf directives that print a register. */
export const registerDirectives: Readonly<Record<string, RegisterKind>> = {
  glossary: 'terms',
  people: 'people',
  places: 'places',
  abbreviations: 'abbreviations',
  chronology: 'dates',
};

/** The leaf directive that prints each register. */
export const registerPrinters = Object.fromEntries(Object.entries(registerDirectives).map(([name, kind]) => [kind, name])) as Readonly<Record<RegisterKind, string>>;

/** @param blocksOf a tree: what need not be visited may be left out */
export function walkBook(book: Read, visitor: (visit: Visit) => void, blocksOf = (tree: Root): readonly RootContent[] => tree.children): void {
  const questions = questionsByChapter(book);
  const { comments, markedAt } = keyComments(book);

  // A comment's words come where its mark is, be it among mere words.
  const blocks = markedAt.size > 0 ? ({ children }: Root) => children : blocksOf;

  const called = new Set<FootnoteDefinition>();
  const printing = printedLeaves(book);
  const visitEntries = (kind: RegisterKind, children: (nodes: readonly Nodes[], within: Source) => void): void => {
    for (const entry of sortedEntries(book, kind)) for (const text of Object.values(entry.texts)) children(blocks(text.tree), text);
  };
  for (const chapter of book.chapters) {
    const walk = (node: Nodes, source: Source, parent: Nodes | undefined, insideNote: NodeId | undefined, insideDocument?: NodeId): void => {
      walkWords(node, source, parent, insideNote, insideDocument);
      for (const comment of markedAt.get(node) ?? []) if (comment.placement !== 'end') walkComment(comment);
    };
    const walkComment = ({ id, node, source }: KeyedComment): void => {
      for (const child of node.children) walk(child, source, node, id);
    };
    const walkWords = (node: Nodes, source: Source, parent: Nodes | undefined, insideNote: NodeId | undefined, insideDocument: NodeId | undefined): void => {
      visitor({ node, chapter, source, parent, insideNote, insideDocument });
      const children = (nodes: readonly Nodes[], within: Source = source, note = insideNote, document = note === insideNote ? insideDocument : undefined) => {
        for (const child of nodes) walk(child, within, node, note, document);
      };
      switch (node.type) {
        case 'footnoteDefinition':
          return;
        case 'footnoteReference': {
          const definition = definitionOf(source, node.identifier);
          if (!definition || called.has(definition)) return;
          called.add(definition);
          return children(definition.children, source, nodeId(source.stem, node));
        }
        case 'inlineNote':
          return children(node.children, source, nodeId(source.stem, node));
        case 'citation':
          for (const part of node.parts) children([...part.prefix, ...part.suffix]);
          return;
        case 'table':
          if (node.caption) children([node.caption]);
          return children(node.children);
        case 'textDirective':
          return isPrinted(node, book) ? children(node.children) : undefined;
        case 'containerDirective':
          if (node.name === 'question') return children(inPrintedOrder(node));
          if (node.name === 'answer' ? !isInPlace(book, parent) : node.name === 'evidence' || node.name === 'comment' || !isPrinted(node, book)) return;
          if (node.name !== 'glossary') return children(node.children, source, insideNote, node.name === 'document' ? nodeId(source.stem, node) : insideDocument);
          children(aroundLists(node));
          if (printing.get(node.name)?.node === node) visitEntries('terms', children);
          return;
        case 'leafDirective': {
          children(node.children);
          const included = source.includes?.get(node);
          if (included) return children(blocks(included.tree), included);
          if (node.name === 'evidence') for (const { source: written, node: block } of printedEvidence(book, node)) children(block.children, written);
          if (printing.get(printedName(node))?.node !== node) return;
          const register = Object.hasOwn(registerDirectives, node.name) ? registerDirectives[node.name] : undefined;
          if (register) visitEntries(register, children);
          if (node.name === 'answers') for (const { source: asked, answers } of questions) for (const answer of answers) children(answer.children, asked);
          if (node.name === 'commentary') for (const comment of comments) if (comment.placement === 'end') walkComment(comment);
          return;
        }
        case 'root':
          return children(blocks(node));
        default:
          if ('children' in node) children(node.children);
      }
    };
    if (chapter.titleSource) for (const node of chapter.title) walk(node, chapter.titleSource, undefined, undefined);
    walk(chapter.tree, chapter, undefined, undefined);
  }
}

/** What passes count, collect or set: nine nodes in ten are words and what is around them. */
const notedTypes = new Set<Nodes['type']>([
  'citation',
  'code',
  'containerDirective',
  'crossReference',
  'figure',
  'footnoteReference',
  'heading',
  'image',
  'inlineCode',
  'inlineMath',
  'inlineNote',
  'leafDirective',
  'link',
  'math',
  'span',
  'table',
  'textDirective',
]);

const notedVisits = new WeakMap<Read['chapters'], readonly Visit[]>();

/** The same walk, of the nodes of noted types alone. Several passes make it: it is walked once for a book. */
export function walkNoted(book: Read, visitor: (visit: Visit) => void): void {
  let visits = notedVisits.get(book.chapters);
  if (!visits) {
    const found: Visit[] = [];
    walkBook(book, (visit) => void (isNoted(visit.node) && found.push(visit)), notedBlocksOf);
    notedVisits.set(book.chapters, (visits = found));
  }
  for (const visit of visits) visitor(visit);
}

const isNoted = ({ type }: Nodes): boolean => notedTypes.has(type);

const notedBlocks = new WeakMap<Root, readonly RootContent[]>();

/** A session asks again of the trees that did not change. */
function notedBlocksOf(tree: Root): readonly RootContent[] {
  const blocks = notedBlocks.get(tree) ?? tree.children.filter(holdsNoted);
  notedBlocks.set(tree, blocks);
  return blocks;
}

const holdsNoted = (node: Nodes): boolean => isNoted(node) || ('children' in node && node.children.some(holdsNoted));

/** A question’s parts as they are printed: what is asked, hints, answers. */
export function inPrintedOrder({ children }: ContainerDirective): Nodes[] {
  return [...children.filter((child) => !isHint(child) && !isAnswer(child)), ...children.filter(isHint), ...children.filter(isAnswer)];
}

/** Whether an answer is printed where it is written, as in a teacher’s edition. */
function isInPlace({ config }: Read, parent: Nodes | undefined): boolean {
  return config.audience === 'teacher' && parent?.type === 'containerDirective' && parent.name === 'question';
}

/** What is for others has been taken out of chapters; in the texts of registers and on the imprint page it still stands. */
export function isPrinted(node: TextDirective | ContainerDirective, { config }: Pick<Read, 'config'>): boolean {
  return node.name !== 'only' || readersOf(node).includes(config.audience);
}

/** All questions with their answers, in chapter order. */
export function questionsByChapter(book: Read): { chapter: Chapter; source: Source; node: ContainerDirective; answers: ContainerDirective[] }[] {
  return book.chapters.flatMap((chapter) => {
    const found: { chapter: Chapter; source: Source; node: ContainerDirective; answers: ContainerDirective[] }[] = [];
    visitWritten(chapter, 'containerDirective', (node, source) => {
      if (node.name === 'question') found.push({ chapter, source, node, answers: node.children.filter(isAnswer) });
    });
    return found;
  });
}

/** What an `::evidence` prints; the first of them takes what is for no claim, too, so that whatever is wrong in it is found. */
function printedEvidence(book: Read, node: LeafDirective): EvidenceBlock[] {
  const { lists, stray } = listEvidence(book);
  const blocks = lists.get(node)?.flatMap((claim) => claim.blocks) ?? [];
  return [...lists.keys()][0] === node ? [...blocks, ...stray] : blocks;
}

export function isHint(node: Nodes): node is ContainerDirective {
  return node.type === 'containerDirective' && node.name === 'hint';
}

export function isAnswer(node: Nodes): node is ContainerDirective {
  return node.type === 'containerDirective' && node.name === 'answer';
}

/** A register as it is printed: people, places and terms by the book's alphabet, dates by time. */
export function sortedEntries({ registers, config }: Read, kind: RegisterKind): readonly RegisterEntry[] {
  const entries = registers[kind];
  const known = sortedLists.get(entries);
  if (known?.language === config.language) return known.sorted;
  const sorted = kind === 'dates' ? byTime(entries) : byName(entries, kind, config.language);
  sortedLists.set(entries, { language: config.language, sorted });
  return sorted;
}

const sortedLists = new WeakMap<readonly RegisterEntry[], { readonly language: string; readonly sorted: readonly RegisterEntry[] }>();

function byName(entries: readonly RegisterEntry[], kind: RegisterKind, language: string): readonly RegisterEntry[] {
  const { compare, keyOf, nameKeyOf } = collationOf(language);
  const keys = new Map(entries.map((entry) => [entry, entry.sort === entry.name && kind === 'terms' ? keyOf(entry.sort) : nameKeyOf(entry.sort)]));
  return entries.toSorted((a, b) => compare(keys.get(a) ?? '', keys.get(b) ?? ''));
}

function byTime(entries: readonly RegisterEntry[]): readonly RegisterEntry[] {
  const dated = entries.flatMap((entry) => {
    const date = parseEdtf(entry.sort);
    return date ? [{ entry, date }] : [];
  });
  return dated.toSorted((a, b) => compareDates(a.date, b.date)).map(({ entry }) => entry);
}

const definitions = new WeakMap<Source, Map<string, FootnoteDefinition>>();

/** The note that `[^identifier]` calls. */
export function definitionOf(text: Source, identifier: string): FootnoteDefinition | undefined {
  const source = text.cutFrom ?? text;
  let known = definitions.get(source);
  if (!known) {
    const gathered = new Map<string, FootnoteDefinition>();
    visitBlocks(source.tree, 'footnoteDefinition', (node) => {
      if (!gathered.has(node.identifier)) gathered.set(node.identifier, node);
    });
    definitions.set(source, (known = gathered));
  }
  return known.get(identifier);
}

/** What a leaf directive prints: the index of names is not the general one, and a line of an index prints nothing. */
export function printedName({ name, attributes }: LeafDirective | ContainerDirective): string {
  if (name !== 'index') return name;
  if (attributes?.['entry']) return 'line of an index';
  const of = (attributes?.['of'] ?? '').trim();
  return of === '' ? name : `${name} of ${of}`;
}

/** What prints a part of the apparatus, and the chapter that it stands in. */
export interface PrintedLeaf {
  readonly node: LeafDirective | ContainerDirective;
  readonly chapter: Chapter;
}

/**
 * Where each leaf directive stands first: what carries anchors is printed there, and only there. Without `::glossary`, the first
 * `:::glossary` prints the terms.
 */
export function printedLeaves(book: Pick<Read, 'chapters'>): Map<string, PrintedLeaf> {
  const leaves = new Map<string, PrintedLeaf>();
  for (const chapter of book.chapters) {
    visitWritten(chapter, 'leafDirective', (node) => {
      const name = printedName(node);
      if (!leaves.has(name)) leaves.set(name, { node, chapter });
    });
  }
  if (leaves.has('glossary')) return leaves;
  for (const chapter of book.chapters) {
    visitWritten(chapter, 'containerDirective', (node) => {
      if (node.name === 'glossary' && !leaves.has('glossary')) leaves.set('glossary', { node, chapter });
    });
  }
  return leaves;
}

/** What stands in a `:::glossary` besides the terms. */
export function aroundLists(glossary: ContainerDirective): Nodes[] {
  return glossary.children.filter((child) => child.type !== 'definitionList');
}

/** Whether the book prints a leaf directive anywhere. */
export function prints(book: Pick<Read, 'chapters'>, name: string): boolean {
  return printedLeaves(book).has(name);
}
