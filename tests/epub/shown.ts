/** A finished EPUB in the embedded browser: what is really drawn. */
import type { CDPSession, Page } from 'puppeteer-core/internal/puppeteer-core-browser.js';
import { create } from 'fontkit';
import { afterAll, beforeAll } from 'vitest';
import { type Browser, startBrowser } from '../../src/world/browser.js';
import type { OpenEpub } from './edition.js';

const types: Readonly<Record<string, string>> = { xhtml: 'application/xhtml+xml', css: 'text/css', woff2: 'font/woff2', ttf: 'font/ttf', png: 'image/png', svg: 'image/svg+xml' };

let browser: Browser | undefined;
/** For all tests of a file. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await startBrowser((name) => process.env[name]);
  });
  afterAll(() => browser?.close());
}

/** @param without files that this reader does not have, or does not take */
export async function show(book: OpenEpub, file: string, without: readonly string[] = []): Promise<Page> {
  if (!browser) throw new Error('no browser');
  const page = await browser.open((url) => {
    const name = decodeURI(new URL(url).pathname.slice(1));
    const body = without.includes(name) ? undefined : book.entries[`EPUB/${name}`];
    return body && { body, contentType: types[name.split('.').at(-1) ?? ''] ?? 'text/plain' };
  });
  await page.setViewport({ width: 600, height: 800, deviceScaleFactor: 2 });
  await page.goto(`http://octavo.invalid/${file}`, { waitUntil: 'load' });
  await page.evaluate('document.fonts.ready.then(() => true)');
  return page;
}

/** What is drawn by an element itself, and by what. */
export interface Drawn {
  /** As in the markup, or `::before` and its like. */
  readonly element: string;
  /** Families that drew it and are not the book's own. */
  readonly strangers: readonly string[];
  /** Characters that no font of the book has which the style sheet names for it. */
  readonly missing: string;
}

/**
 * Which elements of a page are not drawn by the fonts that the book carries alone.
 *
 * Asked twice, since either is blind on one eye: the browser tells which fonts it took, signs of roots and brackets included, but not that they
 * lacked a letter; the fonts tell what they have, but not what a formula is built of.
 */
export async function badlyDrawn(book: OpenEpub, page: Page): Promise<Drawn[]> {
  const families = familiesOf(book);
  const lacking = ((await page.evaluate(wordsShown)) as readonly (readonly [element: string, families: string, words: string])[]).flatMap(([element, names, words]) => {
    const named = names.split(',').map((family) => family.trim().replaceAll(/^["']|["']$/g, ''));
    const has = (character: string): boolean => named.some((family) => families.get(family)?.has(character.codePointAt(0) as number));
    const missing = [...new Set(words)].filter((character) => !/[\s\p{Cf}\p{Variation_Selector}]/u.test(character) && !has(character)).join('');
    return missing === '' ? [] : [{ element, strangers: [], missing }];
  });
  const session: CDPSession = await page.createCDPSession();
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument', { depth: -1 });
  const helped = await Promise.all(
    elementsIn(root).map(async ({ nodeId, nodeName, pseudoType }) => {
      const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
      const strangers = fonts.filter(({ isCustomFont }) => !isCustomFont).map(({ familyName }) => familyName);
      return strangers.length === 0 ? [] : [{ element: pseudoType === undefined ? nodeName : `::${pseudoType}`, strangers, missing: '' }];
    }),
  );
  return [...lacking, ...helped.flat()];
}

interface Node {
  readonly nodeId: number;
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly pseudoType?: string;
  readonly children?: readonly Node[];
  readonly pseudoElements?: readonly Node[];
}

/** Those that show something of their own. */
function elementsIn(node: Node): Node[] {
  if (node.nodeName.toLowerCase() === 'head') return [];
  const shows = node.nodeType === 1 && (node.pseudoType !== undefined || (node.children ?? []).some(({ nodeType, nodeValue }) => nodeType === 3 && nodeValue.trim() !== ''));
  return [...(shows ? [node] : []), ...[...(node.children ?? []), ...(node.pseudoElements ?? [])].flatMap(elementsIn)];
}

/** In the page: each element with the families that are named for it and the words that are its own, those of the sheet besides. */
const wordsShown = `[...document.body.querySelectorAll('*')].flatMap((element) => {
  const own = [...element.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ data }) => data).join('');
  const added = ['::before', '::after'].flatMap((pseudo) => {
    const { content, fontFamily } = getComputedStyle(element, pseudo);
    return content.startsWith('"') ? [[pseudo, fontFamily, JSON.parse(content)]] : [];
  });
  return [...(own.trim() === '' ? [] : [[element.nodeName, getComputedStyle(element).fontFamily, own]]), ...added];
})`;

/** The same of all files, by file; those that are drawn well are left out. */
export async function badlyDrawnIn(book: OpenEpub): Promise<Readonly<Record<string, readonly Drawn[]>>> {
  const found: Record<string, readonly Drawn[]> = {};
  for (const file of ['nav.xhtml', ...book.files.filter((name) => name.startsWith('EPUB/text/')).map((name) => name.replace('EPUB/', ''))]) {
    const page = await show(book, file);
    const drawn = await badlyDrawn(book, page);
    if (drawn.length > 0) found[file] = drawn;
    await page.close();
  }
  return found;
}

/** What each family of the book's own sheet can draw. */
function familiesOf(book: OpenEpub): ReadonlyMap<string, ReadonlySet<number>> {
  const families = new Map<string, Set<number>>();
  for (const [, family = '', file = ''] of book.source('css/epub.css').matchAll(/@font-face \{\s*font-family: "([^"]+)"[^}]*url\("\.\.\/([^"]+)"\)/g)) {
    const font = create(Buffer.from(book.entries[`EPUB/${file}`] ?? []));
    if (!('characterSet' in font)) throw new Error(`${file} is not one font`);
    families.set(family, new Set([...(families.get(family) ?? []), ...font.characterSet]));
  }
  return families;
}
