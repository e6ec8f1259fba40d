/**
 * Horizontal bars, one for each row of the table in the table's order: label on the left, value at the bar's end, and no
 * axis of numbers, since every number is there. Bars begin at zero, always.
 */
import { scaleLinear } from 'd3-scale';
import type { Element } from 'hast';
import { figureWidth, isFault, type ChartRequest, type Fault } from './chart-request.js';
import type { Drawing } from './drawing.js';
import { labelSize } from './label-column.js';
import { marginLines } from './margin-lines.js';
import { labelRows, valueTable } from './row-values.js';
import { accent, block, frame, stroke, svgText, tone, typeface } from './svg.js';

const thickness = 10;
const rowGap = 8;
const valueGap = 4;
/** A figure too narrow for its words grows wider rather than lose them. */
const leastPlot = 60;

export function drawBar(request: ChartRequest): Drawing | Fault {
  const rowsAsked = labelRows(request);
  if (isFault(rowsAsked)) return rowsAsked;
  const { data, labels, texts, shortUnit } = rowsAsked;
  const { measure, unit = '', width = figureWidth } = request;
  const widthOf = (text: string): number => measure(text, labelSize, 600) + valueGap + 0.5;

  const values = data.rows.map(({ value }) => value ?? 0);
  const roomFor = (negative: boolean): number =>
    Math.max(0, ...texts.filter((_, index) => (values[index] ?? 0) < 0 === negative).map(widthOf));
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const domain = low === high ? [0, 1] : [low, high];
  const left = labels.width + roomFor(true);
  const right = Math.max(left + leastPlot, width - roomFor(false));
  const scale = scaleLinear(domain, [left, right]);

  const head = marginLines(shortUnit === '' ? [unit] : [], scale(0), 0, width - scale(0), measure);
  const top = head.bottom + (head.elements.length > 0 ? 4 : 0);
  const { rows, bottom } = labels.stack(top, thickness, rowGap);
  const elements = rows.flatMap(({ middle, label }, index) => {
    const value = values[index] ?? 0;
    const end = scale(value);
    const start = scale(0);
    const known = data.rows[index]?.value !== undefined;
    const text = svgText(value < 0 ? end - valueGap : end + valueGap, middle + labelSize * typeface.middle, texts[index] ?? '', {
      size: labelSize,
      weight: known ? 600 : 400,
      anchor: value < 0 ? 'end' : 'start',
      opacity: known ? tone.full : tone.second,
    });
    return [...label, block(Math.min(start, end), middle - thickness / 2, Math.abs(end - start), thickness, { color: accent }), text];
  });
  const first = rows[0]?.middle ?? top;
  const last = rows.at(-1)?.middle ?? bottom;
  const reach = thickness / 2 + rowGap / 2 - 0.5;
  const zero = (from: number, to: number): Element => stroke([[scale(0), Math.max(0, from)], [scale(0), to]], { width: 0.6, opacity: tone.axis });
  const axis = labels.above ? rows.map(({ middle }) => zero(middle - thickness / 2 - 1, middle + thickness / 2 + 1)) : [zero(first - reach, last + reach)];
  const foot = marginLines([request.note ?? ''], 0, last + reach + 6, width, measure);
  const height = Math.max(bottom, last + reach, foot.elements.length > 0 ? foot.bottom : 0);
  return {
    svg: frame(request, right + roomFor(false), height, [...head.elements, ...elements, ...axis, ...foot.elements]),
    table: valueTable(request, data),
  };
}
