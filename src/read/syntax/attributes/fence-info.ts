/**
 * Divides a fence's info string: ```` ```js title=x {#lst:a .numbered} ```` is lang, meta, attributes.
 *
 * Without a language before the list, its first class is the language, as in Pandoc; `{=html}` names a format, no language.
 */
import type { Attributes } from '../../../model/syntax.js';
import { readTrailingAttributeList } from './attribute-list.js';

export interface FenceInfo {
  readonly lang: string | null;
  readonly meta: string | null;
  readonly attributes: Attributes;
}

/** @returns nothing when the info string ends in no attribute list: then mdast's own division stands */
export function readFenceInfo(info: string): FenceInfo | undefined {
  const list = readTrailingAttributeList(info);
  if (list === undefined) return undefined;
  const { attributes } = list;
  const [word = '', ...others] = info.slice(0, list.start).trim().split(/[ \t]+/);
  if (word !== '') return { lang: word, meta: others.join(' ') || null, attributes };
  const lang = attributes.classes.find((name) => !name.startsWith('='));
  return { lang: lang ?? null, meta: null, attributes: { ...attributes, classes: attributes.classes.filter((name) => name !== lang) } };
}
