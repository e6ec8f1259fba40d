import type { Lots } from '../lots.js';
import type { Settings } from '../manuscript.js';
import type { Edit, Edits } from './blocks.js';

/** Any of it. */
export const setting =
  (change: (settings: Settings, lots: Lots) => string): Edit =>
  (book, lots) => {
    let told: string | undefined;
    book.set((settings) => (told = change(settings, lots)));
    return told;
  };

/** One key of a group of `book.yaml`; undefined takes it out. */
const key = (group: string, name: string, values: readonly unknown[]): Edit =>
  setting((settings, lots) => {
    const value = lots.pick(values);
    const { [name]: _, ...rest } = (group === '' ? settings : (settings[group] ?? {})) as Settings;
    const next = value === undefined ? rest : { ...rest, [name]: value };
    if (group !== '') settings[group] = next;
    else if (value === undefined) delete settings[name];
    else settings[name] = value;
    return `${group}.${name}: ${JSON.stringify(value) ?? 'as ever'}`;
  });

/** Of `book.yaml`. */
export const settings: Edits = {
  'another size of the page': key('page', 'size', ['A5', 'A6', 'B6', undefined]),
  'other margins': key('page', 'margins', [undefined, { outer: 40 }, { inner: 12, outer: 33 }, { top: 21 }]),
  'chapters open': key('page', 'chapters-open', ['recto', undefined]),
  'running heads': key('page', 'recto-head', ['section', undefined]),
  'how notes are counted': key('page', 'number-notes', ['book', undefined]),
  'notes in the margin': key('page', 'notes', ['margin', undefined]),
  'other prices': key('page', 'costs', [undefined, { widow: 0, orphan: 0 }, { uneven: 0, short: 1 }]),
  'another style of citations': key('citation', 'style', ['chicago-author-date', 'chicago-fullnote-bibliography', 'ieee', 'oscola', 'apa']),
  'where citations begin anew': key('citation', 'restart', ['chapter', undefined]),
  'links back from sources': key('citation', 'back-links', [false, undefined]),
  'sources that nothing cites': key('citation', 'nocite', [undefined, '*', ['clarke']]),
  'another language': key('', 'language', ['en-GB', 'en-GB', 'it', 'de', 'ru']),
  'another title': key('', 'title', ['The Salt Road', 'Salt', 'The Salt Road and all that was carried on it over the hills']),
  'numbers of sections': key('', 'number-sections', [undefined, 1, 2]),
  'where comments stand': key('', 'commentary', [undefined, 'margin', 'end']),
  'abbreviations': key('', 'abbreviations', [undefined, 'expand-first', 'expand-in-chapters']),
  'for whom it is': key('', 'audience', [undefined, undefined, 'student', 'teacher']),
  'no recorded edition any more': (book) => (book.has('edition.lock') ? (book.drop('edition.lock'), 'edition.lock') : undefined),
  'pages that stay': key('', 'pages', ['stable', 'stable', undefined]),
  'what is silenced': key('', 'silence', [undefined, [{ code: 'c-005', because: 'known' }], [{ code: 'd-010', because: 'known' }]]),
  'where files are split': key('epub', 'split-at', [undefined, 20]),
  'formulas': key('epub', 'math', [undefined, undefined, 'pictures']),
  'for which readers': key('epub', 'profile', [undefined, undefined, 'kobo', 'kindle']),
};
