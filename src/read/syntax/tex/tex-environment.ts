/** The TeX environments that are formulas of their own, and how they are set inside one. */
import { readAttributeList } from '../attributes/attribute-list.js';
import type { Attributes } from '../../../model/syntax.js';
import { takeTexLabel } from './tex-label.js';

const begin = /^\\begin\{(equation\*?|align\*?|gather\*?|multline\*?)\}/;

/** What holds the lines of an environment within a formula; an equation is one line and needs nothing. */
const inner: Readonly<Record<string, string>> = { align: 'aligned', gather: 'gathered', multline: 'gathered' };

/** @returns the index after `\end{…}`, -1 when it is missing, nothing when no environment begins at `at` */
export function texEnvironmentEnd(text: string, at: number): number | undefined {
  const name = begin.exec(text.slice(at, at + 24))?.[1];
  if (name === undefined) return undefined;
  const end = `\\end{${name}}`;
  const close = text.indexOf(end, at);
  return close === -1 ? -1 : close + end.length;
}

/** @param source from `\begin{…}` to `\end{…}`, an attribute list allowed after it */
export function readTexEnvironment(source: string): { readonly value: string; readonly attributes?: Attributes } {
  const opening = begin.exec(source);
  const end = texEnvironmentEnd(source, 0) ?? -1;
  const name = opening?.[1] ?? '';
  const body = source.slice(opening?.[0].length ?? 0, end - `\\end{${name}}`.length);
  const { value, attributes } = takeTexLabel(body, readAttributeList(source.slice(end).trim(), 0)?.attributes);
  const environment = inner[name.replace('*', '')];
  // Their numbers are ours to give, so a request for none has nothing to act on.
  const lines = value.replace(/\\(?:nonumber|notag)(?![A-Za-z])/g, '').trim();
  const formula = environment === undefined ? lines : `\\begin{${environment}}\n${lines}\n\\end{${environment}}`;
  return { value: formula, ...(attributes && { attributes }) };
}
