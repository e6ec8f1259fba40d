/**
 * Says in CSL what a BibLaTeX entry says and citation-js leaves unsaid: dates, roles of editors, particles of names,
 * newspapers and magazines, language codes, short titles, LaTeX commands that it does not know.
 *
 * In: one CSL item with the entry it came from. Out: the item refined, the commands that had to be left out, and the fields
 * that are no dates and stay as they are written.
 */
import type { CslDate, CslItem, CslName } from './csl.js';
import type { RawEntry } from './engine.js';
import { noDate, readDate } from './read-date.js';
import { commandEnd } from './tex.js';

export interface RefinedItem {
  readonly item: CslItem;
  readonly leftOut: readonly string[];
  readonly notDates: readonly string[];
}

export function refineEntry(item: CslItem, entry: RawEntry): RefinedItem {
  const leftOut = new Set<string>();
  const notDates: string[] = [];
  const refined: Record<string, unknown> = {};
  for (const [variable, given] of Object.entries(item)) {
    const value = isList(given) ? given.join(variable === 'language' ? ' ' : '; ') : given;
    refined[variable] = typeof value === 'string' && !opaque.has(variable) ? withoutCommands(value, leftOut) : value;
    const field = nameFields[variable];
    if (field !== undefined) refined[variable] = refineNames(given as readonly CslName[], entry, field, leftOut);
  }

  const subtype = String(entry.properties['entrysubtype'] ?? '').toLowerCase();
  const kind = periodicals[entry.type] ?? periodicals[subtype];
  if (kind !== undefined && (entry.type in periodicals || item.type === 'article-journal')) {
    refined['type'] = kind;
    if (item.genre?.toLowerCase() === subtype) delete refined['genre'];
    const container = entry.properties['journaltitle'] ?? entry.properties['journal'];
    if (refined['container-title'] === undefined && typeof container === 'string') refined['container-title'] = container.replace(/[{}]/g, '');
  }
  if (typeof refined['language'] === 'string') refined['language'] = languageCode(refined['language']);
  if (entry.type === 'manual') refined['type'] = 'book';
  // BibLaTeX has the script of a talk as an unpublished text with an event.
  if (entry.type === 'unpublished' && 'eventtitle' in entry.properties) refined['type'] = 'speech';
  const role = editorRoles[String(entry.properties['editortype'] ?? '')];
  if (role !== undefined && refined['editor'] !== undefined) {
    refined[role] = refined['editor'];
    delete refined['editor'];
  }
  if (typeof refined['page'] === 'string') refined['page'] = refined['page'].replace(/[–—]/g, '-');
  for (const [variable, fields] of Object.entries(dateFields)) {
    const field = fields.find((name) => name in entry.properties);
    if (field === undefined || (field === 'year' && /^\d+$/.test(String(entry.properties['year'])))) continue;
    const date = readDate(String(entry.properties[field]));
    if (date === noDate) delete refined[variable];
    else if (date !== undefined) refined[variable] = date;
    else if (field !== 'year') {
      refined[variable] = { literal: String(entry.properties[field]).replace(/[{}]/g, '') } satisfies CslDate;
      notDates.push(field);
    }
  }
  const state = states[String(entry.properties['pubstate'] ?? '').toLowerCase()];
  if (state !== undefined) {
    refined['status'] = state;
    refined['issued'] ??= { literal: state } satisfies CslDate;
  }
  return { item: withShortTitle(refined as unknown as CslItem), leftOut: [...leftOut], notDates };
}

/** BibLaTeX lets some fields be lists where CSL has one value. */
const isList = (value: unknown): value is string[] => Array.isArray(value) && value.length > 0 && value.every((entry) => typeof entry === 'string');

/** Of several languages the first: it rules the capitals of the title. */
function languageCode(written: string): string {
  const first = written.toLowerCase().replace(/^lang/, '').split(/[\s;]/, 1)[0] as string;
  return languages[first] ?? written;
}

/** The part before the colon stands for the whole when a source is cited again. */
export function withShortTitle(item: CslItem): CslItem {
  if (item['title-short'] !== undefined || item.title === undefined) return item;
  const colon = item.title.indexOf(': ');
  const short = item.title.slice(0, colon);
  // A colon inside markup or brackets does not divide the title.
  if (colon <= 0 || /<[^/][^>]*>(?![^]*<\/)|\[[^\]]*$/.test(short)) return item;
  return { ...item, 'title-short': short };
}

