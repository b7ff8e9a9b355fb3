import { describe, expect, it } from 'vitest';
import type { Run } from '../../../../sandbox/github/actions/run.ts';
import { ask, json, stage } from '../../../contract/github/stage.ts';
import { event, installed, job, lines, paths, repo, target, tests, told } from './stage.ts';

describe('a pull request', () => {
  it('starts the run on pull_request, and by workflow_run the tests, once', () => {
    const { opened, github, sha } = installed();
    const runs = opened();
    expect(lines(runs)).toEqual([
      'event.yml pull_request opened runs',
      'tests.yml workflow_run requested runs',
      'tests.yml workflow_run completed skipped',
    ]);
    const [first, second, third] = runs;
    expect(first).toMatchObject({ ref: 'refs/pull/1/merge', actor: 'eve', attempt: 1, jobs: ['run'] });
    expect(second).toMatchObject({
      repository: repo,
      ref: 'refs/heads/main',
      sha: github.world.repositories.get(repo)?.refs.get('refs/heads/main'),
      actor: 'eve',
      triggeringActor: 'eve',
    });
    expect(told(second)).toMatchObject({
      id: first?.id,
      name: 'the event',
      path: paths.event,
      event: 'pull_request',
      head_sha: sha,
      head_branch: 'fix/dns',
      head_repository: { full_name: 'eve/engine' },
      run_attempt: 1,
      pull_requests: [],
    });
    expect(third?.message).toContain('if:');
  });

  it('runs at the SHA of its test merge', async () => {
    const s = installed();
    const answer = await json(await ask(s.github, 'GET', '/repos/acme/engine/pulls/1'));
    expect(s.opened()[0]?.sha).toBe(answer.merge_commit_sha);
  });

  it('is told by the path where the workflow has no name, and by nobody once it is taken away', () => {
    const { actions, opened } = installed();
    actions.install(repo, paths.event, `name: ''\non: pull_request\n${job}`);
    expect(opened().map(({ workflow }) => workflow.name)).toEqual([paths.event]);
    actions.install(repo, paths.event, null);
    expect(opened()).toEqual([]);
  });

  it('starts nothing by a type that nobody listens to', () => {
    const { actions } = installed();
    expect(
      actions.happen('pull_request', 'unlabeled', { repo, number: 1, sender: 'eve', label: 'test-dns' }),
    ).toEqual([]);
    const runs = actions.happen('pull_request', 'labeled', {
      repo,
      number: 1,
      sender: 'mel',
      label: 'test-dns',
    });
    expect(lines(runs)[0]).toBe('event.yml pull_request labeled runs');
  });

  it.each([
    ['pull_request', ['opened', 'synchronize', 'reopened']],
    ['pull_request_target', ['opened', 'synchronize', 'reopened']],
    ['issue_comment', ['created', 'edited', 'deleted']],
  ] as const)('starts %s on the usual types where none are named', (name, usual) => {
    const { actions, comment } = installed();
    actions.settings.defaultPolicy = 'evaluated';
    actions.install(repo, paths.event, `on: [${name}]\n${job}`);
    const types = [...usual, 'labeled', 'closed', 'edited'].filter((type, i, all) => all.indexOf(type) === i);
    const started = types.filter((type) => {
      const details = { repo, number: 1, sender: 'eve', label: 'test-dns', comment };
      return actions.happen(name, type, details).length > 0;
    });
    expect(started).toEqual(name === 'issue_comment' ? types : usual);
  });

  it('is held by a conflict, and so is its end', async () => {
    const s = installed();
    s.github.setMergeable(repo, 1, false);
    const [run, ...more] = s.opened();
    expect([run?.outcome, run?.message, more]).toEqual([
      'skipped',
      'the pull request has a merge conflict',
      [],
    ]);
    expect(await json(await ask(s.github, 'GET', '/repos/acme/engine/pulls/1'))).toMatchObject({
      mergeable: false,
      mergeable_state: 'dirty',
    });
    s.github.closePullRequest(repo, 1);
    const closed = s.actions.happen('pull_request', 'closed', { repo, number: 1, sender: 'eve' });
    expect(lines(closed)).toEqual(['event.yml pull_request closed skipped']);
    expect(() => s.actions.rerun(run as Run, 'mel')).toThrow('GitHub has made no run');
    s.github.reopenPullRequest(repo, 1);
    s.github.setMergeable(repo, 1, true);
    expect(s.opened()[0]?.outcome).toBe('runs');
  });

  it.each([
    'Fix it [skip ci]',
    'Fix it\n\nno need: [actions skip]',
    'Fix it\n\n\nskip-checks: true',
    'Fix it\n\n\nSigned-off-by: eve\nskip-checks:true\n',
  ])('starts nothing on pull_request when its head says %j, but on pull_request_target', (message) => {
    const { github, actions, opened } = installed();
    actions.settings.defaultPolicy = 'evaluated';
    actions.install(repo, paths.target, target);
    github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'eve', message });
    expect(opened()[0]).toMatchObject({ outcome: 'skipped', message: 'the commit message skips it' });
    const other = actions.happen('pull_request_target', 'opened', { repo, number: 1, sender: 'eve' });
    expect(other[0]).toMatchObject({ outcome: 'runs', ref: 'refs/heads/main' });
  });

  it.each(['Do not skip ci', 'Fix it\n\nskip-checks: true', 'skip-checks: true\n\n\nmore'])(
    'is not skipped by a head that says %j',
    (message) => {
      const { github, opened } = installed();
      github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'eve', message });
      expect(opened()[0]?.outcome).toBe('runs');
    },
  );
});

