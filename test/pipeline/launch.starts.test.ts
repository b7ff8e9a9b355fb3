import { describe, expect, it } from 'vitest';
import type { LaunchContext, Starts } from '../../src/pipeline/launch.ts';
import type { Pipeline } from '../../src/pipeline/pipeline.ts';
import { job, olderHead, pipeline } from './build.ts';
import { key, launched } from './launched.ts';
import type { Script } from './scripted.ts';

/** All that could be done, if it were asked for. */
const anything: Script = {
  ...{ create: [{ id: 9 }], retry: [{ status: 'running' }], jobs: [[job({ status: 'failed' })]] },
  ...{ cancel: ['accepted'], get: [{ status: 'canceled' }] },
};
const created = [`create ${key}`];

describe('a pipeline is started', () => {
  it.each<[Starts | undefined, LaunchContext['existing'], string, readonly string[]]>([
    ['always', [], 'started 9', created],
    [undefined, [], 'started 9', created],
    ['first', [], 'started 9', created],
    ['never', [], 'retest-needed', []],
    // A trigger token alone can find none: whether there was one is told by the status list.
    ['always', undefined, 'started 9', created],
    ['first', undefined, 'started 9', created],
    ['never', undefined, 'retest-needed', []],
  ])('%s, where there is %j: %s', async (starts, existing, result, calls) => {
    const answer = await launched(anything, { existing, ...(starts && { starts }) });
    expect([answer.result, answer.calls]).toEqual([result, calls]);
  });
});

describe('what there is already', () => {
  const moved = { sha: olderHead };
  const again = { again: true, onRerun: 'retry-failed' } as const;

  it.each<[string, readonly Partial<Pipeline>[], string]>([
    ['runs: joined', [{ id: 5, status: 'running' }], 'attached 5'],
    ['waits: joined', [{ id: 5, status: 'pending' }], 'attached 5'],
    [
      'runs on an older head of the private branch: joined all the same',
      [{ id: 5, status: 'running', ...moved }],
      'attached 5',
    ],
    ['passed: told', [{ id: 5, status: 'success' }], 'verdict 5'],
    ['failed: told, not retried', [{ id: 5, status: 'failed' }], 'verdict 5'],
    ['passed on an older head: told all the same', [{ id: 5, status: 'success', ...moved }], 'verdict 5'],
    ['was cancelled: a member must ask', [{ id: 5, status: 'canceled' }], 'retest-needed'],
    ['was skipped: a member must ask', [{ id: 5, status: 'skipped' }], 'retest-needed'],
    [
      'the newest was cancelled, an older one passed: a member must ask',
      [
        { id: 6, status: 'canceled' },
        { id: 5, status: 'success' },
      ],
      'retest-needed',
    ],
    [
      'an older one runs beside the newest: joined',
      [
        { id: 6, status: 'success' },
        { id: 5, status: 'running' },
      ],
      'attached 5',
    ],
    [
      'two run: the elder is joined',
      [
        { id: 6, status: 'running' },
        { id: 5, status: 'running' },
      ],
      'attached 5',
    ],
  ])('%s', async (_, found, result) => {
    const existing = found.map((one) => pipeline(one));
    for (const starts of ['first', 'never'] as const) {
      const answer = await launched(anything, { existing, starts, wish: again });
      // Nothing is asked of GitLab, and nothing is done to it.
      expect([answer.result, answer.calls]).toEqual([result, []]);
    }
  });

  it('is retried, replaced or told where a start is always allowed', async () => {
    const failed = { existing: [pipeline({ id: 5, status: 'failed' })], starts: 'always' } as const;
    expect((await launched(anything, { ...failed, wish: again })).result).toBe('retried 5');
    const old = { existing: [pipeline({ id: 5, status: 'success', ...moved })], starts: 'always' } as const;
    expect((await launched(anything, old)).result).toBe('started 9');
  });

  it('is told without the head of the branch being read', async () => {
    const head = () => Promise.reject(new Error('was asked'));
    const existing = [pipeline({ id: 5, status: 'success' })];
    expect((await launched({}, { existing, head, starts: 'never' })).result).toBe('verdict 5');
  });
});
