/** The EPUB of a book that is lowered already, packed once: processor time and the clock's. */
import { generateBook } from '../book/generate.mjs';
import { asParts } from '../book/as-parts.mjs';
import { asked, tell } from './report.mjs';

const [{ writeEpub }, { readConfig }, { memoryWorld }] = await Promise.all(['epub/write-epub', 'read/read-config', 'world/memory'].map((name) => import(`../../../dist/${name}.js`)));
// A clone: strings that were put together from pieces would be joined only when they are first read.
const { parts, pages } = structuredClone(asParts(generateBook(asked.chapters * 20, asked.seed), asked.letters));
const yaml = 'title: Bench\nlanguage: en\nchapters: []\nepub: {cover: false, fonts: none}\n';
const config = await readConfig({ world: memoryWorld({ 'bench/book.yaml': yaml }), folder: 'bench', report: () => undefined });
const began = { cpu: process.cpuUsage(), clock: performance.now() };
const bytes = await writeEpub({ config, modified: '2026-11-22T00:00:00Z', parts, assets: new Map(), pages, css: '', formulaCss: '', fonts: [] });
const { user, system } = process.cpuUsage(began.cpu);
tell({ cpu: (user + system) / 1000, clock: performance.now() - began.clock, bytes: bytes.length, chapters: parts.length });
