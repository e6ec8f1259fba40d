/**
 * Makes a checkout ready to run: its packages installed, its sources compiled. Does only what is not done yet, and knows by
 * the content of files, not by their dates; a second run takes a few milliseconds. A stamp is written when a step is complete
 * and taken away before it begins, so whatever is interrupted is done again.
 *
 * Plain Node, because it runs before there are any packages.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (path) => join(root, path);
const say = (words) => process.stdout.write(`ready: ${words}\n`);

install();
compile();

function install() {
  const stamp = at('node_modules/.octavo-lock');
  const wanted = hashOf(['package-lock.json']);
  if (isStamped(stamp, wanted)) return;
  if (!holdsLock()) {
    rmSync(stamp, { force: true });
    say('installing the packages that package-lock.json names');
    npm(['ci', '--include=dev', '--no-audit', '--no-fund']);
  }
  writeFileSync(stamp, wanted);
}

function compile() {
  const stamp = at('dist/.octavo-src');
  const wanted = hashOf(['package-lock.json', 'tsconfig.json', ...filesBelow('src')]);
  if (isStamped(stamp, wanted)) return;
  say('compiling src to dist');
  rmSync(at('dist'), { recursive: true, force: true });
  for (const project of ['tsconfig.json', 'src/page/tsconfig.json', 'src/proof/tsconfig.json']) {
    run(process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', at(project)]);
  }
  writeFileSync(stamp, wanted);
}

/** Whether somebody has run `npm ci` by hand: npm's own record of what it installed says the same as the lock file. */
function holdsLock() {
  const record = at('node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = JSON.parse(readFileSync(record, 'utf8')).packages;
  const locked = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  return Object.entries(locked).every(([path, wanted]) => {
    const found = installed[path];
    // npm leaves out what is made for other machines.
    if (path === '' || (!found && wanted.optional)) return true;
    return found?.version === wanted.version && found.integrity === wanted.integrity && existsSync(at(path));
  });
}

function isStamped(stamp, wanted) {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
}

/** Of names and contents, in the order given. */
function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const bytes = readFileSync(at(path));
    hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

/** Paths with forward slashes, sorted by code unit: the same on every machine. */
function filesBelow(folder) {
  const entries = readdirSync(at(folder), { withFileTypes: true });
  const paths = entries.flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? filesBelow(path) : [path];
  });
  return paths.sort();
}

/** The npm that started this script, else the one on the path; on Windows that is a batch file, which only a shell runs. */
function npm(args) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) run(process.execPath, [cli, ...args]);
  else run('npm', args, { shell: process.platform === 'win32' });
}

/** Ends this process with the exit code of one that fails. */
function run(command, args, options = {}) {
  const { status, signal, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (status === 0) return;
  if (error || signal) say(`${command} ${args.join(' ')}: ${error?.message ?? `ended by ${signal}`}`);
  process.exit(status ?? 1);
}
