/**
 * Finds the locator in the words after a citation key: `, pp. 3-5 and passim` is the pages `3-5`, then ` and passim`.
 *
 * In: a suffix as written, its comma included. Out: number and CSL label, and what is left of the suffix. Never throws.
 * Not here: the words for the kinds (cite/locator-words.ts); how label and range are printed, which is the style's affair.
 * Source: Pandoc User's Guide, "Citation syntax".
 */
import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import type { LocatorWords } from './locator-words.js';

export interface Locator {
  /** CSL's name for the kind: `page`, `chapter`, … */
  readonly label: string;
  /** `3-5`, `iv, 12`; ranges with a hyphen, as CSL processors expect them. */
  readonly number: string;
  /** The author's own words for both, without the comma before them: `pp. 3-5`. */
  readonly written: string;
}

/** In order from M to I: refuses `civil`, which is made of the same letters. A lone `c`, `d`, `l` or `m` is a letter. */
const romanLower = '(?=[ivxlcdm])(?![cdlm](?!\\p{L}))m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})';
const romanUpper = '(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})';
const wordEnd = '(?![\\p{L}\\p{N}])';
/** `I. Rossi` is a name. */
const noInitial = `${wordEnd}(?!\\.\\s?\\p{L})`;
const numbered = '(?=[\\p{L}\\p{N}.:/]*\\p{N})[\\p{L}\\p{N}]+(?:[.:/][\\p{L}\\p{N}]+)*(?:(?<=\\p{N}ff?)\\.|\\sff?\\.(?!\\p{L}))?';
const inBrackets = (unit: string): string => `\\((?:${unit})\\)|\\[(?:${unit})\\]|(?:${unit})`;
/** After an abbreviation: `3`, `12r`, `A3`, `4.2`, `xiv`, `XIV`, `(xv)`, `[3]`, `33ff.` */
const unitAfterLabel = inBrackets(`${numbered}|(?:${romanLower}|${romanUpper})${noInitial}`);
/** After a whole word, which may go on in words: `parte di` is no part 501. */
const unitAfterWord = inBrackets(`${numbered}|(?:(?=[ivx]+${wordEnd})${romanLower}|${romanUpper})${noInitial}`);
/** Without one, only what can hardly be a word: `33`, `12a`, `xiv`; `1930s` is a decade. */
const bareUnit = `(?!\\d{4}s${wordEnd})(?:\\d[\\d.:/]*\\d|\\d)(?:\\s?ff?\\.?(?!\\p{L})|\\p{L})?${wordEnd}`;
const bareRoman = `(?:${romanLower})${wordEnd}(?!\\s+\\p{L})`;
const range = /\s*(?:--?|[‐‑–])\s*/uy;

export interface LocatorParser {
  /**
   * @returns the suffix without the locator; no `locator` when the words begin with none
   *
   * `{…}` around it says where a locator begins and ends when the words alone do not, and `{}` that there is none.
   */
  (suffix: readonly PhrasingContent[]): { locator?: Locator; suffix: PhrasingContent[] };
}

