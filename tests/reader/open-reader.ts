/**
 * A real reading system, foliate-js, with an EPUB open in it. Its files, the page it stands on and the book are answered from memory by
 * the browser that Octavo itself brings: no port is opened, and nothing else can be asked for. The browser serves all files of tests
 * that one process runs, and ends with it.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import sharp from 'sharp';
import { type Browser, NoBrowser, type Served, startBrowser } from '../../src/world/browser.js';
import { machineWorld } from '../../src/world/machine.js';
import { root } from '../e2e/manuscript.js';

/** Why there is nothing to see in this run; undefined where there is. Belongs into the name of what is skipped. */
export interface NoReader {
  readonly skipped: string;
}

export interface Entry {
  readonly label: string;
  readonly href: string;
  readonly subitems?: readonly Entry[] | null;
}

export interface Contents {
  /** Paths in the container, in reading order. */
  readonly sections: readonly string[];
  readonly toc: readonly Entry[];
  readonly pages: readonly Entry[];
  readonly landmarks: readonly { readonly type: readonly string[]; readonly href: string }[];
}

/** CSS px from the upper left corner of the screen. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Something that ought to be seen. */
export interface Mark extends Box {
  readonly kind: 'text' | 'label' | 'shape' | 'border' | 'picture' | 'formula';
  readonly name: string;
}

export interface Screen {
  readonly width: number;
  readonly height: number;
}

export const phone: Screen = { width: 390, height: 760 };
export const smallPhone: Screen = { width: 320, height: 568 };

/** Pictures of what was read, one of every section, to be looked at. Git ignores the folder. */
const screenshots = join(root, 'build/screenshots');

const started = await startBrowser(machineWorld().env).catch((error: unknown): NoReader => {
  if (error instanceof NoBrowser) return { skipped: error.message.split('\n')[0] ?? '' };
  throw error;
});
export const browser: Browser | undefined = 'skipped' in started ? undefined : started;
export const whyNot = 'skipped' in started ? ` (skipped: ${started.skipped})` : '';

const mediaTypes: Readonly<Record<string, string>> = { html: 'text/html; charset=utf-8', js: 'text/javascript; charset=utf-8', epub: 'application/epub+zip' };
const origin = 'https://reader.example';

/** The modules of foliate-js that an EPUB needs, besides the page of the tests. */
async function servedFiles(): Promise<Map<string, Served>> {
  const foliate = join(root, 'node_modules/foliate-js');
  const modules = ['view', 'epubcfi', 'progress', 'overlayer', 'text-walker', 'vendor/zip', 'epub', 'paginator', 'footnotes'];
  const files: readonly (readonly [string, string])[] = [
    ['/', join(import.meta.dirname, 'page.html')],
    ['/desk.js', join(import.meta.dirname, 'desk.js')],
    ...modules.map((name) => [`/foliate/${name}.js`, join(foliate, `${name}.js`)] as const),
  ];
  return new Map(await Promise.all(files.map(async ([address, path]) => [address, { body: await readFile(path), contentType: mediaTypes[path.split('.').at(-1) ?? ''] ?? '' }] as const)));
}

export class Reader {
  /** What the console calls an error, and what no script caught. */
  readonly errors: string[] = [];

  private constructor(
    readonly page: Page,
    readonly name: string,
  ) {
    page.on('console', (message) => void (message.type() === 'error' && this.errors.push(message.text())));
    page.on('pageerror', (error) => void this.errors.push(String(error)));
  }

  contents!: Contents;

  /** @param name of the folder for its screenshots */
  static async open(name: string, epub: Uint8Array, screen: Screen = phone): Promise<Reader> {
    if (!browser) throw new Error('there is no browser: such tests are skipped');
    const files = await servedFiles();
    files.set('/book.epub', { body: epub, contentType: mediaTypes['epub'] ?? '' });
    const page = await browser.open((url) => (url.startsWith(`${origin}/`) ? files.get(new URL(url).pathname) : undefined));
    const reader = new Reader(page, name);
    await reader.resize(screen);
    await page.goto(`${origin}/`);
    await page.waitForFunction('globalThis.desk !== undefined');
    reader.contents = await reader.do<Contents>('open');
    await reader.goTo(0);
    return reader;
  }

  /** Calls one of the functions of desk.js. */
  do<Answer = void>(name: string, ...values: readonly unknown[]): Promise<Answer> {
    return this.page.evaluate(`desk[${JSON.stringify(name)}](...${JSON.stringify(values)})`) as Promise<Answer>;
  }

  async resize({ width, height }: Screen): Promise<void> {
    await this.page.setViewport({ width, height, deviceScaleFactor: 1 });
  }

  /** An address of the book, or the number of a section. */
  async goTo(target: string | number): Promise<void> {
    if (!(await this.do<boolean>('goTo', target))) throw new Error(`the reader cannot go to ${target}`);
  }

  /** The whole of a section on one screen. */
  async unroll(section: number, { width }: Screen = phone): Promise<void> {
    await this.do('scrolled', true);
    await this.goTo(section);
    const height = await this.do<number>('depth');
    await this.resize({ width, height: Math.min(Math.ceil(height), 16_000) });
    await this.do('settled');
  }

  async shoot(file?: string): Promise<Pixels> {
    const png = Buffer.from(await this.page.screenshot({ encoding: 'base64', optimizeForSpeed: true }), 'base64');
    if (file !== undefined) {
      await mkdir(join(screenshots, this.name), { recursive: true });
      await writeFile(join(screenshots, this.name, `${file}.png`), png);
    }
    return Pixels.of(png);
  }

  close(): Promise<void> {
    return this.page.close();
  }
}

/** What is on the screen. */
export class Pixels {
  private constructor(
    private readonly data: Buffer,
    private readonly width: number,
    private readonly height: number,
  ) {}

  static async of(png: Uint8Array): Promise<Pixels> {
    const { data, info } = await sharp(png).removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
    return new Pixels(data, info.width, info.height);
  }

  /** Lightest and darkest of a box, as relative luminance (WCAG 2), and the part of it that differs from the page. */
  judge({ left, top, width, height }: Box, isDark: boolean): { readonly lightest: number; readonly darkest: number; readonly ink: number } {
    const [x0, y0] = [Math.max(0, Math.floor(left)), Math.max(0, Math.floor(top))];
    const [x1, y1] = [Math.min(this.width, Math.ceil(left + width)), Math.min(this.height, Math.ceil(top + height))];
    let [lightest, darkest, inked] = [0, 1, 0];
    for (let y = y0; y < y1; y++) {
      for (let x = x0; x < x1; x++) {
        const at = (y * this.width + x) * 3;
        const here = 0.2126 * linear[this.data[at] ?? 0]! + 0.7152 * linear[this.data[at + 1] ?? 0]! + 0.0722 * linear[this.data[at + 2] ?? 0]!;
        lightest = Math.max(lightest, here);
        darkest = Math.min(darkest, here);
        if (isDark ? here > 0.02 : here < 0.9) inked++;
      }
    }
    return { lightest, darkest, ink: inked / Math.max(1, (x1 - x0) * (y1 - y0)) };
  }

  /** 1 to 21: of the two colours in a box that differ most, the page's among them. */
  contrast(box: Box, isDark: boolean): number {
    const { lightest, darkest } = this.judge(box, isDark);
    return isDark ? (lightest + 0.05) / 0.05 : 1.05 / (darkest + 0.05);
  }
}

const linear = Array.from({ length: 256 }, (_, value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4));
