/** The pages of a book in a file of their own: what is read again is what was written, and what cannot be read is refused. */
import { strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { buildBook } from '../../dist/build-book.js';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import { numberPages, readPages } from '../../src/edition/pages-file.js';
import { machineWorld } from '../../src/world/machine.js';
import { memoryWorld } from '../../src/world/memory.js';
import { bib, svg } from '../suite/book.js';

const files = { 'book/book.yaml': 'title: Salt\nslug: salt\nlanguage: en-GB\nchapters: [a.md]\nbibliography: s.bib\n', 'book/a.md': '# One\n\nWords [@clarke1991].\n\n![A dot](a&b.svg)\n\n::bibliography\n', 'book/s.bib': bib, 'book/a&b.svg': svg };
const { outputs } = await buildBook({ folder: 'book', world: memoryWorld(files, {}, machineWorld().disk), targets: ['pages'] });
const bytes = outputs[0]?.bytes ?? new Uint8Array();

/** @returns what could be read, or what is said instead */
function read(given: Uint8Array) {
  const findings = new Findings();
  const pages = readPages(given, 'old.pages', findings.report);
  return pages ?? findings.list().map(({ code, message }) => `${code} ${message}`).join();
}

const changed = (entries: Record<string, string | undefined>): Uint8Array => zipSync(Object.fromEntries(Object.entries({ ...unzipSync(bytes), ...entries }).flatMap(([name, content]) => (content === undefined ? [] : [[name, typeof content === 'string' ? strToU8(content) : content]]))), { mtime: new Date(1980, 0, 1, 12) });

test('pages, style, pictures and facts are kept', () => {
  expect(outputs.map(({ name }) => name)).toEqual(['salt.pages']);
  const pages = read(bytes);
  if (typeof pages === 'string') throw new Error(pages);
  expect(pages.facts).toMatchObject({ title: 'Salt', stem: 'salt', audience: 'self-study', folios: ['i', 'ii', '1', '2'] });
  expect(pages.facts.citations).toEqual([{ keys: ['clarke1991'], words: expect.stringContaining('Clarke'), place: 'a.md:3' }]);
  expect(pages.html).toContain('<main id="pages">');
  expect(pages.css).toContain('.page {');
  expect([...pages.pictures.keys()]).toEqual(['/assets/a&b.svg']);
  expect(pages.facts.faces.map(({ name }) => name)).toContain('EB Garamond 400 normal, latin');
  expect(pages.edition).toBeUndefined();
});

test('the number of an edition is put in, and changes nothing else', () => {
  const numbered = numberPages(bytes, { number: 3, date: '2026-11-22' });
  expect(read(numbered)).toEqual({ ...(read(bytes) as object), edition: { number: 3, date: '2026-11-22' } });
  expect(numberPages(numbered, { number: 3, date: '2026-11-22' })).toEqual(numbered);
});

test.each<[name: string, bytes: Uint8Array, said: string]>([
  ['no zip', strToU8('no zip'), 'b-015 the recorded pages cannot be read: this is no file of pages, or not all of it'],
  ['cut off', bytes.slice(0, -300), 'b-015 the recorded pages cannot be read: this is no file of pages, or not all of it'],
  ['another zip', zipSync({ mimetype: strToU8('application/epub+zip') }), 'b-015 the recorded pages cannot be read: this is no file of pages, or not all of it'],
  ['without its facts', changed({ 'facts.json': undefined }), 'b-015 the recorded pages cannot be read: something is missing in them'],
  ['with facts that are none', changed({ 'facts.json': '{"pages": 1}' }), 'b-015 the recorded pages cannot be read: something is missing in them'],
  ['without a picture', changed({ 'pictures/a&b.svg': undefined }), 'b-015 the recorded pages cannot be read: something is missing in them'],
  ['of a later Octavo', changed({ 'facts.json': '{"pages": 2}' }), 'b-015 the pages were recorded by a later Octavo: in form 2, and this one knows 1'],
])('a file that cannot be read: %s', (_, given, said) => expect(read(given)).toBe(said));
