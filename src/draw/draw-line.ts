/**
 * Values over numbers or dates, one line for each column, named at its own end: there is no key to go back and forth to.
 * Lines differ in their marks and dashes, not in colour alone. An empty cell is a gap, never a guess.
 */
import { scaleLinear } from 'd3-scale';
import type { Element } from 'hast';
import { formatEdtf, parseBounded } from '../model/edtf.js';
import { figureWidth, isFault, type ChartRequest, type Fault } from './chart-request.js';
import type { Drawing } from './drawing.js';
import { formatNumber, formatQuantity } from './format-number.js';
import { glossSize, labelSize } from './label-column.js';
import { isShortUnit, marginLines } from './margin-lines.js';
import { markColor, markCount, solidMark } from './mark.js';
import { niceDomain, numberTicks, spacedTicks, type Tick } from './number-axis.js';
import { columnWords, pickColumn, pickColumns, rowName } from './pick-columns.js';
import { pushApart } from './push-apart.js';
import { readNumber } from './read-cell.js';
import { cellFault } from './row-values.js';
import { frame, stroke, svgText, tone, typeface } from './svg.js';
import { calendarTicks } from './time-axis.js';
import { wrapText } from './wrap-text.js';

const leading = 1.16;
const reach = 2.1;
/** Between a line's last mark and its name. */
const gap = 8;
/** A figure too narrow for its words grows wider rather than lose them. */
const leastPlot = 80;
const dashes: readonly (readonly number[])[] = [[], [], [4, 2], [1, 1.8], [6, 1.6, 1, 1.6], [], [4, 2], [1, 1.8]];
/** Beyond this the marks would hide the line. */
const mostMarks = 40;

interface Point {
  readonly x: number;
  readonly y: number;
  readonly decimals: number;
}

interface Series {
  readonly name: string;
  /** In the order of x; `undefined` is a gap. */
  readonly points: readonly (Point | undefined)[];
}

interface Lines {
  readonly abscissa: { readonly column: string; readonly kind: 'number' | 'date'; readonly cells: readonly string[]; readonly values: readonly number[] };
  readonly series: readonly Series[];
}

export function drawLine(request: ChartRequest): Drawing | Fault {
  const data = readLines(request);
  if (isFault(data)) return data;
  const { measure, language, unit = '', width = figureWidth } = request;
  const { abscissa, series } = data;
  const points = series.flatMap((line) => line.points.filter((point) => point !== undefined));
  const domain = niceDomain(points.map(({ y }) => y), 5);
  const ticks = numberTicks(domain, 5, unit, language);
  const names = series.map(({ name }) => wrapText(name, width * 0.27, (line) => measure(line, labelSize, 600)));
  const nameWidth = Math.max(...names.flat().map((line) => measure(line, labelSize, 600)));
  const tickWidth = Math.max(...ticks.map(({ label }) => measure(label, glossSize, 400)));
  const [first, last] = [Math.min(...abscissa.values), Math.max(...abscissa.values)];
  const left = tickWidth + 7 + reach;
  const right = Math.max(left + leastPlot, width - nameWidth - reach - gap - 1);
  const full = right + nameWidth + reach + gap + 1;
  const x = scaleLinear(first === last ? [first - 1, last + 1] : [first, last], [left, right]);

  const head = marginLines([unit === '%' ? '' : unit], 0, 0, width, measure);
  const top = head.bottom + (head.elements.length > 0 ? 5 : glossSize / 2);
  const plotBottom = top + Math.max(90, Math.min(220, (right - left) * 0.56));
  const y = scaleLinear(domain, [plotBottom, top]);

  const grid = ticks.flatMap(({ at, label }) => [
    stroke([[left - reach - 2, y(at)], [right + reach, y(at)]], { width: 0.5, opacity: at === domain[0] ? tone.axis : tone.guide }),
    svgText(tickWidth, y(at) + glossSize * typeface.middle, label, { size: glossSize, anchor: 'end', opacity: tone.second }),
  ]);
  const calendar = abscissaTicks(data, x.domain(), right - left, request);
  const axisBottom = plotBottom + 6 + glossSize * (typeface.ascent + typeface.descent);
  const calendarMarks = calendar.flatMap(({ at, label }) => [
    stroke([[x(at), plotBottom], [x(at), plotBottom + 3]], { width: 0.6, opacity: tone.axis }),
    svgText(nearEdge(x(at), measure(label, glossSize, 400), full), plotBottom + 6 + glossSize * typeface.ascent, label, { size: glossSize, anchor: 'middle', opacity: tone.second }),
  ]);
  const curves = series.flatMap((line, index) => drawSeries(line, index, x, y));
  const direct = nameLines(series, names, y, right + reach + gap, [top - glossSize / 2, axisBottom]);
  const foot = marginLines([request.note ?? ''], 0, Math.max(axisBottom, direct.bottom) + 4, width, measure);
  const height = foot.elements.length > 0 ? foot.bottom : Math.max(axisBottom, direct.bottom);
  return {
    svg: frame(request, full, height, [...head.elements, ...grid, ...calendarMarks, ...curves, ...direct.elements, ...foot.elements]),
    table: lineTable(data, request),
  };
}

const nearEdge = (x: number, textWidth: number, width: number): number => Math.min(Math.max(x, textWidth / 2), width - textWidth / 2);

