/** The Pact booklet is recorded as an edition and edited: its readers' pages are looked for in the PDFs. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { JsonReport } from '../../src/diagnostics/report-json.js';
import { pactFolder } from './manuscript.js';
import { openPdf, type Pdf } from './read-pdf.js';
import { octavo } from './run.js';
import { pact } from './shared-books.js';

/** What a reader finds on each page under its folio. */
async function pagesOf(folder: string): Promise<Map<string, string>> {
  const pdf = await openPdf(await readFile(join(folder, 'italo-soviet-pact.pdf')));
  const [labels, texts] = [(await pdf.getPageLabels()) ?? [], await textsOf(pdf)];
  return new Map(labels.map((label, index) => [label, texts[index] ?? '']));
}

/** Without white space. */
const textsOf = (pdf: Pdf): Promise<string[]> => Promise.all(Array.from({ length: pdf.numPages }, async (_, index) => (await (await pdf.getPage(index + 1)).getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('').replace(/\s+/g, '')));

interface DiffJson {
  readonly before: { readonly name: string };
  readonly changed: readonly { readonly folio: string; readonly words: { readonly edits: readonly { readonly new: string }[] } }[];
  readonly moved: unknown;
  readonly new: unknown;
  readonly gone: unknown;
  readonly numbers: unknown;
  readonly citations: unknown;
  readonly textState?: { readonly folio: string };
  readonly sheets: { readonly again: readonly { readonly sheet: number; readonly pages: readonly string[] }[] };
}

const differing = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): string[] => [...new Set([...one.keys(), ...other.keys()])].filter((label) => one.get(label) !== other.get(label));

const added = 'In this place an editor has put one more sentence of some twenty words, to see what that does to the pages.';

describe('a sentence more in a recorded booklet', () => {
  let folder: string;
  let lock: string;
  let printed: Map<string, string>;
  let changed: readonly string[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'octavo-e2e-'));
    await cp(pactFolder, join(folder, 'book'), { recursive: true });
    expect(await octavo(['edition', 'new', join(folder, 'book'), '--out', folder, '--quiet'])).toEqual({ code: 0, stderr: '', stdout: '' });
    lock = await readFile(join(folder, 'book/edition.lock'), 'utf8');
    printed = await pagesOf(folder);
    expect(differing(printed, await pagesOf(await pact()))).toEqual([]);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test('the record has a line for each page, and the numbers of what has one', () => {
    const lines = lock.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines[0]).toMatchObject({ lock: 1, edition: 1, date: '2026-11-22', pages: expect.any(Number) });
    expect(lines.flatMap(({ page }) => page ?? [])).toEqual([...printed.keys()].filter((label) => label !== ''));
    for (const kind of ['chapter', 'figure', 'table', 'question', 'document', 'note']) expect(lines.some((line) => line['kind'] === kind), kind).toBe(true);
  });

  test('in chapter 3 changes no more than two of them', async () => {
    const [book, file, behind] = [join(folder, 'book'), '03-may-1933.md', 'could not be choosy about customers.'];
    const text = await readFile(join(pactFolder, file), 'utf8');
    expect(text).toContain(behind);
    await writeFile(join(book, file), text.replace(behind, `${behind} ${added}`));
    await writeFile(join(book, 'book.yaml'), `${await readFile(join(pactFolder, 'book.yaml'), 'utf8')}pages: stable\n`);
    const run = await octavo(['build', book, '--target', 'pdf,pages', '--out', folder, '--report', join(folder, 'report.json')]);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toMatch(/^edition 1: \d+ pages, \d+ changed \(.*text edited in 0\d-[\w-]+\.md:\d+/m);
    const { edition } = JSON.parse(await readFile(join(folder, 'report.json'), 'utf8')) as JsonReport;
    const now = differing(printed, await pagesOf(folder)).filter((label) => label !== '');
    // What is told of the pages is what is on them. The imprint says another state of the text, which alone is no change of its page.
    expect(now.sort()).toEqual(['ii', ...(edition?.changed ?? []).map((page) => page.folio), ...(edition?.moved ?? []).map((page) => page.folio), ...(edition?.new ?? [])].sort());
    expect(now.length - 1).toBeLessThanOrEqual(2);
    changed = (edition?.changed ?? []).map(({ folio }) => folio);
  }, 120_000);

  test('is named by `octavo diff`, and the sheets to print again hold its pages', async () => {
    const run = await octavo(['diff', join(folder, 'book/edition.pages'), join(folder, 'italo-soviet-pact.pages'), '--out', folder, '--format', 'json']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    const told = JSON.parse(run.stdout) as DiffJson;
    expect(told.before.name).toBe('edition 1, 2026-11-22');
    expect(told.changed.map(({ folio }) => folio)).toEqual(changed);
    expect(told.changed.flatMap(({ words }) => words.edits.map((edit) => edit.new)).join(' ')).toBe(added);
    expect([told.moved, told.new, told.gone, told.numbers, told.citations]).toEqual([[], [], [], [], []]);
    expect(told.textState?.folio).toBe('ii');

    const sheets = await textsOf(await openPdf(await readFile(join(folder, 'italo-soviet-pact-sheets.pdf'))));
    expect(sheets).toHaveLength(2 + 2 * told.sheets.again.length);
    for (const { sheet, pages } of told.sheets.again) expect(sheets[0]).toContain(`sheet ${sheet} of 19 replaces sheet ${sheet}: pages ${pages.join(', ')}`.replace(/\s+/g, ''));
    const now = await pagesOf(folder);
    for (const folio of changed) {
      expect(told.sheets.again.filter(({ pages }) => pages.includes(folio))).toHaveLength(1);
      expect(sheets.filter((side) => side.includes(now.get(folio) ?? '?')), folio).toHaveLength(1);
    }
    expect((await textsOf(await openPdf(await readFile(join(folder, 'italo-soviet-pact-changes.pdf'))))).map((text) => changed.findIndex((folio) => text.includes(now.get(folio) ?? '?')))).toEqual(changed.map((_, index) => index));
  }, 120_000);

  test('without a command, it is told what is recorded, and what the book changes', async () => {
    const book = join(folder, 'book');
    await cp(pactFolder, book, { recursive: true });
    const { code, stdout } = await octavo(['edition', book]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^edition 1, 2026-11-22: \d+ pages, source \S{16}\nagainst edition 1: \d+ pages, none changed\n$/);
  }, 120_000);
});
