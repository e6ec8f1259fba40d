/**
 * Chooses the page breaks of one flow: of all sequences of pages the cheapest, by dynamic programming.
 *
 * In: measured records. Out: pages in order; every item stands on exactly one of them; every line of a note on the page that
 * calls it or, when that has no room left, on the next ones; every figure in its order, never before its place in the text.
 * Pure: no DOM. Ends always: each page takes at least one item, one figure or one line of a note.
 *
 * A state is a place in the text where a page may begin, with what is still owed there: figures that were passed, lines of a
 * note. Two things are not exact, and cheap for it: facing pages are compared along the cheapest way to a state, not along all;
 * and text runs past a figure only where the figure does not fit, not where a later page would gain.
 */
import type { Px } from '../model/unit.js';
import { stubLines, type Costs } from './costs.js';
import { phaseOf, type Flow, type NotePiece, type Page, type Room } from './record.js';

/** Lengths come from layout in 64ths of a pixel; a page is not overfull for less than this. */
const tolerance = 0.05;
/** How many lines short of the fullest page a page may be while fuller ones are possible. */
const shortest = 7;
/** Lines of text that must have room below figures at the head of a page; else the figures stand alone. */
const linesBelow = 5;
/** A note is split only so that two lines stand on either side. */
const noteLines = 2;

export interface DecideOptions {
  readonly room: Room;
  readonly costs: Costs;
  /** The side that the flow's first page is on: facing pages are verso and recto. */
  readonly opensOn: 'recto' | 'verso';
  /** Whether an item, as the last of a page, ends in a divided word. */
  readonly endsInHyphen?: (item: number) => boolean;
}

interface State {
  readonly item: number;
  /** Figures that were passed and wait for the head of a page, as items. */
  readonly owedFloats: readonly number[];
  readonly owedNotes: readonly NotePiece[];
  readonly cost: number;
  /** Pages before this state. */
  readonly count: number;
  /** Lines that the page before lacks. */
  readonly lacking: number;
  readonly before?: State;
  readonly page?: Page;
}

/** A page that may be made in a state. */
interface Offer {
  readonly to: number;
  readonly used: Px;
  readonly deferred: readonly number[];
  /** Notes of the page's own lines: all of them, unless given. */
  readonly placed?: readonly NotePiece[];
  readonly owedNotes: readonly NotePiece[];
  readonly extra: number;
}

/** What a page begins with: figures and notes of earlier pages, and the height they take. */
interface Paid {
  readonly used: Px;
  /** Figures fill the page: no text stands below them. */
  readonly isAlone: boolean;
  readonly notes: readonly NotePiece[];
  readonly floats: readonly number[];
  readonly owedFloats: readonly number[];
  readonly owedNotes: readonly NotePiece[];
}

/** A figure at the head of a page takes whole lines, so that the text below it stands on the grid. */
export function floatHeight(box: Px, gap: Px, grid: Px | undefined): Px {
  return grid === undefined ? box + gap : Math.ceil((box + gap - tolerance) / grid) * grid;
}

export function decide(flow: Flow, options: DecideOptions): Page[] {
  return new Fit(flow, options).pages();
}

class Fit {
  readonly #flow: Flow;
  readonly #items: Flow['items'];
  readonly #notes: Flow['notes'];
  readonly #room: Room;
  readonly #costs: Costs;
  readonly #options: DecideOptions;
  /** Height of the notes called before each item. */
  readonly #notesBefore: Float64Array;
  /** White that may be added above the items before each item. */
  readonly #stretchBefore: Float64Array;
  /** Per place in the text, the cheapest state of each kind. */
  readonly #states: Map<string, State>[];

  constructor(flow: Flow, options: DecideOptions) {
    this.#flow = flow;
    this.#items = flow.items;
    this.#notes = flow.notes;
    this.#room = options.room;
    this.#costs = options.costs;
    this.#options = options;
    this.#notesBefore = new Float64Array(flow.items.length + 1);
    this.#stretchBefore = new Float64Array(flow.items.length + 1);
    for (const [index, item] of flow.items.entries()) {
      this.#stretchBefore[index + 1] = (this.#stretchBefore[index] as number) + (item.stretch ?? 0);
      this.#notesBefore[index + 1] = (this.#notesBefore[index] as number) + item.notes.reduce((sum, note) => sum + heightOf(flow.notes[note]?.lines ?? []), 0);
    }
    this.#states = Array.from({ length: flow.items.length + 1 }, () => new Map());
  }

