import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { buildBook } from '../../src/build-book.js';
import { machineWorld } from '../../src/world/machine.js';

test.each([
  ['elsewhere', '../elsewhere.md', ['b-007 `part.md` leads out of the book folder: it is a link to a file elsewhere']],
  ['in a folder whose name begins like the book’s', '../book-two/part.md', ['b-007 `part.md` leads out of the book folder: it is a link to a file elsewhere']],
  ['in the book', 'real.md', []],
])('a link to a file %s', async (_, target, expected) => {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const book = join(folder, 'book');
  await mkdir(book);
  await mkdir(join(folder, 'book-two'));
  for (const path of ['elsewhere.md', 'book-two/part.md', 'book/real.md']) await writeFile(join(folder, path), 'Words.\n');
  await writeFile(join(book, 'book.yaml'), 'title: T\nchapters: [a.md]\n');
  await writeFile(join(book, 'a.md'), '# T\n\n::include{file=part.md}\n');
  await symlink(target, join(book, 'part.md'));
  const { findings } = await buildBook({ folder: book, world: machineWorld(), targets: [] });
  expect(findings.map(({ code, message }) => `${code} ${message}`)).toEqual(expected);
});
