/** The other commands: what they print and write, and the exit codes that scripts rely on. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { octavo, smallBook, startOctavo, temporaryFolder } from './run.js';

const unknownCitation = { 'one.md': '# One\n\nAs they say [@nobody1933].\n', 'references.bib': '@book{clarke1991, title={A book}, author={Clarke, Ann}, year={1991}}\n', 'book.yaml': 'title: Small\nslug: small\nlanguage: en-GB\nchapters: [one.md]\nbibliography: [references.bib]\n' };

describe('octavo evidence', () => {
  const unsourced = { 'one.md': '# One\n\nSalt was very heavy. It needed good roads.\n' };

  test('prints what has no source, and ends with 0; with --strict, with 1', async () => {
    const book = await smallBook(unsourced);
    const { code, stdout, stderr } = await octavo(['evidence', book]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('one.md:3:1  Salt was very heavy. It needed good roads.');
    expect((await octavo(['evidence', book, '--strict'])).code).toBe(1);
    expect((await octavo(['evidence', await smallBook(), '--strict'])).code).toBe(0);
  });

  test('--format json is for programs', async () => {
    const { stdout } = await octavo(['evidence', await smallBook(unsourced), '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({ chapters: [{ file: 'one.md', paragraphs: 1, paragraphsWithoutSource: [{ place: { line: 3 } }] }], sourcesOfOneClaim: [] });
  });

  test('of a book with an error tells the error alone, and ends with 1', async () => {
    const { code, stdout, stderr } = await octavo(['evidence', await smallBook(unknownCitation)]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('c-001');
  });
});

describe('what the outputs show', () => {
  const film = { 'one.md': '# One\n\n[There](https://example.org) it was filmed: <video src="a.mp4"></video>\n' };
  const yaml = 'title: Small\nslug: small\nchapters: [one.md]\nallow: [{construct: "<video>", because: it is on the disc}]\n';

  test('is printed by check --parity, with reasons', async () => {
    const { code, stdout } = await octavo(['check', await smallBook({ ...film, 'book.yaml': yaml }), '-q', '--parity']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^link +1 +shown +reduced +shown$/m);
    expect(stdout).toContain('<video>, epub: dropped, as allowed (it is on the disc): ');
  });

  test('stops a build that drops what nobody allowed, and is in the report', async () => {
    const book = await smallBook(film);
    const path = join(book, 'report.json');
    const { code, stderr } = await octavo(['build', book, '-o', join(book, 'out'), '-q', '-t', 'pdf', '--report', path]);
    expect(code).toBe(1);
    expect(stderr).toContain('d-033');
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ parity: expect.arrayContaining([expect.objectContaining({ construct: '<video>', count: 1, line: 3, pdf: { state: 'dropped', because: expect.any(String) } })]) });
  });
});

describe('octavo new', () => {
  test('makes a book that builds in all outputs without a finding', async () => {
    const folder = join(await temporaryFolder(), 'sheet');
    const made = await octavo(['new', folder, '--title', 'My Sheet']);
    expect({ code: made.code, stderr: made.stderr }).toEqual({ code: 0, stderr: '' });
    expect(made.stdout).toContain('book.yaml');
    expect(await octavo(['check', folder, '-q'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await octavo(['build', folder, '-o', join(folder, 'build'), '-q', '-t', 'pdf,booklet,epub,preview'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await readdir(join(folder, 'build'))).sort()).toEqual(['sheet-booklet.pdf', 'sheet-preview.html', 'sheet.epub', 'sheet.pdf']);
  });

  test('never writes into a folder with something in it, and ends with 2', async () => {
    const book = await smallBook();
    const before = await readFile(join(book, 'book.yaml'), 'utf8');
    const { code, stderr } = await octavo(['new', book]);
    expect(code).toBe(2);
    expect(stderr).toContain('is not empty');
    expect([await readFile(join(book, 'book.yaml'), 'utf8'), await readdir(book)]).toEqual([before, ['book.yaml', 'one.md']]);
  });
});

describe('octavo cite', () => {
  const cited = { ...unknownCitation, 'references.bib': '@book{clarke1991, title={A book}, author={Clarke, Ann}, publisher={Press}, year={1991}}', 'one.md': '# One\n\nAs they say [@clarke1991, p. 3].\n' };

  test.each([
    [[], 'one.md:3:13  (Clarke 1991, 3)\n\nclarke1991  Clarke, Ann. 1991. *A Book*. Press.\n'],
    [['--format', 'bibtex'], '@book{clarke1991,\n\tauthor = {Clarke, Ann},\n\tyear = {1991},\n\tpublisher = {Press},\n\ttitle = {A book},\n}\n'],
  ])('%j prints what was asked for, and nothing else', async (options, stdout) => {
    expect(await octavo(['cite', ...options, await smallBook(cited)])).toEqual({ code: 0, stdout, stderr: '' });
  });

  test('prints only what is wrong with a book that has errors', async () => {
    const { code, stdout, stderr } = await octavo(['cite', '--format', 'csl-json', await smallBook(unknownCitation)]);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('one.md:3:14  error c-001');
  });

  test.each([[['--format', 'ris']], [['--list', '--format', 'bibtex']]])('%j is no command', async (options) => {
    expect((await octavo(['cite', ...options, await smallBook(cited)])).code).toBe(2);
  });
});

describe('octavo cache', () => {
  const cited = { 'one.md': '# One\n\nAs they say [@clarke1991].\n', 'references.bib': '@book{clarke1991, title={A book}, author={Clarke, Ann}, publisher={Press}, year={1991}}\n', 'book.yaml': 'title: Small\nslug: small\nlanguage: en-GB\nchapters: [one.md]\nbibliography: [references.bib]\n' };

  test('says where results are kept and how large they are, and takes them away', async () => {
    const book = await smallBook(cited);
    const env = { OCTAVO_NO_CACHE: '', XDG_CACHE_HOME: join(book, 'cache') };
    const place = join(book, 'cache', 'octavo', 'results');
    expect(await octavo(['cache'], { env })).toEqual({ code: 0, stdout: `${place}  empty\n`, stderr: '' });
    for (const command of ['check', 'cite', 'evidence']) expect((await octavo([command, book, '--no-cache'], { env })).code).toBe(0);
    expect((await octavo(['cache'], { env })).stdout).toBe(`${place}  empty\n`);
    const first = await octavo(['cite', book], { env });
    expect((await octavo(['cache'], { env })).stdout).toMatch(/ {2}2 results, \d kB\n$/);
    expect(await octavo(['cite', book], { env })).toEqual(first);
    expect((await octavo(['cache', '--clear'], { env })).stdout).toBe(`${place}  empty\n`);
    expect(await octavo(['cite', book], { env })).toEqual(first);
  });

  test('says when nothing is kept', async () => {
    expect((await octavo(['cache'], { env: { OCTAVO_NO_CACHE: '1' } })).stdout).toBe('nothing is kept: OCTAVO_NO_CACHE is set\n');
  });
});

test('--version and --help end with 0', async () => {
  const version = await startOctavo(['--version']);
  expect({ code: version.code, said: /^\d+\.\d+\.\d+\n$/.test(version.stdout) }).toEqual({ code: 0, said: true });
  expect(await octavo(['build', '--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('--target') });
});
