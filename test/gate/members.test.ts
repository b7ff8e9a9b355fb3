import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../src/facts/fact.ts';
import { readMembers } from '../../src/gate/members.ts';
import type { GatePolicy } from '../../src/gate/policy.ts';
import { alice, bob, everyKind, githubFailure, mallory, policy, renovate } from './build.ts';
import { type Given, github } from './world.ts';

const ask = (over: Given = {}, by: Partial<GatePolicy> = {}) => {
  const source = github(over);
  return { source, members: readMembers(source, { ...policy, ...by }) };
};

describe('who is asked about', () => {
  it('a person, once, however many parts that person plays', async () => {
    const { source, members } = ask();
    const [first, second] = await Promise.all([
      members.witness(alice),
      members.witness(alice),
      members.byLogin('alice'),
    ]);
    expect([first, second]).toEqual([{ person: alice, member: known(true) }, first]);
    await members.witness({ ...alice });
    expect(source.calls).toEqual(['member acme alice', 'person alice']);
  });

  it('nobody, for an account that is gone', async () => {
    const { source, members } = ask();
    expect(await members.witness(null)).toEqual({ person: null, member: known(false) });
    expect(source.calls).toEqual([]);
  });

  it('no bot: it is trusted by its number or not at all: attack 8', async () => {
    const { source, members } = ask({}, { trustedBots: [renovate.id] });
    expect(await members.witness(renovate)).toEqual({ person: renovate, member: known(true) });
    expect((await members.witness({ ...renovate, id: 30 })).member).toEqual(known(false));
    expect(source.calls).toEqual([]);
  });

  it('no person is trusted by a number', async () => {
    const { members } = ask({}, { trustedBots: [mallory.id] });
    expect((await members.witness(mallory)).member).toEqual(known(false));
  });

  it('each team, where teams are asked for, in the same round trip', async () => {
    const { source, members } = ask({ teams: { 'qa/alice': 'active' } }, { teams: ['core', 'qa'] });
    expect((await members.witness(alice)).member).toEqual(known(true));
    expect((await members.witness(bob)).member).toEqual(known(false));
    expect(source.rounds[0]).toEqual(['member acme alice', 'team acme/core alice', 'team acme/qa alice']);
  });
});

describe('the public list', () => {
  it('is asked at once where no token was given that sees members', async () => {
    const { source, members } = ask({}, { membershipTokenGiven: false });
    await members.witness(alice);
    expect(source.rounds.map((round) => [...round].sort())).toEqual([
      ['member acme alice', 'public acme alice'],
    ]);
  });

  it('is asked afterwards where such a token saw nothing', async () => {
    const { source, members } = ask({
      members: { alice: githubFailure('moved') },
      publicMembers: { alice: true },
    });
    expect((await members.witness(alice)).member).toEqual(known(true));
    expect(source.rounds).toEqual([['member acme alice'], ['public acme alice']]);
  });

  it('is not asked where the token saw something', async () => {
    const { source, members } = ask();
    expect((await members.witness(mallory)).member).toEqual(known(false));
    expect(source.calls).not.toContain('public acme mallory');
  });
});

describe('somebody absent', () => {
  const absent = { members: { alice: 'absent' } } as const;
  const ofAlice = async (over: Given = {}, by: Partial<GatePolicy> = {}) => {
    const { source, members } = ask({ ...absent, ...over }, by);
    return { member: (await members.witness(alice)).member, rounds: source.rounds };
  };
  const first = ['member acme alice'];
  const second = ['listed acme alice', 'organization acme'];
  const third = ['public acme alice'];

  it('is confirmed by the list of members, which only a member of the organisation is shown', async () => {
    expect(await ofAlice()).toEqual({ member: known(false), rounds: [first, second] });
  });

  it.each<[string, Given, ReturnType<typeof unknown>]>([
    ['the token sees nobody', { listed: { alice: githubFailure('moved') } }, unknown('membership-hidden')],
    ['it may not look', { listed: { alice: githubFailure('forbidden') } }, unknown('membership-hidden')],
    ['the list says otherwise', { listed: { alice: true } }, unknown('membership-hidden')],
    ['there is no such organisation', { organization: false }, unknown('membership-hidden')],
    ['the list is down', { listed: { alice: githubFailure('unavailable') } }, unknown('github-unavailable')],
    ['GitHub limits', { organization: githubFailure('rate-limited') }, unknown('github-rate-limited')],
  ])('is not, where %s: then only a public membership says anything', async (_, over, expected) => {
    expect(await ofAlice(over)).toEqual({ member: expected, rounds: [first, second, third] });
    const inPublic = { ...over, publicMembers: { alice: true } };
    expect(await ofAlice(inPublic)).toEqual({ member: known(true), rounds: [first, second, third] });
  });

  it("is never confirmed for the job's own token, which is not asked again", async () => {
    const own = { membershipTokenGiven: false };
    const { member, rounds } = await ofAlice({}, own);
    expect([member, rounds.length]).toEqual([unknown('membership-hidden'), 1]);
    expect((await ofAlice({ publicMembers: { alice: true } }, own)).member).toEqual(known(true));
  });

  it('costs one request for each, and one for the organisation', async () => {
    const { source, members } = ask({ members: {} });
    await Promise.all([members.witness(alice), members.witness(bob), members.witness(mallory)]);
    expect(source.calls.filter((call) => call === 'organization acme')).toHaveLength(1);
    expect(source.calls).toHaveLength(3 + 3 + 1);
  });

  it('is told from the first answer, so that it is known early that more has to be read', async () => {
    const { source, members } = ask(absent);
    const [soon, bobs, none, robot] = await Promise.all([
      members.soon(alice),
      members.soon(bob),
      members.soon(null),
      members.soon(renovate),
    ]);
    expect([soon, bobs, none, robot]).toEqual([false, false, false, false]);
    const others = ask({}, { trustedBots: [renovate.id] });
    expect(await others.members.soon(alice)).toBe(true);
    expect(await others.members.soon(renovate)).toBe(true);
    expect(source.rounds[0]).toEqual(['member acme alice', 'member acme bob']);
  });
});

