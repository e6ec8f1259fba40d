/** The handbook keeps what it promises: what its boxes say is what stands below them, and nothing that Octavo takes is left untaught. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { beforeAll, describe, expect, test } from 'vitest';
// The pages are made by scripts for the browser, which only a compiled Octavo has.
import { buildBook, machineWorld, type Audience } from '../../dist/index.js';
import { directives } from '../../src/model/directive.js';
import { walkBook } from '../../src/pass/walk.js';
import { OpenEpub } from '../epub/edition.js';
import { badlyDrawnIn, useBrowser } from '../epub/shown.js';
import { readManuscript, root } from './manuscript.js';
import { type BuiltBook, handbook } from './shared-books.js';

const folder = join(root, 'manuscript/handbook');
const files = (await readdir(folder)).filter((name) => name.endsWith('.md'));
const written = new Map(await Promise.all(files.map(async (name) => [name, await readFile(join(folder, name), 'utf8')] as const)));

interface Pair {
  readonly file: string;
  readonly line: number;
  readonly box: string;
  /** As much of what stands below the box. */
  readonly below: string;
}

/** Each box whose words stand below it once more, and as many lines from there. */
function pairsIn(file: string, markdown: string): Pair[] {
  const lines = markdown.split('\n');
  return lines.flatMap((opening, index) => {
    const fence = /^(`{3,})\w* \{\.live\}$/.exec(opening)?.[1];
    if (fence === undefined) return [];
    const end = lines.indexOf(fence, index + 1);
    const box = lines.slice(index + 1, end);
    const start = lines.findIndex((line, at) => at > end && line.trim() !== '');
    const next = lines[start + box.length];
    const isApart = next === undefined || next.trim() === '';
    return [{ file, line: index + 1, box: box.join('\n'), below: lines.slice(start, start + box.length + (isApart ? 0 : 1)).join('\n') }];
  });
}

const pairs = [...written].flatMap(([file, markdown]) => pairsIn(file, markdown));

useBrowser();

describe('the handbook', () => {
  let built: BuiltBook;
  beforeAll(async () => {
    built = await handbook();
  }, 120_000);

  test('builds in all bodies, and nobody finds anything', () => {
    expect(built.findings).toEqual([]);
    expect(built.silenced).toEqual([]);
    expect(built.outputs.map(({ name }) => name)).toEqual(['octavo-handbook.pdf', 'octavo-handbook-booklet.pdf', 'octavo-handbook.epub']);
  });

  test.each<Audience>(['student', 'teacher'])('has a %s’s edition, in which nobody finds anything', async (edition) => {
    const { findings } = await buildBook({ folder, world: machineWorld(), targets: [], edition });
    expect(findings).toEqual([]);
  });

  test('has an EPUB that a checker has nothing against', async () => {
    const epub = built.outputs.find(({ target }) => target === 'epub');
    const { messages } = await EpubCheck.validate(epub?.bytes as Uint8Array, { version: '3.3' });
    expect(messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage')).toEqual([]);
  });

  test('has an EPUB that draws each of its characters itself', async () => {
    const epub = built.outputs.find(({ target }) => target === 'epub');
    expect(await badlyDrawnIn(new OpenEpub(epub?.bytes as Uint8Array))).toEqual({});
  }, 120_000);
});

describe('a box', () => {
  test('is found wherever one says that its words are live', () => {
    expect(pairs).toHaveLength([...written.values()].join('\n').split('.live}').length - 1);
  });

  test.each(pairs)('stands above its own words ($file:$line)', ({ box, below }) => {
    expect(below).toBe(box);
  });
});

describe('a line of source', () => {
  /** What fits into a box on A5. The line that opens a block cannot be parted, and its box shows how it turns over. */
  const width = 60;
  const tooLong = [...written].flatMap(([file, markdown]) => {
    let fence = '';
    return markdown.split('\n').flatMap((line, index) => {
      const mark = /^`{3,}/.exec(line)?.[0] ?? '';
      if (mark !== '' && (fence === '' || line === fence)) {
        fence = fence === '' ? mark : '';
        return [];
      }
      return fence !== '' && line.length > width && !line.startsWith('::') ? [`${file}:${index + 1}`] : [];
    });
  });

  test('fits into its box', () => {
    expect(tooLong).toEqual([]);
  });
});

describe('every directive', async () => {
  const { resolved } = await readManuscript(folder);
  const live = new Set<string>();
  const code: string[] = [];
  walkBook(resolved, ({ node }) => {
    if (node.type === 'textDirective' || node.type === 'leafDirective' || node.type === 'containerDirective') live.add(node.name);
    if (node.type === 'code' || node.type === 'inlineCode') code.push(node.value);
  });
  const spelt = new Set(code.flatMap((value) => [...value.matchAll(/(?<![\w:]):{1,5}([a-z]+)/g)].map(([, name]) => name)));

  test.each(Object.keys(directives))('is shown, and shown as it is written: %s', (name) => {
    expect({ live: live.has(name), spelt: spelt.has(name) }).toEqual({ live: true, spelt: true });
  });
});
