import { citedParts } from '../cite/cited-by.js';
import { isParted, keysWithoutCitation } from '../cite/select-sources.js';
import type { Cited, Numbered } from '../model/document.js';

/**
 * Sets every citation of the book, in document order, through one processor.
 *
 * In: `Numbered`: note numbers known, since "ibid." and first references depend on them.
 * Out: `Cited`: the words of each citation and the bibliography in the style's order.
 */
export async function cite(numbered: Numbered): Promise<Cited> {
  const { style, library, noteNumbers, lists, notes: calls, chapters, config } = numbered;
  const uncited = keysWithoutCitation(numbered);
  // A processor takes long to load, and longer to open.
  if (numbered.citations.length === 0 && uncited.length === 0) return { ...numbered, citationTexts: new Map(), citationNotes: new Map(), bibliography: [] };
  const { entryAnchor, renderCitations } = await import('../cite/render.js');
  const ordinals = new Map(calls.map((call, index) => [call.id, index + 1]));
  const chapterIndex = new Map(chapters.map((chapter, index) => [chapter, index]));
  const occurrences = numbered.citations.map(({ id, node, insideNote, chapter }) => ({
    id,
    mode: node.mode,
    parts: node.parts.filter((part) => library.entries.has(part.key)).flatMap((part) => citedParts(library, part)),
    noteNumber: noteNumbers.get(insideNote ?? id) ?? 0,
    noteOrdinal: ordinals.get(insideNote ?? id) ?? 0,
    insideNote: insideNote !== undefined,
    chapter: chapterIndex.get(chapter) ?? 0,
  }));
  const { texts, notes, bibliography } = renderCitations(style, library, occurrences, { nocite: uncited, isParted: lists.some(isParted), restart: config.citation.restart });
  return {
    ...numbered,
    citationTexts: texts,
    citationNotes: notes,
    bibliography: bibliography.map((entry) => ({ ...entry, anchor: entryAnchor(entry.key) })),
  };
}
