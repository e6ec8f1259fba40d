/**
 * Finds the mentions of abbreviations that are set in full, by the book's rule: the first in the book, or in each chapter.
 *
 * In: mentions in the reader's order. A title is no place to explain anything, since it is repeated where nothing is explained; an
 * author's own `form` says what it says, and explains the abbreviation when it is not `short`.
 */
import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Chapter, Collected, RegisterEntry } from '../model/document.js';
import type { NodeId } from '../model/id.js';

export function expandAbbreviations({ config, chapters, labelled, mentions }: Pick<Collected, 'config' | 'chapters' | 'labelled' | 'mentions'>): Set<NodeId> {
  const expanded = new Set<NodeId>();
  if (config.abbreviations === 'as-written') return expanded;
  const inTitles = directivesIn([...chapters.flatMap(({ title }) => title), ...labelled.flatMap(({ node }) => (node.type === 'heading' ? [node] : []))]);
  const explained = new Map<Chapter | undefined, Set<RegisterEntry>>();
  for (const { id, entry, chapter, node } of mentions) {
    if (entry.kind !== 'abbreviations' || inTitles.has(node)) continue;
    const scope = config.abbreviations === 'expand-first' ? undefined : chapter;
    const known = explained.get(scope) ?? new Set();
    explained.set(scope, known);
    const form = node.attributes?.['form'];
    if (form === 'short' || known.has(entry)) continue;
    known.add(entry);
    if (!form) expanded.add(id);
  }
  return expanded;
}

function directivesIn(nodes: readonly Nodes[]): Set<Nodes> {
  const found = new Set<Nodes>();
  for (const node of nodes) visit(node, 'textDirective', (directive) => void found.add(directive));
  return found;
}
