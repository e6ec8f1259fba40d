/** How pages lie on the desk: pure arithmetic, so that nobody has to ask the browser where a page is. All pages of a book are of one size. */
import type { ProofPage } from '../watch/protocol.js';

export interface Arrangement {
  /** By page, the row it lies in. */
  readonly rowOf: readonly number[];
  /** By row, its first page. */
  readonly firstOf: readonly number[];
}

/**
 * Pages lie in quires, as many to each, and the browser passes over a quire that is out of view as if it were one thing. The first
 * page is one of its own, so that the others begin with a verso.
 */
export const quireOf = (page: number): number => Math.ceil(page / 8);

/** Spreads, verso left and recto right, or a page to each row. No row is of two quires. */
export function arrange(pages: readonly Pick<ProofPage, 'side'>[], isSpread: boolean): Arrangement {
  const rowOf: number[] = [];
  const firstOf: number[] = [];
  for (const [page, { side }] of pages.entries()) {
    const isFacing = isSpread && side === 'recto' && pages[page - 1]?.side === 'verso' && quireOf(page) === quireOf(page - 1);
    if (!isFacing) firstOf.push(page);
    rowOf.push(firstOf.length - 1);
  }
  return { rowOf, firstOf };
}

/** How many rows each quire has. */
export function rowsOfQuires({ rowOf }: Arrangement): number[] {
  const rows: Set<number>[] = [];
  for (const [page, row] of rowOf.entries()) (rows[quireOf(page)] ??= new Set()).add(row);
  return rows.map(({ size }) => size);
}

/** A size that the pages follow, or a size that they have. */
export type Zoom = 'width' | 'page' | number;

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** White around the pages and between their rows, px of the screen. */
export const margin = 28;
const sideMargin = 20;

/** Two pages lie side by side as long as each can be read. */
export function isRoomForSpreads(room: Room, paper: Room): boolean {
  return (room.width - 2 * sideMargin) / (2 * paper.width) >= 0.54;
}

/** @returns px of the screen for one of the page */
export function scaleOf(zoom: Zoom, room: Room, paper: Room, columns: 1 | 2): number {
  if (typeof zoom === 'number') return zoom;
  const side = room.width < 480 ? 8 : sideMargin;
  const width = (room.width - 2 * side) / (columns * paper.width);
  const scale = zoom === 'width' ? width : Math.min(width, (room.height - 2 * margin) / paper.height);
  return Math.min(4, Math.max(0.1, scale));
}

const steps = [0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3, 4] as const;

/** The next round size above or below. */
export function step(scale: number, direction: 1 | -1): number {
  const further = direction === 1 ? steps.find((size) => size > scale + 0.005) : steps.findLast((size) => size < scale - 0.005);
  return further ?? scale;
}

/** Where a row begins, px from the top of what is scrolled. */
export const rowTop = (row: number, rowHeight: number): number => margin + row * (rowHeight + margin);

/** The row at a height; the white below a row is still its own. */
export function rowAt(y: number, rowHeight: number, rows: number): number {
  return Math.min(rows - 1, Math.max(0, Math.floor((y - margin) / (rowHeight + margin))));
}
