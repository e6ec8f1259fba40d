import type { Element, Text } from 'xast';
import type { PageMap } from '../model/document.js';
import { anchorOf, type NodeId } from '../model/id.js';
import type { Chunk, Chunks } from './chunk.js';
import { element, text, visitElements } from './tree.js';

/** A page of the print edition that begins somewhere in a file. */
export interface PageMark {
  readonly id: string;
  readonly folio: string;
}

/** A mark and where it belongs: in this block, after so many letters. */
export interface PlacedPage extends PageMark {
  readonly at: NodeId;
  readonly letters: number;
}

/**
 * Names the pages that get a mark and finds the file of each.
 *
 * A page without a folio gets none. One whose beginning is in no block of the EPUB (a picture alone, generated matter) begins
 * where the next page that has a block does; after the last such page there is no text left to mark.
 */
export function placePages(map: PageMap | undefined, chunks: Chunks): ReadonlyMap<Chunk, readonly PlacedPage[]> {
  const used = new Set<string>();
  const placed = new Map<Chunk, PlacedPage[]>();
  let waiting: PageMark[] = [];
  for (const { at, letters, folio } of map?.pages ?? []) {
    if (folio !== '') {
      const id = freshId(folio, (taken) => used.has(taken) || chunks.holderOf.has(taken));
      used.add(id);
      waiting.push({ id, folio });
    }
    const holder = at === undefined ? undefined : chunks.blockHolder.get(at);
    if (at === undefined || holder === undefined) continue;
    const before = placed.get(holder) ?? [];
    placed.set(holder, before);
    before.push(...waiting.map((mark) => ({ ...mark, at, letters })));
    waiting = [];
  }
  return placed;
}

function freshId(folio: string, isUsed: (id: string) => boolean): string {
  const stem = anchorOf(`page-${folio}`);
  let id: string = stem;
  for (let count = 2; isUsed(id); count++) id = `${stem}-${count}`;
  return id;
}

/**
 * Puts the marks into the text, each before the very word its page begins with: never inside a word, a formula, a drawing or a
 * heading, whose name a screen reader would read with the page number in it. For the same reason a link over two pages becomes two.
 *
 * In: a tree whose elements still have `data-at`; pages of this tree only, in print order. The tree is changed.
 * `letters` counts UTF-16 code units of every text node in the block but white space, soft hyphens, note numbers and what is told in
 * other words than in print (`data-uncounted`).
 */
export function insertPageBreaks(root: Element, pages: readonly PlacedPage[]): void {
  if (pages.length === 0) return;
  const wanted = new Set<string>(pages.map(({ at }) => at));
  const blocks = new Map<string, { readonly node: Element; readonly path: readonly Element[] }>();
  visitElements(root, (node, path) => {
    const at = node.attributes['data-at'];
    if (typeof at === 'string' && wanted.has(at) && !blocks.has(at)) blocks.set(at, { node, path: [...path] });
  });
  for (const page of pages) {
    const block = blocks.get(page.at);
    if (block) insertMark(pageBreak(page), spotIn(block.node, block.path, page.letters));
  }
}

export function pageBreak(mark: PageMark): Element {
  return element('span', { id: mark.id, 'epub:type': 'pagebreak', role: 'doc-pagebreak', 'aria-label': mark.folio });
}

/** Before `child` of the last element of `path`; in text, before the code unit at `offset`. */
interface Spot {
  readonly path: readonly Element[];
  readonly child: Element | Text | undefined;
  readonly offset: number;
}

const leaves = new Set(['img', 'svg', 'math', 'hr', 'video', 'audio', 'object', 'input']);

/**
 * Where the block goes on after so many letters. A page that begins with the block begins with its first picture or letter;
 * a count beyond the block's end means its end.
 */
