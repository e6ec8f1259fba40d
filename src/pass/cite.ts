import type { Nodes } from 'mdast';
import { citedParts } from '../cite/cited-by.js';
import { entryAnchor } from '../cite/entry-anchor.js';
import type { OccurrencePart } from '../cite/render.js';
import { isParted, keysWithoutCitation } from '../cite/select-sources.js';
import { citeStep } from '../cite/step.js';
import { styleFacts } from '../cite/style.js';
import type { Context } from '../model/context.js';
import type { Cited, Numbered } from '../model/document.js';
import type { NodeId } from '../model/id.js';
import { remember } from '../world/remember.js';

/**
 * Sets every citation of the book, in document order, through one processor; or takes their words from an earlier run that set the
 * same ones.
 *
 * In: `Numbered`: note numbers known, since "ibid." and first references depend on them.
 * Out: `Cited`: the words of each citation and the bibliography in the style's order.
 */
export async function cite(numbered: Numbered, { world }: Context): Promise<Cited> {
  const { style, library, noteNumbers, comments, lists, citations, notes: calls, chapters, config } = numbered;
  const uncited = keysWithoutCitation(numbered);
  // A processor takes long to load, and longer to open.
  if (citations.length === 0 && uncited.length === 0) return { ...numbered, citationTexts: new Map(), citationNotes: new Map(), bibliography: [] };
  // A comment is a note without a number: counted from below, so that it is taken for none of them.
  const ordinals = new Map([...calls.map(({ id }, index) => [id, index + 1] as const), ...comments.map(({ id }, index) => [id, -1 - index] as const)]);
  const chapterIndex = new Map(chapters.map((chapter, index) => [chapter, index]));
  // Text that grows before a citation moves its id, but changes none of its words.
  const ids = citations.map(({ id }, index) => `${id.slice(0, id.lastIndexOf(':'))}:${index}` as NodeId);
  const occurrences = citations.map(({ id, node, insideNote, isInserted, chapter }, index) => ({
    id: ids[index] as NodeId,
    mode: node.mode,
    parts: node.parts.filter((part) => library.entries.has(part.key)).flatMap((part) => citedParts(library, part)),
    noteNumber: noteNumbers.get(insideNote ?? id) ?? 0,
    noteOrdinal: ordinals.get(insideNote ?? id) ?? 0,
    insideNote: insideNote !== undefined,
    isInserted: isInserted === true,
    chapter: chapterIndex.get(chapter) ?? 0,
  }));
  const used = new Set([...occurrences.flatMap(({ parts }) => parts.map(({ key }) => key)), ...uncited]);
  const sources = [...used].flatMap((key) => library.entries.get(key) ?? []);
  const options = { nocite: uncited, isParted: lists.some(isParted), restart: config.citation.restart };
  const { texts, notes, bibliography } = await remember(world, citeStep('citations'), [styleFacts(style), sources.map(({ csl }) => csl), occurrences.map(withoutPlaces), options], async () => {
    const { renderCitations } = await import('../cite/render.js');
    const rendered = renderCitations(style, { entries: new Map(sources.map((entry) => [entry.key, entry])) }, occurrences, options);
    return { texts: ids.map((id) => rendered.texts.get(id) ?? null), notes: ids.map((id) => rendered.notes.get(id) ?? null), bibliography: rendered.bibliography };
  });
  const byCitation = <T,>(given: readonly (T | null)[]): Map<NodeId, T> => new Map(citations.flatMap(({ id }, index) => given[index] === null ? [] : [[id, given[index] as T]]));
  return {
    ...numbered,
    citationTexts: byCitation(texts),
    citationNotes: byCitation(notes),
    bibliography: bibliography.map((entry) => ({ ...entry, anchor: entryAnchor(entry.key) })),
  };
}

/** Where words stand is another matter than what they say. */
function withoutPlaces<T extends { readonly parts: readonly OccurrencePart[] }>(occurrence: T): unknown {
  return { ...occurrence, parts: occurrence.parts.map((part) => ({ ...part, prefix: part.prefix.map(withoutPlace), suffix: part.suffix.map(withoutPlace) })) };
}

function withoutPlace(node: Nodes): unknown {
  const { position, ...said } = node;
  return 'children' in node ? { ...said, children: node.children.map(withoutPlace) } : said;
}
