/**
 * The PDF and the EPUB say what the manuscript says: all of it, in its order, and nothing else; and every page number in either
 * is the number of the page where the thing stands.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Element, ElementContent } from 'hast';
import { toString } from 'hast-util-to-string';
import { describe, expect, test } from 'vitest';
import type { Part } from '../../src/model/document.js';
import { OpenEpub } from '../epub/edition.js';
import { align, type Filled, letters, runsOf } from './align.js';
import { elements, pactFolder, readManuscript } from './manuscript.js';
import { bodyText, figureTexts, find, floatedTables, type Page, partPages, readPdf } from './read-pdf.js';
import { pact } from './shared-books.js';

const { print, epub } = await readManuscript(pactFolder);
const reading = await readPdf(await readFile(join(await pact(), 'italo-soviet-pact.pdf')));
const book = new OpenEpub(await readFile(join(await pact(), 'italo-soviet-pact.epub')));

const byTitle = (parts: readonly Part[]): [string, Part][] => parts.map((part) => [part.title, part]);
const inPrint = new Map(print.map((part) => [part, inPages(part)]));
const inNotes = new Map(print.map((part) => [part, align(part.notes.flatMap((note) => [String(note.number), ...runsOf(note.body)]), partPages(reading, print, part).map((page) => page.notes?.text ?? '').join('\n'))]));

/** A part's text beside its pages'. Figures, and tables that stand at the head of a later page, are compared by themselves. */
function inPages(part: Part): ReturnType<typeof align> {
  const pages = partPages(reading, print, part);
  const floated = floatedTables(pages).map(letters);
  const isElsewhere = (element: Element): boolean => element.tagName === 'figure' || (element.tagName === 'table' && floated.includes(letters(toString(element))));
  const lost = floated.filter((table) => !part.body.some((element) => elements(element, 'table').some((own) => letters(toString(own)) === table)));
  return lost.length > 0 ? { filled: [], difference: `at the head of a page: ${lost.join()}` } : align(runsOf(part.body, isElsewhere), bodyText(pages));
}

describe('the PDF says', () => {
  test.each(byTitle(print))('the text of “%s”', (_title, part) => {
    expect(inPrint.get(part)?.difference).toBeUndefined();
  });

  test.each(byTitle(print.filter((part) => part.notes.length > 0)))('the notes of “%s”', (_title, part) => {
    expect(inNotes.get(part)?.difference).toBeUndefined();
  });

  test.each(byTitle(print.filter((part) => part.body.some((element) => elements(element, 'figure').length > 0))))('what stands in the figures of “%s”', (_title, part) => {
    const figures = part.body.flatMap((element) => elements(element, 'figure'));
    const printed = figureTexts(partPages(reading, print, part));
    expect(printed).toHaveLength(figures.length);
    // What a drawing is called and described with is its alternative text, not ink.
    for (const [index, figure] of figures.entries()) expect(align(runsOf([figure], ({ tagName }) => tagName === 'title' || tagName === 'desc'), printed[index] ?? '').difference).toBeUndefined();
  });

  test('no soft hyphen but at the end of a line', () => {
    const words = reading.pages.flatMap((page) => `${page.body?.text ?? ''}\n${page.notes?.text ?? ''}`.split('\n'));
    expect(words.filter((line) => /\u00ad\S/.test(line))).toEqual([]);
  });
});

describe('the EPUB says', () => {
  test.each(byTitle(epub.filter((part) => part.kind !== 'contents')))('the text of “%s”, its notes, and what is said of its words', (_title, part) => {
    const [said] = book.all(`text/${part.id}.xhtml`, '//h:body');
    expect(align([...runsOf(part.body), ...part.notes.flatMap((note) => [String(note.number), ...runsOf(note.body)]), ...(part.explanations ?? []).flatMap(({ body }) => runsOf(body))], said ?? '').difference).toBeUndefined();
  });
});

const labelOf = (anchor: string): string | undefined => reading.destinations.get(anchor)?.page.label;
const filledIn = (part: Part): Filled[] => [...(inPrint.get(part)?.filled ?? []), ...(inNotes.get(part)?.filled ?? [])];

/** `iv\u00a0n1, 12, 14–16, 20n3, 21nn4–5` -> ivn1, 12, 14, 15, 16, 20n3, 21n4, 21n5 */
function expand(printed: string): string[] {
  const labels = reading.pages.map((page) => page.label);
  return printed.split(',').flatMap((item) => {
    const [page = '', notes] = item.trim().split(/\s*n+/);
    const [first = '', last = first] = (notes ?? page).split('–');
    if (notes === undefined) return first === last ? [first] : labels.slice(labels.indexOf(first), labels.indexOf(last) + 1);
    return Array.from({ length: Number(last) - Number(first) + 1 }, (_, index) => `${page}n${Number(first) + index}`);
  });
}
const pageIn = (locator: string): string => locator.split('n')[0] ?? '';