describe('the author of a pull request', () => {
  const push = (s: ReturnType<typeof installed>, files: Record<string, string | null>) =>
    s.github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'eve', files });

  it('decides about the workflows on pull_request: renames, drops and adds them', () => {
    const s = installed();
    push(s, { [paths.event]: event.replace('the event', 'something else') });
    expect(lines(s.opened())).toEqual(['event.yml pull_request opened runs']);
    push(s, { [paths.event]: null });
    expect(s.opened()).toEqual([]);
    push(s, { '.github/workflows/hers.yml': event, '.github/workflows/hers-too.yml': event });
    const runs = s.opened();
    expect(lines(runs).filter((line) => line.startsWith('hers'))).toHaveLength(2);
    expect(runs.filter(({ outcome, event: by }) => outcome === 'runs' && by === 'workflow_run')).toHaveLength(
      2,
    );
    expect(told(runs[1])).toMatchObject({ name: 'the event', path: '.github/workflows/hers.yml' });
  });

  it('decides nothing about those of workflow_run and pull_request_target', () => {
    const s = installed();
    s.actions.settings.defaultPolicy = 'evaluated';
    push(s, { [paths.tests]: tests.replace(/ +if:.*\n/, ''), [paths.target]: target });
    expect(lines(s.opened())).toContain('tests.yml workflow_run completed skipped');
    expect(s.actions.happen('pull_request_target', 'opened', { repo, number: 1, sender: 'eve' })).toEqual([]);
  });

  it('gets what has changed on the base since, and a conflict where both changed the same file', () => {
    const s = installed();
    s.github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'eve' });
    s.actions.install(repo, paths.event, event.replace('the event', 'new name'));
    expect(s.opened().map(({ workflow }) => workflow.name)).toEqual(['new name']);
    push(s, { [paths.event]: event.replace('the event', 'her name') });
    expect(s.opened()[0]?.message).toBe('the pull request has a merge conflict');
    s.actions.install(repo, paths.event, event.replace('the event', 'her name'));
    push(s, { 'README.md': 'hers' });
    s.github.push({ repo, branch: 'main', by: 'mel', files: { 'src/a.rs': 'ours' } });
    expect(s.opened()[0]).toMatchObject({ outcome: 'runs', workflow: { name: 'her name' } });
    s.github.push({ repo, branch: 'main', by: 'mel', files: { 'README.md': 'ours' } });
    expect(s.opened()[0]?.message).toBe('the pull request has a merge conflict');
  });
});

describe('a workflow that is not played is refused', () => {
  const { github } = stage();
  it.each([
    ['no workflow', 'hello'],
    ['no jobs', 'on: push'],
    ['jobs that wait for others', 'on: push\njobs: { b: { needs: a } }'],
    ['paths', `on: { push: { paths: [a] } }\n${job}`],
    ['branches of pull requests', `on: { pull_request: { branches: [main] } }\n${job}`],
    ['branches of runs', `on: { workflow_run: { workflows: [a], branches: [main] } }\n${job}`],
  ])('%s', (_, text) => {
    expect(() => github.actions.install(repo, paths.event, text)).toThrow(/is no workflow|is not played/);
  });

  it.each([
    'workflows/x.yml',
    'a/.github/workflows/x.yml',
    '.github/workflows/a/x.yml',
    '.github/workflows/x.yml.txt',
  ])('at %s', (path) => {
    expect(() => github.actions.install(repo, path, event)).toThrow('looks for no workflow');
  });

  it('when it has a pattern, and once its condition is looked at', () => {
    const s = installed();
    const pattern = tests.replace('[the event]', "['the *']");
    expect(() => s.actions.install(repo, paths.tests, pattern)).toThrow('the pattern the * is not played');
    s.actions.install(repo, paths.tests, tests.replace(/if:.*/, 'if: always()'));
    expect(() => s.opened()).toThrow('does not play this condition');
  });
});
