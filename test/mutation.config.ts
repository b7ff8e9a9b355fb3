import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutation` plays for each mutant: those that take milliseconds. */
export default defineConfig({
  test: {
    include: [
      'test/{facts,gate,request,duplicate}/**/*.test.ts',
      'test/report/answer.test.ts',
      'test/audit.test.ts',
    ],
    exclude: ['test/**/*.property.test.ts'],
    // One process for all files: a mutant takes tens of milliseconds, not seconds.
    isolate: false,
    testTimeout: 60_000,
  },
});
