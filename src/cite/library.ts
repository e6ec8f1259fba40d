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
  /** Of a BibLaTeX `@set`: the keys that a citation of it cites. */
  readonly members?: readonly string[];
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
  return { entries };
}

/** Styles put the address before a DOI themselves. A set has its DOI from a member, of which it is said. */
function withPlainDoi(entry: LibraryEntry, report: Report): LibraryEntry {
  const { DOI: written } = entry.csl;
  if (typeof written !== 'string' || plainDoi(written) === written) return entry;
  const doi = plainDoi(written);
  if (doi !== written.trim() && !entry.members) report('c-024', entry.place, `the DOI of \`${entry.key}\` is written as an address, and is taken for ${doi}`, `write \`${doi}\``);
  return { ...entry, csl: { ...entry.csl, DOI: doi } };
}
