import { describe, expect, it } from 'vitest';
import type { Pipeline } from '../../src/pipeline/pipeline.ts';
import { type Outcome, type WatchContext, type WatchLimits, watch } from '../../src/pipeline/watch.ts';
import { type VirtualClock, virtualClock } from '../world/clock.ts';
import { alive, blocked, created, ended, gitlabFailure, pipeline } from './build.ts';
import { type Script, scripted } from './scripted.ts';

const minute = 60_000;
const unexpected = { expected: () => undefined, age: 0 };
const limits: WatchLimits = { timeoutMs: 150 * minute, errorBudgetMs: 10 * minute, onBlocked: 'fail' };

/** One watch over pipeline 5: how it ended, what it told on the way, how often it looked and how long it took. */
async function watched(
  get: NonNullable<Script['get']>,
  over: Partial<WatchLimits> = {},
  before: (clock: VirtualClock, interrupt: () => void) => void = () => {},
  more: Partial<WatchContext> = {},
) {
  const clock = virtualClock();
  const gitlab = scripted({ get });
  const told: string[] = [];
  const controller = new AbortController();
  before(clock, () => controller.abort());
  const outcome = await watch(
    gitlab,
    5,
    { ...limits, ...over },
    {
      clock,
      interrupted: controller.signal,
      onLook: ({ status }: Pipeline, isNew) => void (isNew && told.push(status)),
      ...unexpected,
      ...more,
    },
  );
  return {
    outcome,
    word: word(outcome),
    told,
    looks: gitlab.calls.length,
    elapsed: clock.elapsed(),
    calls: gitlab.calls,
  };
}

const word = (outcome: Outcome): string => {
  if (outcome.how === 'lost') return `lost ${outcome.reason}`;
  return 'pipeline' in outcome ? `${outcome.how} ${outcome.pipeline.status}` : outcome.how;
};

const statuses = (...list: readonly Pipeline['status'][]) => list.map((status) => ({ status }));
const running = { status: 'running' } as const;
const success = { status: 'success' } as const;

describe('each status as the last one', () => {
  it.each(ended)('%s ends the watch', async (status) => {
    const { word, told, looks } = await watched(statuses('running', status));
    expect([word, told, looks]).toEqual([`ended ${status}`, ['running', status], 2]);
  });

  it.each(ended)('%s at the first look ends the watch at once', async (status) => {
    expect(await watched(statuses(status))).toMatchObject({ word: `ended ${status}`, looks: 1, elapsed: 0 });
  });

  it.each(blocked)('%s ends the watch, unless it shall wait', async (status) => {
    const script = statuses('running', status, status, 'running', 'success');
    expect((await watched(script)).word).toBe(`blocked ${status}`);
    const { word, told } = await watched(script, { onBlocked: 'wait' });
    expect([word, told]).toEqual(['ended success', ['running', status, 'running', 'success']]);
  });

  it.each([...alive, 'unknown' as const])('%s is watched on', async (status) => {
    const { word, told } = await watched(statuses(status, status, 'success'));
    expect([word, told]).toEqual(['ended success', [status, 'success']]);
  });
});

describe('each status that lasts', () => {
  it.each([...alive, 'unknown' as const])('%s ends at the deadline', async (status) => {
    const { word, told, elapsed } = await watched(statuses(status));
    expect([word, told, elapsed]).toEqual(['timed-out', [status], limits.timeoutMs]);
  });

  it.each(blocked)('%s that shall be waited for ends at the deadline', async (status) => {
    expect(await watched(statuses(status), { onBlocked: 'wait' })).toMatchObject({
      word: 'timed-out',
      elapsed: limits.timeoutMs,
    });
  });

  it('an hour in the queue is no error', async () => {
    const { word } = await watched([
      ...Array(100).fill({ status: 'waiting_for_resource' }),
      running,
      success,
    ]);
    expect(word).toBe('ended success');
  });
});

