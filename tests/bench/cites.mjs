/** `--cites`: what citations cost, and how that grows with their number. */
import { join } from 'node:path';
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

/** Of builds in one process: from then on the program runs as fast as it ever does. */
const turnsToWarm = 3;

/** @param {{ seed: number, runs: number, lay: Function, say: (line?: string) => void }} bench */
export async function benchCitations({ seed, runs, lay, say }) {
  const results = styles.map(() => counts.map(() => []));
  for (let run = 0; run < runs; run += 1) {
    for (const [at, citations] of counts.entries()) {
      // Styles take turns, so that a slow moment of the machine meets both.
      for (const [which, [, style]] of styles.entries()) {
        const folder = await lay(`cites-${style}-${citations}`, () => citedManuscript({ citations, works, style, seed }));
        const ask = async (more) => {
          const told = await measure('cites', { folder, turns: 1, ...more });
          refuse(told.findings, `${citations} citations`);
          return told.timings;
        };
        const [cold, ...others] = await ask({ turns: turnsToWarm });
        const cache = join(folder, '..', `cache-${style}-${citations}-${run}`);
        await ask({ cache });
        // Under another name, or the whole build would be given back.
        const [again] = await ask({ cache, folder: `${folder}/.` });
        results[which][at].push({ cold, warm: others.at(-1), again });
      }
    }
  }
  say(row(`Citations of ${works} works (CPU ms, ${runs} ${runs === 1 ? 'run' : 'runs'})`, counts.map(whole)));
  say(rule(counts.length));
  const medians = (which, take) => results[which].map((told) => median(told.map(take)));
  const growth = (costs, from = 0) => slope(counts.map((count, at) => [count, costs[at]]).slice(from)).toFixed(2);
  for (const [which, [name]] of styles.entries()) {
    const cold = medians(which, ({ cold }) => cold.cite);
    const again = medians(which, ({ again }) => again.cite);
    say(row(`${name}: cite, cold`, cold.map(whole)));
    say(row(`${name}: cite, warm`, medians(which, ({ warm }) => warm.cite).map(whole)));
    say(row(`${name}: cite again, from the cache`, again.map(whole)));
    say(row(`${name}: read, cold`, medians(which, ({ cold }) => cold.read).map(whole)));
    say(row(`${name}: read again, from the cache`, medians(which, ({ again }) => again.read).map(whole)));
    say(row(`${name}: growth of cite; of cite again`, [growth(cold), growth(again)]));
    say(row(`${name}: growth of cite, 2,000 to 4,000`, [growth(cold, -2)]));
  }
  say();
  say('Read: Markdown and BibLaTeX. Cold: the first build of a process, without a cache. Warm: the third in one process, without a cache.');
  say('Again: a new process, nothing changed, the cache on disk; looking it up is in it.');
  say('Growth: log-log slope from 250 citations on, 1 is linear. Processor time, not the clock’s.');
}
