/**
 * Who was where, and when: one bar for each row, from its beginning to its end on a calendar axis.
 *
 * A date that is only known to the month or the year is drawn as what it is: solid as long as the state certainly lasted,
 * lighter for the time within which it began or ended. A span that is open, or still lasting, ends in a point.
 */
import { scaleLinear } from 'd3-scale';
import type { Element } from 'hast';
import { dayNumber, formatEdtf, parseBounded, type EdtfDate } from '../model/edtf.js';
import { figureWidth, isFault, type ChartRequest, type Fault } from './chart-request.js';
import type { Drawing } from './drawing.js';
import { figureWords } from './figure-words.js';
import { glossSize, setLabels, type RowLabel } from './label-column.js';
import { marginLines } from './margin-lines.js';
import { columnWords, pickColumn, pickColumns, rowName } from './pick-columns.js';
import { rowLabel } from './row-values.js';
import { accent, block, frame, px, stroke, svgElement, svgText, tone, typeface } from './svg.js';
import { calendarTicks, yearOf, type CalendarTick } from './time-axis.js';

const thickness = 6;
const rowGap = 9;
const point = 5;
const swatchWidth = 14;
const lighter = 0.35;

interface Span extends RowLabel {
  readonly from: EdtfDate;
  /** Absent when open. */
  readonly to?: EdtfDate;
  readonly words: readonly [from: string, to: string];
}

interface Spans {
  readonly labelColumns: readonly string[];
  readonly columns: readonly [string, string];
  readonly rows: readonly Span[];
}

export function drawRange(request: ChartRequest): Drawing | Fault {
  const data = readSpans(request);
  if (isFault(data)) return data;
  const { measure, language, width = figureWidth } = request;
  const labels = setLabels(data.rows, width, measure);
  const firstYear = yearOf(Math.min(...data.rows.map(({ from }) => from.start)));
  const open = data.rows.some(({ to }) => to === undefined);
  const lastYear = yearOf(Math.max(...data.rows.map(({ from, to }) => to?.end ?? from.end))) + (open ? 1 : 0);
  const start = dayNumber(firstYear);
  const end = dayNumber(lastYear + 1);
  const tickWidth = (label: string): number => measure(label, glossSize, 400);
  const ticksOver = (length: number): readonly CalendarTick[] => calendarTicks(start, end, length, 1, (label) => tickWidth(label) + 11, language);
  const overhang = Math.max(0, ...ticksOver(width - labels.width).map(({ label }) => tickWidth(label) / 2));
  const left = Math.max(labels.width, overhang);
  const scale = scaleLinear([start, end], [left, Math.max(left + 1, width - overhang)]);
  const right = scale(end);

  const { rows, bottom } = labels.stack(0, thickness, rowGap);
  const bars = rows.flatMap(({ middle, label }, index) => {
    const span = data.rows[index];
    return [...label, ...(span === undefined ? [] : drawSpan(span, middle, scale, right))];
  });
  const ticks = ticksOver(right - left);
  const axisY = bottom + 5;
  const rules = ticks.map(({ day }) => stroke([[scale(day), 0], [scale(day), axisY + 3]], { width: 0.5, opacity: tone.guide }));
  const names = ticks.map(({ day, label }) =>
    svgText(scale(day), axisY + 5 + glossSize * typeface.ascent, label, { size: glossSize, anchor: 'middle', opacity: tone.second }));
  const axis = stroke([[left, axisY], [right, axisY]], { width: 0.6, opacity: tone.axis });
  const axisBottom = axisY + 5 + glossSize * (typeface.ascent + typeface.descent);
  const vague = data.rows.some(({ from, to }) => [from, to].some((date) => date !== undefined && scale(date.end + 1) - scale(date.start) >= 2));
  const swatch = vague ? [block(0, axisBottom + 4 + (glossSize - thickness) / 2, swatchWidth, thickness, { color: accent, opacity: lighter })] : [];
  const legend = marginLines([vague ? figureWords(language).uncertain : ''], swatchWidth + 5, axisBottom + 4, width - swatchWidth - 5, measure);
  const foot = marginLines([request.note ?? ''], 0, legend.elements.length > 0 ? legend.bottom + 2 : axisBottom + 4, width, measure);
  const height = foot.elements.length > 0 ? foot.bottom : legend.elements.length > 0 ? legend.bottom : axisBottom;
  return {
    svg: frame(request, width, height, [...rules, axis, ...bars, ...names, ...swatch, ...legend.elements, ...foot.elements]),
    table: spanTable(data),
  };
}

