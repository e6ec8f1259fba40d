/**
 * Runs one measurement in a process of its own, so that each begins cold and its memory is its own. None has Octavo's cache, unless
 * it makes one: what was kept from the last run is not measured.
 * Ends the process it started, and with it the browser that that one started, when this program is ended.
 */
import { fork } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { sum } from './figures.mjs';

const sampleEvery = 100;
/** Of a clock tick in /proc, ms: Linux has told programs of 100 a second since long ago, whatever its own clock does. */
const tick = 10;
const running = new Set();

/**
 * @param {string} name a file of run/
 * @param {object} asked what it is told
 * @returns what it told; `wall`, from start to exit, and `browserCpu`, ms; `browserPeak`, bytes. The last two are NaN where
 *   there is no /proc, and miss what happens in the last tenth of a second
 */
export async function measure(name, asked) {
  const began = performance.now();
  const child = fork(fileURLToPath(new URL(`run/${name}.mjs`, import.meta.url)), [JSON.stringify(asked)], { env: { ...process.env, OCTAVO_NO_CACHE: '1' } });
  running.add(child);
  let told;
  let browserPeak = 0;
  child.once('message', (message) => (told = message));
  const cpu = new Map();
  const sampling = setInterval(() => {
    const pids = descendants(child.pid);
    browserPeak = Math.max(browserPeak, memoryOf(pids));
    for (const pid of pids) cpu.set(pid, Math.max(cpu.get(pid) ?? 0, cpuOf(pid)));
  }, sampleEvery);
  const [code, signal] = await new Promise((resolve) => child.once('exit', (...how) => resolve(how)));
  const wall = performance.now() - began;
  clearInterval(sampling);
  running.delete(child);
  if (code !== 0 || !told) throw new Error(`run/${name}.mjs ended with ${signal ?? `code ${code}`} and told nothing`);
  return { ...told, wall, browserPeak: hasProc ? browserPeak : NaN, browserCpu: hasProc ? sum([...cpu.values()]) : NaN };
}

/** Octavo puts its browser away when it is ended by this signal. */
export function endAll() {
  for (const child of running) child.kill('SIGTERM');
}

const hasProc = (() => {
  try {
    return readdirSync('/proc/self/task').length > 0;
  } catch {
    return false;
  }
})();

function descendants(pid) {
  const found = [];
  for (const task of listed(`/proc/${pid}/task`)) {
    for (const child of read(`/proc/${pid}/task/${task}/children`).split(' ')) if (child !== '') found.push(child, ...descendants(child));
  }
  return found;
}

/** Bytes: what each process has for itself, summed, and once the most that one has of files and shared memory. */
function memoryOf(pids) {
  let own = 0;
  let shared = 0;
  for (const pid of pids) {
    const status = read(`/proc/${pid}/status`);
    const kilobytes = (field) => Number(new RegExp(`^${field}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
    own += kilobytes('RssAnon');
    shared = Math.max(shared, kilobytes('RssFile') + kilobytes('RssShmem'));
  }
  return (own + shared) * 1024;
}

/** Time in the program and in the system for it, ms. The name of a process may hold anything, so fields count from its end. */
function cpuOf(pid) {
  const fields = read(`/proc/${pid}/stat`).split(') ').at(-1).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * tick;
}

/** A process may be gone by the time that it is looked at. */
function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function listed(path) {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
