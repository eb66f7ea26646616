import { defineConfig } from 'vitest/config';

/**
 * Four groups that `npm test` runs one after another. `unit` needs nothing; `articles` measures detection on labelled
 * text; `package` reads the production builds; `e2e` drives real browsers with them.
 */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{unit,cases,upgrade,dom,faults}/**/*.test.{ts,tsx}'],
          testTimeout: 20_000,
        },
      },
      { test: { name: 'articles', include: ['test/{eval,corpus}/**/*.test.ts'], testTimeout: 60_000 } },
      { test: { name: 'package', include: ['test/package/**/*.test.ts'] } },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.e2e.ts', 'test/hosts/**/*.e2e.ts'],
          testTimeout: 90_000,
          hookTimeout: 180_000,
          // One browser at a time: two cores, and real pointers want an undisturbed window.
          fileParallelism: false,
        },
      },
    ],
  },
});
