/**
 * Runs the tests (vitest, with whatever arguments it is given) and ends with one line: `N passed, N failed, N skipped`.
 *
 * A file that does not load, or an error that no test caught, counts as one failure; a run in which nothing ran fails.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const folder = mkdtempSync(join(tmpdir(), 'octavo-tests-'));
const record = join(folder, 'results.json');
const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${record}`];

const { status, signal } = spawnSync(process.execPath, [...vitest, ...process.argv.slice(2)], { cwd: root, stdio: 'inherit' });
const counts = count(readRecord());
rmSync(folder, { recursive: true, force: true });
if (status !== 0 && counts.failed === 0) counts.failed = 1;

process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped${signal ? ` (ended by ${signal})` : ''}\n`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;

/** Nothing when vitest ended before it had results. */
function readRecord() {
  try {
    return JSON.parse(readFileSync(record, 'utf8')).testResults;
  } catch {
    return [];
  }
}

function count(files) {
  const tests = files.flatMap((file) => file.assertionResults.map((test) => test.status));
  const unloaded = files.filter((file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'));
  const of = (wanted) => tests.filter((state) => state === wanted).length;
  const [passed, failed] = [of('passed'), of('failed')];
  return { passed, failed: failed + unloaded.length, skipped: tests.length - passed - failed };
}
