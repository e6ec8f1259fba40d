/** Numbers as the bench prints them, and what it makes of repeated runs. */

export function median(values) {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return NaN;
  return sorted.length % 2 === 1 ? sorted[Math.floor(middle)] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** The value that so great a part of all values does not exceed; 1 gives the greatest. */
export function quantile(values, part) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? NaN;
}

export const sum = (values) => values.reduce((total, value) => total + value, 0);

/** The exponent of growth: 1 for a cost that doubles with its cause, 2 for one that quadruples. Least squares over logarithms. */
export function slope(points) {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)]);
  const [meanX, meanY] = [0, 1].map((axis) => sum(logs.map((point) => point[axis])) / logs.length);
  return sum(logs.map(([x, y]) => (x - meanX) * (y - meanY))) / sum(logs.map(([x]) => (x - meanX) ** 2));
}

/** 1234567 -> '1,234,567', the same in every locale. */
export const whole = (value) => (Number.isNaN(value) ? '–' : String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ','));
export const times = (value) => (Number.isNaN(value) ? '–' : `× ${value.toFixed(2)}`);
export const megabytes = (value) => (Number.isNaN(value) ? '–' : whole(value / 1e6));

const labelWidth = 44;
const cellWidth = 11;

/** One line of a table; all of them are at most 100 columns wide. */
export function row(label, cells) {
  return `${label.padEnd(labelWidth)}${cells.map((cell) => String(cell).padStart(cellWidth)).join('')}`.trimEnd();
}

export const rule = (count) => '-'.repeat(labelWidth + count * cellWidth);
