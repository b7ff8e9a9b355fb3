import { describe, expect, it } from 'vitest';
import type { EventDetails } from '../../../sandbox/github/events.ts';
import { stage } from '../../contract/github/stage.ts';

const repo = 'acme/engine';
type Stage = ReturnType<typeof stage>;

/** The payload of `workflow_run`, loosely typed. */
const told = ({ github }: Stage, action: string, details: Omit<EventDetails, 'repo'>) =>
  JSON.parse(JSON.stringify(github.event('workflow_run', action, { repo, ...details })));

describe('workflow_run', () => {
  it("tells of a fork's run, and of no pull request", () => {
    const s = stage();
    const { workflow, workflow_run: run, ...rest } = told(s, 'requested', { sender: 'eve', number: 1 });
    expect(run).toMatchObject({
      event: 'pull_request',
      status: 'queued',
      conclusion: null,
      head_sha: s.sha,
      head_branch: 'fix/dns',
      head_repository: { full_name: 'eve/engine', owner: { login: 'eve' }, fork: true },
      repository: { full_name: repo },
      actor: { login: 'eve' },
      triggering_actor: { login: 'eve' },
      run_attempt: 1,
      previous_attempt_url: null,
      pull_requests: [],
    });
    expect([run.name, run.path, run.workflow_id]).toEqual([workflow.name, workflow.path, workflow.id]);
    expect(rest).toMatchObject({
      action: 'requested',
      sender: { login: 'eve' },
      repository: { name: 'engine' },
    });
  });

  it('lists the open pull requests of a branch of the repository itself, whatever started the run', () => {
    const s = stage();
    for (const base of ['main', 'next', 'old']) {
      if (base !== 'main') s.github.push({ repo, branch: base, by: 'mel' });
      s.github.openPullRequest({ repo, branch: 'own', base, author: 'mel' });
    }
    s.github.closePullRequest(repo, 4);
    const { pull_requests: listed } = told(s, 'requested', { sender: 'mel', number: 2 }).workflow_run;
    expect(listed.map(({ number }: { number: number }) => number)).toEqual([3, 2]);
    expect(listed[1]).toMatchObject({
      head: { ref: 'own' },
      base: { ref: 'main', repo: { name: 'engine' } },
    });
  });

  it('lists none for a fork whose branch is named like one of ours, and not the fork’s for ours', () => {
    const s = stage();
    s.github.openPullRequest({ repo, branch: 'fix/dns', author: 'mel' });
    s.github.openPullRequest({ repo, branch: 'other', author: 'mel' });
    const listed = (number: number) =>
      told(s, 'requested', { sender: 'mel', number }).workflow_run.pull_requests.map(
        (pull: { number: number }) => pull.number,
      );
    expect([listed(1), listed(2)]).toEqual([[], [2]]);
  });

  it('of a second attempt names who asked for it, and stays with who caused the first', () => {
    const s = stage();
    const run = { id: 7, actor: 'mel', triggering_actor: 'eve', run_attempt: 2 };
    expect(told(s, 'completed', { number: 1, run })).toMatchObject({
      sender: { login: 'eve' },
      workflow_run: {
        id: 7,
        actor: { login: 'mel' },
        triggering_actor: { login: 'eve' },
        run_attempt: 2,
        previous_attempt_url: expect.stringMatching(/\/actions\/runs\/7\/attempts\/1$/),
        status: 'completed',
        conclusion: 'success',
      },
    });
  });

  it('can lie about everything', () => {
    const s = stage();
    s.github.openPullRequest({ repo, branch: 'own', author: 'mel' });
    const run = {
      name: 'Drawbridge',
      path: '.github/workflows/other.yml',
      event: 'push',
      head_branch: 'own',
      head_repository: repo,
      pull_requests: [2],
      conclusion: 'action_required',
    } as const;
    const { workflow, workflow_run } = told(s, 'completed', { sender: 'eve', number: 1, run });
    const { head_repository, pull_requests, ...others } = run;
    expect(workflow_run).toMatchObject({ ...others, head_sha: s.sha, head_repository: { full_name: repo } });
    expect(workflow_run.pull_requests).toMatchObject([{ number: 2, head: { ref: 'own' } }]);
    expect([workflow.name, workflow.path]).toEqual([run.name, run.path]);
    expect(told(s, 'requested', { sender: 'eve', run: { head_repository: null } })).toMatchObject({
      workflow_run: { event: 'push', head_branch: 'main', head_repository: null },
    });
  });

  it('can be by an account that is gone', () => {
    const run = { actor: null, triggering_actor: null };
    const { workflow_run, sender } = told(stage(), 'completed', { number: 1, sender: 'mel', run });
    expect([workflow_run.actor, workflow_run.triggering_actor, sender.login]).toEqual([null, null, 'mel']);
  });

  it('has no fork any more once that is deleted', () => {
    const s = stage();
    s.github.deleteHeadRepository(repo, 1);
    const { workflow_run: run } = told(s, 'requested', { sender: 'eve', number: 1 });
    expect([run.head_repository, run.head_branch, run.head_sha]).toEqual([null, 'fix/dns', s.sha]);
  });

  it('cannot be about a commit that does not exist', () => {
    const run = { head_sha: 'f'.repeat(40) };
    expect(() => told(stage(), 'requested', { sender: 'eve', run })).toThrow('no commit');
  });
});
