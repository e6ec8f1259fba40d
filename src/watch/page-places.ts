/**
 * Finds the page on which a place of the manuscript is shown.
 */
import type { Place } from '../model/place.js';

/** A page, and the block on it (`data-at`). */
export interface PageSpot {
  readonly page: number;
  readonly at: string;
}

/** The text of each source, by its stem. */
export type Texts = ReadonlyMap<string, string>;

/** A source, and the first letter of it that is another. */
export interface Edit {
  readonly stem: string;
  readonly offset: number;
}

/** The first source that is another than before, where it begins to be. */
export function editOf(before: Texts, now: Texts): Edit | undefined {
  for (const [stem, text] of now) {
    const old = before.get(stem);
    if (old === undefined || old === text) continue;
    let offset = 0;
    while (offset < text.length && text[offset] === old[offset]) offset += 1;
    return { stem, offset };
  }
  return undefined;
}

export class PagePlaces {
  #byStem: ReadonlyMap<string, readonly PageSpot[]> | undefined;
  /** By file, in the order of the text; for those who were asked for. */
  readonly #byFile = new Map<string, readonly (PageSpot & { readonly line: number })[]>();

  /**
   * @param places of each page, the blocks on it (`03-thaw:1402`)
   * @param placeOf where a block stands
   */
  constructor(
    private readonly places: readonly (readonly string[])[],
    readonly placeOf: (at: string) => Place,
  ) {}

  /** The block that a place is in, or the last before it; on the first page that has it. */
  find(wanted: Edit | Place): PageSpot | undefined {
    if ('stem' in wanted) return this.#findEdit(wanted);
    const { file, line } = wanted;
    return line === undefined ? undefined : spot(this.#spotsOf(file), line);
  }

  #findEdit({ stem, offset }: Edit): PageSpot | undefined {
    let found: PageSpot | undefined;
    let best = -1;
    for (const [page, blocks] of this.places.entries()) {
      for (const at of blocks) {
        if (!at.startsWith(stem) || at.lastIndexOf(':') !== stem.length) continue;
        const begin = Number(at.slice(stem.length + 1));
        if (begin <= offset && begin > best) [found, best] = [{ page, at }, begin];
      }
    }
    return found;
  }

  /** A source is of one file, and to ask where a block stands takes long. */
  get #spotsByStem(): ReadonlyMap<string, readonly PageSpot[]> {
    if (this.#byStem) return this.#byStem;
    const byStem = new Map<string, PageSpot[]>();
    for (const [page, blocks] of this.places.entries()) {
      for (const at of blocks) {
        const stem = at.slice(0, Math.max(0, at.lastIndexOf(':')));
        const known = byStem.get(stem);
        if (known) known.push({ page, at });
        else byStem.set(stem, [{ page, at }]);
      }
    }
    return (this.#byStem = byStem);
  }

  #spotsOf(file: string): readonly (PageSpot & { readonly line: number })[] {
    const known = this.#byFile.get(file);
    if (known) return known;
    const spots = [...this.#spotsByStem].flatMap(([, blocks]) => {
      const [first] = blocks;
      if (!first || this.placeOf(first.at).file !== file) return [];
      return blocks.flatMap(({ page, at }) => {
        const { line } = this.placeOf(at);
        return line === undefined ? [] : [{ page, at, line }];
      });
    });
    spots.sort((one, other) => one.line - other.line || one.page - other.page);
    this.#byFile.set(file, spots);
    return spots;
  }
}

/** The last that begins above a line or on it; of one block on several pages the first page. */
function spot(spots: readonly (PageSpot & { readonly line: number })[], line: number): PageSpot | undefined {
  const last = spots.findLast((one) => one.line <= line);
  const first = last && (spots.find(({ at }) => at === last.at) ?? last);
  return first && { page: first.page, at: first.at };
}
