/**
 * What became of each construct that a book uses, in each output.
 *
 * In: what lowering met, and what the author allows. Out: a row for each construct, in the order of the book.
 * What was lowered for print and not for the EPUB, or the reverse, is dropped there, whatever the table of treatments says.
 * Reports d-033 (dropped, and nobody allowed it), d-034 (a rule of `allow` that allows nothing).
 */
import { nearest } from '../diagnostics/nearest.js';
import type { Report } from '../diagnostics/diagnostic.js';
import type { Allowance } from '../model/book.js';
import type { Place } from '../model/place.js';
import { type ParityOutput, type Treatment, treatmentsOf } from './parity.js';
import type { Usage, Used } from './usage.js';

export interface Verdict extends Treatment {
  /** The author’s reason. */
  readonly allowed?: string;
}

export interface ParityRow {
  readonly construct: string;
  readonly count: number;
  /** Of the first. */
  readonly place: Place;
  readonly outputs: { readonly [output in ParityOutput]?: Verdict };
}

/** @param outputs those that are looked at: the EPUB only where the book was lowered for it */
export function judgeParity({ used }: Usage, outputs: readonly ParityOutput[], allowances: readonly Allowance[], report: Report): ParityRow[] {
  const idle = new Set(allowances);
  const isBoth = outputs.includes('epub');
  const rows = [...used].map(([construct, use]): ParityRow => {
    const verdicts = outputs.map((output) => [output, judge(construct, use, output)] as const);
    return { construct, count: Math.max(use.counts.print, use.counts.epub), place: use.places[0], outputs: Object.fromEntries(verdicts) };
  });
  for (const { construct, output, place } of idle) {
    if (output !== undefined && !outputs.includes(output)) continue;
    const known = nearest(construct, [...used.keys()]).map((like) => `\`${like}\` is used`);
    report('d-034', place, `nothing of \`${construct}\` is dropped${output === undefined ? '' : ` in the ${output}`}, so there is nothing to allow`, ...(used.has(construct) ? [] : known), 'take the rule out');
  }
  return rows;

  function judge(construct: string, { counts, places }: Used, output: ParityOutput): Verdict {
    const declared = treatmentsOf(construct)[output];
    const isMissed = isBoth && declared.state !== 'dropped' && counts[output === 'epub' ? 'epub' : 'print'] === 0;
    const treatment: Treatment = isMissed ? { state: 'dropped', because: 'it was not lowered for this output' } : declared;
    if (treatment.state !== 'dropped' || treatment.isDesign) return treatment;
    const rules = allowances.filter((rule) => rule.construct === construct && (rule.output ?? output) === output);
    for (const rule of rules) idle.delete(rule);
    if (rules[0]) return { ...treatment, allowed: rules[0].because };
    const advice = construct === '<img>' ? ['write pictures as `![caption](file.png)`'] : [];
    for (const place of places) report('d-033', place, `\`${construct}\` is dropped: ${treatment.because}`, ...advice, `if that may be, allow it in book.yaml: \`allow: [{construct: "${construct}", because: …}]\``);
    return treatment;
  }
}
