/** A run that is out of date: who speaks for its pull request now. */
import { expect, it } from 'vitest';
import { known } from '../../src/facts/fact.ts';
import type { LivePull } from '../../src/facts/pull.ts';
import { claimingUrl, digestOf, refusingUrl } from '../../src/report/claim.ts';
import { giveWay } from '../../src/report/give-way.ts';
import { livePull } from '../gate/build.ts';
import { githubClient, githubWorld, type WrittenStatus } from '../world/github.ts';
import { commit } from './build.ts';

const runs = 'https://github.com/acme/engine/actions/runs';
const began = 100_000;
const claimOf = (run: number, pull = 42, ids: string[] = ['test-all']) =>
  claimingUrl(`${runs}/${run}`, {
    pull,
    tests: digestOf({ ids, all: ids.includes('test-all') }),
    full: true,
  });
const line = (targetUrl: string, over: Partial<WrittenStatus> = {}): WrittenStatus => ({
  ...{ commit, context: 'drawbridge', state: 'pending', description: targetUrl, targetUrl, at: began },
  ...over,
});
const own = line(claimOf(9));

async function play(statuses: readonly WrittenStatus[], pull: number | undefined = 42) {
  const world = githubWorld();
  world.statuses.push(...statuses);
  world.pulls.set(42, livePull({ labels: ['test-all'] }));
  const wants = async ({ labels }: LivePull) => known({ ids: labels, all: labels.includes('test-all') });
  const ports = {
    github: githubClient(world),
    claims: { context: 'drawbridge', own: 42, drafts: false, wants },
  };
  const speaker = { pull, context: 'drawbridge', runUrl: `${runs}/9`, requiresAll: false };
  const mine = await giveWay(ports, speaker, commit, began);
  return [mine, world.statuses.slice(statuses.length).map(({ state, targetUrl }) => `${state} ${targetUrl}`)];
}

it.each<[string, readonly WrittenStatus[], number | undefined, readonly string[]]>([
  ['its own word stands', [own], 42, []],
  ['its own word stands, by an older one', [line(claimOf(8)), own], 42, []],
  ['another pull request has spoken beneath it', [line(claimOf(8, 5)), own], 42, []],
  ['another run of its pull request has spoken since', [own, line(claimOf(10))], undefined, []],
  ['another pull request has spoken since', [own, line(claimOf(10, 5))], 42, []],
  ['another pull request was refused since', [own, line(refusingUrl(`${runs}/10`, 5))], 42, []],
  ['its own over a pending word of a newer run: that one gives way', [own, line(claimOf(10)), own], 42, []],
  ['it was refused', [line(refusingUrl(`${runs}/9`, 42))], undefined, []],
  [
    'its word lies on a last word of a newer run: that is given back',
    [own, line(claimOf(10), { state: 'failure' }), line(claimOf(9))],
    ...([undefined, [`failure ${claimOf(10)}`]] as const),
  ],
  [
    'that one was for fewer than is asked for now',
    [own, line(claimOf(10, 42, ['a']), { state: 'success' }), line(claimOf(9))],
    ...([42, []] as const),
  ],
  ['it has said nothing, and nobody has', [], 42, []],
  ['it has said nothing, and an older run had', [line(claimOf(8), { at: began - 60_000 })], 42, []],
  ['it has said nothing, and another run has since', [line(claimOf(10))], undefined, []],
  ['the same, and that was refused', [line(refusingUrl(`${runs}/10`, 42))], undefined, []],
  ['the same, by clocks that differ', [line(claimOf(10), { at: began - 4_000 })], undefined, []],
  ['it has said nothing, and another pull request has', [line(claimOf(10, 5))], 42, []],
])('%s', async (_, statuses, expected, written) => {
  expect(await play(statuses)).toEqual([expected, written]);
});

it('who has no pull request and has said nothing leaves it at that', async () => {
  const world = githubWorld();
  const ports = {
    github: githubClient(world),
    claims: { context: 'drawbridge', drafts: false, wants: async () => known(undefined) },
  };
  const speaker = { pull: undefined, context: 'drawbridge', runUrl: `${runs}/9`, requiresAll: false };
  expect(await giveWay(ports, speaker, commit, began)).toBeUndefined();
});
