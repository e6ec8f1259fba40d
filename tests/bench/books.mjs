/** Runs every measurement for one length of book: Octavo, the floor and the peers, taking turns. */
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { machineWorld } from '../../dist/index.js';
import { geometryOf } from '../../dist/model/geometry.js';
import { faceUrl } from '../../dist/print/galley.js';
import { findFaces } from '../../dist/typeface/faces.js';
import { asMarkdown } from './book/as-markdown.mjs';
import { asPagedHtml } from './book/as-paged-html.mjs';
import { asTypst } from './book/as-typst.mjs';
import { figureFiles, generateBook } from './book/generate.mjs';
import { measure } from './measure.mjs';
import { refuse } from './refuse.mjs';

const { disk } = machineWorld();
const subsetFont = createRequire(import.meta.url)('subset-font');

/**
 * @param {number} size wanted pages
 * @param {{ folder: string, lay: Function, seed: number, runs: number, peers: { pagedjs?: boolean, typst?: boolean } }} bench
 * @returns the pages there are, and one round of measurements for each run
 */
export async function runBook(size, { folder, lay, seed, runs, peers: wanted }) {
  const book = generateBook(size, seed);
  const figures = figureFiles(book).map(([file]) => file);
  const own = await lay(`${size}`, () => asMarkdown(book));
  const html = join(folder, `${size}.html`);
  const { pages } = await measure('pages', { folder: own, out: html });
  const peers = wanted.pagedjs || wanted.typst ? await layPeers(book, size, folder, lay) : undefined;

  const rounds = [];
  for (let run = 0; run < runs; run += 1) {
    const round = { own: await measure('own', { folder: own, out: join(folder, 'own.pdf') }) };
    refuse(round.own.findings, `the book of ${size} pages`);
    round.floor = await measure('floor', { folder: own, html, figures, out: join(folder, 'floor.pdf') });
    if (round.own.pages !== pages || round.floor.pages !== pages) throw new Error(`${pages} pages were laid out, Octavo printed ${round.own.pages}, the floor ${round.floor.pages}`);
    if (wanted.pagedjs) round.pagedjs = await measure('pagedjs', { folder: own, html: peers.html, figures, out: join(folder, 'pagedjs.pdf') });
    if (wanted.typst) round.typst = await measure('typst', { folder: peers.typst, fonts: peers.fonts, out: join(folder, 'typst.pdf') });
    rounds.push(round);
  }
  return { size, pages, rounds };
}

/** The same text for the others. Typst reads no woff2, so it gets the same faces unpacked. */
async function layPeers(book, size, folder, lay) {
  const geometry = geometryOf({ page: { width: 148, height: 210, notes: 'foot', margins: {} } });
  const faces = (await findFaces(disk)).filter(({ family, subset }) => family === 'EB Garamond' && subset === 'latin');
  const rules = faces.map((face) => `@font-face { font-family: '${face.family}'; font-weight: ${face.weight}; font-style: ${face.style}; src: url(${faceUrl(face)}) format('woff2') }`);
  const html = join(folder, `${size}-pagedjs.html`);
  await writeFile(html, asPagedHtml(book, geometry, rules.join('\n')));
  const fonts = await lay('fonts', () => Promise.all(faces.map(async (face) => [`${face.weight}-${face.style}.ttf`, await subsetFont(Buffer.from(await disk.read(face.path)), '', { targetFormat: 'truetype', keepAllGlyphs: true, preserveNameIds: [1, 2, 4, 6, 16, 17] })])));
  return { html, fonts, typst: await lay(`${size}-typst`, () => asTypst(book, geometry)) };
}
