import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { locatorParser } from '../../src/cite/locator.js';
import { locatorWords } from '../../src/cite/locator-words.js';
import { openStyle } from '../../src/cite/style.js';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import { memoryWorld } from '../../src/world/memory.js';

const parseLocator = locatorParser(locatorWords({ locale: 'en-US', locales: new Map() }));
const parse = (text: string, ...more: PhrasingContent[]) => {
  const { locator, suffix } = parseLocator([{ type: 'text', value: text }, ...more]);
  return [locator?.label ?? '', locator?.number ?? '', toString(suffix)];
};

describe('the words after a key', () => {
  it.each([
    [', p. 3', 'page', '3', ''],
    [', pp. 3-5', 'page', '3-5', ''],
    [', pp. 3–5', 'page', '3-5', ''],
    [', pp. 3--5', 'page', '3-5', ''],
    [' p. 3', 'page', '3', ''],
    ['p. 3', 'page', '3', ''],
    [', p.3', 'page', '3', ''],
    [', P. 3', 'page', '3', ''],
    [', page 3', 'page', '3', ''],
    [', pages 3 and 5', 'page', '3 and 5', ''],
    [', 33-35', 'page', '33-35', ''],
    [', 33', 'page', '33', ''],
    [', 33, 38-39', 'page', '33, 38-39', ''],
    [', xiv', 'page', 'xiv', ''],
    [', pp. iv, vi-xi, (xv)-(xvii)', 'page', 'iv, vi-xi, (xv)-(xvii)', ''],
    [', p. XIV', 'page', 'XIV', ''],
    [', pp. 33ff.', 'page', '33ff.', ''],
    [', chap. 2', 'chapter', '2', ''],
    [', ch. 2', 'chapter', '2', ''],
    [', chapters 2-4', 'chapter', '2-4', ''],
    [', § 4', 'section', '4', ''],
    [', §4', 'section', '4', ''],
    [', §§ 4-6', 'section', '4-6', ''],
    [', sec. 4.2', 'section', '4.2', ''],
    [', vol. 1', 'volume', '1', ''],
    [', vol. XVI', 'volume', 'XVI', ''],
    [', art. 4', 'article-locator', '4', ''],
    [', no. 277', 'issue', '277', ''],
    [', cols. 1743-1745', 'column', '1743-1745', ''],
    [', fol. 12r', 'folio', '12r', ''],
    [', fig. A3', 'figure', 'A3', ''],
    [', n. 7', 'note', '7', ''],
    [', ¶ 12', 'paragraph', '12', ''],
    [', line 4', 'line', '4', ''],
    [', s.v. Litvinov', 'sub-verbo', 'Litvinov', ''],
    [', v. 3', 'verse', '3', ''],
    [', book 2', 'book', '2', ''],
    [', p. [3]', 'page', '[3]', ''],
    [', chapter iv', 'chapter', 'iv', ''],
    [', {p. {a} b}', 'page', '{a} b', ''],
    [', {pp. iv, vi and cover} with more', 'page', 'iv, vi and cover', ' with more'],
    [', {12*}', 'page', '12*', ''],
  ])('%j holds a locator', (text, label, number, rest) => {
    expect(parse(text)).toEqual([label, number, rest]);
  });

  it.each([
    [', pp. 33, 35-37, and nowhere else', 'page', '33, 35-37', ', and nowhere else'],
    [', p. 3 and passim', 'page', '3', ' and passim'],
    [', p. 3; compare the map', 'page', '3', '; compare the map'],
    [', vol. 1, p. 3', 'volume', '1', ', p. 3'],
    [', chap. 2, on oil', 'chapter', '2', ', on oil'],
    [', 12, in Italian', 'page', '12', ', in Italian'],
  ])('what follows the locator in %j stays', (text, label, number, rest) => {
    expect(parse(text)).toEqual([label, number, rest]);
  });

  it.each([
    [''],
    [' and elsewhere'],
    [', I think'],
    [', mix of sources'],
    [', civil law'],
    [', section on oil'],
    [', page missing'],
    [', passim'],
    [', 1930s edition'],
    [', part of the story'],
    [', p. missing'],
    [', v. I. Rossi'],
    [', l. c.'],
    [', part did it'],
  ])('%j is no locator', (text) => {
    expect(parse(text)).toEqual(['', '', text]);
  });

  it('empty braces keep a number in the suffix', () => {
    expect(parse(', {}1933 printing')).toEqual(['', '', ', 1933 printing']);
  });

  it('emphasis after the locator is kept, emphasis before it hides it', () => {
    const passim: PhrasingContent = { type: 'emphasis', children: [{ type: 'text', value: 'passim' }] };
    expect(parse(', p. 3 and ', passim)).toEqual(['page', '3', ' and passim']);
    expect(parseLocator([passim, { type: 'text', value: ', p. 3' }]).locator).toBeUndefined();
  });

  it('a locator may be emphasised, and what follows it keeps its own emphasis', () => {
    const strong = (value: string): PhrasingContent => ({ type: 'strong', children: [{ type: 'text', value }] });
    expect(parse(', p. ', strong('32'))).toEqual(['page', '32', '']);
    const { locator, suffix } = parseLocator([{ type: 'text', value: ', ' }, strong('12 there'), { type: 'text', value: ' and there' }]);
    expect(locator?.number).toBe('12');
    expect(suffix).toEqual([strong(' there'), { type: 'text', value: ' and there' }]);
    expect(parse(', s.v. ', strong('Salt'))).toEqual(['', '', ', s.v. Salt']);
  });

  it('the author’s own words are kept for styles that print no locators', () => {
    expect(parseLocator([{ type: 'text', value: ', pp. 3–5, both' }]).locator?.written).toBe('pp. 3–5');
  });
});

