/** `--cites`: what citations cost, and how that grows with their number. */
import { citedManuscript } from './book/cited.mjs';
import { median, row, rule, slope, whole } from './figures.mjs';
import { measure } from './measure.mjs';
import { refuse } from './refuse.mjs';

const counts = [250, 500, 1000, 2000, 4000];
const works = 500;
const styles = [
  ['APA', 'apa'],
  ['Chicago full note', 'chicago-fullnote-bibliography'],
];

/** @param {{ seed: number, runs: number, lay: Function, say: (line?: string) => void }} bench */
export async function benchCitations({ seed, runs, lay, say }) {
  const results = styles.map(() => counts.map(() => []));
  for (let run = 0; run < runs; run += 1) {
    for (const [at, citations] of counts.entries()) {
      // Styles take turns, so that a slow moment of the machine meets both.
      for (const [which, [, style]] of styles.entries()) {
        const folder = await lay(`cites-${style}-${citations}`, () => citedManuscript({ citations, works, style, seed }));
        const told = await measure('cites', { folder });
        refuse(told.findings, `${citations} citations`);
        results[which][at].push(told);
      }
    }
  }
  say(row(`Citations of ${works} works (CPU ms, ${runs} ${runs === 1 ? 'run' : 'runs'})`, counts.map(whole)));
  say(rule(counts.length));
  const medians = (which, take) => results[which].map((told) => median(told.map(take)));
  for (const [which, [name]] of styles.entries()) {
    const cold = medians(which, ({ first }) => first.cite);
    say(row(`${name}: read`, medians(which, ({ first }) => first.read).map(whole)));
    say(row(`${name}: cite`, cold.map(whole)));
    say(row(`${name}: cite again`, medians(which, ({ second }) => second.cite).map(whole)));
    say(row(`${name}: growth of cite`, [slope(counts.map((count, at) => [count, cold[at]])).toFixed(2)]));
    say(row(`${name}: growth, 2,000 to 4,000`, [slope(counts.map((count, at) => [count, cold[at]]).slice(-2)).toFixed(2)]));
  }
  say();
  say('read: Markdown and BibLaTeX. Again: a second build in the same process, nothing changed.');
  say('Growth: log-log slope from 250 citations on, 1 is linear. Processor time, not the clock’s.');
}
