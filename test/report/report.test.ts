import { describe, expect, it } from 'vitest';
import { ServiceFailure } from '../../src/net/failure.ts';
import type { ReasonCode } from '../../src/reasons.ts';
import {
  claimIn,
  claimingUrl,
  digestOf,
  refusalIn,
  refusingUrl,
  takingAlong,
} from '../../src/report/claim.ts';
import { exitCode } from '../../src/report/exit.ts';
import { heldBack, report as reportWith } from '../../src/report/report.ts';
import type { Result } from '../../src/report/result.ts';
import type { Statuses } from '../../src/report/status.ts';
import { everyKind, githubFailure } from '../gate/build.ts';
import { notedCalls } from '../world/calls.ts';
import { virtualClock } from '../world/clock.ts';
import { githubClient, githubWorld, type WrittenStatus } from '../world/github.ts';
import { commit, passed } from './build.ts';

/** What helps is another thing for each, so each has words of its own. */
const whyUntold: Record<string, ReasonCode> = {
  unauthorized: 'github-token-refused',
  forbidden: 'status-not-written',
  'not-found': 'status-not-written',
  conflict: 'github-unexpected',
  invalid: 'github-unexpected',
  'rate-limited': 'status-throttled',
  unavailable: 'status-undelivered',
  moved: 'github-moved',
  unexpected: 'github-unexpected',
};

const target = { commit, context: 'drawbridge', targetUrl: 'https://github.com/acme/engine/actions/runs/9' };
const failed: Result = { ...passed, verdict: 'failure', reason: 'pipeline-failed' };

/** GitHub that takes statuses, or fails. */
function github(failure?: Error): Statuses & { readonly written: readonly WrittenStatus[] } {
  const { carry, fail } = notedCalls();
  if (failure) fail('status ', failure);
  const world = githubWorld();
  return { ...githubClient(world, carry), written: world.statuses };
}

/** Where GitHub stands by what was decided, unless a recheck says otherwise. */
const report = (
  statuses: Statuses,
  to: typeof target | undefined,
  result: Result,
  changed: () => ReasonCode | undefined = () => undefined,
): Promise<Result> =>
  reportWith(
    {
      ...{ statuses, clock: virtualClock(), holds: async () => changed(), onUntold: () => {} },
      ...{ target: () => to, precede: async () => ({ act: 'write' }) },
    },
    result,
  );

describe('reporting a result', () => {
  it('writes its status on its commit', async () => {
    const statuses = github();
    expect(await report(statuses, target, passed)).toBe(passed);
    const { context, targetUrl } = target;
    const line = {
      state: 'success',
      description: 'private tests passed (test-aws, test-do)',
      context,
      targetUrl,
    };
    expect(statuses.written).toEqual([{ commit, ...line, at: 0 }]);
  });

  it('writes nothing that belongs to somebody else', async () => {
    const statuses = github();
    const result: Result = { ...passed, verdict: 'superseded', reason: 'superseded' };
    expect(await report(statuses, target, result)).toBe(result);
    expect(statuses.written).toEqual([]);
  });

  it('writes nothing where there is no place', async () => {
    const statuses = github();
    expect(await report(statuses, undefined, passed)).toBe(passed);
    expect(statuses.written).toEqual([]);
  });

  it.each(everyKind)('a success that GitHub does not show is none: %s', async (kind) => {
    const told = await report(github(githubFailure(kind)), target, passed);
    expect(told).toEqual({ ...passed, verdict: 'lost', reason: whyUntold[kind] });
  });

  it('a commit that takes no more statuses is no matter of rights', async () => {
    const full = new ServiceFailure({
      ...{ service: 'github', status: 422, kind: 'invalid', mayHaveActed: false },
      refusal: 'too-many-statuses',
    });
    expect(await report(github(full), target, passed)).toMatchObject({ reason: 'status-limit-reached' });
  });

  it.each<[string, Result, ReasonCode, object, number]>([
    [
      'a success that does not hold',
      passed,
      'superseded',
      { verdict: 'superseded', reason: 'superseded' },
      0,
    ],
    [
      'a failure that does not hold',
      failed,
      'superseded',
      { verdict: 'superseded', reason: 'superseded' },
      0,
    ],
    [
      'a success of which nothing can be found out',
      passed,
      'github-unavailable',
      { verdict: 'lost', reason: 'github-unavailable' },
      1,
    ],
    [
      'a success of a pull request that is closed',
      passed,
      'pull-request-closed',
      { verdict: 'cancelled', reason: 'pull-request-closed' },
      0,
    ],
    [
      'a pass that is held back and does not hold',
      heldBack(passed, 5),
      'superseded',
      { verdict: 'superseded', reason: 'superseded' },
      0,
    ],
    ['a failure of which nothing can be found out', failed, 'github-unavailable', failed, 1],
  ])('%s', async (_, result, changed, expected, written) => {
    const statuses = github();
    expect(await report(statuses, target, result, () => changed)).toMatchObject(expected);
    expect(statuses.written).toHaveLength(written);
    expect(JSON.stringify(statuses.written)).not.toContain('success');
    // Without a status the outputs must not say more than is true either.
    expect(await report(statuses, undefined, result, () => changed)).toMatchObject(expected);
  });

  // `require-all` has no verdict: its job must not be green where the required status is not there.
  it('nor is any other success that GitHub does not show', async () => {
    const enabled: Result = { decision: 'allowed', reason: 'all-tests-selected', commit };
    const told = await report(github(githubFailure('forbidden')), target, enabled);
    expect(exitCode(told, 'drawbridge')).toBe(1);
  });

  it('a failure stays what it is when it cannot be shown', async () => {
    expect(await report(github(githubFailure('unavailable')), target, failed)).toBe(failed);
  });

  it('a fault of our own is thrown on', async () => {
    await expect(report(github(new TypeError('ours')), target, passed)).rejects.toThrow('ours');
  });
});

