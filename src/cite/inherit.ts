/**
 * Gives each BibLaTeX entry what it takes from others: `xdata` and `crossref`, in whatever file they stand.
 *
 * In: all entries of the book with their places. Out: the same without `@xdata`, fields filled in by Biber's rules, which
 * name the title of a whole anew in its parts. Reports c-011 for an entry that is not there or that inherits from itself.
 * Not here: `@set` (cite/read-bibtex.ts), `related` (cite/refine-entry.ts).
 */
import type { Report } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Place } from '../model/place.js';
import type { RawEntry } from './engine.js';

export interface PlacedEntry {
  readonly entry: RawEntry;
  readonly place: Place;
}

type Fields = RawEntry['properties'];

export function inherit(entries: readonly PlacedEntry[], report: Report): PlacedEntry[] {
  // The first of one key counts, as everywhere.
  const named = entries.toReversed();
  const byKey = new Map([...named.flatMap((placed) => keysIn(placed.entry.properties['ids']).map((alias) => [alias, placed] as const)), ...named.map((placed) => [placed.entry.label, placed] as const)]);
  const resolved = new Map<PlacedEntry, RawEntry>();

  const resolve = (placed: PlacedEntry, heirs: readonly PlacedEntry[]): RawEntry => {
    const known = resolved.get(placed);
    if (known) return known;
    const { type, properties } = placed.entry;
    const { xdata, crossref, ...own } = properties;
    let fields: Fields = own;
    for (const key of keysIn(xdata)) {
      const source = parent(placed, key, 'xdata', heirs);
      if (source) fields = withoutAliases(source.properties, fields);
    }
    for (const key of keysIn(crossref)) {
      const source = parent(placed, key, 'crossref', heirs);
      if (source) fields = withoutAliases(handedDown(source, type), fields);
    }
    const entry = { ...placed.entry, properties: fields };
    resolved.set(placed, entry);
    return entry;
  };

  const parent = (placed: PlacedEntry, key: string, field: string, heirs: readonly PlacedEntry[]): RawEntry | undefined => {
    const found = byKey.get(key);
    const line = [...heirs, placed];
    if (found && !line.includes(found)) return resolve(found, line);
    if (found) report('c-011', placed.place, `entry \`${placed.entry.label}\` inherits from itself by way of \`${field} = {${key}}\``, { text: `\`${key}\` stands here`, place: found.place });
    else reportMissing(placed, key, field, [...byKey.keys()], report);
    return undefined;
  };

  return entries.filter(({ entry }) => entry.type !== 'xdata').map((placed) => ({ ...placed, entry: resolve(placed, []) }));
}

export function reportMissing({ entry, place }: PlacedEntry, key: string, field: string, known: readonly string[], report: Report): void {
  report('c-011', place, `entry \`${entry.label}\` refers to \`${key}\` (\`${field}\`), and there is no such entry`, ...nearest(key, known).map((like) => `\`${like}\` exists`));
}

export const keysIn = (list: string | number | undefined): string[] =>
  String(list ?? '')
    .split(',')
    .map((key) => key.trim())
    .filter((key) => key !== '');

/** Two names of one field: an heir that has one of them has the other. */
const aliases: readonly (readonly string[])[] = [['date', 'year', 'month', 'day'], ['journaltitle', 'journal'], ['location', 'address'], ['institution', 'school'], ['annotation', 'annote'], ['file', 'pdf'], ['eprinttype', 'archiveprefix']];

function withoutAliases(inherited: Fields, own: Fields): Fields {
  const taken = new Set(aliases.filter((names) => names.some((name) => name in own)).flat());
  return { ...Object.fromEntries(Object.entries(inherited).filter(([field]) => !taken.has(field))), ...own };
}

/** What says something of the parent alone. */
const kept = new Set(['ids', 'xref', 'entryset', 'entrysubtype', 'execute', 'label', 'options', 'presort', 'related', 'relatedoptions', 'relatedstring', 'relatedtype', 'shorthand', 'shorthandintro', 'sortkey']);
const keptTitles = new Set(['shorttitle', 'sorttitle', 'indextitle', 'indexsorttitle']);

const inBook = ['inbook', 'bookinbook', 'suppbook'];
const inCollection = ['incollection', 'inreference', 'suppcollection'];
/** Parents by type, with what their title is called in which parts. */
const titles: Readonly<Record<string, { readonly prefix: string; readonly parts: readonly string[] }>> = {
  mvbook: { prefix: 'main', parts: ['book', ...inBook] },
  mvcollection: { prefix: 'main', parts: ['collection', 'reference', ...inCollection] },
  mvreference: { prefix: 'main', parts: ['collection', 'reference', ...inCollection] },
  mvproceedings: { prefix: 'main', parts: ['proceedings', 'inproceedings', 'conference'] },
  book: { prefix: 'book', parts: inBook },
  collection: { prefix: 'book', parts: inCollection },
  reference: { prefix: 'book', parts: inCollection },
  proceedings: { prefix: 'book', parts: ['inproceedings', 'conference'] },
  periodical: { prefix: 'journal', parts: ['article', 'suppperiodical'] },
};

function handedDown({ type, properties }: RawEntry, heir: string): Fields {
  const { prefix, parts } = titles[type] ?? { prefix: '', parts: [] };
  const renames = parts.includes(heir);
  const down: Record<string, string | number> = {};
  for (const [field, value] of Object.entries(properties)) {
    if (kept.has(field) || (renames && keptTitles.has(field))) continue;
    down[renames && /^(?:sub)?title(?:addon)?$/.test(field) ? `${prefix}${field}` : field] = value;
  }
  if (properties['author'] !== undefined && (type === 'book' || type === 'mvbook') && inBook.includes(heir)) down['bookauthor'] ??= properties['author'];
  return down;
}
