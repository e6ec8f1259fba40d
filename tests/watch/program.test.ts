/** `octavo watch` as a program: two of them over one book, edited, broken, mended, their browser killed, and ended. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { FindingsNews, News, PagesNews, StateNews, Wish } from '../../src/watch/protocol.js';
import { root } from '../e2e/manuscript.js';
import { octavo } from '../e2e/run.js';

/** Longer than it ever takes on a machine with much else to do. */
const patience = { timeout: 20_000 };

class Watch {
  readonly news: News[] = [];
  said = '';
  address = '';
  readonly #markup = new Map<string, string>();
  readonly #child: ChildProcess;
  readonly #ended: Promise<number | null>;
  #socket: WebSocket | undefined;

  private constructor(args: readonly string[], readonly temporary: string) {
    this.#child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'watch', ...args], { env: { ...process.env, TMPDIR: temporary, FORCE_COLOR: undefined, VISUAL: '', EDITOR: 'vim' }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [this.#child.stdout, this.#child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (this.said += text));
    this.#ended = new Promise((resolve) => this.#child.once('close', resolve));
  }

  /** As soon as its browser runs. */
  static async begin(...args: readonly string[]): Promise<Watch> {
    const watch = new Watch(args, await mkdtemp(join(tmpdir(), 'octavo-e2e-')));
    await vi.waitFor(() => expect(watch.browsers).toHaveLength(1), patience);
    return watch;
  }

  /** As soon as it can be seen. */
  static async start(...args: readonly string[]): Promise<Watch> {
    const watch = await Watch.begin(...args);
    await vi.waitFor(() => expect(watch.said).toMatch(/^the proof is at http:\/\/127\.0\.0\.1:\d+\/[\w-]{20,}\/$/m), patience);
    watch.address = /http:\S+/.exec(watch.said)?.[0] ?? '';
    watch.#socket = new WebSocket(watch.address.replace('http', 'ws').concat('socket'), { origin: new URL(watch.address).origin });
    watch.#socket.on('error', () => undefined).on('message', (message) => watch.#hear(JSON.parse(String(message)) as News));
    return watch;
  }

  #hear(news: News): void {
    this.news.push(news);
    if (news.type === 'pages') for (const [key, markup] of Object.entries(news.markup)) this.#markup.set(key, markup);
  }

  wish(wish: Wish): void {
    this.#socket?.send(JSON.stringify(wish));
  }

  /** What stands on the pages that were told last. */
  get shown(): string {
    return (this.#latest<PagesNews>('pages')?.pages ?? []).map(({ key }) => this.#markup.get(key) ?? '').join('');
  }

  get findings(): FindingsNews | undefined {
    return this.#latest('findings');
  }

  get state(): StateNews | undefined {
    return this.#latest('state');
  }

  #latest<T extends News>(type: T['type']): T | undefined {
    return this.news.findLast((news): news is T => news.type === type);
  }

  get browsers(): number[] {
    const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
    return [...table.matchAll(/(\d+)\s+(\d+)/g)].filter(([, , parent]) => Number(parent) === this.#child.pid).map(([, pid]) => Number(pid)).filter(isAlive);
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.#child.kill(signal);
    const code = await this.#ended;
    if (signal === 'SIGKILL') await rm(this.temporary, { recursive: true, force: true });
    return code;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    // No such process.
    return false;
  }
}

let book: string;
let out: string;
let first: Watch;
let second: Watch;

/** As most editors do it: beside, and renamed. */
async function save(text: string, name = 'one.md'): Promise<void> {
  await writeFile(join(book, `.${name}.tmp`), text);
  await rename(join(book, `.${name}.tmp`), join(book, name));
}

const config = 'title: Small\nslug: small\nlanguage: en-GB\nchapters: [one.md]\nepub: {cover: false, fonts: none}\n';
const chapter = (sentence: string): string => `# One {#sec:one}\n\n${sentence}\n`;

beforeAll(async () => {
  book = await mkdtemp(join(tmpdir(), 'octavo-e2e-'));
  out = join(book, 'out');
  await save(config, 'book.yaml');
  await save(chapter('A first sentence.'));
  [first, second] = await Promise.all([Watch.start(book, '-o', out), Watch.start(book, '-o', out)]);
}, 60_000);
afterAll(async () => {
  for (const watch of [first, second]) await watch.end('SIGKILL');
  await rm(book, { recursive: true, force: true });
});

async function expectClean(watch: Watch, signal: NodeJS.Signals): Promise<void> {
  const browsers = watch.browsers;
  expect(browsers).toHaveLength(1);
  expect(await watch.end(signal)).toBe(0);
  expect(browsers.filter(isAlive)).toEqual([]);
  expect(await readdir(watch.temporary)).toEqual([]);
  expect((await readdir(out)).filter((name) => name.startsWith('.'))).toEqual([]);
  await expect(fetch(watch.address)).rejects.toThrow();
  expect(watch.said).not.toMatch(/fault of its own|\n {4}at /);
}

test('the book is shown as it is found', () => expect.poll(() => first.shown, patience).toContain('A first sentence.'));

