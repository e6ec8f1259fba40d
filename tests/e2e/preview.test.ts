/** The preview shows the pages of the PDF: the same words on each, in one file that asks for nothing. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Element, ElementContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startBrowser, type Browser } from '../../src/world/browser.js';
import { machineWorld } from '../../src/world/machine.js';
import { letters } from './align.js';
import { elements, pactFolder, readManuscript } from './manuscript.js';
import { readPdf, type Page } from './read-pdf.js';
import { pact } from './shared-books.js';

const source = await readFile(join(await pact(), 'italo-soviet-pact-preview.html'));
const reading = await readPdf(await readFile(join(await pact(), 'italo-soviet-pact.pdf')));
const { resolved } = await readManuscript(pactFolder);
const faults: string[] = [];
const root = fromHtml(source.toString('utf8'), { onerror: (fault) => faults.push(`${fault.ruleId}: ${fault.message}`) });
const document = root.children.find((node): node is Element => node.type === 'element') as Element;
const all = everyElement(document);
const sheets = all.filter((element) => hasClass(element, 'page'));

function everyElement(element: Element): Element[] {
  return [element, ...element.children.flatMap((child) => (child.type === 'element' ? everyElement(child) : []))];
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

/** What is to be seen: a drawing's title and description are spoken. */
function seen(node: ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' && node.tagName !== 'title' && node.tagName !== 'desc' ? node.children.map(seen).join('') : '';
}

const textOf = (sheet: Element): string => letters(sheet.children.map((child) => (child.type === 'element' && hasClass(child, 'area') ? seen(child) : '')).join(''));
const printedOn = ({ floats, body, notes }: Page): string => letters(`${floats?.text ?? ''}${body?.text ?? ''}${notes?.text ?? ''}`);

describe('the pages', () => {
  test('are those of the PDF: as many, and on each the same words', () => {
    expect(sheets).toHaveLength(reading.pages.length);
    for (const [index, page] of reading.pages.entries()) expect({ page: page.label, text: textOf(sheets[index] as Element) }).toEqual({ page: page.label, text: printedOn(page) });
  });

  test('have their running heads and folios', () => {
    for (const [index, page] of reading.pages.entries()) {
      const [head] = all.filter((element) => hasClass(element, 'running-head') && sheets[index]?.children.includes(element));
      const [folio] = all.filter((element) => hasClass(element, 'folio') && sheets[index]?.children.includes(element));
      const said = (pieces: Page['folio']): string => letters(pieces.map((piece) => piece.text).join(''));
      expect({ page: page.label, head: head ? letters(seen(head)) : '', folio: folio ? letters(seen(folio)) : '' }).toEqual({ page: page.label, head: said(page.runningHead), folio: said(page.folio) });
    }
  });

  test('can be linked to by their folios', () => {
    expect(sheets.map((sheet) => sheet.properties.id)).toEqual(reading.pages.map(({ label }) => (label === '' ? undefined : `page-${label}`)));
  });
});

