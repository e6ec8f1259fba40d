/**
 * Not measured: lays a book out and keeps its finished pages as a plain HTML file, for the floor to print again. They are as
 * Octavo prints them: the links within the book are taken out.
 * Octavo has no such output, so this holds on to the page that `printBook` closes.
 */
import { writeFile } from 'node:fs/promises';
import { machineWorld } from '../../../dist/index.js';
import { prepare } from '../../../dist/pipeline.js';
import { printBook } from '../../../dist/print/print-book.js';
import { readConfig } from '../../../dist/read/read-config.js';
import { readStyles } from '../../../dist/read/read-styles.js';
import { Tracer } from '../../../dist/trace.js';
import { findFaces } from '../../../dist/typeface/faces.js';
import { startBrowser } from '../../../dist/world/browser.js';
import { asked, tell } from './report.mjs';

const world = machineWorld();
const findings = [];
const context = { world, folder: asked.folder, report: (code, _place, message) => findings.push(`${code} ${message}`) };
const config = await readConfig(context);
const { resolved, print } = await prepare(config, context, new Tracer(world.clock, undefined, false));
const browser = await startBrowser(world.env);
let html = '';
const keeping = {
  ...browser,
  open: async (serve) => {
    const page = await browser.open(serve);
    const close = page.close.bind(page);
    page.close = async () => {
      html = await page.evaluate(() => {
        window.octavo.preparePrint();
        for (const script of document.querySelectorAll('script')) script.remove();
        return `<!doctype html>\n${document.documentElement.outerHTML}`;
      });
      await close();
    };
    return page;
  },
};
const input = { config, parts: print, assets: resolved.assets, faces: await findFaces(world.disk), css: (await readStyles(world.disk)).print, placeOf: () => ({ file: '' }) };
const printed = await printBook(input, keeping, world, context.report, { pdf: false });
await browser.close();
await writeFile(asked.out, html);
tell({ pages: printed.map.pages.length, bytes: html.length, findings });
