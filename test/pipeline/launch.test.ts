import { describe, expect, it } from 'vitest';
import { gitlabFailure } from './build.ts';
import { clear, key, launched, minute, starts } from './launched.ts';

describe('nothing exists', () => {
  it('starts one, once', async () => {
    const { result, calls } = await launched({ create: [{ id: 5, status: 'created' }] });
    expect([result, calls]).toEqual(['started 5', [`create ${key}`]]);
  });

  it('starts one where the token cannot look', async () => {
    expect((await launched({ create: [{ id: 5 }] }, { existing: undefined })).result).toBe('started 5');
  });

  it('does not read the head of the ref', async () => {
    const head = () => Promise.reject(new Error('was asked'));
    expect((await launched({ create: [{ id: 5 }] }, { head })).result).toBe('started 5');
  });

  it('tells of a configuration with errors that GitLab kept as a pipeline', async () => {
    const { result } = await launched({ create: [{ id: 5, status: 'failed', invalidConfiguration: true }] });
    expect(result).toBe('gitlab-config-invalid');
  });

  it('throws a fault of our own on', async () => {
    await expect(launched({})).rejects.toThrow('no answer is planted');
  });
});

describe('a ref that GitLab has named itself, and then does not find', () => {
  const absent = gitlabFailure('invalid', { refusal: 'reference-not-found', ...clear });

  it('is asked for once more: a replica may lag', async () => {
    const { result, calls, elapsed } = await launched({ create: [absent, { id: 5 }] }, { refSeen: true });
    expect([result, starts(calls), elapsed]).toEqual(['started 5', 2, 5_000]);
  });

  it('is not there when that is said again', async () => {
    const { result, calls } = await launched({ create: [absent] }, { refSeen: true });
    expect([result, starts(calls)]).toEqual(['gitlab-ref-not-found', 2]);
  });

  it('is not asked for again where nobody wants the pipeline any more', async () => {
    const recheck = async () => 'superseded' as const;
    const { result, calls } = await launched({ create: [absent, { id: 5 }] }, { refSeen: true, recheck });
    expect([result, starts(calls)]).toEqual(['superseded', 1]);
  });

  it('is asked for again after that no alone', async () => {
    const filtered = gitlabFailure('invalid', { refusal: 'filtered-by-workflow', ...clear });
    const { result, calls } = await launched({ create: [filtered, { id: 5 }] }, { refSeen: true });
    expect([result, starts(calls)]).toEqual(['gitlab-filtered', 1]);
  });
});

describe('GitLab refuses to start, and is asked no more', () => {
  it.each([
    ['reference-not-found', 'gitlab-ref-not-found'],
    ['variables-refused', 'gitlab-variables-refused'],
    ['inputs-invalid', 'gitlab-inputs-refused'],
    ['filtered-by-workflow', 'gitlab-filtered'],
    ['no-jobs', 'gitlab-no-jobs'],
    ['name-refused', 'gitlab-name-refused'],
    ['insufficient-scope', 'gitlab-scope-missing'],
    [undefined, 'gitlab-unexpected'],
  ] as const)('%s → %s', async (refusal, reason) => {
    const { result, calls } = await launched({ create: [gitlabFailure('invalid', { refusal, ...clear })] });
    expect([result, calls]).toEqual([reason, [`create ${key}`]]);
  });

  it.each([
    ['unauthorized', 'gitlab-token-refused'],
    ['forbidden', 'gitlab-forbidden'],
    ['not-found', 'gitlab-not-there'],
    ['conflict', 'gitlab-unexpected'],
    ['moved', 'gitlab-moved'],
  ] as const)('%s → %s, also where the token cannot look', async (kind, reason) => {
    for (const existing of [[], undefined]) {
      const { result, calls } = await launched({ create: [gitlabFailure(kind, clear)] }, { existing });
      expect([result, calls]).toEqual([reason, [`create ${key}`]]);
    }
  });
});

describe('GitLab is certain not to have started, but may later', () => {
  const throttled = gitlabFailure('rate-limited', { refusal: 'too-many-pipelines', ...clear });
  const unreached = gitlabFailure('unavailable', clear);

  it('is asked again after a minute when it throttles new pipelines', async () => {
    const { result, calls, elapsed } = await launched({ create: [throttled, { id: 5 }] });
    expect([result, calls]).toEqual(['started 5', [`create ${key}`, `create ${key}`]]);
    expect(elapsed).toBeGreaterThan(minute);
  });

  it('is asked again after as long as it says', async () => {
    const { result, elapsed } = await launched({
      create: [gitlabFailure('rate-limited', { retryAfterMs: 7_000, ...clear }), { id: 5 }],
    });
    expect([result, elapsed]).toEqual(['started 5', 7_000]);
  });

  it('is asked again when it was not reached', async () => {
    expect((await launched({ create: [unreached, unreached, { id: 5 }] })).result).toBe('started 5');
  });

  it.each([
    ['throttled', throttled, 'gitlab-throttled'],
    ['unreached', unreached, 'gitlab-unavailable'],
  ])('is not asked for ever: %s', async (_, failure, reason) => {
    const { result, calls, elapsed } = await launched({ create: [failure] });
    expect([result, starts(calls)]).toEqual([reason, calls.length]);
    expect(starts(calls)).toBeLessThanOrEqual(5);
    expect(elapsed).toBeLessThan(5 * minute);
  });

  it('is not asked again when the job is cancelled meanwhile', async () => {
    const { result, calls, elapsed } = await launched({ create: [throttled] }, {}, (clock, interrupt) =>
      clock.at(2_000, interrupt),
    );
    expect([result, starts(calls), elapsed]).toEqual(['gitlab-throttled', 1, 2_000]);
  });

  it('is no uncertainty, also where the token cannot look', async () => {
    expect((await launched({ create: [throttled] }, { existing: undefined })).result).toBe(
      'gitlab-throttled',
    );
    expect((await launched({ create: [unreached, { id: 5 }] }, { existing: undefined })).result).toBe(
      'started 5',
    );
  });

  it('is not waited for longer than the patience', async () => {
    const hour = gitlabFailure('rate-limited', { retryAfterMs: 60 * minute, ...clear });
    expect((await launched({ create: [hour, { id: 5 }] })).elapsed).toBeLessThanOrEqual(10 * minute);
  });
});

describe('before a start is sent again', () => {
  it('it is asked whether anybody still wants it', async () => {
    const unreached = gitlabFailure('unavailable', clear);
    const { result, calls } = await launched(
      { create: [unreached, { id: 5 }] },
      { recheck: async () => 'superseded' },
    );
    expect([result, starts(calls)]).toEqual(['superseded', 1]);
    const wanted = await launched({ create: [unreached, { id: 5 }] }, { recheck: async () => undefined });
    expect(wanted.result).toBe('started 5');
  });
});
