import { create } from 'fontkit';
import subsetFont from 'subset-font';

export interface EpubFont {
  readonly family: string;
  readonly style: 'normal' | 'italic';
  readonly weight: number;
  /** A whole static font: WOFF2, WOFF or TrueType. */
  readonly bytes: Uint8Array;
  /** As in CSS: what this file is for, when the family is cut into several. */
  readonly unicodeRange?: string;
}

export interface SubsetFonts {
  readonly files: readonly { readonly file: string; readonly bytes: Uint8Array }[];
  /** The `@font-face` rules, for a style sheet in a folder beside `fonts/`. */
  readonly css: string;
}

/** What style sheets and reading systems may set without it standing in the text: list markers, quotes, hyphens, digits. */
const generated = ' \u00A00123456789.,:;-–—…•◦▪‣·()[]“”‘’«»‹›„‚\u2010\u2011§→↩☐☑';

/**
 * Cuts each font down to the characters that the book shows; a font that has none of them is left out.
 *
 * @param visible all text that a reader may see; both cases of every letter are kept, for small capitals and `text-transform`
 * Output is WOFF2, the same bytes for the same input, in the order family, weight, style, then as given.
 * Throws when the bytes are no single font.
 */
export async function subsetFonts(fonts: readonly EpubFont[], visible: string): Promise<SubsetFonts> {
  const shown = bothCases(visible);
  const wanted = new Set([...shown, ...generated]);
  const counts = new Map<string, number>();
  const files: { file: string; bytes: Uint8Array }[] = [];
  const rules: string[] = [];
  for (const font of [...fonts].sort(byFace)) {
    // A font is dear to open: one whose range holds nothing of the book stays closed.
    const isInRange = rangeOf(font);
    if (![...shown].some(isInRange)) continue;
    const has = charactersOf(font, isInRange);
    if (![...shown].some(has)) continue;
    const characters = [...wanted].filter((character) => has(character)).sort().join('');
    const face = `${slug(font.family)}-${font.weight}-${font.style}`;
    const count = (counts.get(face) ?? 0) + 1;
    counts.set(face, count);
    const file = `fonts/${face}-${count}.woff2`;
    files.push({ file, bytes: await subsetFont(Buffer.from(font.bytes), characters, { targetFormat: 'woff2' }) });
    rules.push(fontFace(font, file));
  }
  return { files, css: rules.join('') };
}

/** What the text shows, in either case, without white space. Character by character, since a text is long and its characters are few. */
function bothCases(visible: string): Set<string> {
  const own = [...new Set(visible)];
  // Of all letters, sigma alone is written by its place in a word.
  const small = own.includes('Σ') ? visible.toLowerCase() : own.map((character) => character.toLowerCase()).join('');
  return new Set([...own, ...own.map((character) => character.toUpperCase()).join(''), ...new Set(small)].filter((character) => character.trim() !== ''));
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

function charactersOf(font: EpubFont, isInRange: (character: string) => boolean): (character: string) => boolean {
  const parsed = create(Buffer.from(font.bytes));
  if (!('characterSet' in parsed)) throw new Error(`the font file of ${font.family} holds several fonts`);
  const glyphs = new Set(parsed.characterSet);
  return (character) => glyphs.has(character.codePointAt(0) ?? 0) && isInRange(character);
}

/** `U+0-FF, U+131, U+4??` as pairs of code points. Source: CSS Fonts 4, urange. */
function rangesOf(value: string): (readonly [number, number])[] {
  return value.split(',').map((piece) => {
    const [first = '', last = first] = piece.trim().replace(/^u\+/i, '').split('-');
    return [Number.parseInt(first.replaceAll('?', '0'), 16), Number.parseInt(last.replaceAll('?', 'F'), 16)] as const;
  });
}

const slug = (family: string): string => family.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');

function fontFace({ family, style, weight, unicodeRange }: EpubFont, file: string): string {
  const declarations = [
    `font-family: "${family.replace(/["\\]/g, '')}"`,
    `font-style: ${style}`,
    `font-weight: ${weight}`,
    `src: url("../${file}") format("woff2")`,
    ...(unicodeRange === undefined ? [] : [`unicode-range: ${unicodeRange}`]),
  ];
  return `@font-face {\n${declarations.map((line) => `  ${line};\n`).join('')}}\n`;
}
