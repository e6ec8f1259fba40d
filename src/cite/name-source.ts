import { toString } from 'hast-util-to-string';
import type { Words } from '../model/words.js';
import type { CslItem, CslName } from './csl.js';
import { fromMarkup } from './markup.js';

/**
 * A source in a few words, whatever the style of the book: `Clarke and Rossi 1991`, `‘Balbo in Odessa’ 1929`. With its title as well
 * where another source has the same name.
 */
export function nameSources(items: readonly CslItem[], words: Words): Map<string, string> {
  const short = items.map((item) => ({ item, name: shortName(item, words) }));
  const counts = new Map<string, number>();
  for (const { name } of short) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map(short.map(({ item, name }) => [item.id, (counts.get(name) ?? 0) > 1 && authorsOf(item).length > 0 ? `${name}, ${quotedTitle(item, words)}` : name]));
}

function shortName(item: CslItem, words: Words): string {
  const authors = authorsOf(item).map(familyOf).filter((name) => name !== '');
  const [first, second] = authors;
  const who = first === undefined ? quotedTitle(item, words) : authors.length > 2 ? `${first} et al.` : second === undefined ? first : `${first} ${words.and} ${second}`;
  return [who, yearOf(item)].filter((part) => part !== '').join(' ');
}

const authorsOf = ({ author, editor, translator }: CslItem): readonly CslName[] => author ?? editor ?? translator ?? [];

const familyOf = (name: CslName): string => [name['non-dropping-particle'], name.family ?? name.literal ?? name.given].filter((part) => part !== undefined).join(' ');

function yearOf({ issued }: CslItem): string {
  const year = issued?.['date-parts']?.[0]?.[0];
  return year === undefined ? (issued?.literal ?? '') : year < 0 ? `${-year} BC` : String(year);
}

const longestTitle = 7;

/** Its first words will do. */
function quotedTitle(item: CslItem, { open, close }: Words): string {
  const words = toString({ type: 'root', children: fromMarkup(item['title-short'] ?? item.title ?? item.id) }).split(/\s+/);
  return `${open}${words.slice(0, longestTitle).join(' ')}${words.length > longestTitle ? ' …' : ''}${close}`;
}