export function locatorParser(words: LocatorWords): LocatorParser {
  const and = words.and.join('|');
  const delimiter = new RegExp(`\\s*,\\s*(?:(?:${and}|&)\\s+)?|\\s+(?:${and})\\s+|\\s*&\\s*`, 'uy');
  const afterLabel = listOf(delimiter, unitAfterLabel);
  const afterWord = listOf(delimiter, unitAfterWord);
  const bare = listOf(delimiter, `${bareUnit}|${bareRoman}`, bareUnit);

  function splitLocator(text: string): { locator?: Locator; length: number } | undefined {
    const lead = /^\s*,?\s*/.exec(text)?.[0].length ?? 0;
    const rest = text.slice(lead);

    const braced = /^\{((?:[^{}]|\{[^{}]*\})*)\}/.exec(rest);
    if (braced) {
      const inside = (braced[1] ?? '').trim();
      const length = lead + braced[0].length;
      if (inside === '') return { length };
      const { label, after } = takeLabel(inside);
      return { locator: { label: label ?? 'page', number: tidy(after === '' ? inside : after), written: inside }, length };
    }

    const { label, after, isWord } = takeLabel(rest);
    const number = label === undefined ? bare(rest) : label === 'sub-verbo' ? /^[^,;]+/.exec(after)?.[0] : (isWord ? afterWord : afterLabel)(after);
    if (!number) return undefined;
    const written = rest.slice(0, rest.length - after.length + number.length);
    return { locator: { label: label ?? 'page', number: tidy(number), written: written.trim() }, length: lead + written.length };
  }

  function takeLabel(text: string): { label?: string; after: string; isWord?: boolean } {
    const [met = '', word = ''] = words.atStart.exec(text) ?? [];
    const label = words.kindOf(word);
    return label === undefined ? { after: text } : { label, after: text.slice(met.length), isWord: /\p{L}{3}$/u.test(word) };
  }

  return (suffix) => {
    const open = suffix.findIndex((node) => !isWords(node));
    const found = splitLocator(toString(open === -1 ? suffix : suffix.slice(0, open)));
    if (!found) return { suffix: [...suffix] };
    const { locator, length } = found;
    // A word that is looked up may be a name in italics.
    if (locator?.label === 'sub-verbo' && suffix[0]?.type === 'text' && suffix[0].value.length < length) return { suffix: [...suffix] };
    const rest = dropped(suffix, length);
    if (locator) return { locator, suffix: rest };
    const comma = toString(suffix).slice(0, length).replace(/\{\s*\}$/, '');
    return { suffix: comma === '' ? rest : [{ type: 'text', value: comma }, ...rest] };
  };
}

/**
 * Reads `3-5, 7 and 9` from the beginning of a text. In steps, since one expression for the whole would hold each unit twelve times,
 * and take a quarter of a second to compile.
 */
function listOf(delimiter: RegExp, first: string, next = first): (text: string) => string | undefined {
  const [opening, further] = [new RegExp(first, 'uy'), new RegExp(next, 'uy')];
  return (text) => {
    const skip = (what: RegExp, from: number): number | undefined => {
      what.lastIndex = from;
      return what.exec(text)?.[0].length;
    };
    /** Where a unit, or a range of two, ends that begins here. */
    const seriesEnd = (unit: RegExp, from: number): number | undefined => {
      const length = skip(unit, from);
      if (length === undefined) return undefined;
      const end = from + length;
      const dash = skip(range, end);
      const last = dash === undefined ? undefined : skip(unit, end + dash);
      return dash === undefined || last === undefined ? end : end + dash + last;
    };
    let end = seriesEnd(opening, 0);
    for (let reached = end; reached !== undefined; ) {
      end = reached;
      const gap = skip(delimiter, end);
      reached = gap === undefined ? undefined : seriesEnd(further, end + gap);
    }
    return end === undefined ? undefined : text.slice(0, end);
  };
}

/** Whether a locator may be read through it: `p. **32**` is page 32. */
function isWords(node: PhrasingContent): boolean {
  return node.type === 'text' || ((node.type === 'emphasis' || node.type === 'strong') && node.children.every(isWords));
}

/** Without its first letters. */
function dropped(nodes: readonly PhrasingContent[], length: number): PhrasingContent[] {
  let left = length;
  return nodes.flatMap((node): PhrasingContent[] => {
    const own = toString(node).length;
    const from = Math.min(left, own);
    left -= from;
    if (from === 0) return [node];
    if (from === own) return [];
    if (node.type === 'text') return [{ type: 'text', value: node.value.slice(from) }];
    return 'children' in node ? [{ ...node, children: dropped(node.children as PhrasingContent[], from) } as PhrasingContent] : [node];
  });
}

const tidy = (number: string): string => number.trim().replace(/\s*(?:--?|[‐‑–])\s*/g, '-').replace(/\s+/g, ' ');
