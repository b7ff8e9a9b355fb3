import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GateEvent } from '../../src/facts/event.ts';
import { parseEvent, toPerson } from '../../src/facts/payload.ts';
import { alice, bob, carol, head, renovate } from '../gate/build.ts';

const account = ({ id, login, type }: typeof alice) => ({ id, login, type, node_id: 'x', site_admin: false });
const unsupported = (name: string): GateEvent => ({ kind: 'unsupported', name });

/** A payload of `pull_request_target`, with what is changed in `pull_request` and around it. */
const pullPayload = (pull: object = {}, around: object = {}) => ({
  action: 'synchronize',
  number: 42,
  pull_request: {
    number: 42,
    updated_at: '2026-01-01T00:00:00Z',
    user: account(alice),
    head: { sha: head, ref: 'feature/x', repo: { full_name: 'acme/engine' } },
    base: { sha: head, ref: 'main', repo: { full_name: 'acme/engine' } },
    author_association: 'MEMBER',
    ...pull,
  },
  sender: account(bob),
  ...around,
});

const pullEvent = {
  kind: 'pull-request',
  action: 'synchronize',
  number: 42,
  head: { sha: head, branch: 'feature/x', repository: 'acme/engine' },
  sender: bob,
  rerunner: undefined,
  author: alice,
  label: undefined,
  base: 'main',
  labels: [],
  rebased: false,
  at: Date.UTC(2026, 0, 1),
  moved: undefined,
} as const;

const read = (payload: unknown) => parseEvent('pull_request_target', payload);

describe('pull_request_target', () => {
  it.each([
    'opened',
    'synchronize',
    'reopened',
    'edited',
    'ready_for_review',
    'labeled',
    'unlabeled',
    'closed',
    'converted_to_draft',
  ])('is read: %s', (action) => expect(read(pullPayload({}, { action }))).toEqual({ ...pullEvent, action }));

  it.each(['assigned', 'review_requested', 'enqueued', 'Opened', '', undefined])(
    'means nothing here: %s',
    (action) => expect(read(pullPayload({}, { action }))).toEqual(unsupported('pull_request_target')),
  );

  describe('that moved the head', () => {
    const before = 'b'.repeat(40);
    it.each<[string, string, object, object | undefined]>([
      ['tells between which commits', 'synchronize', { before, after: head }, { before, after: head }],
      [
        'tells it as GitHub does, also of another head',
        'synchronize',
        { before: head, after: before },
        { before: head, after: before },
      ],
      ['says nothing without where from', 'synchronize', { after: head }, undefined],
      ['says nothing without where to', 'synchronize', { before }, undefined],
      ['says nothing in short commits', 'synchronize', { before: 'abc', after: head }, undefined],
      ['says nothing in short commits', 'synchronize', { before, after: 'abc' }, undefined],
      ['says nothing in numbers', 'synchronize', { before: 1, after: head }, undefined],
      ['is a push only where it says so', 'opened', { before, after: head }, undefined],
      ['is a push only where it says so', 'reopened', { before, after: head }, undefined],
      ['is a push only where it says so', 'labeled', { before, after: head }, undefined],
    ])('%s (%s)', (_, action, around, moved) =>
      expect(read(pullPayload({}, { action, ...around }))).toEqual({ ...pullEvent, action, moved }),
    );
  });

  it.each<[string, unknown, boolean]>([
    ['another base branch', { base: { ref: { from: 'next' }, sha: { from: head } } }, true],
    ['another base branch and title', { title: { from: 'x' }, base: { ref: { from: 'next' } } }, true],
    ['another title', { title: { from: 'x' } }, false],
    ['nothing that is told', {}, false],
    ['no shape', 'base', false],
  ])('that was edited tells whether the base branch was: %s', (_, changes, rebased) => {
    expect(read(pullPayload({}, { action: 'edited', changes }))).toMatchObject({ action: 'edited', rebased });
    expect(read(pullPayload({}, { action: 'reopened', changes }))).toMatchObject({ rebased: false });
  });

  it('names the label', () => {
    const event = read(pullPayload({}, { action: 'labeled', label: { name: 'test-aws' } }));
    expect(event).toMatchObject({ action: 'labeled', label: 'test-aws' });
  });

  it.each([
    [
      'a deleted head repository',
      { head: { sha: head, ref: 'x', repo: null } },
      { head: { sha: head, branch: 'x', repository: null } },
    ],
    ['a deleted author', { user: null }, { author: null }],
    [
      'the ghost that GitHub shows instead',
      { user: { id: 10137, login: 'ghost', type: 'User' } },
      { author: null },
    ],
    ['a bot', { user: account(renovate) }, { author: renovate }],
    [
      'labels',
      { labels: [{ name: 'test-a' }, { id: 1 }, 'x', { name: 'bug' }] },
      { labels: ['test-a', 'bug'] },
    ],
    ['no base branch', { base: {} }, { base: undefined }],
    ['a time that is none', { updated_at: 'soon' }, { at: 0 }],
    ['no time', { updated_at: undefined }, { at: 0 }],
  ])('is read with %s', (_, pull, expected) =>
    expect(read(pullPayload(pull))).toEqual({ ...pullEvent, ...expected }),
  );

  it.each([
    ['a short commit: attack 7', pullPayload({ head: { sha: 'aaaaaaa', ref: 'x', repo: null } })],
    ['a commit in capitals', pullPayload({ head: { sha: 'A'.repeat(40), ref: 'x', repo: null } })],
    ['a commit with a line end', pullPayload({ head: { sha: `${head}\n`, ref: 'x', repo: null } })],
    ['no branch', pullPayload({ head: { sha: head, ref: '', repo: null } })],
    ['no number', pullPayload({ number: '42' })],
    ['no sender', pullPayload({}, { sender: null })],
    ['a ghost as sender', pullPayload({}, { sender: { id: 10137, login: 'ghost', type: 'User' } })],
    ['a list', [pullPayload()]],
    ['nothing', undefined],
  ])('is not read with %s', (_, payload) =>
    expect(read(payload)).toEqual(unsupported('pull_request_target')),
  );

  it('ignores what proves nothing: attack 11', () => {
    expect(read(pullPayload({ author_association: 'OWNER' }))).toEqual(pullEvent);
  });
});

