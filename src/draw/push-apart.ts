import type { Px } from '../model/unit.js';

/**
 * Where labels go that all want to stand beside what they name: in order, none overlapping, as little moved as can be.
 *
 * The moves are least in the sum of their squares (isotonic regression by pooling adjacent violators), so a crowd spreads
 * evenly to both sides of its place.
 *
 * @param wanted the top edge each label would have if it were alone, in the order the labels must keep
 * @param heights of the labels with the white that belongs below each
 * @param room  upper and lower bound; the labels start at the upper one and overrun the lower when they need more than is there
 * @returns the top edges
 */
export function pushApart(wanted: readonly Px[], heights: readonly Px[], room: readonly [top: Px, bottom: Px]): Px[] {
  const before: Px[] = [];
  let total = 0;
  for (const height of heights) {
    before.push(total);
    total += height;
  }
  // Without the heights of those before it, every label is a point, and the order of the points must not fall.
  const groups: { sum: number; count: number }[] = [];
  wanted.forEach((top, index) => {
    let group = { sum: top - (before[index] ?? 0), count: 1 };
    for (let last = groups.at(-1); last !== undefined && last.sum / last.count >= group.sum / group.count; last = groups.at(-1)) {
      groups.pop();
      group = { sum: last.sum + group.sum, count: last.count + group.count };
    }
    groups.push(group);
  });
  const lowest = Math.max(room[0], room[1] - total);
  const points = groups.flatMap(({ sum, count }) => Array<number>(count).fill(Math.min(Math.max(sum / count, room[0]), lowest)));
  return points.map((point, index) => point + (before[index] ?? 0));
}
