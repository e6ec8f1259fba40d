/** What authors do to a manuscript, at random and as awkward as they can. */
import { broken } from './edits/broken.js';
import type { Edits } from './edits/blocks.js';
import { chapters } from './edits/chapters.js';
import { constructs } from './edits/constructs.js';
import { names } from './edits/names.js';
import { settings } from './edits/settings.js';
import { text } from './edits/text.js';
import type { Lots } from './lots.js';
import type { Manuscript } from './manuscript.js';

/** With how many lots each kind takes part. */
const kinds: readonly (readonly [lots: number, edits: Edits])[] = [
  [9, text],
  [10, constructs],
  [4, names],
  [3, chapters],
  [4, settings],
  [1, broken],
];

/** What keeps a book as small as it was. */
const shrinking = { 'half of a chapter less': text['half of a chapter less'], 'a block less': text['a block less'], 'a chapter less': chapters['a chapter less'] } as Edits;

/**
 * Changes the manuscript, and says how.
 *
 * @param most letters that the book should have
 */
export function edit(book: Manuscript, lots: Lots, most: number): string {
  const all = kinds.flatMap(([count, edits]) => Array<typeof edits>(count).fill(edits));
  const isLong = book.chapters().reduce((sum, path) => sum + book.text(path).length, 0) > most;
  for (;;) {
    const among = isLong && lots.once(2) ? shrinking : lots.pick(all);
    const name = lots.pick(Object.keys(among));
    const told = among[name]?.(book, lots);
    if (told !== undefined) return `${name} (${told})`;
  }
}
