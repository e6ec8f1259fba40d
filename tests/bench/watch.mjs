/** `--watch`: from a save to the screen, and to the files, while a book is watched; and a build in which nothing changed. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asMarkdown } from './book/as-markdown.mjs';
import { figureFiles, generateBook } from './book/generate.mjs';
import { median, quantile, row, rule, times, whole } from './figures.mjs';
import { measure } from './measure.mjs';

export const watchSizes = [270, 1350];
/** Saves that are counted, those before them, and those that are followed to the files. */
const asked = { saves: 40, warm: 5, outputs: 5 };
const builds = 7;
const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** @param {{ sizes: number[], seed: number, folder: string, lay: Function, say: (line?: string) => void }} bench */
export async function benchWatching({ sizes, seed, folder, lay, say }) {
  const results = [];
  for (const size of sizes) {
    const book = generateBook(size, seed);
    const at = await lay(`${size}-watched`, () => asMarkdown(book));
    const unchanged = buildAgain(at, folder);
    const html = join(folder, `${size}-watched.html`);
    const { pages } = await measure('pages', { folder: at, out: html });
    const floors = [];
    const printed = () => measure('floor', { folder: at, html, figures: figureFiles(book).map(([file]) => file), out: join(folder, 'floor.pdf') });
    // Before and after, so that a slow moment of the machine meets both.
    floors.push(await printed(), await printed());
    const watched = await measure('watch', { folder: at, out: join(folder, 'watched'), seed, chapters: book.chapters.map(({ name }) => `${name}.md`), ...asked });
    floors.push(await printed(), await printed());
    if (watched.pages !== pages) throw new Error(`${pages} pages were laid out, the proof shows ${watched.pages}`);
    if (watched.notices.length > 0) throw new Error(`something went wrong while the book was watched: ${watched.notices[0]}`);
    results.push({ size, pages, unchanged, floor: median(floors.map(({ load, print }) => load + print)), ...watched });
  }
  sayWatching(results, say);
}

/** Whole commands, ms: one that makes the book, then those that have nothing to make. */
function buildAgain(folder, below) {
  const { OCTAVO_NO_CACHE: _, ...env } = process.env;
  const run = () => {
    const began = performance.now();
    const { status, stdout, stderr } = spawnSync(process.execPath, [main, 'build', folder, '--out', join(below, 'unchanged')], { env: { ...env, XDG_CACHE_HOME: join(below, 'cache') }, encoding: 'utf8' });
    if (status !== 0) throw new Error(`the build ended with ${status}: ${stderr}`);
    return { spent: performance.now() - began, stdout };
  };
  const [first] = [run()];
  const again = Array.from({ length: builds }, run);
  if (again.some(({ stdout }) => stdout === first.stdout)) throw new Error(`a build in which nothing changed was made anew: ${again[0].stdout}`);
  return median(again.map(({ spent }) => spent));
}

const steps = [
  ['the save is seen', 'seen'],
  ['read to lower', 'lowered'],
  ['layout in the browser', 'laid'],
  ['the way to the proof', 'arrived'],
  ['shown', 'shown'],
];

function sayWatching(results, say) {
  const [first, last] = [results[0], results.at(-1)];
  const line = (label, take, format = whole) => say(row(label, [...results.map((told) => format(take(told))), ...(results.length > 1 ? [times(take(last) / take(first))] : [])]));
  const of = (at, name) => (told) => quantile(told.saves.map((save) => save[name]), at);
  say(row(`Watching: ${asked.saves} saves of one changed word, ms; pages`, [...results.map(({ size }) => whole(size)), ...(results.length > 1 ? ['growth'] : [])]));
  say(rule(results.length + 1));
  line('pages in fact', ({ pages }) => pages);
  for (const [label, name] of steps) line(`${label}, p50`, of(0.5, name));
  line('save to screen, p50', of(0.5, 'all'));
  line('save to screen, p95', of(0.95, 'all'));
  line('save to screen, slowest', of(1, 'all'));
  line('floor: these pages loaded and printed again', ({ floor }) => floor);
  line('save to PDF and EPUB on disk', ({ outputs }) => median(outputs));
  say(row('save to PDF and EPUB / floor', results.map(({ outputs, floor }) => times(median(outputs) / floor))));
  line('build with nothing changed, whole command', ({ unchanged }) => unchanged);
}
