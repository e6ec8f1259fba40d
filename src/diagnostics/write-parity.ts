/** What the outputs show of a book's constructs, in words: for `octavo check --parity`. */
import type { ParityRow, Verdict } from '../lower/judge-parity.js';
import { parityOutputs } from '../lower/parity.js';

/** A table of all, then the reason for everything that is not shown whole. */
export function writeParity(rows: readonly ParityRow[]): string {
  const outputs = parityOutputs.filter((output) => rows.some((row) => row.outputs[output]));
  const table = [['construct', 'used', ...outputs], ...rows.map(({ construct, count, outputs: verdicts }) => [construct, String(count), ...outputs.map((output) => verdicts[output]?.state ?? '')])];
  const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((cells) => (cells[column] ?? '').length)));
  const lines = table.map((cells) => cells.map((cell, column) => (column === 1 ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd());
  const reasons = rows.flatMap(({ construct, outputs: verdicts }) => outputs.flatMap((output) => reasonOf(construct, output, verdicts[output])));
  return [...lines, ...(reasons.length > 0 ? ['', ...reasons] : []), ''].join('\n');
}

function reasonOf(construct: string, output: string, verdict: Verdict | undefined): string[] {
  if (!verdict || verdict.state === 'shown') return [];
  const leave = verdict.allowed !== undefined ? `, as allowed (${verdict.allowed})` : verdict.isDesign ? ' by design' : '';
  return [`${construct}, ${output}: ${verdict.state}${leave}: ${verdict.because}`];
}
