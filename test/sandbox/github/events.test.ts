import { describe, expect, it } from 'vitest';
import type { Payload } from '../../../sandbox/github/events.ts';
import { stage } from '../../contract/github/stage.ts';

const repo = 'acme/engine';
const plain = (payload: Payload) => JSON.parse(JSON.stringify(payload));

describe('an event', () => {
  it('keeps what was true when it was sent, and cannot be changed', () => {
    const { github, sha } = stage();
    const payload = github.event('pull_request_target', 'opened', { repo, sender: 'eve', number: 1 });
    github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'eve' });
    github.setLabels(repo, 1, []);
    const { pull_request: pull } = plain(payload);
    expect([pull.head.sha, pull.labels[0].name]).toEqual([sha, 'test-dns']);
    expect(() => Object.assign(Object(payload['pull_request']), { state: 'closed' })).toThrow(TypeError);
  });

  it('synchronize names the head before and after', () => {
    const { github, sha } = stage();
    const after = github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'mel' });
    const details = { repo, sender: 'mel', number: 1, before: sha };
    expect(github.event('pull_request_target', 'synchronize', details)).toMatchObject({
      before: sha,
      after,
      sender: { login: 'mel' },
      pull_request: { user: { login: 'eve' }, head: { sha: after } },
    });
  });

  it('a merge group has no pull request', () => {
    const { github } = stage();
    const queued = github.enqueue(repo, 1);
    const payload = github.event('merge_group', 'checks_requested', { repo, sender: 'mel', number: 1 });
    expect(payload).toMatchObject({ merge_group: { ...queued, base_ref: 'refs/heads/main' } });
    expect(payload).not.toHaveProperty('pull_request');
    expect(github.world.repositories.get(repo)?.network.has(queued.head_sha)).toBe(true);
  });

  it('a push says whether it created or forced', () => {
    const { github } = stage();
    const ref = 'refs/heads/x';
    const first = github.push({ repo, branch: 'x', by: 'mel' });
    expect(github.event('push', null, { repo, sender: 'mel', ref })).toMatchObject({
      created: true,
      after: first,
    });
    const second = github.push({ repo, branch: 'x', by: 'mel', force: true });
    expect(github.event('push', null, { repo, sender: 'mel', ref })).toMatchObject({
      created: false,
      forced: true,
      before: first,
      after: second,
    });
  });

  it('a comment on an issue looks like one on a pull request but for pull_request', () => {
    const { github } = stage();
    const issue = github.openIssue({ repo, author: 'eve' });
    github.comment(repo, issue.number, 'mel', '/retest');
    const onIssue = plain(github.event('issue_comment', 'created', { repo, sender: 'mel', number: 2 }));
    const onPull = plain(github.event('issue_comment', 'created', { repo, sender: 'mel', number: 1 }));
    expect([onIssue.comment.body, onIssue.issue.pull_request]).toEqual(['/retest', undefined]);
    expect(onPull.issue.pull_request.url).toBe('http://127.0.0.1:8080/repos/acme/engine/pulls/1');
  });

  it('a schedule has no sender, a dispatch has inputs or null', () => {
    const { github } = stage();
    expect(github.event('schedule', null, { repo })).not.toHaveProperty('sender');
    expect(github.event('workflow_dispatch', null, { repo, sender: 'mel' })).toMatchObject({ inputs: null });
    const inputs = { 'pull-request': '1' };
    const dispatched = github.event('workflow_dispatch', null, { repo, sender: 'mel', inputs });
    inputs['pull-request'] = '2';
    expect(dispatched).toMatchObject({ inputs: { 'pull-request': '1' } });
    expect(() => github.event('push', null, { repo })).toThrow('no account');
  });
});
