/**
 * Which pages of a text are which of a later one: those that share the most words, in order. Pages that share none are paired where
 * both sides have one, for then the one was written anew.
 *
 * @param shared words that a page of before and one of after have in common
 * @returns pairs in order; a page without its like stands alone
 */
export function pairPages(before: number, after: number, shared: (before: number, after: number) => number): (readonly [before: number | undefined, after: number | undefined])[] {
  const width = after + 1;
  const best = new Float64Array((before + 1) * width);
  const at = (one: number, other: number): number => best[one * width + other] as number;
  const worth = (one: number, other: number): number => shared(one, other) + 0.001;
  for (let one = before - 1; one >= 0; one -= 1) {
    for (let other = after - 1; other >= 0; other -= 1) {
      best[one * width + other] = Math.max(at(one + 1, other + 1) + worth(one, other), at(one + 1, other), at(one, other + 1));
    }
  }
  const pairs: [number | undefined, number | undefined][] = [];
  let [one, other] = [0, 0];
  while (one < before && other < after) {
    const here = at(one, other);
    if (here === at(one + 1, other + 1) + worth(one, other)) pairs.push([one++, other++]);
    else if (here === at(one + 1, other)) pairs.push([one++, undefined]);
    else pairs.push([undefined, other++]);
  }
  for (; one < before; one += 1) pairs.push([one, undefined]);
  for (; other < after; other += 1) pairs.push([undefined, other]);
  return pairs;
}
