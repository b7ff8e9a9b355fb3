import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ServiceFailureKind } from '../../src/net/failure.ts';
import type { Expectation } from '../../src/pipeline/pace.ts';
import { type Outcome, type WatchLimits, watch } from '../../src/pipeline/watch.ts';
import { virtualClock } from '../world/clock.ts';
import { gitlabFailure } from './build.ts';
import { type Script, scripted } from './scripted.ts';

const minute = 60_000;
const unexpected = { expected: () => undefined, age: 0 };
const limits: WatchLimits = { timeoutMs: 150 * minute, errorBudgetMs: 10 * minute, onBlocked: 'fail' };
const word = (outcome: Outcome): string => {
  if (outcome.how === 'lost') return `lost ${outcome.reason}`;
  return 'pipeline' in outcome ? `${outcome.how} ${outcome.pipeline.status}` : outcome.how;
};

async function watched(
  get: NonNullable<Script['get']>,
  over: Partial<WatchLimits> = {},
  expected?: Expectation,
) {
  const clock = virtualClock();
  const gitlab = scripted({ get });
  const context = {
    clock,
    interrupted: new AbortController().signal,
    onLook: () => {},
    expected: () => expected,
    age: 0,
  };
  const outcome = await watch(gitlab, 5, { ...limits, ...over }, context);
  return { word: word(outcome), looks: gitlab.calls.length, elapsed: clock.elapsed(), slept: clock.slept };
}

const running = { status: 'running' } as const;
const success = { status: 'success' } as const;
const gone = gitlabFailure('not-found');
const passing: readonly ServiceFailureKind[] = [
  'unavailable',
  'rate-limited',
  'unexpected',
  'invalid',
  'conflict',
];

describe('a passing fault while watching', () => {
  it.each(passing)('%s: is survived', async (kind) => {
    const failure = gitlabFailure(kind);
    expect((await watched([failure, failure, running, failure, failure, success])).word).toBe(
      'ended success',
    );
  });

  it.each(passing)('%s: for ever, ends when the error budget is used up', async (kind) => {
    const { word, elapsed } = await watched([running, gitlabFailure(kind)]);
    expect(word).toBe('lost error-budget');
    expect(elapsed).toBeGreaterThan(10 * minute);
    expect(elapsed).toBeLessThan(11 * minute);
  });

  it('fills the budget again with every answer', async () => {
    const failure = gitlabFailure('unavailable', { retryAfterMs: 20_000 });
    const hiccup = [running, ...Array(12).fill(failure)];
    const { word, elapsed } = await watched([...hiccup, ...hiccup, ...hiccup, success], {
      errorBudgetMs: 5 * minute,
    });
    expect(word).toBe('ended success');
    expect(elapsed).toBeGreaterThan(2 * 5 * minute);
  });

  it('is looked into soon, also where the end is not expected for hours', async () => {
    const hours = { low: 5 * 60 * minute, high: 6 * 60 * minute };
    const failure = gitlabFailure('unavailable');
    const script = [...Array(20).fill(running), failure, failure, success];
    const { slept } = await watched(script, { timeoutMs: 1440 * minute, errorBudgetMs: 60 * minute }, hours);
    expect(slept[19]).toBeGreaterThan(10 * minute);
    expect(slept.slice(20)).toEqual([15_000, 15_000]);
  });

  it('is survived also after a pause that was longer than the budget', async () => {
    const hours = { low: 5 * 60 * minute, high: 6 * 60 * minute };
    const blip = [...Array(20).fill(running), gitlabFailure('unavailable'), success];
    expect((await watched(blip, { timeoutMs: 1440 * minute }, hours)).word).toBe('ended success');
  });

  it('is waited out for as long as GitLab asks', async () => {
    const { slept } = await watched([gitlabFailure('rate-limited', { retryAfterMs: 45_000 }), success]);
    expect(slept).toEqual([45_000]);
  });

  it('is not waited out for less than the usual pause', async () => {
    const hurried = await watched([gitlabFailure('rate-limited', { retryAfterMs: 1 }), success]);
    const usual = await watched([gitlabFailure('unavailable'), success]);
    expect(hurried.slept).toEqual(usual.slept);
    expect(usual.slept[0]).toBeGreaterThanOrEqual(1_000);
  });
});

describe('a pipeline that is absent for a moment, and then GitLab cannot be asked', () => {
  it('is not gone: the replica that lagged may have caught up', async () => {
    const absent = Array(3).fill(gitlabFailure('not-found', { mayHaveActed: false }));
    const script = [running, ...absent, ...Array(6).fill(gitlabFailure('unavailable')), running, success];
    expect((await watched(script)).word).toBe('ended success');
  });
});

