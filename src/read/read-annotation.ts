import type { ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { LibraryEntry } from '../cite/library.js';
import type { Source } from '../model/document.js';
import { parseMarkdown } from './markdown.js';

const fields = ['annotation', 'annote', 'note'] as const;

/**
 * The author's words on a source, as Markdown: the first of the fields that holds any.
 *
 * @param printed the entry as the style gives it; many styles print a `note`, which is not said twice then
 * @param stem begins the ids of its nodes
 * Not here: notes, citations and references in it, which nothing has counted (pass/check.ts reports them).
 */
export function readAnnotation({ csl, place }: LibraryEntry, printed: readonly ElementContent[], stem: string): Source | undefined {
  const field = fields.find((name) => typeof csl[name] === 'string' && csl[name].trim() !== '');
  const text = field === undefined ? '' : String(csl[field]);
  if (text === '' || (field === 'note' && toString({ type: 'root', children: [...printed] }).includes(text.trim()))) return undefined;
  return { file: place.file, stem, text, tree: parseMarkdown(text), origin: { line: (place.line ?? 1) - 1, column: 0 } };
}
