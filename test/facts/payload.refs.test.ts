import { describe, expect, it } from 'vitest';
import type { GateEvent } from '../../src/facts/event.ts';
import { parseEvent } from '../../src/facts/payload.ts';
import { bob, head } from '../gate/build.ts';

const account = ({ id, login, type }: typeof bob) => ({ id, login, type, node_id: 'x', site_admin: false });
const tagObject = 'd'.repeat(40);
const unsupported = (name: string): GateEvent => ({ kind: 'unsupported', name });

describe('other events', () => {
  it.each([
    'pull_request',
    'pull_request_review',
    'pull_request_review_comment',
    'workflow_run',
    'issues',
    'status',
    'check_run',
    'toString',
    '__proto__',
    '',
  ])('%s is not supported, whatever it brings', (name) => {
    const pull_request = { number: 42, head: { sha: head, ref: 'feature/x' }, user: account(bob) };
    const payload = { action: 'opened', sender: account(bob), pull_request };
    expect(parseEvent(name, payload)).toEqual(unsupported(name));
  });

  it('a schedule has no sender', () => expect(parseEvent('schedule', {})).toEqual({ kind: 'schedule' }));

  it('a dispatch has one', () => {
    expect(parseEvent('workflow_dispatch', { sender: account(bob) })).toEqual({
      kind: 'dispatch',
      sender: bob,
    });
    expect(parseEvent('workflow_dispatch', {})).toEqual(unsupported('workflow_dispatch'));
  });

  const group = {
    action: 'checks_requested',
    merge_group: { head_sha: head, head_ref: 'refs/heads/gh-readonly-queue/main/pr-1' },
    sender: account(bob),
  };
  const push = { after: head, ref: 'refs/heads/feature/x', sender: account(bob) };
  const release = { action: 'published', release: { tag_name: 'v1' }, sender: account(bob) };

  it.each([
    ['the merge queue', 'merge_group', group, { on: 'queue', name: 'gh-readonly-queue/main/pr-1' }],
    ['a push', 'push', push, { on: 'push', name: 'feature/x' }],
    ['a pushed tag', 'push', { ...push, ref: 'refs/tags/v1' }, { on: 'tag', name: 'v1' }],
    ['a release', 'release', release, { on: 'release', name: 'v1' }],
  ])('%s is for a commit', (_, name, payload, expected) => {
    const event = { kind: 'ref', commit: head, sender: bob, ...expected };
    const repository = { default_branch: 'trunk' };
    expect(parseEvent(name, { ...payload, repository }, head)).toEqual({ ...event, defaultBranch: 'trunk' });
    for (const odd of [undefined, null, {}, { default_branch: 7 }, 'trunk'])
      expect(parseEvent(name, { ...payload, repository: odd }, head)).toEqual({
        ...event,
        defaultBranch: '',
      });
  });

  it.each([
    ['a deleted branch', 'push', { ...push, after: '0'.repeat(40) }],
    ['a push of something else', 'push', { ...push, ref: 'refs/notes/x' }],
    ['a push without ref', 'push', { ...push, ref: undefined }],
    ['a push without sender', 'push', { ...push, sender: undefined }],
    ['a destroyed group', 'merge_group', { ...group, action: 'destroyed' }],
    [
      'a group with a short commit',
      'merge_group',
      { ...group, merge_group: { ...group.merge_group, head_sha: 'abc' } },
    ],
    ['a release without a tag', 'release', { ...release, release: {} }],
    ...['created', 'edited', 'deleted', 'prereleased', 'released', 'unpublished', undefined].map(
      (action): [string, string, object] => [
        `a release that is ${action}`,
        'release',
        { ...release, action },
      ],
    ),
  ])('%s is not supported', (_, name, payload) =>
    expect(parseEvent(name, payload, head)).toEqual(unsupported(name)),
  );

  it.each([`${'0'.repeat(39)}a`, `a${'0'.repeat(39)}`])('a commit may have many zeros: %s', (after) => {
    expect(parseEvent('push', { ...push, after })).toMatchObject({ kind: 'ref', commit: after });
  });

  it.each<[string, string, string | undefined, string]>([
    [
      'a tag: the commit that the runner names, for an annotated tag is an object of its own',
      'refs/tags/v1',
      head,
      head,
    ],
    ['a tag, of a runner that names none', 'refs/tags/v1', undefined, tagObject],
    ['a tag, of a runner that names something else', 'refs/tags/v1', 'v1', tagObject],
    ['a branch: whatever the runner names', 'refs/heads/v1', head, tagObject],
  ])('%s', (_, ref, named, commit) => {
    expect(parseEvent('push', { ...push, ref, after: tagObject }, named)).toMatchObject({
      kind: 'ref',
      commit,
    });
  });

  it('a release needs the commit that the runner names', () => {
    expect(parseEvent('release', release)).toEqual(unsupported('release'));
    expect(parseEvent('release', release, 'v1')).toEqual(unsupported('release'));
  });
});
