/**
 * Lays parts on tiny pages, 120 by 60 mm: ten lines of text, in the real browser with the real style, and reads the pages back.
 * Whatever is laid must be whole: each test that lays pages also tests that no letter is lost and nothing is over an edge.
 */
import { toString } from 'hast-util-to-string';
import { afterAll, beforeAll, expect } from 'vitest';
import { Findings } from '../../src/diagnostics/diagnostic.js';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { BookConfig } from '../../src/model/book.js';
import type { PageMap, Part } from '../../src/model/document.js';
import type { Navigation, PrintedPage, RecordedPart } from '../../src/page/contract.js';
import { printBook } from '../../dist/print/print-book.js';
import { readStyles } from '../../dist/read/read-styles.js';
import { findFaces } from '../../dist/typeface/faces.js';
import { machineWorld } from '../../dist/world/machine.js';
import { type Browser, type Server, startBrowser } from '../../dist/world/browser.js';
import { config, part } from '../epub/edition.js';
import { rememberingDisk } from '../remembering-disk.js';

/** All lengths are px from the head of the page's text area, and from the left edge of the paper. */
export interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
}

export interface Box {
  /** Its `id`, else its `data-at`. */
  readonly name: string;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface MarginNote extends Omit<Box, 'name'> {
  readonly text: string;
}

export interface LineNumber extends Omit<Line, 'top'> {
  readonly middle: number;
}

export interface LaidPage {
  readonly side: 'recto' | 'verso';
  readonly isBlank: boolean;
  readonly head: string;
  readonly folio: string;
  /** Of the text; figures at the head of the page come first. */
  readonly lines: readonly Line[];
  readonly notes: readonly Line[];
  /** In the margin, from its head down. */
  readonly marginal: readonly MarginNote[];
  /** Numbers of the lines of documents, beside the text. */
  readonly lineNumbers: readonly LineNumber[];
  /** Text that the page has beside its own: heads of tables that go on, and what stands above them. */
  readonly repeated: readonly string[];
  /** Text of each figure at the head and at the foot. */
  readonly heads: readonly string[];
  readonly feet: readonly string[];
  /** Every element that has a name. */
  readonly boxes: readonly Box[];
  /** Height of the text area, and width of the paper. */
  readonly depth: number;
  readonly width: number;
  readonly html: string;
  /** Classes of the notes' area. */
  readonly noteClass: string;
  /** Number or bullet that each list item shows; '' for none. */
  readonly markers: readonly string[];
  /** How far the lowest thing is below the text area, px. */
  readonly over: number;
  /** Left and right edge of the text area. */
  readonly edges: readonly [number, number];
}

export interface Laid {
  readonly pages: readonly LaidPage[];
  readonly navigation: Navigation;
  /** The pages once they are ready to print: which of them are plain, and where their links lead. */
  readonly prepared: readonly { readonly isPlain: boolean; readonly links: readonly string[] }[];
  readonly map: PageMap;
  /** What an edition records of each page. */
  readonly printed: readonly PrintedPage[];
  readonly findings: readonly Diagnostic[];
}

export interface LayOptions {
  /** Codes of the findings, in order. */
  readonly expected?: readonly string[];
  /** What the book's `page:` says, beside the size. */
  readonly page?: Partial<BookConfig['page']>;
  /** Pages of an edition to keep. */
  readonly recorded?: readonly RecordedPart[];
}

type BrowserPage = Awaited<ReturnType<Browser['open']>>;

export class Press {
  readonly #world = { ...machineWorld(), disk: rememberingDisk };
  /** One for all that is laid: to open and close one takes as long as to lay a few paragraphs. */
  #page: Promise<BrowserPage> | undefined;
  #serve: Server = () => undefined;

  private constructor(private readonly browser: Browser) {}

  static async start(): Promise<Press> {
    return new Press(await startBrowser(machineWorld().env));
  }

  stop(): Promise<void> {
    return this.browser.close();
  }

