import { defineConfig } from 'vitest/config';

/**
 * The end-to-end tests share one build of the Pact booklet; the others do not wait for it. None uses the cache of whoever runs them,
 * nor do the programs that they start: a test of it makes one of its own.
 */
process.env['OCTAVO_NO_CACHE'] = '1';

export default defineConfig({
  test: {
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: 'parts', include: ['tests/**/*.test.ts'], exclude: ['tests/e2e/**', 'tests/reader/pact.test.ts'] } },
      { extends: true, test: { name: 'whole', include: ['tests/e2e/**/*.test.ts', 'tests/reader/pact.test.ts'], globalSetup: ['tests/e2e/build-pact.ts'] } },
    ],
  },
});
