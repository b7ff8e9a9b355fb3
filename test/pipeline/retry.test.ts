import { describe, expect, it } from 'vitest';
import { type RetryContext, retry } from '../../src/pipeline/retry.ts';
import { type VirtualClock, virtualClock } from '../world/clock.ts';
import { alive, created, everyKind, gitlabFailure, job, noMemory } from './build.ts';
import { type Script, scripted } from './scripted.ts';

const minute = 60_000;
const endedAt = created + minute;

async function retried(
  script: Script,
  prepare: (clock: VirtualClock, interrupt: () => void) => void = () => {},
) {
  const gitlab = scripted({ jobs: [[job({ status: 'failed' })]], ...script });
  const clock = virtualClock();
  const controller = new AbortController();
  prepare(clock, () => controller.abort());
  const context: RetryContext = {
    clock,
    memory: noMemory,
    patienceMs: 10 * minute,
    interrupted: controller.signal,
  };
  const answer = await retry(gitlab, { id: 5, updatedAt: endedAt }, context);
  const asked = gitlab.calls.filter((call) => call === 'retry 5').length;
  return { answer, asked, calls: gitlab.calls, elapsed: clock.elapsed() };
}

const failed = { status: 'failed', updatedAt: endedAt } as const;
const running = { status: 'running' } as const;
const down = gitlabFailure('unavailable');
const clear = { mayHaveActed: false };