function spotIn(block: Element, above: readonly Element[], letters: number): Spot {
  if (leaves.has(block.name)) return { path: above, child: block, offset: 0 };
  let left = letters;
  let end: Spot = { path: [...above, block], child: block.children[0] as Element | Text | undefined, offset: 0 };
  // Where the word begins that the text so far ends within: markup may divide it.
  let begun: Spot | undefined;
  const search = (parent: Element, path: readonly Element[]): Spot | undefined => {
    for (const child of parent.children) {
      if (child.type === 'text') {
        const offset = offsetAfter(child.value, left);
        const start = wordStart(child.value, offset ?? child.value.length);
        const word = start === 0 && begun && isInWord(child.value, 0) ? begun : { path, child, offset: start };
        if (offset !== undefined) return word;
        const count = countLetters(child.value);
        left -= count;
        if (count > 0) end = { path, child, offset: child.value.length };
        if (child.value !== '') begun = isInWord(child.value, child.value.length - 1) ? word : undefined;
      } else if (child.type === 'element' && child.attributes['data-note'] === undefined && child.attributes['data-uncounted'] === undefined) {
        if (letters === 0 && leaves.has(child.name)) return { path, child, offset: 0 };
        if (!withinWord.has(child.name)) begun = undefined;
        const found = search(child, [...path, child]);
        if (found) return found;
        if (!withinWord.has(child.name)) begun = undefined;
      }
    }
    return undefined;
  };
  return search(block, [...above, block]) ?? end;
}

const countLetters = (value: string): number => value.replace(/[\s\u00AD]+/g, '').length;

const isCounted = (unit: string): boolean => unit.trim() !== '' && unit !== '\u00AD';

/** The offset of the letter after the first `letters` of them, undefined when there is none. */
function offsetAfter(value: string, letters: number): number | undefined {
  let left = letters;
  for (let offset = 0; offset < value.length; offset++) {
    if (!isCounted(value.charAt(offset))) continue;
    if (left === 0) return offset;
    left--;
  }
  return undefined;
}

/** Scripts that set no spaces between words: every letter may begin a line, so none is moved. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const partOfWord = /[\p{L}\p{M}\p{N}\u00AD]/u;

function isInWord(value: string, index: number): boolean {
  const unit = value.charAt(index);
  return partOfWord.test(unit) && !unspaced.test(unit);
}

/** Where the word begins that the letter at `offset` is in; at the end of a text, the word that it ends with. */
function wordStart(value: string, offset: number): number {
  let start = offset;
  while (start > 0 && isInWord(value, start - 1) && (start === value.length || isInWord(value, start))) start--;
  return start;
}

/** Elements that one word may be divided by. */
const withinWord = new Set(['a', 'em', 'strong', 'i', 'b', 'u', 's', 'del', 'ins', 'mark', 'small', 'cite', 'q', 'span', 'code', 'sub', 'sup', 'abbr', 'dfn']);

/** Elements that a mark stands before, never in. */
const closed = new Set(['svg', 'math', 'ruby', 'hgroup', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);
/** Elements that cannot hold a span themselves. */
const structural = new Set(['ul', 'ol', 'dl', 'table', 'thead', 'tbody', 'tfoot', 'tr', 'colgroup', 'picture']);

function insertMark(mark: Element, spot: Spot): void {
  const barrier = spot.path.findIndex((node) => closed.has(node.name));
  if (barrier > 0) return insertBefore(mark, spot.path.slice(0, barrier), spot.path[barrier]);
  const depth = spot.path.findLastIndex((node) => !structural.has(node.name));
  if (depth < spot.path.length - 1) return insertBefore(mark, spot.path.slice(0, depth + 1), spot.path[depth + 1]);
  const { child, offset } = spot;
  if (child?.type !== 'text' || offset === 0) return insertBefore(mark, spot.path, child);
  const rest = text(child.value.slice(offset));
  child.value = child.value.slice(0, offset);
  const siblings = spot.path.at(-1)?.children;
  siblings?.splice(siblings.indexOf(child) + 1, 0, rest);
  insertBefore(mark, spot.path, rest);
}

/** In a link, the link ends before the mark, and another to the same place begins behind it. */
function insertBefore(mark: Element, path: readonly Element[], child: Element | Text | undefined): void {
  const parent = path.at(-1);
  if (!parent) return;
  const { children } = parent;
  const at = child ? children.indexOf(child) : children.length;
  if (!path.some(({ name }) => name === 'a')) return void children.splice(at, 0, mark);
  const above = path.slice(0, -1);
  if (at === 0) return insertBefore(mark, above, parent);
  const { id: _, ...attributes } = parent.attributes;
  const rest: Element = { ...parent, attributes, children: children.splice(at) };
  const siblings = above.at(-1)?.children;
  if (rest.children.length > 0) siblings?.splice(siblings.indexOf(parent) + 1, 0, rest);
  const after = siblings?.[siblings.indexOf(parent) + 1];
  insertBefore(mark, above, after?.type === 'element' || after?.type === 'text' ? after : undefined);
}
