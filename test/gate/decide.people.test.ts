import { describe, expect, it } from 'vitest';
import { known, unknown } from '../../src/facts/fact.ts';
import { type Cause, decide, type PullRequestEvidence } from '../../src/gate/decide.ts';
import type { GatePolicy } from '../../src/gate/policy.ts';
import type { Witness } from '../../src/gate/witness.ts';
import * as b from './build.ts';

/**
 * Rows of the gate's table: what differs from three members' healthy pull request, what follows, and, where they
 * differ too, the policy and the commit whose status is meant.
 */
type Row = readonly [
  when: string,
  given: Partial<PullRequestEvidence>,
  follows: string,
  more?: { policy?: Partial<GatePolicy>; commit?: string },
];

const live = (over: Parameters<typeof b.livePull>[0]) => known(b.livePull(over));
const moved = live({ head: { ...b.forkHead, sha: b.other } });
const outsider = b.witness(b.mallory, false);
const hidden = b.witness(b.mallory, unknown('membership-hidden'));
const limited = b.witness(b.mallory, unknown('github-rate-limited'));
const gone = b.witness(null, false);
const pushedBy = (...all: readonly Witness[]) => ({ pushers: known(all) });
const unrecorded = { pushers: known(undefined) };
const approvals = known([b.approval()]);
const noApprovals = { policy: { approvals: 'none' } } as const;

const people: Row[] = [
  ['author, sender and pusher are members', {}, 'allowed all-members'],
  [
    'one member is all three',
    { cause: b.byEvent(b.witness(b.alice)), pushers: known([b.witness(b.alice)]) },
    'allowed all-members',
  ],
  ['a trusted bot is the author', { author: b.witness(b.renovate) }, 'allowed all-members'],
  ['a member pushes from a fork', { pull: live({ head: b.forkHead }) }, 'allowed all-members'],
  ['the author is an outsider', { author: outsider }, 'denied approval-needed'],
  ['the sender is an outsider', { cause: b.byEvent(outsider) }, 'denied approval-needed'],
  ['the pusher is an outsider: attacks 13 and 26', pushedBy(outsider), 'denied approval-needed'],
  [
    'an outsider has pushed under two members',
    pushedBy(b.witness(b.bob), outsider, b.witness(b.alice)),
    'denied approval-needed',
  ],
  ['an account that is gone has pushed', pushedBy(b.witness(b.bob), gone), 'denied approval-needed'],
  [
    'three members have pushed',
    pushedBy(b.witness(b.bob), b.witness(b.dave), b.witness(b.alice)),
    'allowed all-members',
  ],
  [
    'all are outsiders, nobody approves',
    { author: outsider, ...pushedBy(outsider), approvals: known([]) },
    'denied approval-needed',
  ],
  ['an outsider, and approvals do not count', { author: outsider }, 'denied not-member', noApprovals],
  [
    'an approved outsider, and approvals do not count',
    { author: outsider, approvals },
    'denied not-member',
    noApprovals,
  ],
];

const asked = [
  ['author', (who: typeof hidden) => ({ author: who })],
  ['sender', (who: typeof hidden) => ({ cause: b.byEvent(who) })],
  ['pusher', pushedBy],
  ['one of the pushers', (who: typeof hidden) => pushedBy(b.witness(b.bob), who, b.witness(b.alice))],
] as const;

const unknownPeople: Row[] = asked.flatMap(([who, given]): Row[] => [
  [`${who} hidden`, given(hidden), 'undecided membership-hidden'],
  [
    `${who} hidden, nobody approves`,
    { ...given(hidden), approvals: known([]) },
    'undecided membership-hidden',
  ],
  [`${who} hidden, approvals do not count`, given(hidden), 'undecided membership-hidden', noApprovals],
  [`${who} hidden, but this commit is approved`, { ...given(hidden), approvals }, 'allowed approved-commit'],
  [`${who} not to be found out: rate limit`, given(limited), 'undecided github-rate-limited'],
]);

const mixedPeople: Row[] = [
  [
    'a certain no outweighs what is hidden',
    { author: hidden, ...pushedBy(outsider) },
    'denied approval-needed',
  ],
  ['the same the other way round', { author: outsider, ...pushedBy(hidden) }, 'denied approval-needed'],
  [
    'the first that is unknown gives the reason',
    { author: limited, ...pushedBy(hidden) },
    'undecided github-rate-limited',
  ],
];

const down = { pushers: unknown('github-unavailable') };

const unrecordedPushes: Row[] = [
  ['nobody knows who pushed; author and sender are members', unrecorded, 'denied push-unrecorded'],
  ['the same, and nobody approves', { ...unrecorded, approvals: known([]) }, 'denied push-unrecorded'],
  ['the same, but this commit is approved', { ...unrecorded, approvals }, 'allowed approved-commit'],
  ['the same, and approvals do not count', unrecorded, 'denied not-member', noApprovals],
  [
    'nobody knows who pushed, the author is an outsider',
    { ...unrecorded, author: outsider },
    'denied approval-needed',
  ],
  [
    'nobody knows who pushed, the sender is an outsider',
    { ...unrecorded, cause: b.byEvent(outsider) },
    'denied approval-needed',
  ],
  [
    'nobody knows who pushed, the author is hidden',
    { ...unrecorded, author: hidden },
    'denied approval-needed',
  ],
  ['it cannot be read who pushed', down, 'undecided github-unavailable'],
  ['it cannot be read, but this commit is approved', { ...down, approvals }, 'allowed approved-commit'],
  [
    'it cannot be read, and the author is an outsider',
    { ...down, author: outsider },
    'denied approval-needed',
  ],
];

