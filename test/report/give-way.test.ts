/** A run that is out of date: who speaks for its pull request now. */
import { expect, it } from 'vitest';
import { known } from '../../src/facts/fact.ts';
import type { LivePull } from '../../src/facts/pull.ts';
import { claimingUrl, digestOf, refusingUrl } from '../../src/report/claim.ts';
import { giveWay } from '../../src/report/give-way.ts';
import { githubFailure, livePull } from '../gate/build.ts';
import { notedCalls } from '../world/calls.ts';
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

interface Playing {
  readonly context?: string | null;
  readonly labels?: string[];
  readonly failing?: string;
}

async function play(
  statuses: readonly WrittenStatus[],
  { context = 'drawbridge', labels = ['test-all'], failing }: Playing = {},
) {
  const world = githubWorld();
  const { carry, fail, done } = notedCalls();
  if (failing !== undefined) fail(failing, githubFailure('unavailable'));
  world.statuses.push(...statuses);
  world.pulls.set(42, livePull({ labels }));
  const wants = async ({ labels }: LivePull) => known({ ids: labels, all: labels.includes('test-all') });
  const ports = {
    github: githubClient(world, carry),
    claims: { context: 'drawbridge', own: 42, drafts: false, wants },
  };
  const speaker = { pull: 42, context: context ?? undefined, runUrl: `${runs}/9`, requiresAll: false };
  const mine = await giveWay(ports, speaker, commit, began);
  const written = world.statuses.slice(statuses.length).filter((one) => one.context === 'drawbridge');
  return { mine, written: written.map(({ state, targetUrl }) => `${state} ${targetUrl}`), done };
}

it.each<[string, readonly WrittenStatus[], number | undefined, readonly string[]]>([
  ['its own word stands', [own], 42, []],
  ['its own word stands, by an older one', [line(claimOf(8)), own], 42, []],
  ['another pull request has spoken beneath it', [line(claimOf(8, 5)), own], 42, []],
  ['another run of its pull request has spoken since', [own, line(claimOf(10))], undefined, []],
  ['its own last word stands, by an older one', [line(claimOf(8), { state: 'failure' }), own], 42, []],
  ['another check has spoken since', [own, line(claimOf(10), { context: 'ci' })], 42, []],
  ['another run has passed since', [own, line(claimOf(10), { state: 'success' })], undefined, []],
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
  ['the same, by clocks that differ', [line(claimOf(10), { at: began - 5_000 })], undefined, []],
  ['the same, by more than they may', [line(claimOf(10), { at: began - 5_001 })], 42, []],
  ['it has said nothing, and another pull request has', [line(claimOf(10, 5))], 42, []],
])('%s', async (_, statuses, expected, written) => {
  expect(await play(statuses)).toMatchObject({ mine: expected, written });
});

it('a refusal gives back no word of a push that it lies on', async () => {
  const [refusal, push] = [line(refusingUrl(`${runs}/9`, 42)), line(`${runs}/8`, { state: 'failure' })];
  expect(await play([refusal, push, refusal])).toMatchObject({ mine: undefined, written: [] });
});

it('what a newer run has passed is given back as far as it covers what is asked for now', async () => {
  const passed = line(claimOf(10, 42, ['a']), { state: 'success' });
  expect(await play([own, passed, own], { labels: ['a'] })).toMatchObject({
    ...{ mine: undefined, written: [`success ${claimOf(10, 42, ['a'])}`] },
  });
  expect(await play([own, passed, own], { labels: ['b'] })).toMatchObject({ mine: 42, written: [] });
});

it.each<[string, readonly WrittenStatus[], Playing, readonly string[]]>([
  ['without a context nothing is asked', [own], { context: null }, []],
  ['what stands cannot be read', [own], { failing: 'history' }, ['history']],
  [
    'what is asked for now cannot be read',
    [own, line(claimOf(10), { state: 'success' })],
    { failing: 'pull' },
    ['history', 'pull 42'],
  ],
  ['only a success may be for too little: else nobody is read', [own, line(claimOf(10))], {}, ['history']],
])('nobody is told to go on: %s', async (_, statuses, playing, done) => {
  expect(await play(statuses, playing)).toEqual({ mine: undefined, written: [], done });
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
