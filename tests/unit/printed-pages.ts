import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { placeScheme } from '../../src/page/contract.js';
import { type Browser, startBrowser } from '../../src/world/browser.js';
import { machineWorld } from '../../src/world/machine.js';

/** Prints `count` pages, each with its number, a heading, a link to the first place of the book and one to the web; as Chromium gives them. */
export async function printPages(sizes: readonly { readonly size: string; readonly count: number }[]): Promise<Uint8Array[]> {
  const browser = await startBrowser(machineWorld().env);
  try {
    const printed: Uint8Array[] = [];
    for (const { size, count } of sizes) printed.push(await print(browser, size, count));
    return printed;
  } finally {
    await browser.close();
  }
}

async function print(browser: Browser, size: string, count: number): Promise<Uint8Array> {
  const font = await readFile('node_modules/@fontsource/eb-garamond/files/eb-garamond-latin-400-normal.woff2');
  const pages = Array.from({ length: count }, (_, index) => {
    const links = `<a href="${placeScheme}0">first</a> <a href="https://example.org/">out</a>`;
    return `<section id="p${index + 1}"><h1>Heading ${index + 1}</h1><p>page ${index + 1} ${links}</section>`;
  });
  const style = `@font-face { font-family: G; src: url(/g.woff2) } @page { size: ${size}; margin: 10mm } body { font: 12pt G; margin: 0 } h1 { font-weight: normal } section + section { break-before: page }`;
  const page = await browser.open((url) =>
    url.endsWith('/g.woff2')
      ? { body: font, contentType: 'font/woff2' }
      : { body: `<!doctype html><html lang=de><title>Its own title</title><style>${style}</style>${pages.join('')}`, contentType: 'text/html; charset=utf-8' },
  );
  await page.goto('http://octavo.test/');
  return page.pdf({ tagged: true, outline: false, preferCSSPageSize: true });
}

export const open = (pdf: Uint8Array): ReturnType<typeof getDocument>['promise'] => getDocument({ data: pdf.slice(), verbosity: 0 }).promise;

/** The words on each page, in the order in which they are drawn. */
export async function words(pdf: Uint8Array): Promise<string[]> {
  const document = await open(pdf);
  const pages = Array.from({ length: document.numPages }, async (_, index) => {
    const { items } = await (await document.getPage(index + 1)).getTextContent();
    return items.map((item) => ('str' in item ? item.str : '')).join(' ').replace(/\s+/g, ' ').trim();
  });
  return Promise.all(pages);
}
