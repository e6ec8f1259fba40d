import type { Paragraph } from 'mdast';
import type { Node } from 'unist';
import { configFile, registerKinds } from './book.js';
import type { Read, Source } from './document.js';
import type { NodeId } from './id.js';
import type { Place } from './place.js';

/** Where a node stands in its file, for a message: its first line, underlined as far as it reaches. */
export function placeOf(source: Pick<Source, 'file' | 'origin'>, node: Node): Place {
  const position = node.position;
  if (!position) return { file: source.file, line: source.origin.line + 1 };
  const { start, end } = position;
  const length = start.line === end.line ? Math.max(1, end.column - start.column) : 1;
  return {
    file: source.file,
    line: source.origin.line + start.line,
    column: (start.line === 1 ? source.origin.column : 0) + start.column,
    length,
  };
}

/** What an author wrote for a node, to the letter. */
export function sourceOf(node: Node, source: Pick<Source, 'text'>): string {
  return source.text.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

/** A table drawn with `+---+`, which this Markdown does not have: it is shown as it was drawn. */
export function isDrawnTable(node: Paragraph): boolean {
  const [first] = node.children;
  return first?.type === 'text' && /^\+[-=:]+\+/.test(first.value);
}

/** Where a node id (`03-thaw:1402`) stands: the way back from a page to the manuscript. */
export function placeFinder(book: Read): (id: NodeId) => Place {
  const sources = new Map<string, Source>();
  for (const source of [...book.chapters, ...(book.imprint ? [book.imprint] : []), ...registerKinds.flatMap((kind) => book.registers[kind].flatMap((entry) => Object.values(entry.texts)))]) {
    sources.set(source.stem, source);
  }
  return (id) => {
    const cut = id.lastIndexOf(':');
    const source = sources.get(id.slice(0, cut));
    if (!source) return { file: configFile };
    const offset = Number.parseInt(id.slice(cut + 1), 10);
    if (Number.isNaN(offset)) return { file: source.file, line: 1 };
    const before = source.text.slice(0, offset).split('\n');
    return { file: source.file, line: source.origin.line + before.length, column: (before.length === 1 ? source.origin.column : 0) + (before.at(-1) ?? '').length + 1 };
  };
}
