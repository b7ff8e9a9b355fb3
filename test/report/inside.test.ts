/** The verdict of a pipeline as one of its jobs finds and tells it, on a GitHub and a GitLab in memory. */
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { known } from '../../src/facts/fact.ts';
import { ServiceFailure } from '../../src/net/failure.ts';
import type { Job } from '../../src/pipeline/pipeline.ts';
import { claimIn, claimingUrl, digestOf, type Tests } from '../../src/report/claim.ts';
import { type Asker, judgeFromInside, tellFromInside } from '../../src/report/inside.ts';
import type { OwnRequest } from '../../src/report/own-status.ts';
import { includes } from '../../src/report/precedence.ts';
import type { Result } from '../../src/report/result.ts';
import { isHeldBack, type StandingStatus } from '../../src/report/status.ts';
import { voiceOf } from '../../src/report/voice.ts';
import { githubFailure, livePull } from '../gate/build.ts';
import { gitlabFailure, job } from '../pipeline/build.ts';
import { exploring } from '../properties.ts';
import { notedCalls } from '../world/calls.ts';
import { virtualClock } from '../world/clock.ts';
import { githubClient, githubWorld, type WrittenStatus } from '../world/github.ts';
import { commit } from './build.ts';

const rules = {
  selection: {
    ...{ prefix: 'test-', allLabel: 'test-all', defaultTests: [] },
    tests: new Map(['test-dns', 'test-aws'].map((id) => [id, id])),
  },
  testJobs: new Map<string, readonly string[]>(),
};
const minutes = 60_000;
const limitsOf = (clock = virtualClock(), forMs = 15 * minutes) => ({
  ...{ clock, until: clock.now() + forMs, interrupted: new AbortController().signal },
});

type Look = readonly Job[] | ServiceFailure;
const own = job({ name: 'report', status: 'running' });

/** How it goes where GitLab gives these answers one after the other, the last one for ever. */
async function judged(
  looks: readonly Look[],
  tests: readonly string[] = ['test-dns'],
  testJobs = rules.testJobs,
  why: Partial<Asker> = {},
) {
  const clock = virtualClock();
  const rest = [...looks];
  const jobs = async () => {
    const look = (rest.length > 1 ? rest.shift() : rest[0]) ?? [];
    if (look instanceof ServiceFailure) throw look;
    return look;
  };
  const asker = { name: 'report', alike: [], afterFailure: false, ...why };
  const fact = await judgeFromInside(jobs, asker, tests, { ...rules, testJobs }, limitsOf(clock));
  const { verdict, reason } = fact.known ? fact.value : { verdict: 'unknown', reason: fact.reason };
  return { said: `${verdict} ${reason}`, slept: clock.slept.map((ms) => ms / 1000), fact, clock };
}

const dns = (status: Job['status'], mayFail = false) => job({ name: 'dns', status, mayFail });
const aws = (status: Job['status']) => job({ name: 'test-aws', status });
const build = (status: Job['status'], mayFail = false) => job({ name: 'build', status, mayFail });

