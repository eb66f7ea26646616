import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/unit/**/*.test.ts', 'test/unit/**/*.test.tsx', 'test/cases/**/*.test.ts', 'test/upgrade/**/*.test.ts'],
    testTimeout: 20_000,
  },
});
