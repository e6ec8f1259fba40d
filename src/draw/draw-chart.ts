/**
 * Draws the figure that `:::chart` asks for. Total over the kinds: a new kind does not compile until it is drawn.
 * Faults name the column, the row and the cell; nothing is left out of a figure to make it work.
 */
import type { ChartKind, ChartRequest, Fault } from './chart-request.js';
import { drawBar } from './draw-bar.js';
import { drawDot } from './draw-dot.js';
import { drawLine } from './draw-line.js';
import { drawRange } from './draw-range.js';
import type { Drawing } from './drawing.js';

const draw: Readonly<Record<ChartKind, (request: ChartRequest) => Drawing | Fault>> = {
  bar: drawBar,
  line: drawLine,
  dot: drawDot,
  range: drawRange,
};

/** Narrower than this, a label column holds no word. */
const leastWidth = 160;

export function drawChart(request: ChartRequest): Drawing | Fault {
  if (request.table.rows.length === 0) return { fault: 'the data have a header and no rows', hints: [] };
  if (request.x2 !== undefined && request.kind !== 'range') return { fault: `\`x2\` means nothing in a chart of kind ${request.kind}`, hints: ['kind=range draws from x to x2'] };
  return draw[request.kind]({ ...request, width: Math.max(leastWidth, request.width ?? 400) });
}