describe('the verdict by the other jobs', () => {
  it.each<[string, Look[], string]>([
    ['all passed', [[build('success'), dns('success'), own]], 'success pipeline-success'],
    [
      'the own job is left out, whatever it did before',
      [[dns('success'), { ...own, status: 'failed' }]],
      'success pipeline-success',
    ],
    ['a test failed', [[build('success'), dns('failed'), own]], 'failure pipeline-failed'],
    ['a test failed that may', [[dns('failed', true), own]], 'success pipeline-success-with-warnings'],
    [
      'another job failed that may',
      [[build('failed', true), dns('success'), own]],
      'success pipeline-success-with-warnings',
    ],
    ['another job failed', [[build('failed'), dns('success'), own]], 'failure pipeline-failed'],
    ['the test was not there', [[build('success'), own]], 'failure test-not-run'],
    [
      'the test is a trigger job, which is not shown',
      [[build('success'), aws('success'), own]],
      'failure test-not-run',
    ],
    [
      'it is shown',
      [[job({ name: 'dns', bridge: true, downstream: 'success' }), own]],
      'success pipeline-success',
    ],
    [
      'it is shown, of our own name',
      [[job({ name: 'report', bridge: true, status: 'failed' }), dns('success'), own]],
      'failure pipeline-failed',
    ],
    ['the test was skipped', [[build('success'), dns('skipped'), own]], 'failure test-not-run'],
    [
      'the test is manual and may be skipped',
      [[build('success'), dns('manual', true), own]],
      'failure test-not-run',
    ],
    ['a manual job holds the pipeline', [[build('success'), dns('manual'), own]], 'blocked pipeline-blocked'],
    ['somebody cancelled it', [[build('success'), dns('canceled'), own]], 'cancelled pipeline-canceled'],
    ['nothing ran', [[own]], 'failure pipeline-skipped'],
    ['everything was skipped', [[build('skipped'), dns('skipped'), own]], 'failure pipeline-skipped'],
    [
      'the job that asks is not in the list',
      [[build('success'), dns('success')]],
      'unknown report-jobs-unseen',
    ],
    ['the list is empty', [[]], 'unknown report-jobs-unseen'],
  ])('%s', async (_, looks, expected) => expect((await judged(looks)).said).toBe(expected));

  it('all tests are every known one', async () => {
    const all = ['test-all'];
    expect((await judged([[dns('success'), aws('success'), own]], all)).said).toBe(
      'success pipeline-success',
    );
    const { fact } = await judged([[dns('success'), own]], all);
    expect(fact.known && fact.value.missingTests).toEqual(['test-aws']);
  });

  it.each<[string, Look[], string]>([
    [
      'a job that is not shown, whatever is',
      [[build('success'), dns('success'), own]],
      'failure pipeline-failed',
    ],
    ['a job that kept the test from running', [[dns('skipped'), own]], 'failure pipeline-failed'],
    ['a job before one was cancelled', [[dns('canceled'), own]], 'failure pipeline-failed'],
    ['a job that is shown', [[dns('failed'), own]], 'failure pipeline-failed'],
    ['a job while another one holds the pipeline', [[dns('manual'), own]], 'blocked pipeline-blocked'],
    [
      'a job that was started again, and failed again',
      [
        [dns('running'), own],
        [dns('failed'), own],
      ],
      'failure pipeline-failed',
    ],
    [
      'a job that was started again, and passed: the other report tells it',
      [
        [dns('running'), own],
        [dns('success'), own],
      ],
      'unknown report-retried',
    ],
  ])('after a failure of %s', async (_, looks, expected) => {
    expect((await judged(looks, ['test-dns'], rules.testJobs, { afterFailure: true })).said).toBe(expected);
  });

  it('neither waits for another report nor counts it', async () => {
    const report = (status: Job['status']) => job({ name: 'report-failure', status, mayFail: true });
    for (const status of ['running', 'created', 'failed', 'skipped'] as const) {
      const looks = [[dns('success'), report(status), own]];
      const { said, slept } = await judged(looks, ['test-dns'], rules.testJobs, {
        alike: ['report-failure'],
      });
      expect([said, slept]).toEqual(['success pipeline-success', []]);
    }
    const alone = await judged([[report('success'), own]], [], rules.testJobs, { alike: ['report-failure'] });
    expect(alone.said).toBe('failure pipeline-skipped');
    // A test of that name is not seen then, and a trigger job is none that reports.
    const named = [
      { ...dns('success'), name: 'test-aws' },
      job({ name: 'dns', bridge: true, status: 'failed' }),
      own,
    ];
    const both = await judged([named], ['test-aws'], rules.testJobs, { alike: ['test-aws', 'dns'] });
    expect(both.said).toBe('failure pipeline-failed');
  });

  it('waits for jobs that are under way, and for GitLab', async () => {
    const running = [dns('running'), own];
    const { said, slept } = await judged([
      running,
      gitlabFailure('unavailable'),
      running,
      [dns('success'), own],
    ]);
    expect([said, slept]).toEqual(['success pipeline-success', [5, 1, 10]]);
  });

  it('is not known where one runs on, or GitLab is silent, until the hour', async () => {
    const late = await judged([[dns('running'), own]]);
    expect(late.said).toBe('unknown report-jobs-running');
    const silent = await judged([gitlabFailure('unavailable')]);
    expect(silent.said).toBe('unknown gitlab-unavailable');
    for (const { clock } of [late, silent]) {
      expect(clock.elapsed()).toBeGreaterThan(13 * minutes);
      expect(clock.elapsed()).toBeLessThanOrEqual(15 * minutes);
    }
  });
});

