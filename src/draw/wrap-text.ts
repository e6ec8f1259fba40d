/**
 * Breaks a label into lines that fit a column, between words. Nothing is cut: a word wider than the column is divided after
 * its hyphens, dashes and slashes, and if need be between letters. No-break spaces hold.
 */
import type { Px } from '../model/unit.js';

/**
 * As few lines as the column allows, and those as even as can be: a short last line under two long ones reads badly in
 * a label.
 *
 * @param widthOf the width of a line's text, px
 * @param firstIndent room already taken at the start of the first line, px
 */
export function wrapText(text: string, column: Px, widthOf: (line: string) => Px, firstIndent: Px = 0): string[] {
  const pieces = breakable(text, column, widthOf);
  const lines = fill(pieces, column, widthOf, firstIndent);
  let narrow = 0;
  let wide = column;
  let best = lines;
  while (wide - narrow > 1 && lines.length > 1) {
    const trial = (narrow + wide) / 2;
    const even = fill(pieces, trial, widthOf, firstIndent);
    const fits = even.length === lines.length && even.every((line, index) => widthOf(line) + (index === 0 ? firstIndent : 0) <= column);
    if (fits) {
      best = even;
      wide = trial;
    } else narrow = trial;
  }
  return best;
}

/** A run of letters that is never divided, and whether a space goes before it when it follows on the same line. */
interface Piece {
  readonly text: string;
  readonly spaced: boolean;
}

function breakable(text: string, column: Px, widthOf: (line: string) => Px): Piece[] {
  const pieces: Piece[] = [];
  for (const word of text.split(/[ \t\r\n]+/).filter((part) => part !== '')) {
    const parts = widthOf(word) <= column ? [word] : word.split(/(?<=[\p{L}\p{N}][-–—/])(?=[\p{L}\p{N}])/u);
    const fitting = parts.flatMap((part) => (widthOf(part) <= column ? [part] : divide(part, column, widthOf)));
    fitting.forEach((part, index) => pieces.push({ text: part, spaced: index === 0 }));
  }
  return pieces;
}

function divide(word: string, column: Px, widthOf: (line: string) => Px): string[] {
  const parts: string[] = [];
  let part = '';
  for (const letter of word.match(/\P{M}\p{M}*/gu) ?? [word]) {
    if (part !== '' && widthOf(part + letter) > column) {
      parts.push(part);
      part = '';
    }
    part += letter;
  }
  return [...parts, part];
}

function fill(pieces: readonly Piece[], column: Px, widthOf: (line: string) => Px, firstIndent: Px): string[] {
  const lines: string[] = [];
  let line = '';
  let taken = firstIndent;
  for (const piece of pieces) {
    const longer = line === '' ? piece.text : `${line}${piece.spaced ? ' ' : ''}${piece.text}`;
    const starts = line === '' && taken === 0;
    if (starts || widthOf(longer) + taken <= column) {
      line = longer;
      continue;
    }
    lines.push(line);
    taken = 0;
    line = piece.text;
  }
  return [...lines, line];
}
