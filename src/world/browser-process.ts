import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer-core';
import { atExit } from './at-exit.js';
import type { World } from './world.js';

export interface BrowserProcess {
  readonly pid: number;
  /** DevTools messages over two pipes: no port is open to others on the machine. */
  readonly transport: ConnectionTransport;
  /** What it wrote and how it ended. Resolves when the process and its children are gone and its profile is removed. */
  readonly ended: Promise<string>;
  kill(): void;
}

/** Folders that stand in for what a system has or lacks. */
export interface Provision {
  /** The only fonts that there are, where fontconfig is used. */
  readonly fonts?: string | undefined;
  /** For LD_LIBRARY_PATH. */
  readonly libraries?: string | undefined;
}

/** Starts a browser with a profile of its own below the temporary folder. It dies with this process, however that ends. */
export function startProcess(executable: string, env: World['env'], provision: Provision): BrowserProcess {
  const profile = mkdtempSync(join(tmpdir(), 'octavo-browser-'));
  const child = spawn(executable, [...flags(env), `--user-data-dir=${profile}`, 'about:blank'], {
    env: environment(env, profile, provision),
    // In a group of its own, so that the whole family can be ended at once.
    detached: process.platform !== 'win32',
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
  });

  const clear = (): void => {
    killFamily(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  };
  const forget = atExit(clear);
  const [, , stderr, toBrowser, fromBrowser] = child.stdio as [null, null, Readable, Writable, Readable];

  let log = '';
  stderr.setEncoding('utf8').on('data', (text: string) => (log = (log + text).slice(-10_000)));
  const ended = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', () => killFamily(child));
    child.once('close', (code, signal) => resolve(`${log}\nended with ${signal ?? `code ${code}`}`.trim()));
  }).then((end) => {
    forget();
    clear();
    return end;
  });
  return { pid: child.pid ?? -1, transport: pipes(toBrowser, fromBrowser), ended, kill: () => killFamily(child) };
}

/** Each message is JSON and ends in a zero byte. */
function pipes(toBrowser: Writable, fromBrowser: Readable): ConnectionTransport {
  let isGone = false;
  const transport: ConnectionTransport = {
    // Who asks a browser that was gone before they connected must be told, too, or they wait until their time is up.
    send: (message) => (isGone ? queueMicrotask(() => transport.onclose?.()) : void toBrowser.write(`${message}\0`)),
    close: () => void toBrowser.end(),
  };
  // A broken pipe means that the browser is gone, which `ended` and `onclose` tell.
  toBrowser.on('error', () => fromBrowser.destroy());
  fromBrowser.on('error', () => fromBrowser.destroy());
  fromBrowser.once('close', () => {
    isGone = true;
    transport.onclose?.();
  });

  let begun: Buffer[] = [];
  fromBrowser.on('data', (chunk: Buffer) => {
    let from = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, from)) {
      const message = Buffer.concat([...begun, chunk.subarray(from, end)]).toString('utf8');
      begun = [];
      from = end + 1;
      transport.onmessage?.(message);
    }
    if (from < chunk.length) begun.push(chunk.subarray(from));
  });
  return transport;
}

function killFamily(child: ChildProcess): void {
  if (child.pid === undefined) return;
  if (process.platform === 'win32') {
    child.kill();
    return;
  }
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

function flags(env: World['env']): string[] {
  const isRoot = process.getuid?.() === 0;
  return [
    '--headless',
    '--remote-debugging-pipe',
    // The same lines on every machine.
    '--font-render-hinting=none',
    '--force-color-profile=srgb',
    '--force-device-scale-factor=1',
    '--disable-gpu',
    '--hide-scrollbars',
    '--disable-lcd-text',
    // Nothing but the page: no network, no services, no first-run questions. Names and addresses resolve to nothing, so what
    // request interception does not see (web sockets, prefetch) leads nowhere either.
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--disable-background-networking',
    '--disable-breakpad',
    '--disable-component-update',
    '--disable-crash-reporter',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-features=Translate,MediaRouter,OptimizationHints',
    '--disable-sync',
    '--metrics-recording-only',
    '--mute-audio',
    '--no-default-browser-check',
    '--no-first-run',
    '--no-pings',
    '--password-store=basic',
    '--use-mock-keychain',
    // Full speed though no window is in front, and room for large books where /dev/shm is small.
    '--disable-background-timer-throttling',
    '--disable-renderer-backgrounding',
    '--disable-hang-monitor',
    '--disable-ipc-flooding-protection',
    '--disable-dev-shm-usage',
    // Chromium refuses to start its sandbox as root.
    ...(isRoot || env('OCTAVO_NO_SANDBOX') === '1' ? ['--no-sandbox'] : []),
  ];
}

/** Only what the browser needs to start: the clock's zone, the locale and the fonts of the machine must not show in a page. */
function environment(env: World['env'], profile: string, { fonts, libraries }: Provision): Record<string, string> {
  const kept = ['PATH', 'TMPDIR', 'TEMP', 'TMP', 'SystemRoot', 'LOCALAPPDATA', 'PROGRAMFILES', 'LD_LIBRARY_PATH'];
  const passed: Record<string, string> = { HOME: profile, TZ: 'UTC', LANG: 'en_US.UTF-8' };
  for (const name of kept) {
    const value = env(name);
    if (value !== undefined) passed[name] = value;
  }
  if (libraries !== undefined) passed['LD_LIBRARY_PATH'] = [libraries, passed['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  if (fonts !== undefined) {
    passed['FONTCONFIG_FILE'] = join(profile, 'fonts.conf');
    writeFileSync(passed['FONTCONFIG_FILE'], fontconfig(fonts, profile));
  }
  return passed;
}

const escaped = (path: string): string => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const fontconfig = (fonts: string, cache: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${escaped(fonts)}</dir>
  <cachedir>${escaped(cache)}</cachedir>
  <match target="font">
    <edit name="hinting" mode="assign"><bool>false</bool></edit>
  </match>
</fontconfig>
`;