const server = 'https://github.com';
const runUrl = `${server}/acme/engine/actions/runs/7`;
const ending = '0123456789ab';
const request: OwnRequest = {
  ...{ server, repository: 'acme/engine', commit, pull: 42, ending },
  ...{ tests: ['test-dns'], all: false },
};
const key = `acme/engine#42@${commit}:${ending}`;
const linkOf = (pull: number, ids: readonly string[], of: string | null = key): string =>
  claimingUrl(runUrl, { pull, tests: digestOf({ ids, all: false }), full: true }, of ?? undefined);
const detached = 'private tests are running; the verdict will follow (test-dns)';
const waiting = { state: 'pending', description: detached, targetUrl: linkOf(42, ['test-dns']) } as const;
const passed: Result = {
  ...{ decision: 'allowed', commit, tests: ['test-dns'] },
  ...{ verdict: 'success', reason: 'pipeline-success' },
};
const failed: Result = { ...passed, verdict: 'failure', reason: 'pipeline-failed' };

/** A GitHub with these statuses, oldest first. */
function github(statuses: readonly Partial<WrittenStatus>[] = [waiting]) {
  const world = githubWorld();
  for (const one of statuses)
    world.statuses.push({ commit, context: 'drawbridge', at: 0, ...waiting, ...one });
  const calls = notedCalls();
  const clock = virtualClock();
  const tell = async (result: Result, limits = limitsOf(clock)) => {
    const told = await tellFromInside(
      githubClient(world, calls.carry),
      'drawbridge',
      request,
      result,
      limits,
    );
    return told.known ? told.value : told.reason;
  };
  const written = () =>
    world.statuses
      .slice(statuses.length)
      .map(({ context, state, description }) => `${context} ${state}: ${description}`);
  return { world, tell, written, clock, ...calls };
}

