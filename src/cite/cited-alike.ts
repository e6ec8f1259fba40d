/**
 * Finds works that an author-date style cites in the same words, so that no reader can tell them apart.
 *
 * Only works that share their first author (or, without one, their title) are set, all together, as the style disambiguates among
 * what is cited.
 */
import { toString } from 'hast-util-to-string';
import type { CslItem } from './csl.js';
import { type CslElement, openProcessor, readStyle } from './engine.js';
import { fromMarkup } from './markup.js';
import type { CitationStyle } from './style.js';

export interface Alike {
  readonly key: string;
  /** The first that prints so. */
  readonly first: string;
  /** `(Smith 2003)` */
  readonly words: string;
}

/** @param cited in the order of their first citations */
export function citedAlike(style: CitationStyle, cited: readonly CslItem[]): Alike[] {
  if (style.form === 'note' || tellsApart(style)) return [];
  const sharing = new Map<string, number>();
  for (const item of cited) sharing.set(headOf(item), (sharing.get(headOf(item)) ?? 0) + 1);
  const candidates = cited.filter((item) => (sharing.get(headOf(item)) ?? 0) > 1);
  if (candidates.length === 0) return [];
  const processor = openProcessor(style, new Map(candidates.map((item) => [item.id, item])));
  const rendered = processor.renderAll(candidates.map(({ id }) => ({ id, note: 0, shownNote: 0, unsorted: false, items: [{ id }] })), []);
  const firsts = new Map<string, string>();
  return candidates.flatMap(({ id }) => {
    const words = toString({ type: 'root', children: fromMarkup(rendered.get(id) ?? '') });
    const first = firsts.get(words);
    if (first === undefined) firsts.set(words, id);
    return words === '' || first === undefined ? [] : [{ key: id, first, words }];
  });
}

/** Numbers are never alike, nor are years that get a letter where nothing else helps: such a style need not be tried, which takes time. */
function tellsApart({ definition }: CitationStyle): boolean {
  const root = readStyle(definition);
  const within = (parent: CslElement | undefined, name: string): CslElement[] => (parent?.children ?? []).filter((child): child is CslElement => typeof child !== 'string' && child.name === name);
  const [citation] = within(root, 'citation');
  const formats = within(root, 'info').flatMap((info) => within(info, 'category')).map(({ attrs }) => attrs['citation-format']);
  return citation?.attrs['disambiguate-add-year-suffix'] === 'true' || formats.includes('numeric');
}

/** What a citation in the text begins with. */
function headOf(item: CslItem): string {
  const [name] = item.author ?? item.editor ?? item.translator ?? [];
  return (name?.family ?? name?.literal ?? item.title ?? '').normalize('NFKD').toLowerCase();
}
