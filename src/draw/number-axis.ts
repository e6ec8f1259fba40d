/** Round numbers along an axis, and how they are written. */
import { ticks as roundNumbers, tickStep } from 'd3-array';
import type { Px } from '../model/unit.js';
import { formatQuantity } from './format-number.js';

export interface Tick {
  readonly at: number;
  readonly label: string;
}

/**
 * About `count` round numbers, all with as many decimals as their distance needs.
 *
 * @param unit of the axis; only a per cent sign is repeated at every number
 */
export function numberTicks([low, high]: readonly [number, number], count: number, unit: string, language: string): readonly Tick[] {
  const step = tickStep(low, high, count);
  const decimals = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  return roundNumbers(low, high, count).map((at) => ({ at, label: formatQuantity(at, decimals, unit === '%' ? unit : '', language) }));
}

/** The same, fewer where their words would meet on an axis that runs across. */
export function spacedTicks(domain: readonly [number, number], count: number, unit: string, language: string, length: Px, widthOf: (label: string) => Px): readonly Tick[] {
  const pxPerUnit = length / (domain[1] - domain[0]);
  const clear = (ticks: readonly Tick[]): boolean => ticks.every((tick, index) => {
    const next = ticks[index + 1];
    return next === undefined || (next.at - tick.at) * pxPerUnit >= (widthOf(tick.label) + widthOf(next.label)) / 2 + 6;
  });
  for (let fewer = count; fewer > 0; fewer -= 1) {
    const ticks = numberTicks(domain, fewer, unit, language);
    if (clear(ticks)) return ticks;
  }
  return numberTicks(domain, 1, unit, language).slice(0, 1);
}

/**
 * The span an axis shows: out to the next round numbers. It begins at zero when zero is near; when all values are large and
 * close together, beginning there would only flatten them.
 */
export function niceDomain(values: readonly number[], count: number): readonly [number, number] {
  let low = Math.min(...values);
  let high = Math.max(...values);
  if (low > 0 && low < high / 2) low = 0;
  if (high < 0 && high > low / 2) high = 0;
  if (low === high) [low, high] = low === 0 ? [0, 1] : [low - Math.abs(low) / 10, high + Math.abs(high) / 10];
  const step = tickStep(low, high, count);
  return [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step];
}
