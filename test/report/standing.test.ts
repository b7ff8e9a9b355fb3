/** What stands on a commit, and who has claimed it. */
import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../src/facts/fact.ts';
import type { LivePull } from '../../src/facts/pull.ts';
import { claimingUrl, digestOf, refusingUrl, type Tests } from '../../src/report/claim.ts';
import type { Claimant, Line, Speaks } from '../../src/report/precedence.ts';
import {
  believed,
  type ClaimRules,
  historyOf,
  lookAt,
  type Standing,
  withOwn,
  withoutGone,
} from '../../src/report/standing.ts';
import type { StandingStatus } from '../../src/report/status.ts';
import { githubFailure, livePull, other } from '../gate/build.ts';
import { notedCalls } from '../world/calls.ts';
import { githubClient, githubWorld } from '../world/github.ts';
import { commit } from './build.ts';

const runs = 'https://github.com/acme/engine/actions/runs';
const dns: Tests = { ids: ['dns'], all: false };
const claimOf = (pull: number, run = pull) =>
  claimingUrl(`${runs}/${run}`, { pull, tests: digestOf(dns), full: true });
const refusalOf = (pull: number, run = pull) => refusingUrl(`${runs}/${run}`, pull);
const line = (targetUrl: string, over: Partial<StandingStatus> = {}): StandingStatus => ({
  ...{ context: 'drawbridge', state: 'pending', description: '', targetUrl, at: 0 },
  ...over,
});

/** A commit with these statuses, newest first; every pull request from 1 to 40 is open there, unless told otherwise. */
function on(
  lines: readonly StandingStatus[],
  over: Partial<ClaimRules> & { readonly changed?: Readonly<Record<number, Partial<LivePull>>> } = {},
) {
  const { changed = {}, ...rules } = over;
  const world = githubWorld();
  for (const one of lines.toReversed()) world.statuses.push({ commit, ...one });
  for (let number = 1; number <= 40; number += 1)
    world.pulls.set(number, livePull({ number, ...changed[number] }));
  const { carry, of, fail } = notedCalls();
  const claims = { context: 'drawbridge', drafts: false, wants: async () => known(dns), ...rules };
  return { ports: { github: githubClient(world, carry), claims }, world, of, fail };
}

describe('a look', () => {
  it('shows the lines of its context, and who claims in that of the tests', async () => {
    const [claim, check, foreign] = [
      line(claimOf(1)),
      line(claimOf(2), { context: 'drawbridge/require-all' }),
      line(claimOf(3), { context: 'ci' }),
    ];
    const { ports } = on([claim, check, foreign]);
    const seen = await lookAt(ports, commit, 'drawbridge/require-all');
    expect(seen.known && seen.value.claimants).toEqual([{ pull: 1, wants: dns }]);
    expect(seen.known && seen.value.lines).toMatchObject([{ targetUrl: check.targetUrl }]);
    expect(seen.known && seen.value.lines).toHaveLength(1);
  });

  it('reads each claimant once, and not the run’s own, nor who claims nothing', async () => {
    const { ports, of } = on([line(claimOf(1)), line(claimOf(1, 8)), line(claimOf(2)), line(refusalOf(3))], {
      own: 2,
    });
    const seen = await lookAt(ports, commit, 'drawbridge');
    expect(of('pull ')).toEqual(['pull 1']);
    expect(seen.known && seen.value.claimants).toEqual([{ pull: 1, wants: dns }]);
  });

  it('is none where a claimant cannot be read, nor what it asks for', async () => {
    const unread = on([line(claimOf(1)), line(claimOf(2))]);
    unread.fail('pull 2', githubFailure('unavailable'));
    expect(await lookAt(unread.ports, commit, 'drawbridge')).toEqual(unknown('github-unavailable'));
    const unsure = on([line(claimOf(1))], { wants: async () => unknown('github-rate-limited') });
    expect(await lookAt(unsure.ports, commit, 'drawbridge')).toEqual(unknown('github-rate-limited'));
  });

  it('is none where GitHub does not answer, or a commit has more statuses than are read', async () => {
    const { ports, world, fail } = on([]);
    world.historyCut = true;
    expect(await historyOf(ports.github, commit)).toEqual(unknown('github-unexpected'));
    expect(await lookAt(ports, commit, 'drawbridge')).toEqual(unknown('github-unexpected'));
    fail('history', githubFailure('forbidden'));
    expect(await historyOf(ports.github, commit)).toEqual(unknown('github-forbidden'));
  });
});

