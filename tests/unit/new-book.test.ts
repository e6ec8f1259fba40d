/** The book that `octavo new` makes. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { buildBook } from '../../src/build-book.js';
import { directives, spellDirective, type DirectiveShape } from '../../src/model/directive.js';
import { claimStatuses } from '../../src/model/document.js';
import { newBook } from '../../src/new-book.js';
import { machineWorld } from '../../src/world/machine.js';
import { memoryWorld } from '../../src/world/memory.js';

const beneath = machineWorld().disk;
const template = fileURLToPath(new URL('../../template/', import.meta.url));
const chapters = readdirSync(template).filter((name) => name.endsWith('.md')).map((name) => readFileSync(`${template}${name}`, 'utf8')).join('\n');

describe('shows', () => {
  const spelt = Object.entries<DirectiveShape>(directives).flatMap(([name, { forms }]) => forms.map((form) => spellDirective(name, form)));
  // `::index` prints the index, as `:index` marks for it; both forms of `evidence` are needed, too.
  test.each(spelt)('%s', (directive) => {
    expect(chapters).toMatch(new RegExp(`(?<!:)${directive.replace(':::', ':{3,}')}(?![\\w:-])`));
  });

  test.each(claimStatuses)('a claim that is %s', (status) => {
    expect(chapters).toContain(`status=${status}`);
  });
});

test('is written into a new folder, whole, and has nothing to mend', async () => {
  const world = memoryWorld({}, {}, beneath);
  const made = await newBook('shelf/salt', world.disk);
  expect('files' in made && made.files).toEqual(expect.arrayContaining(['book.yaml', 'data/folds.csv', 'figures/sheet.svg']));
  const { findings, silenced } = await buildBook({ folder: 'shelf/salt', world, targets: [] });
  expect({ findings, silenced }).toEqual({ findings: [], silenced: [] });
});

test.each(['Salt and Roads', 'Salt: "A Study" $& \\ #1', 'Соль'])('has the title %s', async (title) => {
  const world = memoryWorld({}, {}, beneath);
  await newBook('salt', world.disk, title);
  const { config, findings } = await buildBook({ folder: 'salt', world, targets: [] });
  expect([config?.title, findings]).toEqual([title, []]);
});

describe('refuses', () => {
  test.each<[string, Record<string, string>, string]>([
    ['a folder with a file', { 'salt/notes.txt': 'x' }, 'salt is not empty: it holds notes.txt'],
    ['a folder with several', { 'salt/.git/HEAD': 'x', 'salt/book.yaml': 'x' }, 'salt is not empty: it holds .git and 1 more'],
    ['a file', { salt: 'x' }, 'salt is a file'],
  ])('%s', async (_name, files, refusal) => {
    const world = memoryWorld(files);
    expect(await newBook('salt', world.disk)).toEqual({ refusal });
    expect([...world.written.keys()]).toEqual([]);
  });
});
