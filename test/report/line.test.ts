/** Whom a run speaks for, and by which link it does. */
import { describe, expect, it } from 'vitest';
import { claimingUrl, digestOf, refusingUrl } from '../../src/report/claim.ts';
import { asksMoreThan, type Speaker, spokenOf, targetOf, usually } from '../../src/report/line.ts';
import type { Line, Speaks } from '../../src/report/precedence.ts';
import type { Result } from '../../src/report/result.ts';
import { commit, passed } from './build.ts';

const runUrl = 'https://github.com/acme/engine/actions/runs/9';
const speaker: Speaker = { pull: 42, context: 'drawbridge', runUrl, requiresAll: false };
const push: Speaker = { ...speaker, pull: undefined };
const ids = ['test-aws', 'test-do'];
const few = digestOf({ ids, all: false });
const claim = (tests: string, full = true, pull = 42) => claimingUrl(runUrl, { pull, tests, full });

it.each<[string, Speaker, string | undefined, Speaks]>([
  ['a pull request', speaker, undefined, 'claimant'],
  ['a push', push, undefined, 'ref'],
  ['`post` by a claim', push, claim('all'), 'claimant'],
  ['`post` by a link that claims nothing', push, runUrl, 'ref'],
])('%s speaks as what it is', (_, who, link, speaks) => expect(usually(who, link)).toBe(speaks));

describe('the link', () => {
  it.each<[string, Partial<Speaker>, object, Speaks, string | undefined, string]>([
    ['claims for the tests of who was let through', {}, {}, 'claimant', undefined, claim(few)],
    ['claims for all of them', {}, { allSelected: true }, 'claimant', undefined, claim('all')],
    [
      'names the key',
      ...([{}, { key: 'acme/engine#42@abc:0123456789ab' }, 'claimant', undefined] as const),
      `${runUrl}?pr=42&key=0123456789ab&tests=${few}&full=1`,
    ],
    [
      'is no full claim for fewer than all',
      { requiresAll: true },
      {},
      'claimant',
      undefined,
      claim(few, false),
    ],
    [
      'is one for all that the files need',
      ...([{ requiresAll: true }, { sufficient: true }, 'claimant', undefined, claim(few)] as const),
    ],
    ['is one for all', { requiresAll: true }, { allSelected: true }, 'claimant', undefined, claim('all')],
    ['claims for none of what cannot be run', {}, {}, 'declined', undefined, claim('none', false)],
    ['claims nothing for who was not let through', {}, {}, 'refused', undefined, refusingUrl(runUrl, 42)],
    [
      'claims nothing where no tests are known',
      {},
      { tests: undefined },
      'claimant',
      undefined,
      refusingUrl(runUrl, 42),
    ],
    ['is the page alone for a push', { pull: undefined }, {}, 'ref', undefined, runUrl],
    [
      'is the claim that was given',
      {},
      { tests: undefined },
      'claimant',
      claim('all', true, 7),
      claim('all', true, 7),
    ],
    ['is none that was given and claims nothing', {}, {}, 'claimant', 'https://x.example', claim(few)],
    [
      'tells which pipeline went with a cancelled job',
      ...([{}, { reason: 'job-cancelled' }, 'claimant', undefined, `${claim(few)}#5`] as const),
    ],
    [
      'tells none where there was none',
      ...([
        {},
        { reason: 'job-cancelled', pipelineId: undefined },
        'claimant',
        undefined,
        claim(few),
      ] as const),
    ],
  ])('%s', (_, who, result, speaks, link, targetUrl) => {
    const told: Result = { ...passed, ...result };
    expect(targetOf({ ...speaker, ...who }, told, speaks, link)).toEqual({
      ...{ commit, context: 'drawbridge', targetUrl },
    });
  });

  it('is none without a context, or a commit', () => {
    const { commit: _, ...unknown } = passed;
    expect(targetOf({ ...speaker, context: undefined }, passed, 'claimant')).toBeUndefined();
    expect(targetOf(speaker, unknown, 'claimant')).toBeUndefined();
  });
});

describe('what is said', () => {
  it('is the line of a result, for whom its link claims', () => {
    const link = claim('all', true, 7);
    expect(spokenOf(push, passed, 'claimant', link)).toEqual({
      target: { commit, context: 'drawbridge', targetUrl: link },
      line: {
        ...{ state: 'success', description: 'private tests passed (test-aws, test-do)', targetUrl: link },
        ...{ speaks: 'claimant', pull: 7, tests: { ids, all: false } },
      },
      tests: ids,
    });
    expect(spokenOf(speaker, { ...passed, allSelected: true }, 'claimant')?.line.tests?.all).toBe(true);
  });

  it('for a result without tests is for none that can be run', () => {
    const { tests: _, ...without } = passed;
    const said = spokenOf(speaker, without, 'claimant');
    expect([said?.line.tests, said?.line.pull, said?.tests]).toEqual([undefined, 42, []]);
  });

  it('is nothing where the status is somebody else’s, or there is nowhere to say it', () => {
    expect(spokenOf(speaker, { ...passed, reason: 'superseded' }, 'claimant')).toBeUndefined();
    expect(spokenOf({ ...speaker, context: undefined }, passed, 'claimant')).toBeUndefined();
  });
});

it('who asks for more is named by number; where nobody does, all tests are needed', () => {
  const tests = { ids, all: false };
  const line: Line = {
    state: 'success',
    description: '',
    targetUrl: claim(few),
    speaks: 'claimant',
    pull: 42,
    tests,
  };
  expect(
    asksMoreThan(line, [
      { pull: 42, wants: tests },
      { pull: 7, wants: { ids: [], all: true } },
    ]),
  ).toBe(7);
  expect(asksMoreThan(line, [{ pull: 42, wants: tests }])).toBe('all');
});