const exact = (date: EdtfDate): boolean => date.start === date.end;

function drawSpan({ from, to }: Span, middle: number, scale: (day: number) => number, right: number): Element[] {
  const top = middle - thickness / 2;
  const bar = (start: number, end: number, opacity: number): Element[] =>
    end - start < 0.01 ? [] : [block(start, top, end - start, thickness, { color: accent, opacity })];
  const begins = scale(from.start);
  if (to === undefined) {
    const sure = Math.min(scale(from.end + 1), right - point);
    const tip = `M${px(right - point)} ${px(top)}L${px(right)} ${px(middle)}L${px(right - point)} ${px(top + thickness)}Z`;
    const known = exact(from) ? begins : sure;
    return [...bar(begins, known, lighter), ...bar(known, right - point, 1), svgElement('path', { d: tip, fill: accent })];
  }
  const sureFrom = exact(from) ? begins : scale(from.end + 1);
  const sureTo = exact(to) ? scale(to.end + 1) : scale(to.start);
  const ends = scale(to.end + 1);
  // Both dates fall within one vague month or year: nothing is certain but that it was then.
  if (sureTo < sureFrom) return bar(begins, ends, lighter);
  return [...bar(begins, sureFrom, lighter), ...bar(sureFrom, sureTo, 1), ...bar(sureTo, ends, lighter)];
}

function readSpans({ table, x, x2 = '', y, language }: ChartRequest): Spans | Fault {
  const fromColumn = pickColumn(table, 'x', x);
  if (typeof fromColumn !== 'string') return fromColumn;
  const toColumn = pickColumn(table, 'x2', x2);
  if (typeof toColumn !== 'string') return toColumn;
  const labelColumns = pickColumns(table, 'y', y);
  if (isFault(labelColumns)) return labelColumns;
  const rows: Span[] = [];
  for (const [index, row] of table.rows.entries()) {
    const label = rowLabel(row, labelColumns);
    const name = rowName(index, label.label);
    const [fromText, toText] = [row[fromColumn] ?? '', row[toColumn] ?? ''];
    const from = parseBounded(fromText);
    if (from === undefined) return dateFault(fromText, fromColumn, name, 'is no date');
    const open = toText === '' || toText === '..';
    const to = open ? undefined : parseBounded(toText);
    if (!open && to === undefined) return dateFault(toText, toColumn, name, 'is no date');
    if (to !== undefined && to.end < from.start) return dateFault(toText, toColumn, name, `is before the beginning (${fromText})`);
    const words = [formatEdtf(fromText, language), open ? '' : formatEdtf(toText, language)] as const;
    // With nothing else to say under the labels, the dates are said there.
    const gloss = labelColumns.length > 1 ? label.gloss : spanWords(fromText, open ? '' : toText, language);
    rows.push({ label: label.label, gloss, from, words, ...(to === undefined ? {} : { to }) });
  }
  return { labelColumns, columns: [fromColumn, toColumn], rows };
}

function spanWords(from: string, to: string, language: string): string {
  const single = !`${from}${to}`.includes('/');
  if (to !== '' && single) return formatEdtf(`${from}/${to}`, language, 'short');
  return `${formatEdtf(from, language, 'short')} – ${formatEdtf(to, language, 'short')}`.trim();
}

const dateFault = (text: string, column: string, row: string, fault: string): Fault => ({
  fault: `“${text}” in column \`${column}\`, ${row}, ${fault}`,
  hints: ['write 1933, 1933-09 or 1933-09-02; leave an end empty when it is open'],
});

function spanTable({ labelColumns, columns, rows }: Spans): Drawing['table'] {
  const glossed = labelColumns.length > 1;
  return {
    head: [columnWords(labelColumns[0] ?? ''), ...(glossed ? [labelColumns.slice(1).map(columnWords).join(', ')] : []), ...columns.map(columnWords)],
    rows: rows.map(({ label, gloss, words }) => [label, ...(glossed ? [gloss] : []), ...words]),
  };
}