  pages(): Page[] {
    this.#states[0]?.set('', { item: 0, owedFloats: [], owedNotes: [], cost: 0, count: 0, lacking: 0 });
    for (const bucket of this.#states) {
      // A page that only pays what is owed leads to another state of the same place, one that owes less.
      for (const state of bucket.values()) this.#leave(state);
    }
    const pages: Page[] = [];
    for (let state = this.#states.at(-1)?.get(''); state?.page; state = state.before) pages.unshift(state.page);
    return pages;
  }

  /** Follows all pages that may begin in a state. */
  #leave(state: State): void {
    const paid = this.#pay(state);
    const { item } = state;
    const onlyPays: Offer = { to: item, used: paid.used, deferred: [], placed: [], owedNotes: paid.owedNotes, extra: 0 };
    if (item >= this.#items.length) {
      if (keyOf(state) !== '') this.#follow(state, paid, onlyPays);
      return;
    }
    if (paid.owedNotes.length > 0 || paid.isAlone) return this.#follow(state, paid, onlyPays);

    const fullest = this.#fullest(item, paid);
    if (fullest === item) return this.#follow(state, paid, paid.floats.length > 0 ? onlyPays : this.#forced(item, paid));
    const least = this.#room.height - shortest * this.#room.leading;
    let isLegal = false;
    for (let to = fullest; to > item; to -= 1) {
      const used = this.#used(item, to, paid);
      if (isLegal && used < least) break;
      isLegal ||= to === this.#items.length || this.#items[to]?.faults.length === 0;
      this.#follow(state, paid, { to, used, deferred: [], owedNotes: [], extra: 0 });
    }
    if (this.#items[fullest]?.float !== undefined) this.#runPast(state, paid, fullest);
    else this.#splitNotes(state, paid, fullest);
  }

  /** The most items that fit as they stand, notes whole, figures in their places. */
  #fullest(from: number, paid: Paid): number {
    let to = from;
    while (to < this.#items.length && this.#used(from, to + 1, paid) <= this.#room.height + tolerance) to += 1;
    return to;
  }

  /** Pages on which the text runs past a figure that does not fit, and past those that follow it. */
  #runPast(state: State, paid: Paid, float: number): void {
    const least = this.#room.height - shortest * this.#room.leading;
    const deferred: number[] = [float];
    let saved = this.#items[float]?.float ?? 0;
    let extra = 0;
    for (let to = float + 2; to <= this.#items.length; to += 1) {
      const last = this.#items[to - 1];
      if (last?.opensSection) extra += this.#costs.strayFloat;
      if (last?.float !== undefined) {
        deferred.push(to - 1);
        saved += last.float;
        continue;
      }
      const used = this.#used(state.item, to, paid) - saved;
      if (used > this.#room.height + tolerance) return;
      if (used >= least || to === this.#items.length) this.#follow(state, paid, { to, used, deferred: [...deferred], owedNotes: [], extra });
    }
  }

  /** A page whose last line calls notes that do not all fit: what is left of them goes on overleaf. */
  #splitNotes(state: State, paid: Paid, last: number): void {
    const called = this.#items[last]?.notes ?? [];
    if (called.length === 0) return;
    const used = paid.used + this.#textHeight(state.item, last + 1) + this.#notesHeight(state.item, last) + (paid.notes.length > 0 ? 0 : this.#room.noteRule);
    const split = this.#fit(this.#whole(called), this.#room.height - used, 0, noteLines);
    // Every note begins on the page of its call: only the last one may go on.
    if (split.left.length === 0 || split.left.some((piece) => piece.from === 0)) return;
    const placed = [...this.#notesOf(state.item, last), ...split.placed];
    this.#follow(state, paid, { to: last + 1, used: used + split.used, deferred: [], placed, owedNotes: split.left, extra: this.#costs.splitNote });
  }

  /** Not even the first item fits with its notes: it stands alone, and what has no room of its notes goes on overleaf. */
  #forced(item: number, paid: Paid): Offer {
    const called = this.#items[item]?.notes ?? [];
    const text = paid.used + this.#textHeight(item, item + 1);
    const rule = called.length > 0 && paid.notes.length === 0 ? this.#room.noteRule : 0;
    const { placed, left, used } = this.#fit(this.#whole(called), this.#room.height - text - rule, 0, 1);
    return { to: item + 1, used: text + (placed.length > 0 ? rule : 0) + used, deferred: [], placed, owedNotes: left, extra: left.length > 0 ? this.#costs.splitNote : 0 };
  }

  /** Sets at the head and foot of a page what is owed from earlier ones: beside text if it leaves room for text, else by itself. */
  #pay({ owedFloats, owedNotes, item }: State): Paid {
    const { height, noteRule, floatGap } = this.#room;
    const sizes = owedFloats.map((float) => floatHeight(heightOfItem(this.#items[float]), floatGap, this.#flow.grid));
    const isAlone = owedFloats.length > 0 && (item >= this.#items.length || sizes.reduce((sum, size) => sum + size, 0) > height - linesBelow * this.#room.leading);
    let used = 0;
    let count = 0;
    while (count < sizes.length && (!isAlone || count === 0 || used + (sizes[count] as number) - floatGap <= height)) used += sizes[count++] as number;
    // The last figure of a page without text needs no white below it.
    if (isAlone) used -= floatGap;
    const floats = { floats: owedFloats.slice(0, count), owedFloats: owedFloats.slice(count) };
    if (owedNotes.length === 0) return { ...floats, isAlone, used, notes: [], owedNotes: [] };
    const fitted = this.#fit(owedNotes, height - used - noteRule, 1, 0);
    return { ...floats, isAlone, used: used + noteRule + fitted.used, notes: fitted.placed, owedNotes: fitted.left };
  }

  /**
   * Takes lines of notes while they fit.
   * @param forced lines to take whatever they measure, so that every page makes progress
   * @param around lines that must stand on both sides of a split
   */
  #fit(pieces: readonly NotePiece[], free: Px, forced: number, around: number): { placed: NotePiece[]; left: NotePiece[]; used: Px } {
    const placed: NotePiece[] = [];
    const left: NotePiece[] = [];
    let used = 0;
    for (const piece of pieces) {
      const lines = this.#notes[piece.note]?.lines ?? [];
      let to = piece.from;
      let added = 0;
      while (left.length === 0 && to < piece.to && (to - piece.from < forced - placed.length || used + added + (lines[to] as number) <= free + tolerance)) {
        added += lines[to] as number;
        to += 1;
      }
      if (to < piece.to && around > 0) {
        const fewer = Math.min(to, piece.to - around);
        const kept = fewer - piece.from >= around ? fewer : piece.from;
        while (to > kept) added -= lines[--to] as number;
      }
      used += added;
      if (to > piece.from || piece.from === piece.to) placed.push({ ...piece, to });
      if (to < piece.to) left.push({ ...piece, from: to });
    }
    return { placed, left, used };
  }

  /** Keeps the state that a page leads to, if no cheaper way leads there. */
  #follow(state: State, paid: Paid, { to, used, deferred, placed, owedNotes, extra }: Offer): void {
    const owedFloats = deferred.length > 0 ? [...paid.owedFloats, ...deferred] : paid.owedFloats;
    const free = this.#room.height - used;
    const isLast = to >= this.#items.length && owedFloats.length === 0 && owedNotes.length === 0;
    const lacking = Math.max(0, this.#unfilled(state.item, to, free)) / this.#room.leading;
    const cost = state.cost + extra + owedFloats.length * this.#costs.farFloat + this.#pageCost(state, to, free, lacking, isLast);
    const bucket = this.#states[to] as Map<string, State>;
    const key = keyOf({ owedFloats, owedNotes });
    const known = bucket.get(key);
    if (known && known.cost <= cost) return;
    const notes = [...paid.notes, ...(placed ?? this.#notesOf(state.item, to))];
    const { stretched, left } = isLast ? { stretched: [], left: free } : this.#stretch(state.item, to, deferred, free);
    const page: Page = { from: state.item, to, notes, floats: paid.floats, deferred, stretched, free: left };
    bucket.set(key, { item: to, owedFloats, owedNotes, cost, count: state.count + 1, lacking, before: state, page });
  }

  /** What stays free when the page's white is stretched as far as it goes. */
  #unfilled(from: number, to: number, free: Px): Px {
    const most = (this.#stretchBefore[to] as number) - (this.#stretchBefore[Math.min(to, from + 1)] as number);
    const given = Math.min(free, most);
    return free - (this.#flow.grid === undefined ? given : Math.floor((given + tolerance) / this.#flow.grid) * this.#flow.grid);
  }

  /** Spreads free height over the places of a page that may take some: in equal parts, or on a grid line by line from the foot up. */
  #stretch(from: number, to: number, deferred: readonly number[], free: Px): { stretched: Page['stretched']; left: Px } {
    const places: { item: number; most: Px }[] = [];
    for (let item = from + 1; item < to; item += 1) {
      const most = this.#items[item]?.stretch ?? 0;
      if (most > 0 && !deferred.includes(item)) places.push({ item, most });
    }
    const { grid } = this.#flow;
    const total = places.reduce((sum, place) => sum + place.most, 0);
    if (free <= tolerance || total === 0) return { stretched: [], left: free };
    if (grid === undefined) {
      const share = Math.min(1, free / total);
      return { stretched: places.map(({ item, most }) => ({ item, by: most * share })), left: free - total * share };
    }
    const stretched: { item: number; by: Px }[] = [];
    let left = free;
    for (const { item, most } of places.toReversed()) {
      const by = Math.floor((Math.min(most, left) + tolerance) / grid) * grid;
      if (by > 0) stretched.push({ item, by });
      left -= by;
    }
    return { stretched, left };
  }

  #pageCost(state: State, to: number, free: Px, lacking: number, isLast: boolean): number {
    const costs = this.#costs;
    let cost = free < -tolerance ? -free * costs.overfull : 0;
    if (isLast) return cost + (state.count > 0 && (this.#room.height - free) / this.#room.leading < stubLines ? costs.stub : 0);
    cost += costs.short * lacking ** 2;
    const isRecto = (state.count % 2 === 0) === (this.#options.opensOn === 'recto');
    if (isRecto && state.count > 0) cost += costs.uneven * (lacking - state.lacking) ** 2;
    for (const fault of this.#items[to]?.faults ?? []) cost += costs[fault];
    if (to > state.item && this.#options.endsInHyphen?.(to - 1)) cost += costs.hyphen;
    return cost;
  }

  /** Everything on a page that holds the items `from`..`to`. */
  #used(from: number, to: number, paid: Paid): Px {
    const notes = this.#notesHeight(from, to);
    return paid.used + this.#textHeight(from, to) + notes + (notes > 0 && paid.notes.length === 0 ? this.#room.noteRule : 0);
  }

  #textHeight(from: number, to: number): Px {
    const [first, last] = [this.#items[from], this.#items[to - 1]];
    return first && last ? last.bottom - first.top + first.repeatedHead + phaseOf(this.#flow, from) : 0;
  }

  #notesHeight(from: number, to: number): Px {
    return (this.#notesBefore[to] as number) - (this.#notesBefore[from] as number);
  }

  #notesOf(from: number, to: number): NotePiece[] {
    const pieces: NotePiece[] = [];
    for (let index = from; index < to; index += 1) pieces.push(...this.#whole(this.#items[index]?.notes ?? []));
    return pieces;
  }

  #whole(notes: readonly number[]): NotePiece[] {
    return notes.map((note) => ({ note, from: 0, to: this.#notes[note]?.lines.length ?? 0 }));
  }
}

const heightOf = (lines: readonly Px[]): Px => lines.reduce((sum, line) => sum + line, 0);

const heightOfItem = (item: { readonly top: Px; readonly bottom: Px } | undefined): Px => (item ? item.bottom - item.top : 0);

const keyOf = ({ owedFloats, owedNotes }: Pick<State, 'owedFloats' | 'owedNotes'>): string =>
  owedFloats.length === 0 && owedNotes.length === 0 ? '' : `${owedFloats.join()}|${owedNotes.map((piece) => `${piece.note}:${piece.from}`).join()}`;
