/** What is said for others is looked after: the same kind of race as that of one's own words. */
import { expect, it } from 'vitest';
import { known } from '../../src/facts/fact.ts';
import type { LivePull } from '../../src/facts/pull.ts';
import { claimingUrl, digestOf } from '../../src/report/claim.ts';
import type { Claimant } from '../../src/report/precedence.ts';
import { retell } from '../../src/report/retell.ts';
import { githubFailure, livePull } from '../gate/build.ts';
import { githubClient, githubWorld, type WrittenStatus } from '../world/github.ts';
import { commit } from './build.ts';

const context = 'drawbridge';
const asks = (pull: number, ...ids: string[]): Claimant => ({
  ...{ pull, wants: { ids, all: ids.includes('test-all') } },
});
const said = (
  state: WrittenStatus['state'],
  { pull, wants }: Claimant,
  over: Partial<WrittenStatus> = {},
): WrittenStatus => ({
  ...{ commit, context, state, description: `${state} of #${pull}`, at: 0 },
  targetUrl: claimingUrl(`https://github.com/acme/engine/actions/runs/${pull}`, {
    ...{ pull, tests: digestOf(wants ?? { ids: [], all: false }), full: true },
  }),
  ...over,
});
const [few, more, all] = [asks(1, 'a'), asks(2, 'a', 'b'), asks(3, 'test-all')];

/** Says the line of #1 over what stands, while others say theirs right before each write. Gives all that stands. */
async function play(line: WrittenStatus, claimants: readonly Claimant[], between: readonly WrittenStatus[]) {
  const world = githubWorld();
  const seen = said('pending', few);
  world.statuses.push(seen);
  const client = githubClient(world);
  const rest = [...between];
  const github: typeof client = {
    ...client,
    setStatus: async (...given) => {
      const quicker = rest.shift();
      if (quicker) world.statuses.push(quicker);
      await client.setStatus(...given);
    },
  };
  for (const { pull } of claimants) world.pulls.set(pull, livePull({ number: pull }));
  const wantsOf = ({ number }: LivePull) => claimants.find(({ pull }) => pull === number)?.wants;
  const claims = { context, drafts: false, wants: async (pull: LivePull) => known(wantsOf(pull)) };
  const failed = await retell({ github, claims }, { commit, context, claimants }, seen, line);
  return { failed, told: world.statuses.slice(1).map(({ description }) => description) };
}

it.each<[string, WrittenStatus, readonly Claimant[], readonly WrittenStatus[], readonly string[]]>([
  ['nobody else speaks', said('success', few), [few], [], ['success of #1']],
  [
    'a failure for as much came in between: it is told again',
    ...([said('success', few), [few, more], [said('failure', more)]] as const),
    ['failure of #2', 'success of #1', 'failure of #2'],
  ],
  [
    'a success that covers all came in between: it is told again',
    ...([said('pending', few), [few, more], [said('success', more)]] as const),
    ['success of #2', 'pending of #1', 'success of #2'],
  ],
  [
    'a success for fewer than are asked for came in between: it is not',
    ...([said('pending', more), [few, more], [said('success', few)]] as const),
    ['success of #1', 'pending of #2'],
  ],
  [
    'a failure for fewer came between a success for all: that one stays',
    ...([said('success', all), [few, all], [said('failure', few)]] as const),
    ['failure of #1', 'success of #3'],
  ],
  [
    'a pending line came in between: its run says more itself',
    ...([said('success', more), [few, more], [said('pending', few)]] as const),
    ['pending of #1', 'success of #2'],
  ],
  [
    'who asks for more came in between: the success is held back',
    ...([said('success', few), [few, more], [said('pending', more)]] as const),
    ['pending of #2', 'success of #1', 'passed: a; #2 asks for more'],
  ],
  [
    'another came in between each time: the last one stands',
    ...([said('success', few), [few, more, all], [said('failure', more), said('failure', all)]] as const),
    ['failure of #2', 'success of #1', 'failure of #3', 'failure of #2', 'failure of #3'],
  ],
  [
    "another account's is not written again by us",
    ...([said('success', few), [few, more], [said('failure', more, { creator: 666 })]] as const),
    ['failure of #2', 'success of #1', 'passed: a; #2 asks for more'],
  ],
])('%s', async (_, line, claimants, between, told) => {
  expect(await play(line, claimants, between)).toEqual({ failed: undefined, told });
});

it('somebody speaks right afterwards: the rest is for that run to see', async () => {
  const world = githubWorld();
  const client = githubClient(world);
  const github: typeof client = {
    ...client,
    setStatus: async (...given) => {
      await client.setStatus(...given);
      world.statuses.push(said('pending', few));
    },
  };
  const ports = { github, claims: { context, drafts: false, wants: async () => known(undefined) } };
  await retell(ports, { commit, context, claimants: [few, all] }, undefined, said('success', all));
  expect(world.statuses.map(({ description }) => description)).toEqual(['success of #3', 'pending of #1']);
});

it('a line that GitHub does not take gives the reason, and nothing is looked at', async () => {
  const world = githubWorld();
  const github = {
    ...githubClient(world),
    setStatus: () => Promise.reject(githubFailure('forbidden')),
    history: () => Promise.reject(new Error('not asked for')),
  };
  const ports = { github, claims: { context, drafts: false, wants: async () => known(undefined) } };
  const failed = await retell(ports, { commit, context, claimants: [few] }, undefined, said('success', few));
  expect(failed).toBe('status-not-written');
});
