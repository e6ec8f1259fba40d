/** `octavo build` and `preview`: what is written where, and what is said of it. */
import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheFolder } from '../../src/world/cache-folder.js';
import { octavo, smallBook, startOctavo, temporaryFolder } from './run.js';

const unknownCitation = { 'one.md': '# One\n\nAs they say [@nobody1933].\n', 'references.bib': '@book{clarke1991, title={A book}, author={Clarke, Ann}, year={1991}}\n', 'book.yaml': 'title: Small\nslug: small\nlanguage: en-GB\nchapters: [one.md]\nbibliography: [references.bib]\n' };
const warning = { 'one.md': '# One\n\nA sentence.[^a]\n\n[^a]: Called.\n[^b]: Never called.\n' };

describe('octavo build', () => {
  test('makes the three outputs, names them and ends with 0', async () => {
    const book = await smallBook();
    const out = join(book, 'out');
    const { code, stdout, stderr } = await startOctavo(['build', book, '--out', out]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect((await readdir(out)).sort()).toEqual(['small-booklet.pdf', 'small.epub', 'small.pdf']);
    for (const name of ['small-booklet.pdf', 'small.epub', 'small.pdf']) expect(stdout).toContain(join(out, name));
    expect(stdout).toMatch(/small\.pdf +\d+ pages, \d+ kB/);
  });

  test.each([
    ['pdf', ['small.pdf']],
    ['epub', ['small.epub']],
    ['booklet', ['small-booklet.pdf']],
    ['epub,pdf', ['small.epub', 'small.pdf']],
    ['pdf,preview', ['small-preview.html', 'small.pdf']],
  ])('--target %s makes %j alone', async (target, names) => {
    const book = await smallBook();
    expect((await octavo(['build', book, '--out', join(book, 'out'), '--target', target])).code).toBe(0);
    expect((await readdir(join(book, 'out'))).sort()).toEqual(names);
  });

  test('without a folder builds the book where it is run, into build/', async () => {
    const book = await smallBook();
    expect((await startOctavo(['build', '-t', 'pdf'], { cwd: book })).code).toBe(0);
    expect(await readdir(join(book, 'build'))).toEqual(['small.pdf']);
  });

  test('--quiet says nothing about a good book', async () => {
    const book = await smallBook();
    expect(await octavo(['build', book, '-o', join(book, 'out'), '-t', 'pdf', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('warns with 0, and shows the line', async () => {
    const book = await smallBook(warning);
    const { code, stderr } = await octavo(['build', book, '-o', join(book, 'out'), '-t', 'pdf', '-q']);
    expect(code).toBe(0);
    expect(stderr).toContain('one.md:6:1  warning m-011');
    expect(stderr).toContain('[^b]: Never called.');
  });

  test('where nobody watches, says plain lines: no colour, no line drawn over', async () => {
    const book = await smallBook(warning);
    const { stdout, stderr } = await startOctavo(['build', book, '-o', join(book, 'out'), '-t', 'pdf'], { env: { TERM: 'xterm-256color', NO_COLOR: '' } });
    expect(stdout).not.toMatch(/[\x1b\r]/);
    expect(stderr).not.toMatch(/[\x1b\r]/);
    expect(stdout.split('\n').length).toBeGreaterThan(3);
  });

  test('a second build of the same book says so, starts no browser and writes the same bytes', async () => {
    const book = await smallBook();
    const env = { OCTAVO_NO_CACHE: '', XDG_CACHE_HOME: await temporaryFolder() };
    const cache = join(env.XDG_CACHE_HOME, 'octavo');
    await mkdir(cache);
    const browsers = (await readdir(await cacheFolder((name) => process.env[name]))).filter((name) => name.startsWith('chromium-'));
    for (const name of browsers) await symlink(join(await cacheFolder((asked) => process.env[asked]), name), join(cache, name));
    const build = (out: string) => octavo(['build', book, '-o', join(book, out)], { env });
    expect((await build('one')).stdout).not.toContain('nothing changed');
    // A browser that starts is unpacked first.
    for (const name of await readdir(cache)) if (name !== 'results') await rm(join(cache, name), { recursive: true });
    const again = await build('two');
    expect(await readdir(cache)).toEqual(['results']);
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('as nothing changed')]);
    for (const name of ['small-booklet.pdf', 'small.epub', 'small.pdf']) expect(await readFile(join(book, 'two', name))).toEqual(await readFile(join(book, 'one', name)));
    await writeFile(join(book, 'one.md'), '# One {#sec:one}\n\nAnother sentence.\n');
    expect((await build('three')).stdout).not.toContain('nothing changed');
  });

  test('--verify makes a book twice, and says that it is the same', async () => {
    const book = await smallBook();
    const { code, stdout } = await octavo(['build', book, '-o', join(book, 'out'), '--verify']);
    expect([code, stdout.split('\n').at(-2)]).toEqual([0, 'made twice: the same, to the byte']);
  });

  test('--report tells everything to a program', async () => {
    const book = await smallBook(warning);
    const path = join(book, 'r/report.json');
    await octavo(['build', book, '-o', join(book, 'out'), '-t', 'pdf,epub', '-q', '--report', path]);
    const report = JSON.parse(await readFile(path, 'utf8')) as Record<string, unknown>;
    expect(report).toMatchObject({
      version: 1,
      errors: 0,
      warnings: 1,
      pages: expect.any(Number),
      outputs: [
        { target: 'pdf', path: join(book, 'out/small.pdf'), bytes: (await stat(join(book, 'out/small.pdf'))).size },
        { target: 'epub', path: join(book, 'out/small.epub'), bytes: (await stat(join(book, 'out/small.epub'))).size },
      ],
      findings: [{ code: 'm-011', severity: 'warning', file: 'one.md', line: 6, column: 1, message: expect.any(String), hints: expect.any(Array) }],
    });
    expect(report['timings']).toMatchObject({ read: expect.any(Number), print: expect.any(Number), epub: expect.any(Number) });
  });

  test('--trace writes what each pass made', async () => {
    const book = await smallBook();
    await octavo(['build', book, '-o', join(book, 'out'), '-t', 'pdf', '-q', '--trace']);
    const traces = await readdir(join(book, 'out/trace'));
    expect(traces).toEqual(expect.arrayContaining(['collect.json', 'lower.json', 'number.json', 'resolve.json']));
    const collected = JSON.parse(await readFile(join(book, 'out/trace/collect.json'), 'utf8')) as { labelled: { label?: string }[] };
    expect(collected.labelled.map((item) => item.label)).toContain('sec:one');
  });
});

describe('octavo preview', () => {
  test('makes the file that build --target preview makes, and no other', async () => {
    const book = await smallBook();
    const { code, stdout, stderr } = await octavo(['preview', book, '--out', join(book, 'short')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/small-preview\.html +\d+ pages, \d+ kB/);
    await octavo(['build', book, '--target', 'preview', '--out', join(book, 'long')]);
    expect(await readdir(join(book, 'short'))).toEqual(['small-preview.html']);
    expect((await readFile(join(book, 'short/small-preview.html'))).equals(await readFile(join(book, 'long/small-preview.html')))).toBe(true);
  });

  test('writes nothing of a book with an error, and ends with 1', async () => {
    const book = await smallBook(unknownCitation);
    const { code, stderr } = await octavo(['preview', book, '-o', join(book, 'out'), '-q']);
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringContaining('c-001') });
    await expect(readdir(join(book, 'out'))).rejects.toThrow('ENOENT');
  });
});
