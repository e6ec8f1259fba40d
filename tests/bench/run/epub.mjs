/** The EPUB of a book that is lowered already, packed once: processor time and the clock's. */
import { generateBook } from '../book/generate.mjs';
import { asParts } from '../book/as-parts.mjs';
import { asked, tell } from './report.mjs';

const { writeEpub } = await import('../../../dist/epub/write-epub.js');
// A clone: strings that were put together from pieces would be joined only when they are first read.
const { parts, pages } = structuredClone(asParts(generateBook(asked.chapters * 20, asked.seed), asked.letters));
const config = {
  title: 'Bench', audience: 'self-study', slug: 'bench', fileStem: 'bench', language: 'en', authors: [], identifier: 'urn:uuid:11111111-2222-5333-8444-555555555555',
  subjects: [], front: [], chapters: [], back: [], bibliography: [], registers: {}, epub: { profile: 'standard', fonts: 'none', math: 'mathml', splitAt: 260 },
};
const began = { cpu: process.cpuUsage(), clock: performance.now() };
const bytes = await writeEpub({ config, parts, assets: new Map(), pages, css: '', fonts: [] });
const { user, system } = process.cpuUsage(began.cpu);
tell({ cpu: (user + system) / 1000, clock: performance.now() - began.clock, bytes: bytes.length, chapters: parts.length });
