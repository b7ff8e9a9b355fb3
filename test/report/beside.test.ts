/** A pass beside another pull request's failure: the failure stays, and the pass is not lost. */
import { expect, it } from 'vitest';
import { known } from '../../src/facts/fact.ts';
import type { LivePull } from '../../src/facts/pull.ts';
import { claimingUrl, digestOf } from '../../src/report/claim.ts';
import { release } from '../../src/report/restate.ts';
import { historyOf } from '../../src/report/standing.ts';
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
