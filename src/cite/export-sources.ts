import type { Resolved } from '../model/document.js';
import { citedBy } from './cited-by.js';
import { writeBibtex } from './engine.js';
import { keysWithoutCitation } from './select-sources.js';

export type ExportFormat = 'csl-json' | 'bibtex' | 'biblatex';

/** For other programs: the sources that the book cites or names by `nocite`, in the order of the library. */
export function exportSources(resolved: Resolved, format: ExportFormat): string {
  const keys = new Set([...resolved.citations.flatMap(({ node }) => node.parts.flatMap(({ key }) => citedBy(resolved.library, key))), ...keysWithoutCitation(resolved)]);
  const sources = [...resolved.library.entries.values()].filter(({ key }) => keys.has(key));
  return format === 'csl-json' ? `${JSON.stringify(sources.map(({ csl }) => csl), undefined, 2)}\n` : writeBibtex(sources, format);
}
