/**
 * What a source lacks that a reader needs to find it, by its type.
 *
 * A web page needs no date, what is announced no year, a book of before 1900 no publisher, nor does one that a body publishes itself.
 */
import type { CslItem, CslName } from './csl.js';
import { yearOf } from './date-faults.js';

export interface Lack {
  /** In the author's words: `a year`. */
  readonly what: string;
  /** Where CSL would have it. */
  readonly variable: string;
  /** What BibLaTeX calls it. */
  readonly field: string;
}

type Need = (item: CslItem) => Lack | undefined;

const has = (item: CslItem, ...variables: string[]): boolean => variables.some((variable) => item[variable] !== undefined && item[variable] !== '');

const need = (variable: string, field: string, what: string, isMet: (item: CslItem) => boolean): Need => (item) => (isMet(item) ? undefined : { what, variable, field });

const title: Need = (item) => (has(item, 'title') ? undefined : { what: namesOf(item).length > 0 ? 'a title' : 'an author, an editor or a title', variable: 'title', field: 'title' });
const year = need('issued', 'date', 'a year', (item) => has(item, 'issued', 'status'));
const publisher = need('publisher', 'publisher', 'a publisher', (item) => has(item, 'publisher') || (yearOf(item) ?? 1900) < 1900 || namesOf(item).some(isBody));
const school = need('publisher', 'institution', 'a school', (item) => has(item, 'publisher'));
const institution = need('publisher', 'institution', 'an institution', (item) => has(item, 'publisher') || namesOf(item).some(isBody));
const within = (what: string, field = 'booktitle') => need('container-title', field, what, (item) => has(item, 'container-title', 'event-title', 'event'));

const needs: Readonly<Record<string, readonly Need[]>> = {
  book: [title, year, publisher],
  'article-journal': [title, year, within('a journal', 'journaltitle')],
  'article-magazine': [title, year, within('a magazine', 'journaltitle')],
  'article-newspaper': [title, year, within('a newspaper', 'journaltitle')],
  chapter: [title, year, within('the book that it is in')],
  'paper-conference': [title, year, within('the proceedings that it is in')],
  entry: [title, within('the work that it is in')],
  'entry-dictionary': [title, within('the work that it is in')],
  'entry-encyclopedia': [title, within('the work that it is in')],
  thesis: [title, year, school],
  report: [title, year, institution],
  review: [],
  personal_communication: [],
};

export const missingFields = (item: CslItem): Lack[] => (needs[item.type] ?? [title]).flatMap((lacks) => lacks(item) ?? []);

const namesOf = (item: CslItem): readonly CslName[] => [item.author, item.editor, item.translator].flatMap((names) => names ?? []);

/** `League of Nations`: a name of several words with no given name among them. */
const isBody = ({ family, given, literal }: CslName): boolean => given === undefined && (literal ?? family ?? '').includes(' ');
