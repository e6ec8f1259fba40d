import { describe, expect, test } from 'vitest';
import { svg, readBook, type Files } from '../suite/book.js';
import { memoryWorld } from '../../src/world/memory.js';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import { listen } from '../../src/read/source-hash.js';

const book: Files = {
  'book.yaml': 'title: T\ndate: 2026-11-22\nchapters: [a.md]\nimprint: i.md\nregisters: {terms: g.yaml}\n',
  'a.md': '# T\n\nWords, :term[salt].\n\n![A line](figures/x.svg){#fig:x}\n\n::include{file=parts/b.md}\n\n::glossary\n',
  'parts/b.md': 'More words.\n',
  'i.md': 'Printed at home.\n',
  'g.yaml': 'salt: {term: salt, definition: White.}\n',
  'figures/x.svg': svg,
};
const state = async (files: Files): Promise<string> => (await readBook(files)).resolved.sourceHash;

describe('the state of a text', () => {
  test('is eight digits, the same for the same files', async () => {
    expect(await state(book)).toMatch(/^[0-9a-f]{8}$/);
    expect(await state(book)).toBe(await state(book));
  });

  test.each(Object.keys(book))('is another when %s is', async (file) => {
    expect(await state({ ...book, [file]: `${String(book[file])}\n` })).not.toBe(await state(book));
  });

  test('does not know how a checkout ends lines', async () => {
    const windows = Object.fromEntries(Object.entries(book).map(([file, content]) => [file, String(content).replaceAll('\n', '\r\n')]));
    expect(await state(windows)).toBe(await state(book));
  });

  test('does not know of files that nothing names', async () => {
    expect(await state({ ...book, 'notes.md': 'To do.', 'build/t.pdf': 'x' })).toBe(await state(book));
  });

  test('is the same under any path, and of what is no text each byte counts', async () => {
    const of = async (folder: string, bytes: Uint8Array, beside = ''): Promise<string> => {
      const { context, hash } = listen({ world: memoryWorld({ [`${folder}/a`]: 'x', [`${folder}/b`]: bytes, [`${folder}/node_modules/c`]: beside, [`/elsewhere/d`]: beside }), folder, report: new Findings().report });
      for (const path of [`${folder}/b`, `${folder}/./a`, `${folder}/node_modules/c`, '/elsewhere/d']) await context.world.disk.read(path);
      return hash();
    };
    const picture = new Uint8Array([0x89, 0, 13, 10, 1]);
    const one = await of('book', picture);
    expect(await of('/somewhere/else/a book', picture, 'another program')).toBe(one);
    expect(await of('book', new Uint8Array([0x89, 0, 10, 1]))).not.toBe(one);
  });
});
