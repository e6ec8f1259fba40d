import { spawnSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

/** Writes the address of each module to the standard error stream before it is loaded. */
const telling = `
  import { writeSync } from 'node:fs';
  export function load(url, context, next) {
    writeSync(2, url + '\\n');
    return next(url, context);
  }`;
const asModule = (program: string): string => `data:text/javascript,${encodeURIComponent(program)}`;
const registering = `import { register } from 'node:module'; register(${JSON.stringify(asModule(telling))});`;

test('a check of plain prose waits for nothing that it does not need', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(join(folder, 'book.yaml'), 'title: T\nlanguage: en-GB\nauthors: [A]\nchapters: [a.md]\n');
  await writeFile(join(folder, 'a.md'), '# One\n\nWords, *words* and a note.^[A note.]\n');
  const { stderr, status } = spawnSync(process.execPath, ['--import', asModule(registering), 'dist/cli/main.js', 'check', folder], { encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  const loaded = [...new Set([...stderr.matchAll(/\/node_modules\/((?:@[^/]+\/)?[^/]+)\//g)].map((match) => match[1]))];
  expect(loaded).toContain('micromark-extension-gfm');
  for (const heavy of ['citation-js', 'pdf-lib', 'puppeteer-core', 'subset-font', 'd3-scale', 'csv-parse', 'katex', 'hast-util-to-xast']) expect(loaded).not.toContain(heavy);
});
