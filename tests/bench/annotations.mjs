/** `--annotations`: what annotations and their apparatus cost, and how that grows with the book. */
import { join } from 'node:path';
import { annotationsIn, asAnnotatedMarkdown, asPlainMarkdown } from './book/annotated.mjs';
import { generateBook } from './book/generate.mjs';
import { median, row, rule, slope, times, whole } from './figures.mjs';
import { measure } from './measure.mjs';
import { refuse } from './refuse.mjs';

export const annotationSizes = [270, 1350];
const targets = ['pdf', 'epub'];

/**
 * Three books of each size take turns: with annotations, without, and one without that has as many pages as the first has with them.
 *
 * @param {{ sizes: number[], seed: number, runs?: number, folder: string, lay: Function, say: (line?: string) => void }} bench
 */
export async function benchAnnotations({ sizes, seed, runs, folder, lay, say }) {
  const results = [];
  for (const size of sizes) {
    const build = async (at, cpu = false) => {
      const told = await measure('own', { folder: at, out: join(folder, 'own.pdf'), targets, cpu });
      refuse(told.findings, `the book in ${at}`);
      return told;
    };
    const book = generateBook(size, seed);
    const annotated = await lay(`${size}-annotated`, () => asAnnotatedMarkdown(book, seed));
    const plain = await lay(`${size}-plain`, () => asPlainMarkdown(book));
    const told = { size, annotations: annotationsIn(book), plain: [], annotated: [], asLong: [] };
    let asLong;
    for (let run = 0; run < (runs ?? (size < 500 ? 3 : 1)); run += 1) {
      for (const [name, at] of [['plain', () => plain], ['annotated', () => annotated], ['asLong', () => asLong]]) {
        if (name === 'asLong') asLong ??= await lay(`${size}-as-long`, () => asPlainMarkdown(generateBook((size * pagesOf(told.annotated)) / pagesOf(told.plain), seed)));
        told[name].push({ ...(await build(at())), cpuTimings: (await build(at(), true)).timings });
      }
    }
    results.push(told);
    sayBook(told, say);
  }
  sayGrowth(results, say);
  for (const words of notes) say(words);
}

const cpuOf = ({ nodeCpu, browserCpu }) => nodeCpu + browserCpu;
const pagesOf = (runs) => runs[0].pages;

function sayBook({ size, annotations, plain, annotated, asLong }, say) {
  const books = [plain, annotated, asLong];
  say(row(`${whole(size)} pages of prose, PDF and EPUB (median of ${plain.length})`, ['plain', 'annotated', 'as long', '/ plain', '/ page', '/ as long']));
  say(rule(6));
  const line = (label, take) => {
    const [without, having, long] = books.map((runs) => median(runs.map((told) => take(told) ?? NaN)));
    if ([without, having, long].every(Number.isNaN)) return;
    const ratio = (base, by = 1) => (base < tooShort ? '' : times(having / base / by));
    say(row(label, [...[without, having, long].map(whole), ratio(without), ratio(without, pagesOf(annotated) / pagesOf(plain)), ratio(long)]));
  };
  line('pages in fact', ({ pages }) => pages);
  say(row('annotations; for each page of plain prose', ['', whole(annotations), '', (annotations / pagesOf(plain)).toFixed(1)]));
  const names = [...new Set(books.flatMap((runs) => runs.flatMap(({ timings }) => Object.keys(timings))))];
  const stages = [...before, ...names.filter((name) => name.startsWith('print.')), 'finish', 'check', 'epub'];
  for (const name of stages) line(`clock: ${nameOf(name)}`, ({ timings }) => timings[name]);
  line('clock: whole command', ({ wall }) => wall);
  for (const name of [...before, 'finish', 'check', 'epub', 'print']) line(`CPU of node: ${nameOf(name)}`, ({ cpuTimings }) => cpuTimings[name]);
  line('CPU time of node', ({ nodeCpu }) => nodeCpu);
  line('CPU time of the browser', ({ browserCpu }) => browserCpu);
  line('CPU time, whole command', cpuOf);
  line('CPU time for each page', (told) => cpuOf(told) / told.pages);
  const warned = annotated[0].findings.length;
  if (warned > 0) say(row('warnings', ['', warned]));
  say();
}

const before = ['config', 'read', 'collect', 'number', 'cite', 'resolve', 'lower'];
/** Of anything shorter, ms, a ratio says nothing. */
const tooShort = 5;

function nameOf(stage) {
  if (stage === 'print') return 'print, with check and epub within it';
  if (stage === 'check') return 'check, while the browser lays out';
  if (stage === 'epub') return 'epub, while the browser prints';
  return stage.replace(/^print\.page\./, 'paginate: ').replace(/^print\.print$/, 'print: the PDF').replace(/^print\./, 'print: ');
}

function sayGrowth(results, say) {
  if (results.length < 2) return;
  const growth = (name, take) => slope(results.map((told) => [pagesOf(told[name]), median(told[name].map(take))])).toFixed(2);
  const stages = ['read', 'collect', 'cite', 'resolve', 'lower', 'print.galley', 'print.paginate', 'print.print', 'finish', 'epub'];
  say(row(`Growth with pages, log-log slope (1 is linear)`, ['plain', 'annotated']));
  say(rule(2));
  for (const stage of stages) say(row(`  ${nameOf(stage)}`, [stage === 'cite' ? '–' : growth('plain', ({ timings }) => timings[stage]), growth('annotated', ({ timings }) => timings[stage])]));
  say(row('  whole command, clock', ['plain', 'annotated'].map((name) => growth(name, ({ wall }) => wall))));
  say(row('  whole command, CPU time', ['plain', 'annotated'].map((name) => growth(name, cpuOf))));
  say();
}

const notes = [
  'The same prose without annotations (plain) and with them, and as much more prose without as makes a book as',
  'long. / plain: for the book; / page: for each of its pages; / as long: for a book of as many pages.',
];
