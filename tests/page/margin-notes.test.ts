/** Notes in the outer margin, beside the lines that call them. */
import { describe, expect, test } from 'vitest';
import { call } from '../epub/edition.js';
import { calling, countsOf, figure, lineOf, names, note, noteLines, p, pageOf, row, rows } from './blocks.js';
import { type Laid, type MarginNote, sharedPress } from './lay.js';

const { lay } = sharedPress();

const page = { notes: 'margin' } as const;
const keysOf = (count: number): string[] => names('k', count);
/** So many notes of so many lines, all of them in the margin. */
const marginal = (count: number, lines: number) => ({ notes: Object.fromEntries(keysOf(count).map((key) => [key, note(lines, `${key}-`)])), margin: keysOf(count), page });
const one = (lines = 1) => marginal(1, lines);
/** Lines that each call a note. */
const callingAll = (name: string, count: number): string => `<p data-at="${name}:1">${keysOf(count).map((key, index) => `${name}${index + 1}${call(key, index + 1)}`).join('<br>')}</p>`;

const notesOf = ({ pages }: Laid): MarginNote[] => pages.flatMap((laid) => laid.marginal);
/** None meets another, none stands over the edge of the text area. */
function expectApart({ pages }: Laid): void {
  for (const { marginal: notes, depth } of pages) {
    for (const [index, { top, bottom }] of notes.entries()) {
      expect(top).toBeGreaterThanOrEqual(index === 0 ? -0.1 : (notes[index - 1]?.bottom ?? 0));
      expect(bottom).toBeLessThanOrEqual(depth + 0.1);
    }
  }
}

describe('a margin note', () => {
  test('stands right of the text on a recto, left of it on a verso, on the paper', async () => {
    const laid = await lay(callingAll('a', 1) + p('b', 9) + `<p data-at="c:1">c${call('k2', 2)}</p>${p('d', 9)}`, marginal(2, 1));
    const [recto, verso] = laid.pages;
    expect([recto?.marginal.length, verso?.marginal.length]).toEqual([1, 1]);
    expect(recto?.marginal[0]?.left).toBeGreaterThan(recto?.edges[1] ?? NaN);
    expect(recto?.marginal[0]?.right).toBeLessThan(recto?.width ?? NaN);
    expect(verso?.marginal[0]?.right).toBeLessThan(verso?.edges[0] ?? NaN);
    expect(verso?.marginal[0]?.left).toBeGreaterThan(0);
  });

  test.each([1, 4, 9])('stands beside line %i, which calls it', async (at) => {
    const laid = await lay(calling('a', 10, at, 'k1'), one());
    expect(Math.abs((notesOf(laid)[0]?.top ?? NaN) - lineOf(laid, `a${at}1`).top)).toBeLessThan(6);
  });

  test('takes no room from the text', async () => {
    expect(countsOf(await lay(calling('a', 10, 5, 'k1'), one(4)))).toEqual([10]);
  });

  test('moves up where it would stand over the foot', async () => {
    const laid = await lay(calling('a', 10, 10, 'k1'), one(5));
    const [laidNote] = notesOf(laid);
    expect(laidNote?.bottom).toBeCloseTo(laid.pages[0]?.depth ?? NaN, 0);
    expectApart(laid);
  });

  test('is pushed down where it would meet the one above', async () => {
    const laid = await lay(callingAll('a', 2) + p('b', 8), marginal(2, 3));
    const [first, second] = notesOf(laid);
    expect(first?.top).toBeCloseTo(0, 0);
    expect(second?.top).toBeGreaterThan(lineOf(laid, 'a22').top + 10);
    expectApart(laid);
  });

  test('keeps its order where many are pushed down and up', async () => {
    const laid = await lay(p('a', 4) + callingAll('b', 4) + p('c', 2), marginal(4, 2));
    expect(notesOf(laid).map(({ text }) => text.charAt(0))).toEqual(['1', '2', '3', '4']);
    expect(laid.pages).toHaveLength(1);
    expectApart(laid);
  });

  test('called in a paragraph that goes on stands beside its line on the next page', async () => {
    const laid = await lay(p('a', 5) + calling('b', 15, 6, 'k1'), one());
    expect(laid.pages.map((laidPage) => laidPage.marginal.length)).toEqual([0, 1]);
    expect(pageOf(laid, 'b61')).toBe(1);
    expect(Math.abs((notesOf(laid)[0]?.top ?? NaN) - lineOf(laid, 'b61').top)).toBeLessThan(6);
  });

  const places: [where: string, html: string, line: string][] = [
    ['a list', `<ul data-at="x:2"><li><p>i1</p></li><li><p>i2${call('k1', 1)}</p></li></ul>`, 'i21'],
    ['a row of a table', `<table data-at="x:3"><tbody>${rows('r', 3)}${row(`cell${call('k1', 1)}`)}</tbody></table>`, 'cell1'],
    ['a quotation', `<blockquote data-at="x:4">${calling('q', 4, 3, 'k1')}</blockquote>`, 'q31'],
    ['a callout', `<aside class="callout" data-at="x:5">${calling('q', 4, 3, 'k1')}</aside>`, 'q31'],
    ['a paragraph below a figure', `${figure('f', 30)}${calling('q', 2, 2, 'k1')}`, 'q21'],
    ['a paragraph below a heading', `<h2 id="h">Head</h2>${calling('q', 3, 3, 'k1')}`, 'q31'],
    ['a paragraph below a figure at the head', `${figure('f', 30, { placement: 'top' })}${calling('q', 2, 2, 'k1')}`, 'q21'],
  ];
  test.each(places)('called in %s stands beside its line', async (_, html, line) => {
    const laid = await lay(`${p('a', 2)}${html}`, one());
    expect(Math.abs((notesOf(laid)[0]?.top ?? NaN) - lineOf(laid, line).top)).toBeLessThan(6);
  });

  test('called in a tall row stands beside its line', async () => {
    const laid = await lay(`<table data-at="x:3"><tbody>${row(`${names('t', 20).join('<br>')}${call('k1', 1)}`)}</tbody></table>`, one());
    expect(laid.pages.map((laidPage) => laidPage.marginal.length)).toEqual(laid.pages.map((_, index) => (index === pageOf(laid, 't201') ? 1 : 0)));
    expect(Math.abs((notesOf(laid)[0]?.top ?? NaN) - lineOf(laid, 't201').top)).toBeLessThan(6);
  });

  test('stands beside its line on a page that begins within a block off the grid', async () => {
    const laid = await lay(`<aside class="callout" data-at="x:5">${p('q', 13)}</aside>${calling('b', 4, 2, 'k1')}`, one());
    expect(pageOf(laid, 'b21')).toBe(pageOf(laid, 'q13'));
    expect(Math.abs((notesOf(laid)[0]?.top ?? NaN) - lineOf(laid, 'b21').top)).toBeLessThan(6);
  });

  test('stands beside its line where white above a heading was stretched', async () => {
    const laid = await lay(`${p('a', 2)}<h2 id="h">Head</h2>${calling('b', 3, 3, 'k1')}${p('y', 3)}${p('z', 6)}`, one());
    expect(pageOf(laid, 'y1')).toBe(1);
    expect(Math.abs((notesOf(laid)[0]?.top ?? NaN) - lineOf(laid, 'b31').top)).toBeLessThan(6);
  });
});

