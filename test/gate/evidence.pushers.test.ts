import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../src/facts/fact.ts';
import type { Person } from '../../src/facts/pull.ts';
import { virtualClock } from '../world/clock.ts';
import {
  alice,
  bob,
  carol,
  commentEvent,
  event,
  githubFailure,
  head,
  livePull,
  mallory,
  other,
  record,
  renovate,
  sha,
} from './build.ts';
import { type Asking, type Given, gatherFrom, github } from './world.ts';

async function gathered(over: Given, asking: Asking = {}) {
  const source = github(over);
  const evidence = await gatherFrom(source, asking);
  if (evidence.kind !== 'pull-request') throw new Error(`is ${evidence.kind}`);
  return { evidence, calls: source.calls };
}

const byBob = event({ action: 'labeled', label: 'test-a', sender: bob });
/** A branch that the first of these people made, and each of the others moved on. */
const pushedBy = (...people: readonly (Person | null)[]) => ({
  pushes: record(...people.map((by, n) => [by, n === people.length - 1 ? head : sha(`${n + 1}`)] as const)),
});

describe('who pushed the head', () => {
  const yes = (person: Person) => ({ person, member: known(true) });
  const byBobTo = { before: other, after: head };

  it.each([
    ['opened', pushedBy(carol), [carol]],
    ['opened', { pushes: [] }, undefined],
    ['reopened', pushedBy(carol), [carol]],
    ['reopened', { pushes: [] }, undefined],
    ['labeled', pushedBy(carol, alice), [alice, carol]],
    ['labeled', { pushes: undefined }, undefined],
    ['ready_for_review', pushedBy(carol, bob, carol), [carol, bob]],
    ['synchronize', pushedBy(carol, alice), [alice, carol]],
    ['synchronize', { pushes: record([carol, other]) }, [bob, carol]],
    ['synchronize', { pushes: record([carol, sha('c')]) }, undefined],
  ] as const)('%s by Bob, %j', async (action, given, people) => {
    const told = event({ action, sender: bob, moved: action === 'synchronize' ? byBobTo : undefined });
    const { evidence } = await gathered(given, { event: told });
    expect(evidence.pushers).toEqual(known(people?.map(yes)));
  });

  it("opening pushes nothing: what an outsider pushed is an outsider's", async () => {
    const opened = event({ action: 'opened', sender: bob, author: bob, moved: undefined });
    const { evidence } = await gathered(pushedBy(mallory), { event: opened });
    expect(evidence.pushers).toEqual(known([{ person: mallory, member: known(false) }]));
    expect(evidence.approvals).toEqual(known([]));
  });

  it('an account that is gone is one of those who pushed', async () => {
    const { evidence } = await gathered(pushedBy(null, alice, null), { event: byBob });
    expect(evidence.pushers).toEqual(known([{ person: null, member: known(false) }, yes(alice)]));
  });

  it('everybody is told once, and asked about once', async () => {
    const { evidence, calls } = await gathered(pushedBy(carol, alice, carol, alice), { event: byBob });
    expect(evidence.pushers).toEqual(known([yes(alice), yes(carol)]));
    expect(calls.filter((call) => call.startsWith('member'))).toHaveLength(3);
  });

  it.each([
    ['forbidden', 'github-forbidden'],
    ['unavailable', 'github-unavailable'],
    ['moved', 'github-moved'],
  ] as const)('cannot be told when the activity fails with %s; approvals are read', async (kind, reason) => {
    const { evidence } = await gathered({ pushes: githubFailure(kind), comments: [] }, { event: byBob });
    expect([evidence.pushers, evidence.approvals]).toEqual([unknown(reason), known([])]);
  });

  it('is read from the head repository, which may be a fork', async () => {
    const fork = { sha: head, branch: 'patch-1', repository: 'mallory/engine' };
    const { calls } = await gathered(
      { pull: livePull({ head: fork }) },
      { event: event({ action: 'labeled', head: fork }) },
    );
    expect(calls).toContain('pushes mallory/engine patch-1');
  });

  it.each([
    ['branch', { branch: 'new-name', repository: 'acme/engine' }],
    ['repository', { branch: 'feature/x', repository: 'acme/engine-2' }],
  ])('is read of the live %s: somebody else may have the name that the event tells', async (_, live) => {
    const source = github({ pull: livePull({ head: { sha: head, ...live } }) });
    const pushes = async (repository: string, branch: string) =>
      repository === live.repository && branch === live.branch
        ? record([mallory, head])
        : record([bob, head]);
    const evidence = await gatherFrom({ ...source, pushes }, { event: byBob });
    expect(evidence).toMatchObject({ pushers: known([{ person: mallory, member: known(false) }]) });
  });

  it('is nobody when the head repository is gone', async () => {
    const gone = { sha: head, branch: 'x', repository: null };
    const { evidence, calls } = await gathered(
      { pull: livePull({ head: gone }) },
      { event: event({ action: 'labeled', head: gone }) },
    );
    expect(evidence.pushers).toEqual(known(undefined));
    expect(calls.some((call) => call.startsWith('pushes'))).toBe(false);
  });
});

