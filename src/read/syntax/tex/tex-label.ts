import type { Attributes } from '../../../model/syntax.js';

const label = /\\label\s*\{([^{}\s]+)\}/;

/**
 * Takes the first `\label{eq:x}` out of a formula. Further ones stay, as does the first beside a given id: a formula with a
 * label in it fails to parse, which is reported.
 *
 * @param given attributes that stand beside the formula
 * @returns the formula without white space around it, and its attributes if there are any
 */
export function takeTexLabel(tex: string, given?: Attributes): { readonly value: string; readonly attributes?: Attributes } {
  const id = given?.id === undefined ? label.exec(tex)?.[1] : undefined;
  if (id === undefined) return { value: tex.trim(), ...(given && { attributes: given }) };
  return { value: tex.replace(label, '').trim(), attributes: { classes: [], values: {}, ...given, id } };
}
