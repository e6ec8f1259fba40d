/**
 * Reads the sources a book may cite: BibTeX and BibLaTeX (.bib), CSL-JSON (.json).
 *
 * Out: every entry that can be read, by key, with its place. What cannot be read is named by a finding and never stops the
 * rest: c-002 (does not parse), c-006 (second entry of one key), c-007 (a field or type left out). Never throws.
 * Not here: whether an entry is cited (pass/collect.ts), how it prints (cite/render.ts).
 */
import type { Report } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Place } from '../model/place.js';
import { type BibtexChunk, cutBibtex, hasKey } from './bibtex.js';
import type { CslItem } from './csl.js';
import { entriesToCsl, entryTypes, type RawEntry, readEntries } from './engine.js';
import { readCslJson } from './csl-json.js';
import { refineEntry } from './refine-entry.js';

export interface Library {
  readonly entries: ReadonlyMap<string, LibraryEntry>;
}

export interface LibraryEntry {
  readonly key: string;
  readonly csl: CslItem;
  /** Its key, in the file it stands in. */
  readonly place: Place;
}

export function readLibrary(files: readonly { readonly file: string; readonly text: string }[], report: Report): Library {
  const entries = new Map<string, LibraryEntry>();
  for (const { file, text } of files) {
    const found = file.toLowerCase().endsWith('.json') ? readCslJson(file, text, report) : readBibtex(file, text, report);
    for (const entry of found) {
      const first = entries.get(entry.key);
      if (first) report('c-006', entry.place, `there is already an entry \`${entry.key}\`; this one is left out`, { text: 'the first one', place: first.place });
      else entries.set(entry.key, entry);
    }
  }
  return { entries };
}

function readBibtex(file: string, text: string, report: Report): LibraryEntry[] {
  const chunks = cutBibtex(text.replace(/^\uFEFF/, ''));
  if (chunks.length === 0 && text.trim() !== '') report('c-002', { file }, 'there is no entry in this file', 'an entry looks like `@book{key, title = {…}}`');

  const sound = chunks.filter((chunk) => isSound(chunk, file, report));
  return convert(parseChunks(sound, file, report), file, report).flatMap(({ entry, place, item }) => {
    reportType(entry, place, report);
    const { item: csl, leftOut } = refineEntry(item, entry);
    for (const command of leftOut) report('c-007', place, `the command \`${command}\` in entry \`${entry.label}\` is not known and is left out`);
    return [{ key: entry.label, csl: { ...csl, id: entry.label }, place }];
  });
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
  readonly entry: RawEntry;
  readonly place: Place;
  readonly item: CslItem;
}

/** All at once, again; when a value cannot be read, its field is left out with a finding, and only then its entry. */
function convert(parsed: readonly (readonly [BibtexChunk, RawEntry])[], file: string, report: Report): Converted[] {
  const withItems = (entries: readonly RawEntry[]): Converted[] | undefined => {
    const { value } = attempt(() => entriesToCsl(entries));
    if (value?.length !== entries.length) return undefined;
    return entries.map((entry, index) => ({ entry, place: placeOf((parsed[index] as (typeof parsed)[number])[0], file), item: value[index] as CslItem }));
  };
  const readable = (): RawEntry[] => parsed.map(([chunk, entry]) => withReadableFields(entry, placeOf(chunk, file), report));
  const found = withItems(parsed.map(([, entry]) => entry)) ?? withItems(readable());
  if (found) return found;

  return parsed.flatMap(([chunk, entry]) => {
    const place = placeOf(chunk, file);
    const { value, fault } = attempt(() => entriesToCsl([entry]));
    if (value?.[0]) return [{ entry, place, item: value[0] }];
    report('c-002', place, `entry \`${entry.label}\` does not parse: ${inWords(fault ?? '')}`);
    return [];
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
  if (entry.type === 'set' || entry.type === 'xdata') {
    report('c-007', place, `\`@${entry.type}\` is not supported: entry \`${entry.label}\` prints without what its members say`, 'cite the members');
    return;
  }
  report('c-007', place, `the entry type \`@${entry.type}\` is not known; \`${entry.label}\` is taken for a document of no special kind`, ...nearest(entry.type, [...entryTypes]).map((type) => `\`@${type}\` exists`));
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
