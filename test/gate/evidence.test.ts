import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../src/facts/fact.ts';
import type { Person } from '../../src/facts/pull.ts';
import {
  alice,
  bob,
  carol,
  comment,
  dave,
  event,
  githubFailure,
  head,
  livePull,
  mallory,
  other,
  record,
  sha,
} from './build.ts';
import { type Asking, type Given, gatherFrom, github } from './world.ts';

/** The evidence of one run, and what GitHub was asked, by round trip. */
async function gathered(over: Given, asking: Asking = {}) {
  const source = github(over);
  const evidence = await gatherFrom(source, asking);
  if (evidence.kind !== 'pull-request') throw new Error(`is ${evidence.kind}`);
  const rounds = source.rounds.map((round) => [...round].sort());
  return { evidence, rounds, calls: source.calls };
}

const byBob = event({ action: 'labeled', label: 'test-a', sender: bob });
const feed = 'pushes acme/engine feature/x';
const pushedBy = (...people: readonly (Person | null)[]) => ({
  pushes: record(...people.map((by, n) => [by, n === people.length - 1 ? head : sha(`${n + 1}`)] as const)),
});
const once = ['member acme alice', 'member acme bob', 'pull 42', feed];

it.each([
  ['TEST-a', 'pull-request'],
  ['ALL', 'pull-request'],
  ['tests', 'none'],
])('the label %s, in whatever letters: %s', async (label, kind) => {
  const evidence = await gatherFrom(github(), { event: event({ action: 'labeled', label }) });
  expect(evidence.kind).toBe(kind);
});

