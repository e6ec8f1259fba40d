/**
 * Citation keys, `@clarke1991` and `@{odd key}`, and which of them are labels of our own.
 *
 * A key begins with a letter, a digit or `_` and goes on with letters, digits and single punctuation between them, so the full
 * stop after `@clarke1991.` ends the sentence. Of double punctuation, only that of an address (`://`). Source: Pandoc User's Guide, "Citation syntax".
 */
import { atomEnd, bracketEnd, resourceEnd } from '../scan/bracket.js';
import { readAttributeList } from '../attributes/attribute-list.js';

const plainKey = /_*[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|_+(?=[\p{L}\p{N}])|(?::?\/\/|:\/|[:.#$%&\-+?<>~/])(?=_*[\p{L}\p{N}]))*/uy;
const bracedKey = /\{([^{}\n]*[^{}\s][^{}\n]*)\}/y;
/** What a label of ours begins with; the author may declare others in book.yaml. */
export const labelPrefixes = ['fig', 'tbl', 'tab', 'sec', 'chap', 'eq', 'lst', 'q', 'doc', 'claim', 'note', 'passage'] as const;
const alphanumeric = /[\p{L}\p{N}]$/u;
const bareLink = /https?:\/\/[^\s<>[\]]*/y;

export interface Key {
  readonly key: string;
  /** `-@key` */
  readonly suppressAuthor: boolean;
  /** Of the `@`, or the `-` before it. */
  readonly start: number;
  readonly end: number;
}

/** Of the labels of a book: those of ours, and those of its own kinds. */
export type Prefixes = ReadonlySet<string>;

/** `@fig:map` refers to something in the book, `@clarke1991` to a source. */
export function isLabel(key: string, prefixes: Prefixes): boolean {
  const colon = key.indexOf(':');
  return colon > 0 && prefixes.has(key.slice(0, colon));
}

/** The key after the `@` at `at`, and where it ends. */
export function readKey(text: string, at: number): { readonly key: string; readonly end: number } | undefined {
  for (const pattern of [plainKey, bracedKey]) {
    pattern.lastIndex = at + 1;
    const match = pattern.exec(text);
    if (match !== null) return { key: match[1] ?? match[0], end: pattern.lastIndex };
  }
  return undefined;
}

/** Keys and semicolons of a stretch of inline source; not those within nested brackets, code, formulas, escapes or addresses. */
export function findKeys(text: string, from: number, to: number): { readonly keys: readonly Key[]; readonly semicolons: readonly number[] } {
  const keys: Key[] = [];
  const semicolons: number[] = [];
  let index = from;
  /** Where the piece before this one begins: an escaped `-` is none. */
  let before = from;
  while (index < to) {
    const key = text[index] === '@' && !endsWord(text, from, index) ? readKey(text, index) : undefined;
    if (key !== undefined && key.end <= to) {
      const suppressAuthor = text[index - 1] === '-' && before === index - 1 && index > from && !endsWord(text, from, index - 1);
      keys.push({ key: key.key, suppressAuthor, start: suppressAuthor ? index - 1 : index, end: key.end });
      index = key.end;
      continue;
    }
    if (text[index] === ';') semicolons.push(index);
    before = index;
    index = pieceEnd(text, index);
  }
  return { keys, semicolons };
}

function pieceEnd(text: string, at: number): number {
  if (text[at] === '[') {
    const close = bracketEnd(text, at);
    if (close === -1) return at + 1;
    return readAttributeList(text, close + 1)?.end ?? resourceEnd(text, close + 1);
  }
  if (text[at] === 'h') {
    bareLink.lastIndex = at;
    if (bareLink.test(text)) return bareLink.lastIndex;
  }
  return atomEnd(text, at);
}

function endsWord(text: string, from: number, at: number): boolean {
  return alphanumeric.test(text.slice(Math.max(from, at - 2), at));
}
