/**
 * Runs Ace over each EPUB named, in one process: `node run-ace.mjs <folder> <file>…`. The report of `x.epub` is `<folder>/x.epub/report.json`.
 * Its own command takes one book; what it does with it is called here.
 */
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';

const fromHere = createRequire(import.meta.url);
const fromCli = createRequire(fromHere.resolve('@daisy/ace-cli'));
const fromShared = createRequire(fromCli.resolve('@daisy/ace-cli-shared'));
const runner = fromCli('@daisy/ace-axe-runner-puppeteer');
const ace = fromShared('@daisy/ace-core');

const [folder, ...books] = process.argv.slice(2);
for (const book of books) await ace(book, { cwd: folder, outdir: join(folder, basename(book)), tmpdir: join(folder, 'temporary'), initLogger: true, silent: true, verbose: false, fileName: 'ace.log' }, runner);
