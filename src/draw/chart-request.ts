import type { Px } from '../model/unit.js';
import type { TextMeasure } from './measure-text.js';
import type { Table } from './read-table.js';

export const chartKinds = ['bar', 'line', 'dot', 'range'] as const;
export type ChartKind = (typeof chartKinds)[number];

/**
 * What an author asks for with `:::chart{kind=… x=… y=…}`. Every axis of values runs from left to right:
 *
 * | kind  | `x`                       | `x2`                    | `y`                                           |
 * |-------|---------------------------|-------------------------|-----------------------------------------------|
 * | bar   | the column of the values  |                         | the column of the labels, one bar for each row |
 * | dot   | the column of the values  |                         | the column of the labels, one dot for each row |
 * | range | the column of beginnings  | the column of ends      | the column of the labels, one bar for each row |
 * | line  | the abscissa: numbers or dates |                    | the columns of the values, one line for each   |
 *
 * `y` lists columns with commas. Where it names labels, the first is the label and the others stand under it in small type.
 * Beginnings and ends are years or dates (EDTF); an end that is empty or `..` is open.
 */
export interface ChartRequest {
  readonly kind: ChartKind;
  readonly table: Table;
  readonly x: string;
  readonly x2?: string;
  readonly y: string;
  /** Of the values; `%` and other short ones follow each number, longer ones head the figure. */
  readonly unit?: string;
  /** A sentence under the figure. */
  readonly note?: string;
  readonly alt: string;
  /** Begins every id in the drawing. */
  readonly idPrefix: string;
  /** BCP 47: of numbers, dates and the figure's own words. */
  readonly language: string;
  readonly measure: TextMeasure;
  /** `figureWidth` unless given. */
  readonly width?: Px;
}

/** Why there is no drawing, in lower case without a full stop, and what might mend it. */
export interface Fault {
  readonly fault: string;
  readonly hints: readonly string[];
}

/** CSS px, unless a request says otherwise: about the measure of an A5 page. */
export const figureWidth = 400;

export const isFault = (value: object): value is Fault => 'fault' in value;
