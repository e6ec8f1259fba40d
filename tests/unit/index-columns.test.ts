/** In how many columns an index is printed. */
import { expect, test } from 'vitest';
import type { Part } from '../../src/model/document.js';
import { readBook, said } from '../suite/book.js';

async function columnsIn(size: string, directive: string) {
  const book = await readBook({ 'book.yaml': `title: T\nchapters: [a.md]\npage: {size: ${size}}\n`, 'a.md': `# One\n\n:index[Salt] and :index[roads].\n\n${directive}\n` });
  const isDouble = (parts: readonly Part[]): boolean => JSON.stringify(parts).includes('"dataColumns"');
  return { print: isDouble(book.print), epub: isDouble(book.epub), said: said(book) };
}

test.each([
  ['A5', '::index', true],
  ['A6', '::index', false],
  ['A5', '::index{columns=1}', false],
  ['A6', '::index{columns=2}', true],
])('on %s, %s: in two is %s', async (size, directive, isDouble) => expect(await columnsIn(size, directive)).toEqual({ print: isDouble, epub: false, said: [] }));

test('there are no three', async () => expect((await columnsIn('A5', '::index{columns=3}')).said).toEqual(['d-002 a.md:5:9 an index has no `3` columns']));
