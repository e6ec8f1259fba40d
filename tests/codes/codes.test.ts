/**
 * One small book for each diagnostic code, and beside it, letter for letter, what its author is told. A changed `expected.txt`
 * is a changed message: read it as somebody would who wants to print tonight.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { readSources } from '../../src/diagnostics/read-sources.js';
import { codes, type Code } from '../../src/diagnostics/codes.js';
import { renderFindings } from '../../src/diagnostics/report-terminal.js';
// The pages are made by scripts for the browser, which only a compiled Octavo has; the rest does not wait for a browser.
import { buildBook as buildCompiled } from '../../dist/index.js';
import { buildBook } from '../../src/build-book.js';
import { machineWorld } from '../../src/world/machine.js';

/** What no manuscript brings about, and why. */
const unprovoked: { readonly [code in Code]?: string } = {
  'b-010': 'a variable of the machine brings it about; tests/unit/read-modified.test.ts tells what is said',
  ...Object.fromEntries((['e-002', 'e-003', 'e-004', 'e-007', 'e-009', 'e-010', 'e-011'] as const).map((code) => [code, 'only a fault of Octavo, or of who changed the file, makes such an EPUB: tests/epub/faults.test.ts plants each'])),
  'p-002': 'page numbers settle in two rounds; the guard is for a figure that nobody has written yet',
  'p-003': 'only a fault of the paginator itself loses text',
};

/** What only shows on pages. */
const paged: ReadonlySet<string> = new Set<Code>(['p-001', 'p-004', 'p-005', 'p-006', 'p-007', 'p-008']);

/** What only shows in a finished EPUB. */
const packed: ReadonlySet<string> = new Set<Code>(['e-001', 'e-005', 'e-006', 'e-008']);

const folder = fileURLToPath(new URL('.', import.meta.url));
const books = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name).sort();

describe('what an author is told', () => {
  test.each(books)('%s', async (code) => {
    const book = join(folder, code);
    const world = machineWorld();
    const { findings } = packed.has(code) ? await buildCompiled({ folder: book, world, targets: [], checkEpub: true }) : paged.has(code) ? await buildCompiled({ folder: book, world, targets: ['pdf'] }) : await buildBook({ folder: book, world, targets: [] });
    const told = renderFindings(findings, await readSources(findings, book, world), { color: false });
    expect(existsSync(join(book, 'expected.txt')), 'expected.txt is written by `npx vitest run tests/codes --update`').toBe(true);
    await expect(told).toMatchFileSnapshot(join(book, 'expected.txt'));
    expect(findings.map((finding) => finding.code)).toContain(code);
  });
});

test('every code has its book, or a reason why not', () => {
  expect([...books, ...Object.keys(unprovoked)].sort()).toEqual(Object.keys(codes).sort());
});

test('facts and hints are in lower case, without a full stop, and name nothing of the machine', () => {
  for (const code of books) {
    const told = readFileSync(join(folder, code, 'expected.txt'), 'utf8');
    for (const [, fact, hint] of told.matchAll(/^\S+ {2}(?:error|warning) \S+ {2}(.+)$|^ {2}hint: (.+)$/gm)) expect(fact ?? hint, code).not.toMatch(/^[A-Z][a-z]+ |[^.…]\.$|\/(?:home|tmp|work|usr)\//);
  }
});