const periodicals: Readonly<Record<string, string>> = { newspaper: 'article-newspaper', magazine: 'article-magazine' };
const dateFields: Readonly<Record<string, readonly string[]>> = { issued: ['date', 'year'], accessed: ['urldate'], 'event-date': ['eventdate'], 'original-date': ['origdate', 'origyear'] };
const nameFields: Readonly<Record<string, string>> = { author: 'author', editor: 'editor', translator: 'translator', 'container-author': 'bookauthor' };
/** Of the roles that BibLaTeX knows, those that are no editor's to CSL. */
const editorRoles: Readonly<Record<string, string>> = { compiler: 'compiler', director: 'director', translator: 'translator' };
const states: Readonly<Record<string, string>> = { inpreparation: 'in preparation', submitted: 'submitted', forthcoming: 'forthcoming', inpress: 'in press', prepublished: 'prepublished' };
/** Not prose: a backslash there is no command. */
const opaque = new Set(['id', 'citation-key', 'type', 'URL', 'DOI', 'annote', 'abstract', 'keyword', 'file']);

/** Names in braces are those of corporate bodies; `useprefix` says whether `von` counts as the beginning of a name. */
function refineNames(names: readonly CslName[], entry: RawEntry, field: string, leftOut: Set<string>): CslName[] {
  const written = splitNames(String(entry.properties[field] ?? ''));
  const forAll = prefixOption(String(entry.properties['options'] ?? ''));
  return names.map((name, index) => {
    const clean = Object.fromEntries(Object.entries(name).map(([part, value]) => [part, typeof value === 'string' ? withoutCommands(value, leftOut) : value])) as CslName;
    const source = written.length === names.length ? (written[index] as string) : '';
    if (source === 'others' && index === names.length - 1) return { literal: 'others' };
    if (Object.keys(clean).join() === 'family' && /^\{[^]*\}$/.test(source) && !/^\{\\/.test(source)) return { literal: clean.family as string };
    const { 'non-dropping-particle': particle, ...rest } = clean;
    return particle !== undefined && (prefixOption(source) ?? forAll) === false ? { ...rest, 'dropping-particle': particle } : clean;
  });
}

function prefixOption(options: string): boolean | undefined {
  const [met, value] = /(?:^|[\s,])useprefix(?:\s*=\s*(\w+))?/.exec(options) ?? [];
  return met === undefined ? undefined : value !== 'false';
}

/** At each `and` outside braces. */
function splitNames(list: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let start = 0;
  for (const met of list.matchAll(/\\.|[{}]|\s+and\s+/gi)) {
    if (met[0] === '{') depth += 1;
    else if (met[0] === '}') depth -= 1;
    else if (depth === 0 && !met[0].startsWith('\\')) {
      names.push(list.slice(start, met.index).trim());
      start = met.index + met[0].length;
    }
  }
  return [...names, list.slice(start).trim()];
}

const words: Readonly<Record<string, string>> = { hyphen: '-', slash: '/', TeX: 'TeX', LaTeX: 'LaTeX', LaTeXe: 'LaTeX2e', BibTeX: 'BibTeX', biblatex: 'biblatex', XeTeX: 'XeTeX', LuaTeX: 'LuaTeX' };

const commands = new RegExp(`\\\\([A-Za-z]+)(?:${commandEnd}| ?)`, 'gu');

/** TeX takes the space after a command for its end; `\ ` is a space. */
function withoutCommands(text: string, leftOut: Set<string>): string {
  return text
    .replace(/\\(?=\s|$)/g, '\\{}')
    .replace(commands, (_, name: string) => {
      if (words[name] === undefined) leftOut.add(`\\${name}`);
      return words[name] ?? '';
    })
    .replaceAll('\\{}', '')
    .replaceAll(commandEnd, '');
}

/** Names of languages in BibLaTeX (babel's and polyglossia's) -> BCP 47. */
const languages: Readonly<Record<string, string>> = {
  american: 'en-US', usenglish: 'en-US', english: 'en', british: 'en-GB', ukenglish: 'en-GB', australian: 'en-AU', canadian: 'en-CA', newzealand: 'en-NZ',
  arabic: 'ar', bulgarian: 'bg', catalan: 'ca', croatian: 'hr', czech: 'cs', danish: 'da', dutch: 'nl', estonian: 'et', finnish: 'fi',
  french: 'fr', canadien: 'fr-CA', galician: 'gl', german: 'de', ngerman: 'de', austrian: 'de-AT', naustrian: 'de-AT', swissgerman: 'de-CH', nswissgerman: 'de-CH',
  greek: 'el', polutonikogreek: 'el', hebrew: 'he', hungarian: 'hu', icelandic: 'is', italian: 'it', japanese: 'ja', latin: 'la', latvian: 'lv', lithuanian: 'lt',
  norsk: 'nb', nynorsk: 'nn', norwegian: 'nb', persian: 'fa', polish: 'pl', portuguese: 'pt', brazilian: 'pt-BR', brazil: 'pt-BR', romanian: 'ro', russian: 'ru',
  serbian: 'sr', slovak: 'sk', slovene: 'sl', slovenian: 'sl', spanish: 'es', swedish: 'sv', turkish: 'tr', ukrainian: 'uk', chinese: 'zh',
};
