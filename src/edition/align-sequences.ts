/**
 * Which entries of a sequence are which of a later one: the longest run of common entries that are told apart by their value and,
 * among equal ones, by their order.
 *
 * Nearly linear: what both begin and end with is matched first, then what occurs equally often in both, then the stretches between.
 * Source: patience diff (Bram Cohen), with equal entries admitted.
 *
 * @returns for each entry of `before` its place in `after`, which only rises; undefined for what is gone
 */
export function alignSequences(before: readonly string[], after: readonly string[]): (number | undefined)[] {
  const partners = new Array<number | undefined>(before.length).fill(undefined);
  const open: Stretch[] = [{ from: 0, to: before.length, first: 0, last: after.length }];
  for (let stretch = open.pop(); stretch; stretch = open.pop()) {
    let { from, to, first, last } = stretch;
    for (; from < to && first < last && before[from] === after[first]; from += 1, first += 1) partners[from] = first;
    for (; from < to && first < last && before[to - 1] === after[last - 1]; to -= 1, last -= 1) partners[to - 1] = last - 1;
    if (from === to || first === last) continue;
    const pairs = longestRising(pairsOf(before, after, { from, to, first, last }));
    if (pairs.length === 0) continue;
    for (const [one, other] of pairs) {
      partners[one] = other;
      open.push({ from, to: one, first, last: other });
      [from, first] = [one + 1, other + 1];
    }
    open.push({ from, to, first, last });
  }
  return partners;
}

/** `from`..`to` of the one sequence against `first`..`last` of the other; ends exclusive. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

type Pair = readonly [one: number, other: number];

/** The entries whose value occurs as often in both stretches, each with its like; in the order of `before`. */
function pairsOf(before: readonly string[], after: readonly string[], { from, to, first, last }: Stretch): Pair[] {
  const places = new Map<string, { readonly one: number[]; readonly other: number[] }>();
  for (let index = from; index < to; index += 1) {
    const known = places.get(before[index] as string);
    if (known) known.one.push(index);
    else places.set(before[index] as string, { one: [index], other: [] });
  }
  for (let index = first; index < last; index += 1) places.get(after[index] as string)?.other.push(index);
  return [...places.values()]
    .filter(({ one, other }) => one.length === other.length)
    .flatMap(({ one, other }) => one.map((place, index): Pair => [place, other[index] as number]))
    .sort(([one], [other]) => one - other);
}

/** The most of the pairs that keep their order. */
function longestRising(pairs: readonly Pair[]): Pair[] {
  /** For each length, the pair with the lowest end, and for each pair the one before it. */
  const ends: number[] = [];
  const previous: (number | undefined)[] = [];
  for (const [index, [, other]] of pairs.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const half = (low + high) >> 1;
      if ((pairs[ends[half] as number] as Pair)[1] < other) low = half + 1;
      else high = half;
    }
    previous[index] = ends[low - 1];
    ends[low] = index;
  }
  const rising: Pair[] = [];
  for (let index = ends.at(-1); index !== undefined; index = previous[index]) rising.push(pairs[index] as Pair);
  return rising.reverse();
}