describe('issue_comment', () => {
  const payload = (over: object = {}, comment: object = {}) => ({
    action: 'created',
    issue: { number: 42, pull_request: { url: 'https://api.github.com/repos/acme/engine/pulls/42' } },
    comment: { id: 7, body: `/ok-to-test ${head}`, user: account(alice), ...comment },
    sender: account(bob),
    ...over,
  });
  const parsedOf = (given: unknown) => {
    const event = parseEvent('issue_comment', given);
    return event.kind === 'comment' ? event.parsed.kind : event.kind;
  };

  it('is read', () => {
    expect(parseEvent('issue_comment', payload())).toEqual({
      kind: 'comment',
      number: 42,
      commentId: 7,
      sender: bob,
      parsed: { kind: 'command', command: { name: 'ok-to-test', commit: head } },
    });
  });

  it.each([
    ['edited', payload({ action: 'edited' }), 'none'],
    ['deleted', payload({ action: 'deleted' }), 'none'],
    ['on an issue', payload({ issue: { number: 42 } }), 'none'],
    ['ordinary talk', payload({}, { body: 'please /ok-to-test' }), 'none'],
    ['a short commit: attack 7', payload({}, { body: '/ok-to-test abc1234' }), 'malformed'],
    ['without a body', payload({}, { body: null }), 'unsupported'],
    ['without a number', payload({ issue: {} }), 'unsupported'],
    ['without a sender', payload({ sender: null }), 'unsupported'],
  ])('%s', (_, given, kind) => expect(parsedOf(given)).toBe(kind));
});

