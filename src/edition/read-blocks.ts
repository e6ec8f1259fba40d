/**
 * Reads a part as the row of blocks that its author wrote: what an edition is recorded by and found again in.
 *
 * A block is what stands in an element with `data-at` and in none within it. Its letters are the author's own, as the paginator
 * counts them (page/own-letters.ts). Pure.
 */
import { createHash } from 'node:crypto';
import type { Element, ElementContent } from 'hast';
import type { Part, PartNote } from '../model/document.js';
import type { NodeId } from '../model/id.js';
import { addedAttributes, addedClasses } from '../page/contract.js';

export interface Block {
  readonly at: NodeId;
  /** Letters of `at` before it: those of blocks that stand in it, too. */
  readonly offset: number;
  /** As written, white space as single spaces. */
  readonly text: string;
  /** Of its letters and pictures. */
  readonly digest: string;
}

export interface PartBlocks {
  readonly blocks: readonly Block[];
  /** Where the first block of each element is, and how many letters of the part stand before it. */
  readonly opens: ReadonlyMap<string, { readonly block: number; readonly letters: number }>;
  /** Letters of the part before each block. */
  readonly letters: readonly number[];
}

export const digestOf = (text: string, length: number): string => createHash('sha256').update(text).digest('base64url').slice(0, length);
export const lettersOf = (text: string): string => text.replace(/[\s\u00ad]/gu, '');

/** Enough to tell the blocks of a book apart, and short, since a page has many. */
const digestLength = 6;

export function readBlocks({ body }: Pick<Part, 'body'>): PartBlocks {
  const opens = new Map<string, { block: number; letters: number }>();
  const found: { at: NodeId; offset: number; text: string; pictures: string; letters: number }[] = [];
  let letters = 0;
  /** What text goes to: a block of the innermost element; after an element within it has ended, another. */
  const open: { readonly at: NodeId; readonly start: number; block: number | undefined }[] = [];
  const begin = (): number => {
    const top = open.at(-1);
    if (!top) return -1;
    found.push({ at: top.at, offset: letters - top.start, text: '', pictures: '', letters });
    return (top.block = found.length - 1);
  };
  const visit = (node: ElementContent): void => {
    if (node.type === 'text') {
      const top = open.at(-1);
      const count = lettersOf(node.value).length;
      if (!top || (count === 0 && top.block === undefined)) return;
      const block = found[top.block ?? begin()];
      if (block) block.text += node.value;
      letters += count;
    } else if (node.type === 'element' && !isAdded(node)) {
      const at = node.properties['dataAt'];
      const isBlock = typeof at === 'string' && at !== '';
      if (isBlock) {
        const above = open.at(-1);
        if (above) above.block = undefined;
        if (!opens.has(at)) opens.set(at, { block: found.length, letters });
        open.push({ at: at as NodeId, start: letters, block: undefined });
      }
      if (node.tagName === 'img') {
        const block = found[open.at(-1)?.block ?? begin()];
        if (block) block.pictures += `\0${String(node.properties['src'])}`;
      }
      node.children.forEach(visit);
      if (isBlock) {
        // What is empty is a block as well (a rule, ruled lines), unless it only holds others.
        if (open.at(-1)?.block === undefined && (opens.get(at)?.block ?? 0) === found.length) begin();
        open.pop();
      }
    }
  };
  body.forEach(visit);
  return {
    blocks: found.map(({ at, offset, text, pictures }) => ({ at, offset, text: text.replace(/\s+/gu, ' ').replaceAll('\u00ad', '').trim(), digest: digestOf(lettersOf(text) + pictures, digestLength) })),
    opens,
    letters: found.map((block) => block.letters),
  };
}

/** Of a note's own words. */
export function noteDigest({ body }: Pick<PartNote, 'body'>): string {
  const words = (node: ElementContent): string => (node.type === 'text' ? node.value : node.type === 'element' && !isAdded(node) ? node.children.map(words).join('') : '');
  return digestOf(lettersOf(body.map(words).join('')), digestLength);
}

const properties = addedAttributes.map((name) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));

function isAdded({ tagName, properties: given }: Element): boolean {
  const classes = given['className'];
  return (tagName === 'a' && given['dataNote'] !== undefined) || properties.some((name) => given[name] !== undefined) || (Array.isArray(classes) && addedClasses.some((name) => classes.includes(name)));
}

/** A place in a part: before a letter of a block. */
export interface Spot {
  readonly block: number;
  readonly letters: number;
}

/** @param letters of the element `at`, as the paginator counts them */
export function spotOf({ blocks, opens, letters: before }: PartBlocks, at: string, letters: number): Spot | undefined {
  const start = opens.get(at);
  if (!start) return undefined;
  if (letters === 0) return { block: start.block, letters: 0 };
  const wanted = start.letters + letters;
  let [low, high] = [start.block, blocks.length];
  while (high - low > 1) {
    const half = (low + high) >> 1;
    if ((before[half] as number) <= wanted) low = half;
    else high = half;
  }
  return { block: low, letters: wanted - (before[low] as number) };
}
