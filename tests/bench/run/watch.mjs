/**
 * A book under `watch`, with its proof open in a browser: one word after the other is changed, and each change is followed from the
 * save to the screen; then from the save to the outputs on disk.
 *
 * Server, session and browsers are those of the command. What goes on within is seen by standing where it passes: at the disk, at the
 * session's browser, at the proof's socket. The mark `octavo-shown-<revision>` is the proof's own, set when the pages have been painted.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launch } from 'puppeteer-core';
import { machineWorld } from '../../../dist/index.js';
import { openProof } from '../../../dist/watch/open-proof.js';
import { startBrowser } from '../../../dist/world/browser.js';
import { cacheFolder } from '../../../dist/world/cache-folder.js';
import { findBrowsers } from '../../../dist/world/find-browser.js';
import { Random } from '../book/random.mjs';
import { asked, tell } from './report.mjs';

/** Of this machine, in ms, the same in all its processes. */
const now = () => performance.timeOrigin + performance.now();
const never = 3_600_000;
/** Longer than what comes after a save lets wait for itself. */
const quiet = 400;
const world = machineWorld();
const random = new Random(asked.seed);

const reads = [];
const writes = new Map();
const spans = [];
const disk = {
  ...world.disk,
  read: (path) => {
    if (path.endsWith('.md')) reads.push(now());
    return world.disk.read(path);
  },
  write: async (path, bytes) => {
    await world.disk.write(path, bytes);
    writes.set(path.split('.').at(-1), now());
  },
};
const browser = await startBrowser(world.env);
const timed = {
  ...browser,
  open: async (serve) => {
    const tab = await browser.open(serve);
    const evaluate = tab.evaluate.bind(tab);
    tab.evaluate = async (...asked) => {
      const began = now();
      const told = await evaluate(...asked);
      spans.push({ began, ended: now() });
      return told;
    };
    return tab;
  },
};

const notices = [];
const open = (rest) => openProof({ folder: asked.folder, world: { ...world, disk }, running: timed, port: 0, rest, out: asked.out, onUpdate: () => undefined, onNotice: (sentence) => notices.push(sentence) });

const author = await openAuthorsBrowser();
let proof = await open(never);
const page = await author.newPage();
await page.setViewport({ width: 1440, height: 900 });
await page.evaluateOnNewDocument(noteArrivals);
await page.goto(proof.address);
await page.waitForFunction('document.documentElement.dataset.revision !== undefined', { timeout: 0 });
await untilIdle();
const pages = await page.evaluate('window.arrivedPages');

const saves = [];
for (let save = 0; save < asked.warm + asked.saves; save += 1) saves.push(await follow());
await page.close();
await proof.close();

writes.clear();
proof = await open(0);
await untilOutputs();
const outputs = [];
for (let save = 0; save < asked.outputs + 1; save += 1) outputs.push(await untilWritten());
await proof.close();
await author.close();
await browser.close();
tell({ pages, saves: saves.slice(asked.warm), outputs: outputs.slice(1), notices });

/** Moments of one save, ms from when it began. */
async function follow() {
  const before = Number(await page.evaluate('document.documentElement.dataset.revision'));
  const began = now();
  await changeWord();
  await page.waitForFunction((last) => Number(document.documentElement.dataset.revision) > last, { polling: 'mutation', timeout: 60_000 }, before);
  const [shown, arrived] = await page.evaluate((last) => [performance.timeOrigin + performance.getEntriesByType('mark').find(({ name }) => name.startsWith('octavo-shown-') && Number(name.slice(13)) > last).startTime, window.arrivals.at(-1)], before);
  await untilIdle();
  const seen = reads.find((time) => time >= began);
  const within = spans.filter((span) => span.began >= began && span.ended <= arrived);
  const [asked, laid] = [within[0]?.began, within.at(-1)?.ended];
  return { seen: seen - began, lowered: asked - seen, laid: laid - asked, arrived: arrived - laid, shown: shown - arrived, all: shown - began };
}

async function untilWritten() {
  writes.clear();
  const began = now();
  await changeWord();
  await untilOutputs();
  return Math.max(writes.get('pdf'), writes.get('epub')) - began;
}

async function untilOutputs() {
  while (!['pdf', 'epub'].every((kind) => writes.has(kind))) await pause(5);
  // The booklet may be written last; the next save must not meet it.
  await pause(quiet);
}

/** Nobody saves while the last save is still at work: until nothing has been told for a while. */
async function untilIdle() {
  await page.waitForFunction((quiet) => window.heard.doing === 'nothing' && performance.now() - window.heard.last > quiet, { polling: 50, timeout: 0 }, quiet);
}

/** One word of running text in a chapter drawn by lot becomes another of the same chapter. */
async function changeWord() {
  const file = join(asked.folder, random.pick(asked.chapters));
  const text = await readFile(file, 'utf8');
  const words = [...text.matchAll(/(?<=[a-z] )[a-z]{4,}(?= [a-z])/g)];
  const [one, other] = [random.pick(words), random.pick(words)];
  await writeFile(file, `${text.slice(0, one.index)}${other[0] === one[0] ? `${one[0]}s` : other[0]}${text.slice(one.index + one[0].length)}`);
}

/** Octavo's own starts cut off from every network; an author's is not. */
async function openAuthorsBrowser() {
  for await (const executablePath of findBrowsers(world.env, await cacheFolder(world.env))) {
    if (typeof executablePath === 'string') return launch({ executablePath, headless: 'shell', args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] });
  }
  throw new Error('there is no browser for the proof');
}

/** Runs in the proof. */
function noteArrivals() {
  window.arrivals = [];
  window.heard = { doing: '', last: 0 };
  window.WebSocket = class extends WebSocket {
    constructor(...given) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        window.heard.last = performance.now();
        if (data.startsWith('{"type":"state"')) window.heard.doing = JSON.parse(data).doing;
        if (!data.startsWith('{"type":"pages"')) return;
        window.arrivals.push(performance.timeOrigin + performance.now());
        window.arrivedPages = JSON.parse(data).pages.length;
      });
    }
  };
}
