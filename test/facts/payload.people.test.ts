import { describe, expect, it } from 'vitest';
import { parseEvent, toPerson } from '../../src/facts/payload.ts';
import { sha } from '../gate/build.ts';

const sender = { id: 2, login: 'bob', type: 'User' };
const commit = sha('a');
const kindOf = (name: string, payload: object, tagCommit?: string) =>
  parseEvent(name, { sender, ...payload }, tagCommit).kind;

describe('an account in an odd shape is nobody', () => {
  it.each([
    { login: 'bob', type: 'User' },
    { id: '2', login: 'bob', type: 'User' },
    { id: 2.5, login: 'bob', type: 'User' },
    { id: Number.NaN, login: 'bob', type: 'User' },
    { id: 2, type: 'User' },
    { id: 2, login: 3, type: 'User' },
    [2, 'bob'],
    'bob',
    null,
  ])('%j', (value) => expect(toPerson(value)).toBeNull());
});

describe('a payload that is not as documented starts nothing', () => {
  const issue = { number: 42, pull_request: { url: 'https://api.github.com/x' } };
  const comment = { id: 7, body: '/retest' };
  const group = { head_sha: commit, head_ref: 'refs/heads/gh-readonly-queue/main/pr-1' };
  const queue = { action: 'checks_requested', merge_group: group };
  const push = { after: commit, ref: 'refs/heads/main' };
  const release = { action: 'published', release: { tag_name: 'v1' } };

  it('those that are as documented', () => {
    expect(kindOf('issue_comment', { action: 'created', issue, comment })).toBe('comment');
    expect(kindOf('merge_group', queue)).toBe('ref');
    expect(kindOf('push', push)).toBe('ref');
    expect(kindOf('release', release, commit)).toBe('ref');
  });

  it.each<[string, object, string?]>([
    ['issue_comment', { action: 'created', issue: { ...issue, number: '42' }, comment }],
    ['issue_comment', { action: 'created', issue, comment: { ...comment, id: '7' } }],
    ['issue_comment', { action: 'created', issue, comment: { id: 7 } }],
    ['issue_comment', { action: 'created' }],
    ['merge_group', { ...queue, merge_group: { head_sha: commit } }],
    ['merge_group', { ...queue, merge_group: { ...group, head_sha: 'abc' } }],
    ['merge_group', { ...queue, merge_group: { ...group, head_ref: 'refs/heads/' } }],
    ['merge_group', { ...queue, action: 'destroyed' }],
    ['push', { ref: 'refs/heads/main' }],
    ['push', { after: commit }],
    ['push', { ...push, after: 7 }],
    ['push', { ...push, ref: 'refs/notes/x' }],
    ['push', { ...push, after: '0'.repeat(40) }],
    ['release', release],
    ['release', release, 'main'],
    ['release', { ...release, release: {} }, commit],
    ['release', { ...release, action: 'released' }, commit],
    ['release', {}, commit],
  ])('%s %j', (name, payload, tagCommit) => expect(kindOf(name, payload, tagCommit)).toBe('unsupported'));

  it.each([`${'0'.repeat(39)}1`, `1${'0'.repeat(39)}`])('%s is a commit', (after) => {
    expect(kindOf('push', { ...push, after })).toBe('ref');
  });
});
