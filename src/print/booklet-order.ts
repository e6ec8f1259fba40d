/** Two page numbers, left and right, 1-based; null is a blank page. */
export type Side = readonly [left: number | null, right: number | null];

/**
 * Which two pages stand on each printed side of a saddle-stitched booklet: front of the outermost sheet, its back, and so on
 * inwards. The sheet is turned on its short edge, so the left of a back is behind the right of its front.
 * Blank pages fill the last sheet; they stand at the end.
 *
 * @param pageCount at least 0
 */
export function bookletOrder(pageCount: number): readonly Side[] {
  const room = Math.ceil(pageCount / 4) * 4;
  const page = (number: number): number | null => (number <= pageCount ? number : null);
  return Array.from({ length: room / 2 }, (_, side): Side => {
    const [low, high] = [page(side + 1), page(room - side)];
    return side % 2 === 0 ? [high, low] : [low, high];
  });
}
