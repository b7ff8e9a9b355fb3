import { describe, expect, it } from 'vitest';
import { run } from '../../src/modes/run.ts';
import { runByHead } from '../../src/modes/run-by-head.ts';
import { sweep } from '../../src/modes/sweep.ts';
import { trigger } from '../../src/modes/trigger.ts';
import type { Job } from '../../src/pipeline/pipeline.ts';
import { exitCode } from '../../src/report/exit.ts';
import { summaryOf } from '../../src/report/summary.ts';
import { alice, githubFailure, head, livePull, record, refEvent } from '../gate/build.ts';
import { gitlabFailure, job } from '../pipeline/build.ts';
import { ending, openStage, type Stage, type StageOptions } from './stage.ts';

const build = job({ name: 'build' });
const aws = (over: Partial<Job> = {}) => job({ name: 'test-aws', ...over });

/** A stage whose pull request has the label `test-aws`. */
async function labelled(jobs: readonly Job[] | undefined, options: StageOptions = {}): Promise<Stage> {
  const stage = await openStage(options);
  stage.github.pulls.set(42, livePull({ labels: ['test-aws'] }));
  stage.gitlab.jobs = jobs;
  return stage;
}

async function play(stage: Stage) {
  const result = await run(stage.ports);
  return {
    ending: ending(result),
    exit: exitCode(result, 'x'),
    result,
    last: stage.of('status').at(-1)?.replace('status drawbridge: ', ''),
    asked: stage.of('gitlab jobs').length,
  };
}

const notRun = 'failure: a selected test did not run, or not all of its jobs: test-aws';

describe('a pipeline that passed', () => {
  it('without a job for the selected test is red, and says which', async () => {
    const { ending, exit, last, asked } = await play(await labelled([build]));
    expect([ending, exit, last, asked]).toEqual(['allowed test-not-run failure none', 1, notRun, 1]);
  });

  it('with a job for it is green', async () => {
    const { ending, exit, asked } = await play(await labelled([build, aws()]));
    expect([ending, exit, asked]).toEqual(['allowed pipeline-success success none', 0, 1]);
  });

  it('names the test of which a job failed that may', async () => {
    const { ending, exit, last } = await play(await labelled([aws({ status: 'failed', mayFail: true })]));
    expect([ending, exit]).toEqual(['allowed pipeline-success-with-warnings success none', 0]);
    expect(last).toBe('success: private tests passed with warnings: test-aws (test-aws)');
  });

  it.each([
    ['a verdict that stands is asked too', {}],
    ['also where nobody waits', { wait: 'false' }],
  ])('%s', async (_, inputs) => {
    const before = await labelled([aws()]);
    await play(before);
    const stage = await labelled([build], { beside: before, inputs });
    const { ending, last } = await play(stage);
    expect([ending, last]).toEqual(['allowed test-not-run failure verdict', notRun]);
  });

  it('of all tests has to have a job for each that is listed', async () => {
    const inputs = { tests: 'test-aws: aws\ntest-do: do' };
    const all = async (jobs: readonly Job[]) => {
      const stage = await openStage({ inputs });
      stage.gitlab.jobs = jobs;
      return (await play(stage)).last;
    };
    expect(await all([job({ name: 'aws' })])).toBe(
      'failure: a selected test did not run, or not all of its jobs: do',
    );
    expect(await all([job({ name: 'aws' }), job({ name: 'do 1/2' })])).toBe(
      'success: private tests passed (test-all)',
    );
  });

  it('of all tests, where none is listed, passed by itself: nothing is asked', async () => {
    const stage = await openStage();
    stage.gitlab.jobs = [build];
    const { ending, asked, result } = await play(stage);
    expect([ending, asked]).toEqual(['allowed pipeline-success success none', 0]);
    expect(summaryOf(result)).not.toContain('not checked');
  });

  it('is believed with `test-jobs: none`, and the summary says so once', async () => {
    const { ending, asked, result } = await play(
      await labelled([build], { inputs: { 'test-jobs': 'none' } }),
    );
    expect([ending, asked]).toEqual(['allowed pipeline-success success none', 0]);
    expect(summaryOf(result).match(/not checked \(`test-jobs: none`\)/g)).toHaveLength(1);
  });

  it('is asked by the names that were given', async () => {
    const inputs = { 'test-jobs': 'test-aws: build' };
    expect((await play(await labelled([build], { inputs }))).exit).toBe(0);
    expect((await play(await labelled([aws()], { inputs }))).ending).toBe(
      'allowed test-not-run failure none',
    );
  });

  it('tells of jobs by the same answer', async () => {
    const { result, asked } = await play(await labelled([build, aws()], { inputs: { disclose: 'jobs' } }));
    expect([result.jobs, result.testResults, asked]).toEqual([
      { done: 2, failed: 0, all: 2 },
      { 'test-aws': 'success' },
      1,
    ]);
  });
});

describe('a pipeline that did not pass', () => {
  it('is not asked', async () => {
    const stage = await labelled([build]);
    stage.gitlab.courses = [
      [
        [0, 'running'],
        [60_000, 'failed'],
      ],
    ];
    const { ending, asked } = await play(stage);
    expect([ending, asked]).toEqual(['allowed pipeline-failed failure none', 0]);
  });
});

