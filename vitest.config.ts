import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/order.ts';

// A process for each file costs a quarter of a second. Files share one where neither they nor their helpers leave
// anything behind in it: no hooks that are registered by an import, no environment, no patched network.

/** Functions of plain values, and clients whose network is nock's. */
const pure = [
  'child',
  'facts',
  'gate',
  'request',
  'pipeline',
  'pipeline-model',
  'reasons',
  'report',
  'duplicate',
  'child',
  'init',
  'modes',
];
const clients = ['action', 'cli', 'github', 'gitlab', 'vault'];
/** The sandbox's own services, asked without a port. */
const services = [
  'contract',
  ...['github', 'gitlab', 'vault', 'control', 'cli'].map((one) => `sandbox/${one}`),
];
/** Against the sandbox, mostly with the built action as a process of its own. */
const played = ['acceptance', 'attacks', 'docs', 'faults', 'gate-model', 'leaks', 'structure'];

const filesOf = (rooms: readonly string[]) => `test/{${rooms.join(',')}}/**/*.test.ts`;
// A busy machine is no failure.
const common = { testTimeout: 120_000, hookTimeout: 60_000, restoreMocks: true };
// Starts of `dist` and of gitlab-ci-local get processes that have run them before (sandbox/warm), but for `COLD=1`.
const isCold = process.env['COLD'] !== undefined;
const env = { SANDBOX_WARM: isCold ? '0' : '1' };
const shared = (name: string, rooms: readonly string[]) => ({
  test: {
    ...common,
    env,
    name,
    include: [filesOf(rooms)],
    isolate: false,
    setupFiles: ['test/properties.ts'],
  },
});

export default defineConfig({
  test: {
    pool: 'forks',
    // A good part of the tests waits for something, but a process that is only starting has both processors to do.
    maxWorkers: isCold ? 2 : 3,
    sequence: { sequencer: LongestFirst },
    projects: [
      shared('played', [...played, ...services]),
      shared('pure', [...pure, ...clients]),
      {
        test: {
          ...common,
          name: 'alone',
          include: ['test/**/*.test.ts'],
          exclude: [filesOf([...played, ...pure, ...clients, ...services])],
        },
      },
    ],
  },
});
