import { describe, expect, test } from 'vitest';
import { compareDates, dayNumber, type EdtfDate, formatEdtf, parseBounded, parseEdtf } from '../../src/model/edtf.js';

const iso = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);

describe('a date is read as the days it covers', () => {
  test.each([
    ['1933', '1933-01-01', '1933-12-31', 'year', false],
    ['1933-09', '1933-09-01', '1933-09-30', 'month', false],
    ['1933-09-02', '1933-09-02', '1933-09-02', 'day', false],
    ['1933~', '1933-01-01', '1933-12-31', 'year', true],
    ['1933-09~', '1933-09-01', '1933-09-30', 'month', true],
    ['1933-09-02~', '1933-09-02', '1933-09-02', 'day', true],
    ['1932-02', '1932-02-01', '1932-02-29', 'month', false],
    ['1933-02', '1933-02-01', '1933-02-28', 'month', false],
    ['1932-02-29', '1932-02-29', '1932-02-29', 'day', false],
    ['2000-02-29', '2000-02-29', '2000-02-29', 'day', false],
    ['1933-12', '1933-12-01', '1933-12-31', 'month', false],
    ['0045-03-15', '0045-03-15', '0045-03-15', 'day', false],
    ['9999-12-31', '9999-12-31', '9999-12-31', 'day', false],
    [' 1933-09-02 ', '1933-09-02', '1933-09-02', 'day', false],
    ['1933-10-30/1933-11-02', '1933-10-30', '1933-11-02', 'day', false],
    ['1936-07/1939-04-01', '1936-07-01', '1939-04-01', 'month', false],
    ['1936/1939-04-01', '1936-01-01', '1939-04-01', 'year', false],
    ['1921/1941', '1921-01-01', '1941-12-31', 'year', false],
    ['1933-09/1933-09-02', undefined, undefined, undefined, undefined],
    ['1930~/1935', '1930-01-01', '1935-12-31', 'year', true],
    ['1930/1935~', '1930-01-01', '1935-12-31', 'year', true],
    ['1933-09-02/1933-09-02', '1933-09-02', '1933-09-02', 'day', false],
    ['193X', '1930-01-01', '1939-12-31', 'decade', false],
    ['19XX~', '1900-01-01', '1999-12-31', 'century', true],
    ['1933-21', '1933-03-01', '1933-05-31', 'season', false],
    ['1933-24', '1933-12-01', '1934-02-28', 'season', false],
    ['1933?', '1933-01-01', '1933-12-31', 'year', false],
    ['1933%', '1933-01-01', '1933-12-31', 'year', true],
    ['193X/1941-06-22', '1930-01-01', '1941-06-22', 'decade', false],
  ])('%s', (text, start, end, precision, circa) => {
    const date = parseEdtf(text);
    expect(date && { start: iso(date.start), end: iso(date.end), precision: date.precision, circa: date.circa }).toEqual(
      start === undefined ? undefined : { start, end, precision, circa },
    );
  });
});

test('an open end has no end, and a doubt is kept', () => {
  expect([parseEdtf('1933/..')?.end, parseEdtf('../1933')?.start, parseEdtf('1933?')?.isUncertain, parseEdtf('1933')?.isUncertain]).toEqual([Infinity, -Infinity, true, false]);
  expect([parseBounded('1933/..'), parseBounded('1933/1934')?.precision]).toEqual([undefined, 'year']);
});

test('a chronology begins with what began first, and with the longer of two', () => {
  const order = ['1934', '1933-09-02', '../1990', '193X', '1933', '1933-22', '1933/..', '1933-09'];
  const dated = order.map((on) => ({ on, date: parseEdtf(on) as EdtfDate }));
  expect(dated.toSorted((a, b) => compareDates(a.date, b.date)).map(({ on }) => on)).toEqual(['../1990', '193X', '1933/..', '1933', '1933-22', '1933-09', '1933-09-02', '1934']);
});

describe('what no calendar has, or Octavo does not read, is refused', () => {
  test.each([
    ['1933-02-30'], ['1933-02-29'], ['1900-02-29'], ['1933-04-31'], ['1933-13'], ['1933-00'], ['1933-09-00'], ['1933-09-32'],
    ['0000'], ['33'], ['193'], ['19333'], ['-0044'], ['1933-9'], ['1933-9-2'], ['1933/09/02'], ['02.09.1933'], ['2 September 1933'],
    ['1933-09-02T12:00'], ['~1933'], ['c. 1933'], ['1XXX'], ['193X-05'], ['1933-25'], ['1933-21-02'], ['1933~?'], ['1933/'], ['/1933'], ['..'], ['../..'], ['1933/..~'],
    ['1934/1933'], ['1933-09-02/1933-09-01'], ['1933-10/1933-09'], ['1933/1933-06'], ['1933/1934/1935'], ['1933 - 1934'], [''], [' '], ['~'], ['/'], ['１９３３'],
  ])('%s', (text) => {
    expect(parseEdtf(text)).toBeUndefined();
  });
});

