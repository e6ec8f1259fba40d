/**
 * Keys each `:::comment` to the words that it is on, or to the passage.
 *
 * In: the trees as they were read. Out: the comments whose words were found, in the order of their marks, each with the stretches
 * of text that its words are; and what is to be said of them, which collect reports. A table beside the trees, made once for a book:
 * the order in which a reader meets comments (walk.ts) depends on it.
 * Finds d-002 (attributes), d-010 (changed), d-011 (lost), d-012 (ambiguous), d-013 (empty), d-014 (no words), x-001 (no passage).
 * Not here: letters (number.ts), marks and notes (lower/comment.ts).
 */
import type { Nodes } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Hint, Report } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { commentPlacements } from '../model/book.js';
import { wholeNumber } from '../model/directive.js';
import type { Chapter, KeyedComment, Read, Source } from '../model/document.js';
import { nodeId } from '../model/id.js';
import type { Place } from '../model/place.js';
import { attributePlace, placeOf, visitWritten } from '../model/source.js';
import { plain } from '../read/read-chapter.js';
import { findAlike, findLemma, type Lemma, lemmaOf, likenessOf } from './lemma/find-lemma.js';
import { labelOf, Reading, type Stretch, type Token, tokensOf } from './lemma/reading.js';

export interface Keyed {
  readonly comments: readonly KeyedComment[];
  /** By the node at which the mark stands. */
  readonly markedAt: ReadonlyMap<Nodes, readonly KeyedComment[]>;
  /** All `:::comment` of chapters and of what these include, found or not. */
  readonly written: ReadonlySet<Nodes>;
  readonly findings: readonly Parameters<Report>[];
}

const known = new WeakMap<Read['chapters'], Keyed>();

export function keyComments(book: Read): Keyed {
  const keyed = known.get(book.chapters) ?? new Keying(book).all();
  known.set(book.chapters, keyed);
  return keyed;
}

/** So like must words be to those that a comment quotes, to be these words after a change. */
const changed = 0.6;
/** So like they must be to be worth a mention where the words are lost. */
const resembling = 0.34;
/** Fewer words than these may stand elsewhere by chance: they have not been moved there. */
const fewestMoved = 3;
const mostHints = 5;

/** What a comment may be on. */
interface Passage {
  readonly reading: Reading;
  readonly stretch: Stretch;
  /** As a finding calls it. */
  readonly name: string;
}

/** Where a comment's words stand. */
interface Found {
  readonly reading: Reading;
  readonly stretch: Stretch;
}

interface LabelledNode {
  readonly node: Nodes;
  readonly source: Source;
  readonly chapter: Chapter;
}

class Keying {
  readonly #findings: Parameters<Report>[] = [];
  readonly #readings = new Map<Chapter, Reading>();
  readonly #passages = new Map<string, Passage>();
  #labels: ReadonlyMap<string, LabelledNode> | undefined;

  constructor(readonly book: Read) {}