const pullRequests: Row[] = [
  ['it cannot be read', { pull: unknown('github-unavailable') }, 'undecided github-unavailable'],
  ['it is not found', { pull: unknown('pull-request-not-found') }, 'undecided pull-request-not-found'],
  ['it is closed', { pull: live({ open: false }) }, 'denied pull-request-closed'],
  ['the head has moved: attacks 2 and 21', { pull: moved }, 'denied head-moved'],
  [
    'the head has moved, the new one is approved',
    { pull: moved, approvals: known([b.approval({ commit: b.other })]) },
    'denied head-moved',
  ],
  [
    'it is closed and has moved',
    { pull: live({ open: false, head: { ...b.forkHead, sha: b.other } }) },
    'denied pull-request-closed',
    { commit: b.other },
  ],
  ['the author is a ghost: attack 23', { pull: live({ author: null }), author: gone }, 'denied author-gone'],
  [
    'the author is a ghost, this commit is approved',
    { pull: live({ author: null }), author: gone, approvals },
    'denied author-gone',
  ],
  [
    'the head repository is gone: attack 23',
    { pull: live({ head: { ...b.forkHead, repository: null } }) },
    'denied head-repository-gone',
  ],
  ['it is a draft', { pull: live({ draft: true }) }, 'not-run draft'],
  ["it is an outsider's draft", { pull: live({ draft: true }), author: outsider }, 'not-run draft'],
  [
    'it is a draft and drafts run',
    { pull: live({ draft: true }) },
    'allowed all-members',
    { policy: { drafts: true } },
  ],
  ['it is a closed draft', { pull: live({ draft: true, open: false }) }, 'denied pull-request-closed'],
];

const reruns: Row[] = [
  ['a member starts it again', { rerunners: [b.witness(b.dave)] }, 'allowed all-members'],
  ['an outsider starts it again: attack 9', { rerunners: [outsider] }, 'denied rerunner-not-member'],
  [
    'an outsider starts an approved run again',
    { rerunners: [outsider], author: outsider, approvals },
    'denied rerunner-not-member',
  ],
  [
    'a member starts an approved run again',
    { rerunners: [b.witness(b.dave)], author: outsider, approvals },
    'allowed approved-commit',
  ],
  [
    "a member starts an outsider's run again",
    { rerunners: [b.witness(b.dave)], author: outsider, approvals: known([]) },
    'denied approval-needed',
  ],
  ['it is hidden who starts it again', { rerunners: [hidden] }, 'undecided membership-hidden'],
  [
    'it is hidden who starts it again, this commit is approved',
    { rerunners: [hidden], approvals },
    'undecided membership-hidden',
  ],
  [
    'a member starts a stale run again: attack 9',
    { rerunners: [b.witness(b.dave)], pull: moved },
    'denied head-moved',
  ],
];

const table = { people, unknownPeople, mixedPeople, unrecordedPushes, pullRequests, reruns };

describe.each(Object.entries(table))('the gate: %s', (_, rows) => {
  const named = rows.map(([when, given, follows, more = {}]) => ({ when, given, follows, more }));
  it.each(named)('$when → $follows', ({ given, follows, more }) => {
    const decision = decide(b.evidence(given), { ...b.policy, ...more.policy });
    expect(b.said(decision)).toEqual([follows, more.commit ?? b.head]);
  });
});

it('what crosses is the live pull request, whose labels count', () => {
  const pull = b.livePull({ labels: ['test-a'], author: b.bob });
  expect(decide(b.evidence({ pull: known(pull) }), b.policy)).toEqual({
    decision: 'allowed',
    reason: 'all-members',
    commit: b.head,
    crossing: { kind: 'pull-request', pull, approval: undefined, byOutsider: false },
  });
});

describe('who caused the run', () => {
  const theirs = { author: outsider, ...pushedBy(outsider), approvals } as const;
  it.each<[string, Cause, boolean]>([
    ['an outsider', b.byEvent(outsider), true],
    ['an account that is gone', b.byEvent(gone), true],
    ['somebody hidden', b.byEvent(hidden), true],
    ['a member', b.byEvent(), false],
    ['a member by a command', b.byCommand({ command: { name: 'retest', all: false } }), false],
    ['a member by hand', { by: 'dispatch', sender: b.writer(b.bob) }, false],
  ])('%s: whether it was an outsider is passed on with what crosses', (_, cause, byOutsider) => {
    const decision = decide(b.evidence({ ...theirs, cause }), b.policy);
    expect(decision).toMatchObject({ decision: 'allowed', crossing: { byOutsider } });
  });
});
