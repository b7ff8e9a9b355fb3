import { describe, expect, it } from 'vitest';
import type { Run } from '../../../../sandbox/github/actions/run.ts';
import { stage } from '../../../contract/github/stage.ts';
import { installed, lines, newcomer, paths, repo, target, told } from './stage.ts';

describe('the default policy', () => {
  it("blocks pull_request_target before any step, in GitHub's words, and not the file's other event", () => {
    const { github, actions } = installed();
    actions.install(repo, paths.target, target);
    const [run, ...more] = actions.happen('pull_request_target', 'opened', {
      repo,
      number: 1,
      sender: 'mel',
    });
    expect(run).toMatchObject({
      outcome: 'blocked',
      jobs: [],
      message: `Event 'pull_request_target' is not allowed to trigger Actions workflows. Workflow file: '${paths.target}'.`,
    });
    expect(more).toEqual([]);
    github.comment(repo, 1, 'mel', '/retest');
    const comment = actions.happen('issue_comment', 'created', { repo, number: 1, sender: 'mel' });
    expect(lines(comment)).toEqual(['target.yml issue_comment created runs']);
  });

  it('gives way to a policy for the file, which must list every event of it', () => {
    const { actions } = installed();
    actions.install(repo, paths.target, target);
    actions.addPolicy(repo, {
      name: 'ours',
      enforcement: 'active',
      conditions: { workflow_path: { include: [paths.target], exclude: [] } },
      rules: [{ type: 'restrict_action_events', parameters: { allowed_events: ['pull_request_target'] } }],
    });
    const happen = (name: 'pull_request_target' | 'issue_comment', action: string) =>
      actions.happen(name, action, { repo, number: 1, sender: 'mel' })[0]?.outcome;
    expect([happen('pull_request_target', 'opened'), happen('issue_comment', 'created')]).toEqual([
      'runs',
      'blocked',
    ]);
  });

  it('does not concern private repositories', () => {
    const { github } = stage();
    github.actions.install('acme/secret', paths.target, target);
    const { number } = github.openPullRequest({ repo: 'acme/secret', author: 'ada' });
    const runs = github.actions.happen('pull_request_target', 'opened', {
      repo: 'acme/secret',
      number,
      sender: 'ada',
    });
    expect(runs.map(({ outcome }) => outcome)).toEqual(['runs']);
  });
});

describe('an actor rule', () => {
  it('stops the run of whoever is not on its list, and then nothing is told of it', () => {
    const { github, actions, opened } = installed();
    const id = github.world.accounts.get('mel')?.id;
    const parameters = { allowed_actors: [{ id, type: 'User' }] };
    const rules = [{ type: 'restrict_actions_actors', parameters }];
    actions.addPolicy(repo, { name: 'members', enforcement: 'active', rules });
    expect(opened('eve')).toMatchObject([
      { outcome: 'blocked', message: 'Actor is not allowed to trigger Actions workflows.' },
    ]);
    const runs = opened('mel');
    expect(lines(runs)[0]).toBe('event.yml pull_request opened runs');
    expect(actions.rerun(runs[0] as Run, 'ada')).toMatchObject([
      { outcome: 'blocked', triggeringActor: 'ada' },
    ]);
  });
});

describe('a first-time contributor', () => {
  it('waits for a maintainer; workflow_run tells at once that it was requested, and later only that it ended', () => {
    const { actions, open } = newcomer();
    const [held, requested, ...more] = open('eve');
    expect([held?.outcome, more]).toEqual(['waiting', []]);
    expect(lines([requested as Run])).toEqual(['tests.yml workflow_run requested runs']);
    expect(told(requested)).toMatchObject({
      status: 'completed',
      conclusion: 'action_required',
      run_attempt: 1,
    });
    expect(() => actions.approveAndRun(held as Run, 'eve')).toThrow('may not approve');
    expect(() => actions.rerun(held as Run, 'mel')).toThrow('waits for');
    const approved = actions.approveAndRun(held as Run, 'mel');
    expect(lines(approved)).toEqual([
      'event.yml pull_request opened runs',
      'tests.yml workflow_run completed skipped',
    ]);
    expect(approved[0]).toMatchObject({ id: held?.id, attempt: 1, actor: 'eve' });
    expect(() => actions.approveAndRun(held as Run, 'mel')).toThrow('waits for nobody');
  });

  it('or, as it may be: workflow_run tells of it only once it really starts', () => {
    const { actions, open } = newcomer();
    actions.settings.heldRuns = 'told when approved';
    const runs = open('eve');
    expect(lines(runs)).toEqual(['event.yml pull_request opened waiting']);
    expect(lines(actions.approveAndRun(runs[0] as Run, 'mel'))).toEqual([
      'event.yml pull_request opened runs',
      'tests.yml workflow_run requested runs',
      'tests.yml workflow_run completed skipped',
    ]);
  });

  it('makes others wait on her pull request, and waits on nobody else', () => {
    const { github, open } = newcomer();
    expect(open('mel')[0]?.outcome).toBe('waiting');
    const own = github.openPullRequest({ repo, branch: 'own', author: 'mel' });
    const runs = github.actions.happen('pull_request', 'opened', { repo, number: own.number, sender: 'mel' });
    expect(runs[0]?.outcome).toBe('runs');
    github.push({ repo, branch: 'main', by: 'eve' });
    expect(open('mel')[0]?.outcome).toBe('runs');
  });

  it('waits in public repositories, and for pull requests from forks', () => {
    const { repo: engine, github, open } = newcomer();
    const own = github.openPullRequest({ repo, branch: 'own', author: 'eve' });
    const started = (number: number) =>
      github.actions.happen('pull_request', 'opened', { repo, number, sender: 'eve' })[0]?.outcome;
    expect([started(1), started(own.number)]).toEqual(['waiting', 'runs']);
    engine.private = true;
    expect(open('eve')[0]?.outcome).toBe('runs');
  });

  it('is freed by a merge of something of hers, not of others', () => {
    const { github, open } = newcomer();
    for (const [author, outcome] of [
      ['mel', 'waiting'],
      ['eve', 'runs'],
    ] as const) {
      const { number } = github.openPullRequest({ repo, branch: `of-${author}`, author });
      github.closePullRequest(repo, number, { merged: true });
      expect(open('eve')[0]?.outcome).toBe(outcome);
    }
  });

  it('does not wait on pull_request_target', () => {
    const { actions } = newcomer();
    actions.settings.defaultPolicy = 'evaluated';
    actions.install(repo, paths.target, target);
    const runs = actions.happen('pull_request_target', 'opened', { repo, number: 1, sender: 'eve' });
    expect(runs[0]?.outcome).toBe('runs');
  });
});
