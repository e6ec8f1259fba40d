/** What stands in two columns: where it is parted, and that the pages show it so. */
import { describe, expect, test } from 'vitest';
import { partColumns, stretchesIn } from '../../src/page/columns.js';
import type { Item } from '../../src/page/record.js';
import { type LaidPage, sharedPress, texts } from './lay.js';

/** A digit is an entry of so many lines of ten px, `h` a heading that is kept with the next, `.` a line outside. */
function items(written: string): Item[] {
  const made: Item[] = [];
  let isKept = false;
  for (const sign of written) {
    const lines = sign === 'h' || sign === '.' ? 1 : Number(sign);
    for (let line = 0; line < lines; line += 1) {
      const top = made.length * 10;
      made.push({ top, bottom: top + 10, faults: isKept && line === 0 ? ['kept'] : line > 0 ? ['orphan'] : [], notes: [], repeatedHead: 0, ...(sign !== '.' && { columns: 1, ...(line === 0 && { opensEntry: true as const }) }) });
    }
    isKept = sign === 'h';
  }
  return made;
}

describe('a stretch is parted', () => {
  test.each<[name: string, entries: string, at: number, height: number]>([
    ['in the middle', '1111', 2, 20],
    ['so that the first column is the longer', '11111', 3, 30],
    ['between entries', '131', 4, 40],
    ['where it is lowest, if that makes the second the longer', '1113', 3, 30],
    ['not behind a heading', '11h11', 2, 30],
    ['not at all, if it is one entry', '4', 4, 40],
    ['not at all, if it is a heading and an entry', 'h1', 2, 20],
  ])('%s', (_name, entries, at, height) => {
    const made = items(entries);
    expect(partColumns(made, { from: 0, to: made.length })).toEqual({ at, height });
  });

  test('as one of every way to do it that is not higher', () => {
    for (let seed = 1; seed < 400; seed += 1) {
      let state = seed;
      const made = items(Array.from({ length: 3 + (seed % 17) }, () => '1112h3'[(state = (state * 48271) % 2147483647) % 6]).join(''));
      const ways = Array.from({ length: made.length }, (_, index) => index + 1).filter((at) => at === made.length || (made[at]?.opensEntry && made[at].faults.length === 0));
      const { height } = partColumns(made, { from: 0, to: made.length });
      expect(height).toBe(Math.min(...ways.map((at) => 10 * Math.max(at, made.length - at))));
    }
  });

  test('each block by itself', () => {
    const made = [...items('.11.'), ...items('11').map((item) => ({ ...item, columns: 2 }))];
    expect(stretchesIn(made, 0, made.length)).toEqual([{ from: 1, to: 3 }, { from: 4, to: 6 }]);
    expect(stretchesIn(made, 2, 5)).toEqual([{ from: 2, to: 3 }, { from: 4, to: 5 }]);
  });
});

describe('on pages of ten lines', () => {
  const { lay } = sharedPress();
  const entry = (words: string): string => `<li><p class="index-entry" data-at="i:${words}">${words}</p></li>`;
  const index = (...groups: string[][]): string => `<div class="index" data-columns="">${groups.map((words) => `<ul class="index-letter">${words.map(entry).join('')}</ul>`).join('')}</div>`;
  const numbered = (count: number, from = 1): string[] => Array.from({ length: count }, (_, at) => `e${from + at}`);
  const columnsOf = ({ lines, edges: [left, right] }: LaidPage): string[][] => [lines.filter((line) => line.left < (left + right) / 2), lines.filter((line) => line.left >= (left + right) / 2)].map(texts);

  test('entries fill the first column, then the second, and the last page is even', async () => {
    const { pages } = await lay(index(numbered(33)));
    expect(pages.map(columnsOf)).toEqual([
      [numbered(10), numbered(10, 11)],
      [numbered(7, 21), numbered(6, 28)],
    ]);
  });

  test('both columns begin on one line, and the second with no white of a letter before', async () => {
    const { pages } = await lay(`<p data-at="x:1">Before.</p>${index(numbered(3), numbered(3, 4))}<p data-at="x:2">After.</p>`);
    const lines = new Map(pages[0]?.lines.map((line) => [line.text, line]));
    expect(lines.get('e4')?.top).toBeCloseTo(lines.get('e1')?.top ?? NaN, 1);
    expect(lines.get('After.')?.top).toBeGreaterThan(lines.get('e6')?.top ?? NaN);
    expect((lines.get('e4')?.left ?? 0) - (lines.get('e1')?.left ?? 0)).toBeGreaterThan(150);
  });

  test('an entry of several lines stays in one column, and turns over under itself', async () => {
    const long = 'an entry with so many places that it has to turn over, and over again, before it ends';
    const { pages } = await lay(index(['e1', long, 'e3']));
    const [first, second] = columnsOf(pages[0] as LaidPage);
    expect([first?.[0], second]).toEqual(['e1', ['e3']]);
    expect(first?.slice(1).join(' ')).toBe(long);
    expect(first?.length).toBeGreaterThan(2);
  });
});
