import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { launch } from '../../src/pipeline/launch.ts';
import { virtualClock } from '../world/clock.ts';
import { currentHead, everyKind, gitlabFailure, noMemory, pipeline, request } from './build.ts';
import { type Script, scripted } from './scripted.ts';

const lost = gitlabFailure('unavailable');
const minute = 60_000;

/** A launch whose first start got no clear answer. `existing`: what was there before. */
async function afterLoss(
  script: Script,
  over: { existing?: readonly number[]; start?: Script['create'] } = {},
) {
  const clock = virtualClock();
  const gitlab = scripted({ create: over.start ?? [lost], find: [[]], recent: [[]], ...script });
  const existing = (over.existing ?? []).map((id) => pipeline({ id, status: 'skipped' }));
  const answer = await launch(gitlab, request(), {
    clock,
    memory: noMemory,
    mayName: false,
    existing,
    head: async () => currentHead,
    wish: { again: false, onRerun: 'retry-failed' },
    patienceMs: 10 * minute,
    interrupted: new AbortController().signal,
  });
  const result = answer.launched === 'no' ? answer.reason : `${answer.launched} ${answer.pipeline.id}`;
  const starts = gitlab.calls.filter((call) => call.startsWith('create')).length;
  return { result, starts, calls: gitlab.calls, elapsed: clock.elapsed() };
}

describe('a start whose answer got lost', () => {
  it.each(everyKind)('%s: is found by its name', async (kind) => {
    const { result, starts } = await afterLoss(
      { find: [[{ id: 5, status: 'pending' }]] },
      { start: [gitlabFailure(kind)] },
    );
    expect([result, starts]).toEqual(['started 5', 1]);
  });

  it('is found late, after lag and after looks that failed', async () => {
    const find = [[], lost, [], [{ id: 5 }]];
    expect(await afterLoss({ find })).toMatchObject({ result: 'started 5', starts: 1 });
  });

  it('is found among what is new, by the request that it was started for', async () => {
    const other = request().key.replace('#42', '#41');
    const recent = [[{ id: 9, name: other }, { id: 8 }, { id: 7, name: request().key }]];
    expect((await afterLoss({ recent })).result).toBe('started 7');
  });

  it('is not looked for among unnamed ones that are old and have only changed lately', async () => {
    const old = { id: 4, name: undefined, createdAt: virtualClock().now() - 60 * minute };
    const { calls } = await afterLoss({ recent: [[old]], find: [[], [{ id: 5 }]] });
    expect(calls).not.toContain('variable 4');
    expect(calls.filter((call) => /variable/i.test(call))).toEqual([]);
  });

  it('is not taken for one that was there before', async () => {
    const script: Script = {
      find: [[{ id: 4, status: 'skipped' }], [{ id: 6 }, { id: 4, status: 'skipped' }]],
    };
    expect((await afterLoss(script, { existing: [4] })).result).toBe('started 6');
    const unnamed: Script = { recent: [[{ id: 4, name: request().key }]] };
    expect((await afterLoss(unnamed, { existing: [4] })).result).toBe('gitlab-unavailable');
  });

  it('is the elder live one where two are found', async () => {
    const find = [[{ id: 7 }, { id: 6 }, { id: 5, status: 'canceled' as const }]];
    expect((await afterLoss({ find })).result).toBe('started 6');
  });

  it('is found also when it has ended already', async () => {
    expect((await afterLoss({ find: [[{ id: 5, status: 'failed' }]] })).result).toBe('started 5');
  });

  it('is sent again only after several looks, for over a minute, have shown that there is none', async () => {
    const { result, starts, calls, elapsed } = await afterLoss({}, { start: [lost, { id: 5 }] });
    expect([result, starts]).toEqual(['started 5', 2]);
    expect(calls.slice(0, -1).filter((call) => call.startsWith('find')).length).toBeGreaterThanOrEqual(3);
    expect(calls.at(-1)).toMatch(/^create/);
    expect(elapsed).toBeGreaterThan(minute);
  });

  it('is not sent again while GitLab cannot be asked: uncertain', async () => {
    for (const script of [{ find: [lost] }, { recent: [lost] }]) {
      const { result, starts, elapsed } = await afterLoss(script, { start: [lost, { id: 5 }] });
      expect([result, starts]).toEqual(['trigger-uncertain', 1]);
      expect(elapsed).toBeGreaterThanOrEqual(10 * minute);
    }
  });

  it.each(['unauthorized', 'forbidden'] as const)(
    'is uncertain soon where the token may not look: %s',
    async (kind) => {
      const { result, starts, elapsed } = await afterLoss({ find: [gitlabFailure(kind)] });
      expect([result, starts]).toEqual(['trigger-uncertain', 1]);
      expect(elapsed).toBeLessThan(minute);
    },
  );

  it.each(['unauthorized', 'forbidden'] as const)('is looked for also after one no: %s', async (kind) => {
    const { result } = await afterLoss({ find: [gitlabFailure(kind), [{ id: 5 }]] });
    expect(result).toBe('started 5');
  });

  it('may be one of ours whose request cannot be read: of a replaced or a trigger token, or by inputs', async () => {
    const hidden = { id: 9, name: 'the name that the project gives its pipelines', keyHidden: true };
    const { result, starts } = await afterLoss({ recent: [[hidden]] });
    expect([result, starts]).toEqual(['trigger-uncertain', 1]);
  });

  it('is none that is known to be of another request, or of none', async () => {
    const named = { id: 9, name: request().key.replace('#42', '#41'), keyHidden: true };
    const ofNone = { id: 8, name: 'nightly' };
    expect((await afterLoss({ recent: [[named, ofNone]] }, { start: [lost, { id: 5 }] })).result).toBe(
      'started 5',
    );
  });

  it('is given up after a few', async () => {
    const { result, starts } = await afterLoss({});
    expect([result, starts <= 3]).toEqual(['gitlab-unavailable', true]);
  });
});

it('however a start is answered and however late it shows, there is never a second', async () => {
  const acted = fc.constantFrom(...everyKind);
  const look = fc.constantFrom('shows', 'fails', 'lags' as const);
  await fc.assert(
    fc.asyncProperty(acted, fc.array(look, { maxLength: 6 }), fc.boolean(), async (kind, looks, named) => {
      // GitLab has created it. A replica lags for at most three looks, and then every look shows it or fails.
      const lags = { left: 3 };
      const shown = { id: 5, name: request().key } as const;
      const answers = [...looks, 'shows' as const].map((one) => {
        if (one === 'fails') return lost;
        if (one === 'lags' && lags.left-- > 0) return [];
        return [shown];
      });
      const script: Script = named ? { find: answers, recent: [[]] } : { find: [[]], recent: answers };
      const { result, starts } = await afterLoss(script, { start: [gitlabFailure(kind), { id: 99 }] });
      expect([result, starts]).toEqual(['started 5', 1]);
    }),
    { numRuns: 200 },
  );
});