  async lay(parts: readonly Part[], { expected = [], page: wanted, recorded }: LayOptions = {}): Promise<Laid> {
    const world = this.#world;
    const findings = new Findings();
    let pages: LaidPage[] = [];
    let prepared: Prepared = { pages: [], navigation: { places: [], headings: [] }, moved: [] };
    const watched: Browser = {
      ...this.browser,
      open: async (serve) => {
        this.#serve = serve;
        const page = await (this.#page ??= this.browser.open((url) => this.#serve(url)));
        page.close = async () => {
          pages = (await page.evaluate(`document.fonts.ready.then(${readPages})`)) as LaidPage[];
          prepared = (await page.evaluate(`(${preparePages})()`)) as Prepared;
        };
        return page;
      },
    };
    const { print } = await readStyles(world.disk);
    const tiny = { ...config, page: { ...config.page, width: 120, height: 60, ...wanted } };
    const input = { config: tiny, parts, assets: new Map(), faces: await findFaces(world.disk), css: print, placeOf: (id: string) => ({ file: id.split(':')[0] ?? '' }), ...(recorded && { recorded }) };
    // The compiled program has its own copies of the branded types.
    const { map, printed = [] } = await printBook(input as unknown as Parameters<typeof printBook>[0], watched, world, findings.report, { pdf: false, judge: false, describe: true });
    const laid: Laid = { pages, navigation: prepared.navigation, prepared: prepared.pages, map: map as unknown as PageMap, printed, findings: findings.list() };
    expect(prepared.moved).toEqual([]);
    expect(laid.findings.filter((finding) => !expected.includes(finding.code)).map((finding) => `${finding.code} ${finding.message}`)).toEqual([]);
    expect(laid.findings.map((finding) => finding.code)).toEqual(expected);
    if (!expected.includes('p-001')) expectWhole(parts, laid);
    return laid;
  }
}

export interface TextOptions extends LayOptions {
  /** HTML of each note, by the key of its call. */
  readonly notes?: Readonly<Record<string, string>>;
  /** Keys of the notes that are wanted in the margin. */
  readonly margin?: readonly string[];
}

/** One browser for all cases of a file. */
export function sharedPress() {
  let press: Press;
  beforeAll(async () => {
    press = await Press.start();
  }, 60_000);
  afterAll(() => press.stop());
  return {
    /** Lays one chapter. */
    lay: (html: string, { notes = {}, margin = [], ...options }: TextOptions = {}): Promise<Laid> => {
      const whole = part({ id: 'one', html, notes });
      return press.lay([{ ...whole, notes: whole.notes.map((note) => (margin.includes(note.anchor.slice(2)) ? { ...note, isMarginal: true } : note)) }], options);
    },
    layParts: (parts: readonly Part[], options?: LayOptions): Promise<Laid> => press.lay(parts, options),
  };
}

interface Prepared {
  readonly pages: Laid['prepared'];
  readonly navigation: Navigation;
  /** What does not stand where it stood before. */
  readonly moved: readonly string[];
}

/** A hyphen may be one that only a line's end shows. */
const letters = (text: string): string => text.replace(/[\s\u00ad-]/gu, '');

function expectWhole(parts: readonly Part[], { pages }: Laid): void {
  expect(pages.filter((page) => page.over > 1).map((page) => page.folio)).toEqual([]);
  const sorted = (text: string): string => [...letters(text)].sort().join('');
  const wanted = parts.map((part) => part.body.map((element) => toString(element)).join('') + part.notes.map((note) => `${note.number}${note.body.map((child) => toString({ type: 'root', children: [child] })).join('')}`).join('')).join('');
  const numberless = parts.every((part) => !/data-?(?:pages?|line")/i.test(JSON.stringify([part.body, part.notes])));
  const found = pages.flatMap((page) => [...page.lines, ...page.notes, ...page.marginal]).map((line) => line.text).join('');
  // In what order the text comes is each test's own matter; here only that every letter is there, and once.
  if (numberless) expect(sorted(found)).toBe(sorted(wanted));
}

/** Runs in the browser. */
const preparePages = `() => {
  const all = [...document.querySelectorAll('.page, .page *')];
  const boxes = () => all.map((element) => element.getBoundingClientRect());
  const before = boxes();
  const navigation = window.octavo.preparePrint();
  const after = boxes();
  const pages = [...document.querySelectorAll('.page')].map((page) => ({
    isPlain: page.classList.contains('plain'),
    links: [...page.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')),
  }));
  const hasMoved = (index) => ['left', 'top', 'right', 'bottom'].some((side) => Math.abs(before[index][side] - after[index][side]) > 0.01);
  return { pages, navigation, moved: all.filter((_, index) => hasMoved(index)).map((element) => element.outerHTML.slice(0, 80)) };
}`;

/** Runs in the browser. */
const readPages = `() => {
  const range = document.createRange();
  const linesIn = (roots, head, paper) => {
    const lines = [];
    for (const root of roots) {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (node.parentElement.closest('[data-repeated]')) continue;
        for (let at = 0; at < node.length; at += 1) {
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const rect = [...range.getClientRects()].findLast((box) => box.width > 0 && box.height > 0);
          if (!rect) continue;
          const middle = (rect.top + rect.bottom) / 2;
          const block = node.parentElement.closest('p, li, td, th, dt, dd, pre, h1, h2, h3, caption, figcaption');
          let line = lines.findLast((candidate) => candidate.block === block && middle > candidate.top && middle < candidate.bottom);
          if (!line) lines.push(line = { block, text: '', left: rect.left, right: rect.right, top: rect.top, bottom: rect.bottom });
          line.text += node.data[at];
          line.left = Math.min(line.left, rect.left);
          line.right = Math.max(line.right, rect.right);
        }
      }
    }
    return lines.map(({ text, left, right, top }) => ({ text: text.replace(/\\s+/g, ' ').trim(), left: left - paper, right: right - paper, top: top - head })).filter((line) => line.text !== '');
  };
  return [...document.querySelectorAll('.page')].map((page) => {
    const area = page.querySelector('.area');
    const box = area?.getBoundingClientRect();
    const head = box?.top ?? 0;
    const paper = page.getBoundingClientRect().left;
    const placeOf = (element) => {
      const { top, bottom, left, right } = element.getBoundingClientRect();
      return { top: top - head, bottom: bottom - head, left: left - paper, right: right - paper };
    };
    const plain = (element) => element.textContent.replace(/\\s+/g, ' ').trim();
    const parts = [...(area?.children ?? [])];
    const notes = parts.filter((part) => part.classList.contains('notes'));
    const texts = parts.filter((part) => !part.classList.contains('notes'));
    const markers = texts.flatMap((text) => [...text.querySelectorAll('li')]).map((item) => {
      if (getComputedStyle(item).listStyleType === 'none') return '';
      if (item.parentElement.tagName !== 'OL') return '-';
      return String(item.parentElement.start + [...item.parentElement.children].indexOf(item)) + '.';
    });
    const bottoms = parts.flatMap((part) => (part.classList.contains('heads') ? [...part.querySelectorAll(':scope > div > *')] : [part]).map((element) => element.getBoundingClientRect().bottom));
    const above = notes[0] && texts.at(-1) ? texts.at(-1).getBoundingClientRect().bottom - notes[0].getBoundingClientRect().top : 0;
    return {
      side: page.classList.contains('recto') ? 'recto' : 'verso',
      isBlank: page.classList.contains('blank') && page.childNodes.length === 0,
      head: page.querySelector('.running-head')?.textContent ?? '',
      folio: page.querySelector('.folio')?.textContent ?? '',
      lines: linesIn(texts, head, paper),
      notes: linesIn(notes, head, paper),
      lineNumbers: [...page.querySelectorAll('.line-numbers > div')].map((number) => {
        range.selectNodeContents(number);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { text: plain(number), left: left - paper, right: right - paper, middle: (top + bottom) / 2 - head };
      }),
      marginal: [...page.querySelectorAll('.margin-notes > .note')].map((note) => ({ text: plain(note), ...placeOf(note) })),
      repeated: [...page.querySelectorAll('[data-repeated]')].map(plain),
      heads: [...page.querySelectorAll('.heads > div')].map(plain),
      feet: [...page.querySelectorAll('.feet > div')].map(plain),
      boxes: [...(area?.querySelectorAll('[id], [data-at]') ?? [])].map((element) => ({ name: element.id || element.dataset.at, ...placeOf(element) })),
      depth: box?.height ?? 0,
      width: page.getBoundingClientRect().width,
      html: area?.innerHTML ?? '',
      noteClass: notes[0]?.className ?? '',
      markers,
      over: box ? Math.max(above, ...bottoms.map((bottom) => bottom - box.bottom)) : 0,
      edges: box ? [box.left - paper, box.right - paper] : [0, 0],
    };
  });
}`;

export const texts = (lines: readonly { readonly text: string }[]): string[] => lines.map((line) => line.text);
