/** One manuscript, three editions: what each is called, and that a student’s gives nothing away. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument, PDFHexString, PDFStream } from 'pdf-lib';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { EpubCheck } from '@likecoin/epubcheck-ts';
// The pages are made by scripts for the browser, which only a compiled Octavo has.
import { buildBook, machineWorld, memoryWorld, type Audience, type BuildResult } from '../../dist/index.js';
import { openPdf } from './read-pdf.js';
import { octavo, smallBook } from './run.js';

/** Each word of an answer, and of what belongs to one, begins with `zz`. */
const manuscript = {
  'book.yaml': 'title: Salt\nslug: salt\nidentifier: urn:isbn:9780306406157\nedition: Second printing\ndate: 2026-11-22\nchapters: [a.md]\nback: [z.md, i.md]\nreferences: [{id: zzsource, type: book, title: Zzbook, author: [{family: Zzauthor}], publisher: Zzpress, issued: 1991}]\n',
  'a.md': `# The road {#sec:road}

::::question{#q:why lines=2}
Why?

:::answer
Zzbecause [@zzsource], as @tbl:zz says, :index[zzmark] and a note.^[Zznote.] [Zzlink](https://zz.example)

| Zzcolumn |
|----------|
| zzcell   |

: Zzcaption {#tbl:zz}
:::
::::

:::question{#q:which kind=choice}
Which?

- [ ] rent
- [x] tolls
- [ ] wages
:::

:::question{#q:what kind=match lines=1}
What?

| Year | Event |
|------|-------|
| 1933 | Pact  |
| 1936 | Axis  |
| 1939 | War   |
:::

:only[See :page[sec:answers].]{for=self-study}
`,
  'z.md': '# Answers {#sec:answers}\n\n::answers\n',
  'i.md': '# Index\n\nOf every :index[road].\n\n::index\n',
};

function build(edition: Audience, files: Readonly<Record<string, string>> = manuscript, targets: readonly ('pdf' | 'epub' | 'preview')[] = ['pdf', 'epub']): Promise<BuildResult> {
  const world = memoryWorld(Object.fromEntries(Object.entries(files).map(([name, content]) => [`book/${name}`, content])), {}, machineWorld().disk);
  return buildBook({ folder: 'book', world, targets, edition });
}

const everything = ['pdf', 'epub', 'preview'] as const;
const editions = { 'self-study': await build('self-study'), student: await build('student', manuscript, everything), teacher: await build('teacher') };
const named = Object.entries(editions);

const bytesOf = ({ outputs, findings }: BuildResult, ending: string): Uint8Array => {
  expect(findings).toEqual([]);
  return outputs.find(({ name }) => name.endsWith(ending))?.bytes ?? new Uint8Array();
};

