/**
 * Makes a book of a wanted length, the same for the same seed, as data that each program's writer puts into its own markup.
 *
 * What it holds: chapters of about 20 A5 pages; sections; one note for each three paragraphs; a table, a figure and a
 * reference to the page of each in every chapter; some emphasis, quotations and lists.
 */
import { Prose } from './prose.mjs';
import { Random } from './random.mjs';

const pagesPerChapter = 20;
/** What Octavo's own page of EB Garamond takes; found by trial. */
const paragraphsPerChapter = 57;
const sectionEvery = 9;

/**
 * @typedef {string | { em: string } | { note: string } | { ref: string } | { page: string }} Inline `ref`: “Table 1”; `page`: “on page 12”
 * @typedef {{ kind: 'paragraph', words: Inline[] } | { kind: 'heading', depth: 2 | 3, words: string }
 *   | { kind: 'quotation', words: string } | { kind: 'list', items: string[] }
 *   | { kind: 'table', label: string, caption: string, head: string[], rows: string[][] }
 *   | { kind: 'figure', label: string, caption: string, file: string, svg: string }} Block
 * @typedef {{ title: string, name: string, blocks: Block[] }} Chapter
 * @typedef {{ title: string, author: string, chapters: Chapter[] }} Book
 */

/** @returns {Book} */
export function generateBook(pages, seed) {
  const random = new Random(seed);
  const prose = new Prose(random);
  const count = Math.max(1, Math.round(pages / pagesPerChapter));
  return {
    title: prose.title(3),
    author: `${prose.name()} ${prose.name()}`,
    chapters: Array.from({ length: count }, (_, index) => chapter(index + 1, prose, random)),
  };
}

function chapter(number, prose, random) {
  const blocks = [];
  const [figure, table] = [`fig:f${number}`, `tbl:t${number}`];
  for (let count = 0; count < paragraphsPerChapter; count += 1) {
    if (count > 0 && count % sectionEvery === 0) blocks.push({ kind: 'heading', depth: count % (2 * sectionEvery) === 0 ? 2 : 3, words: prose.title(random.between(2, 7)) });
    blocks.push({ kind: 'paragraph', words: paragraph(count, prose, random) });
    if (count === 12) blocks.at(-1).words.push(' See ', { ref: table }, ' ', { page: table }, ' and ', { ref: figure }, ' ', { page: figure }, '.');
    if (count === 22) blocks.push(tableOf(table, prose, random));
    if (count === 31) blocks.push({ kind: 'quotation', words: prose.sentences(3) });
    if (count === 40) blocks.push(figureOf(figure, number, prose, random));
    if (count === 50) blocks.push({ kind: 'list', items: Array.from({ length: 5 }, () => prose.sentence(6, 22)) });
  }
  return { title: prose.title(random.between(2, 6)), name: `chapter-${String(number).padStart(3, '0')}`, blocks };
}

function paragraph(count, prose, random) {
  const words = [prose.sentences(random.between(2, 4))];
  if (random.chance(0.3)) words.push(' ', { em: prose.title(random.between(1, 4)) }, ' ', prose.sentence());
  if (count % 3 === 1) words.push({ note: prose.sentences(random.between(1, 3)) });
  return [...words, ' ', prose.sentences(random.between(1, 3))];
}

function tableOf(label, prose, random) {
  const head = ['Place', 'Kind', 'First', 'Second', 'Third'];
  const rows = Array.from({ length: 8 }, () => [prose.name(), prose.content(), ...Array.from({ length: 3 }, () => String(random.between(10, 9999)))]);
  return { kind: 'table', label, caption: prose.title(6), head, rows };
}

function figureOf(label, number, prose, random) {
  const heights = Array.from({ length: 12 }, () => random.between(12, 130));
  const bars = heights.map((height, index) => `<rect x="${20 + index * 30}" y="${150 - height}" width="20" height="${height}" fill="#8c2f1b"/>`).join('');
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 170" width="400" height="170">${bars}<path d="M10 150H390" stroke="#000"/></svg>\n`;
  return { kind: 'figure', label, caption: prose.title(8), file: `figures/f${number}.svg`, svg };
}

/** The files of a book's figures, by path. */
export function figureFiles(book) {
  return book.chapters.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'figure').map(({ file, svg }) => [file, svg]));
}
