import { spawnSync } from 'node:child_process';
import { access, cp, mkdir, mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';

/** A checkout with one package and a compiler that copies the words of src/a.ts to dist and notes that it ran. */
const lock = (version: string, more: object = { 'node_modules/for-macs': { version: '1.0.0', optional: true } }): string =>
  JSON.stringify({ packages: { '': {}, 'node_modules/one': { version }, ...more } });
/** npm's own record of what it installed here. */
const installed = (version: string): Promise<void> => put('node_modules/.package-lock.json', lock(version, {}));
const compiler = `
  const fs = require('node:fs');
  const words = fs.readFileSync('src/a.ts', 'utf8');
  fs.appendFileSync('compiled.log', process.argv[3] + '\\n');
  if (words === 'wrong') process.exit(2);
  fs.mkdirSync('dist', { recursive: true });
  fs.writeFileSync('dist/a.js', words);
`;
const npm = `
  const fs = require('node:fs');
  fs.writeFileSync('npm.log', process.argv.slice(2).join(' '));
  if (fs.existsSync('offline')) process.exit(7);
  fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
`;

let checkout: string;
const put = async (path: string, words: string): Promise<void> => {
  await mkdir(dirname(join(checkout, path)), { recursive: true });
  await writeFile(join(checkout, path), words);
};
const read = (path: string): Promise<string> => readFile(join(checkout, path), 'utf8').catch(() => '');
const exists = (path: string): Promise<boolean> => access(join(checkout, path)).then(() => true, () => false);
const ready = (): { status: number | null; stdout: string } =>
  spawnSync(process.execPath, [join(checkout, 'scripts/ready.mjs')], { encoding: 'utf8', env: { ...process.env, npm_execpath: join(checkout, 'npm-cli.js') } });

beforeEach(async () => {
  checkout = await mkdtemp(join(tmpdir(), 'octavo-test-'));
  await mkdir(join(checkout, 'scripts'));
  await cp('scripts/ready.mjs', join(checkout, 'scripts/ready.mjs'));
  await put('package-lock.json', lock('1.0.0'));
  await put('tsconfig.json', '{}');
  await put('src/a.ts', 'first');
  await put('src/page/tsconfig.json', '{}');
  await put('src/proof/tsconfig.json', '{}');
  await put('npm-cli.js', npm);
  await put('node_modules/one/package.json', '{}');
  await put('node_modules/typescript/bin/tsc', compiler);
});
afterEach(() => rm(checkout, { recursive: true, force: true }));

test('installs and compiles a fresh checkout, then does nothing', async () => {
  expect(ready()).toMatchObject({ status: 0, stdout: 'ready: installing the packages that package-lock.json names\nready: compiling src to dist\n' });
  expect(await read('npm.log')).toContain('ci --include=dev');
  expect(await read('dist/a.js')).toBe('first');
  expect(await read('compiled.log')).toBe(['tsconfig.json', 'src/page/tsconfig.json', 'src/proof/tsconfig.json'].map((project) => `${join(checkout, project)}\n`).join(''));
  expect(ready()).toMatchObject({ status: 0, stdout: '' });
});

test('takes what `npm ci` installed by hand', async () => {
  await installed('1.0.0');
  expect(ready().stdout).toBe('ready: compiling src to dist\n');
  expect(await exists('npm.log')).toBe(false);
});

test.each<[string, () => Promise<void>]>([
  ['another version is locked', () => put('package-lock.json', lock('2.0.0'))],
  ['node_modules is from another lock file', () => installed('0.9.0')],
])('installs when %s', async (_name, change) => {
  await installed('1.0.0');
  await change();
  expect(ready().stdout).toMatch(/^ready: installing/);
});

test.each<[string, () => Promise<void>, boolean]>([
  ['a source changes, compiles', () => put('src/a.ts', 'second'), true],
  ['a source comes, compiles', () => put('src/read/b.ts', ''), true],
  ['a source goes, compiles', () => rm(join(checkout, 'src/page/tsconfig.json')), true],
  ['a setting changes, compiles', () => put('tsconfig.json', '{"a":1}'), true],
  ['dist goes, compiles', () => rm(join(checkout, 'dist'), { recursive: true }), true],
  ['a source is only touched, does nothing', () => utimes(join(checkout, 'src/a.ts'), 1, 1), false],
])('when %s', async (_name, change, compiles) => {
  ready();
  await change();
  expect(ready().stdout).toBe(compiles ? 'ready: compiling src to dist\n' : '');
});

test('a compilation that fails gives its exit code, and is tried again', async () => {
  ready();
  await put('src/a.ts', 'wrong');
  expect(ready().status).toBe(2);
  expect(ready().status).toBe(2);
  expect(await exists('dist/a.js')).toBe(false);
  await put('src/a.ts', 'right');
  expect(ready().status).toBe(0);
  expect(await read('dist/a.js')).toBe('right');
});

test('an installation that fails gives its exit code, and is tried again', async () => {
  await put('offline', '');
  expect(ready().status).toBe(7);
  expect(await exists('dist')).toBe(false);
  await rm(join(checkout, 'offline'));
  expect(ready().status).toBe(0);
});
