/**
 * Takes out of the findings of a run what `book.yaml` silences.
 *
 * In: all findings, and the rules in the order they are written. Out: what is still told, what is not and why; a rule that silences
 * nothing is itself a finding (b-009). Errors are never silenced: `read-config.ts` refuses a rule for one.
 */
import type { Silence } from '../model/book.js';
import { comparePlaces, type Place } from '../model/place.js';
import { type Diagnostic, diagnostic } from './diagnostic.js';

export interface Silenced extends Diagnostic {
  /** The author's reason. */
  readonly because: string;
}

export interface Told {
  readonly findings: readonly Diagnostic[];
  readonly silenced: readonly Silenced[];
}

/** What the run that made the findings knows. */
export interface RunFacts {
  /** Where a citation key or a label stands. */
  readonly placeOf: (name: string) => Place | undefined;
  /** Whether everything that might report a code has run. */
  readonly isJudged: (rule: Silence) => boolean;
}

export function silence(all: readonly Diagnostic[], rules: readonly Silence[], { placeOf, isJudged }: RunFacts): Told {
  const findings: Diagnostic[] = [];
  const silenced: Silenced[] = [];
  const used = new Set<Silence>();
  for (const finding of all) {
    const fitting = finding.severity === 'error' ? [] : rules.filter((rule) => rule.code === finding.code && concerns(rule, finding, placeOf));
    for (const rule of fitting) used.add(rule);
    if (fitting[0]) silenced.push({ ...finding, because: fitting[0].because });
    else findings.push(finding);
  }
  const idle = rules.filter((rule) => !used.has(rule) && isJudged(rule));
  if (idle.length === 0) return { findings, silenced };
  const told = idle.map((rule) => diagnostic('b-009', rule.place, `nothing here is \`${rule.code}\`${rule.of === undefined ? '' : ` of \`${rule.of}\``}, so there is nothing to silence`, 'take the rule out'));
  return { findings: [...findings, ...told].sort((a, b) => comparePlaces(a.place, b.place)), silenced };
}

/** A finding is about the file it stands in, about what it names, and about the entry or the labelled thing on whose line it stands. */
function concerns({ of }: Silence, { place, message }: Diagnostic, placeOf: RunFacts['placeOf']): boolean {
  if (of === undefined || of === place.file || message.includes(`\`${of}\``)) return true;
  const named = placeOf(of);
  return named?.line !== undefined && named.file === place.file && named.line === place.line;
}