it.each<[Result, number | 'all', object]>([
  [passed, 5, { verdict: 'pending', reason: 'more-tests-asked' }],
  [passed, 'all', { verdict: 'pending', reason: 'all-tests-needed' }],
  [{ decision: 'allowed', reason: 'all-tests-selected' }, 5, { reason: 'more-tests-asked' }],
])('a pass that is held back says why, and has a verdict only where it had one (%#)', (result, by, over) => {
  expect(heldBack(result, by)).toEqual({ ...result, ...over, asksMore: by });
});

describe('what a link says', () => {
  const url = 'https://github.com/acme/engine/actions/runs/9';
  const claim = { pull: 42, tests: 'all', full: true };
  const few = { pull: 7, tests: digestOf({ ids: ['b', 'a'], all: false }), full: false };

  it.each([
    ['all tests', claimingUrl(url, claim), claim],
    [
      'some, in any order',
      claimingUrl(url, few),
      { ...few, tests: digestOf({ ids: ['a', 'b'], all: false }) },
    ],
    ['with a key', claimingUrl(url, claim, 'acme/engine#42@abc:0123456789ab'), claim],
    ['a pipeline that was taken along', takingAlong(claimingUrl(url, claim), 100), claim],
    ['nothing', url, undefined],
    ['who was not let through', refusingUrl(url, 42), undefined],
    ['more than a claim', `${claimingUrl(url, claim)}&x`, undefined],
    ['a number that is none', claimingUrl(url, { ...claim, pull: 1234567890123456 }), undefined],
    ['a digest that is none', claimingUrl(url, { ...claim, tests: 'ALL' }), undefined],
  ])('a claim: %s', (_, link, expected) => expect(claimIn(link)).toEqual(expected));

  it('shows the key by its digest alone', () => {
    const link = claimingUrl(url, few, 'acme/engine#42@abc:0123456789ab');
    expect(link).toBe(`${url}?pr=7&key=0123456789ab&tests=${few.tests}&full=0`);
  });

  it.each([
    [refusingUrl(url, 42), 42],
    [claimingUrl(url, claim), undefined],
    [url, undefined],
  ])('who was not let through: %s', (link, pull) => expect(refusalIn(link)).toBe(pull));

  it.each([
    [{ ids: ['x'], all: true }, 'all'],
    [{ ids: [], all: false }, 'none'],
    [{ ids: ['a'], all: false }, expect.stringMatching(/^[0-9a-f]{12}$/)],
  ])('tests %j are %s', (tests, digest) => expect(digestOf(tests)).toEqual(digest));
});
