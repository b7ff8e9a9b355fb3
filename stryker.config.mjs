/**
 * `npm run mutation`: how many of the faults that Stryker makes in a room its quick unit tests find, and the least that
 * may be found. `ROOM=report npm run mutation` plays one room. Which tests are played: test/mutation.config.ts.
 */
const rooms = {
  request: { mutate: ['src/request/**/*.ts'], least: 95, ignoreStatic: true },
  report: { mutate: ['src/report/**/*.ts'], least: 95, ignoreStatic: true },
  gate: {
    mutate: ['src/facts/**/*.ts', 'src/gate/**/*.ts', 'src/duplicate/**/*.ts', 'src/audit.ts'],
    least: 90,
    ignoreStatic: false,
  },
};

const room = process.env.ROOM ?? 'gate';
const { mutate, least, ignoreStatic } = rooms[room];

export default {
  packageManager: 'npm',
  mutate,
  plugins: ['@stryker-mutator/vitest-runner'],
  testRunner: 'vitest',
  vitest: { configFile: 'test/mutation.config.ts', related: false },
  coverageAnalysis: 'perTest',
  // A fault in what a file makes once, as it is imported, costs a whole round of tests.
  ignoreStatic,
  concurrency: 2,
  // What takes too long counts as found, so a busy machine must not be what takes long (ms).
  timeoutMS: 30_000,
  ignorePatterns: [
    '/tsconfig*.json',
    '/bench',
    '/build',
    '/dist',
    '/docs/*.md',
    '/docs/facts',
    '/examples',
    '/reports',
    '/sandbox',
  ],
  reporters: ['clear-text', 'progress'],
  clearTextReporter: { allowColor: true, logTests: false, reportTests: false },
  thresholds: { high: 100, low: least, break: least },
};
