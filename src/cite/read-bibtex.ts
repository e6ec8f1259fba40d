/**
 * Reads BibTeX and BibLaTeX: all .bib files of a book as one, for their entries refer to each other.
 *
 * Out: every entry that can be read, with its place, in the order of the files. Reports c-002 (does not parse), c-007 (a
 * field or type left out), c-011 (an entry that another refers to is missing), c-012 (nothing can print it). Never throws.
 */
import type { Report } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Place } from '../model/place.js';
import { type BibtexChunk, cutBibtex, hasKey } from './bibtex.js';
import type { CslItem } from './csl.js';
import { entriesToCsl, entryTypes, type RawEntry, readEntries } from './engine.js';
import { inherit, keysIn, type PlacedEntry, reportMissing } from './inherit.js';
import type { LibraryEntry, SourceFile } from './library.js';
import { prepareEntry } from './prepare-entry.js';
import { refineEntry } from './refine-entry.js';
import { reportUnprinted } from './report-unprinted.js';

export function readBibtex(files: readonly SourceFile[], report: Report): LibraryEntry[] {
  const parsed = inherit(files.flatMap(({ file, text }) => parseFile(file, text, report)), report);
  const single = convert(parsed.filter(({ entry }) => entry.type !== 'set'), report);
  const bySource = new Map(single.map((read) => [read.source, read.made] as const));
  const byKey = new Map(single.toReversed().flatMap(({ made }) => [...(made.aliases ?? []), made.key].map((key) => [key, made] as const)));
  return parsed.flatMap((placed) => {
    const made = placed.entry.type === 'set' ? readSet(placed, byKey, report) : bySource.get(placed);
    return made ? [made] : [];
  });
}

/** A set has no words of its own: its first member's stand for it where one source is wanted. */
function readSet(placed: PlacedEntry, known: ReadonlyMap<string, LibraryEntry>, report: Report): LibraryEntry | undefined {
  const { entry, place } = placed;
  const keys = keysIn(entry.properties['entryset']);
  const members = keys.flatMap((key) => known.get(key) ?? []);
  for (const key of keys) if (!known.has(key)) reportMissing(placed, key, 'entryset', [...known.keys()], report);
  const [first] = members;
  if (first) return { key: entry.label, csl: { ...first.csl, id: entry.label }, place, members: members.map(({ key }) => key), ...aliasesOf(placed) };
  report('c-002', place, `the set \`${entry.label}\` has no members`, 'name them: `entryset = {one, two}`');
  return undefined;
}

function parseFile(file: string, text: string, report: Report): PlacedEntry[] {
  const chunks = cutBibtex(text.replace(/^\uFEFF/, ''));
  if (chunks.length === 0 && text.trim() !== '') report('c-002', { file }, 'there is no entry in this file', 'an entry looks like `@book{key, title = {…}}`');
  const sound = chunks.filter((chunk) => isSound(chunk, file, report));
  return parseChunks(sound, file, report).map(([chunk, entry]) => ({ entry, place: placeOf(chunk, file) }));
}

function placeOf(chunk: BibtexChunk, file: string): Place {
  return { file, line: chunk.keyLine, column: chunk.column, length: (chunk.key ?? '@').length };
}

/** Whether a chunk is worth parsing: braces closed, a key where one belongs. */
function isSound(chunk: BibtexChunk, file: string, report: Report): boolean {
  if (chunk.type === 'comment') return false;
  const place = placeOf(chunk, file);
  const name = chunk.key === undefined ? `this \`@${chunk.type}\`` : `entry \`${chunk.key}\``;
  if (chunk.form === 'open') report('c-002', place, `${name} never closes: a brace is missing`);
  else if (chunk.form === 'overrun') report('c-002', place, `${name} closes before its last fields: it has a closing brace too many`);
  else if (hasKey(chunk.type) && chunk.key === undefined) report('c-002', place, `${name} has no key`, 'write it first: `@book{smith2003, …}`');
  else return true;
  return false;
}

/** All at once, which is fast; one by one when that fails, so that only the broken entries are lost. */
function parseChunks(chunks: readonly BibtexChunk[], file: string, report: Report): (readonly [BibtexChunk, RawEntry])[] {
  const keyed = chunks.filter(({ key }) => key !== undefined);
  const strings = chunks.filter(({ type }) => type === 'string');
  const whole = attempt(() => readEntries(chunks.map(({ text }) => text).join('\n')));
  if (whole.value?.length === keyed.length) return whole.value.map((entry, index) => [keyed[index] as BibtexChunk, entry] as const);

  const definitions = strings
    .filter((definition) => {
      const { fault } = attempt(() => readEntries(definition.text));
      if (fault !== undefined) report('c-002', { file, line: definition.line }, `this \`@string\` does not parse: ${inWords(fault)}`);
      return fault === undefined;
    })
    .map(({ text }) => text.replace(/\s*\n\s*/g, ' '))
    .join(' ');
  return keyed.flatMap((chunk) => {
    const { value, fault } = attempt(() => readEntries(`${definitions}\n${chunk.text}`));
    const entry = value?.[0];
    if (entry) return [[chunk, entry] as const];
    const within = Number(/ at line (\d+)/.exec(fault ?? '')?.[1] ?? 2) - 2;
    report('c-002', within > 0 ? { file, line: chunk.line + within } : placeOf(chunk, file), `entry \`${chunk.key ?? ''}\` does not parse: ${inWords(fault ?? '')}`);
    return [];
  });
}

interface Converted {
  readonly source: PlacedEntry;
  readonly made: LibraryEntry;
}

