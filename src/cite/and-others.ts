/**
 * Lists of names that end in “and others”, which CSL has no means to say: as in Pandoc, a last name of `others` stands for them.
 *
 * A private character goes through the citation engine in their place; where it comes out, the style’s language says “et al.”
 */
import type { CslItem, CslName } from './csl.js';

const mark = '\u{F0003}';
const lists = ['author', 'editor', 'translator', 'container-author', 'collection-editor', 'compiler', 'director'] as const;

export const isOthers = ({ literal }: CslName): boolean => literal === 'others';

export function markOthers(item: CslItem): CslItem {
  const ending = lists.filter((list) => hasOthers(item[list]));
  return ending.length === 0 ? item : { ...item, ...Object.fromEntries(ending.map((list) => [list, (item[list] as CslName[]).map((name) => (isOthers(name) ? { literal: mark } : name))])) };
}

function hasOthers(names: unknown): boolean {
  return Array.isArray(names) && names.length > 1 && isOthers(names.at(-1) as CslName);
}

/**
 * @param html what the engine made of marked items
 * @param and how the style’s language joins the last name, and what it says of all others
 */
export function spellOthers(html: string, { and, etAl }: { readonly and: string; readonly etAl: string }): string {
  if (!html.includes(mark)) return html;
  const [before = '', ...parts] = html.split(mark);
  return parts.reduce((text, part) => `${withoutAnd(text, and)}${etAl}${etAl.endsWith('.') && part.startsWith('.') ? part.slice(1) : part}`, before);
}

/** `Rossi, Verdi, & ` -> `Rossi, Verdi, ` */
function withoutAnd(text: string, and: string): string {
  const word = ['&#38;', '&amp;', and].find((one) => one !== '' && text.endsWith(` ${one} `));
  return word === undefined ? text : text.slice(0, -word.length - 1);
}
