/**
 * Citations and cross-references: `[see @a, p. 3; -@b]`, `@a [p. 3]`, `-@a`, `@fig:x`, `[@fig:a; @fig:b]`.
 *
 * Brackets that hold a key are a citation unless they are a link's or a span's. Labels alone in brackets, without words, are
 * one reference; with words between them the brackets are text and each label is a reference of its own, so no word is lost.
 * A part without a key belongs to the part before it, at the beginning to the first.
 */
import { codes } from 'micromark-util-symbol';
import type { Code, Extension, TokenizeContext } from 'micromark-util-types';
import { readAttributeList } from '../attributes/attribute-list.js';
import { bracketEnd } from '../scan/bracket.js';
import { planned, type Planner, type Step } from '../scan/plan.js';
import { findKeys, isLabel, labelPrefixes, readKey, type Key, type Prefixes } from './citation-key.js';

declare module 'micromark-util-types' {
  interface TokenTypeMap {
    citation: 'citation';
    citationMarker: 'citationMarker';
    citationSpace: 'citationSpace';
    citationPart: 'citationPart';
    citationPrefix: 'citationPrefix';
    citationKey: 'citationKey';
    citationSuffix: 'citationSuffix';
    crossReference: 'crossReference';
    crossReferenceLine: 'crossReferenceLine';
  }
}

/** @param ownLabels what labels of the author's own kinds begin with */
export function citationSyntax(source: string, ownLabels: readonly string[] = []): Extension {
  const prefixes = new Set<string>([...labelPrefixes, ...ownLabels]);
  return {
    text: {
      [codes.leftSquareBracket]: planned('citationGroup', planGroup(prefixes)),
      [codes.atSign]: planned('citationNarrative', planInText(prefixes)),
      // Every hyphen would be asked, and few books have one before a key.
      ...(source.includes('-@') && { [codes.dash]: planned('citationSuppressed', planInText(prefixes)) }),
    },
  };
}

/** One key with the words that belong to it: from `from` to `to`, separators excluded. */
interface Part {
  readonly key: Key;
  readonly from: number;
  readonly to: number;
}

const planGroup = (prefixes: Prefixes): Planner => ({ text, at, context }) => {
  const close = bracketEnd(text, at);
  if (close === -1 || isOtherBracket(text, at, close, context)) return undefined;
  const parts = divide(text, at + 1, close);
  if (parts.length === 0) return undefined;
  if (parts.every(({ key }) => isLabel(key.key, prefixes))) {
    const wordless = parts.every(({ key, from, to }) => text.slice(from, key.start).trim() === '' && text.slice(key.end, to).trim() === '');
    return wordless ? reference(close + 1 - at) : undefined;
  }
  return [
    { enter: 'citation' },
    { take: 1, as: 'citationMarker' },
    ...parts.flatMap((part, index) => planPart(text, part, index)),
    { take: 1, as: 'citationMarker' },
    { exit: 'citation' },
  ];
};

/** From the `@` of a key, or the `-` before it. */
const planInText = (prefixes: Prefixes): Planner => ({ text, at, context }) => {
  const sign = text[at] === '-' ? at + 1 : at;
  const isFree = !endsWord(context.previous) && text[sign] === '@' && (sign === at || context.previous !== codes.dash);
  const key = isFree ? readKey(text, sign) : undefined;
  if (key === undefined) return undefined;
  if (isLabel(key.key, prefixes)) return reference(key.end - at);
  return [
    { enter: 'citation' },
    { enter: 'citationPart' },
    { take: key.end - at, as: 'citationKey' },
    ...(planBrackets(text, key.end, context, prefixes) ?? [{ exit: 'citationPart' }]),
    { exit: 'citation' },
  ];
};

const gap = /[ \t]*(?:\n[ \t]*)?/y;

