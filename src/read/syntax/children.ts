/** Small moves on mdast nodes that several constructs share: taking a buffered fragment, trimming text with its position. */
import type { PhrasingContent, Text } from 'mdast';
import type { CompileContext } from 'mdast-util-from-markdown';
import type { Point } from 'unist';

/** Ends the buffer that the innermost `buffer()` began and returns the nodes in it. */
export function resumeChildren(context: CompileContext): PhrasingContent[] {
  const fragment = context.stack.at(-1);
  context.resume();
  return fragment?.type === 'fragment' ? fragment.children : [];
}

/** The point after `source`, which begins at `start`. */
export function advance(start: Point, source: string): Point {
  const lines = source.split(/\r\n|\n|\r/);
  const last = lines.at(-1) ?? '';
  return {
    line: start.line + lines.length - 1,
    column: lines.length === 1 ? start.column + last.length : last.length + 1,
    offset: (start.offset ?? 0) + source.length,
  };
}

/** White space at the end of a stretch of source; after a line ending also the marks of the quotations around it. */
const blankTail = /(?:[ \t]|(?:\r\n|\n|\r)[ \t>]*)+$/;

/**
 * Drops white space from the end of a run of inline content, and the text node itself when nothing is left of it.
 *
 * @param source the document, to find where the shorter text ends
 */
export function trimEnd(children: PhrasingContent[], source: string): void {
  const last = children.at(-1);
  if (last?.type !== 'text') return;
  const value = last.value.trimEnd();
  if (value === '') children.pop();
  else if (value.length < last.value.length) {
    last.value = value;
    reach(last, sourceOf(last, source).replace(blankTail, ''));
  }
}

/** Shortens a text node by `tail`, which must be its literal end, white space before it included. */
export function cutEnd(children: PhrasingContent[], tail: string, source: string): void {
  const last = children.at(-1);
  if (last?.type !== 'text') return;
  last.value = last.value.slice(0, last.value.length - tail.length);
  const written = sourceOf(last, source);
  // A tail over several lines may have quotation marks between them in the source: its first line finds it all the same.
  reach(last, written.slice(0, Math.max(0, written.lastIndexOf(tail.split('\n', 1)[0] ?? ''))));
  trimEnd(children, source);
}

/** Drops the first `count` characters of a run of inline content; they stand on one line and are nobody's escape. */
export function cutStart(children: PhrasingContent[], count: number): void {
  const first = children[0];
  if (first?.type !== 'text') return;
  first.value = first.value.slice(count);
  const start = first.position?.start;
  if (start !== undefined) {
    start.column += count;
    start.offset = (start.offset ?? 0) + count;
  }
  if (first.value === '') children.shift();
}

function sourceOf(node: Text, source: string): string {
  return source.slice(node.position?.start.offset, node.position?.end.offset);
}

function reach(node: Text, written: string): void {
  if (node.position !== undefined) node.position.end = advance(node.position.start, written);
}