describe('running the failed jobs again', () => {
  it.each(alive)('is believed when GitLab answers %s', async (status) => {
    const { answer, calls } = await retried({ retry: [{ status }] });
    expect(answer).toMatchObject({ retried: true, pipeline: { id: 5, status } });
    expect(calls).toEqual(['jobs 5', 'retry 5']);
  });

  it('is looked for when GitLab still shows the old status', async () => {
    const { answer, calls } = await retried({ retry: [failed], get: [failed, running] });
    expect([answer.retried, calls]).toEqual([true, ['jobs 5', 'retry 5', 'get 5', 'get 5']]);
  });

  it('is seen also when it has failed once more already', async () => {
    const again = { status: 'failed', updatedAt: endedAt + minute } as const;
    const { answer } = await retried({ retry: [failed], get: [again] });
    expect(answer).toMatchObject({ retried: true, pipeline: again });
  });

  it('did not happen when nothing changes: no job to retry', async () => {
    const { answer, asked } = await retried({ retry: [failed], get: [failed] });
    expect([answer, asked]).toEqual([{ retried: false, because: 'GitLab found no job to retry' }, 1]);
  });

  it('is looked for when the answer got lost, and not asked for again', async () => {
    const { answer, asked } = await retried({ retry: [down], get: [down, down, running] });
    expect([answer.retried, asked]).toEqual([true, 1]);
  });

  it('is asked for again when it certainly did not arrive', async () => {
    const { answer, asked } = await retried({ retry: [down, running], get: [failed] });
    expect([answer.retried, asked]).toEqual([true, 2]);
    const throttled = gitlabFailure('rate-limited', { retryAfterMs: 7_000, ...clear });
    expect(await retried({ retry: [throttled, running] })).toMatchObject({
      answer: { retried: true },
      asked: 2,
      elapsed: 7_000,
    });
  });

  it('is unknown when GitLab stays silent: nothing else may be started', async () => {
    const { answer, asked, elapsed } = await retried({ retry: [down], get: [down] });
    expect([answer, asked]).toEqual([{ retried: 'unknown' }, 1]);
    expect(elapsed).toBeLessThan(11 * minute);
  });

  it('is not asked for for ever when it is lost each time', async () => {
    const { answer, asked, elapsed } = await retried({ retry: [down], get: [failed] });
    expect(answer.retried).toBe(false);
    expect(asked).toBeLessThanOrEqual(3);
    expect(elapsed).toBeLessThan(10 * minute);
  });

  it('is waited for as long as GitLab may still act on a request whose answer got lost', async () => {
    const late = { status: 'running' } as const;
    const until = Array.from({ length: 25 }, () => failed);
    const { answer, asked } = await retried({ retry: [down], get: [...until, late] });
    expect([answer.retried, asked]).toEqual([true, 3]);

    const { answer: none, elapsed } = await retried({ retry: [down], get: [failed] });
    expect(none).toEqual({ retried: false, because: 'GitLab found no job to retry' });
    expect(elapsed).toBeGreaterThanOrEqual(75_000);
  });

  it('may still happen when a later request is refused: that is looked into first', async () => {
    const forbidden = gitlabFailure('forbidden', clear);
    const looks = Array.from({ length: 20 }, () => failed);
    const { answer } = await retried({ retry: [down, forbidden], get: [...looks, running] });
    expect(answer.retried).toBe(true);
    const { answer: none } = await retried({ retry: [down, forbidden], get: [failed] });
    expect(none).toEqual({ retried: false, because: 'GitLab refused to retry the failed jobs' });
  });

  it('may still happen when a later request is not taken, or the job is cancelled: unknown', async () => {
    const throttled = gitlabFailure('rate-limited', { retryAfterMs: 60 * minute, ...clear });
    const { answer } = await retried({ retry: [down, throttled], get: [failed] });
    expect(answer).toEqual({ retried: 'unknown' });
    const soon = (clock: VirtualClock, interrupt: () => void) => clock.at(30_000, interrupt);
    const { answer: cancelled, elapsed } = await retried({ retry: [down], get: [failed] }, soon);
    expect([cancelled, elapsed]).toEqual([{ retried: 'unknown' }, 30_000]);
  });

  it.each([
    ['never arrives', gitlabFailure('unavailable', clear), 3],
    ['is always throttled', gitlabFailure('rate-limited', clear), 3],
    ['is throttled for an hour', gitlabFailure('rate-limited', { retryAfterMs: 60 * minute, ...clear }), 1],
  ])('fails when it %s: a new pipeline would be no answer to that', async (_, failure, most) => {
    const gitlab = scripted({ jobs: [[]], retry: [failure] });
    const clock = virtualClock();
    const context = {
      clock,
      memory: noMemory,
      patienceMs: 10 * minute,
      interrupted: new AbortController().signal,
    };
    await expect(retry(gitlab, { id: 5 }, context)).rejects.toBe(failure);
    expect(gitlab.calls.filter((call) => call === 'retry 5').length).toBeLessThanOrEqual(most);
    expect(clock.elapsed()).toBeLessThan(10 * minute);
  });

  it.each(everyKind.filter((kind) => kind !== 'unavailable' && kind !== 'rate-limited'))(
    'is refused with %s: nothing more is asked',
    async (kind) => {
      const { answer, calls } = await retried({ retry: [gitlabFailure(kind, clear)] });
      expect([answer.retried, calls]).toEqual([false, ['jobs 5', 'retry 5']]);
    },
  );

  it('ends at once when the job is cancelled meanwhile', async () => {
    const soon = (clock: VirtualClock, interrupt: () => void) => clock.at(3_000, interrupt);
    const { answer, elapsed } = await retried({ retry: [down], get: [down] }, soon);
    expect([answer.retried, elapsed]).toEqual(['unknown', 3_000]);
    const throttled = gitlabFailure('rate-limited', clear);
    await expect(retried({ retry: [throttled] }, soon)).rejects.toBe(throttled);
  });

  it.each([
    [job({ bridge: true, status: 'failed' }), false],
    [job({ bridge: true, status: 'canceled' }), false],
    [job({ bridge: true, status: 'failed', mayFail: true }), true],
    [job({ bridge: true, status: 'success' }), true],
    [job({ bridge: false, status: 'failed' }), true],
  ])('with %j: %s', async (one, expected) => {
    const { answer, calls } = await retried({ jobs: [[job(), one]], retry: [running] });
    expect(answer.retried).toBe(expected);
    if (!expected) expect(calls).toEqual(['jobs 5']);
  });

  it('fails where the jobs cannot be read', async () => {
    await expect(retried({ jobs: [down] })).rejects.toBe(down);
  });

  it('throws a fault of our own on', async () => {
    await expect(retried({})).rejects.toThrow('no answer is planted');
  });
});
