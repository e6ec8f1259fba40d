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
  /** By source, in the order of the text. */
  #byStem: ReadonlyMap<string, readonly (PageSpot & { readonly offset: number })[]> | undefined;
  #byFile: Map<string, readonly (PageSpot & { readonly line: number })[]> | undefined;

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
    if ('stem' in wanted) return spot(this.#spotsOfStem(wanted.stem), ({ offset }) => offset <= wanted.offset);
    const { file, line } = wanted;
    return line === undefined ? undefined : spot(this.#spotsOfFile(file), (one) => one.line <= line);
  }

  #spotsOfStem(stem: string): readonly (PageSpot & { readonly offset: number })[] {
    this.#byStem ??= this.#gather();
    return this.#byStem.get(stem) ?? [];
  }

  #gather(): Map<string, (PageSpot & { offset: number })[]> {
    const byStem = new Map<string, (PageSpot & { offset: number })[]>();
    for (const [page, blocks] of this.places.entries()) {
      for (const at of blocks) {
        const cut = at.lastIndexOf(':');
        const [stem, offset] = [at.slice(0, cut), Number(at.slice(cut + 1))];
        if (cut < 0 || Number.isNaN(offset)) continue;
        const known = byStem.get(stem);
        if (known) known.push({ page, at, offset });
        else byStem.set(stem, [{ page, at, offset }]);
      }
    }
    for (const spots of byStem.values()) spots.sort((one, other) => one.offset - other.offset || one.page - other.page);
    return byStem;
  }

  #spotsOfFile(file: string): readonly (PageSpot & { readonly line: number })[] {
    if (!this.#byFile) {
      const byFile = new Map<string, (PageSpot & { line: number })[]>();
      this.#byStem ??= this.#gather();
      for (const spots of this.#byStem.values()) {
        for (const { page, at } of spots) {
          const place = this.placeOf(at);
          if (place.line === undefined) continue;
          const known = byFile.get(place.file);
          const row = { page, at, line: place.line };
          if (known) known.push(row);
          else byFile.set(place.file, [row]);
        }
      }
      for (const spots of byFile.values()) spots.sort((one, other) => one.line - other.line || one.page - other.page);
      this.#byFile = byFile;
    }
    return this.#byFile.get(file) ?? [];
  }
}

/** The last that fits; of one block on several pages the first page. */
function spot<Spot extends PageSpot>(spots: readonly Spot[], fits: (spot: Spot) => boolean): PageSpot | undefined {
  let [low, high] = [0, spots.length];
  while (low < high) {
    const half = (low + high) >> 1;
    if (fits(spots[half] as Spot)) low = half + 1;
    else high = half;
  }
  const last = spots[low - 1];
  const first = last && (spots.find(({ at }) => at === last.at) ?? last);
  return first && { page: first.page, at: first.at };
}
