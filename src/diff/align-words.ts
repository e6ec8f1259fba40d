/**
 * Which words of a text are which of a later one, as a reader would say it: whole sentences put in or taken out rather than their
 * beginnings and ends, and no lone word kept in the middle of what was written anew.
 *
 * In: words, signs as words of their own. Pure; nearly linear but for stretches that were rewritten.
 */
import { alignSequences } from '../edition/align-sequences.js';

/** How the call of a note is written among words, whatever its number. */
export const noteCall = '\0call';

/** @returns for each word of `before` its place in `after`, which only rises; undefined for what is gone */
export function alignWords(before: readonly string[], after: readonly string[]): (number | undefined)[] {
  const partners = alignSequences(before, after);
  for (const gap of gapsOf(partners, after.length)) matchWithin(gap, before, after, partners);
  dissolveIslands(before, after.length, partners);
  slide(before, after, partners);
  return partners;
}

/** Words with no partner between two that have one; ends exclusive. */
export interface Gap {
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

export function gapsOf(partners: readonly (number | undefined)[], length: number): Gap[] {
  const gaps: Gap[] = [];
  let [from, first] = [0, 0];
  for (const [index, partner] of [...partners, length].entries()) {
    if (partner === undefined) continue;
    if (index > from || partner > first) gaps.push({ from, to: index, first, last: partner });
    [from, first] = [index + 1, partner + 1];
  }
  return gaps;
}

/** Larger stretches are taken as written anew. */
const mostCells = 4_000_000;

/** The longest common run of words of a gap. Source: the textbook table of lengths. */
function matchWithin({ from, to, first, last }: Gap, before: readonly string[], after: readonly string[], partners: (number | undefined)[]): void {
  const [rows, columns] = [to - from, last - first];
  if (rows === 0 || columns === 0 || rows * columns > mostCells) return;
  const width = columns + 1;
  const lengths = new Uint32Array((rows + 1) * width);
  const at = (row: number, column: number): number => lengths[row * width + column] as number;
  for (let row = rows - 1; row >= 0; row -= 1) {
    for (let column = columns - 1; column >= 0; column -= 1) {
      lengths[row * width + column] = before[from + row] === after[first + column] ? at(row + 1, column + 1) + 1 : Math.max(at(row + 1, column), at(row, column + 1));
    }
  }
  for (let [row, column] = [0, 0]; row < rows && column < columns; ) {
    if (before[from + row] === after[first + column]) partners[from + row++] = first + column++;
    else if (at(row + 1, column) >= at(row, column + 1)) row += 1;
    else column += 1;
  }
}

/** So many words were changed on either side of one that stayed: it stayed by chance. */
const around = 4;

function dissolveIslands(before: readonly string[], length: number, partners: (number | undefined)[]): void {
  const gaps = gapsOf(partners, length);
  const size = ({ from, to, first, last }: Gap): number => to - from + last - first;
  for (const [index, gap] of gaps.entries()) {
    const next = gaps[index + 1];
    if (!next || size(gap) < around || size(next) < around) continue;
    const kept = before.slice(gap.to, next.from);
    const isChance = kept.length <= 2 && kept.filter((word) => isLetters(word)).length <= 1 && !kept.some((word) => word.startsWith('\0'));
    if (isChance) partners.fill(undefined, gap.to, next.from);
  }
}

const isLetters = (word: string): boolean => /[\p{L}\p{N}]/u.test(word);
/** What was only put in, or only taken out, begins where a sentence does if it can: in `the b. the c.`, `b. the` is `the b.` as well. */
function slide(before: readonly string[], after: readonly string[], partners: (number | undefined)[]): void {
  for (const { from, to, first, last } of gapsOf(partners, after.length)) {
    const isPut = from === to;
    if (!isPut && first !== last) continue;
    const [words, start, end] = isPut ? [after, first, last] : [before, from, to];
    const isMatched = (step: number): boolean => (isPut ? partners[from + step] === (step < 0 ? first : last) + step : partners[(step < 0 ? from : to) + step] === first + step);
    const steps = stepsTo(words, start, end, isMatched);
    for (let step = 1; step <= -steps; step += 1) {
      if (isPut) partners[from - step] = last - step;
      else [partners[to - step], partners[from - step]] = [first - step, undefined];
    }
    for (let step = 0; step < steps; step += 1) {
      if (isPut) partners[from + step] = first + step;
      else [partners[from + step], partners[to + step]] = [first + step, undefined];
    }
  }
}

/**
 * How far a run of words can be moved so that it begins a sentence; below 0 towards the beginning.
 *
 * @param isMatched whether the word so many places from the run stayed, with the run's neighbour on the other side
 */
function stepsTo(words: readonly string[], start: number, end: number, isMatched: (step: number) => boolean): number {
  if (beginsSentence(words, start)) return 0;
  for (let step = 1; step <= start && words[start - step] === words[end - step] && isMatched(-step); step += 1) if (beginsSentence(words, start - step)) return -step;
  for (let step = 0; end + step < words.length && words[start + step] === words[end + step] && isMatched(step); step += 1) if (beginsSentence(words, start + step + 1)) return step + 1;
  return 0;
}

/** The call of a note belongs to the sentence before it. */
function beginsSentence(words: readonly string[], index: number): boolean {
  if (words[index] === noteCall) return false;
  let above = index - 1;
  while (words[above] === noteCall) above -= 1;
  return /^[.!?:;…]?$/.test(words[above] ?? '');
}
