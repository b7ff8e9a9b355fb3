import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../src/facts/fact.ts';
import * as b from './build.ts';
import { type Given, gatherFrom, github } from './world.ts';

describe('a tag or release', () => {
  const tag = (over: Parameters<typeof b.refEvent>[0] = {}) => b.refEvent({ on: 'tag', name: 'v1', ...over });
  const vouchedFor = async (over: Given, event: Parameters<typeof b.refEvent>[0] = {}) => {
    const source = github(over);
    const evidence = await gatherFrom(source, { event: tag(event) });
    if (evidence.kind !== 'ref') throw new Error(`is ${evidence.kind}`);
    const rounds = source.rounds.map((round) => [...round].sort());
    return { vouched: evidence.vouched, rounds, calls: source.calls };
  };
  const outside = { pushes: b.record([b.alice, b.other], [b.mallory, b.third], [b.alice, b.head]) };
  const down = b.githubFailure('unavailable');
  const hidden = { dave: b.githubFailure('forbidden') };

  it.each<[string, Given, boolean | 'down' | 'hidden']>([
    [
      'its commit is on the default branch',
      { onBranch: (commit, name) => commit === b.head && name === 'main' },
      true,
    ],
    ['it is on no branch', {}, false],
    ['it is on another branch only', { onBranch: (_, name) => name === 'next' }, false],
    [
      'it is the head of a branch of members',
      { branchesAt: ['next'], pushes: b.record([b.alice, b.other], [b.bob, b.head]) },
      true,
    ],
    ['an outsider has pushed to that branch', { branchesAt: ['next'], ...outside }, false],
    [
      'an outsider has pushed to that branch, but it is merged',
      { branchesAt: ['next', 'main'], ...outside, onBranch: () => true },
      true,
    ],
    [
      'somebody hidden has pushed to it',
      { branchesAt: ['next'], pushes: b.record([b.dave, b.head]), members: hidden },
      'hidden',
    ],
    [
      'that branch has gone on since',
      { branchesAt: ['next'], pushes: b.record([b.alice, b.head], [b.bob, b.other]) },
      false,
    ],
    ['the activity of the branch is not to be seen', { branchesAt: ['next'], pushes: undefined }, false],
    ['the activity cannot be read', { branchesAt: ['next'], pushes: down }, 'down'],
    ['the branches cannot be read', { branchesAt: down }, 'down'],
    [
      'the branches cannot be read, but it is on the default branch',
      { branchesAt: down, onBranch: () => true },
      true,
    ],
    ['it cannot be compared, and is on no branch', { onBranch: () => down }, 'down'],
    [
      'it cannot be compared, and is on a branch of members',
      { onBranch: () => down, branchesAt: ['next'], pushes: b.record([b.bob, b.head]) },
      true,
    ],
    [
      'it cannot be compared, and an outsider has pushed',
      { onBranch: () => down, branchesAt: ['next'], ...outside },
      'down',
    ],
  ])('%s: %s', async (_, given, expected) => {
    const fact =
      typeof expected === 'boolean'
        ? known(expected)
        : unknown(expected === 'down' ? 'github-unavailable' : 'membership-hidden');
    expect((await vouchedFor(given)).vouched).toEqual(fact);
    expect((await vouchedFor(given, { on: 'release' })).vouched).toEqual(fact);
  });

  it('one branch of members among others is enough', async () => {
    const given: Given = { branchesAt: ['theirs', 'ours'] };
    const source = github(given);
    const records = new Map([
      ['theirs', b.record([b.mallory, b.head])],
      ['ours', b.record([b.bob, b.head])],
    ]);
    const pushes = async (_: string, branch: string) => records.get(branch);
    const evidence = await gatherFrom({ ...source, pushes }, { event: tag() });
    expect(evidence).toMatchObject({ vouched: known(true) });
    records.delete('ours');
    expect(await gatherFrom({ ...source, pushes }, { event: tag() })).toMatchObject({
      vouched: known(false),
    });
  });

  it('is read beside the rights of its sender, and nothing is waited for', async () => {
    const { rounds } = await vouchedFor({ branchesAt: ['next'], pushes: [] });
    expect(rounds).toEqual([
      ['branches at', 'member acme bob', 'on branch main', 'role bob'],
      ['pushes acme/engine next'],
    ]);
  });

  it('of a payload without a default branch: nothing is compared', async () => {
    const { vouched, calls } = await vouchedFor({ onBranch: () => true }, { defaultBranch: '' });
    expect([vouched, calls.includes('on branch main'), calls.includes('on branch ')]).toEqual([
      known(false),
      false,
      false,
    ]);
  });

  it.each(['push', 'queue'] as const)(
    "a %s is its sender's own: nothing is asked of branches",
    async (on) => {
      const { vouched, calls } = await vouchedFor({ branchesAt: down }, { on });
      expect([vouched, calls.toSorted()]).toEqual([known(true), ['member acme bob', 'role bob']]);
    },
  );
});
