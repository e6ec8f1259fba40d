import type { Attributes } from '../../../model/syntax.js';

const label = /\\label\s*\{([^{}\s]+)\}/;

/**
 * Takes the first `\label{eq:x}` out of a formula; further ones stay and make it fail to parse, which is reported.
 *
 * @param given attributes that stand beside the formula; their id wins
 * @returns the formula without white space around it, and its attributes if there are any
 */
export function takeTexLabel(tex: string, given?: Attributes): { readonly value: string; readonly attributes?: Attributes } {
  const id = label.exec(tex)?.[1];
  const value = tex.replace(label, '').trim();
  if (id === undefined) return given === undefined ? { value } : { value, attributes: given };
  return { value, attributes: { id, classes: [], values: {}, ...given } };
}
