/**
 * The browser that lays out and prints: found, started, cut off from everything but what it is served from memory.
 * Not here: where browsers stand on a machine (world/find-browser.ts), the process (world/browser-process.ts).
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core/internal/puppeteer-core-browser.js';
import { type BrowserProcess, startProcess } from './browser-process.js';
import { cacheFolder } from './cache-folder.js';
import { findBrowsers, installedBrowsers } from './find-browser.js';
import { unpackFonts, unpackLibraries } from './unpack-chromium.js';
import type { World } from './world.js';

export interface Served {
  readonly body: string | Uint8Array;
  /** As in the HTTP header: `text/html; charset=utf-8`. */
  readonly contentType: string;
  /** The same at this address for as long as the browser runs: its next pages do without asking. */
  readonly isLasting?: true;
}

/** Answers a request from memory; undefined refuses it. Sees every address that a page asks for, but for `data:`. */
export type Server = (url: string) => Served | undefined;

export interface Browser {
  /** Name and version, as it reports them: `HeadlessChrome/147.0.7727.24`. */
  readonly version: string;
  readonly pid: number;
  /** Whether it is gone, by itself or because it was closed. */
  hasEnded(): boolean;
  /** A new blank page; all that it asks for comes from `serve`. */
  open(serve: Server): Promise<Page>;
  /** Ends the browser with all its pages, once. Resolves when its processes and its profile are gone. */
  close(): Promise<void>;
}

/** No browser could be started. The message names one command that gets a browser. */
export class NoBrowser extends Error {
  /** @param tried what was tried, and why it failed */
  constructor(tried: readonly string[], env: World['env']) {
    const command = `npx @puppeteer/browsers install chrome-headless-shell@147 --path "${installedBrowsers(env)}"`;
    const lines = tried.map((line) => `  ${line}\n`).join('');
    super(`no browser could be started\n${lines}get one with: ${command}`);
    this.name = 'NoBrowser';
  }
}

/**
 * Starts the browser that `executable` or the variable PUPPETEER_EXECUTABLE_PATH names, else the first of this machine's
 * that starts. Throws `NoBrowser`.
 */
export async function startBrowser(env: World['env'], executable?: string): Promise<Browser> {
  const chosen = executable ?? env('PUPPETEER_EXECUTABLE_PATH');
  const tried: string[] = [];
  try {
    const cache = await cacheFolder(env);
    const fonts = await unpackFonts(cache);
    for await (const path of chosen === undefined ? findBrowsers(env, cache) : [chosen]) {
      const outcome = path instanceof Error ? path.message : await start(path, env, cache, fonts);
      if (typeof outcome !== 'string') return outcome;
      tried.push(path instanceof Error ? outcome : `${path}: ${outcome}`);
    }
  } catch (error) {
    tried.push(String(error));
  }
  throw new NoBrowser(tried, env);
}

/** The dynamic loader's words, in glibc and in musl. */
const lacksLibrary = /error while loading shared libraries|Error loading shared library/;

/** @returns the browser, or in one line why it did not start */
async function start(executable: string, env: World['env'], cache: string, fonts?: string): Promise<Browser | string> {
  let outcome = await attach(startProcess(executable, env, { fonts }));
  if (typeof outcome === 'string' && lacksLibrary.test(outcome)) {
    const libraries = await unpackLibraries(cache);
    if (libraries !== undefined) outcome = await attach(startProcess(executable, env, { fonts, libraries }));
  }
  return typeof outcome === 'string' ? reason(outcome) : outcome;
}

const startLimit = 30_000;
/** A single step, such as printing a very large book, may take this long. */
const stepLimit = 600_000;

/** @returns the browser, or all that a process said before it ended */
async function attach(started: BrowserProcess): Promise<Browser | string> {
  // Loaded while the browser starts, and not at all by a run that only checks. It is the half of puppeteer that only connects; the
  // other half, which finds and starts browsers, would take as long again.
  const { connect } = await import('puppeteer-core/internal/puppeteer-core-browser.js');
  const connected = connect({ transport: started.transport, defaultViewport: null, protocolTimeout: stepLimit });
  const waiting = new AbortController();
  const outcome = await Promise.race([
    connected.catch(() => started.ended),
    started.ended,
    pause(startLimit, `no answer within ${startLimit / 1000} s`, { signal: waiting.signal }),
  ]);
  waiting.abort();
  if (typeof outcome === 'string') {
    started.kill();
    await started.ended;
    return outcome;
  }

  const { pid, ended } = started;
  let isEnding = false;
  let isGone = false;
  void ended.then(() => (isGone = true));
  return {
    version: await outcome.version(),
    pid,
    // Its pipes end a moment before its process is gone.
    hasEnded: () => isGone || !outcome.connected,
    open: async (serve) => {
      const page = await outcome.newPage();
      page.setDefaultTimeout(stepLimit);
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const served = serve(request.url());
        // A request that dies with its page needs no answer any more.
        const answered = served
          ? request.respond({ status: 200, headers: { 'access-control-allow-origin': '*', ...(served.isLasting && { 'cache-control': 'max-age=31536000, immutable' }) }, ...served })
          : request.abort('accessdenied');
        answered.catch(() => undefined);
      });
      return page;
    },
    close: async () => {
      if (!isEnding) started.kill();
      isEnding = true;
      await ended;
    },
  };
}

/** Of a process's last words the line that tells most. */
function reason(log: string): string {
  const lines = log.split('\n').filter((line) => line.trim() !== '');
  if (lines.some((line) => line.includes('No usable sandbox'))) {
    return 'this system lets no user start a sandbox; OCTAVO_NO_SANDBOX=1 starts the browser without one';
  }
  return lines.find((line) => lacksLibrary.test(line) || line.includes('FATAL')) ?? lines.slice(-2).join('; ');
}
