import { expect, test } from 'vitest';
import { wordsOf } from '../../src/model/words.js';

test.each([
  ['en-GB', 'Figure', '‘'],
  ['en-US', 'Figure', '“'],
  ['IT', 'Figura', '«'],
  ['de-AT', 'Abbildung', '„'],
  ['fr', 'Figure', '«\u00a0'],
  ['ru', 'Рисунок', '«'],
  ['ja', 'Figure', '“'],
  ['', 'Figure', '“'],
])('%s: %s, %s', (language, figure, open) => {
  const words = wordsOf(language);
  expect([words.figure, words.open]).toEqual([figure, open]);
});

test('every language has a word for everything', () => {
  const keys = (words: object): string[] => Object.entries(words).flatMap(([name, value]) => (typeof value === 'object' && value !== null ? keys(value).map((inner) => `${name}.${inner}`) : [name]));
  for (const language of ['it', 'de', 'fr', 'ru', 'en-GB']) expect(keys(wordsOf(language))).toEqual(keys(wordsOf('en')));
});