  all(): Keyed {
    const written = new Set<Nodes>();
    const found = this.book.chapters.flatMap((chapter) => {
      const blocks: [ContainerDirective, Source][] = [];
      visitWritten(chapter, 'containerDirective', (node, source) => void (node.name === 'comment' && blocks.push([node, source])));
      for (const [node] of blocks) written.add(node);
      return blocks.flatMap(([node, source]) => this.#key(node, source, chapter) ?? []);
    });
    const order = new Map(this.book.chapters.map((chapter, index) => [chapter, index]));
    found.sort((a, b) => (order.get(a.comment.chapter) ?? 0) - (order.get(b.comment.chapter) ?? 0) || a.at - b.at || b.from - a.from);
    const comments = found.map(({ comment }) => comment);
    const markedAt = new Map<Nodes, KeyedComment[]>();
    for (const comment of comments) {
      const others = markedAt.get(comment.mark.node);
      if (others) others.push(comment);
      else markedAt.set(comment.mark.node, [comment]);
    }
    return { comments, markedAt, written, findings: this.#findings };
  }

  /** @returns the comment, and between which tokens its mark stands */
  #key(node: ContainerDirective, source: Source, chapter: Chapter): { readonly comment: KeyedComment; readonly at: number; readonly from: number } | undefined {
    const { on, placement, nth } = node.attributes ?? {};
    const label = node.attributes?.['in'];
    const at = (name: string): Place => attributePlace(source, node, name);
    const report: Report = (...finding) => void this.#findings.push(finding);

    if (node.children.length === 0) report('d-013', placeOf(source, node), 'this comment says nothing', 'write it between `:::comment{…}` and `:::`');
    const asked = commentPlacements.find((name) => name === placement);
    if (placement && !asked) report('d-002', at('placement'), `\`placement=${placement}\` is no place of a comment`, `it is one of ${commentPlacements.join(', ')}`);
    if (nth && wholeNumber(nth) === undefined) report('d-002', at('nth'), `\`nth=${nth}\` is not a number from 1 on`);
    const passage = label ? this.#passageOf(label) : { reading: this.#readingOf(chapter), stretch: this.#readingOf(chapter).whole, name: 'this chapter' };
    if (!passage) {
      if (this.#isLeftOut(lemmaOf(''), label ?? undefined)) return undefined;
      const near = nearest(label ?? '', this.#labelled().keys()).map((like): Hint => ({ text: `\`${like}\` exists`, place: this.#placeOfLabel(like) }));
      report('x-001', at('in'), `there is no label \`${label}\``, ...(near.length > 0 ? near : [`write \`{#${label}}\` behind what the comment is on`]));
      return undefined;
    }
    const lemma = lemmaOf(on ?? '');
    const shared = { id: nodeId(source.stem, node), node, source, placement: asked ?? this.book.config.commentary };
    const sayWordless = (): void => report('d-014', at('in'), `${passage.name} has no words in the text that a comment could stand at`, 'name the section around it, or quote words of the text: `on="…"`');
    const isQuoting = lemma.tokens.some(({ text }) => /[\p{L}\p{N}]/u.test(text));
    if (!isQuoting && (on || !label)) {
      report('d-002', on ? at('on') : placeOf(source, node), on ? `\`on="${on}"\` quotes no words` : '`:::comment` does not say what it is on', 'quote the words as they are printed: `on="…"`, or name a passage: `in=sec:…`');
      return undefined;
    }
    if (!isQuoting && label && !isInline(this.#labelled().get(label)?.node)) {
      const whole = this.#onWhole(label, passage);
      if (!whole) sayWordless();
      return whole && { comment: { ...shared, ...whole.keyed }, at: whole.at, from: whole.at };
    }
    const found = isQuoting ? this.#find(lemma, passage, node, { report, at }) : passage;
    if (!found) return undefined;
    const { reading, stretch } = found;
    const pieces = reading.piecesOf(stretch);
    const last = pieces.at(-1);
    if (!last) {
      sayWordless();
      return undefined;
    }
    const mark = last.enclosing ? { node: last.enclosing, at: 'after' as const } : { node: last.node, at: last.to };
    return { comment: { ...shared, chapter: reading.chapter, words: printedWords(lemma, found), pieces, mark }, at: stretch.to, from: stretch.from };
  }

  /** Where the words stand: in the passage, else moved in its chapter or the book, else changed. */
  #find(lemma: Lemma, passage: Passage, node: ContainerDirective, { report, at }: { readonly report: Report; readonly at: (name: string) => Place }): Found | undefined {
    const { reading, stretch, name } = passage;
    const { on = '', was } = node.attributes ?? {};
    const nth = wholeNumber(node.attributes?.['nth']);
    const here = findLemma(lemma, reading, stretch, nth);
    const quoted = was ? tokensOf(was) : [];
    const offset = was ? quoted.findIndex((_, index) => (lemma.parts[0] ?? []).every(({ folded }, step) => quoted[index + step]?.folded === folded)) : -1;
    if (was && offset < 0) report('d-002', at('was'), '`was` does not hold the words of `on`', 'it is the sentence, or a part of it, that the comment was written on');

    if (here.length > 0 && was && offset >= 0) {
      const around = here.map((one) => ({ one, likeness: likenessOf(quoted, reading, { from: one.from - offset, to: one.from - offset + quoted.length }) }));
      const best = around.reduce((a, b) => (b.likeness > a.likeness ? b : a));
      if (best.likeness < 1) {
        const now = reading.wordsOf({ from: Math.max(0, best.one.from - offset), to: Math.min(reading.tokens.length, best.one.from - offset + quoted.length) });
        report('d-010', at('was'), `around \`${on}\` the text no longer is what this comment was written on`, { text: `it is now “${now}”`, place: reading.placeOf(best.one) }, 'see whether the comment still holds, and write the words anew in `was`');
      }
      return { reading, stretch: best.one };
    }
    if (nth !== undefined ? here.length >= nth : here.length === 1) return { reading, stretch: here[(nth ?? 1) - 1] as Stretch };
    if (nth === undefined && here.length > 1) {
      const lines = here.map((one) => reading.placeOf(one).line ?? 0);
      const others = here.slice(1, mostHints).map((one, index): Hint => ({ text: `\`nth=${index + 2}\` is this one`, place: reading.placeOf(one) }));
      report('d-012', at('on'), `\`${on}\` stands ${here.length} times in ${name}, on the lines ${listed(lines)}: the comment is on the first`, ...others);
      return { reading, stretch: here[0] as Stretch };
    }

    if (here.length === 0 && lemma.tokens.length >= fewestMoved) {
      const moved = this.#movedTo(lemma, passage);
      if (moved) return moved;
    }
    if (here.length === 0 && this.#isLeftOut(lemma, undefined)) return undefined;
    const tooFew = here.length > 0 ? `\`${on}\` stands ${here.length === 1 ? 'once' : `${here.length} times`} in ${name}, and \`nth=${nth}\` is asked for` : undefined;
    const isOld = (one: Stretch): boolean => here.some(({ from, to }) => one.from < to && from < one.to);
    const [now] = findAlike(lemma, reading, stretch, changed).filter((one) => !isOld(one));
    if (now) {
      const words = reading.wordsOf(now);
      report('d-010', at('on'), `${tooFew ?? `\`${on}\` is no longer in ${name}`}: the comment is now on \`${words}\``, { text: 'these words are the nearest', place: reading.placeOf(now) }, `see whether the comment still holds, and write \`on="${words}"\``);
      return { reading, stretch: now };
    }
    const near = findAlike(lemma, reading, stretch, resembling).filter((one) => !isOld(one)).slice(0, 3).map((one): Hint => ({ text: `\`${reading.wordsOf(one)}\` is like it`, place: reading.placeOf(one) }));
    const elsewhere = this.book.chapters.flatMap((chapter) => (near.length > 0 ? [] : findLemma(lemma, this.#readingOf(chapter), this.#readingOf(chapter).whole).map((one): Hint => ({ text: 'the words stand here', place: this.#readingOf(chapter).placeOf(one) })))).slice(0, 3);
    const hints = [...near, ...(here.length === 0 ? elsewhere : here.slice(0, 3).map((one): Hint => ({ text: 'the words stand here', place: reading.placeOf(one) })))];
    report('d-011', here.length > 0 ? at('nth') : at('on'), tooFew ?? `\`${on}\` is not in ${name}`, ...(hints.length > 0 ? hints : ['quote the words as they are printed; `…` stands for those left out']));
    return undefined;
  }

  /** The same words in the rest of the chapter, or once in the rest of the book. */
  #movedTo(lemma: Lemma, { reading }: Passage): Found | undefined {
    const near = findLemma(lemma, reading, reading.whole);
    if (near.length > 0) return near.length === 1 ? { reading, stretch: near[0] as Stretch } : undefined;
    const far = this.book.chapters.flatMap((chapter) => {
      const other = this.#readingOf(chapter);
      return other === reading ? [] : findLemma(lemma, other, other.whole).map((stretch) => ({ reading: other, stretch }));
    });
    return far.length === 1 ? far[0] : undefined;
  }

  /** A heading bears the mark behind its words, any other passage before its first. */
  #onWhole(label: string, { reading, stretch }: Passage): { readonly keyed: Pick<KeyedComment, 'chapter' | 'words' | 'pieces' | 'mark'>; readonly at: number } | undefined {
    const { node } = this.#labelled().get(label) as LabelledNode;
    const heading = reading.headingOf(node);
    const pieces = reading.piecesOf(heading ?? stretch);
    const piece = heading ? pieces.at(-1) : pieces[0];
    if (!piece) return undefined;
    const words = heading ? reading.wordsOf(heading) : node.type === 'containerDirective' ? (node.attributes?.['title'] ?? '') : node.type === 'table' ? plain(node.caption?.children ?? []) : '';
    const mark = piece.enclosing ? { node: piece.enclosing, at: heading ? ('after' as const) : ('before' as const) } : { node: piece.node, at: heading ? piece.to : piece.from };
    return { keyed: { chapter: reading.chapter, words, pieces: [], mark }, at: heading ? heading.to : stretch.from };
  }

  /** Whether words, or a label, stand in what is for other readers than those of this edition: a comment on them is so, too. */
  #isLeftOut({ parts }: Lemma, label: string | undefined): boolean {
    return this.book.leftOut.some(({ node }) => {
      if (label !== undefined && this.#holdsLabel(node, label)) return true;
      const words = folded(tokensOf(toString(node)));
      return parts.length > 0 && parts.every((part) => words.includes(folded(part)));
    });
  }

  #holdsLabel(node: Nodes, label: string): boolean {
    let isHeld = false;
    visit(node, (inner: Nodes) => void (isHeld ||= labelOf(inner) === label));
    return isHeld;
  }

  #readingOf(chapter: Chapter): Reading {
    const reading = this.#readings.get(chapter) ?? new Reading(chapter);
    this.#readings.set(chapter, reading);
    return reading;
  }

  #passageOf(label: string): Passage | undefined {
    const target = this.#passages.has(label) ? undefined : this.#labelled().get(label);
    if (target) {
      const reading = this.#readingOf(target.chapter);
      this.#passages.set(label, { reading, stretch: reading.extentOf(target.node), name: `\`${label}\`` });
    }
    return this.#passages.get(label);
  }

  /** What has a label, the first where two have one. */
  #labelled(): ReadonlyMap<string, LabelledNode> {
    if (this.#labels) return this.#labels;
    const labels = new Map<string, LabelledNode>();
    const gather = (source: Source, chapter: Chapter): void => {
      visit(source.tree, (node: Nodes) => {
        const label = labelOf(node);
        if (label !== undefined && !labels.has(label)) labels.set(label, { node, source, chapter });
      });
      for (const included of source.includes?.values() ?? []) gather(included, chapter);
    };
    for (const chapter of this.book.chapters) gather(chapter, chapter);
    return (this.#labels = labels);
  }

  #placeOfLabel(label: string): Place {
    const { node, source } = this.#labelled().get(label) as LabelledNode;
    return placeOf(source, node);
  }
}

const folded = (tokens: readonly Token[]): string => ` ${tokens.map((token) => token.folded).join(' ')} `;

/** What is labelled within a line: a comment on it is one on its words. */
function isInline(node: Nodes | undefined): boolean {
  return node?.type === 'textDirective' || node?.type === 'span' || node?.type === 'link' || node?.type === 'inlineCode';
}

/** As they stand in the text now; what was left out stays out. */
function printedWords({ parts }: Lemma, { reading, stretch }: Found): string {
  const [first, last] = [parts[0]?.length ?? 0, parts.at(-1)?.length ?? 0];
  if (parts.length < 2 || stretch.to - stretch.from <= first + last) return reading.wordsOf(stretch);
  return `${reading.wordsOf({ from: stretch.from, to: stretch.from + first })} … ${reading.wordsOf({ from: stretch.to - last, to: stretch.to })}`;
}

/** `4, 9 and 12` */
function listed(lines: readonly number[]): string {
  const [last, ...others] = [...new Set(lines)].toReversed();
  return others.length === 0 ? String(last) : `${others.toReversed().join(', ')} and ${last}`;
}
