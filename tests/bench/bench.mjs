/**
 * How long Octavo takes for generated books of several lengths, stage by stage, against the floor and against its peers.
 *
 *     npm run bench -- [--sizes 60,270,1350,5000] [--peers] [--cites] [--annotations] [--epub] [--watch] [--runs 3] [--seed 1] [--keep]
 *
 * Every measurement is a process of its own; those that are compared take turns (A B C D A B C D). See README.md here.
 */
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { readFileSync, rmSync } from 'node:fs';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { machineWorld } from '../../dist/index.js';
import { startBrowser } from '../../dist/world/browser.js';
import { annotationSizes, benchAnnotations } from './annotations.mjs';
import { runBook } from './books.mjs';
import { benchCitations } from './cites.mjs';
import { benchEpub } from './epub.mjs';
import { endAll } from './measure.mjs';
import { sayFloor, sayGrowth, sayPeers, sayStages } from './tables.mjs';
import { benchWatching, watchSizes } from './watch.mjs';

const { values: flags } = parseArgs({
  options: {
    sizes: { type: 'string' },
    peers: { type: 'boolean', default: false },
    cites: { type: 'boolean', default: false },
    annotations: { type: 'boolean', default: false },
    epub: { type: 'boolean', default: false },
    watch: { type: 'boolean', default: false },
    runs: { type: 'string' },
    seed: { type: 'string', default: '1' },
    keep: { type: 'boolean', default: false },
  },
});
const seed = Number(flags.seed);
const sizes = flags.sizes?.split(',').map(Number) ?? (flags.watch ? watchSizes : flags.annotations ? annotationSizes : [60, 270, 1350, 5000]);
/** Beyond it, Paged.js takes longer than a single step of the browser may. */
const mostForPagedjs = 2000;

const folder = await mkdtemp(join(tmpdir(), 'octavo-bench-'));
const clear = () => void (flags.keep || rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.once(signal, () => {
    endAll();
    clear();
    process.kill(process.pid, signal);
  });
}

try {
  await sayMachine();
  if (flags.cites) await benchCitations({ seed, runs: Number(flags.runs ?? 1), lay, say });
  else if (flags.annotations) await benchAnnotations({ sizes, seed, ...(flags.runs && { runs: Number(flags.runs) }), folder, lay, say });
  else if (flags.epub) process.exitCode = (await benchEpub({ seed, runs: Number(flags.runs ?? 3), say })) ? 0 : 1;
  else if (flags.watch) await benchWatching({ sizes, seed, folder, lay, say });
  else await benchBooks();
} finally {
  if (flags.keep) say(`\nkept: ${folder}`);
  clear();
}

async function benchBooks() {
  const books = [];
  for (const size of sizes) {
    const runs = Number(flags.runs ?? (size < 500 ? 3 : size < 2000 ? 2 : 1));
    const peers = flags.peers ? { typst: true, pagedjs: size <= mostForPagedjs } : {};
    try {
      books.push(await runBook(size, { folder, lay, seed, runs, peers }));
    } catch (error) {
      // The other sizes are still worth their tables.
      say(`${size} pages: ${error.message}\n`);
      process.exitCode = 1;
    }
  }
  if (books.length === 0) return;
  sayStages(books, say);
  sayFloor(books, say);
  if (flags.peers) sayPeers(books, { pagedjs: versionOf('pagedjs'), typst: versionOf('@myriaddreamin/typst-ts-node-compiler') }, say);
  sayGrowth(books, say);
}

/** Writes files below the bench's own folder, once. */
async function lay(name, make) {
  const at = join(folder, name);
  for (const [path, content] of await make()) {
    await mkdir(dirname(join(at, path)), { recursive: true });
    await writeFile(join(at, path), content);
  }
  return at;
}

async function sayMachine() {
  const browser = await startBrowser(machineWorld().env);
  const { version } = browser;
  await browser.close();
  say(`node ${process.version}, ${version}, ${availableParallelism()} cores, load ${loadavg()[0].toFixed(1)} at the start, seed ${seed}`);
  say();
}

function versionOf(name) {
  const manifest = fileURLToPath(new URL(`../../node_modules/${name}/package.json`, import.meta.url));
  return JSON.parse(readFileSync(manifest, 'utf8')).version;
}

function say(line = '') {
  process.stdout.write(`${line}\n`);
}
