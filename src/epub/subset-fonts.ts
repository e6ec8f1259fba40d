import { createHash } from 'node:crypto';
import { again, KeptStep, type Made, type Shelf } from '../world/kept.js';
import { type Past, remember } from '../world/remember.js';
import { type FontUse, fontUses, type ShownText } from './shown-text.js';

export interface EpubFont {
  readonly family: string;
  /** What sets this family, unless it lacks the letter. */
  readonly use: FontUse;
  readonly style: 'normal' | 'italic';
  readonly weight: number;
  /** A whole static font: WOFF2, WOFF or TrueType. */
  readonly bytes: Uint8Array;
  /** As in CSS: what this file is for, when the family is cut into several. */
  readonly unicodeRange?: string;
}

export interface SubsetFonts {
  readonly files: readonly { readonly file: string; readonly mediaType: string; readonly bytes: Uint8Array }[];
  /** The `@font-face` rules, for a style sheet in a folder beside `fonts/`. */
  readonly faces: string;
  /** Which family sets what, to stand behind all other rules; empty where there is no font. */
  readonly families: string;
}

/** WOFF2 is the smallest; readers of old have TrueType alone. */
export type FontForm = 'woff2' | 'ttf';

const forms = {
  woff2: { targetFormat: 'woff2', format: 'woff2', mediaType: 'font/woff2' },
  ttf: { targetFormat: 'sfnt', format: 'truetype', mediaType: 'font/ttf' },
} as const;

/** What style sheets and reading systems may set without it standing in the text: list markers, quotes, hyphens, digits. */
const generated = ' \u00A00123456789.,:;-–—…•◦▪‣·()[]“”‘’«»‹›„‚\u2010\u2011§→↩☐☑';

/**
 * Cuts each font down to the characters that the book shows in it; a font that has none of them is left out.
 *
 * A character that the fonts of its use lack is looked for in those of the text, and then among the signs, as the reader's own
 * program will. Both cases of every letter are kept, for small capitals and `text-transform`.
 * Output has the same bytes for the same input, in the order family, weight, style, then as given.
 * Throws when the bytes are no single font.
 * @param past what a font holds, and what was cut of it, is found out once
 */
export async function subsetFonts(fonts: readonly EpubFont[], shown: ShownText, form: FontForm, past: Past = {}): Promise<SubsetFonts> {
  const made: { font: EpubFont; characters: string }[] = [];
  const shelf = keptAlphabets.turn(past.kept);
  let passedOn = new Set<string>();
  for (const use of fontUses) {
    const asked = use === 'signs' ? new Set([...bothCases(shown[use]), ...passedOn]) : bothCases(shown[use]);
    if (use === 'text') for (const character of passedOn) asked.add(character);
    const found = new Set<string>();
    for (const font of fonts.filter((each) => each.use === use)) {
      // A font is dear to open: one whose range holds nothing of the book stays closed.
      const isInRange = rangeOf(font);
      if (![...asked].some(isInRange)) continue;
      const glyphs = await alphabetOf(font, shelf, past);
      const has = (character: string): boolean => glyphs.has(character.codePointAt(0) ?? 0) && isInRange(character);
      const own = [...asked].filter(has);
      if (own.length === 0) continue;
      for (const character of own) found.add(character);
      const added = use === 'signs' ? [] : [...generated].filter(has);
      made.push({ font, characters: [...new Set([...own, ...added])].sort().join('') });
    }
    const missing = [...asked].filter((character) => !found.has(character));
    passedOn = use === 'code' || use === 'drawing' ? new Set([...passedOn, ...missing]) : new Set(missing);
  }
  return write(made.sort((a, b) => byFace(a.font, b.font)), form, past);
}

async function write(made: readonly { readonly font: EpubFont; readonly characters: string }[], form: FontForm, past: Past): Promise<SubsetFonts> {
  const shelf = keptCuts.turn(past.kept);
  const { targetFormat, format, mediaType } = forms[form];
  const counts = new Map<string, number>();
  const files: SubsetFonts['files'][number][] = [];
  const rules: string[] = [];
  for (const { font, characters } of made) {
    const face = `${slug(font.family)}-${font.weight}-${font.style}`;
    const count = (counts.get(face) ?? 0) + 1;
    counts.set(face, count);
    const file = `fonts/${face}-${count}.${form}`;
    files.push({ file, mediaType, bytes: await cut(font, characters, targetFormat, file, shelf, past) });
    rules.push(fontFace(font, file, format));
  }
  return { files, faces: rules.join(''), families: familyRules(made.map(({ font }) => font)) };
}

