import type { PhrasingContent } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { parseLocator } from '../../src/cite/locator.js';

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
  ])('%j is no locator', (text) => {
    expect(parse(text)).toEqual(['', '', text]);
  });

  it('empty braces keep a number in the suffix', () => {
    expect(parse(', {}1933 printing')).toEqual(['', '', '1933 printing']);
  });

  it('emphasis after the locator is kept, emphasis before it hides it', () => {
    const passim: PhrasingContent = { type: 'emphasis', children: [{ type: 'text', value: 'passim' }] };
    expect(parse(', p. 3 and ', passim)).toEqual(['page', '3', ' and passim']);
    expect(parseLocator([passim, { type: 'text', value: ', p. 3' }]).locator).toBeUndefined();
  });

  it('the author’s own words are kept for styles that print no locators', () => {
    expect(parseLocator([{ type: 'text', value: ', pp. 3–5, both' }]).locator?.written).toBe('pp. 3–5');
  });
});