describe('the file', () => {
  test('is HTML without a fault, in the language of the book, with its title', () => {
    expect(faults).toEqual([]);
    expect(document.properties.lang).toBe('en-GB');
    expect(elements(document, 'title')[0]?.children).toMatchObject([{ value: resolved.config.title }]);
  });

  test('holds no script and names nothing outside itself but links', () => {
    expect(all.filter(({ tagName }) => ['script', 'link', 'iframe', 'object', 'embed'].includes(tagName))).toEqual([]);
    expect(all.flatMap(({ properties }) => Object.keys(properties)).filter((name) => /^on[A-Z]/.test(name))).toEqual([]);
    expect(all.filter(({ tagName, properties }) => tagName !== 'a' && properties.href !== undefined)).toEqual([]);
    for (const { properties } of all) if (properties.src !== undefined) expect(String(properties.src)).toMatch(/^data:image\//);
    const style = elements(document, 'style').flatMap((element) => element.children.map((child) => (child.type === 'text' ? child.value : ''))).join('');
    const addresses = [...style.matchAll(/url\(['"]?(.{5})/g)].map(([, start]) => start);
    expect(addresses.length).toBeGreaterThan(3);
    expect(new Set(addresses)).toEqual(new Set(['data:']));
    expect(style).not.toContain('@import');
  });

  test('every link leads to something that is there, once', () => {
    const ids = all.flatMap(({ properties }) => (properties.id === undefined ? [] : [String(properties.id)]));
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const known = new Set(ids);
    const links = all.filter(({ tagName, properties }) => tagName === 'a' && properties.href !== undefined).map(({ properties }) => String(properties.href));
    expect(links.length).toBeGreaterThan(500);
    expect(links.filter((href) => (href.startsWith('#') ? !known.has(decodeURIComponent(href.slice(1))) : !/^https?:\/\//.test(href)))).toEqual([]);
  });

  test('tells for every paragraph of the text where it stands in the manuscript', () => {
    const files = new Set(resolved.chapters.map(({ stem }) => stem));
    const body = sheets.filter((sheet) => sheet.properties.dataMatter === 'body');
    const placeless: string[] = [];
    const look = (element: Element, place: string): void => {
      const at = String(element.properties.dataAt ?? place);
      if (element.tagName === 'p' && !files.has(at.split(':')[0] ?? '')) placeless.push(seen(element).slice(0, 40));
      for (const child of element.children) if (child.type === 'element') look(child, at);
    };
    for (const sheet of body) look(sheet, '');
    expect(body.length).toBeGreaterThan(30);
    expect(placeless).toEqual([]);
  });
});

describe('in a browser', () => {
  let browser: Browser;
  const asked: string[] = [];
  const open = async (width: number) => {
    const page = await browser.open((url) => {
      asked.push(url);
      return url === 'http://preview.invalid/' ? { body: source, contentType: 'text/html; charset=utf-8' } : undefined;
    });
    await page.setViewport({ width, height: 900 });
    await page.goto('http://preview.invalid/');
    return page;
  };
  beforeAll(async () => {
    browser = await startBrowser(machineWorld().env);
  });
  afterAll(() => browser.close());

  interface Box {
    readonly left: number;
    readonly top: number;
    readonly side: string;
  }
  const boxesAt = async (width: number): Promise<Box[]> => {
    const page = await open(width);
    const boxes = (await page.evaluate(`[...document.querySelectorAll('.page')].map((page) => ({ left: page.getBoundingClientRect().left, top: page.getBoundingClientRect().top, side: page.classList.contains('recto') ? 'recto' : 'verso' }))`)) as Box[];
    await page.close();
    return boxes;
  };

  test('the pages lie as spreads, the first alone on the right', async () => {
    const [first, ...others] = await boxesAt(1400);
    const right = first?.left ?? 0;
    const left = others[0]?.left ?? 0;
    expect(left).toBeLessThan(right);
    expect(others.map(({ side }) => side)).toEqual(others.map((_, index) => (index % 2 === 0 ? 'verso' : 'recto')));
    for (const [index, page] of others.entries()) {
      expect({ index, left: page.left }).toEqual({ index, left: page.side === 'recto' ? right : left });
      if (page.side === 'recto') expect(page.top).toBe(others[index - 1]?.top);
      else expect(page.top).toBeGreaterThan((others[index - 1] ?? first)?.top ?? 0);
    }
  });

  test('on a narrow screen one page lies below the other', async () => {
    const boxes = await boxesAt(700);
    expect(new Set(boxes.map(({ left }) => left)).size).toBe(1);
    for (const [index, box] of boxes.entries()) expect(box.top).toBeGreaterThan(boxes[index - 1]?.top ?? 0);
  });

  test('it asks for nothing, not even an icon', async () => {
    asked.length = 0;
    const page = await open(1400);
    await page.evaluate('document.fonts.ready.then(() => true)');
    await page.close();
    expect(asked.filter((url) => !url.startsWith('data:'))).toEqual(['http://preview.invalid/']);
  });

  test('printed, it gives the pages of the PDF: every word in its place', async () => {
    const page = await open(1400);
    const printed = await readPdf(await page.pdf({ preferCSSPageSize: true, printBackground: true }));
    await page.close();
    expect(printed.pages).toHaveLength(reading.pages.length);
    for (const [index, { label, pieces }] of reading.pages.entries()) {
      const again = printed.pages[index]?.pieces ?? [];
      expect({ label, text: again.map((piece) => piece.text) }).toEqual({ label, text: pieces.map((piece) => piece.text) });
      const moved = pieces.filter(({ x, y }, at) => Math.hypot(x - (again[at]?.x ?? 0), y - (again[at]?.y ?? 0)) > 0.3);
      expect({ label, moved }).toEqual({ label, moved: [] });
    }
  });
});
