import { describe, expect, it } from 'vitest';
import { retry } from '../../src/pipeline/retry.ts';
import { virtualClock } from '../virtual-clock.ts';
import { alive, everyKind, gitlabFailure, job, type Script, scripted } from './build.ts';

async function retried(script: Script) {
  const gitlab = scripted({ jobs: [[job({ status: 'failed' })]], ...script });
  const answer = await retry(gitlab, 5, virtualClock());
  return { answer, calls: gitlab.calls };
}

const failed = { status: 'failed' } as const;
const running = { status: 'running' } as const;

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

  it('is looked for when the answer got lost', async () => {
    const get = [gitlabFailure('unavailable'), running];
    const { answer, calls } = await retried({ retry: [gitlabFailure('unavailable')], get });
    expect([answer.retried, calls.filter((call) => call === 'retry 5')]).toEqual([true, ['retry 5']]);
  });

  it('did not happen when nothing changes: no job to retry', async () => {
    const { answer } = await retried({ retry: [failed], get: [failed] });
    expect(answer).toEqual({ retried: false, because: 'GitLab found no job to retry' });
  });

  it.each(everyKind)('is refused with %s: nothing more is asked', async (kind) => {
    const { answer, calls } = await retried({ retry: [gitlabFailure(kind, { mayHaveActed: false })] });
    expect([answer.retried, calls]).toEqual([false, ['jobs 5', 'retry 5']]);
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
    const failure = gitlabFailure('unavailable');
    await expect(retried({ jobs: [failure] })).rejects.toBe(failure);
  });
});