describe('an answer that is missing', () => {
  it.each([
    ['unavailable', 'gitlab-unavailable', 4],
    ['rate-limited', 'gitlab-rate-limited', 4],
    ['forbidden', 'gitlab-forbidden', 4],
    ['unauthorized', 'gitlab-token-refused', 4],
    ['not-found', 'pipeline-gone', 4],
  ] as const)('is never green: %s', async (kind, reason, times) => {
    const stage = await labelled([aws()]);
    stage.fail('gitlab jobs', gitlabFailure(kind, { mayHaveActed: false }));
    const { ending, exit, last, asked } = await play(stage);
    expect([ending, exit, last?.split(':')[0], asked]).toEqual([
      `allowed ${reason} lost none`,
      1,
      'error',
      times,
    ]);
  });

  it.each(['unavailable', 'forbidden', 'unauthorized', 'not-found', 'moved'] as const)(
    'is waited for a little: %s',
    async (kind) => {
      const stage = await labelled([aws()]);
      stage.fail('gitlab jobs', gitlabFailure(kind, { mayHaveActed: false }), 1);
      const { ending, asked } = await play(stage);
      expect([ending, asked]).toEqual(['allowed pipeline-success success none', 2]);
    },
  );

  it('and what is only told of jobs is left out', async () => {
    const stage = await openStage({ inputs: { disclose: 'jobs' } });
    stage.fail('gitlab jobs', gitlabFailure('unavailable'));
    const { exit, result, asked } = await play(stage);
    expect([exit, result.jobs, asked]).toEqual([0, undefined, 1]);
  });

  it('is not waited for where the job is cancelled', async () => {
    const stage = await labelled([aws()]);
    stage.on('gitlab jobs', () => stage.interrupt(), 2);
    stage.fail('gitlab jobs', gitlabFailure('unavailable'));
    const { ending, exit } = await play(stage);
    expect([ending, exit]).toEqual(['allowed job-cancelled cancelled none', 1]);
  });
});

describe('a replica that lags behind the end of the pipeline', () => {
  it('is asked again', async () => {
    const stage = await labelled([aws({ status: 'running' })]);
    stage.on('gitlab jobs', () => (stage.gitlab.jobs = [aws()]), 2);
    const { ending, asked } = await play(stage);
    expect([ending, asked]).toEqual(['allowed pipeline-success success none', 2]);
  });

  it('is not believed for ever: a bridge may not have waited', async () => {
    const { ending, asked } = await play(await labelled([aws({ bridge: true, downstream: 'running' })]));
    expect([ending, asked]).toEqual(['allowed test-not-run failure none', 4]);
  });
});

it('a release whose verdict stands is asked too', async () => {
  const options = {
    inputs: { mode: 'trigger', 'default-tests': 'test-aws' },
    run: { event: refEvent({ on: 'release', name: 'v1' }) },
  };
  const play = async (jobs: readonly Job[], beside?: Stage) => {
    const stage = await openStage({ ...options, ...(beside && { beside }) });
    stage.github.onBranch = () => true;
    stage.gitlab.jobs = jobs;
    return { stage, ending: ending(await trigger(stage.ports)) };
  };
  const { stage } = await play([aws()]);
  await stage.clock.sleep(120_000);
  expect((await play([aws()], stage)).ending).toBe('allowed pipeline-success success verdict');
  expect((await play([build], stage)).ending).toBe('allowed test-not-run failure verdict');
});

it('of several pull requests with one head, one whose test did not run makes the status red', async () => {
  const here = { sha: head, branch: 'feature/x', repository: 'acme/engine' };
  const event = {
    kind: 'workflow-run',
    action: 'requested',
    head: here,
    sender: alice,
    rerunner: undefined,
  } as const;
  const stage = await openStage({ inputs: { 'settle-seconds': '0' }, run: { event } });
  stage.github.pushes = record([alice, head]);
  for (const [number, label] of [
    [42, 'test-aws'],
    [43, 'test-do'],
  ] as const)
    stage.github.pulls.set(number, livePull({ number, head: here, labels: [label] }));
  stage.gitlab.jobs = [aws()];
  expect(ending(await runByHead(stage.ports, event))).toBe('allowed test-not-run failure none');
  expect(stage.of('status').at(-1)).toContain(
    'failure: a selected test did not run, or not all of its jobs: test-do',
  );
});

describe('a sweep', () => {
  async function swept(jobs: readonly Job[], prepare: (stage: Stage) => void = () => {}) {
    const lost = await labelled([aws()]);
    lost.fail('status drawbridge: success', githubFailure('unavailable'));
    lost.fail('status drawbridge: error', githubFailure('unavailable'));
    await run(lost.ports);
    await lost.clock.sleep(3 * 3_600_000);
    const stage = await openStage({
      inputs: { mode: 'sweep' },
      run: { event: { kind: 'schedule' } },
      beside: lost,
    });
    stage.gitlab.jobs = jobs;
    prepare(stage);
    return { ending: ending(await sweep(stage.ports)), statuses: stage.of('status') };
  }

  it('asks before it tells a success', async () => {
    expect((await swept([aws()])).statuses).toEqual([
      'status drawbridge: success: private tests passed (test-aws)',
    ]);
    expect((await swept([build])).statuses).toEqual([`status drawbridge: ${notRun}`]);
  });

  it('leaves to the next one what GitLab does not tell', async () => {
    const silent = (stage: Stage) => stage.fail('gitlab jobs', gitlabFailure('unavailable'));
    expect(await swept([aws()], silent)).toEqual({ ending: 'allowed sweep-incomplete', statuses: [] });
  });
});
