/**
 * How high any stretch of a flow is: sums made once, so that each question is a subtraction.
 *
 * Figures that were given a place of their own (`placement`) are left out: the text closes over them.
 * Lengths are CSS px. Pure.
 */
import type { Px } from '../model/unit.js';
import { partColumns, stretchesIn, type Stretch } from './columns.js';
import { phaseOf, type Flow, type Item } from './record.js';

export class Lengths {
  readonly #top: Float64Array;
  readonly #bottom: Float64Array;
  readonly #phase: Float64Array;
  readonly #repeatedHead: Float64Array;
  /** Sums over the items before each item. */
  readonly #notes: Float64Array;
  readonly #stretch: Float64Array;
  readonly #left: Float64Array;
  /** The first item from each on, and the last before each, that stands in the text. */
  readonly #next: Int32Array;
  readonly #previous: Int32Array;
  readonly #items: readonly Item[];
  /** Whole blocks in columns. */
  readonly #columns: readonly Stretch[];

  constructor(flow: Flow) {
    const { items, notes } = flow;
    this.#items = items;
    this.#columns = stretchesIn(items, 0, items.length);
    const count = items.length;
    this.#top = new Float64Array(count);
    this.#bottom = new Float64Array(count);
    this.#phase = new Float64Array(count);
    this.#repeatedHead = new Float64Array(count);
    this.#notes = new Float64Array(count + 1);
    this.#stretch = new Float64Array(count + 1);
    this.#left = new Float64Array(count + 1);
    this.#next = new Int32Array(count + 1).fill(count);
    this.#previous = new Int32Array(count + 1).fill(-1);
    for (let index = 0; index < count; index += 1) {
      const item = items[index] as Item;
      this.#top[index] = item.top;
      this.#bottom[index] = item.bottom;
      this.#phase[index] = phaseOf(flow, index);
      this.#repeatedHead[index] = item.repeatedHead;
      const called = item.notes.reduce((sum, note) => sum + (notes[note]?.isMarginal ? 0 : heightOf(notes[note]?.lines ?? [])), 0);
      this.#notes[index + 1] = (this.#notes[index] as number) + called;
      this.#stretch[index + 1] = (this.#stretch[index] as number) + (item.stretch ?? 0);
      this.#left[index + 1] = (this.#left[index] as number) + (item.placement === undefined ? 0 : (item.float ?? 0));
      this.#previous[index + 1] = item.placement === undefined ? index : (this.#previous[index] as number);
    }
    for (let index = count - 1; index >= 0; index -= 1) this.#next[index] = items[index]?.placement === undefined ? index : (this.#next[index + 1] as number);
  }

  /** The text of the items `from`..`to` on a page that begins with them: a repeated head and the way back to the grid counted in. */
  text(from: number, to: number): Px {
    const first = this.#next[from] as number;
    const last = this.#previous[to] as number;
    if (first > last) return 0;
    return (this.#bottom[last] as number) - (this.#top[first] as number) - ((this.#left[last] as number) - (this.#left[first] as number)) + (this.#repeatedHead[first] as number) + (this.#phase[first] as number) - this.#besideEachOther(first, last + 1);
  }

  /** What columns take less than one below the other, as they stand on the galley. */
  #besideEachOther(from: number, to: number): Px {
    let saved = 0;
    for (const block of this.#columns) {
      const stretch = { from: Math.max(from, block.from), to: Math.min(to, block.to) };
      if (stretch.from >= stretch.to) continue;
      saved += (this.#bottom[stretch.to - 1] as number) - (this.#top[stretch.from] as number) - partColumns(this.#items, stretch).height;
    }
    return saved;
  }

  /** What the lower of two columns lacks, on a page whose last block in columns goes on overleaf. */
  ragged(from: number, to: number): Px {
    const block = this.#items[to]?.columns;
    if (block === undefined || to <= from || this.#items[to - 1]?.columns !== block) return 0;
    const stretch = { from: Math.max(from, this.#columns.find((run) => run.to > to)?.from ?? from), to };
    const { at, height } = partColumns(this.#items, stretch);
    const second = at < to ? (this.#bottom[to - 1] as number) - (this.#top[at] as number) : 0;
    return 2 * height - second - ((this.#bottom[at - 1] as number) - (this.#top[stretch.from] as number));
  }

  /** All lines of the notes called in the items `from`..`to`. */
  notes(from: number, to: number): Px {
    return (this.#notes[to] as number) - (this.#notes[from] as number);
  }

  /** The most white that a page may add: none above its first item. */
  stretch(from: number, to: number): Px {
    return (this.#stretch[to] as number) - (this.#stretch[Math.min(to, from + 1)] as number);
  }

  /** How far the first item of a page stands from the grid. */
  phase(from: number, to: number): Px {
    const first = this.#next[from] as number;
    return first < to ? (this.#phase[first] as number) : 0;
  }
}

export const heightOf = (lines: readonly Px[]): Px => lines.reduce((sum, line) => sum + line, 0);