describe('who was not let through and has left', () => {
  const moved = { head: { sha: other, branch: 'x', repository: 'acme/engine' } };
  const claim = line(claimOf(9));

  it.each<
    [string, readonly StandingStatus[], Readonly<Record<number, Partial<LivePull>>>, readonly number[]]
  >([
    ['is closed', [line(refusalOf(1)), claim], { 1: { open: false } }, [1]],
    ['has another head', [line(refusalOf(1)), claim], { 1: moved }, [1]],
    ['is still there', [line(refusalOf(1)), claim], {}, [0, 1]],
    ['and all that was said of it', [line(refusalOf(1)), claim, line(refusalOf(1, 8))], { 1: moved }, [1]],
    [
      'and the next one beneath it',
      [line(refusalOf(1)), line(refusalOf(2)), claim],
      ...([{ 1: moved, 2: moved }, [2]] as const),
    ],
    [
      'beneath one that is still there',
      [line(refusalOf(1)), line(refusalOf(2)), claim],
      ...([{ 2: moved }, [0, 1, 2]] as const),
    ],
    ['beneath a claim', [claim, line(refusalOf(1))], { 1: moved }, [0, 1]],
    ['beneath a push’s word', [line(`${runs}/3`), line(refusalOf(1))], { 1: moved }, [0, 1]],
    ['is not the run’s own', [line(refusalOf(7)), line(refusalOf(1))], { 1: moved, 7: moved }, [0]],
    ['among none', [], {}, []],
  ])('%s', async (_, lines, changed, left) => {
    const { ports } = on(lines, { changed });
    const seen: Standing = { lines, claimants: [] };
    expect(await withoutGone(ports, seen, commit, 7)).toEqual({
      ...{ lines: left.map((nth) => lines[nth]), claimants: [] },
    });
  });

  it('is also whom GitHub does not know; who cannot be read stays', async () => {
    const lines = [line(refusalOf(99)), claim];
    const { ports, fail } = on(lines);
    expect((await withoutGone(ports, { lines, claimants: [] }, commit, 7)).lines).toEqual([claim]);
    fail('pull 99', githubFailure('unavailable'));
    expect((await withoutGone(ports, { lines, claimants: [] }, commit, 7)).lines).toEqual(lines);
  });

  it('is asked about thirty times at most', async () => {
    const lines = Array.from({ length: 32 }, (_, nth) => line(refusalOf(nth + 1)));
    const changed = Object.fromEntries(lines.map((_, nth) => [nth + 1, moved]));
    const { ports, of } = on(lines, { changed });
    expect((await withoutGone(ports, { lines, claimants: [] }, commit, 50)).lines).toHaveLength(2);
    expect(of('pull ')).toHaveLength(30);
  });
});

describe('a line’s own pull request', () => {
  const others: readonly Claimant[] = [{ pull: 1, wants: { ids: [], all: true } }];
  const said = (speaks: Speaks, tests: Tests | undefined, pull: number | undefined = 5): Line => ({
    ...{ state: 'pending', description: '', targetUrl: '', speaks, pull, tests },
  });

  it.each<[string, readonly string[], Line, readonly Claimant[]]>([
    ['claims before its claim is written', [], said('claimant', dns), [...others, { pull: 5, wants: dns }]],
    [
      'claims what nothing covers',
      [],
      said('declined', undefined),
      [...others, { pull: 5, wants: undefined }],
    ],
    ['the same, whatever it names', [], said('declined', dns), [...others, { pull: 5, wants: undefined }]],
    [
      'has claimed, and its tests are not known',
      [claimOf(1), claimOf(5)],
      said('claimant', undefined),
      [...[...others, { pull: 5, wants: undefined }]],
    ],
    [
      'has not claimed, and its tests are not known',
      [claimOf(1), claimOf(2)],
      said('claimant', undefined),
      others,
    ],
    ['was refused', [claimOf(5)], said('refused', dns), others],
    ['is a claimant already', [], { ...said('claimant', dns), pull: 1 }, others],
    ['is none', [], { ...said('claimant', dns), pull: undefined }, others],
    ['is none, for a push', [claimOf(5)], said('ref', dns), others],
  ])('%s', (_, urls, one, expected) => {
    const lines = urls.map((targetUrl) => line(targetUrl));
    expect(withOwn({ lines, claimants: others }, one)).toEqual({ lines, claimants: expected });
  });

  it('is one of several', () => {
    const two = [...others, { pull: 5, wants: dns }];
    expect(withOwn({ lines: [], claimants: two }, said('claimant', dns)).claimants).toEqual(two);
  });
});

it('what another account has written is not believed once a word of the run shows whose its own are', () => {
  const [own, forged] = [line(claimOf(5), { creator: 1 }), line(claimOf(6), { creator: 2 })];
  const seen = (lines: readonly StandingStatus[]) => believed({ lines, claimants: [] }, `${runs}/5`).lines;
  expect(seen([forged, own])).toEqual([own]);
  expect(seen([forged])).toEqual([forged]);
});
