import { describe, expect, test } from 'vitest';
import { pushApart } from '../../src/draw/push-apart.js';
import { wrapText } from '../../src/draw/wrap-text.js';
import { measure } from './draw-reading.js';

describe('words are as wide as a browser sets them', () => {
  test.each([
    ['Level before sanctions', 9.5, 400, 88.38],
    ['Kingdom recognises the USSR', 7.5, 400, 93.5],
    ['22 июня 1941 – 9 мая 1945', 8.5, 600, 97.33],
    ['Великая Отечественная война', 8.5, 400, 114.19],
    ['1933', 7, 400, 13.92],
  ] as const)('%s', (text, size, weight, width) => {
    expect(Math.abs(measure(text, size, weight) - width)).toBeLessThan(0.03);
  });

  test('letters are kerned', () => expect(measure('AV', 100, 400)).toBeLessThan(measure('A', 100, 400) + measure('V', 100, 400) - 1));
  test('bold is wider', () => expect(measure('pact', 10, 600)).toBeGreaterThan(measure('pact', 10, 400)));
  test('a letter of no face is given a whole em', () => expect(measure('日本', 10, 400)).toBe(20));
});

describe('a label is broken into even lines', () => {
  const letters = (line: string): number => [...line].length;
  test.each([
    ['whole', 'one two', 20, 0, ['one two']],
    ['evenly', 'one two three four', 15, 0, ['one two', 'three four']],
    ['around a date that stands first', 'one two three', 10, 5, ['one', 'two three']],
    ['after a date that leaves no room', 'threefold', 10, 5, ['', 'threefold']],
    ['at a hyphen only when it must', 'Italo-Soviet', 9, 0, ['Italo-', 'Soviet']],
    ['not at a hyphen otherwise', 'the Italo-Soviet pact', 13, 0, ['the', 'Italo-Soviet', 'pact']],
    ['between letters as a last resort', 'abcdefgh', 3, 0, ['abc', 'def', 'gh']],
    ['never at a no-break space', 'c.\u00a01933 was', 7, 0, ['c.\u00a01933', 'was']],
    ['with no words', '', 9, 0, ['']],
  ])('%s', (_, text, column, indent, lines) => {
    expect(wrapText(text, column, letters, indent)).toEqual(lines);
  });
});

describe('labels are pushed apart no further than need be', () => {
  test.each([
    ['apart already', [10, 40], [20, 20], [0, 100], [10, 40]],
    ['two on one spot part to both sides', [40, 40], [20, 20], [0, 100], [30, 50]],
    ['a crowd at the top is kept in', [0, 0, 0], [20, 20, 20], [0, 100], [0, 20, 40]],
    ['a crowd at the bottom is kept in', [95, 95], [20, 20], [0, 100], [60, 80]],
    ['too many overrun the bottom, not each other', [0, 0, 0], [50, 50, 50], [0, 100], [0, 50, 100]],
    ['none', [], [], [0, 100], []],
  ] as [string, number[], number[], [number, number], number[]][])('%s', (_, wanted, heights, room, tops) => {
    expect(pushApart(wanted, heights, room)).toEqual(tops);
  });
});
