import { readdir, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { unpackChromium } from './unpack-chromium.js';
import type { World } from './world.js';

/** Where puppeteer's own installer keeps browsers: the command in the message of `NoBrowser` puts one there. */
export function installedBrowsers(env: World['env']): string {
  return env('PUPPETEER_CACHE_DIR') ?? join(env('HOME') || homedir(), '.cache', 'puppeteer');
}

/**
 * The browsers of this machine, best first: the embedded one, one from puppeteer's installer, a Chrome, Chromium or Edge of
 * the system. Looks for the next only when it is asked for; an `Error` says why one that should be there is not.
 *
 * @param cache where the embedded one is unpacked
 */
export async function* findBrowsers(env: World['env'], cache: string): AsyncGenerator<string | Error> {
  try {
    const embedded = await unpackChromium(cache);
    if (embedded !== undefined) yield embedded;
  } catch (error) {
    yield new Error(`the browser in node_modules was not unpacked: ${String(error)}`);
  }
  yield* findInstalled(installedBrowsers(env));
  for (const path of systemPaths(env)) if (await isFile(path)) yield path;
}

/** `<cache>/chrome-headless-shell/linux-147.0.7727.57/chrome-headless-shell-linux64/chrome-headless-shell` */
async function* findInstalled(cache: string): AsyncGenerator<string> {
  const kind = 'chrome-headless-shell';
  for (const build of (await namesIn(join(cache, kind))).reverse()) {
    for (const inner of await namesIn(join(cache, kind, build))) {
      const path = join(cache, kind, build, inner, process.platform === 'win32' ? `${kind}.exe` : kind);
      if (await isFile(path)) yield path;
    }
  }
}

function systemPaths(env: World['env']): string[] {
  if (process.platform === 'darwin') {
    const programs = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => `${name}.app/Contents/MacOS/${name}`);
    return ['/Applications', join(homedir(), 'Applications')].flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  if (process.platform === 'win32') {
    const folders = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map(env).filter((folder) => folder !== undefined);
    const programs = ['Google\\Chrome\\Application\\chrome.exe', 'Chromium\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
    return programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  }
  const names = ['chromium-headless-shell', 'google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge-stable'];
  const folders = ['/usr/bin', '/usr/local/bin', '/snap/bin', '/opt/google/chrome'];
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).then(
    (names) => names.sort(),
    () => [],
  );
