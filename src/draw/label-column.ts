/**
 * The labels of a figure that has one row for each: a column on the left, as wide as its longest line, flush left so that it
 * is read down like a list. Labels that would take more than two lines there stand above their rows instead.
 */
import type { Element } from 'hast';
import type { Px } from '../model/unit.js';
import type { TextMeasure } from './measure-text.js';
import { svgText, tone, typeface } from './svg.js';
import { wrapText } from './wrap-text.js';

export const labelSize: Px = 9.5;
export const glossSize: Px = 8;
const leading = 1.16;
/** Between labels and what they name. */
const gutter: Px = 10;

export interface RowLabel {
  readonly label: string;
  /** Said under the label in small type; may be empty. */
  readonly gloss: string;
}

export interface LabelColumn {
  /** Where the labels end and the picture begins; 0 when they stand above their rows. */
  readonly width: Px;
  readonly above: boolean;
  /** Stacks the rows from `top` down. `mark` is the height of what each row shows, `gap` the white between two rows. */
  readonly stack: (top: Px, mark: Px, gap: Px) => { readonly rows: readonly Row[]; readonly bottom: Px };
}

export interface Row {
  /** The height at which the row's mark is centred: that of the label, its small type not counted. */
  readonly middle: Px;
  readonly label: readonly Element[];
}

export function setLabels(labels: readonly RowLabel[], figureWidth: Px, measure: TextMeasure): LabelColumn {
  const column = figureWidth * 0.38;
  const beside = labels.map((label) => wrapLabel(label, column, measure));
  const above = beside.some((lines) => lines.filter(({ size }) => size === labelSize).length > 2);
  const set = above ? labels.map((label) => wrapLabel(label, figureWidth, measure)) : beside;
  const widest = Math.max(0, ...set.flat().map(({ text, size }) => measure(text, size, 400)));
  const stack = (top: Px, mark: Px, gap: Px): { rows: Row[]; bottom: Px } => {
    let y = top;
    const rows = set.map((lines) => {
      const height = heightOf(lines);
      const named = heightOf(lines.filter(({ size }) => size === labelSize));
      const labelTop = above ? y : y + Math.max(0, mark - named) / 2;
      const middle = above ? y + height + 2 + mark / 2 : labelTop + named / 2;
      const row = { middle, label: drawLines(lines, labelTop) };
      y = Math.max(labelTop + height, middle + mark / 2) + gap;
      return row;
    });
    return { rows, bottom: y - gap };
  };
  return { width: above ? 0 : widest + gutter, above, stack };
}

interface Line {
  readonly text: string;
  readonly size: Px;
  readonly opacity: number;
}

function wrapLabel({ label, gloss }: RowLabel, column: Px, measure: TextMeasure): Line[] {
  const wrapped = (text: string, size: Px, opacity: number): Line[] =>
    wrapText(text, column, (line) => measure(line, size, 400)).map((line) => ({ text: line, size, opacity }));
  return [...wrapped(label, labelSize, tone.full), ...(gloss === '' ? [] : wrapped(gloss, glossSize, tone.second))];
}

const heightOf = (lines: readonly Line[]): Px => lines.reduce((height, { size }) => height + size * leading, 0);

function drawLines(lines: readonly Line[], top: Px): Element[] {
  let y = top;
  return lines.map(({ text, size, opacity }) => {
    const spare = size * (leading - typeface.ascent - typeface.descent);
    const baseline = y + spare / 2 + size * typeface.ascent;
    y += size * leading;
    return svgText(0, baseline, text, { size, opacity });
  });
}
