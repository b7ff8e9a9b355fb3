import { describe, expect, it } from 'vitest';
import type { Run } from '../../../../sandbox/github/actions/run.ts';
import { stage } from '../../../contract/github/stage.ts';
import { installed, job, lines, paths, repo, tests, told } from './stage.ts';

describe('a re-run', () => {
  it('keeps payload, commit and actor; workflow_run tells only of its end, with the attempt and who asked', () => {
    const { github, actions, opened, sha } = installed();
    const [first] = opened('mel');
    github.push({ repo: 'eve/engine', branch: 'fix/dns', by: 'eve' });
    const [again, ended, ...more] = actions.rerun(first as Run, 'eve');
    expect(more).toEqual([]);
    expect(again).toMatchObject({
      id: first?.id,
      sha: first?.sha,
      attempt: 2,
      actor: 'mel',
      triggeringActor: 'eve',
    });
    expect(again?.payload).toBe(first?.payload);
    expect(lines([ended as Run])).toEqual(['tests.yml workflow_run completed runs']);
    expect(told(ended)).toMatchObject({
      id: first?.id,
      head_sha: sha,
      run_attempt: 2,
      actor: { login: 'mel' },
      triggering_actor: { login: 'eve' },
    });
    expect([ended?.actor, ended?.triggeringActor, ended?.attempt]).toEqual(['mel', 'eve', 1]);
    expect(actions.rerun(first as Run, 'ada')[0]).toMatchObject({ attempt: 3, triggeringActor: 'ada' });
  });

  it('has no head repository once the fork is gone', () => {
    const { github, actions, opened } = installed();
    const [first] = opened();
    github.deleteHeadRepository(repo, 1);
    expect(told(actions.rerun(first as Run, 'mel')[1])).toMatchObject({ head_repository: null });
  });

  it('of the tests themselves keeps their payload', () => {
    const { actions, opened } = installed();
    const started = opened()[1] as Run;
    const [again, ...more] = actions.rerun(started, 'mel');
    expect(again).toMatchObject({
      outcome: 'runs',
      attempt: 2,
      triggeringActor: 'mel',
      payload: started.payload,
    });
    expect(more).toEqual([]);
  });
});

describe('other events', () => {
  const workflow = (on: string) => `on: ${on}\n${job}`;
  const started = (
    on: string,
    ...given: Parameters<ReturnType<typeof stage>['github']['actions']['happen']>
  ) => {
    const { github } = stage();
    github.push({ repo, branch: 'next', by: 'mel' });
    github.tag(repo, 'v1.0.0');
    github.enqueue(repo, 1);
    for (const branch of ['main', 'next']) {
      github.push({ repo, branch, by: 'mel', files: { [paths.target]: workflow(on) } });
    }
    const refs = github.world.repositories.get(repo)?.refs;
    return github.actions
      .happen(...given)
      .map(({ ref, sha, outcome, actor }) => [ref, refs?.get(ref) === sha, outcome, actor].join(' '));
  };
  const main = 'refs/heads/main true runs mel';

  it.each([
    ['push', 'push', { ref: 'refs/heads/next' }, ['refs/heads/next true runs mel']],
    ['{ push: { branches: [main] } }', 'push', {}, [main]],
    ['{ push: { branches: [main] } }', 'push', { ref: 'refs/heads/next' }, []],
    ['{ push: { branches: [next, main] } }', 'push', {}, [main]],
    ['[push, workflow_dispatch]', 'workflow_dispatch', {}, [main]],
    ['{ workflow_dispatch: { inputs: { x: } } }', 'workflow_dispatch', {}, [main]],
    ['workflow_dispatch', 'workflow_dispatch', { ref: 'refs/heads/next' }, ['refs/heads/next true runs mel']],
    ['workflow_dispatch', 'workflow_dispatch', { workflow: '.github/workflows/other.yml' }, []],
    ['workflow_dispatch', 'workflow_dispatch', { workflow: paths.target }, [main]],
    ["{ schedule: [{ cron: '1 2 * * *' }] }", 'schedule', {}, [main]],
  ] as const)('%s on %s of %j', (on, name, details, expected) => {
    expect(started(on, name, null, { repo, sender: 'mel', ...details })).toEqual(expected);
  });

  it('a schedule is the owner’s where nobody is named', () => {
    expect(started("{ schedule: [{ cron: '1 2 * * *' }] }", 'schedule', null, { repo })).toEqual([
      'refs/heads/main true runs acme',
    ]);
  });

  it('the merge queue and a release run on their own refs', () => {
    const { github } = stage();
    github.actions.install(repo, paths.target, workflow('[merge_group, release]'));
    const sha = github.tag(repo, 'v1.0.0');
    const released = github.actions.happen('release', 'published', { repo, sender: 'mel' });
    expect(released).toMatchObject([{ ref: 'refs/tags/v1.0.0', sha, outcome: 'runs' }]);
    github.push({
      repo: 'eve/engine',
      branch: 'fix/dns',
      by: 'eve',
      files: { [paths.target]: workflow('merge_group') },
    });
    const { head_ref: ref, head_sha } = github.enqueue(repo, 1);
    const queued = github.actions.happen('merge_group', 'checks_requested', {
      repo,
      sender: 'mel',
      number: 1,
    });
    expect(queued).toMatchObject([{ ref, sha: head_sha, outcome: 'runs' }]);
  });

  it('a push is skipped by its message', () => {
    const { github } = stage();
    github.actions.install(repo, paths.target, workflow('push'));
    github.push({ repo, branch: 'main', by: 'mel', message: 'Tidy up [no ci]' });
    expect(github.actions.happen('push', null, { repo, sender: 'mel' })).toMatchObject([
      { outcome: 'skipped', message: 'the commit message skips it' },
    ]);
  });
});

