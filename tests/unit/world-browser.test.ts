import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Browser, NoBrowser, type Server, startBrowser } from '../../src/world/browser.js';
import { cacheFolder } from '../../src/world/cache-folder.js';
import { findBrowsers } from '../../src/world/find-browser.js';
import { machineWorld } from '../../src/world/machine.js';

const { env } = machineWorld();
const site = 'http://octavo.test/';
const html = (body: string): Server => (url) => (url === site ? { body, contentType: 'text/html; charset=utf-8' } : undefined);

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    expect(error).toMatchObject({ code: 'ESRCH' });
    return false;
  }
};

describe('a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await startBrowser(env);
  });
  afterAll(() => browser.close());

  test('shows what it is served, and sees the same machine everywhere', async () => {
    const page = await browser.open(html('<title>Привет</title><p>text'));
    await page.goto(site);
    const seen = await page.evaluate(`[document.title, navigator.language, new Date(0).getTimezoneOffset(), devicePixelRatio]`);
    expect(seen).toEqual(['Привет', 'en-US', 0, 1]);
    await page.close();
  });

  test('sets words in the fonts that are served, and never in one of the machine', async () => {
    const garamond = await readFile('node_modules/@fontsource/eb-garamond/files/eb-garamond-latin-400-normal.woff2');
    const families = ['Served', 'serif', 'monospace', 'DejaVu Sans', 'Liberation Serif', 'Arial', 'Times New Roman'];
    const page = await browser.open((url) =>
      url.endsWith('.woff2')
        ? { body: garamond, contentType: 'font/woff2' }
        : {
            body: `<style>@font-face { font-family: Served; src: url(/served.woff2) } span { font-size: 16px }</style>${families.map((family) => `<span style="font-family: ${family}">Wimbledon</span>`).join(' ')}`,
            contentType: 'text/html; charset=utf-8',
          },
    );
    await page.goto(site);
    const widths = await page.evaluate(`document.fonts.ready.then(() => [...document.querySelectorAll('span')].map((span) => span.getBoundingClientRect().width))`);
    const [served, fallback, ...others] = widths as number[];
    expect(served).toBeGreaterThan(10);
    expect(served).not.toBe(fallback);
    expect(new Set(others)).toEqual(new Set([fallback]));
    await page.close();
  });

  test('asks nobody but the server it was given', async () => {
    const visits: string[] = [];
    const outside = createServer((request, response) => response.end(String(visits.push(request.url ?? ''))));
    outside.on('connection', () => visits.push('connection')).listen(0);
    const { port } = outside.address() as AddressInfo;
    const asked: string[] = [];
    const there = `http://127.0.0.1:${port}`;
    const serve = html(`<link rel=preconnect href="${there}"><img src="${there}/a.png"><iframe src="${there}/f"></iframe><img src="file:///etc/hosts">`);
    const page = await browser.open((url) => {
      asked.push(url);
      return serve(url);
    });
    await page.goto(site);
    const socket = await page.evaluate(
      `new Promise((resolve) => {
        const socket = new WebSocket('ws://127.0.0.1:${port}/');
        socket.onopen = () => resolve('open');
        socket.onerror = () => resolve('refused');
      })`,
    );
    expect(socket).toBe('refused');
    expect(asked.sort()).toEqual([`${there}/a.png`, `${there}/f`, site]);
    expect(visits).toEqual([]);
    await page.close();
    outside.close();
  });
});

test('a closed browser leaves no process and no profile', async () => {
  // A folder of its own: other browsers come and go in the one that all share.
  const temporary = await mkdtemp(join(tmpdir(), 'octavo-test-'));
  for (const name of ['TMPDIR', 'TEMP', 'TMP']) vi.stubEnv(name, temporary);
  const profiles = async () => (await readdir(temporary)).filter((name) => name.startsWith('octavo-browser-'));
  const browser = await startBrowser(env);
  await browser.open(() => undefined);
  expect(isRunning(browser.pid)).toBe(true);
  expect(await profiles()).not.toEqual([]);
  await Promise.all([browser.close(), browser.close()]);
  expect(isRunning(browser.pid)).toBe(false);
  expect(await profiles()).toEqual([]);
  vi.unstubAllEnvs();
  await rm(temporary, { recursive: true });
});

describe('an executable that was chosen', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'octavo-test-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const script = async (name: string, body: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    return path;
  };

  const failure = async (path: string): Promise<Error> => {
    const outcome = await startBrowser((name) => (name === 'PUPPETEER_EXECUTABLE_PATH' ? path : env(name))).catch((error: unknown) => error);
    expect(outcome).toBeInstanceOf(NoBrowser);
    return outcome as Error;
  };

  test('is not replaced by another, and the message says how to get a browser', async () => {
    const { message } = await failure(join(folder, 'nothing'));
    expect(message).toContain('ENOENT');
    expect(message).toMatch(/^get one with: npx @puppeteer\/browsers install chrome-headless-shell@147 --path "/m);
  });

  test.skipIf(process.platform === 'win32').each([
    ['its last words', 'echo "unknown flag" >&2; exit 4', /unknown flag; ended with code 4/],
    ['a missing sandbox', 'echo "[1:1:FATAL:zygote_host_impl_linux.cc] No usable sandbox! If you are running" >&2; exit 1', /OCTAVO_NO_SANDBOX=1/],
  ])('gives %s as the reason', async (name, body, message) => {
    expect((await failure(await script(name.replaceAll(' ', '-'), body))).message).toMatch(message);
  });

  test.runIf(process.platform === 'linux' && process.arch === 'x64')('gets the libraries that the system lacks', async () => {
    const { value: real } = await findBrowsers(env, await cacheFolder(env)).next();
    const lacking = `[ -n "$LD_LIBRARY_PATH" ] || { echo "$0: error while loading shared libraries: libnss3.so: cannot open" >&2; exit 127; }`;
    const browser = await startBrowser((name) => (name === 'LD_LIBRARY_PATH' ? undefined : env(name)), await script('lacking', `${lacking}\nexec "${String(real)}" "$@"`));
    expect(browser.version).toContain('Chrome');
    await browser.close();
  });
});

describe.runIf(process.platform === 'linux' && process.arch === 'x64')('the embedded browser', () => {
  let cache: string;
  beforeAll(async () => {
    cache = await mkdtemp(join(tmpdir(), 'octavo-test-'));
  });
  afterAll(() => rm(cache, { recursive: true, force: true }));

  test('is unpacked once, whole, by two builds at once, and made again when it was cut short', async () => {
    const [first, second] = await Promise.all([findBrowsers(env, cache).next(), findBrowsers(env, cache).next()]);
    const program = String(first.value);
    expect(second.value).toBe(program);
    expect(await readdir(join(program, '..'))).toEqual([program.split('/').at(-1)]);

    await writeFile(program, 'cut short');
    await findBrowsers(env, cache).next();
    expect((await readFile(program)).length).toBe(Number(program.split('.').at(-1)));
  }, 30_000);

  test('a relative XDG_CACHE_HOME is passed over, as its specification says', async () => {
    expect(await cacheFolder((name) => ({ XDG_CACHE_HOME: 'relative', HOME: cache })[name])).toBe(join(cache, '.cache', 'octavo'));
  });
});
