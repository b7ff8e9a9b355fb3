import { describe, expect, it } from 'vitest';
import { type LaunchContext, launch } from '../../src/pipeline/launch.ts';
import { virtualClock } from '../virtual-clock.ts';
import {
  currentHead,
  everyKind,
  gitlabFailure,
  olderHead,
  pipeline,
  request,
  type Script,
  scripted,
} from './build.ts';

const { key } = request();
const clear = { mayHaveActed: false };

/** What came of a launch, the calls that it made, and how long it took. */
async function launched(script: Script, over: Partial<LaunchContext> = {}) {
  const clock = virtualClock();
  const gitlab = scripted(script);
  const context: LaunchContext = {
    clock,
    existing: [],
    head: async () => currentHead,
    wish: { again: false, onRerun: 'retry-failed' },
    ...over,
  };
  const launch_ = await launch(gitlab, request(), context);
  const result = launch_.launched === 'no' ? launch_.reason : `${launch_.launched} ${launch_.pipeline.id}`;
  return { result, calls: gitlab.calls, elapsed: clock.elapsed(), launch: launch_ };
}

describe('nothing exists', () => {
  it('starts one, once', async () => {
    const { result, calls } = await launched({ create: [{ id: 5, status: 'created' }] });
    expect([result, calls]).toEqual(['started 5', [`create ${key}`]]);
  });

  it('starts one where the token cannot look', async () => {
    const { result } = await launched({ create: [{ id: 5 }] }, { existing: undefined });
    expect(result).toBe('started 5');
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

describe('GitLab refuses to start', () => {
  it.each([
    ['reference-not-found', 'gitlab-ref-not-found'],
    ['variables-refused', 'gitlab-variables-refused'],
    ['inputs-invalid', 'gitlab-inputs-refused'],
    ['filtered-by-workflow', 'gitlab-filtered'],
    ['no-jobs', 'gitlab-no-jobs'],
    ['too-many-pipelines', 'gitlab-throttled'],
    ['name-too-long', 'gitlab-name-refused'],
    ['insufficient-scope', 'gitlab-scope-missing'],
    [undefined, 'gitlab-unexpected'],
  ])('%s → %s, and asks no more', async (refusal, reason) => {
    const { result, calls } = await launched({ create: [gitlabFailure('invalid', { refusal, ...clear })] });
    expect([result, calls]).toEqual([reason, [`create ${key}`]]);
  });

  it.each([
    ['unauthorized', 'gitlab-token-refused'],
    ['forbidden', 'gitlab-forbidden'],
    ['not-found', 'gitlab-project-not-found'],
    ['rate-limited', 'gitlab-rate-limited'],
    ['unavailable', 'gitlab-unavailable'],
    ['moved', 'gitlab-moved'],
  ] as const)('%s → %s, and asks no more', async (kind, reason) => {
    const { result, calls } = await launched({ create: [gitlabFailure(kind, clear)] });
    expect([result, calls]).toEqual([reason, [`create ${key}`]]);
  });

  // The trigger route answers 404 for a wrong token: "GitLab knows no such trigger token or project".
});

describe('it is not clear whether GitLab started one', () => {
  it.each(everyKind)('%s: looks by key and finds it', async (kind) => {
    const script: Script = { create: [gitlabFailure(kind)], find: [[{ id: 5, status: 'pending' }]] };
    const { result, calls } = await launched(script);
    expect([result, calls]).toEqual(['started 5', [`create ${key}`, `find ${key}`]]);
  });

  it('finds it late, after lag and after looks that failed', async () => {
    const find = [[], gitlabFailure('unavailable'), [], [{ id: 5 }]];
    const { result, calls, elapsed } = await launched({ create: [gitlabFailure('unavailable')], find });
    expect([result, calls.length]).toEqual(['started 5', 5]);
    expect(elapsed).toBeLessThanOrEqual(30_000);
  });

  it('finds none: uncertain, and starts no second', async () => {
    const { result, calls } = await launched({ create: [gitlabFailure('unavailable')], find: [[]] });
    expect(result).toBe('trigger-uncertain');
    expect(calls.filter((call) => call.startsWith('create'))).toHaveLength(1);
    expect(calls.filter((call) => call.startsWith('find')).length).toBeGreaterThanOrEqual(3);
  });

  it('cannot look: uncertain, without a further call', async () => {
    const { result, calls } = await launched(
      { create: [gitlabFailure('unavailable')] },
      { existing: undefined },
    );
    expect([result, calls]).toEqual(['trigger-uncertain', [`create ${key}`]]);
  });

  it('does not take one for it that was there before', async () => {
    const before = pipeline({ id: 4, status: 'skipped' });
    const script: Script = { create: [gitlabFailure('unavailable')], find: [[{ id: 4, status: 'skipped' }]] };
    expect((await launched(script, { existing: [before] })).result).toBe('trigger-uncertain');
    const later: Script = { ...script, find: [[before, { id: 6, status: 'running' }]] };
    expect((await launched(later, { existing: [before] })).result).toBe('started 6');
  });

  it('finds two, as another run raced: the elder live one', async () => {
    const find = [[{ id: 7 }, { id: 6 }, { id: 5, status: 'canceled' as const }]];
    expect((await launched({ create: [gitlabFailure('unavailable')], find })).result).toBe('started 6');
  });

  it('finds one that has ended already', async () => {
    const find = [[{ id: 5, status: 'failed' as const }]];
    expect((await launched({ create: [gitlabFailure('unavailable')], find })).result).toBe('started 5');
  });
});

describe('one exists', () => {
  const again = { again: true, onRerun: 'retry-failed' } as const;
  const failed = pipeline({ id: 5, status: 'failed' });

  it('joins a live one without a call', async () => {
    const existing = [pipeline({ id: 5, status: 'running' })];
    expect(await launched({}, { existing })).toMatchObject({ result: 'attached 5', calls: [] });
  });

  it('tells a verdict again without a call', async () => {
    const existing = [pipeline({ id: 5, status: 'success' })];
    expect(await launched({}, { existing })).toMatchObject({ result: 'verdict 5', calls: [] });
  });

  it('retries what failed when somebody asked', async () => {
    const script: Script = { retry: [{ status: 'running' }] };
    const { result, calls, launch } = await launched(script, { existing: [failed], wish: again });
    expect([result, calls]).toEqual(['retried 5', ['retry 5']]);
    expect(launch.launched !== 'no' && launch.pipeline.status).toBe('running');
  });

  it.each(everyKind)('starts a new one where GitLab refuses the retry: %s', async (kind) => {
    const script: Script = { retry: [gitlabFailure(kind, clear)], create: [{ id: 6 }] };
    const { result, calls } = await launched(script, { existing: [failed], wish: again });
    expect([result, calls]).toEqual(['started 6', ['retry 5', `create ${key}`]]);
  });

  // bug: a retry that may have happened is followed by a start, so two pipelines of one key may be alive.
  it.fails('starts none beside a retry that may have happened', async () => {
    const script: Script = {
      retry: [gitlabFailure('unavailable')],
      create: [{ id: 6 }],
      find: [[{ id: 5, status: 'running' }]],
      get: [{ status: 'running' }],
    };
    const { calls } = await launched(script, { existing: [failed], wish: again });
    expect(calls).not.toContain(`create ${key}`);
  });

  it('starts a new one when the GitLab project has moved on', async () => {
    const existing = [pipeline({ id: 5, status: 'success', sha: olderHead })];
    expect(await launched({ create: [{ id: 6 }] }, { existing })).toMatchObject({ result: 'started 6' });
    const gone = { existing: [failed], head: async () => undefined, wish: again };
    expect(await launched({ create: [{ id: 6 }] }, gone)).toMatchObject({ result: 'started 6' });
  });

  // bug: the failure of `head()` is not caught; the run ends as `internal` and its status stays pending.
  it.fails('gives a reason when the head of the ref cannot be read', async () => {
    const head = () => Promise.reject(gitlabFailure('unavailable'));
    const { result } = await launched({}, { existing: [failed], head });
    expect(result).toBe('gitlab-unavailable');
  });
});