/** All that a PDF says: the words of its pages, and whatever stands in names, tags, links and the outline. */
async function insides(pdf: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const reading = await openPdf(pdf);
  const pages = await Promise.all(Array.from({ length: reading.numPages }, async (_, index) => (await (await reading.getPage(index + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('')));
  const objects = document.context.enumerateIndirectObjects().map(([, object]) => (object instanceof PDFStream ? object.dict : object).toString().replace(/<((?:[0-9A-F]{2})+)>/gi, (_, hex: string) => PDFHexString.of(hex).decodeText()));
  return [...pages, ...objects].join('\n');
}

const files = (epub: Uint8Array): Record<string, string> => Object.fromEntries(Object.entries(unzipSync(epub)).filter(([name]) => /\.(?:xhtml|opf|ncx)$/.test(name)).map(([name, bytes]) => [name, strFromU8(bytes)]));

describe('a student’s edition', () => {
  test('holds no letter of an answer, of what it cites, or of what it refers to', async () => {
    const made = editions.student;
    expect(await insides(bytesOf(made, '.pdf'))).not.toMatch(/zz/i);
    expect(Object.values(files(bytesOf(made, '.epub'))).join('\n')).not.toMatch(/zz|Answer|q-why-?a|a-q-/i);
  });

  test('is the same to the byte whichever option is right', async () => {
    const other = { ...manuscript, 'a.md': manuscript['a.md'].replace('[ ] rent', '[x] rent').replace('[x] tolls', '[ ] tolls') };
    const made = await build('student', other, everything);
    for (const ending of ['.pdf', '.epub', '.html']) expect(Buffer.from(bytesOf(editions.student, ending)).equals(bytesOf(made, ending)), ending).toBe(true);
  });
});

test('the other editions hold the answers', async () => {
  for (const edition of ['teacher', 'self-study'] as const) {
    const made = editions[edition];
    expect(await insides(bytesOf(made, '.pdf')), edition).toMatch(/Zzbecause/);
    expect(Object.values(files(bytesOf(made, '.epub'))).join('\n'), edition).toMatch(/Zzbecause[^]*Zzcaption/);
  }
});

describe('each edition', () => {
  test('says which it is, and is a publication of its own', async () => {
    const facts = await Promise.all(
      named.map(async ([, made]) => {
        const opf = files(bytesOf(made, '.epub'))['EPUB/content.opf'] ?? '';
        const pdf = await PDFDocument.load(bytesOf(made, '.pdf'), { updateMetadata: false });
        const one = (pattern: RegExp): string | undefined => pattern.exec(opf)?.[1];
        return {
          title: pdf.getTitle(),
          identifier: one(/<dc:identifier[^>]*>([^<]*)/),
          edition: one(/schema:bookEdition">([^<]*)/),
          kind: one(/<dc:title id="edition">([^<]*)/),
          names: made.outputs.map(({ name }) => name).slice(0, 2),
        };
      }),
    );
    expect(facts).toEqual([
      { title: 'Salt', identifier: 'urn:isbn:9780306406157', edition: 'Second printing', kind: undefined, names: ['salt.pdf', 'salt.epub'] },
      { title: 'Salt (Student edition)', identifier: 'urn:uuid:f714389a-ddef-53c3-9499-f34123e55419', edition: 'Second printing · Student edition', kind: 'Student edition', names: ['salt-student.pdf', 'salt-student.epub'] },
      { title: 'Salt (Teacher’s edition)', identifier: 'urn:uuid:2a74f8f1-0d18-57fc-b077-9336848ce164', edition: 'Second printing · Teacher’s edition', kind: 'Teacher’s edition', names: ['salt-teacher.pdf', 'salt-teacher.epub'] },
    ]);
  });

  test('is an EPUB without a fault', async () => {
    for (const [edition, made] of named) {
      const { messages } = await EpubCheck.validate(bytesOf(made, '.epub'), { version: '3.3' });
      expect(messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage'), edition).toEqual([]);
    }
  });

  test('of an EPUB says what is asked and what answers', async () => {
    const { 'EPUB/text/a.xhtml': asked = '', 'EPUB/text/z.xhtml': answered = '' } = files(bytesOf(editions['self-study'], '.epub'));
    for (const type of ['general', 'multiple-choice', 'match']) expect(asked).toContain(`epub:type="${type}-problem"`);
    expect(answered).toMatch(/epub:type="answers"[^]*epub:type="answer"/);
    expect(asked).toMatch(/href="z\.xhtml#a-q-why"/);
    expect(answered).toMatch(/href="a\.xhtml#q-why"[^]*p\.\u00a0<a class="page-ref" href="a\.xhtml#q-why">1</);
  });
});

describe('on the command line', () => {
  test('--edition builds another than book.yaml names, and leaves what is there', async () => {
    const book = await smallBook({ 'book.yaml': 'title: Small\nslug: small\naudience: teacher\nchapters: [one.md]\n' });
    const out = join(book, 'out');
    expect((await octavo(['build', book, '-o', out, '-t', 'pdf,cards', '-q'])).code).toBe(0);
    expect((await octavo(['build', book, '-o', out, '-t', 'pdf,booklet,epub', '-q', '--edition', 'student'])).code).toBe(0);
    expect((await octavo(['preview', book, '-o', out, '-q', '--edition', 'self-study'])).code).toBe(0);
    expect((await readdir(out)).sort()).toEqual(['small-preview.html', 'small-student-booklet.pdf', 'small-student.epub', 'small-student.pdf', 'small-teacher-cards.csv', 'small-teacher.pdf']);
  });

  test('check looks at the edition it is asked for', async () => {
    const book = await smallBook({ 'one.md': '# One\n\nSee @tbl:x.\n\n::::question\nWhy?\n\n:::answer\n| a |\n|---|\n\n: Words {#tbl:x}\n:::\n::::\n\n## Answers\n\n::answers\n' });
    expect(await octavo(['check', book, '-q'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(await octavo(['check', book, '-q', '--edition', 'student'])).toMatchObject({ code: 1, stderr: expect.stringContaining('d-017') });
  });

  test('an edition that there is not ends with 2', async () => {
    const book = await smallBook();
    expect(await octavo(['build', book, '--edition', 'first'])).toMatchObject({ code: 2, stderr: expect.stringMatching(/self-study, student, teacher/) });
  });

  test('cards alone start no browser', async () => {
    const book = await smallBook({ 'one.md': '# One\n\n::::question{#q:why}\nWhy?\n\n:::answer\nBecause.\n:::\n::::\n\n## Answers\n\n::answers\n' });
    const { code, stderr } = await octavo(['build', book, '-o', join(book, 'out'), '-t', 'cards', '-q', '--browser', join(book, 'no-browser')]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await readFile(join(book, 'out/small-cards.csv'), 'utf8')).toContain('"small:question:q-why","Why?","Because.","small question level-1 one"\n');
  });
});
