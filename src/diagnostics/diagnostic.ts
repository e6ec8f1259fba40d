import type { Place } from '../model/place.js';
import { comparePlaces } from '../model/place.js';
import { codes, type Code } from './codes.js';

export type Severity = 'error' | 'warning';

/** Advice on how to mend it, in lower case without a full stop, perhaps with a place of its own. */
export interface Hint {
  readonly text: string;
  readonly place?: Place;
}

/** One finding about the manuscript. `message` states a fact in lower case without a full stop. */
export interface Diagnostic {
  readonly code: Code;
  readonly severity: Severity;
  readonly place: Place;
  readonly message: string;
  readonly hints: readonly Hint[];
}

/** Takes a finding; its severity comes from the table of codes. */
export type Report = (code: Code, place: Place, message: string, ...hints: (Hint | string)[]) => void;

export const diagnostic = (...[code, place, message, ...hints]: Parameters<Report>): Diagnostic => ({
  code,
  severity: codes[code].severity,
  place,
  message,
  hints: hints.map((hint) => (typeof hint === 'string' ? { text: hint } : hint)),
});

/** What is made, and what is reported while it is: to be reported again wherever it is given again. */
export function overhear<Value>(make: (report: Report) => Value): { readonly value: Value; readonly findings: readonly Parameters<Report>[] } {
  const findings: Parameters<Report>[] = [];
  return { value: make((...finding) => void findings.push(finding)), findings };
}

/** All findings of one run: each once, in manuscript order. */
export class Findings {
  readonly #seen = new Map<string, Diagnostic>();

  readonly report: Report = (code, place, message, ...hints) => {
    const key = [code, place.file, place.line, place.column, message].join('\0');
    if (this.#seen.has(key)) return;
    this.#seen.set(key, diagnostic(code, place, message, ...hints));
  };

  list(): Diagnostic[] {
    return [...this.#seen.values()].sort((a, b) => comparePlaces(a.place, b.place) || (a.code < b.code ? -1 : 1));
  }

  count(severity: Severity): number {
    return this.list().filter((finding) => finding.severity === severity).length;
  }
}
