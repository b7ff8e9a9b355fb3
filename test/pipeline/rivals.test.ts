import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pipeline } from '../../src/pipeline/pipeline.ts';
import { rivalsOf, successorOf, yieldToElder } from '../../src/pipeline/rivals.ts';
import { toStatus } from '../../src/pipeline/status.ts';
import { cancelAll, obsoleteOf } from '../../src/pipeline/supersede.ts';
import { alive, blocked, currentHead, ended, gitlabFailure, olderHead, pipeline, scripted } from './build.ts';

const mine = pipeline({ id: 5 });
const ids = (list: readonly Pipeline[]) => list.map(({ id }) => id);

describe('two runs that race', () => {
  it.each<[string, readonly Partial<Pipeline>[], number | undefined, readonly number[]]>([
    ['alone', [{ id: 5 }], undefined, []],
    ['an elder one', [{ id: 5 }, { id: 4 }], 4, [5]],
    ['a younger one', [{ id: 6 }, { id: 5 }], undefined, [6]],
    ['two elder ones: the eldest', [{ id: 3 }, { id: 5 }, { id: 4 }], 3, [5, 4]],
    ['an elder one that has ended', [{ id: 4, status: 'canceled' }, { id: 5 }], undefined, []],
    ['an elder one that is being cancelled', [{ id: 4, status: 'canceling' }, { id: 5 }], undefined, []],
    ['one that is blocked', [{ id: 4, status: 'manual' }, { id: 5 }], 4, [5]],
    [
      'one of another commit',
      [{ id: 4, sha: olderHead }, { id: 5 }, { id: 6, sha: olderHead }],
      undefined,
      [],
    ],
  ])('%s', (_, found, elder, younger) => {
    const rivals = rivalsOf(found.map(pipeline), mine);
    expect([rivals.elder?.id, ids(rivals.younger)]).toEqual([elder, younger]);
  });

  it('come to the same pipeline, whoever looks', () => {
    const one = fc.record({
      id: fc.integer({ min: 1, max: 9 }),
      status: fc.constantFrom(...alive, ...blocked, ...ended).map(toStatus),
      sha: fc.constantFrom(currentHead, olderHead),
    });
    fc.assert(
      fc.property(fc.uniqueArray(one, { selector: ({ id }) => id }), (list) => {
        const found = list.map(pipeline);
        const over: readonly string[] = [...ended, 'canceling'];
        const racing = found.filter(({ status, sha }) => sha === currentHead && !over.includes(status));
        const winners = new Set(racing.map((each) => rivalsOf(found, each).elder?.id ?? each.id));
        expect(winners.size).toBeLessThanOrEqual(1);
        for (const each of racing) expect(ids(rivalsOf(found, each).younger)).not.toContain([...winners][0]);
      }),
    );
  });

  it.each<[string, readonly Partial<Pipeline>[], number | undefined]>([
    ['to the eldest live one', [{ id: 4 }, { id: 3 }], 3],
    ['to a live one before a verdict', [{ id: 3, status: 'success' }, { id: 4 }], 4],
    ['to a verdict', [{ id: 4, status: 'failed' }], 4],
    [
      'to no cancelled one',
      [
        { id: 4, status: 'canceled' },
        { id: 3, status: 'skipped' },
      ],
      undefined,
    ],
    ['to no younger one', [{ id: 6 }], undefined],
    ['to none of another commit', [{ id: 4, sha: olderHead }], undefined],
  ])('change over %s', (_, found, successor) => {
    expect(successorOf(found.map(pipeline), mine)?.id).toBe(successor);
  });

  it('cancel younger ones, and never the elder', async () => {
    const gitlab = scripted({ find: [[{ id: 7 }, { id: 6 }, { id: 5 }]], cancel: ['accepted'] });
    expect(await yieldToElder(gitlab, 'key', mine)).toBeUndefined();
    expect(gitlab.calls).toEqual(['find key', 'cancel 7', 'cancel 6']);
  });

  it('leave what cannot be seen or cancelled to the next look', async () => {
    const down = gitlabFailure('unavailable');
    expect(await yieldToElder(scripted({ find: [down] }), 'key', mine)).toBeUndefined();
    expect(
      await yieldToElder(scripted({ find: [[{ id: 6 }]], cancel: [down] }), 'key', mine),
    ).toBeUndefined();
    await expect(yieldToElder(scripted({}), 'key', mine)).rejects.toThrow('no answer is planted');
  });
});

describe('what a newer run makes obsolete', () => {
  const key = (commit: string, digest = '1') => `acme/engine#42@${commit}:${digest}`;
  const found = [
    pipeline({ id: 9, name: key('b') }),
    pipeline({ id: 8, name: key('b', '2') }),
    pipeline({ id: 7, name: key('a') }),
    pipeline({ id: 6, name: key('a'), status: 'success' }),
    pipeline({ id: 5, name: key('a'), status: 'canceling' }),
    pipeline({ id: 4, name: key('a'), status: 'manual' }),
    pipeline({ id: 3, name: 'acme/engine#421@a:1' }),
    pipeline({ id: 2, name: 'acme/engine-2#42@a:1' }),
    pipeline({ id: 1, name: undefined }),
    pipeline({ id: 10, name: 'acme/engine#42' }),
  ];
  const all = { family: 'acme/engine#42', except: undefined, olderThan: undefined, sparing: undefined };

  it.each([
    ['all of a pull request, and of no other', all, [9, 8, 7, 4]],
    ['all but its own', { ...all, except: key('b') }, [8, 7, 4]],
    ['none that is younger', { ...all, except: key('b'), olderThan: 8 }, [7, 4]],
    ['no other selection of a commit', { ...all, sparing: 'b' }, [7, 4]],
    ['nothing of another family', { ...all, family: 'acme/engine#4' }, []],
  ])('%s', (_, obsolete, expected) => expect(ids(obsoleteOf(found, obsolete))).toEqual(expected));

  it('is cancelled, and what could not be is named', async () => {
    const gitlab = scripted({ cancel: ['accepted', gitlabFailure('forbidden'), 'accepted'] });
    expect(
      await cancelAll(
        gitlab,
        [1, 2, 3].map((id) => pipeline({ id })),
      ),
    ).toEqual([2]);
    expect(gitlab.calls).toEqual(['cancel 1', 'cancel 2', 'cancel 3']);
    await expect(cancelAll(scripted({}), [mine])).rejects.toThrow('no answer is planted');
  });
});