function convert(sources: readonly PlacedEntry[], report: Report): Converted[] {
  const known = new Set(sources.flatMap(({ entry }) => [entry.label, ...keysIn(entry.properties['ids'])]));
  const prepared = sources.map((source) => ({ source, ...prepareEntry(source.entry) }));
  const items = convertAll(prepared.map(({ source, entry }) => ({ entry, place: source.place })), report);
  return prepared.flatMap(({ source, entry, unprinted }, index) => {
    const item = items[index];
    if (!item) return [];
    const { place } = source;
    reportType(entry, place, report);
    const { item: csl, leftOut, notDates } = refineEntry(item, { ...entry, properties: { ...source.entry.properties, ...entry.properties } });
    for (const command of leftOut) report('c-007', place, `the command \`${command}\` in entry \`${entry.label}\` is not known and is left out`);
    for (const field of notDates) report('c-007', place, `the field \`${field}\` of entry \`${entry.label}\` is not a date and is printed as it is written: \`${source.entry.properties[field]}\``, 'write `1933`, `1933-09-02`, `1918/1940`, `1990/..` or `1933~`');
    reportUnprinted(unprinted, entry.label, place, report);
    reportRelated(source, known, report);
    return [{ source, made: { key: entry.label, csl: { ...csl, id: entry.label }, place, bibType: entry.type, ...aliasesOf(source), ...(isUndated(source) && { isUndated: true }) } }];
  });
}

const isUndated = ({ entry: { properties } }: PlacedEntry): boolean => /^\s*unknown\s*$/.test(String(properties['date'] ?? properties['year'] ?? ''));

function aliasesOf({ entry }: PlacedEntry): Pick<LibraryEntry, 'aliases'> {
  const aliases = keysIn(entry.properties['ids']).filter((key) => key !== entry.label);
  return aliases.length > 0 ? { aliases } : {};
}

/** All at once, which is fast; when a value cannot be read, its field is left out with a finding, and only then its entry. */
function convertAll(sources: readonly PlacedEntry[], report: Report): (CslItem | undefined)[] {
  const whole = (entries: readonly RawEntry[]): readonly CslItem[] | undefined => {
    const { value } = attempt(() => entriesToCsl(entries));
    return value?.length === entries.length ? value : undefined;
  };
  const readable = (): RawEntry[] => sources.map(({ entry, place }) => withReadableFields(entry, place, report));
  const found = whole(sources.map(({ entry }) => entry)) ?? whole(readable());
  if (found) return [...found];
  return sources.map(({ entry, place }) => {
    const { value, fault } = attempt(() => entriesToCsl([entry]));
    if (!value?.[0]) report('c-002', place, `entry \`${entry.label}\` does not parse: ${inWords(fault ?? '')}`);
    return value?.[0];
  });
}

function withReadableFields(entry: RawEntry, place: Place, report: Report): RawEntry {
  const properties: Record<string, string | number> = {};
  for (const [field, value] of Object.entries(entry.properties)) {
    const { fault } = attempt(() => entriesToCsl([{ ...entry, properties: { [field]: value } }]));
    if (fault === undefined) properties[field] = value;
    else report('c-007', place, `the field \`${field}\` of entry \`${entry.label}\` is not understood and is left out: ${inWords(fault)}`);
  }
  return { ...entry, properties };
}

function reportType(entry: RawEntry, place: Place, report: Report): void {
  if (entryTypes.has(entry.type) || entry.type === 'newspaper' || entry.type === 'magazine') return;
  report('c-007', place, `the entry type \`@${entry.type}\` is not known; \`${entry.label}\` is taken for a document of no special kind`, ...nearest(entry.type, [...entryTypes]).map((type) => `\`@${type}\` exists`));
}

/** BibLaTeX prints what an entry is related to; no style of the Citation Style Language does. */
function reportRelated(placed: PlacedEntry, known: ReadonlySet<string>, report: Report): void {
  const { label, properties } = placed.entry;
  const [keys, missing] = [true, false].map((there) => keysIn(properties['related']).filter((key) => known.has(key) === there)) as [string[], string[]];
  for (const key of missing) reportMissing(placed, key, 'related', [...known], report);
  if (keys.length === 0) return;
  const names = keys.map((key) => `\`${key}\``).join(', ');
  report('c-012', placed.place, `what entry \`${label}\` is related to is not printed: ${names}`, `cite ${names} beside it, or say it in its \`note\``);
}

/** citation-js throws whatever its grammar meets; here that is an answer. */
function attempt<T>(read: () => T): { value?: T; fault?: string } {
  try {
    return { value: read() };
  } catch (fault) {
    if (!(fault instanceof Error)) throw fault;
    return { fault: fault.message };
  }
}

const tokens: Readonly<Record<string, string>> = {
  lbrace: '`{`', rbrace: '`}`', comma: 'a comma', equals: '`=`', quote: 'a quotation mark', identifier: 'a name', number: 'a number',
  label: 'a key', EOF: 'the end', hash: '`#`', text: 'text', at: '`@`', whitespace: 'a space', mathShift: '`$`', command: 'a command',
};

/** `expected "comma", got "identifier" at line 2 col 3: …` -> `expected a comma, found a name` */
function inWords(fault: string): string {
  const met = /expected "(\w+)", got "?(\w+)"?/.exec(fault);
  if (met) return `expected ${tokens[met[1] ?? ''] ?? met[1]}, found ${tokens[met[2] ?? ''] ?? met[2]}`;
  const first = (fault.split('\n', 1)[0] ?? '').replace(/ at line \d+ col \d+:?/, '').replace(/\.$/, '').trim();
  return first === '' ? 'its fields cannot be read' : first.charAt(0).toLowerCase() + first.slice(1);
}
