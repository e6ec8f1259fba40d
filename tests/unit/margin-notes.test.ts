/** Which notes want the margin: the author's word counts, then the book's. */
import { expect, test } from 'vitest';
import { readBook } from '../suite/book.js';

const text = `# T

One^[a]{.margin}, two^[b], three[^c]{.margin}, four^[d]{.foot}.

[^c]: C.
`;

test.each([
  ['nothing said', 'title: T\nchapters: [a.md]\n', [1, 3]],
  ['`page.notes: margin`', 'title: T\nchapters: [a.md]\npage: {notes: margin}\n', [1, 2, 3]],
])('%s', async (_, yaml, wanted) => {
  const { print, findings } = await readBook({ 'book.yaml': yaml, 'a.md': text });
  expect(findings).toEqual([]);
  expect(print.flatMap((part) => part.notes).flatMap((note) => (note.isMarginal ? [note.number] : []))).toEqual(wanted);
});
