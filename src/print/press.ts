/**
 * Prints pages from their markup, time after time: the same pages give the same bytes, however they were made and whatever was
 * printed before.
 */
import type { Navigation } from '../page/contract.js';
import type { Browser, Served } from '../world/browser.js';
import { preparePrint, printSettings, type RawPdf } from './print-book.js';
import { origin, serveDocument } from './served-files.js';

export interface PressInput {
  /** All pages as markup, in order. */
  readonly markup: readonly string[];
  /** The document that they stand in, without them, and everything that it asks for. */
  readonly sheet: string;
  readonly files: ReadonlyMap<string, Served>;
  /** Another when a file is another under an address that it had. */
  readonly workbench: object;
}

type Tab = Awaited<ReturnType<Browser['open']>>;

interface OpenTab extends Pick<PressInput, 'workbench'> {
  readonly tab: Tab;
  files: PressInput['files'];
  /** As they stand in it. */
  markup: readonly string[];
}

export class Press {
  #open: OpenTab | undefined;
  /** It prints one thing after the other. */
  #busy: Promise<unknown> = Promise.resolve();

  constructor(private readonly browser: Browser) {}

  print(input: PressInput): Promise<RawPdf> {
    const printing = this.#busy.then(() => this.#print(input));
    this.#busy = printing.catch(() => undefined);
    return printing;
  }

  async close(): Promise<void> {
    const { tab } = this.#open ?? {};
    this.#open = undefined;
    await tab?.close().catch(() => undefined);
  }

  async #print(input: PressInput): Promise<RawPdf> {
    const open = await this.#prepare(input);
    try {
      const indexes = new Map(open.markup.map((markup, index) => [markup, index]));
      const wanted = input.markup.map((markup) => {
        const index = indexes.get(markup);
        // Of two pages that are alike each takes one.
        indexes.delete(markup);
        return index ?? markup;
      });
      await open.tab.evaluate(`window.octavo.setPages(${JSON.stringify(wanted)})`);
      open.markup = input.markup;
      const navigation = (await open.tab.evaluate(preparePrint)) as Navigation;
      return { navigation, pdf: await open.tab.pdf(printSettings) };
    } catch (fault) {
      await this.close();
      throw fault;
    }
  }

  async #prepare({ sheet, files, workbench }: PressInput): Promise<OpenTab> {
    if (this.#open?.workbench === workbench) {
      this.#open.files = files;
      return this.#open;
    }
    await this.close();
    const tab = await this.browser.open((url) => serveDocument(sheet, this.#open?.files ?? files)(url));
    await tab.goto(`${origin}/`, { waitUntil: 'load' });
    return (this.#open = { tab, files, workbench, markup: [] });
  }
}