/** `[p. 3]`, `[p. 3; @b]` or `[@b]` after a key in the text: where in the source, and more sources. */
function planBrackets(text: string, at: number, context: TokenizeContext, prefixes: Prefixes): Step[] | undefined {
  gap.lastIndex = at;
  gap.test(text);
  const open = gap.lastIndex;
  if (text[open] !== '[' || text[open + 1] === '^') return undefined;
  const close = bracketEnd(text, open);
  if (close === -1 || isOtherBracket(text, open, close, context)) return undefined;
  const { keys, semicolons } = findKeys(text, open + 1, close);
  const firstKey = keys[0];
  if (firstKey !== undefined && keys.every(({ key }) => isLabel(key, prefixes))) return undefined;
  // Without a semicolon before the first key, all of it is about other sources.
  const end = firstKey === undefined ? close : (semicolons.findLast((index) => index < firstKey.start) ?? open);
  const words = text.slice(open + 1, end);
  if (words.trim() === '' && end === close) return undefined;
  const blank = words.length - words.trimStart().length;
  return [
    { take: open - at, as: 'citationSpace' },
    { take: 1, as: 'citationMarker' },
    { take: blank, as: 'citationSpace' },
    ...planSuffix(words.trimStart()),
    { exit: 'citationPart' },
    ...(end === close ? [] : divide(text, end + 1, close).flatMap((part, index) => planPart(text, part, end === open ? index : index + 1))),
    { take: 1, as: 'citationMarker' },
  ];
}

function divide(text: string, from: number, to: number): Part[] {
  const { keys, semicolons } = findKeys(text, from, to);
  const parts: Part[] = [];
  let start = from;
  for (const [index, key] of keys.entries()) {
    // Without a semicolon after the last part's key, this key is in that part's words.
    if (start > key.start) continue;
    const next = keys.slice(index + 1).find((other) => semicolons.some((at) => at >= key.end && at < other.start));
    const end = next === undefined ? to : (semicolons.findLast((at) => at < next.start) ?? to);
    parts.push({ key, from: start, to: end });
    start = end + 1;
  }
  return parts;
}

/** The separator before it included; the white space next to the key belongs to the words, that at the outer ends does not. */
function planPart(text: string, { key, from, to }: Part, index: number): Step[] {
  const prefix = text.slice(from, key.start);
  const blank = prefix.length - prefix.trimStart().length;
  return [
    ...(index === 0 ? [] : [{ take: 1, as: 'citationMarker' } as const]),
    { enter: 'citationPart' },
    { take: blank, as: 'citationSpace' },
    { parse: prefix.length - blank, as: 'citationPrefix' },
    { take: key.end - key.start, as: 'citationKey' },
    ...planSuffix(text.slice(key.end, to)),
    { exit: 'citationPart' },
  ];
}

function planSuffix(suffix: string): Step[] {
  const length = suffix.trimEnd().length;
  return [
    { parse: length, as: 'citationSuffix' },
    { take: suffix.length - length, as: 'citationSpace' },
  ];
}

function reference(length: number): Step[] {
  return [{ enter: 'crossReference' }, { take: length, as: 'crossReferenceLine' }, { exit: 'crossReference' }];
}

/** Whether these brackets are a link's or a span's. */
function isOtherBracket(text: string, open: number, close: number, context: TokenizeContext): boolean {
  const defined = (label: string): boolean => context.parser.defined.includes(normalize(label));
  const own = text.slice(open + 1, close);
  switch (text[close + 1]) {
    case '(':
      return true;
    case '{':
      return readAttributeList(text, close + 1) !== undefined;
    case '[': {
      const end = bracketEnd(text, close + 1);
      if (end !== -1 && defined(text.slice(close + 2, end))) return true;
      return defined(own);
    }
    default:
      return defined(own);
  }
}

/** As CommonMark compares link labels (4.7). */
function normalize(label: string): string {
  return label.replace(/[\t\n\r ]+/g, ' ').trim().toLowerCase().toUpperCase();
}

function endsWord(previous: Code): boolean {
  return previous !== codes.eof && previous >= 0 && /[\p{L}\p{N}]/u.test(String.fromCharCode(previous));
}
