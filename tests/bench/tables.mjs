/** The tables of the bench: one column for each size of book. */
import { median, megabytes, row, rule, slope, sum, times, whole } from './figures.mjs';

/** Growth is told from here on: below it, what every build pays once hides it. */
const growthFrom = 200;

/** Stages in order: what is named here, then whatever else the paginator or printer tells of itself. */
const passes = ['collect', 'number', 'cite', 'resolve', 'check'];
const paginateSteps = ({ timings }) => Object.entries(timings).filter(([name]) => name.startsWith('print.page.'));
const printSteps = ({ timings }) => Object.entries(timings).filter(([name]) => /^print\.(?!page\.|paginate$|print$)/.test(name));
const topLevel = ({ timings }) => sum(Object.entries(timings).filter(([name]) => !name.includes('.')).map(([, spent]) => spent));
const before = (own) => sum(printSteps(own).map(([, spent]) => spent));
const paginate = (own) => own.timings['print.paginate'] ?? NaN;
/** From the galley as it lies to the pages as they are verified. */
const pages = (own) => sum(paginateSteps(own).map(([, spent]) => spent));
const htmlToFile = (own) => before(own) + paginate(own) + own.timings['print.print'] + own.timings.finish;

export function sayStages(books, say) {
  const line = (label, take, format = whole) => say(row(label, books.map(({ rounds }) => format(median(rounds.map(({ own }) => take(own) ?? NaN))))));
  const steps = (list) => [...new Set(books.flatMap(({ rounds }) => rounds.flatMap(({ own }) => list(own).map(([name]) => name))))];
  say(row('Octavo, Markdown to PDF, ms (median); pages', books.map(({ size }) => whole(size))));
  say(rule(books.length));
  say(row('pages in fact', books.map(({ pages }) => whole(pages))));
  say(row('runs', books.map(({ rounds }) => rounds.length)));
  line('start and end of node', ({ wall, built }) => wall - built);
  line('read: config, Markdown, figures', ({ timings }) => timings.config + timings.read);
  line('passes: collect to check', ({ timings }) => sum(passes.map((name) => timings[name] ?? 0)));
  line('lower', ({ timings }) => timings.lower);
  line('wait for the browser, other', (own) => own.built - topLevel(own));
  for (const name of steps(printSteps)) line(`print: ${name.slice('print.'.length)}`, ({ timings }) => timings[name]);
  for (const name of steps(paginateSteps)) line(`paginate: ${name.slice('print.page.'.length)}`, ({ timings }) => timings[name] ?? 0);
  line('paginate: the rest, and the way there', (own) => paginate(own) - pages(own));
  line('print: the PDF', ({ timings }) => timings['print.print']);
  line('finish', ({ timings }) => timings.finish);
  line('whole command', ({ wall }) => wall);
  line('total fit costs at most: pages / pages undecided', (own) => pages(own) / (pages(own) - own.timings['print.page.decide']), times);
  for (const [label, end] of [['  fastest run', Math.min], ['  slowest run', Math.max]]) say(row(label, books.map(({ rounds }) => whole(end(...rounds.map(({ own }) => own.wall))))));
  say(row('pages per second, whole command', books.map(({ pages, rounds }) => whole(pages / (median(rounds.map(({ own }) => own.wall)) / 1000)))));
  line('CPU time of node', ({ nodeCpu }) => nodeCpu);
  line('CPU time of the browser', ({ browserCpu }) => browserCpu);
  line('peak memory of node, MB', ({ nodePeak }) => nodePeak, megabytes);
  line('peak memory of the browser, MB', ({ browserPeak }) => browserPeak, megabytes);
  line('PDF, MB', ({ bytes }) => bytes / 1e6, (value) => value.toFixed(1));
  const warned = books.map(({ rounds }) => rounds[0].own.findings.length);
  if (warned.some((count) => count > 0)) say(row('warnings', warned));
}

export function sayFloor(books, say) {
  const line = (label, take, format = whole) => say(row(label, books.map(({ rounds }) => format(median(rounds.map(take))))));
  const floor = ({ floor: { load, print } }) => load + print;
  say();
  say(row('The floor: these pages printed again, ms', books.map(({ size }) => whole(size))));
  say(rule(books.length));
  line('load', (round) => round.floor.load);
  line('print', (round) => round.floor.print);
  line('floor = load + print', floor);
  line('paginate / print of the floor', (round) => paginate(round.own) / round.floor.print, times);
  line('print / print of the floor', (round) => round.own.timings['print.print'] / round.floor.print, times);
  line('HTML to file / floor', (round) => htmlToFile(round.own) / floor(round), times);
  line('whole command / floor', (round) => round.own.wall / floor(round), times);
  line('browser’s CPU time / floor’s', (round) => round.own.browserCpu / round.floor.browserCpu, times);
  line('peak memory of the browser, MB', (round) => round.floor.browserPeak, megabytes);
}

