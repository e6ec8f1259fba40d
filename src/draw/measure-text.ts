/**
 * How wide words are, from the advance widths and kerning of the fonts that will print them: no browser is asked.
 *
 * Border: the bytes come from outside. Exact for text set with default features and no letter-spacing; a character that
 * no face has is taken for one em, so that a fallback font rather leaves room than cuts.
 */
import { create, type Font } from 'fontkit';
import type { Px } from '../model/unit.js';

export type FontWeight = 400 | 600;

/** The width of one line of text, CSS px. */
export type TextMeasure = (text: string, size: Px, weight: FontWeight) => Px;

/** One font file: a family is split into files by script, and the first that has a character sets it. */
export interface FontFile {
  readonly weight: FontWeight;
  readonly bytes: Uint8Array;
}

/** To read a font takes longer than to measure a drawing. */
const opened = new WeakMap<Uint8Array, Font>();

function fontOf(bytes: Uint8Array): Font {
  const font = opened.get(bytes) ?? create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!('unitsPerEm' in font)) throw new Error('a font collection cannot be measured');
  opened.set(bytes, font);
  return font;
}

/** @throws when a file is not a font, or a collection of them */
export function measureText(files: readonly FontFile[]): TextMeasure {
  const faces = files.map(({ weight, bytes }) => ({ weight, font: fontOf(bytes) }));
  const weights = new Map<FontWeight, { readonly fonts: readonly Font[]; readonly known: Map<string, number> }>();
  const widthOf = (word: string, weight: FontWeight): number => {
    const own = weights.get(weight) ?? { fonts: faces.filter((face) => face.weight === weight).map((face) => face.font), known: new Map<string, number>() };
    weights.set(weight, own);
    const width = own.known.get(word) ?? emsOf(word, own.fonts);
    own.known.set(word, width);
    return width;
  };
  return (text, size, weight) => {
    let ems = 0;
    // No face kerns against a space, so words are measured once each and remembered.
    for (let from = 0; from <= text.length; ) {
      const space = text.indexOf(' ', from);
      const end = space < 0 ? text.length : space;
      if (end > from) ems += widthOf(text.slice(from, end), weight);
      if (space >= 0) ems += widthOf(' ', weight);
      from = end + 1;
    }
    return ems * size;
  };
}

function emsOf(text: string, fonts: readonly Font[]): number {
  let ems = 0;
  let run = '';
  let runFont: Font | undefined;
  const flush = (): void => {
    if (run !== '') ems += runFont === undefined ? [...run].length : runFont.layout(run).advanceWidth / runFont.unitsPerEm;
    run = '';
  };
  for (const character of text) {
    const codePoint = character.codePointAt(0) ?? 0;
    // A mark stays with the letter it sits on when that letter's face has it.
    const font = runFont?.hasGlyphForCodePoint(codePoint) && /\p{M}/u.test(character)
      ? runFont
      : fonts.find((candidate) => candidate.hasGlyphForCodePoint(codePoint));
    if (font !== runFont) flush();
    runFont = font;
    run += character;
  }
  flush();
  return ems;
}
