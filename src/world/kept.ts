/**
 * What a session keeps in memory from one update of its book to the next.
 *
 * Each step that keeps something finds there, by name, what it made last, and gives it again where everything that it is made from
 * is the same: so what it gives is what it would make now, and what did not change is the same object, by which the steps behind
 * it know. Without a session nothing is kept.
 * Not here: what stays on disk when a run ends (remember.ts).
 */

/** A session. What steps keep for it goes with it. */
export interface Kept {
  readonly of: 'a session';
}

export const startKeeping = (): Kept => ({ of: 'a session' });

/** What one step keeps in each session. */
export class KeptStep<Value> {
  readonly #shelves = new WeakMap<Kept, Shelf<Value>>();

  /** What it kept, for a run that begins now; an empty shelf where there is no session. */
  turn(kept: Kept | undefined): Shelf<Value> {
    const shelf = (kept && this.#shelves.get(kept)) ?? new Shelf<Value>();
    if (kept) this.#shelves.set(kept, shelf);
    shelf.turn();
    return shelf;
  }
}

/** Values by name. What was neither taken nor put in two turns one after the other is gone. */
export class Shelf<Value> {
  #now = new Map<string, Value>();
  #before = new Map<string, Value>();

  turn(): void {
    [this.#before, this.#now] = [this.#now, new Map()];
  }

  /** Whether a name was taken or put in this turn. */
  isInUse(name: string): boolean {
    return this.#now.has(name);
  }

  take(name: string): Value | undefined {
    const value = this.#now.get(name) ?? this.#before.get(name);
    if (value !== undefined) this.#now.set(name, value);
    return value;
  }

  put(name: string, value: Value): void {
    this.#now.set(name, value);
  }
}

/** What was made, and of what. */
export interface Made<Value> {
  readonly of: readonly unknown[];
  readonly value: Value;
}

/**
 * What was made under a name, where it was made of the very same things; else it is made now.
 *
 * Tables are keyed by nodes, so one thing must not stand in a book twice: who asks under a name a second time in a turn gets one of
 * its own.
 *
 * @param of all that `make` depends on; objects are the same when they are one
 */
export function again<Value>(shelf: Shelf<Made<Value>>, name: string, of: readonly unknown[], make: () => Value): Value {
  if (shelf.isInUse(name)) return make();
  const known = shelf.take(name);
  if (known && known.of.length === of.length && known.of.every((one, index) => one === of[index])) return known.value;
  const value = make();
  shelf.put(name, { of, value });
  return value;
}

/** What stood under a name before, where it says the same. */
export function keepOne<Value>(name: string, value: Value, shelf: Shelf<Value>, isEqual: (one: Value, other: Value) => boolean): Value {
  const known = shelf.isInUse(name) ? undefined : shelf.take(name);
  if (known !== undefined && isEqual(known, value)) return known;
  shelf.put(name, value);
  return value;
}