test('days are counted from 1 January 1970', () => {
  expect([dayNumber(1970), dayNumber(1969, 12, 31), dayNumber(1933, 9, 2), dayNumber(99)]).toEqual([0, -1, -13270, -683368]);
});

describe('a date is written as its language writes it', () => {
  const cases: [string, string, 'long' | 'short', string][] = [
    ['1933', 'en-GB', 'long', '1933'],
    ['1933-09', 'en-GB', 'long', 'September 1933'],
    ['1933-09-02', 'en-GB', 'long', '2 September 1933'],
    ['1933-09-02', 'en-GB', 'short', '2 Sept 1933'],
    ['1933~', 'en-GB', 'long', 'c. 1933'],
    ['1933-10-30/1933-11-02', 'en-GB', 'long', '30 October – 2 November 1933'],
    ['1933-12-02/1933-12-05', 'en-GB', 'long', '2–5 December 1933'],
    ['1939-11-30/1940-03-13', 'en-GB', 'long', '30 November 1939 – 13 March 1940'],
    ['1939-11-30/1940-03-13', 'en-GB', 'short', '30 Nov 1939 – 13 Mar 1940'],
    ['1933-09/1933-11', 'en-GB', 'long', 'September–November 1933'],
    ['1930-05/1935-07', 'en-GB', 'long', 'May 1930 – July 1935'],
    ['1921/1941', 'en-GB', 'long', '1921–1941'],
    ['1933/1933', 'en-GB', 'long', '1933'],
    ['1930~/1935', 'en-GB', 'long', 'c. 1930 – 1935'],
    ['1930/1935-07', 'en-GB', 'long', '1930 – July 1935'],
    ['1933-09/1933-10-02', 'en-GB', 'long', 'September 1933 – 2 October 1933'],
    ['1933-09-02', 'en-US', 'long', 'September 2, 1933'],
    ['1933-12-02/1933-12-05', 'en-US', 'long', 'December 2–5, 1933'],
    ['1933-10-30/1933-11-02', 'en-US', 'long', 'October 30 – November 2, 1933'],
    ['1939-11-30/1940-03-13', 'en-US', 'long', 'November 30, 1939 – March 13, 1940'],
    ['1933-09-01', 'it', 'long', '1º settembre 1933'],
    ['1933-09-02', 'it-IT', 'long', '2 settembre 1933'],
    ['1933~', 'it', 'long', 'ca. 1933'],
    ['1933-09-02', 'de', 'long', '2. September 1933'],
    ['1936-07-17/1936-07-18', 'de', 'long', '17.–18. Juli 1936'],
    ['1933-10-30/1933-11-02', 'de', 'long', '30. Oktober – 2. November 1933'],
    ['1933-09-01', 'fr', 'long', '1er septembre 1933'],
    ['1933~', 'fr', 'long', 'vers 1933'],
    ['1933-09-02', 'ru', 'long', '2 сентября 1933'],
    ['1933-09', 'ru', 'long', 'сентябрь 1933'],
    ['1945-05-09', 'ru', 'short', '9 мая 1945'],
    ['1941-06-22', 'ru', 'short', '22 июня 1941'],
    ['1933-09-02', 'eo', 'long', '1933-09-02'],
    ['1933-02-30', 'en-GB', 'long', '1933-02-30'],
    ['193X', 'en-GB', 'long', '1930s'],
    ['193X~', 'de', 'long', 'ca. 1930er Jahre'],
    ['19XX', 'en-GB', 'long', '20th century'],
    ['20XX', 'en-GB', 'long', '21st century'],
    ['18XX', 'fr', 'long', 'XIXe siècle'],
    ['1933-21', 'en-GB', 'long', 'spring 1933'],
    ['1933-23', 'en-US', 'long', 'fall 1933'],
    ['1933-24', 'ru', 'long', 'зима 1933'],
    ['1933-21/1933-23', 'it', 'long', 'primavera 1933 – autunno 1933'],
    ['1933?', 'en-GB', 'long', '1933 (?)'],
    ['1933-09-02%', 'en-GB', 'long', 'c. 2 September 1933 (?)'],
    ['1933/..', 'en-GB', 'long', '1933–'],
    ['../1933', 'en-GB', 'long', '–1933'],
    ['1933-09-02/..', 'en-GB', 'long', '2 September 1933 –'],
  ];
  test.each(cases)('%s in %s, %s: %s', (on, language, form, written) => {
    expect(formatEdtf(on, language, form)).toBe(written);
  });
});
