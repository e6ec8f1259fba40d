/** `--epub`: what packing costs once a book is lowered, and how that grows with its chapters. */
import { median, megabytes, row, rule, slope, whole } from './figures.mjs';
import { measure } from './measure.mjs';

const counts = [125, 250, 500, 1000];
/** Of text in each chapter. */
const letters = 20_000;
/** For 500 chapters: milliseconds of one processor, bytes of the whole process. */
const most = { chapters: 500, cpu: 1500, memory: 400e6 };

/** @param {{ seed: number, runs: number, say: (line?: string) => void }} bench @returns whether 500 chapters stay below what they may cost */
export async function benchEpub({ seed, runs, say }) {
  const results = counts.map(() => []);
  for (let run = 0; run < runs; run += 1) {
    for (const [at, chapters] of counts.entries()) results[at].push(await measure('epub', { chapters, letters, seed }));
  }
  const medians = (take) => results.map((told) => median(told.map(take)));
  const cpu = medians((told) => told.cpu);
  const memory = medians((told) => told.nodePeak);
  say(row(`Chapters of ${whole(letters)} letters (${runs} ${runs === 1 ? 'run' : 'runs'})`, counts.map(whole)));
  say(rule(counts.length));
  say(row('packing, CPU ms', cpu.map(whole)));
  say(row('packing, the clock’s ms', medians((told) => told.clock).map(whole)));
  say(row('memory of the process, MB', memory.map(megabytes)));
  say(row('size of the EPUB, MB', medians((told) => told.bytes).map(megabytes)));
  say(row('growth of CPU; of memory', [cpu, memory].map((costs) => slope(counts.map((count, at) => [count, costs[at]])).toFixed(2))));
  say();
  say('Growth: log-log slope, 1 is linear. The lowered book is made before the clock starts; its memory is in the process’s.');
  // Other programs make a run dearer, never cheaper.
  const least = (take) => Math.min(...results[counts.indexOf(most.chapters)].map(take));
  return least((told) => told.cpu) < most.cpu && least((told) => told.nodePeak) < most.memory;
}