test('a save is shown by all who watch, and outputs are written and served', async () => {
  await save(chapter('Another sentence.'));
  for (const watch of [first, second]) await expect.poll(() => watch.shown, patience).toContain('Another sentence.');
  await expect.poll(() => first.state?.outputs.map(({ name }) => name), patience).toEqual(['small.pdf', 'small-booklet.pdf', 'small.epub']);
  for (const name of ['small.pdf', 'small-booklet.pdf', 'small.epub']) {
    const served = await (await fetch(`${first.address}outputs/${name}`)).arrayBuffer();
    expect((await readFile(join(out, name))).equals(Buffer.from(served)), name).toBe(true);
  }
}, 60_000);

test('one who is ended leaves nothing behind, and the other as it was', async () => {
  await expectClean(second, 'SIGTERM');
  expect(first.browsers).toHaveLength(1);
});

test('an error is told, and leaves pages and outputs as they were', async () => {
  const before = await readFile(join(out, 'small.pdf'));
  await save(chapter('A fault @sec:nowhere.'));
  await expect.poll(() => first.findings, patience).toMatchObject({ isStale: true, findings: [{ code: 'x-001', file: 'one.md', line: 3 }] });
  await expect.poll(() => first.said, patience).toContain('one.md:3:10  error x-001');
  expect(first.shown).toContain('Another sentence.');
  expect((await readFile(join(out, 'small.pdf'))).equals(before)).toBe(true);
});

test('book.yaml may be broken, be away, and name files that are not there yet', async () => {
  await save('title: [', 'book.yaml');
  await expect.poll(() => first.findings?.findings[0]?.code, patience).toBe('b-002');
  await rm(join(book, 'book.yaml'));
  await expect.poll(() => first.findings?.findings[0]?.code, patience).toBe('b-001');
  await save(config.replace('one.md', 'one.md, two.md'), 'book.yaml');
  await save(chapter('It is mended.'));
  await expect.poll(() => first.findings, patience).toMatchObject({ isStale: true, findings: [{ file: 'book.yaml', line: 4 }] });
  await save('# Two\n\nIt came later.\n', 'two.md');
  await expect.poll(() => first.shown, patience).toContain('It came later.');
  expect(first.shown).toContain('It is mended.');
}, 60_000);

test('outputs that cannot be written are told, and written when they can', async () => {
  await expect.poll(() => first.state?.doing, patience).toBe('nothing');
  await rm(out, { recursive: true });
  await writeFile(out, 'a file in the way');
  await save(chapter('No room.'));
  await expect.poll(() => first.state?.notice, patience).toMatch(/^the outputs were not written: .*out.*tried again/);
  await rm(out);
  await save(chapter('Room again.'));
  await expect.poll(() => readdir(out).catch(() => []), patience).toContain('small.epub');
  await expect.poll(() => first.state?.notice, patience).toBeUndefined();
}, 60_000);

test('a browser that was killed is started again, and its author told', async () => {
  const [pid] = first.browsers;
  if (pid === undefined) return expect.fail('there is no browser');
  process.kill(pid, 'SIGKILL');
  await expect.poll(() => isAlive(pid), patience).toBe(false);
  await save(chapter('After the browser.'));
  await expect.poll(() => first.shown, patience).toContain('After the browser.');
  expect(first.news.some((news) => news.type === 'state' && /another was started/.test(news.notice ?? ''))).toBe(true);
}, 60_000);

test('a click says the place where the editor has no window of its own', async () => {
  first.wish({ type: 'edit', file: 'one.md', line: 3, column: 1 });
  await expect.poll(() => first.state?.notice, patience).toMatch(/^one\.md:3:1 is the place; `vim` needs a terminal/);
  expect(first.said).toContain('one.md:3:1 is the place');
});

test('a folder that was renamed and comes back is watched as before', async () => {
  await rename(book, `${book}-away`);
  await expect.poll(() => first.findings?.findings[0]?.code, patience).toBe('b-001');
  await rename(`${book}-away`, book);
  await save(chapter('Back again.'));
  await expect.poll(() => first.shown, patience).toContain('Back again.');
}, 60_000);

test.each<[what: string, args: () => readonly string[], said: RegExp]>([
  ['a port that is taken', () => [book, '--port', new URL(first.address).port], /^port \d+ cannot be had: another program uses it; without --port/],
  ['a folder that is not there', () => [join(book, 'nowhere')], /nowhere: no such file or folder/],
  ['a file instead of a folder', () => [join(book, 'book.yaml')], /book\.yaml: a part of the path is not a folder/],
])('ends with 2 for %s', async (_what, args, said) => {
  const { code, stderr } = await octavo(['watch', ...args()]);
  expect(stderr).toMatch(said);
  expect(code).toBe(2);
});

test('who ends it while it begins is told of no fault, and nothing is left', async () => {
  const watch = await Watch.begin(book, '--no-outputs');
  expect(await watch.end('SIGINT')).toBe(0);
  expect(watch.said).toBe('');
  expect(await readdir(watch.temporary)).toEqual([]);
});

test('Ctrl-C leaves nothing behind', () => expectClean(first, 'SIGINT'));
