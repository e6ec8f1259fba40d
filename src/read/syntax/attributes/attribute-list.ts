/**
 * Reads `{#id .class key=value key="v v"}`.
 *
 * Also Pandoc's `{-}` (class `unnumbered`) and raw format `{=html}` (class `=html`). Items are separated by white space, line
 * ends included. In quotes, a backslash keeps the character after it. Of two ids or two values for one key the later counts.
 * An empty list is none.
 */
import type { Attributes } from '../../../model/syntax.js';

export interface AttributeList {
  readonly attributes: Attributes;
  /** The index after the closing brace. */
  readonly end: number;
}

const space = /\s*/y;
const identifier = /#([^\s{}"'`=<>#]+)/y;
const className = /\.([\p{L}_-][^\s{}"'`=<>#]*)/uy;
const pair = /([\p{L}_][\p{L}\p{N}_:.-]*)=(?:"((?:[^"\\]|\\[^])*)"|'((?:[^'\\]|\\[^])*)'|([^\s{}"'`<>]+))/uy;
const unnumbered = /-(?=[\s}])/y;
const format = /=([A-Za-z][A-Za-z0-9_+-]*)(?=\s*\})/y;

/** @returns nothing when no list starts at `at` or it is not one to its closing brace */
export function readAttributeList(text: string, at: number): AttributeList | undefined {
  if (text[at] !== '{') return undefined;
  let id: string | undefined;
  const classes: string[] = [];
  const values: [string, string][] = [];
  let index = at + 1;

  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = index;
    const match = pattern.exec(text);
    if (match !== null) index = pattern.lastIndex;
    return match;
  };

  for (;;) {
    const gap = read(space)?.[0] ?? '';
    if (text[index] === '}') break;
    if (gap === '' && index > at + 1) return undefined;
    let match: RegExpExecArray | null;
    if ((match = read(identifier)) !== null) id = match[1];
    else if ((match = read(className)) !== null) classes.push(match[1] ?? '');
    else if ((match = read(pair)) !== null) values.push([match[1] ?? '', unquote(match)]);
    else if (read(unnumbered) !== null) classes.push('unnumbered');
    else if ((match = read(format)) !== null) classes.push(`=${match[1]}`);
    else return undefined;
  }
  if (id === undefined && classes.length === 0 && values.length === 0) return undefined;
  return { attributes: { ...(id === undefined ? {} : { id }), classes, values: Object.fromEntries(values) }, end: index + 1 };
}

/** The list that ends `text`, white space after it allowed, and where it begins. */
export function readTrailingAttributeList(text: string): { readonly attributes: Attributes; readonly start: number } | undefined {
  const end = text.trimEnd().length;
  if (text[end - 1] !== '}') return undefined;
  for (let start = text.indexOf('{'); start !== -1; start = text.indexOf('{', start + 1)) {
    const list = readAttributeList(text, start);
    if (list?.end === end) return { attributes: list.attributes, start };
  }
  return undefined;
}

function unquote(match: RegExpExecArray): string {
  const quoted = match[2] ?? match[3];
  return quoted === undefined ? (match[4] ?? '') : quoted.replace(/\\([^])/g, '$1');
}
