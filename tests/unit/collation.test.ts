import { describe, expect, test } from 'vitest';
import { collationOf } from '../../src/model/collation.js';

const sorted = (language: string, words: readonly string[]): string[] => {
  const { compare, keyOf } = collationOf(language);
  return words.toSorted((a, b) => compare(keyOf(a), keyOf(b)));
};

describe('words are put in the order of their language', () => {
  test.each<[name: string, language: string, words: string]>([
    ['English, the article left aside', 'en-GB', 'Abyssinia|an ally|The Axis|Batum|the Brenner|Theatre'],
    ['Italian, with and without apostrophe', 'it', 'l’accordo|il Brennero|gli Esteri|un’intesa|lo Stato|Unione|uno zar'],
    ['Italian names of things that only begin like an article', 'it', 'ieri|Laterza|lega|Unione'],
    ['German, umlauts as their vowels, ß as ss', 'de', 'Achse|Ähre|Amt|die Öffnung|ohne|Strasse|Straße|Strategie|Übung'],
    ['French, accents after the plain letter', 'fr', 'cote|coté|côte|l’Élan|éléphant|les États|étude|La Haye'],
    ['Russian, ё beside е, й after и', 'ru', 'Елена|Ёлка|Ельня|Иван|Италия|Йена|Киров'],
    ['signs left aside, numbers by their worth', 'en', '№ 5|12 lire|“Acme”|(Batum)|‘Zebra’'],
  ])('%s', (_name, language, words) => {
    const given = words.split('|');
    expect(sorted(language, given.toReversed())).toEqual(given);
  });

  test('a name keeps its article', () => {
    const { nameKeyOf, keyOf } = collationOf('it');
    expect([nameKeyOf('La Spezia'), keyOf('La Spezia'), nameKeyOf('«La Stampa»')]).toEqual(['La Spezia', 'Spezia', 'La Stampa»']);
  });

  test('an article is all that there is', () => {
    expect(['The', 'the ', 'A', '…'].map(collationOf('en').keyOf)).toEqual(['The', 'the ', 'A', '…']);
  });

  test('the language has no articles', () => {
    expect(collationOf('ru').keyOf('а также')).toBe('а также');
  });
});

describe('the letter of a group', () => {
  test.each<[language: string, words: string, letters: string]>([
    ['en', 'apple|Äpfel|élan|9 lives|☞', 'A|A|E|0–9|'],
    ['de', 'Ähre|öffnen|Übung|ßa', 'A|O|U|SS'],
    ['fr', 'Élan|œuvre|çà', 'E|Œ|C'],
    ['ru', 'ёлка|Йена|икра|щука', 'Е|Й|И|Щ'],
    ['sv', 'Åland|Ändå|zon', 'Å|Ä|Z'],
    ['it', 'è|Ùa', 'E|U'],
  ])('%s: %s', (language, words, letters) => {
    expect(words.split('|').map(collationOf(language).letterOf)).toEqual(letters.split('|'));
  });
});