describe('round trips of a pull request', () => {
  it("one, for a member's own push", async () => {
    const { rounds } = await gathered({});
    expect(rounds).toEqual([['member acme alice', 'pull 42', feed]]);
  });

  it("one, for a member's label on a member's push", async () => {
    const { evidence, rounds } = await gathered(pushedBy(alice), { event: byBob });
    expect(rounds).toEqual([once]);
    expect(evidence.pushers).toEqual(known([{ person: alice, member: known(true) }]));
    expect(evidence.approvals).toBeUndefined();
  });

  it('two, when somebody else pushed, and the comments are not waited for in vain', async () => {
    const { evidence, rounds } = await gathered(pushedBy(carol), { event: byBob });
    expect(rounds).toEqual([once, ['comments 42', 'member acme carol']]);
    expect(evidence.approvals).toBeUndefined();
  });

  it('two, for an outsider whom nobody approved', async () => {
    const theirs = event({ sender: mallory, author: mallory });
    const { evidence, rounds } = await gathered(
      { pull: livePull({ author: mallory }), comments: [comment({ body: 'hi' })] },
      { event: theirs },
    );
    // That mallory is none is confirmed meanwhile.
    expect(rounds).toEqual([
      ['member acme mallory', 'pull 42', feed],
      ['comments 42', 'listed acme mallory', 'organization acme'],
    ]);
    expect(evidence.approvals).toEqual(known([]));
  });

  it('three, for an outsider with approvals; each approver is asked about once', async () => {
    const theirs = event({ sender: mallory, author: mallory });
    const comments = [
      comment(),
      comment({ id: 8 }),
      comment({ id: 9, author: bob, updatedAt: '2026-01-02T00:00:00Z' }),
    ];
    const { evidence, rounds } = await gathered(
      { pull: livePull({ author: mallory }), comments },
      { event: theirs },
    );
    expect(rounds).toHaveLength(3);
    expect([...new Set(rounds[2])]).toEqual([
      'altered 7',
      'altered 8',
      'altered 9',
      'member acme bob',
      'member acme dave',
      'role bob',
      'role dave',
    ]);
    expect(rounds[2]?.filter((call) => call.startsWith('member'))).toHaveLength(2);
    expect(
      evidence.approvals?.known &&
        evidence.approvals.value.map(({ commentId, approver }) => [commentId, approver]),
    ).toEqual([
      [7, dave],
      [8, dave],
      [9, bob],
    ]);
  });

  it('none for comments where approvals do not count', async () => {
    const { calls } = await gathered(
      { pull: livePull({ author: mallory }) },
      { event: event({ author: mallory }), policy: { approvals: 'none' } },
    );
    expect(calls).not.toContain('comments 42');
  });

  it('nothing is read of a pull request that cannot be read, or has moved', async () => {
    const elsewhere = livePull({ head: { sha: other, branch: 'feature/x', repository: 'acme/engine' } });
    for (const pull of [githubFailure('unavailable'), elsewhere]) {
      const { evidence, calls } = await gathered({ pull }, { event: event({ author: mallory }) });
      const ofPeople = /^(member|listed|organization) /;
      // Who pushed is asked beside the pull request: the payload names the branch.
      expect(calls.filter((call) => !ofPeople.test(call))).toEqual(['pull 42', feed]);
      expect([evidence.pushers, evidence.approvals]).toEqual([known(undefined), undefined]);
    }
  });

  it('the same two calls for the one who starts it again', async () => {
    const { evidence, rounds } = await gathered({}, { rerunner: 'dave', attempt: 2 });
    expect(rounds).toEqual([['member acme alice', 'member acme dave', 'person dave', 'pull 42', feed]]);
    expect(evidence.rerunners).toEqual([{ person: dave, member: known(true) }]);
  });

  it('by workflow_run: also who started the run again that it follows', async () => {
    const followed = event({ action: 'completed', moved: undefined, rerunner: mallory });
    const { evidence } = await gathered({}, { event: followed, rerunner: 'dave', attempt: 2 });
    expect(evidence.rerunners).toEqual([
      { person: mallory, member: known(false) },
      { person: dave, member: known(true) },
    ]);
    const first = await gathered({}, { event: event({ action: 'requested', moved: undefined }) });
    expect(first.evidence.rerunners).toEqual([]);
  });

  it.each([
    ['a member who has pushed too', pushedBy(alice, carol)],
    ['somebody who is gone', pushedBy(null, alice)],
  ])('the comments are read beside the membership of %s', async (_, given) => {
    const { rounds } = await gathered(given, { event: byBob });
    expect(rounds[1]).toContain('comments 42');
  });

  it('the approvals are read where only the live author is an outsider', async () => {
    const { evidence } = await gathered({ pull: livePull({ author: mallory }), comments: [] });
    expect(evidence.approvals).toEqual(known([]));
  });

  it('asks about a person once who is author, sender, pusher, rerunner and approver', async () => {
    const given = {
      ...pushedBy(alice),
      members: { alice: githubFailure('unavailable') },
      comments: [comment({ author: alice })],
    };
    const labeled = event({ action: 'labeled', label: 'test-a' });
    const { calls } = await gathered(given, { event: labeled, rerunner: 'alice', attempt: 2 });
    expect(calls.filter((call) => call === 'member acme alice')).toHaveLength(1);
  });
});

describe('the live pull request counts', () => {
  it('its author is asked about, whatever the payload said', async () => {
    const { evidence, calls } = await gathered({ pull: livePull({ author: mallory }) });
    expect(evidence.author).toEqual({ person: mallory, member: known(false) });
    expect(calls).toContain('member acme mallory');
  });

  it.each([
    ['not-found', 'pull-request-not-found'],
    ['forbidden', 'github-forbidden'],
    ['unauthorized', 'github-token-refused'],
    ['rate-limited', 'github-rate-limited'],
    ['unavailable', 'github-unavailable'],
    ['moved', 'github-moved'],
    ['unexpected', 'github-unexpected'],
  ] as const)('when it fails with %s, it is unknown: %s', async (kind, reason) => {
    expect((await gathered({ pull: githubFailure(kind) })).evidence.pull).toEqual(unknown(reason));
  });

  it.each(['forbidden', 'not-found', 'unavailable'] as const)(
    'comments that fail with %s are unknown',
    async (kind) => {
      const { evidence } = await gathered(
        {
          pull: livePull({ author: mallory }),
          comments: githubFailure(kind),
        },
        { event: event({ author: mallory }) },
      );
      expect(evidence.approvals?.known).toBe(false);
    },
  );
});
