import type { Screen } from '../../sandbox/demo/render.ts';
import type { Seen, SeenPipeline } from '../../sandbox/demo/story.ts';
import type { Paint } from '../../sandbox/demo/text.ts';

/** Leaves every text as it is. */
export const plain: Paint = (_tone, text) => text;

/** A screen without colours. */
export const screen = (width: number): Screen => ({ width, paint: plain });

/** A pipeline on a twin branch: what builds, one test that passed, one that failed. */
export const samplePipeline: SeenPipeline = {
  id: 4711,
  name: 'acme/engine#1@0123456789abcdef0123456789abcdef01234567:0123456789ab',
  ref: 'feature/x',
  status: 'failed',
  toldTwin: true,
  jobs: [
    {
      name: 'build-engine',
      status: 'success',
      runs: 1,
      trace: ['$ make', 'twin branch feature/x tests engine branch feature/x'],
    },
    {
      name: 'test-a',
      status: 'success',
      runs: 1,
      trace: ['$ ./run', 'account 1, cluster private-a.internal.example.com'],
    },
    {
      name: 'test-b',
      status: 'failed',
      runs: 1,
      trace: ['$ ./run', 'account 2', 'assertion failed in private test test-b'],
    },
  ],
};

/** What is seen after a run whose private test failed. */
export const sample: Seen = {
  runner: {
    log: [
      'Run drawbridge-ci/drawbridge@v1',
      'with:',
      '  mode: run',
      '  drafts: false',
      'gate: allowed',
      'Error: private tests failed (test-a, test-b).',
    ],
    exitCode: 1,
  },
  statuses: [
    { context: 'drawbridge', state: 'pending', description: 'private tests are running (test-a, test-b)' },
    { context: 'drawbridge', state: 'failure', description: 'private tests failed (test-a, test-b)' },
  ],
  pipelines: [samplePipeline],
  gitlabRequests: 5,
  vault: { requests: 4, logIns: 1, reads: 1, lent: 0 },
  privateLines: 7,
  leaked: [],
  processesLeft: 0,
};
