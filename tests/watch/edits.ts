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

/** What moves other things than it changes. */
const farReaching: Edits = pick({ ...text, ...constructs, ...names, ...settings, ...chapters }, [
  'two pages more at the beginning',
  'half of a chapter less',
  'a line more, where notes are called',
  'numbers of pages far away',
  'references in words',
  'notes that crowd',
  'the first mention of a name',
  'a figure',
  'the newest picture replaced',
  'letters of another face',
  'a heading in other words',
  'a label renamed, and all that refers to it',
  'an entry of a register more',
  'chapters open',
  'chapters in another order',
]);

function pick(edits: Edits, wanted: readonly string[]): Edits {
  return Object.fromEntries(
    wanted.map((name) => {
      const edit = edits[name];
      if (!edit) throw new Error(`there is no edit “${name}”`);
      return [name, edit];
    }),
  );
}

/** With how many lots each kind takes part. */
const kinds: readonly (readonly [lots: number, edits: Edits])[] = [
  [8, farReaching],
  [7, text],
  [8, constructs],
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
