/**
 * How each source in a note stands to those cited before it: for the first time, again, or right after itself (“ibid.”).
 *
 * In: citations in document order, all in notes or none, their items in the order in which they are printed. Out: what CSL lets a style ask.
 * Source: CSL 1.0.2, choose, `position` and `near-note`. Where it leaves something open, as citeproc-js has it: “ibid.” needs the
 * note right before, with one source in it; several citations may stand in one note.
 */
import type { CitationItem } from './engine.js';

/** In the numbers and names of citeproc-js. */
export interface Position {
  /** 0 first, 1 subsequent, 2 ibid, 3 ibid with another locator. */
  readonly position: 0 | 1 | 2 | 3;
  /** The note that cites the source first; 0 where it is this one. */
  readonly 'first-reference-note-number': number;
  readonly 'near-note': boolean;
}

type Item = Pick<CitationItem, 'id' | 'locator' | 'label'>;

export interface NoteCitation {
  /** Where it falls, nothing before counts any more. 0 for all: they stand in the text. */
  readonly note: number;
  readonly items: readonly Item[];
}

/** @param nearby how many notes back a source is still near */
export function positionsOf(citations: readonly NoteCitation[], nearby: number): Position[][] {
  const firsts = new Map<string, number>();
  const lasts = new Map<string, number>();
  /** Sources in each note. */
  const counts = new Map<number, number>();
  return citations.map(({ note, items }, index) => {
    const before = citations[index - 1];
    if (before && before.note > note) for (const known of [firsts, lasts, counts]) known.clear();
    counts.set(note, (counts.get(note) ?? 0) + items.length);
    return items.map((item, at): Position => {
      const [first, last] = [firsts.get(item.id), lasts.get(item.id)];
      lasts.set(item.id, note);
      if (first === undefined || last === undefined) {
        firsts.set(item.id, note);
        return { position: 0, 'first-reference-note-number': 0, 'near-note': false };
      }
      const itself = at > 0 ? sameSource(items[at - 1], item) : before && rightBefore(before, item, note, counts);
      return { position: itself ? afterItself(itself, item) : 1, 'first-reference-note-number': first === note ? 0 : first, 'near-note': note - last <= nearby };
    });
  });
}

const sameSource = (before: Item | undefined, item: Item): Item | undefined => (before?.id === item.id ? before : undefined);

/** What the citation before says of the source, when nothing stands between. Its first item is what locators are compared with. */
function rightBefore({ note, items }: NoteCitation, item: Item, current: number, counts: ReadonlyMap<number, number>): Item | undefined {
  if (note === current) return sameSource(items.at(-1), item) && items[0];
  return note === current - 1 && counts.get(note) === 1 ? sameSource(items[0], item) : undefined;
}

function afterItself(before: Item, item: Item): 1 | 2 | 3 {
  const [previous, current] = [before, item].map(({ locator, label }) => (locator ? `${locator}${label ?? ''}` : ''));
  if (previous === current) return 2;
  return current === '' ? 1 : 3;
}