describe('margin and foot', () => {
  test('have each their own notes', async () => {
    const laid = await lay(`<p data-at="x:1">a${call('x', 1)}<br>b${call('y', 2)}</p>${p('c', 6)}`, { notes: { x: '<p>margin</p>', y: '<p>foot</p>' }, margin: ['x'], page });
    expect([notesOf(laid).map(({ text }) => text), laid.pages.flatMap(noteLines)]).toEqual([['1 margin'], ['2 foot']]);
  });

  test('share what a margin does not hold, in order, and say so once for each note', async () => {
    const laid = await lay(callingAll('a', 6) + p('b', 14), { ...marginal(6, 4), expected: ['p-006', 'p-006', 'p-006'] });
    const inMargin = notesOf(laid).map(({ text }) => Number(text.charAt(0)));
    const atFoot = laid.pages.flatMap(noteLines).flatMap((line) => /^(\d) /.exec(line)?.[1] ?? []).map(Number);
    expect(inMargin.length).toBe(3);
    expect([...inMargin, ...atFoot].toSorted()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(laid.findings[0]?.message).toBe('the margin of page 1 is full: note 4 stands at the foot');
    expectApart(laid);
  });

  test('of a note that is higher than a page: it stands at the foot', async () => {
    const laid = await lay(calling('a', 4, 1, 'k1') + p('b', 8), { ...one(30), expected: ['p-006'] });
    expect(notesOf(laid)).toEqual([]);
    expect(laid.pages.flatMap(noteLines)).toHaveLength(30);
  });

  test('of a narrow margin: all notes stand at the foot, and one finding says so', async () => {
    const laid = await lay(callingAll('a', 3) + p('b', 6), { ...marginal(3, 1), page: {}, expected: ['p-006'] });
    expect(notesOf(laid)).toEqual([]);
    expect(laid.pages.flatMap(noteLines)).toEqual(['1 k1-1', '2 k2-1', '3 k3-1']);
    expect(laid.findings[0]?.message).toBe('the outer margin is too narrow for notes: they stand at the foot');
  });

  test('of a margin that is made wide: the note stands in it', async () => {
    expect(notesOf(await lay(calling('a', 4, 1, 'k1'), { ...one(), page: { margins: { outer: 34 } } }))).toHaveLength(1);
  });
});
