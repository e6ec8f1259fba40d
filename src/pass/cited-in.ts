import type { Nodes } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Source } from '../model/document.js';
import type { Citation } from '../model/syntax.js';
import { definitionOf } from './walk.js';

/** The citations in a stretch of text, those in the notes it calls with them, in the order of the reader. */
export function citedIn(node: Nodes, source: Source): Citation[] {
  const found: Citation[] = [];
  visit(node, (inner) => {
    if (inner.type === 'citation') found.push(inner);
    const note = inner.type === 'footnoteReference' ? definitionOf(source, inner.identifier) : undefined;
    if (note) for (const child of note.children) found.push(...citedIn(child, source));
  });
  return found;
}
