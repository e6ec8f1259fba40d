/** Paged.js in the same browser: its polyfill and its document from memory, its own pages, printed with the same options. */
import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { machineWorld } from '../../../dist/index.js';
import { startBrowser } from '../../../dist/world/browser.js';
import { asked, tell } from './report.mjs';
import { countPages, figuresAt, origin, pdfOptions, serving } from './serve.mjs';

const world = machineWorld();
const polyfill = join(dirname(createRequire(import.meta.url).resolve('pagedjs')), '../dist/paged.polyfill.js');
const others = await figuresAt('/', asked.folder, asked.figures);
others.set('/paged.polyfill.js', { body: await readFile(polyfill), contentType: 'text/javascript' });
const serve = await serving(await readFile(asked.html, 'utf8'), world.disk, others);
const browser = await startBrowser(world.env);
const page = await browser.open(serve);

let start = world.clock();
await page.goto(`${origin}/`, { waitUntil: 'load' });
// What it says of itself: the time its pages took, once it had read its document.
const [rendered, chunked] = await page.evaluate('window.rendered.then((flow) => [flow.total, flow.performance])');
const paginate = world.clock() - start;

start = world.clock();
// Octavo writes its outline itself; Paged.js has that of the browser.
const pdf = await page.pdf({ ...pdfOptions, outline: true });
const print = world.clock() - start;

await browser.close();
await writeFile(asked.out, pdf);
tell({ paginate, chunked, print, pages: countPages(pdf), rendered, bytes: pdf.length });
