/** What three checkers find in whole books: nothing. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
// The pages are made by scripts for the browser, which only a compiled Octavo has.
import { buildBook, machineWorld } from '../../dist/index.js';
import { writeEpub } from '../../src/epub/write-epub.js';
import { ace, checkers, judge, remarks, whyNot } from '../epub/checkers/check-books.js';
import { everything } from '../epub/everything.js';
import { root } from './manuscript.js';
import { type BuiltBook, handbook, oneOfEverything, pact } from './shared-books.js';

const epubOf = ({ outputs, findings }: BuiltBook): Uint8Array => {
  expect(findings).toEqual([]);
  return outputs.find(({ target }) => target === 'epub')?.bytes ?? new Uint8Array();
};

describe('the booklet, the handbook, the book of `octavo new` and books with one of everything', () => {
  const books = new Map<string, Uint8Array>();
  beforeAll(async () => {
    books.set('the Pact booklet', await readFile(join(await pact(), 'italo-soviet-pact.epub')));
    books.set('the handbook', epubOf(await handbook()));
    books.set('the template', epubOf(await buildBook({ folder: join(root, 'template'), world: machineWorld(), targets: ['epub'], checkEpub: true })));
    books.set('a book with one of everything that lower makes', await writeEpub(everything));
    for (const profile of ['standard', 'kindle', 'kobo'] as const) books.set(`a book with one of everything that an author writes, for ${profile}`, epubOf(await oneOfEverything(profile)));
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
