/**
 * Text as outlines, in the program's own faces: it looks the same wherever it is shown, and asks no machine for a font.
 *
 * Border: left to right, default features, one line at a time. A character is set by the first face of its style that has it, then by
 * any face that does; one that no face has is drawn as that face's box, as in print.
 */
import { create, type Font } from 'fontkit';
import type { Px } from '../model/unit.js';
import { claims, type Face } from '../typeface/faces.js';
import type { Disk } from '../world/world.js';

export interface LetterStyle {
  readonly size: Px;
  readonly style: Face['style'];
  readonly weight: number;
  /** Room added behind every letter, in parts of the size. */
  readonly tracking?: number;
}

export interface Letters {
  /** From the first letter's origin to the last one's advance, without the room behind it. */
  readonly widthOf: (text: string, style: LetterStyle) => Px;
  /** The data of an SVG path; the line is centred on `x`, and `y` is its baseline. */
  readonly outline: (text: string, style: LetterStyle, x: Px, y: Px) => string;
}

interface OpenFace {
  readonly face: Face;
  readonly font: Font;
}

/** @param text all that will be set: only the files that hold its characters are opened */
export async function openLetters(faces: readonly Face[], disk: Disk, text: string): Promise<Letters> {
  const codePoints = [...new Set(text)].map((character) => character.codePointAt(0) ?? 0);
  const needed = faces.filter((face) => face.subset === 'latin' || codePoints.some((codePoint) => claims(face, codePoint)));
  const opened = await Promise.all(needed.map(async (face): Promise<OpenFace> => ({ face, font: openFont(await disk.read(face.path)) })));
  const set = (line: string, style: LetterStyle): SetLine => setLine(line, style, opened);
  const known = new Map<string, number>();
  return {
    // The same lines are tried at many sizes, and widths grow with them.
    widthOf(line, { size, style, weight, tracking = 0 }) {
      const key = `${style} ${weight} ${tracking} ${line}`;
      const ems = known.get(key) ?? set(line, { size: 1, style, weight, tracking }).width;
      known.set(key, ems);
      return ems * size;
    },
    outline(line, style, x, y) {
      const { glyphs, width } = set(line, style);
      return glyphs.map(({ font, path, at }) => placed(path, style.size / font.unitsPerEm, x - width / 2 + at, y)).join('');
    },
  };
}

function openFont(bytes: Uint8Array): Font {
  const font = create(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (!('unitsPerEm' in font)) throw new Error('a font collection cannot be drawn');
  return font;
}

type Path = ReturnType<Font['getGlyph']>['path'];

interface SetLine {
  readonly glyphs: readonly { readonly font: Font; readonly path: Path; readonly at: Px }[];
  readonly width: Px;
}

function setLine(text: string, { size, style, weight, tracking = 0 }: LetterStyle, faces: readonly OpenFace[]): SetLine {
  const rank = ({ face }: OpenFace): number => (face.family === 'EB Garamond' ? 0 : 4) + (face.style === style ? 0 : 2) + (face.weight === weight ? 0 : 1);
  const ranked = faces.toSorted((a, b) => rank(a) - rank(b));
  const glyphs: { font: Font; path: Path; at: Px }[] = [];
  let pen: Px = 0;
  for (const { font, run } of runsOf(text, ranked)) {
    const { glyphs: shapes, positions } = font.layout(run);
    const scale = size / font.unitsPerEm;
    for (const [index, shape] of shapes.entries()) {
      const { xAdvance = 0, xOffset = 0 } = positions[index] ?? {};
      glyphs.push({ font, path: shape.path, at: pen + xOffset * scale });
      pen += xAdvance * scale + (xAdvance > 0 ? tracking * size : 0);
    }
  }
  return { glyphs, width: Math.max(0, pen - tracking * size) };
}

/** Stretches of text that one face sets; a mark stays with its letter where that face has it. */
function runsOf(text: string, ranked: readonly OpenFace[]): { font: Font; run: string }[] {
  const runs: { font: Font; run: string }[] = [];
  for (const character of text.normalize('NFC')) {
    const codePoint = character.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    const stays = last !== undefined && /[\p{M}\s]/u.test(character) && last.font.hasGlyphForCodePoint(codePoint);
    const font = stays ? last.font : (ranked.find((each) => each.font.hasGlyphForCodePoint(codePoint)) ?? ranked[0])?.font;
    if (font === undefined) throw new Error('there is no face to set a cover in');
    if (last?.font === font) last.run += character;
    else runs.push({ font, run: character });
  }
  return runs;
}

const letters = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' } as const;

/** Font units point up, SVG's down. */
function placed({ commands }: Path, scale: number, x: Px, y: Px): string {
  const written = (value: number, index: number): string => String(Math.round((index % 2 === 0 ? x + value * scale : y - value * scale) * 10) / 10);
  return commands.map(({ command, args }) => letters[command] + args.map(written).join(' ')).join('');
}
