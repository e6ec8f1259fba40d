/**
 * Prints pages from their markup: the same pages give the same bytes, however they were made.
 */
import type { Navigation } from '../page/contract.js';
import type { Browser, Served } from '../world/browser.js';
import { loadFaces, preparePrint, printSettings, type RawPdf } from './print-book.js';
import { origin, serveDocument } from './served-files.js';

export async function printPages(browser: Browser, sheet: string, markup: readonly string[], files: ReadonlyMap<string, Served>): Promise<RawPdf> {
  const [head = '', foot = ''] = sheet.split('</body>');
  const tab = await browser.open(serveDocument(`${head}<main id="pages">${markup.join('')}</main></body>${foot}`, files));
  try {
    await tab.goto(`${origin}/`, { waitUntil: 'load' });
    await tab.evaluate(loadFaces);
    const navigation = (await tab.evaluate(preparePrint)) as Navigation;
    return { navigation, pdf: await tab.pdf(printSettings) };
  } finally {
    await tab.close().catch(() => undefined);
  }
}
