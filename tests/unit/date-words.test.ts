import { describe, expect, test } from 'vitest';
import { findContradiction } from '../../src/model/date-words.js';

type Row = [words: string, on: string, language?: string];

describe('words agree with a date', () => {
  test.each<Row>([
    ['2 September 1933', '1933-09-02'],
    ['2nd of September, 1933', '1933-09-02'],
    ['September 2, 1933', '1933-09-02'],
    ['Sept. 2nd', '1933-09-02'],
    ['2 Sep 1933', '1933-09-02'],
    ['2/9/1933', '1933-09-02'],
    ['9/2/1933', '1933-09-02'],
    ['2/9/33', '1933-09-02'],
    ['2.9.1933', '1933-09-02'],
    ['1933-09-02', '1933-09-02'],
    ['in 1933', '1933-09-02'],
    ['September', '1933-09-02'],
    ['September 1933', '1933-09-02'],
    ['2 September 1933', '1933-09'],
    ['2 September 1933', '1933'],
    ['2 September', '1933'],
    ['the following day', '1933-09-03'],
    ['Saturday, 2 September 1933', '1933-09-02'],
    ['that Saturday', '1933-09-02'],
    ['the 1930s', '1933'],
    ['the 1930s', '193X'],
    ['1933', '193X'],
    ['the March on Rome', '1922-10-28'],
    ['the October Revolution of 7 November 1917', '1917-11-07'],
    ['it may be', '1933-09'],
    ['500 lire in 1933', '1933'],
    ['30 October – 2 November 1933', '1933-10-30/1933-11-02'],
    ['2–5 December 1933', '1933-12-02/1933-12-05'],
    ['December 2–5, 1933', '1933-12-02/1933-12-05'],
    ['from May to September 1933', '1933-05/1933-09'],
    ['1936–1939', '1936-07-17/1939-04-01'],
    ['1936–39', '1936-07-17/1939-04-01'],
    ['since 1990', '1990/..'],
    ['until May 1933', '../1933-05'],
    ['about 1933', '1933~'],
    ['2 settembre 1933', '1933-09-02', 'it'],
    ['il 1º settembre 1933', '1933-09-01', 'it-IT'],
    ['sabato 2 settembre', '1933-09-02', 'it'],
    ['gli anni 1930', '193X', 'it'],
    ['dal 2 al 5 dicembre 1933', '1933-12-02/1933-12-05', 'it'],
    ['2. September 1933', '1933-09-02', 'de'],
    ['Sonnabend, den 2. September 1933', '1933-09-02', 'de-DE'],
    ['1er septembre 1933', '1933-09-01', 'fr'],
    ['samedi 2 septembre 1933', '1933-09-02', 'fr'],
    ['2 сентября 1933 г.', '1933-09-02', 'ru'],
    ['в субботу 2 сентября', '1933-09-02', 'ru'],
    ['в сентябре 1933 года', '1933-09-02', 'ru'],
    ['1930-е годы', '193X', 'ru'],
    ['2 września 1933', '1933-09-02', 'pl'],
    ['2 settembre', '1933-10-02', 'en-GB'],
  ])('“%s” and %s', (words, on, language = 'en-GB') => {
    expect(findContradiction(words, on, language)).toBeUndefined();
  });
});

describe('words contradict a date', () => {
  test.each<Row>([
    ['3 September 1933', '1933-09-02'],
    ['2 October 1933', '1933-09-02'],
    ['2 September 1934', '1933-09-02'],
    ['2 September', '1933-09-03'],
    ['September 3, 1933', '1933-09-02'],
    ['3/9/1933', '1933-09-02'],
    ['9.2.1933', '1933-09-02'],
    ['2/9/34', '1933-09-02'],
    ['14/15/1933', '1933-09-02'],
    ['31 September 1933', '1933-09'],
    ['in 1934', '1933-09-02'],
    ['October 1933', '1933-09-02'],
    ['in October', '1933-09-02'],
    ['the 1920s', '1933'],
    ['1936–1938', '1936-07-17/1939-04-01'],
    ['from May to September 1933', '1933-05/1933-10'],
    ['2–6 December 1933', '1933-12-02/1933-12-05'],
    ['in 1989', '1990/..'],
    ['3 settembre 1933', '1933-09-02', 'it'],
    ['2. Oktober 1933', '1933-09-02', 'de'],
    ['2 août 1933', '1933-09-02', 'fr'],
    ['2 октября 1933 г.', '1933-09-02', 'ru'],
    ['2 września 1934', '1933-09-02', 'pl'],
  ])('“%s” and %s', (words, on, language = 'en-GB') => {
    expect(findContradiction(words, on, language)).toEqual({ kind: 'date' });
  });
});

describe('a weekday that the date does not have', () => {
  test.each<[string, string, string, string, string]>([
    ['Sunday, 2 September 1933', '1933-09-02', 'en-GB', 'Sunday', 'Saturday'],
    ['on the Sunday', '1933-09-02', 'en-GB', 'Sunday', 'Saturday'],
    ['domenica 2 settembre 1933', '1933-09-02', 'it', 'domenica', 'sabato'],
    ['Freitag, den 2. September 1933', '1933-09', 'de', 'Freitag', 'Samstag'],
    ['dimanche 2 septembre', '1933-09-02', 'fr', 'dimanche', 'samedi'],
    ['в пятницу, 2 сентября 1933 г.', '1933-09-02', 'ru', 'пятница', 'суббота'],
  ])('“%s”', (words, on, language, wrong, right) => {
    expect(findContradiction(words, on, language)).toEqual({ kind: 'weekday', said: wrong, right });
  });
});
