/**
 * A chapter as the row of words that a reader sees, whatever markup they stand in, with the way back to the tree.
 *
 * Left out is what somebody else says or what stands elsewhere: notes, citations, references, comments, answers, evidence; and
 * what has no words: formulas, pictures, source. Not here: finding words among them (find-lemma.ts).
 */
import type { InlineCode, Nodes, Text } from 'mdast';
import type { Chapter, Source } from '../../model/document.js';
import type { Place } from '../../model/place.js';
import { isDrawnTable, placeWithin, sourceOf } from '../../model/source.js';

/** A word, or a sign between words. */
export interface Token {
  /** One spelling for what looks alike: composed letters, straight quotation marks, plain hyphens, no soft ones. */
  readonly text: string;
  readonly folded: string;
  /** Where it stands in the words of the whole chapter. */
  readonly from: number;
  readonly to: number;
}

/** Tokens in a row. */
export interface Stretch {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

export type Worded = Text | InlineCode;

/** A stretch of the value of one node. */
export interface WordPiece {
  readonly node: Worded;
  readonly from: number;
  readonly to: number;
  /** The link or directive, the outermost of them, that the node stands in: no mark may stand within it. */
  readonly enclosing?: Nodes;
}

interface Run extends Omit<WordPiece, 'from' | 'to'> {
  readonly start: number;
  readonly source: Source;
}

/** Scripts that set no spaces: each letter is a word. */
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]`;
const isUnspaced = new RegExp(unspaced, 'u');
const spacedTokens = /[\p{L}\p{M}\p{N}\u00ad\u2060]+|\.\.\.|\S/gu;
/** Looks at each letter, so it is slower by far. */
const anyTokens = new RegExp(String.raw`${unspaced}\p{M}*|(?:(?!${unspaced})[\p{L}\p{M}\p{N}\u00ad\u2060])+|\.\.\.|\S`, 'gu');
const isAscii = /^[\x20-\x7e]*$/;
const invisible = /[\u00ad\u2060]/g;
const alike: Readonly<Record<string, string>> = { ...Object.fromEntries([...'“”„‟«»″'].map((sign) => [sign, '"'])), ...Object.fromEntries([...'‘’‚‛′`´'].map((sign) => [sign, "'"])), ...Object.fromEntries([...'‐‑‒–—―−'].map((sign) => [sign, '-'])), '...': '…' };

export function tokensOf(words: string): Token[] {
  return Array.from(words.matchAll(isUnspaced.test(words) ? anyTokens : spacedTokens), ({ 0: written, index }) => {
    const text = alike[written] ?? (isAscii.test(written) ? written : written.normalize('NFC').replace(invisible, ''));
    return { text, folded: text.toLowerCase(), from: index, to: index + written.length };
  }).filter(({ text }) => text !== '');
}

/** What stands within a line of text; all else begins and ends lines of its own. */
const inline: ReadonlySet<Nodes['type']> = new Set(['text', 'inlineCode', 'emphasis', 'strong', 'delete', 'subscript', 'superscript', 'span', 'link', 'linkReference', 'textDirective']);
const unread: ReadonlySet<Nodes['type']> = new Set(['footnoteDefinition', 'footnoteReference', 'inlineNote', 'citation', 'crossReference', 'html', 'leafDirective']);
const elsewhere: ReadonlySet<string> = new Set(['comment', 'answer', 'evidence', 'page']);
const enclosures: ReadonlySet<Nodes['type']> = new Set(['link', 'linkReference', 'textDirective']);

export class Reading {
  readonly tokens: readonly Token[];
  readonly #words: string;
  readonly #runs: Run[] = [];
  /** Of what has a label, and of headings, in reading order. */
  readonly #extents = new Map<Nodes, Stretch>();
  readonly #places = new Map<string, number[]>();

  constructor(readonly chapter: Chapter) {
    let words = '';
    const read = (node: Nodes, source: Source, enclosing: Nodes | undefined): void => {
      const included = node.type === 'leafDirective' ? source.includes?.get(node) : undefined;
      if (included) return read(included.tree, included, undefined);
      if (unread.has(node.type) || ('name' in node && elsewhere.has(node.name)) || (node.type === 'paragraph' && isDrawnTable(node))) return;
      if (!inline.has(node.type)) words += '\n';
      const from = words.length;
      if (node.type === 'text' || node.type === 'inlineCode') {
        this.#runs.push({ node, start: from, source, ...(enclosing && { enclosing }) });
        words += node.value;
      }
      if (node.type === 'table' && node.caption) read(node.caption, source, enclosing);
      if ('children' in node) for (const child of node.children) read(child, source, enclosing ?? (enclosures.has(node.type) ? node : undefined));
      if (node.type === 'heading' || labelOf(node) !== undefined) this.#extents.set(node, { from, to: words.length });
      if (!inline.has(node.type)) words += '\n';
    };
    if (chapter.titleSource) for (const node of chapter.title) read(node, chapter.titleSource, undefined);
    words += '\n';
    read(chapter.tree, chapter, undefined);
    this.#words = words;
    this.tokens = tokensOf(words);
    for (const [index, { folded }] of this.tokens.entries()) {
      const known = this.#places.get(folded);
      if (known) known.push(index);
      else this.#places.set(folded, [index]);
    }
  }

