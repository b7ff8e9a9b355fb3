/** What is said for others is looked after: the same kind of race as that of one's own words. */
import { describe, expect, it } from 'vitest';
import { known } from '../../src/facts/fact.ts';
import type { LivePull } from '../../src/facts/pull.ts';
import { claimingUrl, digestOf, refusingUrl } from '../../src/report/claim.ts';
import type { Claimant } from '../../src/report/precedence.ts';
import { heldFrom, retell } from '../../src/report/retell.ts';
import { githubFailure, livePull } from '../gate/build.ts';
import { notedCalls } from '../world/calls.ts';
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
  return { failed, told: toldOn(world.statuses).slice(1) };
}

const runs = 'https://github.com/acme/engine/actions/runs';
/** What was said of the commit in this context, in order. */
const toldOn = (statuses: readonly WrittenStatus[]) =>
  statuses.filter((one) => one.commit === commit && one.context === context).map((one) => one.description);

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
  [
    'a push’s last word came in between, and nobody claims: it is told again',
    said('pending', few),
    [],
    [said('success', few, { description: 'of a push', targetUrl: `${runs}/7` })],
    ['of a push', 'pending of #1', 'of a push'],
  ],
  [
    'a refusal came in between: it may not lie on a claim',
    said('pending', few),
    [],
    [said('failure', few, { description: 'refused', targetUrl: refusingUrl(`${runs}/7`, 7) })],
    ['refused', 'pending of #1'],
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
  world.statuses.push(said('failure', all));
  await retell(ports, { commit, context, claimants: [few, all] }, undefined, said('success', few));
  expect(toldOn(world.statuses)).toEqual(['failure of #3', 'success of #1', 'pending of #1']);
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

/** Says a line on a commit where these stand, oldest first. `own`: the run's own pull request, which is not read. */
function stage(
  stands: readonly WrittenStatus[],
  claimants: readonly Claimant[],
  { own, closed = [] }: { readonly own?: number; readonly closed?: readonly number[] } = {},
) {
  const world = githubWorld();
  world.statuses.push(...stands);
  for (const { pull } of claimants)
    world.pulls.set(pull, livePull({ number: pull, open: !closed.includes(pull) }));
  const wantsOf = ({ number }: LivePull) => claimants.find(({ pull }) => pull === number)?.wants;
  const { carry, fail, of, on } = notedCalls();
  const wants = async (pull: LivePull) => known(wantsOf(pull));
  const ports = { github: githubClient(world, carry), claims: { context, own, drafts: false, wants } };
  const tell = (line: WrittenStatus, seen?: WrittenStatus) =>
    retell(ports, { commit, context, claimants }, seen, line);
  return { world, tell, fail, of, on, told: () => toldOn(world.statuses).slice(stands.length) };
}

it('what lies beneath is told again where nothing was seen before', async () => {
  const { tell, told } = stage([said('failure', more)], [few, more]);
  await tell(said('pending', few));
  expect(told()).toEqual(['pending of #1', 'failure of #2']);
});

it('what was seen and is said once more since is not what was seen', async () => {
  const seen = said('pending', few);
  const { tell, told } = stage([seen, said('failure', more), { ...seen, at: 5 }], [few, more]);
  await tell(said('pending', more), seen);
  expect(told()).toEqual(['pending of #2', 'failure of #2']);
});

it('another check’s line says nothing of this one', async () => {
  const { world, tell, on, told } = stage([said('failure', more)], [few, more]);
  on('history', () => world.statuses.push(said('success', all, { context: 'ci' })));
  await tell(said('pending', few));
  expect(told()).toEqual(['pending of #1', 'failure of #2']);
});

it('a pending line is looked after without anybody’s pull request', async () => {
  const { tell, of } = stage([], [few, more]);
  await tell(said('pending', few));
  expect(of('pull')).toEqual([]);
});

it.each(['history', 'pull '])('a line stands also where it cannot be looked after: %s', async (call) => {
  const { tell, fail, told } = stage([said('pending', more)], [few, more]);
  fail(call, githubFailure('unavailable'));
  expect(await tell(said('success', few))).toBeUndefined();
  expect(told()).toEqual(['success of #1']);
});

it('a list that lags shows nothing, and nothing more is said', async () => {
  const { world, tell, told } = stage([], [few]);
  world.historyCut = true;
  expect([await tell(said('success', few)), told()]).toEqual([undefined, ['success of #1']]);
  const shows = githubWorld();
  shows.statuses.push(said('failure', all), said('pending', few));
  let writes = 0;
  const lagging = {
    ...githubClient(shows),
    setStatus: async () => {
      writes += 1;
    },
  };
  const ports = { github: lagging, claims: { context, drafts: false, wants: async () => known(undefined) } };
  await retell(ports, { commit, context, claimants: [few, all] }, undefined, said('pending', more));
  expect(writes).toBe(1);
  const empty = { ...githubClient(githubWorld()), setStatus: async () => {} };
  const claims = { context, drafts: false, wants: async () => known(undefined) };
  const place = { commit, context, claimants: [few] };
  expect(await retell({ github: empty, claims }, place, undefined, said('success', few))).toBeUndefined();
});

describe('a success that is told again', () => {
  const claims = [said('pending', few), said('pending', more), said('pending', all)];

  it('is held back for the run’s own pull request, which is not read', async () => {
    const { tell, told, of } = stage(claims, [few, more], { own: 2 });
    await tell(said('success', few));
    expect(told()).toEqual(['success of #1', 'passed: a; #2 asks for more']);
    expect(of('pull ')).not.toContain('pull 2');
  });

  it.each<[string, readonly number[], readonly string[]]>([
    ['who asked for more', [2, 3], ['success of #1']],
    ['everybody', [1, 2, 3], ['success of #1']],
    ['one of two who ask for more', [2], ['success of #1', 'passed: a; #3 asks for more']],
  ])('stands as far as it covers who is left: %s has left', async (_, closed, expected) => {
    const { tell, told } = stage(claims, [few, more, all], { closed });
    await tell(said('success', few));
    expect(told()).toEqual(expected);
  });

  it('was said by who knows what `require-all` asks', async () => {
    const { tell, told } = stage(claims.slice(0, 1), [few]);
    const targetUrl = claimingUrl(`${runs}/1`, {
      pull: 1,
      tests: digestOf({ ids: ['a'], all: false }),
      full: false,
    });
    await tell(said('success', few, { targetUrl }));
    expect(told()).toEqual(['success of #1']);
  });
});

it.each<[string, string, readonly Claimant[], string]>([
  ['by name', said('success', few).targetUrl, [few, more], 'passed: a; #2 asks for more'],
  [
    'without names where they are not known',
    said('success', few).targetUrl,
    [more],
    'passed; #2 asks for more',
  ],
  ['without names where nobody has claimed it', `${runs}/9`, [more], 'passed; #2 asks for more'],
  [
    'where nobody asks for more',
    said('success', few).targetUrl,
    [few],
    'passed: a; all tests are needed to merge',
  ],
])('a pass that is held back names its tests: %s', (_, targetUrl, claimants, description) => {
  expect(heldFrom({ targetUrl }, claimants)).toEqual({ state: 'pending', description, targetUrl });
});
