import { describe, expect, it } from 'vitest';
import type { Outcome } from '../../src/pipeline/watch.ts';
import { judge } from '../../src/report/verdict.ts';
import { blocked, created, ended, pipeline } from '../pipeline/build.ts';

type Ended = Extract<Outcome, { how: 'ended' }>;
const end = (status: Ended['pipeline']['status'], over: Parameters<typeof pipeline>[0] = {}): Outcome => ({
  how: 'ended',
  pipeline: { ...pipeline(over), status },
});

describe('the verdict', () => {
  it.each<[string, Outcome, string]>([
    ['success', end('success'), 'success pipeline-success'],
    ['success with warnings', end('success', { warnings: true }), 'success pipeline-success-with-warnings'],
    ['failed', end('failed'), 'failure pipeline-failed'],
    ['failed with warnings', end('failed', { warnings: true }), 'failure pipeline-failed'],
    [
      'failed: errors in the configuration',
      end('failed', { invalidConfiguration: true }),
      'failure gitlab-config-invalid',
    ],
    ['canceled', end('canceled'), 'cancelled pipeline-canceled'],
    ['skipped', end('skipped'), 'failure pipeline-skipped'],
    ['skipped with warnings', end('skipped', { warnings: true }), 'failure pipeline-skipped'],
    ['timed out', { how: 'timed-out' }, 'timed-out deadline'],
    ['interrupted', { how: 'interrupted' }, 'cancelled job-cancelled'],
    ['lost', { how: 'lost', reason: 'error-budget' }, 'lost error-budget'],
    ['refused', { how: 'lost', reason: 'watch-refused' }, 'lost watch-refused'],
    ['gone', { how: 'lost', reason: 'pipeline-gone' }, 'lost pipeline-gone'],
  ])('%s', (_, outcome, expected) => {
    const { verdict, reason } = judge(outcome);
    expect(`${verdict} ${reason}`).toBe(expected);
  });

  it.each(blocked)('%s is blocked', (status) => {
    expect(judge({ how: 'blocked', pipeline: pipeline({ status }) })).toEqual({
      verdict: 'blocked',
      reason: 'pipeline-blocked',
      pipelineStatus: status,
    });
  });

  it.each(ended)('%s tells the last status', (status) =>
    expect(judge(end(status)).pipelineStatus).toBe(status),
  );

  it('is a success for one ending alone', () => {
    const outcomes = [
      ...ended.map((status) => end(status)),
      { how: 'timed-out' },
      { how: 'interrupted' },
    ] as Outcome[];
    expect(outcomes.filter((outcome) => judge(outcome).verdict === 'success')).toEqual([end('success')]);
  });
});

describe('times', () => {
  const times = (startedAt: number | undefined, finishedAt: number | undefined) => {
    const { queuedSeconds, ranSeconds } = judge(
      end('success', { createdAt: created, startedAt, finishedAt }),
    );
    return [queuedSeconds, ranSeconds];
  };

  it.each([
    ['queued and run', created + 40_400, created + 100_000, [40, 60]],
    ['never started', undefined, created + 5, [undefined, undefined]],
    ['no end is told', created + 1_000, undefined, [1, undefined]],
    ['clocks that disagree', created - 5_000, created - 9_000, [0, 0]],
  ])('%s', (_, startedAt, finishedAt, expected) => expect(times(startedAt, finishedAt)).toEqual(expected));

  // The client says 0 when GitLab tells no `created_at`; the summary must not show a queue of 56 years.
  it('no creation is told', () => {
    const outcome = end('success', { createdAt: 0, startedAt: created, finishedAt: created + 1_000 });
    expect(judge(outcome).queuedSeconds).toBeUndefined();
  });
});
