/**
 * Whether a style would print a variable of a source, had the source one: by filling it in and looking for it in what comes out,
 * since a style may print a publisher of books and none of theses.
 */
import { remember } from '../world/remember.js';
import type { World } from '../world/world.js';
import type { CslItem } from './csl.js';
import { citeStep } from './step.js';
import { type CitationStyle, styleFacts } from './style.js';

export interface Wanted {
  readonly item: CslItem;
  readonly variable: string;
}

/** A word of no language, and a year that is in no other place of an entry. */
const [word, year] = ['Qvoxzy', 1777] as const;

/** @returns for each that is wanted, whether a citation or the bibliography has it */
export async function printsVariables(style: CitationStyle, wanted: readonly Wanted[], world: Pick<World, 'store'>): Promise<boolean[]> {
  if (wanted.length === 0) return [];
  return remember(world, citeStep('prints variables'), [styleFacts(style), wanted], () => lookForVariables(style, wanted));
}

async function lookForVariables(style: CitationStyle, wanted: readonly Wanted[]): Promise<boolean[]> {
  const { openProcessor } = await import('./engine.js');
  const filled = wanted.map(({ item, variable }, index): CslItem => ({ ...item, id: `${index}`, [variable]: variable === 'issued' ? { 'date-parts': [[year]] } : word }));
  const processor = openProcessor(style, new Map(filled.map((item) => [item.id, item])));
  const citations = processor.renderAll(filled.map(({ id }, index) => ({ id, note: style.form === 'note' ? index + 1 : 0, shownNote: 0, unsorted: false, items: [{ id }] })), []);
  const entries = new Map(processor.bibliography().map(({ key, html }) => [key, html]));
  return wanted.map(({ variable }, index) => {
    const printed = `${citations.get(`${index}`) ?? ''} ${entries.get(`${index}`) ?? ''}`.toLowerCase();
    return printed.includes(variable === 'issued' ? String(year) : word.toLowerCase());
  });
}
