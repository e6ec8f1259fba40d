/**
 * Says in CSL what a BibLaTeX entry says and citation-js leaves unsaid: newspapers and magazines, language codes, short
 * titles, LaTeX commands that it does not know.
 *
 * In: one CSL item with the entry it came from. Out: the item refined, and the commands that had to be left out.
 */
import type { CslItem } from './csl.js';
import type { RawEntry } from './engine.js';

export function refineEntry(item: CslItem, entry: RawEntry): { item: CslItem; leftOut: readonly string[] } {
  const leftOut = new Set<string>();
  const refined: Record<string, unknown> = {};
  for (const [variable, given] of Object.entries(item)) {
    const value = isList(given) ? given.join(variable === 'language' ? ' ' : '; ') : given;
    refined[variable] = typeof value === 'string' && !opaque.has(variable) ? withoutCommands(value, leftOut) : value;
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
  for (const variable of dates) {
    const parts = item[variable] === undefined ? undefined : (item[variable] as { 'date-parts'?: readonly unknown[] })['date-parts'];
    if (parts?.includes(undefined)) refined[variable] = openDate(parts);
  }
  return { item: withShortTitle(refined as unknown as CslItem), leftOut: [...leftOut] };
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
const dates = ['issued', 'accessed', 'event-date', 'original-date', 'submitted'];
/** Not prose: a backslash there is no command. */
const opaque = new Set(['id', 'citation-key', 'type', 'URL', 'DOI', 'annote', 'abstract', 'keyword', 'file']);

/** `1990/` goes on: CSL has no word for that but the dash. */
function openDate(parts: readonly unknown[]): object {
  const [start, end] = parts.map((part) => (Array.isArray(part) ? part.join('-') : ''));
  return { literal: `${start ?? ''}–${end ?? ''}` };
}

const words: Readonly<Record<string, string>> = { hyphen: '-', slash: '/', TeX: 'TeX', LaTeX: 'LaTeX', LaTeXe: 'LaTeX2e', BibTeX: 'BibTeX', biblatex: 'biblatex', XeTeX: 'XeTeX', LuaTeX: 'LuaTeX' };

/** A known command that is a word of its own keeps the space after it; `\hyphen` and `\slash` join what is beside them; `\ ` is a space. */
function withoutCommands(text: string, leftOut: Set<string>): string {
  return text.replace(/\\(?=\s|$)/g, '').replace(/\\([A-Za-z]+)( ?)/g, (command, name: string, space: string) => {
    const word = words[name];
    if (word === undefined) {
      leftOut.add(command.trim());
      return '';
    }
    return word === '-' || word === '/' ? word : word + space;
  });
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