describe('workflow_run', () => {
  it('may be forged from nothing', () => {
    const { actions } = installed();
    const run = {
      name: 'the event',
      actor: 'mel',
      triggering_actor: 'eve',
      run_attempt: 2,
      pull_requests: [1],
    };
    const runs = actions.happen('workflow_run', 'completed', { repo, number: 1, run });
    expect(runs).toMatchObject([
      { outcome: 'runs', actor: 'mel', triggeringActor: 'eve', ref: 'refs/heads/main' },
    ]);
    expect(told(runs[0]).pull_requests).toMatchObject([{ number: 1 }]);
    expect(
      actions.happen('workflow_run', 'requested', { repo, sender: 'eve', run: { name: 'other' } }),
    ).toEqual([]);
  });

  it('chains no more than three levels', () => {
    const { github } = stage();
    github.actions.install(repo, paths.event, `name: A\non: push\n${job}`);
    const letters = ['A', 'B', 'C', 'D', 'E'];
    for (const [i, letter] of letters.slice(1).entries()) {
      const on = `{ workflow_run: { workflows: [${letters[i]}], types: [requested] } }`;
      github.actions.install(repo, `.github/workflows/${letter}.yml`, `name: ${letter}\non: ${on}\n${job}`);
    }
    const runs = github.actions.happen('push', null, { repo, sender: 'mel' });
    expect(runs.map(({ workflow }) => workflow.name)).toEqual(['A', 'B', 'C', 'D']);
  });

  it('counts levels from an event that a test forges', () => {
    const { github } = stage();
    for (const [before, name] of ['AB', 'BC', 'CD', 'DE'].map((pair) => [...pair])) {
      const on = `{ workflow_run: { workflows: [${before}], types: [completed] } }`;
      github.actions.install(repo, `.github/workflows/${name}.yml`, `name: ${name}\non: ${on}\n${job}`);
    }
    const runs = github.actions.happen('workflow_run', 'completed', {
      repo,
      sender: 'mel',
      run: { name: 'A' },
    });
    expect(runs.map(({ workflow }) => workflow.name)).toEqual(['B', 'C', 'D']);
  });

  it('tells how a run ended: whether any job ran', () => {
    const { github } = stage();
    github.actions.install(repo, paths.tests, tests.replace('[the event]', '[other, again]'));
    const ends = ['mel', 'eve'].map((login) => {
      const when = `jobs: { run: { if: "github.actor == '${login}'", runs-on: x } }`;
      github.actions.install(repo, paths.event, `name: again\non: push\n${when}`);
      const [run, , ended] = github.actions.happen('push', null, { repo, sender: 'mel' });
      return [run?.outcome, run?.jobs.length, told(ended).status, told(ended).conclusion];
    });
    expect(ends).toEqual([
      ['runs', 1, 'completed', 'success'],
      ['skipped', 0, 'completed', 'skipped'],
    ]);
  });

  it('tells of runs on other events too, as what they are', () => {
    const { github } = stage();
    const listening = tests.replace('[the event]', '[again]');
    github.actions.install(repo, paths.tests, listening);
    github.actions.install(repo, paths.event, `name: again\non: push\n${job}`);
    const head_sha = github.push({ repo, branch: 'next', by: 'mel' });
    const [, requested] = github.actions.happen('push', null, {
      repo,
      sender: 'mel',
      ref: 'refs/heads/next',
    });
    expect(told(requested)).toMatchObject({
      event: 'push',
      head_sha,
      head_branch: 'next',
      head_repository: { full_name: repo },
    });
  });
});
