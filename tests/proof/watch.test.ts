/**
 * An author at work: the real `octavo watch`, its proof in a real browser with a network, an editor that writes down what it is asked.
 * One book lives through all of it; each test goes on where the one before it ended.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { cacheFolder } from '../../dist/world/cache-folder.js';
import { findBrowsers } from '../../dist/world/find-browser.js';
import { machineWorld } from '../../dist/world/machine.js';
import { root } from '../e2e/manuscript.js';

const patience = { timeout: 30_000 };
const { env } = machineWorld();

/** The browser that Octavo brings, started as an author's would be: it may speak to this machine. */
async function openBrowser(): Promise<Browser | string> {
  const flags = ['--disable-gpu', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const tried: string[] = [];
  for await (const executablePath of findBrowsers(env, await cacheFolder(env))) {
    if (executablePath instanceof Error) continue;
    try {
      return await puppeteer.launch({ executablePath, args: flags, pipe: true });
    } catch (fault) {
      tried.push(String(fault).split('\n')[0] ?? '');
    }
  }
  return tried.join('; ') || 'there is no browser';
}

const browser = await openBrowser();
const whyNot = typeof browser === 'string' ? ` (skipped: ${browser})` : '';

let folder: string;
let watch: ChildProcess;
let said = '';
let page: Page;
const problems: string[] = [];

const paragraphs = (name: string): string => Array.from({ length: 8 }, (_, index) => `${name} paragraph ${index + 1} ${'says what it says at some length, and then goes on '.repeat(9)}to its end.`).join('\n\n');
const chapter = (name: string, words: string): string => `# ${name}\n\n${words}\n\n${paragraphs(name)}\n`;

/** As most editors do it: beside, and renamed. */
async function save(name: string, text: string): Promise<void> {
  await writeFile(join(folder, `.${name}.tmp`), text);
  await rename(join(folder, `.${name}.tmp`), join(folder, name));
}

const read = <Answer>(expression: string): Promise<Answer> => page.evaluate(expression) as Promise<Answer>;
const until = async (condition: string): Promise<void> => void (await page.waitForFunction(condition, { polling: 50, ...patience }));
const pagesWith = (words: string): string => `[...document.querySelectorAll('.leaf')].flatMap((leaf, index) => (leaf.shadowRoot.textContent.includes(${JSON.stringify(words)}) ? [index] : []))`;
const opened = (): Promise<string[]> => readFile(join(folder, '.asked'), 'utf8').then((text) => text.trim().split('\n'), () => []);
const inView = (): Promise<string> => read(`document.querySelector('.folio-field').value`);

describe.skipIf(typeof browser === 'string')(`an author at work${whyNot}`, { timeout: 90_000 }, () => {
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'octavo-test-'));
    // Its name says how it wants to be told of a line; it writes its arguments down, below a name that is not watched.
    const editor = join(folder, '.bin-code', 'code');
    await mkdir(join(folder, '.bin-code'));
    await writeFile(editor, `#!/bin/sh\necho "$@" >> "${join(folder, '.asked')}"\n`);
    await chmod(editor, 0o755);
    await save('book.yaml', 'title: At Work\nslug: work\nlanguage: en-GB\nchapters: [one.md, two.md, three.md]\nepub: {cover: false, fonts: none}\n');
    for (const name of ['one', 'two', 'three']) await save(`${name}.md`, chapter(name, `The beginning of ${name}.`));

    watch = spawn(process.execPath, [join(root, 'dist/cli/main.js'), 'watch', folder, '-o', join(folder, 'out'), '--editor', `"${editor}"`], { env: { ...process.env, FORCE_COLOR: undefined }, stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [watch.stdout, watch.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
    await vi.waitFor(() => expect(said).toMatch(/http:\S+\//), patience);

    if (typeof browser === 'string') return;
    page = await browser.newPage();
    await page.setViewport({ width: 1300, height: 850 });
    await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }]);
    page.on('console', (message) => void (message.type() === 'error' && problems.push(message.text())));
    page.on('pageerror', (error) => void problems.push(String(error)));
    await page.goto(/http:\S+\//.exec(said)?.[0] ?? '');
    await until(`document.documentElement.dataset.revision !== undefined`);
  }, 90_000);
  afterAll(async () => {
    if (typeof browser !== 'string') await browser.close();
    watch?.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  test('sees the pages, and beside them the chapter of the e-book', async () => {
    expect(await read(pagesWith('The beginning of two.'))).toHaveLength(1);
    await page.keyboard.press('End');
    await until(`document.querySelector('.stage iframe:not(.coming)')?.contentDocument.body.textContent.includes('The beginning of three.')`);
    expect(await read(`document.querySelector('.e-book h2').textContent`)).toBe('three');
    await read(`window.marker = 'still here'`);
  });

  test('saves a change, and sees its page change where it is, without a reload', async () => {
    const [index = 0] = await read<number[]>(pagesWith('The beginning of two.'));
    const folio = await read<string>(`document.querySelectorAll('.thumb')[${index}].textContent`);
    for (const key of ['g', ...folio]) await page.keyboard.press(key as 'g');
    await page.keyboard.press('Enter');
    await until(`document.querySelector('.folio-field').value.split('–').includes('${folio}')`);
    const [scroll, revision] = await read<[number, string]>(`[document.querySelector('.desk').scrollTop, document.documentElement.dataset.revision]`);
    await save('two.md', chapter('two', 'A new beginning of two.'));
    await until(`${pagesWith('A new beginning of two.')}.length === 1`);
    await until(`Number(document.documentElement.dataset.revision) > ${revision}`);
    expect(await read(`[window.marker, document.querySelector('.desk').scrollTop]`)).toEqual(['still here', scroll]);
    expect(await read(`document.querySelectorAll('.leaf')[${index}].classList.contains('changed')`)).toBe(true);
    expect(await read(`performance.getEntriesByType('mark').map(({ name }) => name)`)).toContain(`octavo-shown-${await read<string>('document.documentElement.dataset.revision')}`);
  });

  test('clicks a paragraph twice, and has its line in the editor', async () => {
    const { x, y } = await read<{ x: number; y: number }>(`(() => { const [leaf] = [...document.querySelectorAll('.leaf')].filter((leaf) => leaf.shadowRoot.textContent.includes('A new beginning')); const box = [...leaf.shadowRoot.querySelectorAll('p')].find((p) => p.textContent.includes('two paragraph 1')).getBoundingClientRect(); return { x: box.left + 60, y: box.top + 6 }; })()`);
    await page.mouse.click(x, y, { count: 2 });
    await expect.poll(opened, patience).toHaveLength(1);
    expect((await opened())[0]).toMatch(/two\.md:5(?::\d+)?$/);
  });

  test('breaks the manuscript: the pages stay, and the error lies over them; its place opens', async () => {
    await save('two.md', chapter('two', 'A broken @sec:nowhere beginning.'));
    await until(`document.querySelector('.slip').checkVisibility()`);
    expect(await read(`document.querySelector('.slip .fact').textContent`)).toContain('sec:nowhere');
    expect(await read(`document.querySelector('.slip .source mark').textContent`)).toContain('sec:nowhere');
    expect(await read(pagesWith('A new beginning of two.'))).toHaveLength(1);
    await page.click('.slip .place');
    await expect.poll(opened, patience).toHaveLength(2);
    expect((await opened())[1]).toMatch(/two\.md:3:11$/);
  });

  test('mends it: the error goes by itself', async () => {
    await save('two.md', chapter('two', 'A mended beginning of two.'));
    await until(`${pagesWith('A mended beginning of two.')}.length === 1 && !document.querySelector('.slip').checkVisibility()`);
    expect(await read('window.marker')).toBe('still here');
  });

  test('has the files when typing rests', async () => {
    const words = async (): Promise<string> => Object.values(unzipSync(await readFile(join(folder, 'out', 'work.epub')))).map((bytes) => strFromU8(bytes)).join('');
    await expect.poll(() => words().catch(String), patience).toContain('A mended beginning of two.');
    await until(`document.querySelectorAll('#outputs a').length === 3 && document.querySelector('.state').textContent === 'up to date'`);
    const sizes = await read<number[]>(`Promise.all([...document.querySelectorAll('#outputs a')].map(async ({ href }) => (await (await fetch(href)).blob()).size))`);
    const written = await Promise.all(['work.pdf', 'work-booklet.pdf', 'work.epub'].map(async (name) => (await readFile(join(folder, 'out', name))).length));
    expect(sizes).toEqual(written);
  });

  test('loses the browser that lays out pages, is told, and goes on', async () => {
    const table = execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
    const children = [...table.matchAll(/(\d+)\s+(\d+)/g)].filter(([, , parent]) => Number(parent) === watch.pid).map(([, pid]) => Number(pid));
    expect(children).toHaveLength(1);
    process.kill(children[0] ?? 0, 'SIGKILL');
    await save('three.md', chapter('three', 'Written after the browser ended.'));
    await until(`${pagesWith('Written after the browser ended.')}.length === 1`);
    await until(`/another was started/.test(document.querySelector('.notice').textContent)`);
    expect(await read('window.marker')).toBe('still here');
    expect(problems).toEqual([]);
  });

  test('ends the program, and the proof says so and keeps the pages', async () => {
    watch.kill('SIGINT');
    await until(`/^(not connected|connecting again)/.test(document.querySelector('.state').textContent)`);
    expect(await read(pagesWith('A mended beginning of two.'))).toHaveLength(1);
    expect(await inView()).not.toBe('');
  });
});
