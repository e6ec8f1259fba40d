/**
 * What Octavo itself puts on the imprint page, below the author's words or in their stead: edition and date, who helped, publisher,
 * series, ISBN, and which state of the text this is.
 *
 * What the author's words say already, letter for letter, is not said again; a page is never made for the state of the text alone.
 */
import type { Element } from 'hast';
import type { BookConfig, Isbn } from '../model/book.js';
import { formatEdtf } from '../model/edtf.js';
import { helpersOf } from '../model/relators.js';
import { wordsOf, type Words } from '../model/words.js';
import { textState } from '../page/contract.js';
import { h } from './element.js';

/**
 * @param state of the text, by name
 * @param written the author's words; undefined where there is no file of them
 */
export function imprintFacts(config: BookConfig, state: string, written: string | undefined): Element[] {
  const words = wordsOf(config.language);
  const { imprint } = words;
  const isNew = (fact: string): boolean => fact !== '' && !written?.includes(fact);
  const line = (fact: string): Element => h('p', { className: ['imprint-fact'] }, fact);

  const date = config.date === undefined ? undefined : formatEdtf(config.date, config.language);
  const above = [[config.edition, date].filter((fact) => fact !== undefined).join(', '), ...credits(config, words), config.publisher ?? '', seriesOf(config, words)].filter(isNew).map(line);
  const rights = written === undefined && config.rights ? [h('p', {}, config.rights)] : [];
  const below = isbnsOf(config, words).filter(({ isbn }) => isNew(isbn)).map(({ isbn, body }) => h('p', { className: ['imprint-fact'] }, 'ISBN ', h('span', { className: ['isbn'] }, isbn), ` (${body})`));
  if (written === undefined && above.length + rights.length + below.length === 0) return [];
  return [...above, ...rights, ...below, h('p', { className: ['imprint-fact', textState] }, `${imprint.state}${imprint.colon} ${state}`)];
}

function seriesOf({ series }: BookConfig, { imprint }: Words): string {
  if (!series) return '';
  return series.number === undefined ? series.title : `${series.title}, ${imprint.number}\u00a0${series.number}`;
}

function isbnsOf({ isbn }: BookConfig, words: Words): { readonly isbn: Isbn; readonly body: string }[] {
  const bodies = [['print', words.epub.print], ['epub', 'EPUB']] as const;
  return bodies.flatMap(([key, body]) => (isbn[key] === undefined ? [] : [{ isbn: isbn[key], body }]));
}

/** What the title page does not say of those who are named: “Translation: Anna Rossi, Ivan Petrov”. */
function credits({ authors }: BookConfig, { imprint }: Words): string[] {
  const byWord = new Map<string, string[]>();
  for (const [role, names] of helpersOf(authors)) {
    const word = imprint.credits[role as keyof typeof imprint.credits] ?? imprint.credits.ctb;
    byWord.set(word, [...new Set([...(byWord.get(word) ?? []), ...names])]);
  }
  return [...byWord].map(([word, names]) => `${word}${imprint.colon} ${names.join(', ')}`);
}
