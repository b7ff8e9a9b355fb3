import { defineConfig } from 'vitest/config';

/** The tests that `npm run mutation` plays for each mutant of a room: those that take milliseconds. */
const tests: Readonly<Record<string, readonly string[]>> = {
  request: ['test/request/**/*.test.ts'],
  report: ['test/report/**/*.test.ts'],
  gate: ['test/{facts,gate,request,duplicate}/**/*.test.ts', 'test/audit.test.ts'],
};

export default defineConfig({
  test: {
    include: [...(tests[process.env['ROOM'] ?? 'gate'] ?? [])],
    exclude: ['test/**/*.property.test.ts', 'test/**/*.model.test.ts'],
    // One process for all files: a mutant takes tens of milliseconds, not seconds.
    isolate: false,
    setupFiles: ['test/properties.ts'],
    testTimeout: 60_000,
  },
});
