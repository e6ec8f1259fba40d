import { parse, stringify } from 'yaml';
import { source } from '../everything.js';
import type { Lots } from '../lots.js';
import type { Manuscript, Settings } from '../manuscript.js';
import { type Edits, insert } from './blocks.js';

/** Of labels, sources and entries of registers: what is called by a name elsewhere. */
export const names: Edits = {
  'a label renamed, and all that refers to it': (book, lots) => rename(book, lots, true),
  'a label renamed, and nothing that refers to it': (book, lots) => rename(book, lots, false),
  'a source added, and cited': (book, lots) => {
    const key = book.fresh('src');
    book.write('sources.bib', `${book.text('sources.bib')}\n${source(key, lots.pick(['Verdi, Bice', 'Rossi, Anna', `${lots.words(1)}, Ada`]), lots.words(4), 1900 + lots.below(99))}`);
    return insert(book, lots, `${lots.words(9)} [see @${key}, p. ${lots.below(300)}; @rossi] ${lots.words(4)}.`);
  },
  'a citation': (book, lots) => insert(book, lots, `${lots.words(3)} ${lots.pick(['[@rossi]', '@verdi [p. 3]', '[-@verdi2]', '[@clarke; @rossi, chap. 2]', '[@rossi, p. 7]'])}. ${lots.words(9)} [@rossi].`),
  'another year of a source': (book, lots) => rewrite(book, 'sources.bib', /(?<=year = \{)\d+/, `${lots.pick([1930, 1931, 2001])}`),
  'another author of a source': (book, lots) => rewrite(book, 'sources.bib', /(?<=author = \{)[^}]+/, lots.pick(['Verdi, Bice', 'Rossi, Anna', 'Abate, Ugo and Verdi, Bice'])),
  'another title of a source': (book, lots) => rewrite(book, 'sources.bib', /(?<=title = \{)[^}]+/, lots.words(1 + lots.below(20))),
  'the sources in another order': (book) => {
    const entries = book.text('sources.bib').split(/\n(?=@)/);
    book.write('sources.bib', entries.reverse().join('\n'));
    return entries.length > 1 ? 'sources.bib' : undefined;
  },
  'a source less': (book, lots) => {
    const entries = book.text('sources.bib').split(/\n(?=@)/);
    const at = lots.below(entries.length);
    const key = /\{(\w+)/.exec(entries[at] ?? '')?.[1];
    if (key === undefined || entries.length < 3) return undefined;
    book.write('sources.bib', entries.toSpliced(at, 1).join('\n'));
    const leaves = lots.once(5);
    if (!leaves) for (const path of [...book.paths('.md'), ...book.paths('.yaml')]) book.write(path, book.text(path).replace(new RegExp(`@${key}(?!\\w)`, 'g'), '@rossi'));
    return `${key}${leaves ? ', and not its citations' : ''}`;
  },
  'an entry of a register more': (book, lots) => {
    const name = book.fresh(lots.words(1));
    const [path, entry, mark] = lots.pick([
      ['terms.yaml', { term: name, definition: lots.sentence() }, `:term[${name}]`],
      ['people.yaml', { name, note: lots.words(6) }, `:person[${name}]`],
      ['places.yaml', { name }, `:place[${name}]`],
      ['abbreviations.yaml', { short: name, long: lots.words(4) }, `:abbr[${name}]`],
      ['dates.yaml', { on: `17${10 + lots.below(80)}`, event: lots.words(6) }, lots.words(1)],
    ] as const);
    if (!edits(book, path, (list) => list.splice(lots.below(list.length + 1), 0, entry))) return undefined;
    return `${path}, ${insert(book, lots, `${lots.words(9)} ${mark} ${lots.words(9)} ${mark} ${lots.words(3)}.`) ?? ''}`;
  },
  'an entry of a register in other words': (book, lots) => {
    const path = lots.pick(['terms.yaml', 'people.yaml', 'places.yaml', 'abbreviations.yaml', 'dates.yaml']);
    return edits(book, path, (list) => {
      const entry = lots.pick(list);
      const field = ['definition', 'note', 'long', 'event'].find((name) => entry?.[name] !== undefined);
      if (entry && field !== undefined) entry[field] = lots.pick([lots.sentence(), `${lots.words(4)} [@verdi, p. ${lots.below(99)}]`]);
    });
  },
  'an entry of a register less': (book, lots) => edits(book, lots.pick(['terms.yaml', 'people.yaml', 'places.yaml', 'dates.yaml']), (list) => void list.splice(lots.below(list.length), 1)),
};

function rename(book: Manuscript, lots: Lots, isWhole: boolean): string | undefined {
  const name = lots.pick(book.labels());
  if (name === undefined) return undefined;
  const other = book.fresh(`${name.split(':')[0] ?? ''}:n`);
  book.replace(new RegExp(isWhole ? `${name}(?![\\w-])` : `(?<=\\{#)${name}(?![\\w-])`, 'g'), other);
  return `${name} is ${other}`;
}

export function rewrite(book: Manuscript, path: string, what: RegExp, by: string): string | undefined {
  const before = book.text(path);
  book.write(path, before.replace(what, by));
  return book.text(path) === before ? undefined : `${path}: ${by}`;
}

/** Of a register. */
function edits(book: Manuscript, path: string, by: (list: Settings[]) => void): string | undefined {
  if (!book.has(path)) return undefined;
  const list = parse(book.text(path)) as Settings[] | null;
  if (!list?.length) return undefined;
  by(list);
  book.write(path, stringify(list));
  return path;
}
