/**
 * One dot for each row of the table on a shared axis, its value beside it. Unlike bars, dots may leave zero out: it is
 * their place that counts, not a length.
 */
import { scaleLinear } from 'd3-scale';
import { figureWidth, isFault, type ChartRequest, type Fault } from './chart-request.js';
import type { Drawing } from './drawing.js';
import { glossSize, labelSize } from './label-column.js';
import { marginLines } from './margin-lines.js';
import { mark } from './mark.js';
import { niceDomain, numberTicks, spacedTicks } from './number-axis.js';
import { labelRows, valueTable } from './row-values.js';
import { frame, stroke, svgText, tone, typeface } from './svg.js';

const reach = 3.2;
const rowGap = 8;
const valueGap = 4;
/** A figure too narrow for its words grows wider rather than lose them. */
const leastPlot = 60;

export function drawDot(request: ChartRequest): Drawing | Fault {
  const rowsAsked = labelRows(request);
  if (isFault(rowsAsked)) return rowsAsked;
  const { data, labels, texts, shortUnit } = rowsAsked;
  const { measure, language, unit = '', width = figureWidth } = request;
  const known = data.rows.flatMap(({ value }) => value ?? []);
  const domain = niceDomain(known, 5);
  const tickWidth = (label: string): number => measure(label, glossSize, 400);
  const overhang = Math.max(0, ...numberTicks(domain, 5, unit, language).map(({ label }) => tickWidth(label) / 2));
  const widest = Math.max(...texts.map((text) => measure(text, labelSize, 600)));
  const left = Math.max(labels.width, overhang);
  const beyond = Math.max(overhang, reach + valueGap + widest) + 0.5;
  const right = Math.max(left + leastPlot, width - beyond);
  const scale = scaleLinear(domain, [left, right]);
  const ticks = spacedTicks(domain, 5, unit, language, right - left, tickWidth);

  const head = marginLines(shortUnit === '' ? [unit] : [], left, 0, width - left, measure);
  const top = head.bottom + (head.elements.length > 0 ? 4 : 0);
  const { rows, bottom } = labels.stack(top, reach * 2, rowGap);
  const marks = rows.flatMap(({ middle, label }, index) => {
    const value = data.rows[index]?.value;
    const x = value === undefined ? left : scale(value);
    const textX = value === undefined ? left : x + reach + valueGap;
    const baseline = middle + labelSize * typeface.middle;
    return [
      ...label,
      ...(value === undefined ? [] : [stroke([[left, middle], [x - reach, middle]], { width: 0.6, opacity: tone.axis, dash: [0.6, 2.4] }), mark(0, x, middle, reach)]),
      svgText(textX, baseline, texts[index] ?? '', value === undefined ? { size: labelSize, opacity: tone.second } : { size: labelSize, weight: 600 }),
    ];
  });
  const axisY = bottom + 6;
  const axis = ticks.flatMap(({ at, label }) => [
    stroke([[scale(at), axisY], [scale(at), axisY + 3]], { width: 0.6, opacity: tone.axis }),
    svgText(scale(at), axisY + 5 + glossSize * typeface.ascent, label, { size: glossSize, anchor: 'middle', opacity: tone.second }),
  ]);
  const rule = stroke([[left, axisY], [right, axisY]], { width: 0.6, opacity: tone.axis });
  const axisBottom = axisY + 5 + glossSize * (typeface.ascent + typeface.descent);
  const foot = marginLines([request.note ?? ''], 0, axisBottom + 4, width, measure);
  return {
    svg: frame(request, right + beyond, foot.elements.length > 0 ? foot.bottom : axisBottom, [...head.elements, ...marks, rule, ...axis, ...foot.elements]),
    table: valueTable(request, data),
  };
}
