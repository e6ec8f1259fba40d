/**
 * What a source lacks that a reader needs to find it, by its type; only what the book's style would print.
 *
 * A web page needs no date, what is announced no year, a book of before 1900 no publisher, nor does one that a body publishes itself.
 */
import type { CslItem, CslName } from './csl.js';
import { yearOf } from './date-faults.js';

/** In the author's words: `a year`. */
type Need = (item: CslItem) => string | undefined;

const has = (item: CslItem, ...variables: string[]): boolean => variables.some((variable) => item[variable] !== undefined && item[variable] !== '');

const title: Need = (item) => (has(item, 'title') ? undefined : namesOf(item).length > 0 ? 'a title' : 'an author, an editor or a title');
const year: Need = (item) => (has(item, 'issued', 'status') ? undefined : 'a year');
const publisher: Need = (item) => (has(item, 'publisher') || (yearOf(item) ?? 1900) < 1900 || namesOf(item).some(isBody) ? undefined : 'a publisher');
const school: Need = (item) => (has(item, 'publisher') ? undefined : 'a school');
const institution: Need = (item) => (has(item, 'publisher') || namesOf(item).some(isBody) ? undefined : 'an institution');
const within = (words: string): Need => (item) => (has(item, 'container-title', 'event-title', 'event') ? undefined : words);

const needs: Readonly<Record<string, readonly Need[]>> = {
  book: [title, year, publisher],
  'article-journal': [title, year, within('a journal')],
  'article-magazine': [title, year, within('a magazine')],
  'article-newspaper': [title, year, within('a newspaper')],
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

/** The variable in which a style prints what is needed. */
const printedIn: ReadonlyMap<Need, string> = new Map([[publisher, 'publisher'], [school, 'publisher'], [institution, 'publisher']]);

/** @param prints whether the style has a place for a variable; asked only when something is missing */
export function missingFields(item: CslItem, prints: (variable: string) => boolean): string[] {
  return (needs[item.type] ?? [title]).flatMap((need) => {
    const missing = need(item);
    const variable = printedIn.get(need);
    return missing === undefined || (variable !== undefined && !prints(variable)) ? [] : [missing];
  });
}

const namesOf = (item: CslItem): readonly CslName[] => [item.author, item.editor, item.translator].flatMap((names) => names ?? []);

/** `League of Nations`: a name of several words with no given name among them. */
const isBody = ({ family, given, literal }: CslName): boolean => given === undefined && (literal ?? family ?? '').includes(' ');
