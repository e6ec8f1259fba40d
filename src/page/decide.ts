/**
 * Chooses the page breaks of one flow: of all sequences of pages the cheapest, by dynamic programming.
 *
 * In: measured records. Out: pages in order; every item stands on exactly one of them; every line of a note on the page that
 * calls it or, when that has no room left, on the next ones; every figure in its order, never on a page before its place in the
 * text. Pure: no DOM. Ends always: each page takes at least one item, one figure or one line of a note.
 * Where pages were recorded, each that keeps its beginning is worth more than any fault, so what an edit changes is taken up as near
 * to it as pages that are a little too short or too deep can.
 *
 * A state is a place in the text where a page may begin, with what is still owed there: figures that were passed, lines of a
 * note. Two things are not exact, and cheap for it: facing pages are compared along the cheapest way to a state, not along all;
 * and text runs past a figure only where the figure does not fit, not where a later page would gain.
 */
import type { Px } from '../model/unit.js';
import { stubLines, type Costs } from './costs.js';
import { Lengths } from './lengths.js';
import type { Flow, Item, NotePiece, Page, RecordedPages, Room } from './record.js';

/** Lengths come from layout in 64ths of a pixel; a page is not overfull for less than this. */
const tolerance = 0.05;
/** How many lines short of the fullest page a page may be while fuller ones are possible. */
const shortest = 7;
/** How many lines shorter than in the recorded edition a page may be to keep the next one. */
const shorterThanRecorded = 2;
/** Lines of text that must have room beside owed figures; else the figures stand alone. */
const linesBeside = 5;
/** A note is split only so that two lines stand on either side. */
const noteLines = 2;

export interface DecideOptions {
  readonly room: Room;
  readonly costs: Costs;
  /** The side that the flow's first page is on: facing pages are verso and recto. */
  readonly opensOn: 'recto' | 'verso';
  /** Whether an item, as the last of a page, ends in a divided word. */
  readonly endsInHyphen?: (item: number) => boolean;
  readonly recorded?: RecordedPages | undefined;
}

interface State {
  readonly item: number;
  /** Figures that were passed and wait for a page, as items. */
  readonly owedFloats: readonly number[];
  readonly owedNotes: readonly NotePiece[];
  readonly cost: number;
  /** Pages before this state. */
  readonly count: number;
  /** Lines that the page before lacks; negative by those that it has more than others. */
  readonly lacking: number;
  readonly before?: State;
  /** The page that leads here: what it begins with, and what else it holds. */
  readonly paid: Paid;
  readonly offer?: Offer;
}

/** A page that may be made in a state. */
interface Offer {
  readonly to: number;
  readonly used: Px;
  readonly extra: number;
  /** How much more the page could hold, and end without a fault. */
  readonly fuller?: Px;
  /** How much deeper than others the page is. */
  readonly deeper?: Px;
  /** Notes of the page's own lines, where they are not simply all. */
  readonly split?: { readonly placed: readonly NotePiece[]; readonly left: readonly NotePiece[] };
  /** Its own figures that do not stand where they are written. */
  readonly moved?: Moved;
}

interface Moved {
  readonly heads: readonly number[];
  readonly feet: readonly number[];
  readonly deferred: readonly number[];
}

/** What a page begins with: figures and notes of earlier pages, and the height they take. */
interface Paid {
  readonly used: Px;
  /** Figures fill the page: no text stands beside them. */
  readonly isAlone: boolean;
  readonly notes: readonly NotePiece[];
  readonly heads: readonly number[];
  readonly feet: readonly number[];
  readonly owedFloats: readonly number[];
  readonly owedNotes: readonly NotePiece[];
}

const none: readonly never[] = [];
const nothingMoved: Moved = { heads: none, feet: none, deferred: none };
const nothingPaid: Paid = { used: 0, isAlone: false, notes: none, heads: none, feet: none, owedFloats: none, owedNotes: none };

/** A figure at the head of a page takes whole lines, so that the text below it stands on the grid. */
export function headHeight(box: Px, gap: Px, grid: Px | undefined): Px {
  return grid === undefined ? box + gap : Math.ceil((box + gap - tolerance) / grid) * grid;
}