describe('a record that lags', () => {
  const none: Given = { pushes: [] };
  const opened = (over: Parameters<typeof event>[0] = {}) =>
    event({ action: 'opened', moved: undefined, ...over });
  const waited = async (given: Given, asking: Asking) => {
    const clock = virtualClock();
    const { evidence, calls } = await gathered(given, { ...asking, clock });
    return { evidence, looks: calls.filter((call) => call.startsWith('pushes')).length, ms: clock.elapsed() };
  };
  const byMember: Asking['event'] = commentEvent({
    parsed: { kind: 'command', command: { name: 'retest', all: false } },
  });
  const theirs = livePull({ author: mallory });

  it.each<[string, Given, Asking, number]>([
    ['author and sender are members', none, { event: opened() }, 20_000],
    ['the author is an outsider', { ...none, pull: theirs }, { event: opened({ author: mallory }) }, 0],
    ['the sender is an outsider', none, { event: opened({ sender: mallory }) }, 0],
    ['the author is gone', none, { event: opened({ author: null }) }, 0],
    ['the author is a bot that nobody trusts', none, { event: opened({ author: renovate }) }, 0],
    [
      'the sender is a bot that is trusted',
      none,
      { event: opened({ sender: renovate }), policy: { trustedBots: [renovate.id] } },
      20_000,
    ],
    ['a member gives a command', none, { event: byMember }, 20_000],
    ["a member gives one on an outsider's", { ...none, pull: theirs }, { event: byMember }, 0],
    [
      'a member starts it by hand',
      none,
      { event: { kind: 'dispatch', sender: bob }, pullRequest: 42 },
      20_000,
    ],
    [
      "a member starts an outsider's by hand",
      { ...none, pull: theirs },
      { event: { kind: 'dispatch', sender: bob }, pullRequest: 42 },
      0,
    ],
    [
      'membership is hidden',
      { ...none, members: { alice: githubFailure('forbidden') } },
      { event: opened() },
      0,
    ],
  ])('%s: waited for accordingly', async (_, given, asking, ms) => {
    const { evidence, looks, ms: passed } = await waited(given, asking);
    expect([evidence.pushers, passed, looks]).toEqual([known(undefined), ms, ms === 0 ? 1 : 6]);
  });

  it('is waited for no longer once the job is cancelled', async () => {
    const interrupted = AbortSignal.abort();
    expect(await waited(none, { event: opened(), interrupted })).toMatchObject({ looks: 1, ms: 0 });
  });

  it('costs nothing where the event itself tells of the push', async () => {
    const { evidence, ms } = await waited({ pushes: record([carol, other]) }, { event: event() });
    expect([evidence.pushers.known, ms]).toEqual([true, 0]);
    expect(evidence.approvals).toBeUndefined();
  });
});
