import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Pipeline } from '../../src/pipeline/pipeline.ts';
import { replacementOf, rivalsOf, successorOf, yieldToElder } from '../../src/pipeline/rivals.ts';
import { toStatus } from '../../src/pipeline/status.ts';
import { isObsolete, type Obsolete } from '../../src/pipeline/supersede.ts';
import { alive, blocked, currentHead, ended, gitlabFailure, keyed, olderHead, pipeline } from './build.ts';
import { type Script, scripted } from './scripted.ts';

const mine = pipeline({ id: 5 });
const newerHead = 'e'.repeat(40);
const ids = (list: readonly Pipeline[]) => list.map(({ id }) => id);

describe('two runs that race', () => {
  it.each<[string, readonly Partial<Pipeline>[], number | undefined, readonly number[]]>([
    ['alone', [{ id: 5 }], undefined, []],
    ['an elder one', [{ id: 5 }, { id: 4 }], 4, []],
    ['a younger one', [{ id: 6 }, { id: 5 }], undefined, [6]],
    ['two elder ones: the eldest', [{ id: 3 }, { id: 5 }, { id: 4 }], 3, [4]],
    ['an elder one that has ended', [{ id: 4, status: 'canceled' }, { id: 5 }], undefined, []],
    ['an elder one that is being cancelled', [{ id: 4, status: 'canceling' }, { id: 5 }], undefined, []],
    ['one that is blocked', [{ id: 4, status: 'manual' }, { id: 5 }], 4, []],
    ['its own, which a replica does not show yet', [{ id: 4 }], 4, []],
    ['its own, which is over: no rival', [{ id: 5, status: 'canceled' }, { id: 6 }], undefined, []],
    ['one from before the branch moved', [{ id: 4, sha: olderHead }, { id: 5 }], undefined, [4]],
    ['one from after the branch moved', [{ id: 5 }, { id: 6, sha: newerHead }], 6, []],
    ['one on another ref', [{ id: 4, ref: 'other' }, { id: 5 }], undefined, [4]],
    [
      'two from after the branch moved',
      [{ id: 5 }, { id: 7, sha: newerHead }, { id: 6, sha: newerHead }],
      6,
      [7],
    ],
  ])('%s', (_, found, elder, others) => {
    const rivals = rivalsOf(found.map(pipeline), mine);
    expect([rivals.elder?.id, ids(rivals.others)]).toEqual([elder, others]);
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
        const racing = found.filter(({ status }) => !over.includes(status));
        const winners = new Set(racing.map((each) => rivalsOf(found, each).elder?.id ?? each.id));
        expect(winners.size).toBeLessThanOrEqual(1);
        for (const each of racing) expect(ids(rivalsOf(found, each).others)).not.toContain([...winners][0]);
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

  it.each<[string, readonly Partial<Pipeline>[], number | undefined]>([
    ['by the eldest live one', [{ id: 7 }, { id: 6 }], 6],
    [
      'by a verdict, the newest',
      [
        { id: 6, status: 'failed' },
        { id: 7, status: 'success' },
      ],
      7,
    ],
    ['by a live one before a verdict', [{ id: 7, status: 'success' }, { id: 6 }], 6],
    ['by none that is older', [{ id: 4 }], undefined],
    ['by none that was cancelled', [{ id: 6, status: 'canceled' }], undefined],
  ])('are replaced %s', (_, found, replacement) => {
    expect(replacementOf(found.map(pipeline), mine)?.id).toBe(replacement);
  });

  /** What came of a look at these pipelines, and what was cancelled. */
  const met = async (found: readonly Partial<Pipeline>[], cancel: Script['cancel'] = ['accepted']) => {
    const gitlab = scripted({ find: [found], cancel });
    const { shown, elder, successor } = await yieldToElder(gitlab, () => gitlab.find('key'), mine);
    return { shown, elder: elder?.id, successor: successor?.id, cancelled: gitlab.calls.slice(1) };
  };

  it.each<[string, readonly Partial<Pipeline>[], number | undefined, readonly string[]]>([
    ['younger ones, and stay', [{ id: 7 }, { id: 6 }, { id: 5 }], undefined, ['cancel 7', 'cancel 6']],
    [
      'younger ones, and leave their own to be cancelled with care',
      [{ id: 6 }, { id: 5 }, { id: 4 }],
      4,
      ['cancel 6'],
    ],
    ['none, when alone', [{ id: 5 }], undefined, []],
  ])('cancel %s', async (_, found, elder, cancelled) => {
    expect(await met(found)).toEqual({ shown: true, elder, cancelled });
  });

  it.each<[string, readonly Partial<Pipeline>[], number | undefined]>([
    ['the elder for which another run cancelled their own', [{ id: 5, status: 'canceled' }, { id: 4 }], 4],
    ['none, where a person cancelled their own', [{ id: 5, status: 'canceled' }], undefined],
    ['none, while their own is being cancelled', [{ id: 5, status: 'canceling' }], undefined],
    ['none, where their own has ended by itself', [{ id: 5, status: 'success' }, { id: 4 }], undefined],
  ])('name %s', async (_, found, successor) => {
    expect(await met(found)).toEqual({ shown: true, elder: undefined, successor, cancelled: [] });
  });

  it('look again when their own is not shown yet, or a cancel was not taken', async () => {
    expect((await met([{ id: 6 }])).shown).toBe(false);
    expect((await met([{ id: 6 }, { id: 5 }], [gitlabFailure('unavailable')])).shown).toBe(false);
  });

  it('leave what cannot be seen to the next look', async () => {
    const find = () => Promise.reject(gitlabFailure('unavailable'));
    expect(await yieldToElder(scripted({}), find, mine)).toEqual({ shown: false, elder: undefined });
    await expect(met([{ id: 6 }], [])).rejects.toThrow('no answer is planted');
  });

  it('are no rivals of one that is over', () => {
    const found = [{ id: 6 }, { id: 5, status: 'canceled' as const }].map(pipeline);
    expect(rivalsOf(found, mine)).toEqual({ elder: undefined, others: [] });
  });
});

describe('what a newer run makes obsolete', () => {
  const [a, b] = ['a'.repeat(40), 'b'.repeat(40)];
  const key = (commit: string, digest = '1', mark = '0123') =>
    `acme/engine#42@${commit}:${mark}${digest.repeat(8)}`;
  const found = [
    keyed({ id: 9, name: key(b) }),
    keyed({ id: 8, name: key(b, '2') }),
    keyed({ id: 7, name: key(a) }),
    keyed({ id: 6, name: key(a), status: 'success' }),
    keyed({ id: 5, name: key(a), status: 'canceling' }),
    keyed({ id: 4, name: key(a), status: 'manual' }),
    keyed({ id: 3, name: key(a).replace('#42', '#421') }),
    keyed({ id: 2, name: key(a).replace('engine', 'engine-2') }),
    keyed({ id: 1, name: undefined }),
    keyed({ id: 14, name: key(a), key: undefined }),
    keyed({ id: 15, name: 'nightly', key: key(a, '3') }),
    keyed({ id: 10, name: 'acme/engine#42' }),
    keyed({ id: 11, name: key(a, '1', 'aaaa') }),
    keyed({ id: 12, name: key(a).replace('#42', '!push') }),
    keyed({ id: 13, name: `${key(a)}, by eve` }),
  ];
  const family = { repository: 'acme/engine', pull: 42, mark: '0123' };
  const all: Obsolete = { family, except: undefined, sparing: undefined };
  const own = (over: Partial<Pipeline> = {}) => ({ key: key(b), pipeline: pipeline({ id: 20, ...over }) });

  it.each<[string, Obsolete, readonly number[]]>([
    ['all of a pull request, and of no other, nor of another check', all, [9, 8, 7, 4, 15]],
    ['all but its own and the rivals of that', { ...all, except: own() }, [8, 7, 4, 15]],
    [
      'an elder one of its own key on a commit that the ref has left',
      { ...all, except: own({ sha: olderHead }) },
      [9, 8, 7, 4, 15],
    ],
    [
      'an elder one of its own key on another ref',
      { ...all, except: own({ ref: 'feature/x' }) },
      [9, 8, 7, 4, 15],
    ],
    ['no younger one of its own key', { ...all, except: own({ id: 8, sha: olderHead }) }, [8, 7, 4, 15]],
    ['no other selection of a commit', { ...all, sparing: b }, [7, 4, 15]],
    [
      'all of a repository that has other letters now',
      { ...all, family: { ...family, repository: 'Acme/Engine' } },
      [9, 8, 7, 4, 15],
    ],
    ['nothing of another pull request', { ...all, family: { ...family, pull: 4 } }, []],
    ['nothing of another check', { ...all, family: { ...family, mark: 'bbbb' } }, []],
  ])('%s', (_, obsolete, expected) => expect(ids(found.filter(isObsolete(obsolete)))).toEqual(expected));
});
