import { describe, expect, it } from 'vitest';
import { everyKind, gitlabFailure, job, olderHead, pipeline } from './build.ts';
import { clear, key, launched, starts } from './launched.ts';
import type { Script } from './scripted.ts';

const refusals = everyKind.filter((kind) => kind !== 'unavailable' && kind !== 'rate-limited');

describe('one exists', () => {
  const again = { again: true, onRerun: 'retry-failed' } as const;
  const failed = pipeline({ id: 5, status: 'failed' });
  const jobs = [[job({ status: 'failed' })]];

  it('joins a live one without a call', async () => {
    const existing = [pipeline({ id: 5, status: 'running' })];
    expect(await launched({}, { existing })).toMatchObject({ result: 'attached 5', calls: [] });
  });

  it('tells a verdict again without a call', async () => {
    const existing = [pipeline({ id: 5, status: 'success' })];
    expect(await launched({}, { existing })).toMatchObject({ result: 'verdict 5', calls: [] });
  });

  it('retries what failed when somebody asked', async () => {
    const { result, calls } = await launched(
      { jobs, retry: [{ status: 'running' }] },
      { existing: [failed], wish: again },
    );
    expect([result, calls]).toEqual(['retried 5', ['jobs 5', 'retry 5']]);
  });

  it.each(refusals)('starts a new one where GitLab refuses the retry, and says why: %s', async (kind) => {
    const script: Script = { jobs, retry: [gitlabFailure(kind, clear)], create: [{ id: 6 }] };
    const { result, calls, because } = await launched(script, { existing: [failed], wish: again });
    expect([result, calls]).toEqual(['started 6', ['jobs 5', 'retry 5', `create ${key}`]]);
    expect(because).toEqual(['GitLab refused to retry the failed jobs']);
  });

  it('starts none beside a retry that happened though its answer got lost', async () => {
    const script: Script = {
      jobs,
      retry: [gitlabFailure('unavailable')],
      get: [gitlabFailure('unavailable'), { status: 'running' }],
      create: [{ id: 6 }],
    };
    const { result, calls } = await launched(script, { existing: [failed], wish: again });
    expect([result, starts(calls)]).toEqual(['retried 5', 0]);
  });

  it('starts none beside a retry that may have happened', async () => {
    const down = gitlabFailure('unavailable');
    const script: Script = { jobs, retry: [down], get: [down], create: [{ id: 6 }] };
    const { calls } = await launched(script, { existing: [failed], wish: again });
    expect(starts(calls)).toBe(0);
  });

  it('starts a new one when the GitLab project has moved on', async () => {
    const existing = [pipeline({ id: 5, status: 'success', sha: olderHead })];
    expect((await launched({ create: [{ id: 6 }] }, { existing })).result).toBe('started 6');
    const gone = { existing: [failed], head: async () => undefined, wish: again };
    expect((await launched({ create: [{ id: 6 }] }, gone)).result).toBe('started 6');
  });

  it.each(everyKind)('gives a reason when the head of the ref cannot be read: %s', async (kind) => {
    const head = () => Promise.reject(gitlabFailure(kind));
    const { result, calls } = await launched({}, { existing: [failed], head });
    expect([result.startsWith('gitlab-'), calls]).toEqual([true, []]);
  });

  it('stops a live one that is not good enough before it starts another', async () => {
    const existing = [pipeline({ id: 5, status: 'running', sha: olderHead })];
    const script: Script = { cancel: ['accepted'], get: [{ status: 'canceled' }], create: [{ id: 6 }] };
    const { result, calls } = await launched(script, { existing });
    expect([result, calls]).toEqual(['started 6', ['cancel 5', 'get 5', `create ${key}`]]);
  });

  it('starts none beside one that the token may not stop', async () => {
    const existing = [pipeline({ id: 5, status: 'running', sha: olderHead })];
    const { result, calls } = await launched(
      { cancel: [gitlabFailure('forbidden', clear)], create: [{ id: 6 }] },
      { existing },
    );
    expect([result, calls]).toEqual(['cancel-needs-api', ['cancel 5', 'cancel 5', 'cancel 5']]);
  });

  it.each([
    {
      what: 'stopping',
      existing: { status: 'running', sha: olderHead },
      script: { get: [{ status: 'canceled' }] },
    },
    {
      what: 'asking for a retry',
      existing: { status: 'failed' },
      script: { jobs: [[]], retry: [gitlabFailure('forbidden', clear)] },
    },
  ] as const)('after $what somebody may want no pipeline any more: none is started', async (row) => {
    const existing = [pipeline({ id: 5, ...row.existing })];
    const script = { cancel: ['accepted'], create: [{ id: 6 }], ...row.script } as const;
    const wish = { again: true, onRerun: 'retry-failed' } as const;
    const wanted = await launched(script, { existing, wish });
    expect(wanted.result).toBe('started 6');
    const { result, calls } = await launched(script, { existing, wish, recheck: async () => 'superseded' });
    expect([result, calls.filter((call) => call.startsWith('create'))]).toEqual(['superseded', []]);
  });

  it('starts none where GitLab does not confirm that it has stopped', async () => {
    const existing = [pipeline({ id: 5, status: 'running', sha: olderHead })];
    const { result, calls } = await launched(
      { cancel: ['accepted'], get: [{ status: 'running' }] },
      { existing },
    );
    expect([result, starts(calls)]).toEqual(['gitlab-unavailable', 0]);
  });

  it('starts none when the job was cancelled during the retry', async () => {
    const script: Script = {
      jobs,
      retry: [gitlabFailure('unavailable')],
      get: [{ status: 'failed' }],
      create: [{ id: 6 }],
    };
    const context = { existing: [failed], wish: again };
    const { calls } = await launched(script, context, (clock, interrupt) => clock.at(1_000, interrupt));
    expect(starts(calls)).toBe(0);
  });
});