describe('page numbers', () => {
  const withNumbers = print.filter((part) => filledIn(part).length > 0);

  test('stand in the contents, the lists, the text, the questions, the registers, the bibliography and the index', () => {
    expect(withNumbers.map((part) => part.id)).toEqual(expect.arrayContaining(['contents', 'lists', 'how-to-use', 'glance', 'people-places', 'glossary', 'chronology', 'evidence', 'bibliography', 'index']));
    expect(withNumbers.flatMap(filledIn).length).toBeGreaterThan(250);
  });

  const noteOf = new Map(print.flatMap((part) => part.notes).flatMap((note) => [note.anchor as string, ...idsIn(note.body)].map((anchor) => [anchor, note.number])));
  const order = (locator: string): number => reading.pages.findIndex((page) => page.label === pageIn(locator)) * 1000 + Number(locator.split('n')[1] ?? 0);

  test.each(byTitle(withNumbers))('in “%s” are those of the pages that they lead to', (_title, part) => {
    for (const { anchors, isList, printed } of filledIn(part)) {
      if (!isList) expect({ anchors, printed: printed.trim() }).toEqual({ anchors, printed: labelOf(anchors[0] ?? '') });
      else {
        const meant = new Set(anchors.filter((anchor) => labelOf(anchor) !== undefined).map((anchor) => `${labelOf(anchor)}${noteOf.has(anchor) ? `n${noteOf.get(anchor)}` : ''}`));
        expect({ anchors, shown: expand(printed) }).toEqual({ anchors, shown: [...meant].sort((a, b) => order(a) - order(b)) });
      }
    }
  });

  const named = new Map<string, Element>();
  const name = (element: Element): void => {
    const { id } = element.properties;
    if (typeof id === 'string') named.set(id, element);
    for (const child of element.children) if (child.type === 'element') name(child);
  };
  for (const part of print) for (const element of part.body) name(element);
  for (const note of print.flatMap((part) => part.notes)) for (const child of note.body) if (child.type === 'element') name(child);

  /** The words of a page and of the next one, over whose turn a word may be divided. */
  const around = (label: string): string => {
    const pages = reading.pages.filter((page, index) => page.label === label || reading.pages[index - 1]?.label === label);
    return letters(pages.map((page) => `${page.floats?.text ?? ''}${page.body?.text ?? ''}`).join('')) + letters(pages.map((page) => page.notes?.text ?? '').join(''));
  };

  test.each(byTitle(withNumbers.filter((part) => filledIn(part).some((hole) => hole.isList))))('in “%s”: the words meant stand on the pages given', (_title, part) => {
    for (const { anchors, isList, printed } of filledIn(part)) {
      if (!isList) continue;
      const wordsOf = (anchor: string): string => letters(toString(named.get(anchor) as Element)).slice(0, 30);
      const shown = expand(printed).map(pageIn).map((label) => ({ label, words: around(label) }));
      for (const anchor of anchors) expect({ anchor, printed, found: shown.some(({ words }) => words.includes(wordsOf(anchor))) }).toEqual({ anchor, printed, found: true });
      for (const { label, words } of shown) expect({ label, anchors, found: anchors.some((anchor) => words.includes(wordsOf(anchor))) }).toEqual({ label, anchors, found: true });
    }
  });

  const chapters = print.filter((part) => part.kind === 'chapter');
  test.each(byTitle(chapters))('in the contents: “%s” begins where it says', (_title, part) => {
    const contents = print.find((candidate) => candidate.kind === 'contents') as Part;
    const printed = inPrint.get(contents)?.filled.find((hole) => hole.anchors[0] === part.id)?.printed.trim();
    const opening = reading.pages.filter((page) => find(page.body, /^H1$/).some((heading) => letters(heading.text) === letters(`${part.number ?? ''}${part.title}`)));
    expect(opening.map((page) => page.label)).toEqual([printed]);
  });

  test('in the lists: each figure and table has its caption on the page given', () => {
    const holes = filledIn(print.find((part) => part.id === 'lists') as Part);
    expect(holes.length).toBeGreaterThanOrEqual(10);
    for (const { anchors, printed } of holes) {
      const target = named.get(anchors[0] ?? '') as Element;
      const [caption] = [...elements(target, 'figcaption'), ...elements(target, 'caption')];
      const [page] = reading.pages.filter(({ label }) => label === printed.trim());
      expect(letters(`${page?.floats?.text ?? ''}${page?.body?.text ?? ''}`)).toContain(letters(toString(caption as Element)));
    }
  });

  test('the page list of the EPUB is that of the PDF', () => {
    const labels = reading.pages.map((page) => page.label).filter((label) => label !== '');
    expect(book.all('nav.xhtml', '//h:nav[@epub:type="page-list"]//h:a')).toEqual(labels);
    for (const href of book.all('nav.xhtml', '//h:nav[@epub:type="page-list"]//h:a/@href')) {
      const [file = '', id] = href.split('#');
      expect({ href, marks: book.all(file, `//*[@id="${id}"]/@role`) }).toEqual({ href, marks: ['doc-pagebreak'] });
    }
  });

  test('a page begins with the same words in print and in the EPUB', () => {
    const targets = new Map(book.all('nav.xhtml', '//h:nav[@epub:type="page-list"]//h:a/@href').map((href) => [href.split('#page-')[1], href.split('#')[0] ?? '']));
    const beginsInText = (page: Page): boolean => page.body !== undefined && !/^(Figure|Table)$/.test(firstBlock(page)) && page.number > 3;
    const pages = reading.pages.filter(beginsInText);
    expect(pages.length).toBeGreaterThan(40);
    for (const page of pages) {
      const inBook = book.all(targets.get(page.label) ?? '', `//*[@id="page-${page.label}"]/following::text()`).join('');
      // A mark never stands inside a word: one that the page turn divides is whole behind it.
      const divided = /(\p{L}+)[-\u00ad]\s*$/u.exec(reading.pages[page.number - 2]?.body?.text ?? '')?.[1] ?? '';
      const inPdf = letters(divided + (page.body?.text ?? '').trimStart()).slice(0, 24);
      expect({ page: page.label, words: letters(inBook).slice(0, inPdf.length) }).toEqual({ page: page.label, words: inPdf });
    }
  });
});

