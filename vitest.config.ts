import { defineConfig } from 'vitest/config';

/**
 * Files of tests that one process runs share what they load: nothing of one may stay for the next. The end-to-end tests share
 * some books, which the first that asks builds. None uses the cache of whoever runs them, nor do the programs that they start: a
 * test of it makes one of its own. All EPUBs are of one moment, so that a book is the same in the repository, whose commits date it, and
 * in a copy elsewhere.
 */
process.env['OCTAVO_NO_CACHE'] = '1';
process.env['SOURCE_DATE_EPOCH'] = '1795305600';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // One more than the cores that are to suffice: much of the time, a test waits for a browser.
    maxWorkers: 3,
    isolate: false,
    server: { deps: { external: [/\/dist\//] } },
    projects: [
      { extends: true, test: { name: 'parts', include: ['tests/**/*.test.ts'], exclude: ['tests/e2e/**', 'tests/reader/**'] } },
      { extends: true, test: { name: 'whole', include: ['tests/e2e/**/*.test.ts', 'tests/reader/**/*.test.ts'], globalSetup: ['tests/e2e/shared-folder.ts'] } },
    ],
  },
});
