import { defineConfig } from 'vitest/config';

/** Rooms whose tests are functions of plain values: they share a process, which saves its start for each file. */
const pure = [
  'gate',
  'gate-extra',
  'commands',
  'selection',
  'pipeline',
  'pipeline-model',
  'report',
  'modes',
  'action',
  'github',
  'gitlab',
  'vault',
];
const rooms = `test/{${pure.join(',')}}/**/*.test.ts`;

const common = {
  testTimeout: 30_000,
  hookTimeout: 60_000,
  restoreMocks: true,
};

export default defineConfig({
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      { test: { ...common, name: 'pure', include: [rooms], isolate: false } },
      {
        test: { ...common, name: 'whole', include: ['test/**/*.test.ts'], exclude: [rooms], isolate: false },
      },
    ],
  },
});
