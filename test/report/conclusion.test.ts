/** What came of a pipeline: a pass is a success only if its jobs show that the selected tests ran. */
import { describe, expect, it } from 'vitest';
import { ServiceFailure } from '../../src/net/failure.ts';
import type { Job } from '../../src/pipeline/pipeline.ts';
import type { Outcome } from '../../src/pipeline/watch.ts';
import { askRan, type ConclusionPorts, verdictOn } from '../../src/report/conclusion.ts';
import type { Disclose } from '../../src/report/jobs.ts';
import type { TestJobs } from '../../src/report/test-jobs.ts';
import { type ended, gitlabFailure, job, pipeline } from '../pipeline/build.ts';
import { virtualClock } from '../world/clock.ts';

type Answer = readonly Job[] | ServiceFailure;
const end = (status: (typeof ended)[number]): Outcome => ({
  how: 'ended',
  pipeline: { ...pipeline(), status },
});
const [success, failed] = [end('success'), end('failed')];

/** GitLab that gives these answers one after the other, the last one for ever. */
function gitlab(answers: readonly Answer[], over: { disclose?: Disclose; testJobs?: TestJobs } = {}) {
  const clock = virtualClock();
  const controller = new AbortController();
  let asked = 0;
  const ports: ConclusionPorts = {
    settings: {
      selection: { prefix: 'test-', tests: undefined, defaultTests: ['test-all'], allLabel: 'test-all' },
      ...{ testJobs: new Map(), disclose: 'status', ...over },
    },
    gitlab: {
      jobs: async () => {
        const answer = answers[Math.min(asked, answers.length - 1)] ?? [];
        asked += 1;
        if (answer instanceof ServiceFailure) throw answer;
        return answer;
      },
    },
    clock,
    interrupted: controller.signal,
  };
  const abort = () => controller.abort();
  return { ports, clock, abort, asked: () => asked };
}

const dns = (status: Job['status']) => [job({ name: 'dns', status })];
const outage = gitlabFailure('unavailable');

describe('before a success', () => {
  it.each<[string, readonly Answer[], string, readonly number[]]>([
    ['the jobs of a test passed', [dns('success')], 'success pipeline-success', []],
    ['one of them failed', [dns('failed')], 'failure pipeline-failed', []],
    ['there are none', [[]], 'failure test-not-run', []],
    [
      'one is on its way, as a replica says',
      [dns('running'), dns('success')],
      'success pipeline-success',
      [5],
    ],
    ['it stays on its way', [dns('running')], 'failure test-not-run', [5, 15, 40]],
    [
      'GitLab does not answer at first',
      [outage, outage, dns('success')],
      'success pipeline-success',
      [5, 15],
    ],
    ['nor later', [outage], 'lost gitlab-unavailable', [5, 15, 40]],
    [
      'it asks for a minute',
      [gitlabFailure('rate-limited', { retryAfterMs: 60_000 }), dns('success')],
      ...(['success pipeline-success', [60]] as const),
    ],
    [
      'it asks for more than that',
      [gitlabFailure('rate-limited', { retryAfterMs: 60_001 })],
      ...(['lost gitlab-rate-limited', []] as const),
    ],
    [
      'a replica does not know it yet',
      [gitlabFailure('not-found'), dns('success')],
      'success pipeline-success',
      [5],
    ],
    ['it is not there', [gitlabFailure('not-found')], 'lost pipeline-gone', [5, 15, 40]],
  ])('%s', async (_, answers, expected, slept) => {
    const { ports, clock } = gitlab(answers);
    const { verdict, reason } = await verdictOn(ports, 100, ['dns'], success);
    expect(`${verdict} ${reason}`).toBe(expected);
    expect(clock.slept.map((ms) => ms / 1000)).toEqual(slept);
    const ran = await askRan(gitlab(answers).ports, 100, ['dns'], success);
    expect(ran.known && ran.value.ran === 'passed').toBe(verdict === 'success');
  });

  it('a job that is cancelled meanwhile waits for no answer', async () => {
    const { ports, clock, abort } = gitlab([dns('running')]);
    clock.at(2_000, abort);
    expect(await verdictOn(ports, 100, ['dns'], success)).toMatchObject({ reason: 'job-cancelled' });
    expect(clock.elapsed()).toBe(2_000);
  });
});

describe('jobs are read', () => {
  it.each<[string, Outcome, Parameters<typeof gitlab>[1], readonly string[], number]>([
    ['once, for the selected tests and for what is told', success, { disclose: 'jobs' }, ['dns'], 1],
    ['for what is told', failed, { disclose: 'counts' }, ['dns'], 1],
    ['never before another verdict of which nothing is told', failed, {}, ['dns'], 0],
    ['never where there is nothing to show', success, {}, ['test-all'], 0],
    ['never where nothing is known of them', success, { testJobs: 'none' }, ['dns'], 0],
    ['never where no end was seen', { how: 'timed-out' }, {}, ['dns'], 0],
  ])('%s', async (_, outcome, over, tests, times) => {
    const { ports, asked } = gitlab([dns('success')], over);
    await verdictOn(ports, 100, tests, outcome);
    expect(asked()).toBe(times);
    const alone = gitlab([dns('success')], over);
    await askRan(alone.ports, 100, tests, outcome);
    expect(alone.asked()).toBe(outcome === success ? times : 0);
  });

  it('once more only where a success hangs on them', async () => {
    const { ports, asked } = gitlab([outage], { disclose: 'counts' });
    expect(await verdictOn(ports, 100, ['dns'], failed)).toMatchObject({ reason: 'pipeline-failed' });
    expect(asked()).toBe(1);
  });

  it('not for what is told where the runner has cancelled the job', async () => {
    const { ports, asked, abort } = gitlab([dns('failed')], { disclose: 'counts' });
    abort();
    expect(await verdictOn(ports, 100, ['dns'], failed)).not.toHaveProperty('jobs');
    expect(asked()).toBe(0);
  });
});

describe('what is told beside the verdict', () => {
  it.each<[Disclose, object]>([
    ['status', {}],
    ['counts', { jobs: { done: 1, failed: 0, all: 1 } }],
    ['jobs', { jobs: { done: 1, failed: 0, all: 1 }, testResults: { dns: 'success' }, testSeconds: {} }],
  ])('with `disclose: %s`', async (disclose, told) => {
    const { ports } = gitlab([dns('success')], { disclose });
    expect(await verdictOn(ports, 100, ['dns'], success)).toEqual({
      ...{ verdict: 'success', reason: 'pipeline-success', pipelineStatus: 'success', ...told },
    });
  });

  it.each<[Outcome, TestJobs, true | undefined]>([
    [success, 'none', true],
    [success, new Map(), undefined],
    [failed, 'none', undefined],
    [{ how: 'timed-out' }, 'none', undefined],
  ])('a success that nobody has checked says so (%#)', async (outcome, testJobs, unchecked) => {
    const { ports } = gitlab([dns('success')], { testJobs });
    expect((await verdictOn(ports, 100, ['dns'], outcome)).unchecked).toBe(unchecked);
  });
});

it('a pass that has nothing to show stays one where GitLab does not tell what would be disclosed', async () => {
  const { ports } = gitlab([outage], { disclose: 'counts' });
  expect(await verdictOn(ports, 100, ['test-all'], success)).toMatchObject({ verdict: 'success' });
});

it('a pass that has nothing to show has shown it', async () => {
  const { ports } = gitlab([outage]);
  expect(await askRan(ports, 100, ['test-all'], success)).toEqual({
    ...{ known: true, value: { ran: 'passed', warned: [] } },
  });
});
