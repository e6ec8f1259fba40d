import { describe, expect, test } from 'vitest';
import { locators, roman } from '../../src/page/folio.js';

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

describe('the pages of an index entry', () => {
  const shown = (...folios: string[]): string => locators(folios.map((folio, index) => ({ anchor: `a${index}`, folio }))).map((locator) => locator.text).join(', ');

  test.each<[string, string[], string]>([
    ['none', [], ''],
    ['one', ['7'], '7'],
    ['each once', ['7', '7', '9'], '7, 9'],
    ['two in a row', ['7', '8'], '7, 8'],
    ['three in a row', ['7', '8', '9'], '7–9'],
    ['a row, a gap, a row', ['1', '2', '3', '5', '6', '7', '8', '12'], '1–3, 5–8, 12'],
    ['a row with one page twice', ['7', '8', '8', '9'], '7–9'],
    ['over a ten', ['9', '10', '11'], '9–11'],
    ['roman ones, which never make a row', ['ii', 'iii', 'iv', '1'], 'ii, iii, iv, 1'],
    ['from roman to arabic', ['iv', '1', '2', '3'], 'iv, 1–3'],
    ['places that are on no page', ['', '3', ''], '3'],
  ])('%s', (_name, folios, expected) => {
    expect(shown(...folios)).toBe(expected);
  });

  test('lead to the first place of each', () => {
    expect(locators([{ anchor: 'x', folio: '1' }, { anchor: 'y', folio: '1' }, { anchor: 'z', folio: '2' }, { anchor: 'w', folio: '3' }]).map((locator) => locator.anchor)).toEqual(['x']);
  });
});
