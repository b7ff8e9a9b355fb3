import { describe, expect, it } from 'vitest';
import type { Command } from '../../src/facts/command.ts';
import { known, unknown } from '../../src/facts/fact.ts';
import { type Cause, decide, decideDuplicate, type PullRequestEvidence } from '../../src/gate/decide.ts';
import * as b from './build.ts';

const outsider = b.witness(b.mallory, false);
const hidden = unknown('membership-hidden');
const down = unknown('github-unavailable');
const approvals = known([b.approval()]);
const closed = known(b.livePull({ open: false }));
const draft = known(b.livePull({ draft: true }));

/** An outsider's pull request, which a comment may let cross. */
const theirs = { author: outsider, pushers: known([outsider]), approvals } as const;
const nobodyApproves = { ...theirs, approvals: known([]) } as const;
const command = (over: Command, more: Parameters<typeof b.byCommand>[0] = {}) =>
  b.byCommand({ command: over, ...more });
const stale: Command = { name: 'ok-to-test', commit: b.other };
const retest: Command = { name: 'retest', all: false };
const ok: Command = { name: 'ok-to-test', commit: b.head };

type Row = readonly [
  when: string,
  cause: Cause,
  given: Partial<PullRequestEvidence>,
  follows: string,
  commit: string | undefined,
];

const commands: Row[] = [
  ['a member with write approves', command(ok), theirs, 'allowed approved-now', b.head],
  ['the same where it was not needed', command(ok), {}, 'allowed all-members', b.head],
  ['the approval is of another commit: attack 7', command(stale), theirs, 'denied approval-stale', b.head],
  ['of another commit, though this one is approved', command(stale), theirs, 'denied approval-stale', b.head],
  [
    'the comment was edited: attack 20',
    command(ok, { unedited: known(false) }),
    theirs,
    'denied comment-edited',
    undefined,
  ],
  [
    'it cannot be seen whether it was',
    command(ok, { unedited: down }),
    theirs,
    'undecided github-unavailable',
    undefined,
  ],
  [
    'an outsider approves',
    command(ok, { sender: b.writer(b.mallory, false) }),
    theirs,
    'denied command-not-allowed',
    undefined,
  ],
  [
    'a reader approves',
    command(ok, { sender: b.writer(b.dave, true, 'read') }),
    theirs,
    'denied command-not-allowed',
    undefined,
  ],
  [
    'somebody with write who is no member approves',
    command(ok, { sender: b.writer(b.dave, false, 'admin') }),
    theirs,
    'denied command-not-allowed',
    undefined,
  ],
  [
    'it is hidden who approves',
    command(ok, { sender: b.writer(b.dave, hidden) }),
    theirs,
    'undecided membership-hidden',
    undefined,
  ],
  [
    'it cannot be seen what the approver may do',
    command(ok, { sender: b.writer(b.dave, true, down) }),
    theirs,
    'undecided github-unavailable',
    undefined,
  ],
  [
    'hidden, but certainly a reader',
    command(ok, { sender: b.writer(b.dave, hidden, 'read') }),
    theirs,
    'denied command-not-allowed',
    undefined,
  ],
  ['a member asks for a re-test', command(retest), {}, 'allowed all-members', b.head],
  [
    'a member asks for a re-test of an approved commit',
    command(retest),
    theirs,
    'allowed approved-commit',
    b.head,
  ],
  [
    'a member asks for a re-test of what nobody approved',
    command(retest),
    nobodyApproves,
    'denied approval-needed',
    b.head,
  ],
  ['a member asks for one test', command({ name: 'test', tests: ['a'] }), {}, 'allowed all-members', b.head],
  [
    'a member asks for a re-test where it is not on record who pushed',
    command(retest),
    { pushers: known(undefined), approvals: known([]) },
    'denied push-unrecorded',
    b.head,
  ],
  ['a command is not in its form', b.malformed('test'), {}, 'denied command-malformed', undefined],
  [
    "an outsider's command is not in its form",
    b.malformed('test', b.writer(b.mallory, false)),
    {},
    'denied command-not-allowed',
    undefined,
  ],
  ['on a closed pull request', command(retest), { pull: closed }, 'denied pull-request-closed', b.head],
  [
    "an outsider's on a closed one: no word more",
    command(retest, { sender: b.writer(b.mallory, false) }),
    { pull: closed },
    'denied command-not-allowed',
    undefined,
  ],
  ['on a draft', command(ok), { ...theirs, pull: draft }, 'not-run draft', b.head],
  [
    'on one that cannot be read',
    command(ok),
    { ...theirs, pull: down },
    'undecided github-unavailable',
    undefined,
  ],
  [
    'run again by an outsider',
    command(retest),
    { rerunners: [outsider] },
    'denied rerunner-not-member',
    b.head,
  ],
];