describe('a refusal while watching', () => {
  it.each([
    ['unauthorized', 'lost watch-refused'],
    ['forbidden', 'lost watch-refused'],
    ['moved', 'lost gitlab-moved', 301],
  ] as const)(
    '%s → %s, when it has lasted',
    async (kind, expected, status: number | undefined = undefined) => {
      for (const before of [[], [running]]) {
        const { word, looks, elapsed } = await watched([...before, gitlabFailure(kind, { status })]);
        expect(word).toBe(expected);
        expect(looks).toBeGreaterThanOrEqual(before.length + 3);
        expect(elapsed).toBeGreaterThanOrEqual(16_000);
        expect(elapsed).toBeLessThan(minute);
      }
    },
  );

  it.each(['unauthorized', 'forbidden', 'moved'] as const)('%s once or twice is no verdict', async (kind) => {
    const no = gitlabFailure(kind);
    expect((await watched([no, no, running, no, no, running, no, no, success])).word).toBe('ended success');
  });

  it('a project that the token sees no more is refused, and its pipeline not deleted', async () => {
    const hidden = gitlabFailure('not-found', { refusal: 'project-not-found', mayHaveActed: false });
    for (const before of [[], [running], [running, gone, gone]])
      expect((await watched([...before, hidden])).word).toBe('lost watch-refused');
    expect((await watched([running, hidden, hidden, running, success])).word).toBe('ended success');
  });

  it('a 404 that is not in the words of GitLab is of a gateway, and tells nothing of the pipeline', async () => {
    const foreign = gitlabFailure('not-found', { refusal: 'foreign-not-found', mayHaveActed: false });
    expect((await watched([running, ...Array(9).fill(foreign), running, success])).word).toBe(
      'ended success',
    );
    const mixed = [running, ...Array(9).fill(foreign), gone, running, success];
    expect((await watched(mixed)).word).toBe('ended success');
    for (const before of [[], [running]])
      expect((await watched([...before, foreign])).word).toBe('lost error-budget');
  });

  it.each([302, 303, 307])('a redirect that passes is borne like an outage: %s', async (status) => {
    const away = gitlabFailure('moved', { status, mayHaveActed: false });
    expect((await watched([running, ...Array(9).fill(away), running, success])).word).toBe('ended success');
    const { word, elapsed } = await watched([running, away]);
    expect(word).toBe('lost gitlab-moved');
    expect(elapsed).toBeGreaterThan(10 * minute);
  });

  it('401 and 403 by turns are one refusal', async () => {
    const noes = [gitlabFailure('unauthorized'), gitlabFailure('forbidden')];
    expect((await watched([running, ...noes, ...noes, ...noes, ...noes, success])).word).toBe(
      'lost watch-refused',
    );
  });

  it('with an error budget that is shorter is a refusal all the same, and no outage', async () => {
    const { word } = await watched([running, gitlabFailure('forbidden')], { errorBudgetMs: 5_000 });
    expect(word).toBe('lost watch-refused');
  });

  it('that an outage follows is an outage', async () => {
    const failure = gitlabFailure('unavailable');
    const no = gitlabFailure('forbidden');
    expect((await watched([running, no, no, failure])).word).toBe('lost error-budget');
  });
});

describe('404 while watching', () => {
  it('right after the creation is lag', async () => {
    expect((await watched([gone, gone, gone, gone, gone, running, success])).word).toBe('ended success');
  });

  it('for ever after the creation: it is gone', async () => {
    const { word, elapsed } = await watched([gone]);
    expect(word).toBe('lost pipeline-gone');
    expect(elapsed).toBeLessThan(11 * minute);
  });

  it('once or twice in between is lag', async () => {
    expect((await watched([running, gone, gone, running, gone, gone, success])).word).toBe('ended success');
  });

  it('for some seconds is a replica that lags more than the one before', async () => {
    const absences = Array.from({ length: 5 }, () => gone);
    expect((await watched([running, ...absences, success])).word).toBe('ended success');
  });

  it('for longer: it was deleted', async () => {
    const { word, elapsed } = await watched([running, gone]);
    expect(word).toBe('lost pipeline-gone');
    expect(elapsed).toBeGreaterThanOrEqual(16_000);
    expect(elapsed).toBeLessThan(minute);
  });

  it('thrice at least: two looks far apart say little', async () => {
    const late = { low: 100 * minute, high: 120 * minute };
    const { word, looks } = await watched([running, gone], {}, late);
    expect([word, looks]).toEqual(['lost pipeline-gone', expect.any(Number)]);
    expect(looks).toBeGreaterThanOrEqual(4);
  });

  it('with other faults between: it was deleted all the same', async () => {
    const failure = gitlabFailure('unavailable');
    expect((await watched([running, gone, failure, gone, failure, gone])).word).toBe('lost pipeline-gone');
  });

  it('of a service that is down is no deletion', async () => {
    expect((await watched([running, gone, gone, gitlabFailure('unavailable')])).word).toBe(
      'lost error-budget',
    );
  });
});

it('a fault of our own is thrown on', async () => {
  const get = () => Promise.reject(new TypeError('ours'));
  const context = {
    clock: virtualClock(),
    interrupted: new AbortController().signal,
    onLook: () => {},
    ...unexpected,
  };
  await expect(watch({ get }, 5, limits, context)).rejects.toThrow('ours');
});

describe('any sequence of answers', () => {
  const answer = fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .constantFrom('created', 'pending', 'running', 'unknown', 'canceling' as const)
        .map((status) => ({ status })),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...passing, 'not-found' as const).map((kind) => gitlabFailure(kind)),
    },
  );
  const last = fc.constantFrom('success', 'failed', 'canceled', 'skipped' as const);

  it("ends with the pipeline's own end, or as lost, and never later than it must", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { maxLength: 25 }), last, async (answers, status) => {
        const { word, elapsed, slept } = await watched([...answers, { status }]);
        expect([`ended ${status}`, 'lost pipeline-gone', 'lost error-budget']).toContain(word);
        expect(elapsed).toBeLessThanOrEqual(limits.timeoutMs);
        expect(Math.max(0, ...slept)).toBeLessThanOrEqual(30_000);
      }),
      { numRuns: 200 },
    );
  });

  it('is survived as long as GitLab answers twice in a minute', async () => {
    const failure = fc.constantFrom(...passing).map((kind) => gitlabFailure(kind));
    const burst = fc.array(failure, { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(burst, { maxLength: 12 }), last, async (bursts, status) => {
        const { word } = await watched([...bursts.flatMap((faults) => [...faults, running]), { status }]);
        expect(word).toBe(`ended ${status}`);
      }),
      { numRuns: 200 },
    );
  });
});