  get whole(): Stretch {
    return { from: 0, to: this.tokens.length };
  }

  /** Every token of these letters, whatever their case. */
  placesOf(folded: string): readonly number[] {
    return this.#places.get(folded) ?? [];
  }

  /** All that is written by a labelled node, or below a heading down to the next of its rank. */
  extentOf(node: Nodes): Stretch {
    if (node.type === 'root' || node === this.chapter.titleNode) return this.whole;
    const own = this.#extents.get(node) ?? { from: 0, to: 0 };
    const next = node.type === 'heading' ? [...this.#extents].find(([other, { from }]) => other.type === 'heading' && other.depth <= node.depth && from > own.from)?.[1].from : undefined;
    return { from: this.#tokenAt(own.from), to: this.#tokenAt(node.type === 'heading' ? (next ?? this.#words.length) : own.to) };
  }

  /** Of a heading, its own words alone; of a chapter, those of its title. */
  headingOf(node: Nodes): Stretch | undefined {
    const { titleNode, titleSource } = this.chapter;
    const heading = node.type === 'root' ? titleNode : node;
    if (heading?.type === 'heading') {
      const own = this.#extents.get(heading);
      return own && { from: this.#tokenAt(own.from), to: this.#tokenAt(own.to) };
    }
    const after = this.#runs.find(({ source }) => source !== titleSource);
    return node.type === 'root' && titleSource ? { from: 0, to: after ? this.#tokenAt(after.start) : this.tokens.length } : undefined;
  }

  /** The first token that begins at an offset or after it. */
  #tokenAt(offset: number): number {
    let [low, high] = [0, this.tokens.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.tokens[middle] as Token).from < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The words as they are printed, on one line; without the white that a citation among them leaves behind. */
  wordsOf({ from, to }: Stretch): string {
    const [first, last] = [this.tokens[from], this.tokens[to - 1]];
    return first && last ? this.#words.slice(first.from, last.to).replace(invisible, '').replace(/[ \t\r\n]+/g, ' ').replace(/ (?=[.,](?:\s|$))/g, '') : '';
  }

  /** The nodes that hold the words, in reading order, and what of each. */
  piecesOf({ from, to }: Stretch): WordPiece[] {
    const [first, last] = [this.tokens[from], this.tokens[to - 1]];
    if (!first || !last) return [];
    const pieces: WordPiece[] = [];
    for (let index = this.#runAt(first.from); index < this.#runs.length; index += 1) {
      const { node, start, enclosing } = this.#runs[index] as Run;
      if (start >= last.to) break;
      const piece = { node, from: Math.max(0, first.from - start), to: Math.min(node.value.length, last.to - start), ...(enclosing && { enclosing }) };
      if (piece.to > piece.from) pieces.push(piece);
    }
    return pieces;
  }

  #runAt(offset: number): number {
    let [low, high] = [0, this.#runs.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#runs[middle] as Run).start <= offset) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Where the words stand in the manuscript: from the first of them as far as its line goes with them. */
  placeOf(stretch: Stretch): Place {
    const [piece] = this.piecesOf(stretch);
    if (!piece) return { file: this.chapter.file, line: 1 };
    const { source } = this.#runs.find(({ node }) => node === piece.node) as Run;
    const written = sourceOf(piece.node, source);
    const value = piece.node.value.slice(piece.from, piece.to).split('\n', 1)[0] as string;
    // What an author escapes is longer in the file than on the page.
    const offset = Math.max(0, written.indexOf(value, piece.from));
    return placeWithin(source, piece.node, written, { offset, length: value.length });
  }
}

/** The label that an author has given to a node, in whatever way. */
export function labelOf(node: Nodes): string | undefined {
  if (node.type === 'table') return node.data?.attributes?.id ?? node.caption?.data?.attributes?.id;
  if (node.type === 'containerDirective' || node.type === 'leafDirective' || node.type === 'textDirective') return node.attributes?.['id'] ?? undefined;
  return node.data?.attributes?.id;
}
