import { describe, expect, test } from 'vitest';
import { type CitedPlace, type Locator, locators, roman } from '../../src/page/folio.js';

test.each([
  [1, 'i'],
  [4, 'iv'],
  [9, 'ix'],
  [14, 'xiv'],
  [40, 'xl'],
  [90, 'xc'],
  [399, 'cccxcix'],
  [1944, 'mcmxliv'],
])('%i is %s', (value, words) => {
  expect(roman(value)).toBe(words);
});

describe('the places of an index entry', () => {
  /** A book with the pages i to viii and 1 to 400. */
  const pages = [...Array.from({ length: 8 }, (_, index) => roman(index + 1)), ...Array.from({ length: 400 }, (_, index) => String(index + 1))];

  const page = (folio: string) => ({ folio, physical: pages.indexOf(folio) + 1 });

  /** `23`, `23n4` for a place in note 4 on page 23, `23-25` for a stretch, `*23` for a main place. */
  function placeOf(words: string, index: number): CitedPlace {
    const [, main, folio = '', note, end] = words.match(/^(\*?)([^-n]*)(?:n(\d+))?(?:-(.*))?$/) ?? [];
    return { anchor: `a${index}`, ...page(folio), ...(note !== undefined && { note: Number(note) }), ...(end !== undefined && { end: page(end) }), ...(main === '*' && { isMain: true as const }) };
  }
  const listed = (words: string): Locator[] => locators(words === '' ? [] : words.split(' ').map(placeOf), ['n', 'nn']);
  const shown = (words: string): string => listed(words).map((locator) => (locator.isMain ? `*${locator.text}*` : locator.text)).join(', ');

  test.each<[string, string, string]>([
    ['none', '', ''],
    ['one', '7', '7'],
    ['each once', '7 7 9', '7, 9'],
    ['two in a row', '7 8', '7, 8'],
    ['three in a row', '7 8 9', '7–9'],
    ['a row, a gap, a row', '1 2 3 5 6 7 8 12', '1–3, 5–8, 12'],
    ['a row with one page twice', '7 8 8 9', '7–9'],
    ['over a ten', '9 10 11', '9–11'],
    ['in the order of pages, whatever the order of the text', '9 3 7', '3, 7, 9'],
    ['roman ones in a row', 'ii iii iv', 'ii–iv'],
    ['from roman to arabic, which is no row', 'vii viii 1 2 3', 'vii, viii, 1–3'],
    ['a note', '23n4', '23n4'],
    ['a note in the front matter', 'ivn1', 'iv\u00a0n1'],
    ['notes in the front matter', 'ivn1 ivn2', 'iv\u00a0nn1–2'],
    ['a note named twice', '23n4 23n4', '23n4'],
    ['two notes in a row', '23n4 23n5', '23nn4–5'],
    ['three notes in a row, given in disorder', '23n6 23n4 23n5', '23nn4–6'],
    ['two notes that are not in a row', '23n4 23n6', '23n4, 23n6'],
    ['notes in a row and one apart', '23n4 23n5 23n7', '23nn4–5, 23n7'],
    ['notes in a row on two pages', '23n4 24n5', '23n4, 24n5'],
    ['notes on pages in a row, which are no pages of text', '22n1 23n4 24n5', '22n1, 23n4, 24n5'],
    ['a page for its text and for a note', '23n4 23', '23, 23n4'],
    ['a row of pages and a note on one of them', '22 23 23n4 24', '22–24, 23n4'],
    ['two pages and a note between them', '22 22n4 23', '22, 22n4, 23'],
    ['a stretch', '12-15', '12–15'],
    ['a stretch over two pages', '12-13', '12–13'],
    ['a stretch on one page', '12-12', '12'],
    ['a stretch from roman to arabic pages', 'vii-2', 'vii–2'],
    ['a stretch and pages in it', '12-15 13 15 16n1 14n2', '12–15, 14n2, 16n1'],
    ['a stretch and a page at its end', '12-15 16', '12–16'],
    ['a stretch and a page further on', '12-15 17', '12–15, 17'],
    ['stretches that meet', '12-15 14-18 18-19', '12–19'],
    ['a stretch in another', '12-19 14-16', '12–19'],
    ['a stretch that begins where a page is named', '12 12-13', '12–13'],
    ['a main place', '3 *7 9', '3, *7*, 9'],
    ['a main place on a page that is named besides', '7 *7 7', '*7*'],
    ['a main place in a row', '6 *7 8 9 10', '6, *7*, 8–10'],
    ['a main place in a stretch', '5-9 *7', '5–9, *7*'],
    ['a main stretch', '3 *5-9', '3, *5–9*'],
    ['a main stretch that is named besides', '5-9 *5-9', '*5–9*'],
    ['a main place in a note', '7 *7n2 7n2', '7, *7n2*'],
    ['main places in a row', '*6 *7 *8', '*6*, *7*, *8*'],
    ['a text between two notes', '21n1 22 23n4', '21n1, 22, 23n4'],
  ])('%s', (_name, given, expected) => {
    expect(shown(given)).toBe(expected);
  });

  test('that are on no page are left out', () => {
    expect(locators([{ anchor: 'a', folio: '', physical: 4 }, { anchor: 'b', folio: '3', physical: 11 }], ['n', 'nn'])).toEqual([{ text: '3', anchor: 'b' }]);
  });

  test('lead to the first that is meant by each', () => {
    expect(listed('1 1 2 3 3n6 3n5').map(({ text, anchor }) => [text, anchor])).toEqual([['1–3', 'a0'], ['3nn5–6', 'a5']]);
  });

  test('in a language that has words for notes', () => {
    expect(locators(['23', '23n4', '23n5'].map(placeOf), ['\u00a0Anm.\u00a0', '\u00a0Anm.\u00a0']).map(({ text }) => text)).toEqual(['23', '23\u00a0Anm.\u00a04–5']);
  });
});
