/** The floor: the same browser prints the same finished pages, which are plain HTML by now. No program can be faster with it. */
import { readFile, writeFile } from 'node:fs/promises';
import { machineWorld } from '../../../dist/index.js';
import { startBrowser } from '../../../dist/world/browser.js';
import { asked, tell } from './report.mjs';
import { countPages, figuresAt, origin, pdfOptions, serving } from './serve.mjs';

const world = machineWorld();
const serve = await serving(await readFile(asked.html, 'utf8'), world.disk, await figuresAt('/assets/', asked.folder, asked.figures));
const browser = await startBrowser(world.env);
const page = await browser.open(serve);

let start = world.clock();
await page.goto(`${origin}/`, { waitUntil: 'load' });
await page.evaluate('document.fonts.ready.then(() => document.body.offsetHeight)');
const load = world.clock() - start;

start = world.clock();
const pdf = await page.pdf(pdfOptions);
const print = world.clock() - start;

await browser.close();
await writeFile(asked.out, pdf);
tell({ load, print, pages: countPages(pdf), bytes: pdf.length });
