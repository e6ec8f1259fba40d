/**
 * Finds works that an author-date style cites in the same words, so that no reader can tell them apart.
 *
 * Only works that share their first author (or, without one, their title) are set, all together, as the style disambiguates among
 * what is cited.
 */
import { remember } from '../world/remember.js';
import type { World } from '../world/world.js';
import type { CslItem } from './csl.js';
import { citeStep } from './step.js';
import { type CitationStyle, styleFacts } from './style.js';

export interface Alike {
  readonly key: string;
  /** The first that prints so. */
  readonly first: string;
  /** `(Smith 2003)` */
  readonly words: string;
}

/** @param cited in the order of their first citations */
export async function citedAlike(style: CitationStyle, cited: readonly CslItem[], world: Pick<World, 'store'>): Promise<Alike[]> {
  if (style.form === 'note' || style.tellsApart) return [];
  const sharing = new Map<string, number>();
  for (const item of cited) sharing.set(headOf(item), (sharing.get(headOf(item)) ?? 0) + 1);
  const candidates = cited.filter((item) => (sharing.get(headOf(item)) ?? 0) > 1);
  if (candidates.length === 0) return [];
  const cites = await remember(world, citeStep('cited alike'), [styleFacts(style), candidates], async () => {
    const [{ openProcessor }, { fromMarkup }, { toString }] = await Promise.all([import('./engine.js'), import('./markup.js'), import('hast-util-to-string')]);
    const processor = openProcessor(style, new Map(candidates.map((item) => [item.id, item])));
    const rendered = processor.renderAll(candidates.map(({ id }) => ({ id, note: 0, shownNote: 0, unsorted: false, items: [{ id }] })), []);
    return candidates.map(({ id }) => toString({ type: 'root', children: fromMarkup(rendered.get(id) ?? '') }));
  });
  const firsts = new Map<string, string>();
  return candidates.flatMap(({ id }, index) => {
    const words = cites[index] ?? '';
    const first = firsts.get(words);
    if (first === undefined) firsts.set(words, id);
    return words === '' || first === undefined ? [] : [{ key: id, first, words }];
  });
}

/** What a citation in the text begins with. */
function headOf(item: CslItem): string {
  const [name] = item.author ?? item.editor ?? item.translator ?? [];
  return (name?.family ?? name?.literal ?? item.title ?? '').normalize('NFKD').toLowerCase();
}
