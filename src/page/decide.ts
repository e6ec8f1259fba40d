/**
 * Chooses the page breaks of one flow: greedy, the fullest page that no rule forbids.
 *
 * In: measured records. Out: pages in order; every item stands on exactly one of them, every line of every note on the page
 * that calls it or, when that page has no room left, on the next ones.
 * Pure: no DOM. Ends always: each page takes at least one item or one line of a note.
 */
import type { Px } from '../model/unit.js';
import type { Flow, NotePiece, Page, Room } from './record.js';

/** Lengths come from layout in 64ths of a pixel; a page is not overfull for less than this. */
const tolerance = 0.05;

export function decide(flow: Flow, room: Room): Page[] {
  const pages: Page[] = [];
  let from = 0;
  let carried: NotePiece[] = [];
  while (from < flow.items.length || carried.length > 0) {
    const page = fillPage(flow, room, from, carried);
    pages.push({ from, to: page.to, notes: page.notes, overfull: page.overfull });
    from = page.to;
    carried = page.carried;
  }
  return pages;
}

interface Filled {
  readonly to: number;
  readonly notes: NotePiece[];
  readonly carried: NotePiece[];
  readonly overfull: Px;
}

function fillPage(flow: Flow, room: Room, from: number, carried: readonly NotePiece[]): Filled {
  const started = placeCarried(flow, room, carried);
  if (started.carried.length > 0 || from >= flow.items.length) return { to: from, ...started, overfull: 0 };

  const first = flow.items[from];
  let notesHeight = started.height;
  let legal: number | undefined;
  let possible: number | undefined;
  for (let index = from; index < flow.items.length; index += 1) {
    const item = flow.items[index];
    if (!item || !first) break;
    notesHeight += item.notes.reduce((sum, note) => sum + heightOf(flow, note), 0);
    if (started.height === 0 && notesHeight > 0 && !hasNotes(flow, from, index)) notesHeight += room.noteRule;
    if (textHeight(flow, from, index) + notesHeight > room.height + tolerance) break;
    possible = index + 1;
    const next = flow.items[index + 1];
    if (!next || next.breakCost !== Infinity) legal = index + 1;
  }
  const to = legal ?? possible;
  if (to !== undefined) return { to, notes: [...started.notes, ...wholeNotes(flow, from, to)], carried: [], overfull: 0 };
  return splitNotes(flow, room, from, started.notes, started.height);
}

/** Whether an item before `index` on this page already calls a note. */
function hasNotes(flow: Flow, from: number, index: number): boolean {
  return flow.items.slice(from, index).some((item) => item.notes.length > 0);
}

function textHeight(flow: Flow, from: number, last: number): Px {
  const top = flow.items[from];
  const bottom = flow.items[last];
  return top && bottom ? bottom.bottom - top.top + top.repeatedHead : 0;
}

function heightOf(flow: Flow, note: number): Px {
  return (flow.notes[note]?.lines ?? []).reduce((sum, line) => sum + line, 0);
}

function wholeNotes(flow: Flow, from: number, to: number): NotePiece[] {
  return flow.items.slice(from, to).flatMap((item) => item.notes.map((note) => ({ note, from: 0, to: flow.notes[note]?.lines.length ?? 0 })));
}

/** Notes that the page before had no room for go first; at most half of them again, when they are longer than a page. */
function placeCarried(flow: Flow, room: Room, carried: readonly NotePiece[]): { notes: NotePiece[]; carried: NotePiece[]; height: Px } {
  return carried.length === 0 ? { notes: [], carried: [], height: 0 } : fitNotes(flow, carried, room.height, room.noteRule, 1);
}

/** Takes lines of notes while they fit; `atLeast` lines whatever they measure, so that every page makes progress. */
function fitNotes(flow: Flow, pieces: readonly NotePiece[], height: Px, rule: Px, atLeast: number): { notes: NotePiece[]; carried: NotePiece[]; height: Px } {
  const notes: NotePiece[] = [];
  const left: NotePiece[] = [];
  let used = rule;
  let taken = 0;
  for (const piece of pieces) {
    const lines = flow.notes[piece.note]?.lines ?? [];
    let to = piece.from;
    while (left.length === 0 && to < piece.to && (taken < atLeast || used + (lines[to] ?? 0) <= height + tolerance)) {
      used += lines[to] ?? 0;
      to += 1;
      taken += 1;
    }
    if (to > piece.from) notes.push({ ...piece, to });
    if (to < piece.to) left.push({ ...piece, from: to });
  }
  return { notes, carried: left, height: taken > 0 ? used : 0 };
}

/** Not even the first item fits with its notes: it stands alone, and what of the notes has no room goes on overleaf. */
function splitNotes(flow: Flow, room: Room, from: number, placed: readonly NotePiece[], placedHeight: Px): Filled {
  const text = textHeight(flow, from, from);
  const free = room.height - text - placedHeight;
  const called = wholeNotes(flow, from, from + 1);
  const { notes, carried, height } = fitNotes(flow, called, free, placedHeight > 0 ? 0 : room.noteRule, 0);
  const overfull = text + placedHeight + height - room.height;
  return { to: from + 1, notes: [...placed, ...notes], carried, overfull: overfull > tolerance ? overfull : 0 };
}
