import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../src/facts/fact.ts';
import { readApprovals } from '../../src/gate/approvals.ts';
import { readMembers } from '../../src/gate/members.ts';
import * as b from './build.ts';
import { type Given, github } from './world.ts';

async function read(comments: readonly ReturnType<typeof b.comment>[], over: Given = {}) {
  const source = github(over);
  const found = await readApprovals(source, readMembers(source, b.policy), comments, b.head);
  return { found, calls: source.calls, rounds: source.rounds.length };
}
const by = (id: number, author = b.dave, body = `/ok-to-test ${b.head}`) => b.comment({ id, author, body });

describe('comments that may approve', () => {
  it('each with its author’s rights and whether it was edited, in one round trip', async () => {
    const { found, rounds } = await read([by(7), by(8, b.bob)], { roles: { dave: 'write', bob: 'triage' } });
    expect(found).toEqual([
      b.approval({ commentId: 7 }),
      b.approval({ commentId: 8, approver: b.bob, role: known('triage') }),
    ]);
    expect(rounds).toBe(1);
  });

  it('an edit within the first second is seen', async () => {
    const { found, calls } = await read([by(7)], { edited: true });
    expect(calls).toContain('altered 7');
    expect(found[0]?.edited).toEqual(known(true));
  });

  it('an edit that cannot be asked about is unknown, and so is whether it is hidden', async () => {
    const { found } = await read([by(7)], { edited: b.githubFailure('unavailable') });
    expect(found).toEqual([
      b.approval({ edited: unknown('github-unavailable'), hidden: unknown('github-unavailable') }),
    ]);
  });

  it('one that was hidden is seen, with the same question', async () => {
    const { found, calls } = await read([by(7)], { hidden: true });
    expect(calls.filter((call) => call.startsWith('altered'))).toEqual(['altered 7']);
    expect(found).toEqual([b.approval({ hidden: known(true) })]);
  });

  it('of other commits, of bots and of nobody are not asked about', async () => {
    const nobody = b.comment({ id: 9, author: null });
    const { found, calls } = await read([by(7, b.renovate), by(8, b.dave, `/ok-to-test ${b.other}`), nobody]);
    expect([found, calls]).toEqual([[], []]);
  });

  it('one author is asked about once', async () => {
    const { calls } = await read([by(7), by(8), by(9)]);
    expect(calls.toSorted()).toEqual([
      'altered 7',
      'altered 8',
      'altered 9',
      'member acme dave',
      'role dave',
    ]);
  });
});

describe('many of them', () => {
  const flood = (count: number) => Array.from({ length: count }, (_, n) => by(n + 10, b.mallory));

  it('five are looked at all at once', async () => {
    const { found, calls, rounds } = await read(flood(5));
    // The second confirms that their author is no member.
    expect([found.length, rounds]).toEqual([5, 2]);
    expect(calls.filter((call) => call.startsWith('altered'))).toHaveLength(5);
  });

  it('of more, only those of people who may approve', async () => {
    const { found, calls, rounds } = await read([...flood(5), by(7)]);
    expect(found).toEqual([b.approval()]);
    expect(calls.filter((call) => call.startsWith('altered'))).toEqual(['altered 7']);
    expect(rounds).toBe(2);
  });

  it.each([
    ['a member who may only read', { roles: { mallory: 'read' }, members: { mallory: 'active' } }, 0],
    ['somebody with write who is no member', { roles: { mallory: 'write' }, members: {} }, 0],
    ['a member with write', { roles: { mallory: 'write' }, members: { mallory: 'active' } }, 6],
    [
      'somebody hidden with write',
      { roles: { mallory: 'write' }, members: { mallory: b.githubFailure('forbidden') } },
      6,
    ],
    [
      'a member whose role is not known',
      { roles: { mallory: b.githubFailure('unavailable') }, members: { mallory: 'active' } },
      6,
    ],
  ] as const)('%s', async (_, over, count) => {
    expect((await read(flood(6), over)).found).toHaveLength(count);
  });
});
