/** The report of a run for programs: `--report`. Keys keep their order, and what is not known is not there. */
import type { EditionChanges } from '../edition/compare-editions.js';
import type { ParityRow } from '../lower/judge-parity.js';
import type { Place } from '../model/place.js';
import type { PageQuality } from '../page/contract.js';
import type { Diagnostic, Severity } from './diagnostic.js';
import type { Silenced } from './silence.js';

export interface Run {
  readonly findings: readonly Diagnostic[];
  readonly silenced: readonly Silenced[];
  /** Milliseconds by pass, in the order of the passes. */
  readonly timings: Readonly<Record<string, number>>;
  /** Of the print edition. */
  readonly pages: number;
  readonly quality?: PageQuality | undefined;
  /** What the pages change of the recorded edition. */
  readonly edition?: EditionChanges | undefined;
  readonly outputs: readonly { readonly target: string; readonly path: string; readonly bytes: number }[];
  readonly parity: readonly ParityRow[];
}

export interface JsonReport {
  /** Of this form; a new number when a key changes its meaning or goes. */
  readonly version: 1;
  readonly errors: number;
  readonly warnings: number;
  readonly pages: number;
  readonly quality?: PageQuality | undefined;
  /** What the pages change of the recorded edition; folios, in the order of the book. */
  readonly edition?: JsonEdition | undefined;
  readonly outputs: readonly { readonly target: string; readonly path: string; readonly bytes: number }[];
  readonly findings: readonly JsonFinding[];
  /** What `book.yaml` does not want to hear of, with its reason. */
  readonly silenced: readonly (JsonFinding & { readonly because: string })[];
  /** What each output shows of each construct that the book uses, with the place of the first. */
  readonly parity: readonly (Place & { readonly construct: string; readonly count: number } & ParityRow['outputs'])[];
  readonly timings: Readonly<Record<string, number>>;
}

type JsonEdition = Omit<EditionChanges, 'changed' | 'added'> & {
  readonly changed: readonly (Partial<Place> & { readonly folio: string; readonly was?: string; readonly reason: string })[];
  readonly new: readonly string[];
};

type JsonFinding = Place & {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hints: readonly (Partial<Place> & { readonly text: string })[];
};

export function reportJson({ findings, silenced, timings, pages, quality, edition, outputs, parity }: Run): JsonReport {
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    version: 1,
    errors: count('error'),
    warnings: count('warning'),
    pages,
    ...(quality && { quality }),
    ...(edition && { edition: jsonEdition(edition) }),
    outputs: outputs.map(({ target, path, bytes }) => ({ target, path, bytes })),
    findings: findings.map(jsonFinding),
    silenced: silenced.map((finding) => ({ ...jsonFinding(finding), because: finding.because })),
    parity: parity.map(({ construct, count, place, outputs: verdicts }) => ({ construct, count, ...ordered(place), ...verdicts })),
    timings: Object.fromEntries(Object.entries(timings).map(([pass, milliseconds]) => [pass, Math.round(milliseconds * 10) / 10])),
  };
}

const jsonFinding = ({ code, severity, place, message, hints }: Diagnostic): JsonFinding => ({
  code,
  severity,
  ...ordered(place),
  message,
  hints: hints.map((hint) => ({ text: hint.text, ...(hint.place && ordered(hint.place)) })),
});

const jsonEdition = ({ edition, pages, changed, moved, added, gone, grown }: EditionChanges): JsonEdition => ({
  edition,
  pages,
  changed: changed.map(({ folio, was, reason, place }) => ({ folio, ...(was !== undefined && { was }), reason, ...(place && ordered(place)) })),
  moved,
  new: added,
  gone,
  grown,
});

const ordered = ({ file, line, column, length }: Place): Place => ({
  file,
  ...(line !== undefined && { line }),
  ...(column !== undefined && { column }),
  ...(length !== undefined && { length }),
});
