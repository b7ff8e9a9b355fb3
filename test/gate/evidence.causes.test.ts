import { describe, expect, it } from 'vitest';
import type { Run } from '../../src/facts/event.ts';
import { known, unknown } from '../../src/facts/fact.ts';
import { decide } from '../../src/gate/decide.ts';
import { startsTests } from '../../src/gate/idle.ts';
import * as b from './build.ts';
import { type Given, gatherFrom, github, labels } from './world.ts';

async function gathered(
  event: Run['event'],
  over: Given = {},
  more: { rerunner?: string; dispatched?: number } = {},
) {
  const source = github(over);
  const { rerunner, dispatched } = more;
  const number = dispatched === undefined ? {} : { pullRequest: dispatched };
  const evidence = await gatherFrom(source, { event, rerunner, ...number });
  return { evidence, rounds: source.rounds.map((round) => [...round].sort()), calls: source.calls };
}

const theirs: Given = {
  pull: b.livePull({ author: b.mallory, head: b.forkHead }),
  pushes: b.record([b.mallory, b.head]),
  comments: [b.comment()],
};
const causeOf = async (event: Run['event'], over: Given = {}) => {
  const { evidence } = await gathered(event, over);
  return evidence.kind === 'pull-request' ? evidence.cause : undefined;
};

describe('a command', () => {
  it('is judged by who gives it, and then takes three round trips with an approval', async () => {
    const { evidence, rounds } = await gathered(b.commentEvent(), theirs);
    expect(rounds).toEqual([
      ['member acme dave', 'role dave'],
      ['comment 7', 'pull 42'],
      ['comments 42', 'member acme mallory', 'pushes mallory/engine patch-1'],
      ['altered 7', 'listed acme mallory', 'organization acme', 'role dave'],
    ]);
    expect(decide(evidence, b.policy).reason).toBe('approved-now');
  });

  it.each<[string, Given, string]>([
    ['an outsider', {}, 'denied command-not-allowed'],
    ['a member who may only read', { members: { mallory: 'active' } }, 'denied command-not-allowed'],
    ['somebody with write who is no member', { roles: { mallory: 'write' } }, 'denied command-not-allowed'],
    [
      'somebody hidden',
      { members: { mallory: b.githubFailure('forbidden') }, roles: { mallory: 'write' } },
      'undecided membership-hidden',
    ],
    [
      'a member of an unknown role',
      { members: { mallory: 'active' }, roles: { mallory: b.githubFailure('unavailable') } },
      'undecided github-unavailable',
    ],
  ])('of %s: nothing else is read, neither the pull request nor any comment', async (_, given, follows) => {
    for (const parsed of [
      { kind: 'command', command: { name: 'retest', all: true } },
      { kind: 'malformed', name: 'ok-to-test' },
    ] as const) {
      const { evidence, calls } = await gathered(
        b.commentEvent({ sender: b.mallory, parsed }),
        { ...theirs, ...given },
        { rerunner: 'dave' },
      );
      expect(b.said(decide(evidence, b.policy))).toEqual([follows, undefined]);
      expect(calls.filter((call) => !/^(member|listed|organization|role|public) /.test(call))).toEqual([]);
      expect(calls.some((call) => call.includes('dave'))).toBe(false);
    }
  });

  it.each([
    ['unchanged', b.comment(), known(true)],
    ['deleted', undefined, known(false)],
    ['now somebody else is its author', b.comment({ author: b.bob }), known(false)],
    ['now nobody is its author', b.comment({ author: null }), known(false)],
    ['not to be read', b.githubFailure('unavailable'), unknown('github-unavailable')],
  ])('its comment is %s', async (_, comment, unedited) => {
    expect(await causeOf(b.commentEvent(), { comment })).toMatchObject({ by: 'command', unedited });
  });

  it.each([
    ['hidden or such, the text is the first one', false, known(true)],
    ['edited', true, known(false)],
    ['not known', b.githubFailure('forbidden'), unknown('github-forbidden')],
  ])('a comment that was touched afterwards: %s', async (_, edited, unedited) => {
    const comment = b.comment({ updatedAt: '2026-01-01T00:00:05Z' });
    expect(await causeOf(b.commentEvent(), { comment, edited })).toMatchObject({ unedited });
  });

  it('that is not in its form asks for no comment', async () => {
    const { evidence, calls } = await gathered(
      b.commentEvent({ parsed: { kind: 'malformed', name: 'retest' } }),
    );
    expect(evidence).toMatchObject({ cause: { by: 'malformed', name: 'retest' } });
    expect(calls).not.toContain('comment 7');
  });

  it('ordinary talk asks for nothing', async () => {
    const { evidence, calls } = await gathered(b.commentEvent({ parsed: { kind: 'none' } }));
    expect([evidence, calls]).toEqual([{ kind: 'none', reason: 'no-command' }, []]);
  });

  it('a role that cannot be read is no role', async () => {
    expect(
      await causeOf(b.commentEvent(), { roles: { dave: b.githubFailure('unavailable') } }),
    ).toMatchObject({
      sender: { role: unknown('github-unavailable') },
    });
  });
});

