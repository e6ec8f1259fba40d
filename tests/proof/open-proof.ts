/**
 * The proof in a real browser, fed by a real book, without a server: its socket is one that the test speaks into, and its files are
 * answered from memory. The browser serves all files of tests that one process runs, and ends with it.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { startBrowser, type Browser, type Served } from '../../dist/world/browser.js';
import { machineWorld } from '../../dist/world/machine.js';
import type { News, Wish } from '../../src/watch/protocol.js';
import { root } from '../e2e/manuscript.js';

export interface Screen {
  readonly width: number;
  readonly height: number;
  readonly isMobile?: boolean;
  readonly hasTouch?: boolean;
}

export const wide: Screen = { width: 1400, height: 800 };
export const phone: Screen = { width: 360, height: 740, isMobile: true, hasTouch: true };

const browser: Browser = await startBrowser(machineWorld().env);
const address = 'http://proof.example/token/';

/** What the server tells browsers, here in the page itself: nothing but its own files. */
const policy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; frame-src 'self'";
const shell = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${policy}"><title>Octavo</title><link rel="stylesheet" href="proof.css"><script type="module" src="proof.js"></script></head><body></body></html>`;

/** A browser that keeps nothing of another test, and a socket that a test answers: `sockets` are all that were opened, `sent` what came out of them. */
const fakeSocket = `
  if (!sessionStorage.begun) localStorage.clear();
  sessionStorage.begun = true;
  window.sockets = [];
  window.sent = [];
  window.WebSocket = class extends EventTarget {
    static OPEN = 1;
    readyState = 0;
    constructor(url) { super(); this.url = String(url); window.sockets.push(this); if (!window.isDead) setTimeout(() => this.open()); else setTimeout(() => this.close()); }
    open() { this.readyState = 1; this.dispatchEvent(new Event('open')); }
    send(message) { window.sent.push(JSON.parse(message)); }
    close() { this.readyState = 3; this.dispatchEvent(new Event('close')); }
    hear(news) { this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(news) })); }
  };`;

export class OpenProof {
  /** What the console calls an error, and what no script caught. */
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    /** Addresses that were asked for, below the proof's own. */
    readonly asked: string[],
  ) {
    page.on('console', (message) => void (message.type() === 'error' && this.errors.push(message.text())));
    page.on('pageerror', (error) => void this.errors.push(String(error)));
  }

  /** @param serve answers what is not the proof's own, by address */
  static async open(serve: (address: string) => Served | undefined, screen: Screen = wide, media: { readonly name: string; readonly value: string }[] = []): Promise<OpenProof> {
    const own = new Map<string, Served>([['', { body: shell, contentType: 'text/html' }], ['proof.css', { body: await readFile(join(root, 'styles/proof.css')), contentType: 'text/css' }], ...(await scripts())]);
    const asked: string[] = [];
    const page = await browser.open((url) => {
      if (!url.startsWith(address)) return undefined;
      const [name = ''] = decodeURI(url.slice(address.length)).split('?');
      asked.push(name);
      return own.get(name) ?? serve(name);
    });
    const proof = new OpenProof(page, asked);
    await page.setViewport({ ...screen, deviceScaleFactor: 1 });
    if (media.length > 0) await page.emulateMediaFeatures(media);
    await page.evaluateOnNewDocument(fakeSocket);
    await page.goto(address);
    await page.waitForFunction('window.sockets.at(-1)?.readyState === 1');
    return proof;
  }

  async tell(...news: readonly News[]): Promise<void> {
    await this.page.evaluate(`${JSON.stringify(news)}.forEach((news) => window.sockets.at(-1).hear(news))`);
    const pages = news.findLast(({ type }) => type === 'pages');
    if (pages?.type === 'pages') await this.until(`document.documentElement.dataset.revision === '${pages.revision}'`);
  }

  async until(condition: string): Promise<void> {
    await this.page.waitForFunction(condition, { polling: 'raf' });
  }

  read<Answer>(expression: string): Promise<Answer> {
    return this.page.evaluate(expression) as Promise<Answer>;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key as Parameters<Page['keyboard']['press']>[0]);
  }

  sent(): Promise<Wish[]> {
    return this.read('window.sent');
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

async function scripts(): Promise<[string, Served][]> {
  const { disk } = machineWorld();
  const folder = join(root, 'dist/proof');
  const names = (await disk.list(folder)).filter((name) => name.endsWith('.js'));
  return Promise.all(names.map(async (name): Promise<[string, Served]> => [name, { body: await disk.read(join(folder, name)), contentType: 'text/javascript' }]));
}