describe('in the language of the book', async () => {
  const findings = new Findings();
  const parsers = new Map(
    await Promise.all(
      ['it', 'de', 'fr', 'ru'].map(async (language) => {
        const style = await openStyle('apa', language, memoryWorld({}), '.', findings.report);
        if (!style) throw new Error('apa is installed');
        return [language, locatorParser(locatorWords(style))] as const;
      }),
    ),
  );

  it.each([
    ['it', 'p. 12', 'page=12'],
    ['it', 'pp. 3-5', 'page=3-5'],
    ['it', 'pagg. 3 e 5', 'page=3 e 5'],
    ['it', 'cap. 3', 'chapter=3'],
    ['it', 'capp. 3-4', 'chapter=3-4'],
    ['it', 'capitolo III', 'chapter=III'],
    ['it', 'voll. 2-3', 'volume=2-3'],
    ['it', 't. 2', 'volume=2'],
    ['it', 'figg. 2-3', 'figure=2-3'],
    ['it', 'n. 7', 'note=7'],
    ['it', 'r. 4', 'line=4'],
    ['it', 's.v. Sale', 'sub-verbo=Sale'],
    ['it', 'libro II', 'book=II'],
    ['de', 'S. 12', 'page=12'],
    ['de', 'S. 12 ff.', 'page=12 ff.'],
    ['de', 'S. 3 und 5', 'page=3 und 5'],
    ['de', 'Seiten 3–5', 'page=3-5'],
    ['de', 'Kap. 3', 'chapter=3'],
    ['de', 'Bde. 2-3', 'volume=2-3'],
    ['de', 'Bl. 3r', 'folio=3r'],
    ['de', 'Fn. 7', 'note=7'],
    ['de', 'Sp. 3', 'column=3'],
    ['de', 's. v. Salz', 'sub-verbo=Salz'],
    ['fr', 'p. 3-5', 'page=3-5'],
    ['fr', 'p. 3 et 5', 'page=3 et 5'],
    ['fr', 'chap. 3', 'chapter=3'],
    ['fr', 't. 2', 'volume=2'],
    ['fr', 'tome II', 'volume=II'],
    ['fr', 'n° 3', 'issue=3'],
    ['fr', 'f° 12', 'folio=12'],
    ['fr', 'liv. 3', 'book=3'],
    ['ru', 'с. 12', 'page=12'],
    ['ru', 'С. 3–5', 'page=3-5'],
    ['ru', 'стр. 3 и 5', 'page=3 и 5'],
    ['ru', 'гл. 3', 'chapter=3'],
    ['ru', 'тт. 2-3', 'volume=2-3'],
    ['ru', 'кн. 1', 'book=1'],
    ['ru', 'примеч. 7', 'note=7'],
    ['ru', 'лл. 3-4', 'folio=3-4'],
  ])('%s: %s', (language, words, expected) => {
    const { locator, suffix } = parsers.get(language)?.([{ type: 'text', value: `, ${words}` }]) ?? {};
    expect([`${locator?.label}=${locator?.number}`, toString(suffix)]).toEqual([expected, '']);
  });

  it.each(['it', 'de', 'fr', 'ru'])('%s: English words hold, too', (language) => {
    for (const words of ['pp. 3-5', 'pages 3-5', 'p. 3-5']) expect(parsers.get(language)?.([{ type: 'text', value: `, ${words}` }]).locator).toMatchObject({ label: 'page', number: '3-5' });
  });

  it.each([
    ['it', 'parte di una serie'],
    ['it', 'c. 12r'],
    ['de', 'Band der Reihe'],
    ['de', 'H. C. Meyer'],
    ['de', '§ 433'],
    ['de', 'Art. 3'],
    ['fr', 'partie d’un tout'],
    ['ru', 'см. 12'],
    ['ru', '№ 3'],
  ])('%s: %s stays as it is written', (language, words) => {
    expect(parsers.get(language)?.([{ type: 'text', value: `, ${words}` }]).locator).toBeUndefined();
  });
});
