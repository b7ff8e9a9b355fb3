/** A pass beside another pull request's failure: the failure stays, and the pass is not lost. */
import { describe, expect, it } from 'vitest';
import { known } from '../../src/facts/fact.ts';
import type { LivePull } from '../../src/facts/pull.ts';
import { besideFailure, refusedAs } from '../../src/report/beside.ts';
import { claimingUrl, digestOf, refusingUrl } from '../../src/report/claim.ts';
import type { Line, Speaks } from '../../src/report/precedence.ts';
import { release } from '../../src/report/restate.ts';
import { historyOf } from '../../src/report/standing.ts';
import type { StandingStatus } from '../../src/report/status.ts';
import { voiceOf } from '../../src/report/voice.ts';
import { livePull } from '../gate/build.ts';
import { virtualClock } from '../world/clock.ts';
import { githubClient, githubWorld } from '../world/github.ts';
import { commit } from './build.ts';

const runs = 'https://github.com/acme/engine/actions/runs';
/** #1 asks for a, #2 for something else; #2 has said a failure, then #1 passes. */
async function after(over: Partial<LivePull>, tests: string) {
  const world = githubWorld();
  world.pulls.set(1, livePull({ number: 1, labels: ['a'] }));
  world.pulls.set(2, livePull({ number: 2, ...over }));
  const github = githubClient(world);
  const wants = async ({ labels }: LivePull) =>
    known(labels.includes('typo') ? undefined : { ids: labels, all: labels.includes('test-all') });
  const claims = { context: 'drawbridge', drafts: false, wants };
  const log = { info: () => {}, warning: () => {} };
  const ports = { github, claims, log, clock: virtualClock(), memory: { save: () => {} } };
  const speaker = { pull: 1, context: 'drawbridge', runUrl: `${runs}/1`, requiresAll: false };
  const voice = voiceOf({ ...ports, claims: { ...claims, own: 1 } }, speaker);
  const result = { decision: 'allowed', reason: 'starting', commit, tests: ['a'] } as const;
  await voice.claim(result);
  const targetUrl = claimingUrl(`${runs}/2`, { pull: 2, tests, full: tests !== 'none' });
  world.statuses.push({
    commit,
    context: 'drawbridge',
    state: 'failure',
    description: 'of #2',
    targetUrl,
    at: 0,
  });
  const told = await voice.last({ ...result, verdict: 'success', reason: 'pipeline-success' });
  return { world, ports, told };
}

it.each([
  ['more', { labels: ['test-all'] }, 'all'],
  ['other', { labels: ['b'] }, digestOf({ ids: ['b'], all: false })],
  ['what cannot be run', { labels: ['typo'] }, 'none'],
])('that asks for %s: it stays, and the pass is told when that one closes', async (_, over, tests) => {
  const { world, ports, told } = await after(over, tests);
  expect(told.reason).toBe('more-tests-asked');
  expect(world.statuses.at(-1)?.description).toBe('of #2');
  world.pulls.set(2, livePull({ number: 2, open: false }));
  await release(
    { ...ports, context: 'drawbridge', requiresAll: false },
    commit,
    historyOf(ports.github, commit),
    { pull: 2, how: 'closed' },
  );
  expect(world.statuses.at(-1)).toMatchObject({ state: 'success', description: 'private tests passed (a)' });
});

describe('a line beside', () => {
  const tests = { ids: ['a'], all: false };
  const line = (state: Line['state'], description = 'x', speaks: Speaks = 'claimant'): Line => ({
    ...{ state, description, speaks, tests, pull: 1, targetUrl: `${runs}/1` },
  });
  const standing = (
    state: StandingStatus['state'],
    targetUrl = claimingUrl(`${runs}/2`, { pull: 2, tests: 'all', full: true }),
  ): StandingStatus => ({ ...{ context: 'drawbridge', state, targetUrl, description: 'x', at: 0 } });
  const held = line('pending', 'passed: a; #2 asks for more');
  const asks = { pull: 3, wants: { ids: [], all: true } };

  it.each<[string, Line, StandingStatus | undefined, object]>([
    [
      'another’s failure: a pass is held back',
      line('success'),
      standing('failure'),
      { act: 'hold', asksMore: 2 },
    ],
    ['another’s error: the same', line('success'), standing('error'), { act: 'hold', asksMore: 2 }],
    ['the same: a failure is left', line('failure'), standing('failure'), { act: 'leave' }],
    ['the same: a pass that is held back is put on record', held, standing('failure'), { act: 'write' }],
    ['the same: a refusal is left', line('success', 'x', 'refused'), standing('failure'), { act: 'leave' }],
    ['a success: a pass is left', line('success'), standing('success'), { act: 'leave' }],
    ['a success: a pass that is held back is left', held, standing('success'), { act: 'leave' }],
    ['a failure of nobody’s', line('success'), standing('failure', `${runs}/2`), { act: 'leave' }],
    ['nothing', line('success'), undefined, { act: 'leave' }],
  ])('%s', (_, said, counts, expected) => {
    expect(besideFailure(said, counts ? [counts] : [], [], counts)).toEqual(expected);
  });

  it('names who asks for more, before whose failure it is', () => {
    const failure = standing('failure');
    expect(besideFailure(line('success'), [failure], [asks], failure)).toEqual({ act: 'hold', asksMore: 3 });
  });

  it('is put on record once, wherever it lies', () => {
    const failure = standing('failure');
    const said = {
      ...failure,
      ...{ state: held.state, description: held.description, targetUrl: held.targetUrl },
    };
    expect(besideFailure(held, [failure, said], [], failure)).toEqual({ act: 'leave' });
  });
});

describe('the link by which a refusal is told', () => {
  const [older, own] = [refusingUrl(`${runs}/2`, 1), refusingUrl(`${runs}/9`, 1)];
  it.each<[string, string, string, number | undefined, string]>([
    ['that of the same refusal', older, own, 1, older],
    ['its own over another’s', refusingUrl(`${runs}/2`, 5), own, 1, own],
    ['its own over a claim', claimingUrl(`${runs}/2`, { pull: 1, tests: 'all', full: true }), own, 1, own],
    [
      'that of a claim over a refusal',
      older,
      claimingUrl(`${runs}/9`, { pull: 1, tests: 'all', full: true }),
      1,
      claimingUrl(`${runs}/9`, { pull: 1, tests: 'all', full: true }),
    ],
    ['its own where it has no pull request', `${runs}/2`, `${runs}/9`, undefined, `${runs}/9`],
  ])('%s', (_, said, targetUrl, pull, expected) => {
    const standing: StandingStatus = {
      ...{ context: 'drawbridge', state: 'pending', targetUrl: said, description: 'x', at: 0 },
    };
    const line: Line = {
      ...{ state: 'pending', description: 'x', speaks: 'refused', tests: undefined, pull, targetUrl },
    };
    expect(refusedAs(standing, line)).toBe(expected);
  });
});
