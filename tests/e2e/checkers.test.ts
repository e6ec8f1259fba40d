/** What three checkers find in whole books: nothing. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, inject, test } from 'vitest';
// The pages are made by scripts for the browser, which only a compiled Octavo has.
import { buildBook, machineWorld } from '../../dist/index.js';
import { writeEpub } from '../../src/epub/write-epub.js';
import { ace, checkers, judge, remarks, whyNot } from '../epub/checkers/check-books.js';
import { everything } from '../epub/everything.js';
import { root } from './manuscript.js';

const epubOf = async (folder: string): Promise<Uint8Array> => {
  const { outputs, findings } = await buildBook({ folder, world: machineWorld(), targets: ['epub'], checkEpub: true });
  expect(findings).toEqual([]);
  return outputs[0]?.bytes ?? new Uint8Array();
};

describe('the booklet, the handbook, the book of `octavo new` and books with one of everything', () => {
  const books = new Map<string, Uint8Array>();
  beforeAll(async () => {
    books.set('the Pact booklet', await readFile(join(inject('pact'), 'italo-soviet-pact.epub')));
    books.set('the handbook', await epubOf(join(root, 'manuscript/handbook')));
    books.set('the template', await epubOf(join(root, 'template')));
    books.set('a book with one of everything that lower makes', await writeEpub(everything));
    const copy = await mkdtemp(join(tmpdir(), 'octavo-checkers-'));
    await cp(join(root, 'tests/reader/book'), copy, { recursive: true });
    const config = await readFile(join(copy, 'book.yaml'), 'utf8');
    for (const profile of ['standard', 'kindle', 'kobo']) {
      await writeFile(join(copy, 'book.yaml'), `${config}epub: {profile: ${profile}}\n`);
      books.set(`a book with one of everything that an author writes, for ${profile}`, await epubOf(copy));
    }
    await rm(copy, { recursive: true });
  }, 180_000);

  for (const checker of checkers)
    test.skipIf(checker.missing)(`pass ${checker.name}${whyNot(checker)}`, async () => {
      // Ace draws every page of every book; what is made for one kind of device differs in little that it looks at.
      const asked = checker === ace ? new Map([...books].filter(([name]) => !/lower|kindle|kobo/.test(name))) : books;
      const { found, told } = await judge(checker, asked);
      expect(found).toEqual({});
      expect(told.filter((remark) => !remarks.includes(remark))).toEqual([]);
    }, 180_000);
});