export function decide(flow: Flow, options: DecideOptions): Page[] {
  return new Fit(flow, options).pages();
}

class Fit {
  readonly #flow: Flow;
  readonly #items: Flow['items'];
  readonly #room: Room;
  readonly #costs: Costs;
  readonly #options: DecideOptions;
  readonly #lengths: Lengths;
  /** What it costs to begin a page with each item. */
  readonly #breakCost: Float64Array;
  /** Items with a placement, and all figures that may move, in order. */
  readonly #placed: readonly number[];
  readonly #floating: readonly number[];
  /** Per place in the text, the cheapest state that owes nothing, and the cheapest of each kind that does. */
  readonly #free: (State | undefined)[];
  readonly #owing: Map<string, State>[];

  constructor(flow: Flow, options: DecideOptions) {
    this.#flow = flow;
    this.#items = flow.items;
    this.#room = options.room;
    this.#costs = options.costs;
    this.#options = options;
    this.#lengths = new Lengths(flow);
    const count = flow.items.length;
    this.#breakCost = new Float64Array(count);
    const placed: number[] = [];
    const floating: number[] = [];
    for (let index = 0; index < count; index += 1) {
      const { faults, placement, float } = flow.items[index] as Item;
      for (const fault of faults) this.#breakCost[index] = (this.#breakCost[index] as number) + options.costs[fault];
      if (placement !== undefined) placed.push(index);
      if (float !== undefined) floating.push(index);
    }
    this.#placed = placed;
    this.#floating = floating;
    this.#free = new Array<State | undefined>(count + 1).fill(undefined);
    this.#owing = [];
  }