describe('what proves nothing', () => {
  it.each([
    ['moved', 'membership-hidden'],
    ['forbidden', 'membership-hidden'],
    ['unauthorized', 'github-token-refused'],
    ['rate-limited', 'github-rate-limited'],
    ['unavailable', 'github-unavailable'],
    ['unexpected', 'github-unexpected'],
    ['not-found', 'github-unexpected'],
  ] as const)('about a member: %s → %s', async (kind, reason) => {
    for (const membershipTokenGiven of [true, false]) {
      const { members } = ask({ members: { alice: githubFailure(kind) } }, { membershipTokenGiven });
      expect((await members.witness(alice)).member).toEqual(unknown(reason));
    }
  });

  it.each([
    ['moved', 'membership-hidden'],
    ['forbidden', 'membership-hidden'],
    ['not-found', 'team-hidden'],
    ['unavailable', 'github-unavailable'],
  ] as const)('about a team: %s → %s', async (kind, reason) => {
    const { members } = ask({ teams: { 'qa/alice': githubFailure(kind) } }, { teams: ['qa'] });
    expect((await members.witness(alice)).member).toEqual(unknown(reason));
  });

  it.each(everyKind)('a public list that fails with %s leaves the answer as it is', async (kind) => {
    const publicMembers = { alice: githubFailure(kind) };
    const hidden = ask({ members: { alice: githubFailure('forbidden') }, publicMembers });
    expect((await hidden.members.witness(alice)).member).toEqual(unknown('membership-hidden'));
    const seen = ask({ publicMembers }, { membershipTokenGiven: false });
    expect((await seen.members.witness(alice)).member).toEqual(known(true));
  });
});

describe('somebody known by login only', () => {
  it('is looked up and asked about in one round trip', async () => {
    const { source, members } = ask();
    expect(await members.byLogin('alice')).toEqual({ person: alice, member: known(true) });
    expect(source.rounds).toEqual([['person alice', 'member acme alice']]);
  });

  it('is the same in other letters: asked about once', async () => {
    const { source, members } = ask({ people: { Alice: alice }, members: { Alice: 'active' } });
    expect(await members.byLogin('Alice')).toEqual({ person: alice, member: known(true) });
    expect(source.calls).toEqual(['person Alice', 'member acme Alice']);
  });

  it('is nobody when the account is gone', async () => {
    const { members } = ask({ members: { old: 'active' } });
    expect(await members.byLogin('old')).toEqual({ person: null, member: known(false) });
  });

  it('is unknown when the account cannot be read', async () => {
    const { members } = ask({ people: { alice: githubFailure('unavailable') } });
    expect(await members.byLogin('alice')).toEqual({ person: null, member: unknown('github-unavailable') });
  });

  it('is trusted by number when it is a bot', async () => {
    const people = { 'renovate[bot]': renovate };
    const { source, members } = ask({ people, members: { 'renovate[bot]': 'active' } });
    expect((await members.byLogin('renovate[bot]')).member).toEqual(known(false));
    expect(source.calls).toEqual(['person renovate[bot]']);
    const trusted = ask({ people }, { trustedBots: [renovate.id] });
    expect((await trusted.members.byLogin('renovate[bot]')).member).toEqual(known(true));
  });

  it('is nobody under a name of a bot, whatever GitHub calls the account', async () => {
    const { members } = ask({ people: { 'renovate[bot]': { ...renovate, type: 'User' } } });
    expect((await members.byLogin('renovate[bot]')).member).toEqual(known(false));
  });

  it('is a bot also when its name does not say so', async () => {
    const { members } = ask({
      people: { copilot: { ...renovate, login: 'copilot' } },
      members: { copilot: 'active' },
    });
    expect((await members.byLogin('copilot')).member).toEqual(known(false));
  });
});
