/** `--annotations`: what annotations and their apparatus cost, and how that grows with the book. */
import { join } from 'node:path';
import { annotationsIn, asAnnotatedMarkdown, asPlainMarkdown, densities } from './book/annotated.mjs';
import { generateBook } from './book/generate.mjs';
import { median, row, rule, slope, times, whole } from './figures.mjs';
import { measure } from './measure.mjs';
import { refuse } from './refuse.mjs';

export const annotationSizes = [270, 1350];
const targets = ['pdf', 'epub'];

/**
 * The books of each size take turns: one without annotations, and for each density one with them and one without that has as many pages.
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
    const plain = { at: await lay(`${size}-plain`, () => asPlainMarkdown(book)), runs: [] };
    const told = [];
    for (const [density, counts] of Object.entries(densities)) {
      const at = await lay(`${size}-${density}`, () => asAnnotatedMarkdown(book, seed, counts));
      told.push({ density, size, annotations: annotationsIn(book, counts), plain: plain.runs, annotated: [], asLong: [], at });
    }
    const measured = async (at) => ({ ...(await build(at)), cpuTimings: (await build(at, true)).timings });
    for (let run = 0; run < (runs ?? (size < 500 ? 3 : 1)); run += 1) {
      plain.runs.push(await measured(plain.at));
      for (const one of told) {
        one.annotated.push(await measured(one.at));
        one.longAt ??= await lay(`${size}-as-long-as-${one.density}`, () => asPlainMarkdown(generateBook((size * pagesOf(one.annotated)) / pagesOf(plain.runs), seed)));
        one.asLong.push(await measured(one.longAt));
      }
    }
    results.push(...told);
    for (const one of told) sayBook(one, say);
  }
  sayGrowth(results, say);
  for (const words of notes) say(words);
}

const cpuOf = ({ nodeCpu, browserCpu }) => nodeCpu + browserCpu;
const pagesOf = (runs) => runs[0].pages;

function sayBook({ density, size, annotations, plain, annotated, asLong }, say) {
  const books = [plain, annotated, asLong];
  say(row(`${whole(size)} pages of prose, ${density} annotations (median of ${plain.length})`, ['plain', 'annotated', 'as long', '/ plain', '/ page', '/ as long']));
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
  const names = Object.keys(densities);
  if (results.length === names.length) return;
  const growth = (runsOf, take) => slope(runsOf.map((runs) => [pagesOf(runs), median(runs.map(take))])).toFixed(2);
  const plain = results.filter(({ density }) => density === names[0]).map((told) => told.plain);
  const books = [plain, ...names.map((name) => results.filter(({ density }) => density === name).map(({ annotated }) => annotated))];
  const stages = ['read', 'collect', 'cite', 'resolve', 'lower', 'print.galley', 'print.paginate', 'print.print', 'finish', 'epub'];
  say(row(`Growth with pages, log-log slope (1 is linear)`, ['plain', ...names]));
  say(rule(books.length));
  for (const stage of stages) say(row(`  ${nameOf(stage)}`, books.map((of) => (stage === 'cite' && of === plain ? '–' : growth(of, ({ timings }) => timings[stage])))));
  say(row('  whole command, clock', books.map((of) => growth(of, ({ wall }) => wall))));
  say(row('  whole command, CPU time', books.map((of) => growth(of, cpuOf))));
  say();
}

const notes = [
  'PDF and EPUB of the same prose without annotations (plain) and with them, and of as much more prose without as makes',
  'a book as long. / plain: for the book; / page: for each of its pages; / as long: for a book of as many pages.',
  'dense: as the study booklet has them; usual: every kind and all apparatus, but a quarter of each.',
];
