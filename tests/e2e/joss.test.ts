/** Papers that strangers wrote for another program: built as they are, with a book.yaml of five lines. */
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Nodes } from 'mdast';
import { toString as hastToString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import { OpenEpub, png } from '../epub/edition.js';
import { letters } from './align.js';
import { elements, readManuscript, root } from './manuscript.js';
import { readPdf } from './read-pdf.js';
import { octavo, temporaryFolder } from './run.js';

const corpus = join(root, '../shared/corpora/joss');
const isHere = existsSync(corpus);
const papers = isHere ? (await readdir(corpus)).sort() : [];

/** The paper beside a book.yaml, and a dot of ink for each picture that the corpus left out. */
async function bookOf(paper: string): Promise<string> {
  const folder = await temporaryFolder();
  await cp(join(corpus, paper), folder, { recursive: true });
  await writeFile(join(folder, 'book.yaml'), `title: ${paper}\nslug: paper\nlanguage: en-US\nchapters: [paper.md]\nbibliography: [paper.bib]\ncitation: {style: apa}\n`);
  const source = await readFile(join(folder, 'paper.md'), 'utf8');
  for (const [, path = ''] of source.matchAll(/\]\(([^)\s]+\.(?:png|jpe?g|svg|pdf))\b/g)) {
    if (/^https?:/.test(path) || existsSync(join(folder, path))) continue;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), png.bytes);
  }
  return folder;
}

/** Words that the author typed as text; citations, formulas and references become other words. */
function sentences(tree: Nodes): string[] {
  const found: string[] = [];
  visit(tree, (node) => {
    const isComment = node.data?.attributes?.classes.includes('=comment') === true;
    if ((node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') && !isComment) found.push(node.value);
  });
  return found.map(letters).filter((text) => text.length > 3);
}

describe.skipIf(!isHere)(`papers of other people${isHere ? '' : ' (skipped: ../shared/corpora/joss is not on this machine)'}`, () => {
  test.each(papers)('%s becomes a PDF and an EPUB, and no sentence is lost', async (paper) => {
    const book = await bookOf(paper);
    const { code, stderr } = await octavo(['build', book, '-o', join(book, 'out'), '-t', 'pdf,epub', '-q']);
    expect({ code, stderr }).toMatchObject({ code: 0 });
    if (paper === 'inara') {
      expect(stderr).toMatch(/paper\.md:\d+:\d+ +warning m-005 .*table/);
      expect(stderr).toMatch(/paper\.md:\d+:\d+ +warning m-005 .*(latex|TeX)/i);
    }

    const { resolved, print } = await readManuscript(book);
    const wanted = resolved.chapters.flatMap((chapter) => sentences(chapter.tree));
    expect(wanted.length).toBeGreaterThan(10);
    const { pages } = await readPdf(await readFile(join(book, 'out/paper.pdf')));
    const epub = new OpenEpub(await readFile(join(book, 'out/paper.epub')));
    const inPdf = letters(pages.map((page) => page.body?.text ?? '').join('')) + letters(pages.map((page) => `${page.floats?.text ?? ''}${page.notes?.text ?? ''}`).join(''));
    const inEpub = letters(epub.files.filter((file) => /text\/.*\.xhtml$/.test(file)).flatMap((file) => epub.all(file.replace('EPUB/', ''), '//h:body')).join(''));
    expect({ pdf: wanted.filter((text) => !inPdf.includes(text)), epub: wanted.filter((text) => !inEpub.includes(text)) }).toEqual({ pdf: [], epub: [] });

    const entries = print.flatMap((part) => part.body.flatMap((element) => elements(element, 'p'))).filter((element) => String(element.properties['className']).includes('bibliography-entry'));
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) expect(inPdf).toContain(letters(hastToString(entry)));
  }, 60_000);
});