  pages(): Page[] {
    this.#free[0] = { item: 0, owedFloats: none, owedNotes: none, cost: 0, count: 0, lacking: 0, paid: nothingPaid };
    for (let item = 0; item <= this.#items.length; item += 1) {
      // A page that only pays what is owed leads to another state of the same place, one that owes less.
      for (const state of this.#owing[item]?.values() ?? none) this.#leave(state);
      const state = this.#free[item];
      if (state && item < this.#items.length) this.#leave(state);
    }
    const pages: Page[] = [];
    for (let state = this.#free[this.#items.length]; state?.before && state.offer; state = state.before) pages.unshift(this.#make(state.before, state.paid, state.offer));
    return pages;
  }

  /** Follows all pages that may begin in a state. */
  #leave(state: State): void {
    const paid = this.#pay(state);
    const { item } = state;
    const paysOnly: Offer = { to: item, used: paid.used, extra: 0 };
    if (item >= this.#items.length) return this.#follow(state, paid, paysOnly);
    if (paid.owedNotes.length > 0 || paid.isAlone) return this.#follow(state, paid, paysOnly);

    const isFollowed = this.#fill(state, paid, 0);
    if (!isFollowed) this.#follow(state, paid, paid.heads.length + paid.feet.length > 0 ? paysOnly : this.#forced(item, paid));
    for (let lines = 1; lines <= (this.#options.recorded?.deepest ?? 0); lines += 1) this.#fill(state, paid, lines * this.#room.leading);
  }

  /**
   * Follows the pages of text that may begin in a state: all that are nearly full, or of deeper ones those that need their depth.
   * @returns whether there are any
   */
  #fill(state: State, paid: Paid, deeper: Px): boolean {
    const { item } = state;
    const height = this.#room.height + deeper;
    const fullest = this.#fullest(item, paid, height);
    const least = this.#room.height - shortest * this.#room.leading;
    let fullestLegal: Px | undefined;
    let isFollowed = false;
    for (let to = fullest; to > item; to -= 1) {
      const used = this.#used(item, to, paid);
      if ((fullestLegal !== undefined || deeper > 0) && used < least) break;
      const offer = this.#place(item, to, used, paid, height);
      if (!offer) continue;
      if (this.#breakCost[to] === undefined || this.#breakCost[to] === 0) fullestLegal ??= used;
      isFollowed = true;
      this.#offer(state, paid, { ...offer, ...(deeper > 0 ? { deeper } : fullestLegal !== undefined && { fuller: fullestLegal - used }) });
    }
    if (!isFollowed) return false;
    if (this.#items[fullest]?.float !== undefined && this.#items[fullest].placement === undefined) this.#runPast(state, paid, fullest, deeper);
    else this.#splitNotes(state, paid, fullest, deeper);
    return true;
  }

  /** A deeper page is made only of what the others do not hold. */
  #offer(state: State, paid: Paid, offer: Offer): void {
    const { deeper = 0, used } = offer;
    if (deeper === 0 || used > this.#room.height + deeper - this.#room.leading + tolerance) this.#follow(state, paid, offer);
  }

  /** The most items that fit, notes whole, figures in their places or, if they have a placement, gone. */
  #fullest(from: number, paid: Paid, height: Px): number {
    let low = from;
    let high = this.#items.length;
    while (low < high) {
      const half = (low + high + 1) >> 1;
      if (this.#used(from, half, paid) <= height + tolerance) low = half;
      else high = half - 1;
    }
    return low;
  }

  /**
   * A page that holds the items `from`..`to`, with as many of its figures at its own head and foot as fit.
   * @returns undefined where figures would come out of their order
   */
  #place(from: number, to: number, used: Px, paid: Paid, depth: Px): Offer | undefined {
    const own = between(this.#placed, from, to);
    if (own.length === 0 && paid.owedFloats.length === 0 && paid.feet.length === 0) return { to, used, extra: 0 };
    const inPlace = between(this.#floating, from, to).filter((item) => this.#items[item]?.placement === undefined);
    for (let count = paid.owedFloats.length > 0 ? 0 : own.length; count >= 0; count -= 1) {
      const [standing, deferred] = [own.slice(0, count), own.slice(count)];
      const heads = standing.filter((item) => this.#items[item]?.placement === 'top');
      const feet = standing.filter((item) => this.#items[item]?.placement === 'bottom');
      if (heads.length + feet.length < count || !isRising(paid.heads, heads, inPlace, paid.feet, feet, paid.owedFloats, deferred)) continue;
      const height = used + this.#headsHeight(heads) + this.#feetHeight(feet);
      if (height <= depth + tolerance) return { to, used: height, extra: 0, moved: { heads, feet, deferred } };
    }
    return undefined;
  }

  /** Pages on which the text runs past a figure that does not fit, and past those that follow it. */
  #runPast(state: State, paid: Paid, float: number, deeper: Px): void {
    if (paid.feet.length > 0 || paid.owedFloats.length > 0) return;
    const least = this.#room.height - shortest * this.#room.leading;
    // Where a figure with a placement leaves, those after it leave as well: all keep their order.
    const first = between(this.#placed, state.item, float)[0] ?? float;
    const deferred: number[] = [...between(this.#floating, first, float), float];
    let saved = deferred.reduce((sum, item) => sum + (this.#items[item]?.placement === undefined ? (this.#items[item]?.float ?? 0) : 0), 0);
    let extra = 0;
    for (let item = first + 1; item <= float; item += 1) if (this.#items[item]?.opensSection) extra += this.#costs.strayFloat;
    for (let to = float + 2; to <= this.#items.length; to += 1) {
      const last = this.#items[to - 1];
      if (last?.opensSection) extra += this.#costs.strayFloat;
      if (last?.float !== undefined) {
        deferred.push(to - 1);
        if (last.placement === undefined) saved += last.float;
        continue;
      }
      const used = this.#used(state.item, to, paid) - saved;
      if (used > this.#room.height + deeper + tolerance) return;
      if (used >= least || to === this.#items.length) this.#offer(state, paid, { to, used, extra, deeper, moved: { ...nothingMoved, deferred: [...deferred] } });
    }
  }

  /** A page whose last line calls notes that do not all fit: what is left of them goes on overleaf. */
  #splitNotes(state: State, paid: Paid, last: number, deeper: Px): void {
    if (!this.#items[last]?.notes.length) return;
    const called = this.#footNotes(last, last + 1);
    const inPlace = between(this.#floating, state.item, last + 1);
    if (between(this.#placed, state.item, last + 1).length > 0 || !isRising(paid.heads, inPlace, paid.feet, paid.owedFloats)) return;
    const used = paid.used + this.#lengths.text(state.item, last + 1) + this.#lengths.notes(state.item, last) + (paid.notes.length > 0 ? 0 : this.#room.noteRule);
    const split = this.#fit(called, this.#room.height + deeper - used, 0, noteLines);
    // Every note begins on the page of its call: only the last one may go on.
    if (split.left.length === 0 || split.left.some((piece) => piece.from === 0)) return;
    const placed = [...this.#footNotes(state.item, last), ...split.placed];
    this.#offer(state, paid, { to: last + 1, used: used + split.used, extra: this.#costs.splitNote, deeper, split: { placed, left: split.left } });
  }

  /** Not even the first item fits with its notes: it stands alone, and what has no room of its notes goes on overleaf. */
  #forced(item: number, paid: Paid): Offer {
    const called = this.#footNotes(item, item + 1);
    const text = paid.used + this.#lengths.text(item, item + 1);
    const rule = called.length > 0 && paid.notes.length === 0 ? this.#room.noteRule : 0;
    const { placed, left, used } = this.#fit(called, this.#room.height - text - rule, 0, 1);
    const moved = this.#items[item]?.placement === undefined ? undefined : { ...nothingMoved, deferred: [item] };
    return { to: item + 1, used: text + (placed.length > 0 ? rule : 0) + used, extra: left.length > 0 ? this.#costs.splitNote : 0, split: { placed, left }, ...(moved && { moved }) };
  }

  /** Sets at the head and foot of a page what is owed from earlier ones: beside text if it leaves room for text, else by itself. */
  #pay({ owedFloats, owedNotes, item }: State): Paid {
    if (owedFloats.length === 0 && owedNotes.length === 0) return nothingPaid;
    const { height, noteRule } = this.#room;
    const floats = this.#payFloats(owedFloats, item);
    if (owedNotes.length === 0) return { ...floats, notes: none, owedNotes: none };
    const fitted = this.#fit(owedNotes, height - floats.used - noteRule, 1, 0);
    return { ...floats, used: floats.used + noteRule + fitted.used, notes: fitted.placed, owedNotes: fitted.left };
  }

  #payFloats(owed: readonly number[], item: number): Pick<Paid, 'used' | 'isAlone' | 'heads' | 'feet' | 'owedFloats'> {
    const { height, floatGap, leading } = this.#room;
    const placementOf = (float: number) => this.#items[float]?.placement;
    // A figure at the foot closes the page, one that wants a page for itself waits for the next.
    let beside = owed.findIndex((float, index) => placementOf(float) === 'page' || (index > 0 && placementOf(owed[index - 1] as number) === 'bottom' && placementOf(float) !== 'bottom'));
    if (beside < 0) beside = owed.length;
    const feet = owed.slice(0, beside).filter((float) => placementOf(float) === 'bottom');
    const heads = owed.slice(0, beside - feet.length);
    const used = this.#headsHeight(heads) + this.#feetHeight(feet);
    if (beside === 0 ? owed.length === 0 : item < this.#items.length && used <= height - linesBeside * leading) return { used, isAlone: false, heads, feet, owedFloats: owed.slice(beside) };

    let count = 0;
    let alone = 0;
    while (count < owed.length && (count === 0 || (alone + this.#boxOf(owed[count]) <= height && (placementOf(owed[count] as number) === 'page') === (placementOf(owed[0] as number) === 'page')))) {
      alone += headHeight(this.#boxOf(owed[count]), floatGap, this.#flow.grid);
      count += 1;
    }
    // The last figure of a page without text needs no white below it.
    return { used: alone - floatGap, isAlone: owed.length > 0, heads: owed.slice(0, count), feet: none, owedFloats: owed.slice(count) };
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
      const lines = this.#flow.notes[piece.note]?.lines ?? [];
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
  #follow(state: State, paid: Paid, offer: Offer): void {
    const { to, used, deeper = 0 } = offer;
    const deferred = offer.moved?.deferred ?? none;
    const owedFloats = deferred.length > 0 ? [...paid.owedFloats, ...deferred] : paid.owedFloats;
    const owedNotes = offer.split?.left ?? (to === state.item ? paid.owedNotes : none);
    const free = this.#room.height + deeper - used;
    const isLast = to >= this.#items.length && owedFloats.length === 0 && owedNotes.length === 0;
    const unfilled = this.#unfilled(state.item, to, free);
    const lacking = (Math.max(0, unfilled) + this.#lengths.ragged(state.item, to) / 2 - deeper) / this.#room.leading;
    const white = isLast ? 0 : this.#costs.white * ((free - unfilled) / this.#room.leading) ** 2;
    const cost = state.cost + offer.extra + white + owedFloats.length * this.#costs.farFloat + this.#pageCost(state, offer, free, lacking, isLast) + this.#changeCost(state, offer, unfilled, isLast);
    const owes = owedFloats.length + owedNotes.length > 0;
    const key = owes ? keyOf(owedFloats, owedNotes) : '';
    const known = owes ? this.#owing[to]?.get(key) : this.#free[to];
    if (known && known.cost <= cost) return;
    const next: State = { item: to, owedFloats, owedNotes, cost, count: state.count + 1, lacking, before: state, paid, offer };
    if (owes) (this.#owing[to] ??= new Map<string, State>()).set(key, next);
    else this.#free[to] = next;
  }

  #make(state: State, paid: Paid, { to, used, moved = nothingMoved, split, deeper = 0 }: Offer): Page {
    const from = state.item;
    const free = this.#room.height + deeper - used;
    const isLast = to >= this.#items.length && paid.owedFloats.length + moved.deferred.length + (split?.left ?? paid.owedNotes).length === 0;
    const gone = [...moved.heads, ...moved.feet, ...moved.deferred];
    const { stretched, left } = isLast ? { stretched: none, left: free } : this.#stretch(from, to, gone, free);
    return {
      from,
      to,
      notes: [...paid.notes, ...(split?.placed ?? this.#footNotes(from, to))],
      marginal: this.#items.slice(from, to).flatMap((item) => item.notes.filter((note) => this.#flow.notes[note]?.isMarginal)),
      heads: [...paid.heads, ...moved.heads],
      feet: [...paid.feet, ...moved.feet],
      deferred: moved.deferred,
      stretched: this.#backOnGrid(from, to, stretched),
      ...(deeper > 0 && { deeper }),
      free: left,
    };
  }

  /** What stays free when the page's white is stretched as far as it goes. */
  #unfilled(from: number, to: number, free: Px): Px {
    const given = Math.min(free, this.#lengths.stretch(from, to));
    return free - (this.#flow.grid === undefined ? given : Math.floor((given + tolerance) / this.#flow.grid) * this.#flow.grid);
  }

  /** Spreads free height over the places of a page that may take some: in equal parts, or on a grid line by line from the foot up. */
  #stretch(from: number, to: number, gone: readonly number[], free: Px): { stretched: Page['stretched']; left: Px } {
    const places: { item: number; most: Px }[] = [];
    for (let item = from + 1; item < to; item += 1) {
      const most = this.#items[item]?.stretch ?? 0;
      // White below a figure is not wanted where it left.
      if (most > 0 && !gone.includes(item) && !gone.includes(item - 1)) places.push({ item, most });
    }
    const { grid } = this.#flow;
    const total = places.reduce((sum, place) => sum + place.most, 0);
    if (free <= tolerance || total === 0) return { stretched: [], left: free };
    if (grid === undefined) {
      const share = Math.min(1, free / total);
      return { stretched: places.map(({ item, most }) => ({ item, by: most * share })), left: free - total * share };
    }
    const lines = new Map<number, number>();
    let left = free;
    for (let round = 1; round * grid <= Math.max(...places.map(({ most }) => most)) + tolerance; round += 1) {
      for (const { item, most } of places.toReversed()) {
        if (round * grid > most + tolerance || left < grid - tolerance) continue;
        lines.set(item, round);
        left -= grid;
      }
    }
    return { stretched: [...lines].map(([item, count]) => ({ item, by: count * grid })), left };
  }

  /** A page that begins within a block off the grid gets back on it below that block. */
  #backOnGrid(from: number, to: number, stretched: Page['stretched']): Page['stretched'] {
    const phase = this.#lengths.phase(from, to);
    if (phase === 0) return stretched;
    let item = from + 1;
    while (item < to && !(this.#items[item]?.opensBlock && this.#items[item]?.placement === undefined)) item += 1;
    if (item >= to) return stretched;
    const known = stretched.find((place) => place.item === item);
    return [{ item, by: phase + (known?.by ?? 0) }, ...stretched.filter((place) => place !== known)];
  }

  #pageCost(state: State, { to, deeper = 0 }: Offer, free: Px, lacking: number, isLast: boolean): number {
    const costs = this.#costs;
    let cost = free < -tolerance ? -free * costs.overfull : 0;
    if (isLast) return cost + (state.count > 0 && (this.#room.height + deeper - free) / this.#room.leading < stubLines ? costs.stub : 0);
    cost += costs.short * Math.max(0, lacking) ** 2;
    const isRecto = (state.count % 2 === 0) === (this.#options.opensOn === 'recto');
    if (isRecto && state.count > 0) cost += costs.uneven * (lacking - state.lacking) ** 2;
    cost += this.#breakCost[to] ?? 0;
    if (to > state.item && this.#options.endsInHyphen?.(to - 1)) cost += costs.hyphen;
    return cost;
  }

  /** What a page changes of the recorded edition, and what it gives up to change nothing. */
  #changeCost(state: State, { to, fuller = 0, deeper = 0 }: Offer, unfilled: Px, isLast: boolean): number {
    const { recorded } = this.#options;
    if (!recorded) return 0;
    const costs = this.#costs;
    const cost = costs.deep * (deeper / this.#room.leading) ** 2;
    if (isLast) return cost + (state.count + 1 === recorded.count ? 0 : costs.grown);
    const tooShort = Math.min(unfilled, fuller) / this.#room.leading - (recorded.begins.get(state.item) ?? 0) - shorterThanRecorded;
    return cost + costs.moved * (Math.max(0, tooShort) + (to > state.item && !recorded.begins.has(to) ? 1 : 0));
  }

  /** Everything on a page that holds the items `from`..`to`, but for its own figures with a placement. */
  #used(from: number, to: number, paid: Paid): Px {
    const notes = this.#lengths.notes(from, to);
    return paid.used + this.#lengths.text(from, to) + notes + (notes > 0 && paid.notes.length === 0 ? this.#room.noteRule : 0);
  }

  #headsHeight(floats: readonly number[]): Px {
    return floats.reduce((sum, float) => sum + headHeight(this.#boxOf(float), this.#room.floatGap, this.#flow.grid), 0);
  }

  #feetHeight(floats: readonly number[]): Px {
    return floats.reduce((sum, float) => sum + this.#boxOf(float) + this.#room.floatGap, 0);
  }

  #boxOf(float: number | undefined): Px {
    const item = this.#items[float ?? -1];
    return item ? item.bottom - item.top : 0;
  }

  /** The whole notes that the items `from`..`to` call, but for those in the margin. */
  #footNotes(from: number, to: number): NotePiece[] {
    const { notes } = this.#flow;
    return this.#items.slice(from, to).flatMap((item) => item.notes.filter((note) => !notes[note]?.isMarginal).map((note) => ({ note, from: 0, to: notes[note]?.lines.length ?? 0 })));
  }
}

const between = (sorted: readonly number[], from: number, to: number): readonly number[] => (sorted.length === 0 ? none : sorted.filter((item) => item >= from && item < to));

/** Whether each list, and one after the other, only rises. */
function isRising(...lists: readonly (readonly number[])[]): boolean {
  const all = lists.flat();
  return all.every((item, index) => index === 0 || item > (all[index - 1] as number));
}

const keyOf = (owedFloats: readonly number[], owedNotes: readonly NotePiece[]): string => `${owedFloats.join()}|${owedNotes.map((piece) => `${piece.note}:${piece.from}`).join()}`;