describe('telling', () => {
  it('a verdict is written once, in the words of the action, with the link as it stands', async () => {
    const { tell, written, world } = github();
    expect(await tell(failed)).toBe('told');
    expect(await tell(failed)).toBe('told');
    expect(await tell(passed)).toBe('told');
    expect(await tell(passed)).toBe('told');
    expect(written()).toEqual([
      'drawbridge failure: private tests failed (test-dns)',
      'drawbridge success: private tests passed (test-dns)',
    ]);
    expect(new Set(world.statuses.map(({ targetUrl }) => targetUrl))).toEqual(new Set([waiting.targetUrl]));
  });

  it.each<[string, Partial<ReturnType<typeof livePull>> | undefined, string]>([
    ['is open and ready', {}, 'told'],
    ['is closed', { open: false }, 'left'],
    ['is a draft', { draft: true }, 'left'],
    ['has another head', { head: { ...livePull().head, sha: 'b'.repeat(40) as typeof commit } }, 'left'],
    ['is not there', undefined, 'left'],
  ])('a pass of a pull request that %s', async (_, over, expected) => {
    const { tell, world, written } = github();
    if (over === undefined) world.pulls.delete(42);
    else world.pulls.set(42, livePull(over));
    expect(await tell(passed)).toBe(expected);
    expect(written()).toHaveLength(expected === 'told' ? 1 : 0);
    expect(await tell(failed)).toBe('told');
  });

  it.each<[string, Partial<ReturnType<typeof livePull>>, string]>([
    ['is open', {}, 'left'],
    ['is a draft: what that means, the action knows', { draft: true }, 'left'],
    ['is closed', { open: false }, 'told'],
  ])('a pass where another pull request has claimed the commit that %s', async (_, over, expected) => {
    const { tell, world, written } = github([{ targetUrl: linkOf(43, [], null) }, waiting]);
    world.pulls.set(43, livePull({ number: 43, ...over }));
    expect(await tell(passed)).toBe(expected);
    expect(written()).toHaveLength(expected === 'told' ? 1 : 0);
    expect(await tell(failed)).toBe('told');
    // Over the failure it says that the verdict will follow; the sweep finds that.
    expect(await tell(passed)).toBe(expected);
    expect(written().at(-1)).toBe(
      expected === 'told'
        ? 'drawbridge success: private tests passed (test-dns)'
        : `drawbridge pending: ${detached}`,
    );
    const told = written().length;
    expect(await tell(passed)).toBe(expected);
    expect(written()).toHaveLength(told);
  });

  it('a run on request has its own context, and answers nobody else', async () => {
    const { tell, written, world } = github([
      { targetUrl: linkOf(43, [], null) },
      { context: 'drawbridge/test' },
    ]);
    world.pulls.set(43, livePull({ number: 43 }));
    expect(await tell(passed)).toBe('told');
    expect(written()).toEqual(['drawbridge/test success: private tests passed (test-dns)']);
  });

  it('the status of a newer request is left alone', async () => {
    const { tell, written } = github([
      waiting,
      { targetUrl: linkOf(42, ['test-dns'], key.replace('0', 'f')) },
    ]);
    expect(await tell(passed)).toBe('not-ours');
    expect(await tell(failed)).toBe('not-ours');
    expect(written()).toEqual([]);
  });

  it('where a run has claimed and made no request yet, that is waited for', async () => {
    const claim = { ...waiting, targetUrl: linkOf(42, ['test-dns'], null) };
    const soon = github([claim]);
    soon.clock.at(20_000, () =>
      soon.world.statuses.push({ commit, context: 'drawbridge', at: 0, ...waiting }),
    );
    expect(await soon.tell(passed)).toBe('told');
    const never = github([claim]);
    expect(await never.tell(passed)).toBe('not-ours');
    expect(never.clock.elapsed()).toBe(120_000);
  });

  it.each<[string, string]>([
    ['history', 'github-unavailable'],
    ['pull 42', 'github-unavailable'],
    ['status drawbridge', 'status-undelivered'],
  ])('an outage of %s is borne until the hour, and is no verdict', async (line, reason) => {
    const { tell, fail, written, clock } = github();
    fail(line, githubFailure('unavailable', 502), 1);
    fail(line, githubFailure('rate-limited', 429), 2);
    expect(await tell(passed)).toBe('told');
    expect(written()).toHaveLength(1);
    const before = clock.elapsed();
    const late = github();
    late.fail(line, githubFailure('unavailable', 502));
    expect(await late.tell(passed)).toBe(reason);
    expect(late.written()).toEqual([]);
    expect(before).toBeLessThan(10_000);
    expect(late.clock.elapsed()).toBeGreaterThan(13 * minutes);
    expect(late.clock.elapsed()).toBeLessThanOrEqual(15 * minutes);
  });

  it('a line that GitHub took though its answer was lost is not written again', async () => {
    const { tell, fail, written } = github();
    fail('status drawbridge', githubFailure('unavailable', 502), 1, 'after');
    expect(await tell(passed)).toBe('told');
    expect(written()).toHaveLength(1);
  });

  it('a token that may not is told at once', async () => {
    const { tell, fail, clock } = github();
    fail('status drawbridge', githubFailure('forbidden', 403));
    expect(await tell(passed)).toBe('status-not-written');
    expect(clock.elapsed()).toBe(0);
  });

  it('a claim that came in between is seen', async () => {
    const { tell, on, world, written } = github();
    const claim = { commit, context: 'drawbridge', at: 1, ...waiting, targetUrl: linkOf(43, [], null) };
    on('status drawbridge', () => world.statuses.push(claim));
    expect(await tell(passed)).toBe('left');
    expect(written().at(-1)).toBe(`drawbridge pending: ${detached}`);
  });
});