const dispatch = (sender = b.writer(b.bob)): Cause => ({ by: 'dispatch', sender });
const dispatches: Row[] = [
  ['a member with write', dispatch(), {}, 'allowed all-members', b.head],
  ['a member with write, an approved commit', dispatch(), theirs, 'allowed approved-commit', b.head],
  [
    "a member with write, an outsider's push: attack 26",
    dispatch(),
    { pushers: known([outsider]), approvals: known([]) },
    'denied approval-needed',
    b.head,
  ],
  ['a reader', dispatch(b.writer(b.bob, true, 'read')), {}, 'denied sender-not-writer', b.head],
  [
    'no member, an approved commit',
    dispatch(b.writer(b.bob, false)),
    theirs,
    'denied sender-not-writer',
    b.head,
  ],
  ['hidden', dispatch(b.writer(b.bob, hidden)), {}, 'undecided membership-hidden', b.head],
  ['not on record who pushed', dispatch(), { pushers: known(undefined) }, 'denied push-unrecorded', b.head],
  ['a closed pull request', dispatch(), { pull: closed }, 'denied pull-request-closed', b.head],
];

describe.each([
  ['a command', commands],
  ['a dispatch', dispatches],
] as const)('%s', (_, rows) => {
  it.each(rows)('%s', (_when, cause, given, follows, commit) => {
    expect(b.said(decide(b.evidence({ cause, ...given }), b.policy))).toEqual([follows, commit]);
  });
});

it('what is refused before a commit is known names none', () => {
  const refused = decide(b.evidence({ cause: b.malformed('test') }), b.policy);
  expect(refused).toStrictEqual({ decision: 'denied', reason: 'command-malformed' });
  const doubtful = decide(b.evidence({ cause: command(ok, { unedited: down }) }), b.policy);
  expect(doubtful).toStrictEqual({ decision: 'undecided', reason: 'github-unavailable' });
});

it('an approval is refused where approvals are off, a re-test is not', () => {
  const off = { ...b.policy, approvals: 'none' } as const;
  expect(b.said(decide(b.evidence({ cause: command(ok) }), off))).toEqual(['denied approvals-off', b.head]);
  expect(b.said(decide(b.evidence({ cause: command(retest) }), off))).toEqual([
    'allowed all-members',
    b.head,
  ]);
});

describe('a duplicate', () => {
  const duplicate = (commit = b.head, more: Parameters<typeof b.byCommand>[0] = {}) =>
    command({ name: 'duplicate', commit }, more);

  it.each<[string, Cause, Partial<PullRequestEvidence>, string, string | undefined]>([
    ['a member with write asks for it', duplicate(), theirs, 'allowed member-with-write', b.head],
    ['of another commit', duplicate(b.other), theirs, 'denied approval-stale', b.head],
    [
      'the comment was edited',
      duplicate(b.head, { unedited: known(false) }),
      theirs,
      'denied comment-edited',
      undefined,
    ],
    [
      'an outsider asks for it',
      duplicate(b.head, { sender: b.writer(b.mallory, false) }),
      theirs,
      'denied command-not-allowed',
      undefined,
    ],
    [
      'a reader asks for it',
      duplicate(b.head, { sender: b.writer(b.dave, true, 'triage') }),
      theirs,
      'denied command-not-allowed',
      undefined,
    ],
    [
      'hidden',
      duplicate(b.head, { sender: b.writer(b.dave, hidden) }),
      theirs,
      'undecided membership-hidden',
      undefined,
    ],
    ['it is closed', duplicate(), { pull: closed }, 'denied pull-request-closed', b.head],
    ['it cannot be read', duplicate(), { pull: down }, 'undecided github-unavailable', undefined],
    ['another command', command(ok), theirs, 'denied command-malformed', undefined],
    ['not in its form', b.malformed('duplicate'), theirs, 'denied command-malformed', undefined],
    ['no command at all', b.byEvent(), {}, 'denied unsupported-event', undefined],
  ])('%s', (_, cause, given, follows, commit) => {
    const decision = decideDuplicate(b.evidence({ cause, ...given }));
    expect([`${decision.decision} ${decision.reason}`, decision.commit]).toEqual([follows, commit]);
  });

  it('comes from a comment alone', () => {
    expect(decideDuplicate({ kind: 'none', reason: 'no-command' }).reason).toBe('unsupported-event');
    expect(decideDuplicate(b.refEvidence()).reason).toBe('unsupported-event');
  });
});