/** What is set in each use, and what the reader's own font is called that comes last. */
const setIn: readonly (readonly [use: FontUse, selector: string, others: readonly FontUse[], last: string])[] = [
  ['text', 'body', ['text', 'signs'], 'serif'],
  ['code', 'code, kbd, samp, pre', ['code', 'text', 'signs'], 'monospace'],
  ['drawing', 'svg, svg text', ['drawing', 'text', 'signs'], 'sans-serif'],
  ['signs', 'math', ['signs', 'text'], 'math'],
];

/** The family of each use. */
export function familyRules(fonts: readonly Pick<EpubFont, 'family' | 'use'>[]): string {
  const named = (use: FontUse): string[] => [...new Set(fonts.filter((font) => font.use === use).map(({ family }) => quoted(family)))];
  return setIn
    .filter(([use]) => named(use).length > 0)
    .map(([, selector, uses, last]) => `${selector} {\n  font-family: ${[...uses.flatMap(named), last].join(', ')};\n}\n`)
    .join('');
}

/** What the text shows, in either case; white space only where its width is a matter of the font. Character by character, since a text is long and its characters are few. */
function bothCases(visible: string): Set<string> {
  // A letter and its accent are drawn as one where the font has them so, however they are written.
  const own = [...new Set(visible), ...new Set(visible.normalize('NFC'))];
  // Of all letters, sigma alone is written by its place in a word.
  const small = own.includes('Σ') ? visible.toLowerCase() : own.map((character) => character.toLowerCase()).join('');
  return new Set([...own, ...own.map((character) => character.toUpperCase()).join(''), ...new Set(small)].filter((character) => character > ' '));
}
function byFace(a: EpubFont, b: EpubFont): number {
  if (a.family !== b.family) return a.family < b.family ? -1 : 1;
  return a.weight - b.weight || (a.style === b.style ? 0 : a.style === 'normal' ? -1 : 1);
}

function rangeOf({ unicodeRange }: EpubFont): (character: string) => boolean {
  const ranges = unicodeRange === undefined ? undefined : rangesOf(unicodeRange);
  return (character) => {
    const code = character.codePointAt(0) ?? 0;
    return ranges?.some(([first, last]) => first <= code && code <= last) ?? true;
  };
}

const digestOf = (font: EpubFont): string => createHash('sha256').update(font.bytes).digest('base64');

const keptAlphabets = new KeptStep<Made<Promise<ReadonlySet<number>>>>();
const keptCuts = new KeptStep<Made<Promise<Uint8Array>>>();

/** The code points that a font has glyphs for. */
function alphabetOf(font: EpubFont, shelf: Shelf<Made<Promise<ReadonlySet<number>>>>, past: Past): Promise<ReadonlySet<number>> {
  const digest = digestOf(font);
  return again(shelf, digest, [digest], async () => new Set(await remember(past, { name: 'alphabet of a font', code: ['epub'] }, digest, () => parseAlphabet(font))));
}

async function parseAlphabet({ family, bytes }: EpubFont): Promise<readonly number[]> {
  const { create } = await import('fontkit');
  const parsed = create(Buffer.from(bytes));
  if (!('characterSet' in parsed)) throw new Error(`the font file of ${family} holds several fonts`);
  return [...parsed.characterSet];
}

function cut(font: EpubFont, characters: string, targetFormat: 'woff2' | 'sfnt', file: string, shelf: Shelf<Made<Promise<Uint8Array>>>, past: Past): Promise<Uint8Array> {
  const input = { font: digestOf(font), characters, targetFormat };
  return again(shelf, file, Object.values(input), async () => {
    const bytes = await remember(past, { name: 'cut of a font', code: ['epub'] }, input, async () => {
      const { default: subsetFont } = await import('subset-font');
      return Buffer.from(await subsetFont(Buffer.from(font.bytes), characters, { targetFormat })).toString('base64');
    });
    return new Uint8Array(Buffer.from(bytes, 'base64'));
  });
}

/** `U+0-FF, U+131, U+4??` as pairs of code points. Source: CSS Fonts 4, urange. */
function rangesOf(value: string): (readonly [number, number])[] {
  return value.split(',').map((piece) => {
    const [first = '', last = first] = piece.trim().replace(/^u\+/i, '').split('-');
    return [Number.parseInt(first.replaceAll('?', '0'), 16), Number.parseInt(last.replaceAll('?', 'F'), 16)] as const;
  });
}

const slug = (family: string): string => family.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

const quoted = (family: string): string => `"${family.replace(/["\\]/g, '')}"`;

function fontFace({ family, style, weight, unicodeRange }: EpubFont, file: string, format: string): string {
  const declarations = [
    `font-family: ${quoted(family)}`,
    `font-style: ${style}`,
    `font-weight: ${weight}`,
    `src: url("../${file}") format("${format}")`,
    ...(unicodeRange === undefined ? [] : [`unicode-range: ${unicodeRange}`]),
  ];
  return `@font-face {\n${declarations.map((line) => `  ${line};\n`).join('')}}\n`;
}
