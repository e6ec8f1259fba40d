/**
 * A book's citations for reading and comparing.
 *
 * In: `Resolved`. Out: text that follows from the book alone, one citation or entry a line, so that a change of style, library or
 * manuscript is a readable difference of two texts.
 * Not here: its sources for other programs (cite/export-sources.ts).
 */
import type { ElementContent } from 'hast';
import type { Resolved } from '../model/document.js';
import { placeOf } from '../model/source.js';

/** Every citation as it is set, with its place, in the order of the reader; then every entry of the bibliography, with its key. */
export function listCitations({ citations, citationTexts, citationNotes, noteNumbers, bibliography }: Resolved): string {
  const cited = citations.map(({ id, node, source }) => {
    const { file, line, column } = placeOf(source, node);
    const note = citationNotes.get(id);
    const words = [inPlain(citationTexts.get(id) ?? []), ...(note ? [`[note ${noteNumbers.get(id)}: ${inPlain(note)}]`] : [])];
    return `${file}:${line}:${column}  ${words.filter((part) => part !== '').join(' ')}`;
  });
  const entries = bibliography.map(({ key, content }) => `${key}  ${inPlain(content)}`);
  return [cited, entries].filter((lines) => lines.length > 0).map((lines) => `${lines.join('\n')}\n`).join('\n');
}

const marks: Readonly<Record<string, string>> = { i: '*', em: '*', b: '**', strong: '**', sup: '^', sub: '~' };

/** Emphasis as Markdown writes it: a style that sets a title in italics differs from one that does not. */
function inPlain(content: readonly ElementContent[]): string {
  return content
    .map((node): string => {
      if (node.type !== 'element') return node.type === 'text' ? node.value : '';
      const mark = marks[node.tagName] ?? '';
      return `${mark}${inPlain(node.children)}${mark}`;
    })
    .join('');
}
