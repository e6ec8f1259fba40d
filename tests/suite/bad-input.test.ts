/** Bad input: everything that is wrong with a book is found in one run, and nothing is written. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildCommand } from '../../src/cli/build.js';
import { Terminal } from '../../src/cli/terminal.js';
import { machineWorld } from '../../src/world/machine.js';
import { memoryWorld } from '../../src/world/memory.js';
import type { World } from '../../src/world/world.js';
import { readBook, said, svg, type Files } from './book.js';

const everything: Files = {
  'book.yaml': `title: Everything
chapters: [a.md, missing.md]
bibliografy: b.bib
bibliography: b.bib
citation: {style: chicagoo-author-date, locale: xx-XX}
registers: {terms: terms.yaml}
page: {size: 5}
imprint: imprint.md
`,
  'imprint.md': new Uint8Array([0x50, 0xeb, 0xff]),
  'terms.yaml': '- term: polpred\n',
  'b.bib': '@book{whole, title = {Whole}}\n@book{torn, title = {Torn\n',
  'a.md': `# A {#sec:a}

## Again {#sec:a}

![No picture](none.png) [@nobody] @fig:none :nonsense[x] [^none]

:claim[C]{#claim:c status=maybe} :term[attaché] :date[then]{on=then}

:::evidence{for=claim:d}
E.
:::

:::chart{#fig:c kind=bar data=none.csv x=x y=y alt="C"}
:::

$\\nonsense$

![Out](../out.png)
`,
};

describe('a book in which everything is wrong', () => {
  test('says all of it at once, each at its place', async () => {
    expect(said(await readBook(everything))).toEqual([
      'x-002 a.md:3:12 the label `sec:a` is given twice',
      'm-007 a.md:5:15 `none.png` does not exist',
      'c-001 a.md:5:26 citation key `nobody` is not in the bibliography',
      'x-001 a.md:5:36 there is no label `fig:none`',
      'd-001 a.md:5:45 there is no directive `:nonsense`',
      'm-010 a.md:5:58 the note `[^none]` is called but not written',
      'd-004 a.md:7:1 the claim `claim:c` has no evidence',
      'd-002 a.md:7:20 `maybe` is not a status',
      'd-003 a.md:7:34 `attaché` is not in the register of terms',
      'd-007 a.md:7:61 `then` is not a date',
      'd-009 a.md:9:1 evidence is written, but nothing says where to print it',
      'd-005 a.md:9:13 there is no claim `claim:d`',
      'm-007 a.md:13:31 `none.csv` does not exist',
      'm-006 a.md:16:2 the formula does not parse: undefined control sequence: \\nonsense',
      'b-007 a.md:18:8 `../out.png` leads out of the book folder',
      'c-002 b.bib:2:7 entry `torn` never closes: a brace is missing',
      'b-005 book.yaml:2:18 `missing.md` does not exist',
      'b-003 book.yaml:3:1 `bibliografy` is not a key of book.yaml',
      'c-003 book.yaml:5:19 the citation style `chicagoo-author-date` is not known',
      'c-004 book.yaml:5:49 the locale `xx-XX` is not known',
      'b-004 book.yaml:7:14 `page.size` is wrong: one of A4, A5, A6, B5, B6 is expected',
      'b-006 book.yaml:8:10 `imprint.md` cannot be read: it is not text in UTF-8',
      'b-008 terms.yaml:1:3 `definition` is missing',
    ]);
  });

  test.each([
    ['faults of the book’s file', everything, 2],
    ['faults of the manuscript', { 'book.yaml': 'title: T\nchapters: a.md\n', 'a.md': '# A\n\n@fig:none\n' }, 1],
    ['a formula, which only the outputs need', { 'book.yaml': 'title: T\nchapters: a.md\n', 'a.md': '# A\n\n$\\nonsense$\n' }, 1],
    ['a file that is no YAML', { 'book.yaml': 'title: [T\n', 'a.md': '# A\n' }, 2],
    ['no file at all', { 'a.md': '# A\n' }, 2],
  ] satisfies [string, Files, number][])('%s: nothing is written', async (_name, files, code) => {
    const world = memoryWorld(Object.fromEntries(Object.entries(files).map(([path, content]) => [join('book', path), content])), {}, machineWorld().disk);
    let told = '';
    let exit: number | undefined;
    const stream = { write: (text: string) => (told += text) };
    // A browser that is not there: errors must stop the build before it is needed.
    await buildCommand(world, new Terminal(stream, stream, world), (given) => (exit = given)).parseAsync(['book', '--browser', '/nowhere/chrome'], { from: 'user' });
    expect(exit).toBe(code);
    expect([...world.written.keys()]).toEqual([]);
    expect(told).toContain('nothing was written');
  });
});

describe('a file name that leads out of the book folder', () => {
  const config = (more: string) => `title: T\nchapters: [a.md]\n${more}`;
  test.each([
    ['a chapter', { 'book.yaml': 'title: T\nchapters: [a.md, ../secret.md]\n' }, 'book.yaml:2:18'],
    ['the imprint', { 'book.yaml': config('imprint: ../secret.md\n') }, 'book.yaml:3:10'],
    ['a bibliography', { 'book.yaml': config('bibliography: [parts/../../secret.md]\n') }, 'book.yaml:3:16'],
    ['a register', { 'book.yaml': config('registers: {dates: ../secret.md}\n') }, 'book.yaml:3:20'],
    ['a citation style', { 'book.yaml': config('citation: {style: ../secret.csl}\n') }, 'book.yaml:3:19'],
    ['a picture', { 'a.md': '# A\n\n![x](../secret.md)\n' }, 'a.md:3:6'],
    ['a picture, spelt otherwise', { 'a.md': '# A\n\n![x](%2e%2e/secret.md)\n' }, 'a.md:3:6'],
    ['a picture by reference', { 'a.md': '# A\n\nSee ![x][s].\n\n[s]: ../secret.md\n' }, 'a.md:5:6'],
    ['a picture in a register', { 'book.yaml': config('registers: {terms: g.yaml}\n'), 'g.yaml': '- term: x\n  definition: "![x](../secret.md)"\n' }, 'g.yaml:2:21'],
    ['data', { 'a.md': '# A\n\n:::chart{#fig:x kind=bar data=../secret.md x=a y=b alt="x"}\n:::\n' }, 'a.md:3:31'],
    ['an absolute path', { 'a.md': '# A\n\n![x](/secret.md)\n' }, 'a.md:3:6'],
  ] satisfies [string, Files, string][])('%s: reported, not read', async (_name, files, place) => {
    const read: string[] = [];
    const found = await readBook({ 'a.md': '# A\n', 'm.svg': svg, ...files }, (world): World => ({ ...world, disk: { ...world.disk, read: (path) => (read.push(path), world.disk.read(path)) } }));
    expect(said(found).filter((line) => line.startsWith('b-007'))).toEqual([expect.stringContaining(`b-007 ${place} `)]);
    expect(read.filter((path) => path.includes('secret'))).toEqual([]);
  });
});