describe('a dispatch', () => {
  it('is about the pull request of its input', async () => {
    const { evidence, rounds } = await gathered(
      { kind: 'dispatch', sender: b.bob },
      { pushes: b.record([b.carol, b.head]) },
      { dispatched: 42 },
    );
    expect(rounds[0]).toEqual(['member acme bob', 'pull 42', 'role bob']);
    expect(evidence).toMatchObject({
      cause: { by: 'dispatch' },
      author: { person: b.alice },
      pushers: known([b.witness(b.carol)]),
    });
    expect(decide(evidence, b.policy).reason).toBe('all-members');
  });

  it.each([
    ['activity shows another commit', b.record([b.carol, b.other])],
    ['activity shows nothing', []],
  ])('%s: nobody is known to have pushed: attack 26', async (_, pushes) => {
    const { evidence } = await gathered({ kind: 'dispatch', sender: b.bob }, { pushes }, { dispatched: 42 });
    expect(decide(evidence, b.policy).reason).toBe('push-unrecorded');
  });

  it('activity that cannot be read: it cannot be told who pushed', async () => {
    const pushes = b.githubFailure('unavailable');
    const { evidence } = await gathered({ kind: 'dispatch', sender: b.bob }, { pushes }, { dispatched: 42 });
    expect(b.said(decide(evidence, b.policy))[0]).toBe('undecided github-unavailable');
  });

  it('without a number is about nothing', async () => {
    const { evidence, calls } = await gathered({ kind: 'dispatch', sender: b.bob });
    expect([evidence, calls]).toEqual([{ kind: 'none', reason: 'unsupported-event' }, []]);
  });
});

describe('a commit of the repository itself', () => {
  it('takes one round trip', async () => {
    const { evidence, rounds } = await gathered(b.refEvent());
    expect(rounds).toEqual([['member acme bob', 'role bob']]);
    expect(evidence).toEqual({
      kind: 'ref',
      event: b.refEvent(),
      sender: b.writer(b.bob),
      rerunners: [],
      vouched: known(true),
    });
  });

  it('asks also for the rights of the one who starts it again', async () => {
    const { evidence, rounds } = await gathered(b.refEvent(), {}, { rerunner: 'mallory' });
    expect(rounds).toEqual([
      ['member acme bob', 'member acme mallory', 'person mallory', 'role bob', 'role mallory'],
      ['listed acme mallory', 'organization acme'],
    ]);
    expect(evidence).toMatchObject({ rerunners: [b.writer(b.mallory, false, 'read')] });
  });
});

describe('events that ask for nothing', () => {
  it.each<[string, Run['event'], string]>([
    ['unsupported', { kind: 'unsupported', name: 'pull_request' }, 'unsupported-event'],
    ['a schedule', { kind: 'schedule' }, 'unsupported-event'],
    ['closed', b.event({ action: 'closed' }), 'unsupported-event'],
    ['converted to draft', b.event({ action: 'converted_to_draft' }), 'unsupported-event'],
    ['another title', b.event({ action: 'edited' }), 'text-edited'],
    ['another label', b.event({ action: 'labeled', label: 'bug' }), 'label-without-prefix'],
    ['another label taken away', b.event({ action: 'unlabeled', label: 'bug' }), 'label-without-prefix'],
  ])('%s', async (_, event, reason) => {
    const { evidence, calls } = await gathered(event);
    expect([evidence, calls]).toEqual([{ kind: 'none', reason }, []]);
  });

  it('converted to draft asks, where drafts run tests', async () => {
    const asking = { event: b.event({ action: 'converted_to_draft' }), policy: { drafts: true } };
    expect((await gatherFrom(github({}), asking)).kind).toBe('pull-request');
  });

  it('edited asks with another base branch', () => {
    expect(startsTests(b.event({ action: 'edited', rebased: true }), labels)).toBe(true);
  });

  it.each([
    ['opened', undefined, true],
    ['labeled', 'test-a', true],
    ['unlabeled', 'test-a', true],
    ['labeled', 'all', true],
    ['labeled', 'latest-', false],
    ['labeled', 'bug', false],
    ['closed', undefined, false],
    ['closed', 'test-a', false],
    ['converted_to_draft', undefined, true],
    ['edited', undefined, false],
  ] as const)('%s, label %s: %s', (action, label, starts) => {
    expect(startsTests(b.event({ action, label }), labels)).toBe(starts);
  });
});

describe('whoever pushed cannot be found out', () => {
  const pushes = b.githubFailure('unavailable');
  it.each<[string, Run['event']]>([
    ['for a dispatch', { kind: 'dispatch', sender: b.bob }],
    [
      'for a command',
      b.commentEvent({ parsed: { kind: 'command', command: { name: 'retest', all: false } } }),
    ],
    ['for a label', b.event({ action: 'labeled', label: 'test-a' })],
  ])('%s: undecided, not nobody', async (_, event) => {
    const { evidence } = await gathered(event, { pushes }, { dispatched: 42 });
    if (evidence.kind !== 'pull-request') throw new Error(`is ${evidence.kind}`);
    expect(evidence.pushers).toEqual(unknown('github-unavailable'));
    expect(b.said(decide(evidence, b.policy))).toEqual(['undecided github-unavailable', b.head]);
  });
});

it('of an account that is gone nobody is asked, be it author, pusher or both', async () => {
  const event = b.event({ action: 'labeled', label: 'test-a', author: null });
  const { evidence } = await gathered(event, { pushes: b.record([null, b.head]) });
  expect(evidence).toMatchObject({
    ...{ pushers: known([b.witness(null, false)]), author: { person: b.alice } },
  });
});
