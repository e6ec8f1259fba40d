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

/** The packages that `octavo check` loads for a book. */
function loadedFor(folder: string, env: NodeJS.ProcessEnv = {}): (string | undefined)[] {
  const { stderr, status } = spawnSync(process.execPath, ['--import', asModule(registering), 'dist/cli/main.js', 'check', folder], { encoding: 'utf8', env: { ...process.env, ...env } });
  expect(status, stderr).toBe(0);
  return [...new Set([...stderr.matchAll(/\/node_modules\/((?:@[^/]+\/)?[^/]+)\//g)].map((match) => match[1]))];
}

async function bookOf(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-test-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

test('a check of plain prose waits for nothing that it does not need', async () => {
  const folder = await bookOf({ 'book.yaml': 'title: T\nlanguage: en-GB\nauthors: [A]\nchapters: [a.md]\n', 'a.md': '# One\n\nWords, *words* and a note.^[A note.]\n' });
  const loaded = loadedFor(folder);
  expect(loaded).toContain('micromark-extension-gfm');
  for (const heavy of ['citation-js', 'pdf-lib', 'puppeteer-core', 'subset-font', 'd3-scale', 'csv-parse', 'katex', 'speech-rule-engine', 'hast-util-to-xast', 'sharp', '@likecoin/epubcheck-ts', 'libxml2-wasm', 'chokidar', 'hono', '@hono/node-server', 'ws', 'open', 'launch-editor']) expect(loaded).not.toContain(heavy);
});

test('only a picture that must be changed is decoded', async () => {
  const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const webp = Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');
  const files = { 'book.yaml': 'title: T\nlanguage: en-GB\nauthors: [A]\nchapters: [a.md]\n', 'a.md': '# One\n\n![A](a.png){alt=A}\n', 'a.png': png };
  expect(loadedFor(await bookOf(files))).not.toContain('sharp');
  expect(loadedFor(await bookOf({ ...files, 'a.md': '# One\n\n![A](a.webp){alt=A}\n', 'a.webp': webp }), { OCTAVO_NO_CACHE: '1' })).toContain('sharp');
});

test.each([
  ['in the text', 'modern-language-association'],
  ['in notes', 'chicago-fullnote-bibliography'],
  ['in a style of its own', 'own.csl'],
])('a second check of a book that cites %s does without the processor', async (_name, style) => {
  const folder = await bookOf({
    'book.yaml': `title: T\nlanguage: en-GB\nauthors: [A]\nchapters: [a.md, b.md]\nbibliography: [s.bib, s.json]\ncitation: {style: ${style}}\n`,
    'a.md': '# One\n\nWords [@one, p. 3] and [@two].\n\n::bibliography\n',
    'b.md': '# Two\n\nWords [@two].\n',
    's.bib': '@book{one, author = {Rossi, A.}, title = {Salt}, date = {2001}}\n@book{two, author = {Rossi, A.}, title = {Salt Roads}, date = {2001}}\n',
    's.json': '[{"id": "three", "type": "book", "title": "Roads"}]',
    'own.csl': '<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><title>Own</title></info><citation><layout prefix="(" suffix=")"><names variable="author"/></layout></citation></style>',
  });
  const cache = { OCTAVO_NO_CACHE: '', XDG_CACHE_HOME: join(folder, 'cache') };
  expect(loadedFor(folder, cache)).toContain('citation-js');
  const again = loadedFor(folder, cache);
  for (const heavy of ['citation-js', 'citeproc']) expect(again).not.toContain(heavy);
});