describe('any payload', () => {
  const names = [
    'pull_request_target',
    'issue_comment',
    'merge_group',
    'push',
    'release',
    'workflow_dispatch',
    'schedule',
  ];
  const key = fc.constantFrom(
    'action',
    'pull_request',
    'head',
    'sha',
    'ref',
    'repo',
    'number',
    'user',
    'sender',
    'id',
    'login',
    'type',
    'issue',
    'comment',
    'body',
    'after',
    'label',
    '__proto__',
  );
  const leaf = fc.oneof(
    fc.constantFrom(head, 'opened', 'created', 'refs/heads/x', 'User', 42),
    fc.jsonValue({ maxDepth: 1 }),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium', withCrossShrink: true },
      leaf,
      fc.dictionary(key, tie('tree'), { maxKeys: 8 }),
      fc.array(tie('tree'), { maxLength: 2 }),
    ),
  }));

  it('is read without throwing, and with full commits only', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...names), fc.string()), tree, (name, payload) => {
        const event = parseEvent(name, payload, head);
        if (event.kind === 'pull-request') expect(event.head.sha).toMatch(/^[0-9a-f]{40}$/);
        if (event.kind === 'ref') expect(event.commit).toMatch(/^[0-9a-f]{40}$/);
        if (event.kind === 'unsupported') expect(event.name).toBe(name);
      }),
      { numRuns: 1_000 },
    );
  });

  it('a person is a number and a name, or nobody', () => {
    fc.assert(
      fc.property(tree, (value) => {
        const person = toPerson(value);
        if (person === null) return;
        expect(Number.isSafeInteger(person.id)).toBe(true);
        expect(person.login).toBeTypeOf('string');
        expect(['User', 'Bot']).toContain(person.type);
      }),
    );
  });

  it.each([
    [{ id: 1, login: 'alice', type: 'User' }, alice],
    [
      { id: 1, login: 'acme', type: 'Organization' },
      { id: 1, login: 'acme', type: 'Bot' },
    ],
    [
      { id: 1, login: 'x' },
      { id: 1, login: 'x', type: 'Bot' },
    ],
    [{ id: '1', login: 'x', type: 'User' }, null],
    [{ id: 1.5, login: 'x', type: 'User' }, null],
    [{ id: 1, type: 'User' }, null],
    ['alice', null],
    [null, null],
  ])('%j is %j', (value, person) => expect(toPerson(value)).toEqual(person));
});

describe('workflow_run', () => {
  const runPayload = (run: object = {}, around: object = {}) => ({
    action: 'requested',
    workflow_run: {
      ...{ event: 'pull_request', head_sha: head, head_branch: 'feature/x', run_attempt: 1 },
      head_repository: { full_name: 'acme/engine' },
      ...{ actor: account(bob), triggering_actor: account(bob) },
      // Never read: for forks it is empty, and it need not be what the run was for.
      pull_requests: [{ number: 1, head: { sha: 'b'.repeat(40) } }],
      ...run,
    },
    sender: account(alice),
    ...around,
  });
  const runEvent = {
    ...{ kind: 'workflow-run', action: 'requested', sender: bob, rerunner: undefined },
    head: { sha: head, branch: 'feature/x', repository: 'acme/engine' },
  } as const;
  const readRun = (payload: unknown) => parseEvent('workflow_run', payload);

  it('is read when it is requested, and when it has ended', () => {
    expect(readRun(runPayload())).toEqual(runEvent);
    expect(readRun(runPayload({}, { action: 'completed' }))).toEqual({ ...runEvent, action: 'completed' });
  });

  it.each([
    ['on a second attempt', { run_attempt: 2, triggering_actor: account(carol) }, carol],
    ['by the one who caused it', { run_attempt: 2 }, bob],
    ['on a first attempt that names somebody else', { triggering_actor: account(carol) }, carol],
  ])('tells who started it again, %s', (_, run, rerunner) =>
    expect(readRun(runPayload(run))).toEqual({ ...runEvent, rerunner }),
  );

  it('is read where the fork is gone', () =>
    expect(readRun(runPayload({ head_repository: null }))).toMatchObject({ head: { repository: null } }));

  it.each([
    ['a run on a push', runPayload({ event: 'push' })],
    ['a run on pull_request_target', runPayload({ event: 'pull_request_target' })],
    ['another action', runPayload({}, { action: 'in_progress' })],
    ['a short commit', runPayload({ head_sha: head.slice(0, 12) })],
    ['no branch', runPayload({ head_branch: null })],
    ['nobody who caused it', runPayload({ actor: null })],
    ['a ghost who caused it', runPayload({ actor: { id: 10137, login: 'ghost', type: 'User' } })],
    ['nobody who started it', runPayload({ triggering_actor: null })],
    ['no attempt', runPayload({ run_attempt: '1' })],
    ['no run', { action: 'requested', sender: account(bob) }],
  ])('means nothing here: %s', (_, payload) => expect(readRun(payload)).toEqual(unsupported('workflow_run')));
});
