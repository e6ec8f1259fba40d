/**
 * Reads the sources a book may cite: BibTeX and BibLaTeX, CSL-JSON, CSL-YAML and RIS, each by the ending of its name.
 *
 * Out: every entry that can be read, by key, with its place. What cannot be read is named by a finding and never stops the
 * rest: c-006 (second entry of one key), c-024 (a DOI with its address) and what the readers of the formats report. Never throws.
 * Not here: whether an entry is cited (pass/collect.ts), how it prints (cite/render.ts).
 */
import type { Report } from '../diagnostics/diagnostic.js';
import type { Place } from '../model/place.js';
import type { CslItem } from './csl.js';
import { readCslJson } from './csl-json.js';
import { readCslYaml } from './csl-yaml.js';
import { plainDoi } from './identifier.js';
import { readBibtex } from './read-bibtex.js';
import { readRis } from './ris.js';
import { endingOf } from './source-endings.js';

export interface Library {
  readonly entries: ReadonlyMap<string, LibraryEntry>;
}

export interface LibraryEntry {
  readonly key: string;
  readonly csl: CslItem;
  /** Its key, in the file it stands in. */
  readonly place: Place;
  /** What a citation of this key cites instead: the members of a BibLaTeX `@set`, or the entry that has it for an alias. */
  readonly members?: readonly string[];
  /** Of a BibLaTeX entry: further keys that it may be cited by (`ids`). */
  readonly aliases?: readonly string[];
  /** It says itself that nobody knows its date: `unknown`. */
  readonly isUndated?: true;
  /** It stands for the entry that has it for an alias. */
  readonly isAlias?: true;
  /** The type that a .bib file gives it: CSL has one for several of BibLaTeX's. */
  readonly bibType?: string;
}

export interface SourceFile {
  readonly file: string;
  readonly text: string;
}

const readers: Readonly<Record<string, (file: string, text: string, report: Report) => LibraryEntry[]>> = {
  '.json': readCslJson,
  '.yaml': readCslYaml,
  '.yml': readCslYaml,
  '.ris': readRis,
};

/** @param files each with one of the `sourceEndings` */
export function readLibrary(files: readonly SourceFile[], report: Report): Library {
  const byKind = files.map((source) => ({ ...source, reader: readers[endingOf(source.file) ?? ''] }));
  const fromBibtex = readBibtex(byKind.filter(({ reader }) => reader === undefined), report);
  const entries = new Map<string, LibraryEntry>();
  for (const { file, text, reader } of byKind) {
    for (const entry of reader?.(file, text, report) ?? fromBibtex.filter(({ place }) => place.file === file)) {
      const first = entries.get(entry.key);
      if (first) report('c-006', entry.place, `there is already an entry \`${entry.key}\`; this one is left out`, { text: 'the first one', place: first.place });
      else entries.set(entry.key, withPlainDoi(entry, report));
    }
  }
  addAliases(entries, report);
  return { entries };
}

function addAliases(entries: Map<string, LibraryEntry>, report: Report): void {
  for (const entry of [...entries.values()]) {
    for (const alias of entry.aliases ?? []) {
      const taken = entries.get(alias);
      if (taken) report('c-006', entry.place, `the alias \`${alias}\` (\`ids\`) of \`${entry.key}\` is the key of another entry, which is the one that it cites`, { text: 'the other one', place: taken.place });
      else entries.set(alias, { key: alias, csl: entry.csl, place: entry.place, members: entry.members ?? [entry.key], isAlias: true });
    }
  }
}

/** Styles put the address before a DOI themselves. A set has its DOI from a member, of which it is said. */
function withPlainDoi(entry: LibraryEntry, report: Report): LibraryEntry {
  const { DOI: written } = entry.csl;
  if (typeof written !== 'string' || plainDoi(written) === written) return entry;
  const doi = plainDoi(written);
  if (doi !== written.trim() && !entry.members) report('c-024', entry.place, `the DOI of \`${entry.key}\` is written as an address, and is taken for ${doi}`, `write \`${doi}\``);
  return { ...entry, csl: { ...entry.csl, DOI: doi } };
}
