import { renderFindings } from './diagnostics/report-terminal.js';
import type { BuildResult } from './build-book.js';

/**
 * The first difference between two builds of one book, in a line; undefined where there is none.
 *
 * Outputs are compared by their bytes, what is told of them by its words. Times are not: they differ each time.
 */
export function compareBuilds(one: BuildResult, other: BuildResult): string | undefined {
  const names = [...new Set([...one.outputs, ...other.outputs].map(({ name }) => name))];
  for (const name of names) {
    const [first, second] = [one, other].map(({ outputs }) => outputs.find((output) => output.name === name)?.bytes);
    if (!first || !second) return `${name} is made by one of them only`;
    const at = firstDifference(first, second);
    if (at !== undefined) return `${name} differs at byte ${at} (of ${first.length} and ${second.length})`;
  }
  const told = [one, other].map(({ findings, silenced }) => renderFindings(findings, () => undefined, { color: false, silenced: silenced.length }));
  if (told[0] !== told[1]) return 'what is found in the manuscript differs';
  return one.pages === other.pages ? undefined : `one has ${one.pages} pages, the other ${other.pages}`;
}

function firstDifference(one: Uint8Array, other: Uint8Array): number | undefined {
  if (Buffer.compare(one, other) === 0) return undefined;
  const end = Math.min(one.length, other.length);
  for (let at = 0; at < end; at += 1) if (one[at] !== other[at]) return at;
  return end;
}
