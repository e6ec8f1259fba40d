/** Typst: a markup file to a tagged PDF on disk, one compiler, nothing cached before. */
import { writeFile } from 'node:fs/promises';
import { asked, tell } from './report.mjs';

const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler');
const began = performance.now();
const compiler = NodeCompiler.create({ workspace: asked.folder, fontArgs: [{ fontPaths: [asked.fonts] }] });
const compiled = compiler.compile({ mainFilePath: `${asked.folder}/book.typ` });
const document = compiled.result;
if (!document) {
  compiled.printErrors();
  throw new Error('Typst did not compile the book');
}
const compile = performance.now() - began;
const pdf = compiler.pdf(document, { pdfTags: true, creationTimestamp: 0 });
const print = performance.now() - began - compile;
await writeFile(asked.out, pdf);
tell({ compile, print, pages: document.numOfPages, bytes: pdf.length });
