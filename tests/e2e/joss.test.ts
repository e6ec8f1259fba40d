/** Papers that strangers wrote for another program: built as they are, with a book.yaml of five lines. */
import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Nodes } from 'mdast';
import { toString as hastToString } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import { describe, expect, test } from 'vitest';
import type { CslItem } from '../../src/cite/csl.js';
import { checkers, judge, whyNot } from '../epub/checkers/check-books.js';
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
const sentences = (tree: Nodes): string[] => typed(tree, ['text', 'inlineCode', 'code']).map(letters).filter((text) => text.length > 3);

function typed(tree: Nodes, types: readonly Nodes['type'][]): string[] {
  const found: string[] = [];
  visit(tree, (node) => {
    const isComment = node.data?.attributes?.classes.includes('=comment') === true;
    if (types.includes(node.type) && 'value' in node && !isComment) found.push(node.value);
  });
  return found;
}

/** By what APA names a source in the text: its first author or editor, else its title as far as the colon. */
function shownName(item: CslItem | undefined): string {
  const [first] = item?.author ?? item?.editor ?? [];
  return first?.family ?? first?.literal ?? (item?.title ?? 'a title').replace(/<[^>]*>/g, '').split(':', 1).join();
}

describe.skipIf(!isHere)(`papers of other people${isHere ? '' : ' (skipped: ../shared/corpora/joss is not on this machine)'}`, () => {
  /** By paper, as they are built. */
  const epubs = new Map<string, Uint8Array>();

  test.each(papers)('%s becomes a PDF and an EPUB, no sentence is lost, and every citation leads to its source', async (paper) => {
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
    const bytes = await readFile(join(book, 'out/paper.epub'));
    epubs.set(paper, bytes);
    const epub = new OpenEpub(bytes);
    const inPdf = letters(pages.map((page) => page.body?.text ?? '').join('')) + letters(pages.map((page) => `${page.floats?.text ?? ''}${page.notes?.text ?? ''}`).join(''));
    const inEpub = letters(epub.files.filter((file) => /text\/.*\.xhtml$/.test(file)).flatMap((file) => epub.all(file.replace('EPUB/', ''), '//h:body')).join(''));
    expect({ pdf: wanted.filter((text) => !inPdf.includes(text)), epub: wanted.filter((text) => !inEpub.includes(text)) }).toEqual({ pdf: [], epub: [] });

    const entries = print.flatMap((part) => part.body.flatMap((element) => elements(element, 'p'))).filter((element) => String(element.properties['className']).includes('bibliography-entry'));
    expect(entries.length).toBeGreaterThan(0);
    for (const entry of entries) expect(inPdf).toContain(letters(hastToString(entry)));

    const { citations, citationTexts, library } = resolved;
    const listed = new Map(resolved.bibliography.map(({ key, content }) => [key, letters(hastToString({ type: 'root', children: [...content] }))]));
    expect(citations.length).toBeGreaterThan(0);
    for (const { id, node } of citations) {
      const words = letters(hastToString({ type: 'root', children: [...(citationTexts.get(id) ?? [])] }));
      for (const { key } of node.parts) {
        expect(words, key).toContain(letters(shownName(library.entries.get(key)?.csl)));
        for (const edition of [inPdf, inEpub]) expect(edition, key).toContain(listed.get(key) ?? 'an entry');
      }
      for (const edition of [inPdf, inEpub]) expect(edition).toContain(words);
    }
    const anchors = new Set(entries.map(({ properties }) => `#${properties['id']}`));
    const links = print.flatMap((part) => part.body.flatMap((element) => elements(element, 'a'))).map(({ properties }) => String(properties['href']));
    expect(links.filter((href) => href.startsWith('#ref-') && !anchors.has(href))).toEqual([]);

    const shown = [...pages.flatMap(({ body, floats, notes }) => [body?.text, floats?.text, notes?.text]), ...epub.files.filter((file) => /text\/.*\.xhtml$/.test(file)).flatMap((file) => epub.all(file.replace('EPUB/', ''), '//h:body'))].join(' ');
    const inCode = resolved.chapters.flatMap(({ tree }) => typed(tree, ['inlineCode', 'code'])).join(' ');
    expect([...library.entries.keys()].filter((key) => shown.includes(`@${key}`) && !inCode.includes(`@${key}`))).toEqual([]);
  }, 60_000);

  for (const checker of checkers)
    test.skipIf(checker.missing)(`as EPUBs, they pass ${checker.name}${whyNot(checker)}`, async () => {
      expect((await judge(checker, epubs)).found).toEqual({});
    }, 180_000);
});
