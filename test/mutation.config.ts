import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutation` plays for each mutant: those that take milliseconds. */
export default defineConfig({
  test: {
    include: ['test/{gate,gate-extra,commands,selection}/**/*.test.ts'],
    exclude: ['test/**/*.property.test.ts'],
    // One process for all files: a mutant takes tens of milliseconds, not seconds.
    isolate: false,
    testTimeout: 5_000,
  },
});