describe('the deadline', () => {
  it('counts fractions of a minute', async () => {
    expect(await watched([running], { timeoutMs: 1_500 })).toMatchObject({
      word: 'timed-out',
      elapsed: 1_500,
    });
  });

  it('holds also while GitLab gives no answer', async () => {
    const { word, elapsed } = await watched([gitlabFailure('unavailable')], { timeoutMs: 5 * minute });
    expect([word, elapsed]).toEqual(['timed-out', 5 * minute]);
  });

  it('holds also when GitLab asks to be left alone for longer', async () => {
    const throttled = gitlabFailure('rate-limited', { retryAfterMs: 60 * minute });
    const { elapsed } = await watched([throttled], { timeoutMs: 5 * minute });
    expect(elapsed).toBe(5 * minute);
  });

  it('looks once more before it gives up', async () => {
    const clock = virtualClock();
    const get = async () => pipeline(clock.elapsed() >= minute - 1 ? success : running);
    const context = {
      clock,
      interrupted: new AbortController().signal,
      onLook: () => {},
      ...unexpected,
    };
    expect(word(await watch({ get }, 5, { ...limits, timeoutMs: minute }, context))).toBe('ended success');
  });
});

describe('a pipeline that was retried', () => {
  const old = { status: 'failed', updatedAt: created } as const;
  const later = { status: 'failed', updatedAt: created + minute } as const;
  const retried = { unchangedSince: created };

  it('has not ended as long as only its old end is shown', async () => {
    const { word, told } = await watched([old, old, running, success], {}, undefined, retried);
    expect([word, told]).toEqual(['ended success', ['running', 'success']]);
  });

  it('has ended when a newer end is shown', async () => {
    expect((await watched([old, later], {}, undefined, retried)).word).toBe('ended failed');
  });

  it('has ended with the old end when that stays for a minute', async () => {
    const { word, elapsed } = await watched([old], {}, undefined, retried);
    expect(word).toBe('ended failed');
    expect(elapsed).toBeGreaterThanOrEqual(minute);
    expect(elapsed).toBeLessThan(2 * minute);
  });
});

describe('what is told on the way', () => {
  it('is each change once, and an unknown status as unknown', async () => {
    const script = statuses(
      'created',
      'pending',
      'pending',
      'running',
      'unknown',
      'unknown',
      'running',
      'success',
    );
    const { told } = await watched(script);
    expect(told).toEqual(['created', 'pending', 'running', 'unknown', 'running', 'success']);
  });

  it('ends the watch when telling fails: a fault of our own', async () => {
    const onLook = () => {
      throw new TypeError('ours');
    };
    const context = {
      clock: virtualClock(),
      interrupted: new AbortController().signal,
      onLook,
      ...unexpected,
    };
    await expect(watch(scripted({ get: [running] }), 5, limits, context)).rejects.toThrow('ours');
  });
});

describe('a cancelled job', () => {
  it('is noticed before the first look', async () => {
    const { word, looks } = await watched([running], {}, (_, interrupt) => interrupt());
    expect([word, looks]).toEqual(['interrupted', 0]);
  });

  it('is noticed at once while waiting', async () => {
    const { word, elapsed } = await watched([running], {}, (clock, interrupt) =>
      clock.at(20 * minute + 7, interrupt),
    );
    expect([word, elapsed]).toEqual(['interrupted', 20 * minute + 7]);
  });

  it('is noticed while GitLab does not answer', async () => {
    const clock = virtualClock();
    const controller = new AbortController();
    clock.at(3_000, () => controller.abort());
    const context = { clock, interrupted: controller.signal, onLook: () => {}, ...unexpected };
    const outcome = await watch({ get: () => new Promise(() => {}) }, 5, limits, context);
    expect([word(outcome), clock.elapsed()]).toEqual(['interrupted', 3_000]);
  });

  it('is noticed during a wait that GitLab asked for', async () => {
    const throttled = gitlabFailure('rate-limited', { retryAfterMs: minute });
    const { word, elapsed } = await watched([throttled], {}, (clock, interrupt) => clock.at(900, interrupt));
    expect([word, elapsed]).toEqual(['interrupted', 900]);
  });
});
