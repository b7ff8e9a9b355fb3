import { describe, expect, it } from 'vitest';
import { countJobs, type Disclose, disclosed, resultsOf, secondsOf } from '../../src/report/jobs.ts';
import { job } from '../pipeline/build.ts';

const jobs = [
  job({ name: 'unit', status: 'success' }),
  job({ name: 'private-job', status: 'failed' }),
  job({ name: 'load 1/2', status: 'running' }),
  job({ name: 'load 2/2', status: 'success' }),
];

const rules = {
  selection: {
    prefix: 'test-',
    tests: new Map([
      ['test-unit', 'unit'],
      ['test-load', 'load'],
      ['test-x', 'x'],
    ]),
    defaultTests: ['test-all'],
    allLabel: 'test-all',
  },
  testJobs: new Map<string, readonly string[]>(),
};
const told = (disclose: Disclose) => disclosed(jobs, ['unit'], { ...rules, disclose });

describe('what is told of jobs', () => {
  it('nothing, unless it is wanted', () => expect(told('status')).toEqual({}));

  it('how many are done', () => expect(told('counts')).toEqual({ jobs: { done: 3, failed: 1, all: 4 } }));

  it('how each test ended, by its public id alone', () => {
    expect(told('jobs')).toEqual({
      jobs: { done: 3, failed: 1, all: 4 },
      testResults: { unit: 'success', load: 'running' },
      testSeconds: {},
    });
    expect(JSON.stringify(told('jobs'))).not.toContain('private');
  });

  it('the selected tests alone, where no others are listed', () => {
    const selection = { ...rules.selection, tests: undefined };
    expect(disclosed(jobs, ['unit', 'x'], { ...rules, selection, disclose: 'jobs' }).testResults).toEqual({
      unit: 'success',
    });
  });

  it('a job of another name that `test-jobs` gives to a test, by the id of the test', () => {
    const testJobs = new Map([['unit', ['private-*']]]);
    expect(resultsOf(jobs, ['unit'], { ...rules, testJobs })).toEqual({ unit: 'failed' });
  });
});

describe('the result of a test', () => {
  const of = (...statuses: Parameters<typeof job>[0][]) =>
    resultsOf(statuses.map(job), ['unit'], rules)['unit'];
  const unit = (status: 'success' | 'failed' | 'skipped' | 'running' | 'canceled', name = 'unit') => ({
    name,
    status,
  });

  it.each([
    ['one job', [unit('success')], 'success'],
    ['no job', [], undefined],
    ['the worst of several', [unit('skipped'), unit('success'), unit('failed')], 'failed'],
    ['failed is worse than cancelled', [unit('canceled'), unit('failed')], 'failed'],
    ['one that runs is not good yet', [unit('success'), unit('running')], 'running'],
    ['parallel jobs', [unit('success', 'unit 1/2'), unit('failed', 'unit 2/2')], 'failed'],
    ['a matrix', [unit('failed', 'unit: [linux, 24]')], 'failed'],
    [
      'no job of another name',
      [unit('failed', 'unit-tests'), unit('failed', 'unit private'), unit('failed', 'my unit')],
      undefined,
    ],
  ])('%s', (_, list, expected) => expect(of(...list)).toBe(expected));

  it('is not told where it has no job', () => expect(resultsOf([], ['unit'], rules)).toStrictEqual({}));

  it('counts what has ended', () => {
    expect(countJobs([])).toEqual({ done: 0, failed: 0, all: 0 });
    expect(countJobs([unit('skipped'), unit('canceled'), unit('running')].map(job))).toEqual({
      done: 2,
      failed: 0,
      all: 3,
    });
  });
});

describe('how long a test took', () => {
  const timed = (name: string, startedAt?: number, finishedAt?: number) => ({
    ...job({ name }),
    ...(startedAt !== undefined && { startedAt }),
    ...(finishedAt !== undefined && { finishedAt }),
  });

  it.each([
    ['one job', [timed('unit', 1_000, 61_400)], 60],
    [
      'parallel jobs, from the first start to the last end',
      [timed('unit 1/2', 0, 50_000), timed('unit 2/2', 9_000, 70_000)],
      70,
    ],
    ['one that has not ended', [timed('unit', 0, 50_000), timed('unit 2/2', 9_000)], undefined],
    ['one that has not begun', [timed('unit')], undefined],
    ['clocks that disagree', [timed('unit', 5_000, 4_000)], 0],
    ["nobody else's", [timed('private-job', 0, 1_000)], undefined],
  ])('%s', (_, list, expected) => expect(secondsOf(list, ['unit'], rules)['unit']).toBe(expected));
});
