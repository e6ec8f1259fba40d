/**
 * Where brackets match in inline source, seen as CommonMark sees it: escapes, code, formulas, tags and links' destinations
 * bind tighter than brackets.
 */
import { mathEnd } from '../math/math-end.js';

/** Deeper nesting is text: it bounds the work on hostile input, as in CommonMark's own limit for parentheses. */
const deepest = 32;

// The extent of autolinks, tags and comments (CommonMark 6.5, 6.6): they are stepped over, never read.
const angle = /<(?:[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*|[^\s<>@]+@[^\s<>]+|\/?[A-Za-z][A-Za-z0-9-]*(?:\s[^<>]*)?\/?|!--[^]*?--)>/y;
const reference = /&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]{1,7}|#[Xx][0-9A-Fa-f]{1,6});/y;
const backticks = /`+/g;

/** The end of whatever at `at` hides its content from the constructs around it; `at + 1` for an ordinary character. */
export function atomEnd(text: string, at: number): number {
  switch (text[at]) {
    case '\\':
      return /[!-/:-@[-`{-~ ]/.test(text[at + 1] ?? '') ? at + 2 : at + 1;
    case '`':
      return codeEnd(text, at);
    case '$':
      return mathEnd(text, at) ?? at + 1;
    case '<':
      return matchEnd(angle, text, at);
    case '&':
      return matchEnd(reference, text, at);
    default:
      return at + 1;
  }
}

/**
 * The index of the `]` that closes the `[` at `at`.
 * @returns -1 when nothing closes it
 */
export function bracketEnd(text: string, at: number): number {
  let depth = 0;
  let index = at;
  while (index < text.length) {
    const character = text[index];
    if (character === '[') {
      if (++depth > deepest) return -1;
    } else if (character === ']') {
      if (--depth === 0) return index;
      index = resourceEnd(text, index + 1);
      continue;
    }
    index = atomEnd(text, index);
  }
  return -1;
}

/** The end of a link's `(…)` at `at`; `at` itself when there is none. */
export function resourceEnd(text: string, at: number): number {
  if (text[at] !== '(') return at;
  let depth = 0;
  for (let index = at; index < text.length; index = atomEnd(text, index)) {
    if (text[index] === '(') depth++;
    else if (text[index] === ')' && --depth === 0) return index + 1;
  }
  return at;
}

function codeEnd(text: string, at: number): number {
  backticks.lastIndex = at;
  const open = backticks.exec(text)?.[0] ?? '`';
  for (let run = backticks.exec(text); run !== null; run = backticks.exec(text)) {
    if (run[0].length === open.length) return run.index + open.length;
  }
  return at + open.length;
}

function matchEnd(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at + 1;
}
