/**
 * Opens kept pages in the browser again, to be read, marked, shown and printed.
 *
 * In: pages as a file of them holds them; faces are the program's. They may come from anybody: no script of theirs runs, and they
 * reach nothing but what is served from memory.
 */
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Root } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type {} from 'mdast-util-to-hast';
import { h } from '../lower/element.js';
import type { BookPages } from '../edition/pages-file.js';
import type { PageMarks, ShownPage } from '../page/changes-contract.js';
import { faceRules, faceUrl } from '../print/galley.js';
import { loadFaces, printSettings } from '../print/print-book.js';
import { origin, pageScript, servedFiles, serveDocument } from '../print/served-files.js';
import { type Face, findFaces } from '../typeface/faces.js';
import type { Browser, Served } from '../world/browser.js';
import type { Disk } from '../world/world.js';

export interface Stage {
  read(): Promise<readonly ShownPage[]>;
  mark(marks: readonly PageMarks[]): Promise<void>;
  /** A page as a picture, WebP. */
  shoot(page: number): Promise<Uint8Array>;
  /** Some of its pages, as Chromium prints them. Afterwards, no more than this can be done; marks that were left out once are gone. */
  print(pages: readonly number[], isMarked: boolean): Promise<Uint8Array>;
  close(): Promise<void>;
}

export interface StageSetting {
  readonly browser: Browser;
  readonly faces: readonly Face[];
  /** By path: faces and scripts. */
  readonly files: ReadonlyMap<string, Served>;
  readonly styles: DiffStyles;
}

/** Of the marks on pages, and of the report. */
export interface DiffStyles {
  readonly marks: string;
  readonly report: string;
}

export async function setStage(browser: Browser, disk: Disk): Promise<StageSetting> {
  const faces = await findFaces(disk);
  const read = async (name: string): Promise<string> => new TextDecoder().decode(await disk.read(fileURLToPath(new URL(`../../styles/${name}`, import.meta.url))));
  return { browser, faces, files: new Map([...(await servedFiles(new Map(), faces, disk)), [script, await pageScript(basename(script), disk)]]), styles: { marks: await read('change-marks.css'), report: await read('changes.css') } };
}

const script = '/page/show-changes.js';
/** Pixels of a picture for a CSS px: enough for notes to be read. */
const sharpness = 1.5;
const quality = 70;
const policy = `default-src 'none'; script-src ${origin}/page/; style-src ${origin} 'unsafe-inline'; font-src ${origin}; img-src ${origin} data:`;

export async function openStage({ facts, html, css, pictures }: BookPages, { browser, faces, files: given, styles }: StageSetting): Promise<Stage> {
  const files = new Map<string, Served>(given);
  for (const [address, { mediaType, bytes }] of pictures) files.set(address, { body: bytes, contentType: mediaType });
  files.set('/pages.css', { body: [faceRules(faces.map((face) => [face, faceUrl(face)])), css, styles.marks].join('\n'), contentType: 'text/css; charset=utf-8' });
  const head = h('head', {}, h('meta', { charSet: 'utf-8' }), h('meta', { httpEquiv: 'Content-Security-Policy', content: policy }), h('title', {}, facts.title), h('link', { rel: ['stylesheet'], href: '/pages.css' }), h('script', { type: 'module', src: script }));
  const document: Root = { type: 'root', children: [{ type: 'doctype' }, { ...h('html', { lang: facts.language }), children: [head, { ...h('body', {}), children: [{ type: 'raw', value: html }] }] }] };
  const page = await browser.open(serveDocument(toHtml(document, { allowDangerousHtml: true }), files));
  await page.setViewport({ width: Math.ceil(facts.width), height: Math.ceil(facts.height), deviceScaleFactor: sharpness });
  await page.goto(`${origin}/`, { waitUntil: 'load' });
  await page.evaluate(loadFaces);
  const call = (name: string, ...given: readonly unknown[]): Promise<unknown> => page.evaluate(`window.changes.${name}(${given.map((argument) => JSON.stringify(argument)).join()})`);
  return {
    read: async () => (await call('read')) as readonly ShownPage[],
    mark: async (wanted) => void (await call('mark', wanted)),
    shoot: async (index) => {
      await call('show', [index]);
      return page.screenshot({ type: 'webp', quality, clip: { x: 0, y: 0, width: Math.floor(facts.width), height: Math.floor(facts.height) }, captureBeyondViewport: false });
    },
    print: async (indexes, isMarked) => {
      await call('keep', indexes, isMarked);
      return page.pdf(printSettings);
    },
    close: () => page.close(),
  };
}
