/** What a citation of a key cites: the members, when the key is that of a BibLaTeX `@set`; the entry, when it is an alias. */
import type { Library } from './library.js';
import type { OccurrencePart } from './render.js';

export const citedBy = (library: Library, key: string): readonly string[] => library.entries.get(key)?.members ?? [key];

/** A citation of a set is one citation of its members: what stands before it stands before the first, what follows after the last. */
export function citedParts(library: Library, part: OccurrencePart): OccurrencePart[] {
  const keys = citedBy(library, part.key);
  return keys.map((key, index) => ({ ...part, key, prefix: index === 0 ? part.prefix : [], suffix: index === keys.length - 1 ? part.suffix : [] }));
}
