import { describe, expect, it } from 'vitest';
import { countJobs, discloseJobs, resultsOf } from '../../src/report/jobs.ts';
import { openStage } from '../modes/stage.ts';
import { gitlabFailure, job } from '../pipeline/build.ts';

const jobs = [
  job({ name: 'unit', status: 'success' }),
  job({ name: 'private-job', status: 'failed' }),
  job({ name: 'load 1/2', status: 'running' }),
  job({ name: 'load 2/2', status: 'success' }),
];

async function disclosed(disclose: string) {
  const stage = await openStage({
    inputs: { disclose, tests: 'test-unit: unit\ntest-load: load\ntest-x: x' },
  });
  stage.gitlab.jobs = jobs;
  return { told: await discloseJobs(stage.ports, 100, ['unit']), stage };
}

describe('what is told of jobs', () => {
  it('nothing, unless it is wanted; GitLab is not even asked', async () => {
    const { told, stage } = await disclosed('status');
    expect([told, stage.of('gitlab')]).toEqual([{}, []]);
  });

  it('how many are done', async () =>
    expect((await disclosed('counts')).told).toEqual({ jobs: { done: 3, all: 4 } }));

  it('how each test ended, by its public id alone', async () => {
    const { told } = await disclosed('jobs');
    expect(told).toEqual({ jobs: { done: 3, all: 4 }, testResults: { unit: 'success', load: 'running' } });
    expect(JSON.stringify(told)).not.toContain('private');
  });

  it('nothing, when GitLab does not tell', async () => {
    const stage = await openStage({ inputs: { disclose: 'jobs' } });
    stage.fail('gitlab jobs', gitlabFailure('unavailable'));
    expect(await discloseJobs(stage.ports, 100, ['unit'])).toEqual({});
  });
});

describe('the result of a test', () => {
  const of = (...statuses: Parameters<typeof job>[0][]) => resultsOf(statuses.map(job), ['unit'])['unit'];
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

  it('counts what has ended', () => {
    expect(countJobs([])).toEqual({ done: 0, all: 0 });
    expect(countJobs([unit('skipped'), unit('canceled'), unit('running')].map(job))).toEqual({
      done: 2,
      all: 3,
    });
  });
});
