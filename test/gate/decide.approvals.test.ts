import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../src/facts/fact.ts';
import { decide, type PullRequestEvidence } from '../../src/gate/decide.ts';
import * as b from './build.ts';

type Candidates = readonly Parameters<typeof b.approval>[0][];

const outsider = b.witness(b.mallory, false);
const down = unknown('github-unavailable');

/** An outsider's pull request with comments that name its head. */
const commented = (candidates: Candidates, over: Partial<PullRequestEvidence> = {}) =>
  b.evidence({
    cause: b.byEvent(outsider),
    author: outsider,
    pushers: known([outsider]),
    approvals: known(candidates.map((one) => b.approval(one))),
    ...over,
  });

const rows: readonly (readonly [string, Candidates, string])[] = [
  ['an approval stands', [{}], 'allowed approved-commit'],
  ['it was edited: attack 20', [{ edited: known(true) }], 'denied approval-needed'],
  ['it was hidden: attack 20', [{ hidden: known(true) }], 'denied approval-needed'],
  ['it was hidden, another stands', [{ hidden: known(true) }, { commentId: 8 }], 'allowed approved-commit'],
  ['its author is no member, or has left: attack 25', [{ member: known(false) }], 'denied approval-needed'],
  ['its author has admin', [{ role: known('admin') }], 'allowed approved-commit'],
  ['its author has maintain', [{ role: known('maintain') }], 'allowed approved-commit'],
  ['its author has triage: attack 4', [{ role: known('triage') }], 'denied approval-needed'],
  ['its author has read: attack 12', [{ role: known('read') }], 'denied approval-needed'],
  ['its author has none', [{ role: known('none') }], 'denied approval-needed'],
  ['its author has a role of its own', [{ role: known('other') }], 'denied approval-needed'],
  [
    'it cannot be seen whether it was edited',
    [{ edited: unknown('github-forbidden') }],
    'undecided github-forbidden',
  ],
  [
    'it cannot be seen whether it was hidden',
    [{ hidden: unknown('github-forbidden') }],
    'undecided github-forbidden',
  ],
  [
    'it cannot be seen whether its author is a member',
    [{ member: unknown('membership-hidden') }],
    'undecided membership-hidden',
  ],
  ['it cannot be seen what its author may do', [{ role: down }], 'undecided github-unavailable'],
  [
    'one thing is unknown, another a certain no',
    [{ role: down, member: known(false) }],
    'denied approval-needed',
  ],
  ['one of two stands', [{ edited: known(true) }, { commentId: 8 }], 'allowed approved-commit'],
  ['one is uncertain, the other stands', [{ role: down }, { commentId: 8 }], 'allowed approved-commit'],
  [
    'one is uncertain, the other is none',
    [{ role: down }, { edited: known(true) }],
    'undecided github-unavailable',
  ],
];

describe('an approval of the live head', () => {
  it.each(rows)('%s', (_, candidates, follows) => {
    expect(b.said(decide(commented(candidates), b.policy))).toEqual([follows, b.head]);
  });

  it.each<[string, Partial<PullRequestEvidence>, string]>([
    ['the comments cannot be read', { approvals: down }, 'undecided github-unavailable'],
    ['the comments were not asked for', { approvals: undefined }, 'denied approval-needed'],
    [
      'neither comments nor author can be read',
      { approvals: down, author: b.witness(b.mallory, unknown('membership-hidden')) },
      'undecided github-unavailable',
    ],
  ])('%s', (_, over, follows) => {
    expect(b.said(decide(commented([], over), b.policy))).toEqual([follows, b.head]);
  });

  it('is not needed by members, also when the comments cannot be read', () => {
    expect(decide(b.evidence({ approvals: down }), b.policy).reason).toBe('all-members');
    expect(decide(b.evidence({ approvals: known([b.approval()]) }), b.policy).reason).toBe('all-members');
  });

  it('is not asked about where it does not count', () => {
    expect(decide(commented([], { approvals: down }), { ...b.policy, approvals: 'none' }).reason).toBe(
      'not-member',
    );
  });

  it('is named: the first that stands', () => {
    const decision = decide(
      commented([{ edited: known(true) }, { commentId: 8 }, { commentId: 9 }]),
      b.policy,
    );
    const crossing = decision.decision === 'allowed' ? decision.crossing : undefined;
    expect(crossing?.kind === 'pull-request' && crossing.approval?.commentId).toBe(8);
  });
});