function idsIn(nodes: readonly ElementContent[]): string[] {
  return nodes.flatMap((node) => (node.type === 'element' ? [...(typeof node.properties.id === 'string' ? [node.properties.id] : []), ...idsIn(node.children)] : []));
}

function firstBlock(page: Page): string {
  let tag = page.body;
  while (tag && /^(NonStruct|Div|L|LI|LBody)$/.test(tag.role)) [tag] = tag.children;
  return tag?.role ?? '';
}

describe('notes', () => {
  const calls = reading.pages.flatMap((page) => page.links.filter((link) => /^[nk]-/.test(link.target ?? '')).map((link) => ({ page, target: link.target ?? '', number: /\d+|[a-z]+/.exec(link.text)?.[0] })));

  test('each stands at the foot of the page that calls it first, with the number of its call', () => {
    expect(new Set(calls.map((call) => call.target)).size).toBe(print.flatMap((part) => part.notes).length);
    const seen = new Set<string>();
    for (const { page, target, number } of calls) {
      if (seen.has(target)) continue;
      seen.add(target);
      const foot = page.links.find((link) => link.target === target.replace(/^n-/, 'c-').replace(/^k-/, 'on-'));
      expect({ target, page: reading.destinations.get(target)?.page.label, number: foot?.text }).toEqual({ target, page: page.label, number });
    }
  });

  test('every number leads back to a call on its page', () => {
    const backs = reading.pages.flatMap((page) => page.links.filter((link) => link.target?.startsWith('c-')).map((link) => ({ page, target: link.target ?? '' })));
    expect(backs.length).toBeGreaterThanOrEqual(20);
    for (const { page, target } of backs) expect({ target, page: reading.destinations.get(target)?.page.label }).toEqual({ target, page: page.label });
  });

  test('in the EPUB each is an aside that its call leads to and that leads back, as is each entry of a register', () => {
    const files = epub.filter((part) => part.notes.length > 0 || part.explanations).map((part) => `text/${part.id}.xhtml`);
    const asides = files.flatMap((file) => book.all(file, '//h:aside[@epub:type="footnote"]/@id').map((id) => ({ file, id })));
    expect(asides).toHaveLength(epub.flatMap((part) => [...part.notes, ...(part.explanations ?? [])]).length);
    for (const { file, id } of asides) {
      expect({ id, calls: book.all(file, `//h:a[@epub:type="noteref" and @href="#${id}"]`).length > 0 }).toEqual({ id, calls: true });
      const [back = ''] = book.all(file, `//h:aside[@id="${id}"]//h:a[@role="doc-backlink"]/@href`);
      expect({ id, back: book.all(file, `//*[@id="${back.slice(1)}"]`).length }).toEqual({ id, back: 1 });
    }
  });
});

describe('no syntax shows', () => {
  const raw = /:::|::\w|:(?:term|person|place|abbr|date|index|claim|page)\[|\[@|@[a-z]+[:\d]|\[\^|\{#|\]\{/;
  test('in the PDF', () => {
    expect(reading.pages.flatMap((page) => page.pieces.map((piece) => piece.text)).filter((text) => raw.test(text))).toEqual([]);
  });
  test('in the EPUB', () => {
    const texts = book.files.filter((file) => file.endsWith('.xhtml')).flatMap((file) => book.all(file.replace('EPUB/', ''), '//text()'));
    expect(texts.length).toBeGreaterThan(1000);
    expect(texts.filter((text) => raw.test(text))).toEqual([]);
  });
});
