/**
 * Runs the tests (vitest, with whatever arguments it is given) and ends with one line: `N passed, N failed, N skipped`.
 *
 * A file that does not load counts as one failure, and a run in which nothing ran fails: silence is never success.
 */
import { parseCLI, startVitest } from 'vitest/node';

const { filter, options } = parseCLI(['vitest', 'run', ...process.argv.slice(2)], { allowUnknownOptions: false });
const vitest = await startVitest('test', filter, { ...options, watch: false });

const counts = { passed: 0, failed: 0, skipped: 0 };
for (const file of vitest.state.getTestModules()) {
  let failedHere = 0;
  for (const test of file.children.allTests()) {
    const { state } = test.result();
    if (state === 'passed') counts.passed += 1;
    else if (state === 'failed') failedHere += 1;
    else counts.skipped += 1;
  }
  counts.failed += failedHere || (file.ok() ? 0 : 1);
}
counts.failed += vitest.state.getUnhandledErrors().length;
await vitest.close();

const ran = counts.passed + counts.failed;
process.stdout.write(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped\n`, () => {
  process.exit(counts.failed > 0 || ran === 0 || Number(process.exitCode ?? 0) !== 0 ? 1 : 0);
});
