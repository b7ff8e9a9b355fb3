import { describe, expect, it } from 'vitest';
import type { EventDetails, EventName } from '../../sandbox/github/events.ts';
import { webhookComplaints } from './github/openapi.ts';
import { stage } from './github/stage.ts';

const repo = 'acme/engine';
type Row = [
  webhook: string,
  name: EventName,
  action: string | null,
  details: Omit<EventDetails, 'repo' | 'sender'>,
];

const rows: Row[] = [
  ['pull-request-opened', 'pull_request_target', 'opened', { number: 1 }],
  ['pull-request-synchronize', 'pull_request_target', 'synchronize', { number: 1 }],
  ['pull-request-reopened', 'pull_request_target', 'reopened', { number: 1 }],
  ['pull-request-labeled', 'pull_request_target', 'labeled', { number: 1, label: 'test-dns' }],
  ['pull-request-unlabeled', 'pull_request_target', 'unlabeled', { number: 1, label: 'test-dns' }],
  ['pull-request-ready-for-review', 'pull_request_target', 'ready_for_review', { number: 1 }],
  ['issue-comment-created', 'issue_comment', 'created', { number: 1 }],
  ['workflow-dispatch', 'workflow_dispatch', null, { inputs: { 'pull-request': '1' } }],
  ['workflow-dispatch', 'workflow_dispatch', null, {}],
  ['merge-group-checks-requested', 'merge_group', 'checks_requested', { number: 1 }],
  ['push', 'push', null, { ref: 'refs/heads/main' }],
  ['release-published', 'release', 'published', { tag: 'v1.2.3' }],
  ['workflow-run-requested', 'workflow_run', 'requested', { number: 1 }],
  ['workflow-run-requested', 'workflow_run', 'requested', { number: 2 }],
  ['workflow-run-requested', 'workflow_run', 'requested', {}],
  ['workflow-run-completed', 'workflow_run', 'completed', { number: 2 }],
  ['workflow-run-completed', 'workflow_run', 'completed', { number: 1, run: { run_attempt: 2 } }],
  [
    'workflow-run-completed',
    'workflow_run',
    'completed',
    { run: { head_branch: null, name: '', actor: null } },
  ],
];

describe("event payloads keep to GitHub's webhook schemas", () => {
  it.each(rows)('%s', (webhook, name, action, details) => {
    const { github } = stage();
    github.push({ repo, branch: 'main', by: 'ada' });
    github.openPullRequest({ repo, branch: 'own', author: 'mel' });
    github.enqueue(repo, 1);
    const payload = github.event(name, action, { repo, sender: 'ada', ...details });
    expect(webhookComplaints(webhook, payload)).toEqual([]);
  });

  it.each([
    ['pull-request-closed', 'closed'],
    ['pull-request-converted-to-draft', 'converted_to_draft'],
  ])('%s', (webhook, action) => {
    const { github } = stage();
    if (action === 'closed') github.closePullRequest(repo, 1);
    else github.convertToDraft(repo, 1);
    const payload = github.event('pull_request_target', action, { repo, sender: 'eve', number: 1 });
    expect(webhookComplaints(webhook, payload)).toEqual([]);
  });

  it('a run whose fork is gone is as GitHub sends it, not as its description says', () => {
    const { github } = stage();
    github.deleteHeadRepository(repo, 1);
    const payload = github.event('workflow_run', 'requested', { repo, sender: 'eve', number: 1 });
    const complaints = webhookComplaints('workflow-run-requested', payload);
    expect(complaints).toEqual(['/workflow_run/head_repository must be object']);
  });

  it('complains about a payload with a wrong field', () => {
    const { github } = stage();
    const real = github.event('issue_comment', 'created', { repo, sender: 'mel', number: 1 });
    expect(webhookComplaints('issue-comment-created', { ...real, comment: { id: 1 } })).not.toEqual([]);
    expect(webhookComplaints('issue-comment-created', { ...real, action: 'edited' })).not.toEqual([]);
    const run = github.event('workflow_run', 'completed', { repo, sender: 'eve', number: 1 });
    expect(webhookComplaints('workflow-run-completed', { ...run, workflow_run: { id: 1 } })).not.toEqual([]);
    expect(webhookComplaints('workflow-run-requested', run)).not.toEqual([]);
  });
});
