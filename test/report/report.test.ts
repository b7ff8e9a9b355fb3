import { describe, expect, it } from 'vitest';
import { ServiceFailure } from '../../src/net/failure.ts';
import type { ReasonCode } from '../../src/reasons.ts';
import { claimantOf, claimingUrl } from '../../src/report/claim.ts';
import { exitCode } from '../../src/report/exit.ts';
import { report as reportWith } from '../../src/report/report.ts';
import type { Result } from '../../src/report/result.ts';
import type { StandingStatus, Statuses } from '../../src/report/status.ts';
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
    { statuses, clock: virtualClock(), holds: async () => changed(), onUntold: () => {} },
    to,
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

describe('who owns a status: attack 28', () => {
  const standing = (context: string, targetUrl: string): StandingStatus => ({
    context,
    state: 'pending',
    description: '',
    targetUrl,
    at: 0,
  });
  const url = 'https://github.com/acme/engine/actions/runs/9';

  it.each([
    ['nobody', [], undefined],
    ['the pull request that claimed it', [standing('drawbridge', claimingUrl(url, 42))], 42],
    ['nobody, when another context is claimed', [standing('other', claimingUrl(url, 42))], undefined],
    ['nobody, when the link is no claim', [standing('drawbridge', url)], undefined],
    [
      'nobody, when the link only contains a claim',
      [standing('drawbridge', `${url}?pr=42&x`), standing('drawbridge', url)],
      undefined,
    ],
    [
      'the one of its context',
      [standing('other', claimingUrl(url, 1)), standing('drawbridge', claimingUrl(url, 2))],
      2,
    ],
    ['nobody, when the number is none', [standing('drawbridge', `${url}?pr=1234567890123456`)], undefined],
  ])('%s', (_, statuses, owner) => expect(claimantOf(statuses, 'drawbridge')).toBe(owner));
});