function drawSeries({ points }: Series, index: number, x: (value: number) => number, y: (value: number) => number): Element[] {
  const runs: [number, number][][] = [[]];
  for (const point of points) {
    if (point === undefined) runs.push([]);
    else runs.at(-1)?.push([x(point.x), y(point.y)]);
  }
  const sequences = runs.filter((run) => run.length > 0);
  const style = { width: index === 0 ? 1.6 : 1.2, color: markColor(index), dash: dashes[index] ?? [] };
  const curves = sequences.filter((run) => run.length > 1).map((run) => stroke(run, style));
  const every = points.length <= mostMarks;
  const marked = sequences.flatMap((run) => (every || run.length === 1 ? run : run.slice(-1)));
  return [...curves, ...marked.map(([cx, cy]) => solidMark(index, cx, cy, reach))];
}

/** Each line's name at the height of its last value, pushed off its neighbours. */
function nameLines(series: readonly Series[], names: readonly (readonly string[])[], y: (value: number) => number, left: number, room: readonly [number, number]): { elements: Element[]; bottom: number } {
  const ends = series.map(({ points }, index) => ({ index, y: y(points.findLast((point) => point !== undefined)?.y ?? 0) }));
  const ordered = ends.sort((a, b) => a.y - b.y || a.index - b.index);
  const heights = ordered.map(({ index }) => (names[index]?.length ?? 0) * labelSize * leading);
  const tops = pushApart(ordered.map((end, place) => end.y - (heights[place] ?? 0) / 2), heights, room);
  const elements = ordered.flatMap(({ index, y: end }, place) => {
    const top = tops[place] ?? 0;
    const middle = top + (heights[place] ?? 0) / 2;
    const moved = Math.abs(middle - end) > 2;
    const tie = stroke([[left - gap + 1, end], [left - 2, middle]], { width: 0.4, opacity: tone.axis });
    const lines = (names[index] ?? []).map((line, row) =>
      svgText(left, top + labelSize * ((row + 0.5) * leading + typeface.middle), line, { size: labelSize, weight: 600 }));
    return moved ? [tie, ...lines] : lines;
  });
  return { elements, bottom: (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0) };
}

function abscissaTicks({ abscissa }: Lines, [low = 0, high = 1]: readonly number[], length: number, { measure, language }: ChartRequest): readonly Tick[] {
  const widthOf = (label: string): number => measure(label, glossSize, 400);
  const room = (label: string): number => widthOf(label) + 10;
  if (abscissa.kind === 'date') return calendarTicks(low, high, length, 1, room, language).map(({ day, label }) => ({ at: day, label }));
  const widest = Math.max(...abscissa.cells.map(room));
  const values = [...new Set(abscissa.values)];
  // Few enough values are named themselves, at their own places.
  const crowded = values.some((value, index) => index > 0 && ((value - (values[index - 1] ?? 0)) / (high - low)) * length < widest);
  if (!crowded) return values.map((at) => ({ at, label: abscissa.cells[abscissa.values.indexOf(at)] ?? '' }));
  return spacedTicks([low, high], 8, '', language, length, widthOf);
}

function readLines({ table, x, y, language }: ChartRequest): Lines | Fault {
  const column = pickColumn(table, 'x', x);
  if (typeof column !== 'string') return column;
  const columns = pickColumns(table, 'y', y);
  if (isFault(columns)) return columns;
  if (columns.length > markCount) return { fault: `${columns.length} lines are more than one figure can tell apart`, hints: [`draw at most ${markCount}, or two figures`] };
  const kind = table.rows.every((row) => readNumber(row[column] ?? '').kind === 'number') ? 'number' : 'date';
  const placed: { row: Readonly<Record<string, string>>; index: number; x: number; cell: string }[] = [];
  for (const [index, row] of table.rows.entries()) {
    const text = row[column] ?? '';
    const at = kind === 'number' ? numberAt(text) : dateAt(text);
    if (at === undefined) return { fault: `“${text}” in column \`${column}\`, ${rowName(index, undefined)}, is neither a number nor a date`, hints: ['write 12.5, 1933, 1933-09 or 1933-09-02'] };
    const cell = readNumber(text);
    const words = kind === 'date' ? formatEdtf(text, language, 'short') : cell.kind === 'number' ? formatNumber(cell.value, cell.decimals, language) : text;
    placed.push({ row, index, x: at, cell: words });
  }
  placed.sort((a, b) => a.x - b.x || a.index - b.index);
  const series: Series[] = [];
  for (const name of columns) {
    const points: (Point | undefined)[] = [];
    for (const { row, index, x: at } of placed) {
      const text = row[name] ?? '';
      const cell = readNumber(text);
      if (cell.kind === 'fault') return cellFault(text, name, rowName(index, row[column]), cell.fault);
      points.push(cell.kind === 'number' ? { x: at, y: cell.value, decimals: cell.decimals } : undefined);
    }
    if (points.every((point) => point === undefined)) return { fault: `column \`${name}\` has no value at all`, hints: [] };
    series.push({ name: columnWords(name), points });
  }
  return { abscissa: { column, kind, cells: placed.map(({ cell }) => cell), values: placed.map((row) => row.x) }, series };
}

function numberAt(text: string): number | undefined {
  const cell = readNumber(text);
  return cell.kind === 'number' ? cell.value : undefined;
}

/** The middle of what the date covers. */
function dateAt(text: string): number | undefined {
  const date = parseBounded(text);
  return date && (date.start + date.end + 1) / 2;
}

const lineTable = ({ abscissa, series }: Lines, { unit = '', language }: ChartRequest): Drawing['table'] => ({
  head: [columnWords(abscissa.column), ...series.map(({ name }) => (isShortUnit(unit) ? name : `${name} (${unit})`))],
  rows: abscissa.cells.map((cell, index) =>
    [cell, ...series.map(({ points }) => {
      const point = points[index];
      return point === undefined ? '' : formatQuantity(point.y, point.decimals, isShortUnit(unit) ? unit : '', language);
    })]),
});
