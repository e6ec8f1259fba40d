/** `octavo check`, with `--epub` and without, and what stops a build: what is said, and the exit codes that scripts rely on. */
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { octavo, smallBook, startOctavo, temporaryFolder } from './run.js';

const unknownCitation = { 'one.md': '# One\n\nAs they say [@nobody1933].\n', 'references.bib': '@book{clarke1991, title={A book}, author={Clarke, Ann}, year={1991}}\n', 'book.yaml': 'title: Small\nslug: small\nlanguage: en-GB\nchapters: [one.md]\nbibliography: [references.bib]\n' };
const warning = { 'one.md': '# One\n\nA sentence.[^a]\n\n[^a]: Called.\n[^b]: Never called.\n' };

describe('an error', () => {
  test('in the manuscript ends with 1, at its place, with advice', async () => {
    const book = await smallBook(unknownCitation);
    const { code, stderr } = await startOctavo(['build', book, '-o', join(book, 'out'), '-t', 'pdf', '-q']);
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
    const { code, stderr } = await startOctavo(['check', await smallBook()], { env: { NODE_OPTIONS: `--import ${JSON.stringify(broken)}` } });
    expect({ code, stderr }).toEqual({ code: 4, stderr: expect.stringContaining('octavo met a fault of its own') });
    expect(stderr).toContain('broken on purpose');
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
    expect(await startOctavo(['check', '--epub', book, '-q'], { cwd: book })).toEqual({ code: 0, stdout: '', stderr: '' });
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