export function sayPeers(books, versions, say) {
  sayPagedjs(books.filter(({ rounds }) => rounds[0].pagedjs), versions.pagedjs, say);
  sayTypst(books, versions.typst, say);
  say();
  for (const words of peerNotes) say(words);
}

/** @returns one line of medians for each call */
function peerTable(title, books, say) {
  say();
  say(row(title, books.map(({ size }) => whole(size))));
  say(rule(books.length));
  return (label, take, format = whole) => say(row(label, books.map(({ rounds }) => format(median(rounds.map(take))))));
}

function sayPagedjs(books, version, say) {
  if (books.length === 0) return;
  const line = peerTable(`Paged.js ${version}, same browser, ms`, books, say);
  line('pages in fact', (round) => round.pagedjs.pages);
  line('Paged.js: load to rendered', (round) => round.pagedjs.paginate);
  line('Octavo: make, load, paginate', ({ own }) => before(own) + paginate(own));
  line('  Paged.js / Octavo', ({ own, pagedjs }) => pagedjs.paginate / (before(own) + paginate(own)), times);
  line('Paged.js: its pages alone', (round) => round.pagedjs.chunked);
  line('Octavo: its pages alone, to verify', ({ own }) => pages(own));
  line('  Paged.js / Octavo', ({ own, pagedjs }) => pagedjs.chunked / pages(own), times);
  line('Paged.js: print', (round) => round.pagedjs.print);
  line('Paged.js: load to file', (round) => round.pagedjs.paginate + round.pagedjs.print);
  line('Octavo: make, load to finished file', ({ own }) => htmlToFile(own));
  line('  Paged.js / Octavo', ({ own, pagedjs }) => (pagedjs.paginate + pagedjs.print) / htmlToFile(own), times);
  line('peak memory of the browser, MB', (round) => round.pagedjs.browserPeak, megabytes);
}

function sayTypst(books, version, say) {
  const line = peerTable(`Typst (node compiler ${version}), tagged, ms`, books, say);
  line('pages in fact', (round) => round.typst.pages);
  line('Typst: compile', (round) => round.typst.compile);
  line('Typst: PDF', (round) => round.typst.print);
  line('Typst: whole command', (round) => round.typst.wall);
  line('Octavo: whole command', (round) => round.own.wall);
  line('  Octavo / Typst', (round) => round.own.wall / round.typst.wall, times);
  line('  Octavo / Typst, CPU time', ({ own, typst }) => (own.nodeCpu + own.browserCpu) / typst.nodeCpu, times);
  line('Octavo: HTML to file', ({ own }) => htmlToFile(own));
  line('  Octavo, HTML to file / Typst', ({ own, typst }) => htmlToFile(own) / typst.wall, times);
  line('peak memory of the process, MB', (round) => round.typst.nodePeak, megabytes);
}

const peerNotes = [
  'Same text, page, measure, faces and sizes for all. HTML to file: in a running browser; Octavo’s',
  'includes writing and hyphenating the HTML and finishing the PDF, Paged.js gets its HTML ready made.',
  'Whole commands: from starting node to its exit, the file written; Octavo’s includes a browser’s',
  'start, Typst’s its compiler’s and its fonts’.',
];

export function sayGrowth(books, say) {
  const large = books.filter(({ pages }) => pages >= growthFrom);
  if (large.length < 2) return;
  const of = (take) => slope(large.map(({ pages, rounds }) => [pages, median(rounds.map(take))])).toFixed(2);
  say();
  say(`Growth with pages, log-log slope from ${whole(large[0].pages)} to ${whole(large.at(-1).pages)} pages (1 is linear)`);
  const line = (label, take) => say(row(`  ${label}`, [of(take)]));
  line('its pages alone', ({ own }) => pages(own));
  line('paginate, way there included', ({ own }) => paginate(own));
  line('make and load the galley', ({ own }) => before(own));
  line('print', ({ own }) => own.timings['print.print']);
  line('finish', ({ own }) => own.timings.finish);
  line('whole command', ({ own }) => own.wall);
  line('floor', ({ floor }) => floor.load + floor.print);
  if (large.every(({ rounds }) => rounds[0].pagedjs)) line('Paged.js: load to rendered', ({ pagedjs }) => pagedjs.paginate);
  if (large.every(({ rounds }) => rounds[0].typst)) line('Typst: whole command', ({ typst }) => typst.wall);
}
