import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../src/facts/fact.ts';
import type { Outcome } from '../../src/pipeline/watch.ts';
import type { Ran } from '../../src/report/ran.ts';
import { judge } from '../../src/report/verdict.ts';
import { blocked, created, ended, pipeline } from '../pipeline/build.ts';

type Ended = Extract<Outcome, { how: 'ended' }>;
const end = (status: Ended['pipeline']['status'], over: Parameters<typeof pipeline>[0] = {}): Outcome => ({
  how: 'ended',
  pipeline: { ...pipeline(over), status },
});

/** All selected tests ran. */
const ran = known<Ran>({ ran: 'passed', warned: [] });

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
    [
      'canceled, with such errors',
      end('canceled', { invalidConfiguration: true }),
      'cancelled pipeline-canceled',
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
    const { verdict, reason } = judge(outcome, ran);
    expect(`${verdict} ${reason}`).toBe(expected);
  });

  it.each(blocked)('%s is blocked', (status) => {
    expect(judge({ how: 'blocked', pipeline: pipeline({ status }) }, ran)).toEqual({
      verdict: 'blocked',
      reason: 'pipeline-blocked',
      pipelineStatus: status,
    });
  });

  it.each(ended)('%s tells the last status', (status) =>
    expect(judge(end(status), ran).pipelineStatus).toBe(status),
  );

  it('is a success for one ending alone', () => {
    const outcomes = [
      ...ended.map((status) => end(status)),
      { how: 'timed-out' },
      { how: 'interrupted' },
    ] as Outcome[];
    expect(outcomes.filter((outcome) => judge(outcome, ran).verdict === 'success')).toEqual([end('success')]);
  });
});

describe('a pipeline that passed', () => {
  const shown = (value: Ran, over: Parameters<typeof end>[1] = {}) => {
    const { verdict, reason, missingTests, warnedTests } = judge(end('success', over), known(value));
    return [verdict, reason, missingTests ?? warnedTests];
  };

  it.each<[string, Ran, readonly unknown[]]>([
    ['all tests ran', { ran: 'passed', warned: [] }, ['success', 'pipeline-success', undefined]],
    [
      'one has a job that may fail and did',
      { ran: 'passed', warned: ['dns'] },
      ['success', 'pipeline-success-with-warnings', ['dns']],
    ],
    ['one failed in a pipeline below', { ran: 'failed' }, ['failure', 'pipeline-failed', undefined]],
    ['one did not run', { ran: 'missing', missing: ['dns'] }, ['failure', 'test-not-run', ['dns']]],
  ])('%s', (_, value, expected) => {
    expect(shown(value)).toEqual(expected);
    if (value.ran !== 'passed') expect(shown(value, { warnings: true })).toEqual(expected);
  });

  it.each([
    ['gitlab-unavailable', 'lost'],
    ['gitlab-forbidden', 'lost'],
    ['job-cancelled', 'cancelled'],
  ] as const)('is none where it is not known whether the tests ran: %s', (reason, verdict) =>
    expect(judge(end('success'), unknown(reason))).toMatchObject({ reason, verdict }),
  );
});

describe('times', () => {
  const times = (startedAt: number | undefined, finishedAt: number | undefined) => {
    const { queuedSeconds, ranSeconds } = judge(
      end('success', { createdAt: created, startedAt, finishedAt }),
      ran,
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
    expect(judge(outcome, ran).queuedSeconds).toBeUndefined();
  });
});