describe('beside runs of the action', () => {
  /** A run of the action on this commit. It waits for its pipeline, and that passes or fails. */
  interface Other {
    readonly pull: number;
    readonly ids: readonly string[];
    readonly passes: boolean;
  }
  const anyOther: fc.Arbitrary<Other> = fc.record({
    pull: fc.constantFrom(42, 43),
    ids: fc.constantFrom(['test-dns'], ['test-aws'], ['test-aws', 'test-dns']),
    passes: fc.boolean(),
  });

  it('what is green at rest covers what is asked for, whatever the order of the calls', async () => {
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), anyOther, fc.boolean(), async (order, other, passes) => {
        const written: StandingStatus[] = [{ context: 'drawbridge', at: 0, ...waiting }];
        const call = <A extends unknown[], T>(act: (...args: A) => T) =>
          order.scheduleFunction(async (...args: A) => act(...args));
        const client = {
          statuses: async () => [],
          history: call((_: string) => written.toReversed()),
          setStatus: call((_: string, status: Omit<StandingStatus, 'at'>) => {
            written.push({ ...status, at: written.length });
          }),
          pull: call((number: number) => livePull({ number })),
        };
        // Pull request 42 asks for other tests now, where the other run is its own.
        const asked = new Map<number, Tests>([
          [42, { ids: request.tests, all: false }],
          [other.pull, { ids: other.ids, all: false }],
        ]);
        const claims = {
          ...{ context: 'drawbridge', drafts: false },
          wants: async ({ number }: { readonly number: number }) => known(asked.get(number)),
        };
        const log = { info: () => {}, warning: () => {} };
        const ports = { github: client, claims, log, clock: virtualClock(), memory: { save: () => {} } };
        const speaker = { pull: other.pull, context: 'drawbridge', runUrl: `${runUrl}1`, requiresAll: false };
        const voice = voiceOf({ ...ports, claims: { ...claims, own: other.pull } }, speaker);
        const result: Result = { decision: 'allowed', reason: 'starting', commit, tests: other.ids };
        const keyed = { ...result, key: key.replace('0123456789ab', 'ffffffffffff') };
        const running = async () => {
          await voice.claim(result);
          await voice.announce({ ...keyed, reason: 'running' });
          await voice.last({ ...keyed, reason: other.passes ? 'pipeline-success' : 'pipeline-failed' });
        };
        const telling = tellFromInside(
          client,
          'drawbridge',
          request,
          passes ? passed : failed,
          limitsOf(ports.clock),
        );
        await order.waitFor(Promise.all([running(), telling]));
        const [top] = written.toReversed();
        const trail = JSON.stringify(
          written.map(({ state, description, targetUrl }) => [state, description, targetUrl]),
          null,
          1,
        );
        const digest = claimIn(top?.targetUrl ?? '')?.tests;
        const covered = [...asked.values()].find((tests) => digestOf(tests) === digest);
        if (top?.state === 'success')
          expect(
            [...asked.values()].every((tests) => covered && includes(covered, tests)),
            trail,
          ).toBe(true);
        if (top?.state === 'failure') expect(passes && other.passes, trail).toBe(false);
        // Whatever still waits, the sweep finds: it is held back, or its verdict will follow.
        if (top?.state === 'pending')
          expect(
            isHeldBack(top) ||
              top.description.startsWith('private tests are running; the verdict will follow'),
            trail,
          ).toBe(true);
      }),
      exploring(200),
    );
  });
});
