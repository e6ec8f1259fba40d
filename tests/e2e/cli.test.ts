/** The command line: what is written where, what is said, and the exit codes that scripts rely on. */
import { mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cacheFolder } from '../../src/world/cache-folder.js';
import { octavo, smallBook, temporaryFolder } from './run.js';

const unknownCitation = { 'one.md': '# One\n\nAs they say [@nobody1933].\n', 'references.bib': '@book{clarke1991, title={A book}, author={Clarke, Ann}, year={1991}}\n', 'book.yaml': 'title: Small\nslug: small\nlanguage: en-GB\nchapters: [one.md]\nbibliography: [references.bib]\n' };
const warning = { 'one.md': '# One\n\nA sentence.[^a]\n\n[^a]: Called.\n[^b]: Never called.\n' };

describe('octavo build', () => {
  test('makes the three outputs, names them and ends with 0', async () => {
    const book = await smallBook();
    const out = join(book, 'out');
    const { code, stdout, stderr } = await octavo(['build', book, '--out', out]);
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
    expect((await octavo(['build', '-t', 'pdf'], { cwd: book })).code).toBe(0);
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
    const { stdout, stderr } = await octavo(['build', book, '-o', join(book, 'out'), '-t', 'pdf'], { env: { TERM: 'xterm-256color', NO_COLOR: '' } });
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

describe('an error', () => {
  test('in the manuscript ends with 1, at its place, with advice', async () => {
    const book = await smallBook(unknownCitation);
    const { code, stderr } = await octavo(['build', book, '-o', join(book, 'out'), '-t', 'pdf', '-q']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/one\.md:3:\d+ +error c-001 .*nobody1933/);
    await expect(readdir(join(book, 'out'))).rejects.toThrow('ENOENT');
  });

  test('leaves the edition before it as it was', async () => {
    const book = await smallBook();
    const out = join(book, 'out');
    await octavo(['build', book, '-o', out, '-q']);
    const state = async (): Promise<unknown> => Promise.all((await readdir(out)).sort().map(async (name) => [name, (await readFile(join(out, name))).toString('base64'), (await stat(join(out, name))).mtimeMs]));
    const before = await state();
    await writeFile(join(book, 'one.md'), '# One\n\nSee @sec:nowhere.\n');
    const { code, stdout } = await octavo(['build', book, '-o', out]);
    expect(code).toBe(1);
    expect(stdout).toContain('nothing was written');
    expect(await state()).toEqual(before);
  });

  test.each<[string, string, RegExp]>([
    ['no book.yaml', '', /b-001/],
    ['YAML that does not parse', 'title: [\n', /b-002/],
    ['a key that nobody reads', 'title: A\nchapterz: [one.md]\nchapters: [one.md]\n', /b-003[\s\S]*chapters/],
    ['a value of the wrong form', 'title: A\nchapters: one\npage: {size: A17}\n', /b-004/],
    ['a file that is not there', 'title: A\nchapters: [two.md]\n', /b-005[\s\S]*two\.md/],
    ['a style that is not known', 'title: A\nchapters: [one.md]\ncitation: {style: chicago-fullnot-bibliography}\n', /c-003/],
  ])('in book.yaml ends with 2: %s', async (_what, yaml, said) => {
    const book = yaml === '' ? await temporaryFolder() : await smallBook({ 'book.yaml': yaml });
    const { code, stderr } = await octavo(['build', book, '-o', join(book, 'out'), '-q']);
    expect(stderr).toMatch(said);
    expect(code).toBe(2);
  });

  test.each<[string, string[], RegExp]>([
    ['an option', ['build', '--traget', 'pdf'], /--traget[\s\S]*--target/],
    ['a target', ['build', '--target', 'pdf,html'], /pdf, booklet, epub/],
    ['a command', ['bild'], /build/],
    ['too many books', ['build', 'a', 'b'], /argument/],
  ])('in the command ends with 2: %s', async (_what, args, said) => {
    const { code, stderr } = await octavo(args);
    expect({ code, said: said.test(stderr) }).toEqual({ code: 2, said: true });
  });

  test.each<[string, string[], NodeJS.ProcessEnv]>([
    ['PUPPETEER_EXECUTABLE_PATH', [], { PUPPETEER_EXECUTABLE_PATH: '/nonexistent' }],
    ['--browser', ['--browser', '/nonexistent'], {}],
  ])('of the machine ends with 3 and one command that mends it: no browser at %s', async (_how, args, env) => {
    const book = await smallBook();
    const { code, stderr } = await octavo(['build', book, '-o', join(book, 'out'), ...args], { env });
    expect(code).toBe(3);
    expect(stderr).toContain('/nonexistent');
    expect(stderr).toMatch(/get one with: npx /);
  });

  test('of the machine ends with 3 and names the path: a file where the output folder should be', async () => {
    const book = await smallBook();
    const { code, stderr } = await octavo(['build', book, '-o', join(book, 'one.md'), '-t', 'pdf', '-q']);
    expect({ code, stderr }).toEqual({ code: 3, stderr: expect.stringContaining(join(book, 'one.md')) });
    expect(stderr).not.toContain('    at ');
  });

  test('of Octavo itself ends with 4 and says so', async () => {
    const broken = 'data:text/javascript,performance.now=()=>{throw new TypeError("broken on purpose")}';
    const { code, stderr } = await octavo(['check', await smallBook()], { env: { NODE_OPTIONS: `--import ${JSON.stringify(broken)}` } });
    expect({ code, stderr }).toEqual({ code: 4, stderr: expect.stringContaining('octavo met a fault of its own') });
    expect(stderr).toContain('broken on purpose');
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

describe('octavo check', () => {
  test.each([
    ['is a warning', '', 0],
    ['stops the outputs', ' [@nobody]', 1],
  ])('finds what a build finds, whatever it makes, where something %s', async (_name, more, expected) => {
    const book = await smallBook({ 'one.md': `# One\n\nA letter, 条,${more} and ![](dot.svg) among words.\n`, 'dot.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>' });
    const { code, stderr } = await octavo(['check', book, '-q']);
    expect(code).toBe(expected);
    expect(stderr).toMatch(/m-008[^]*m-009|m-009[^]*m-008/);
    for (const target of ['pdf', 'epub']) expect(await octavo(['build', book, '-q', '-t', target, '-o', join(book, 'out')])).toEqual({ code, stdout: '', stderr });
  });

  test('finds what is wrong, writes nothing and needs no browser', async () => {
    const book = await smallBook(unknownCitation);
    const { code, stderr } = await octavo(['check', book], { env: { PUPPETEER_EXECUTABLE_PATH: '/nonexistent' } });
    expect(code).toBe(1);
    expect(stderr).toContain('c-001');
    expect((await readdir(book)).sort()).toEqual(['book.yaml', 'one.md', 'references.bib']);
  });

  test('has nothing to say about a good book', async () => {
    const { code, stdout, stderr } = await octavo(['check', await smallBook()]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('nothing to mend');
  });
});

describe('octavo check --epub', () => {
  const faulty = { 'one.md': '# One\n\nA <span id="one">sentence</span>.\n\nA <span id="one">second</span> one.\n\n<h3>Too deep</h3>\n\nWords.\n' };

  test('says nothing of a good book, and writes nothing', async () => {
    const book = await smallBook();
    expect(await octavo(['check', '--epub', book, '-q'], { cwd: book })).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await readdir(book)).sort()).toEqual(['book.yaml', 'one.md']);
  });

  test('names the line of the manuscript, and ends with 1 where the EPUB is not valid', async () => {
    const book = await smallBook(faulty);
    const path = join(book, 'report.json');
    const { code, stderr } = await octavo(['check', '--epub', book, '-q', '--report', path]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^one\.md:[35]:\d+ {2}error e-001 {2}the EPUB is not valid: .*html-one.* \(RSC-005, EPUB\/text\/.*\)$/m);
    expect(stderr).toMatch(/^one\.md:7:1 {2}warning e-005 /m);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ errors: 2, warnings: 1, outputs: [] });
  });

  test('without it, nobody looks at the EPUB', async () => {
    expect(await octavo(['check', await smallBook(faulty), '-q'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('a rule of silence for what it finds is not idle where it was not asked', async () => {
    const book = await smallBook({ ...faulty, 'one.md': '# One\n\n<h3>Too deep</h3>\n\nWords.\n', 'book.yaml': 'title: Small\nslug: small\nlanguage: en-GB\nchapters: [one.md]\nsilence: [{code: e-005, because: it is meant}]\n' });
    for (const flags of [[], ['--epub']]) expect(await octavo(['check', ...flags, book, '-q'])).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('takes a finished EPUB as well', async () => {
    const book = await smallBook(faulty);
    const out = join(book, 'out');
    await octavo(['build', book, '-o', out, '-t', 'epub', '-q']);
    const { code, stderr } = await octavo(['check', '--epub', join(out, 'small.epub'), '-q']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/small\.epub\/EPUB\/text\/.*\.xhtml:\d+ {2}error e-001 /);
    await writeFile(join(out, 'broken.epub'), 'no zip at all');
    expect(await octavo(['check', '--epub', join(out, 'broken.epub'), '-q'])).toMatchObject({ code: 1, stderr: expect.stringContaining('e-001') });
    expect((await octavo(['check', '--epub', join(out, 'none.epub'), '-q'])).code).toBe(3);
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
  const version = await octavo(['--version']);
  expect({ code: version.code, said: /^\d+\.\d+\.\d+\n$/.test(version.stdout) }).toEqual({ code: 0, said: true });
  expect(await octavo(['build', '--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('--target') });
});
