/**
 * Runs Ace over each EPUB named, in one process: `node run-ace.mjs <folder> <file>…`. The report of `x.epub` is `<folder>/x.epub/report.json`.
 * Its own command takes one book, starts a browser for it and a process for each text, all of which compile the rules anew. What it does
 * with a book and with a text is called here; the texts come one after the other on one page.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

const fromHere = createRequire(import.meta.url);
const fromCli = createRequire(fromHere.resolve('@daisy/ace-cli'));
const fromShared = createRequire(fromCli.resolve('@daisy/ace-cli-shared'));
const fromRunner = createRequire(fromCli.resolve('@daisy/ace-axe-runner-puppeteer'));
const puppeteer = fromRunner('puppeteer');
const ace = fromShared('@daisy/ace-core');

const [folder, ...books] = process.argv.slice(2);
const browser = await puppeteer.launch({ args: ['--no-sandbox', '--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND'], headless: true, timeout: 60_000 });
const page = await browser.newPage();
const sources = new Map();
const sourceOf = (path) => sources.get(path) ?? sources.set(path, readFileSync(path, 'utf8')).get(path);

const runner = {
  concurrency: 1,
  launch: async () => undefined,
  close: async () => undefined,
  setTimeout: () => undefined,
  run: async (url, scripts, scriptContents) => {
    await page.goto(url);
    for (const script of [...scriptContents, ...scripts.map(sourceOf)]) await page.evaluate(`${script}\n;undefined`);
    return page.evaluate('new Promise((resolve, reject) => daisy.ace.run((fault, found) => (fault ? reject(fault) : resolve(found))))');
  },
};

for (const book of books) await ace(book, { cwd: folder, outdir: join(folder, basename(book)), tmpdir: join(folder, 'temporary'), initLogger: true, silent: true, verbose: false, fileName: 'ace.log' }, runner);
await browser.close();
