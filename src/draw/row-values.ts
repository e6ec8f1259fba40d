/** Reads what `bar` and `dot` show: one labelled value for each row of the table. */
import { figureWidth, isFault, type ChartRequest, type Fault } from './chart-request.js';
import type { Drawing } from './drawing.js';
import { formatQuantity } from './format-number.js';
import { figureWords } from './figure-words.js';
import { setLabels, type LabelColumn, type RowLabel } from './label-column.js';
import { isShortUnit } from './margin-lines.js';
import { columnWords, pickColumn, pickColumns, rowName } from './pick-columns.js';
import { readNumber } from './read-cell.js';

export interface ValueRow extends RowLabel {
  /** Absent where the cell is empty: a missing value is shown as missing. */
  readonly value?: number;
  readonly decimals: number;
}

export interface RowValues {
  readonly labelColumns: readonly string[];
  readonly valueColumn: string;
  readonly rows: readonly ValueRow[];
}

export function readValues({ table, x, y }: ChartRequest): RowValues | Fault {
  const valueColumn = pickColumn(table, 'x', x);
  if (typeof valueColumn !== 'string') return valueColumn;
  const labelColumns = pickColumns(table, 'y', y);
  if (isFault(labelColumns)) return labelColumns;
  const rows: ValueRow[] = [];
  for (const [index, row] of table.rows.entries()) {
    const label = rowLabel(row, labelColumns);
    const text = row[valueColumn] ?? '';
    const cell = readNumber(text);
    if (cell.kind === 'fault') return cellFault(text, valueColumn, rowName(index, label.label), cell.fault);
    rows.push({ ...label, ...(cell.kind === 'number' ? { value: cell.value, decimals: cell.decimals } : { decimals: 0 }) });
  }
  if (rows.every(({ value }) => value === undefined)) return { fault: `column \`${valueColumn}\` has no value at all`, hints: [] };
  return { labelColumns, valueColumn, rows };
}

/** Rows as a chart sets them: label at the left, the value in words. */
export interface LabelledRows {
  readonly data: RowValues;
  readonly labels: LabelColumn;
  /** One per row: `83.5 %`, or that there is no value. */
  readonly texts: readonly string[];
  /** The unit when it is short enough to follow each number, else empty. */
  readonly shortUnit: string;
}

export function labelRows(request: ChartRequest): LabelledRows | Fault {
  const data = readValues(request);
  if (isFault(data)) return data;
  const { measure, language, unit = '', width = figureWidth } = request;
  const shortUnit = isShortUnit(unit) ? unit : '';
  const texts = data.rows.map(({ value, decimals }) => (value === undefined ? figureWords(language).none : formatQuantity(value, decimals, shortUnit, language)));
  return { data, labels: setLabels(data.rows, width, measure), texts, shortUnit };
}

export function rowLabel(row: Readonly<Record<string, string>>, columns: readonly string[]): RowLabel {
  const [label = '', ...gloss] = columns.map((column) => row[column] ?? '');
  return { label, gloss: gloss.filter((words) => words !== '').join(', ') };
}

export function cellFault(text: string, column: string, row: string, fault: string): Fault {
  return { fault: `“${text}” in column \`${column}\`, ${row}, ${fault}`, hints: ['write a plain number and give its unit as unit="…"'] };
}

export function valueTable({ unit = '', language }: ChartRequest, { labelColumns, valueColumn, rows }: RowValues): Drawing['table'] {
  const glossed = labelColumns.length > 1;
  const short = isShortUnit(unit);
  const valueHead = short ? columnWords(valueColumn) : `${columnWords(valueColumn)} (${unit})`;
  return {
    head: [columnWords(labelColumns[0] ?? ''), ...(glossed ? [labelColumns.slice(1).map(columnWords).join(', ')] : []), valueHead],
    rows: rows.map(({ label, gloss, value, decimals }) =>
      [label, ...(glossed ? [gloss] : []), value === undefined ? '' : formatQuantity(value, decimals, short ? unit : '', language)]),
  };
}
