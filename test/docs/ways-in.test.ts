import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EventName } from '../../sandbox/github/events.ts';
import { accountOf } from '../../sandbox/github/world.ts';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import { anchorsOf, blocksOf, pageText } from './pages.ts';
import { expectLeast, recipe } from './recipes.ts';
import { byFollowing, crossing, on, outcomes, type Stage } from './stage.ts';
import { faultsOf } from './workflows.ts';

/**
 * How a pull request gets in: step 0 of docs/setup.md and the recipes for it, from what happens on GitHub, through its
 * Actions policies, to the built action.
 */
const folder = '.github/workflows';
const policy = JSON.parse(readFileSync('examples/workflows/policy.json', 'utf8')) as unknown;
const [firstFile, secondFile] = [recipe('First file: the event'), recipe('Second file: the tests')];

const withPolicy = { [`${folder}/private-tests.yml`]: recipe('README') };
const withoutPolicy = {
  [`${folder}/private-tests-event.yml`]: firstFile,
  [`${folder}/private-tests.yml`]: secondFile,
};
const besideIt = {
  [`${folder}/private-tests-event.yml`]: firstFile,
  [`${folder}/private-tests-run.yml`]: secondFile,
};
/** A GitLab branch whose test takes an hour. */
const endless = { 'expected/test-aws-infra.txt': 'pass 3600\n' };

describe.concurrent('with pull_request_target', () => {
  it("refuses the README's workflow by default, with the words of the pages", async () =>
    on(withPolicy, async ({ sandbox, happen, statuses, openByMember }) => {
      const pull = openByMember('refused');
      const [run, ...others] = happen('pull_request_target', 'opened', pull);
      expect([run?.outcome, others]).toEqual(['blocked', []]);
      const words = run?.message ?? '';
      const shown = blocksOf('docs/recipes.md').filter(({ language }) => language === 'text');
      expect(shown.map(({ text }) => text)).toContain(`${words}\n`);
      const [sentence = ''] = words.split('. ');
      expect(pageText('docs/setup.md')).toContain(`\`${sentence}. Workflow file: '…'\``);
      expect(pageText('docs/troubleshooting.md')).toContain(`\n## ${sentence}\n`);
      expect([statuses(pull), sandbox.recorder.all()]).toEqual([[], []]);
    }));

  it('runs it under the policy of step 0', async () =>
    on(withPolicy, async ({ sandbox, repository, happen, play, statuses, openByMember }) => {
      sandbox.github.actions.addPolicy(repository, policy);
      const pull = openByMember('allowed', ['test-all']);
      const [run] = happen('pull_request_target', 'opened', pull);
      const result = await play(run);
      expect(result.exitCode, result.log).toBe(0);
      expect(statuses(pull).at(-1)).toBe('drawbridge: success');
    }));

  it('keeps an outsider out of sight where actors are restricted, until a member approves', async () =>
    on(withPolicy, async (stage) => {
      const { sandbox, repository, happen, play, statuses } = stage;
      const { github } = sandbox;
      const members = ['alice', 'bob', 'carol'].map((login) => accountOf(github.world, login).id);
      const actors = members.map((id) => ({ id, type: 'User' }));
      const rule = { type: 'restrict_actions_actors', parameters: { allowed_actors: actors } };
      for (const one of [policy, { name: 'members', enforcement: 'active', rules: [rule] }])
        github.actions.addPolicy(repository, one);

      const pull = stage.openByOutsider('outside-actors', ['test-all']);
      const [run] = happen('pull_request_target', 'opened', pull);
      expect(run?.outcome).toBe('blocked');
      expect(anchorsOf('docs/troubleshooting.md')).toContain(
        'actor-is-not-allowed-to-trigger-actions-workflows',
      );
      expect(run?.message).toContain('Actor is not allowed to trigger Actions workflows');
      expect(statuses(pull)).toEqual([]);

      github.comment(repository, pull.number, 'carol', `/ok-to-test ${pull.sha}`);
      const [approval] = happen('issue_comment', 'created', pull, { sender: 'carol' });
      expect((await play(approval)).exitCode).toBe(0);
      expect(statuses(pull).at(-1)).toBe('drawbridge: success');
    }));
});

describe.concurrent('with workflow_run', () => {
  it('runs under the default policy, and one event has one watcher', async () =>
    on(withoutPolicy, async ({ sandbox, repository, happen, play, statuses, openByMember }) => {
      const pull = openByMember('second-way', ['test-all']);
      const runs = happen('pull_request', 'opened', pull);
      const following = ['workflow_run requested runs', 'workflow_run completed skipped'];
      expect(outcomes(runs)).toEqual(['pull_request runs', ...following]);
      const result = await play(byFollowing(runs));
      expect([result.exitCode, result.outputs['tests']], result.log).toEqual([0, 'test-all']);
      expect(statuses(pull).at(-1)).toBe('drawbridge: success');

      sandbox.github.comment(repository, pull.number, 'carol', '/retest');
      const again = await play(happen('issue_comment', 'created', pull, { sender: 'carol' })[0]);
      expect(again.exitCode, again.log).toBe(0);
      sandbox.github.closePullRequest(repository, pull.number);
      const closed = await play(byFollowing(happen('pull_request', 'closed', pull)));
      expect(closed.exitCode, closed.log).toBe(0);
      expectLeast([result, again, closed], 'Second file: the tests', 'private-tests');
    }));

  it('asks GitLab for the same as pull_request_target does', async () => {
    const askedBy = (texts: Stage['texts'], event: EventName, policies: readonly unknown[]) =>
      on(texts, async (stage) => {
        for (const one of policies) stage.sandbox.github.actions.addPolicy(stage.repository, one);
        const pull = stage.openByMember('the-same', ['test-all']);
        const runs = stage.happen(event, 'opened', pull);
        const result = await stage.play(byFollowing(runs) ?? runs[0]);
        expect(result.exitCode, result.log).toBe(0);
        return crossing(stage, pull.branch);
      });
    const asked = await askedBy(withPolicy, 'pull_request_target', [policy]);
    expect(asked.filter((request) => request.startsWith('POST'))).toHaveLength(1);
    expect(await askedBy(withoutPolicy, 'pull_request', [])).toEqual(asked);
  });

  it('stands beside pull_request_target: one pipeline, one verdict', async () =>
    on({ ...withPolicy, ...besideIt }, async (stage) => {
      const { sandbox, repository, happen, play, statuses } = stage;
      sandbox.github.actions.addPolicy(repository, policy);
      const pull = stage.openByMember('both', ['test-all']);
      const [target] = happen('pull_request_target', 'opened', pull);
      const following = byFollowing(happen('pull_request', 'opened', pull));
      const results = await Promise.all([play(target), play(following)]);
      expect(results.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
      const ids = results.map(({ outputs }) => outputs['pipeline-id']);
      expect([new Set(ids).size, statuses(pull).at(-1)]).toEqual([1, 'drawbridge: success']);
    }));

  it('needs the event in a policy that targets its file from before, as the page says', async () =>
    on(withoutPolicy, async ({ sandbox, repository, happen, openByMember }) => {
      sandbox.github.actions.addPolicy(repository, policy);
      const [, run] = happen('pull_request', 'opened', openByMember('from-before'));
      expect(run?.message).toContain("Event 'workflow_run' is not allowed");
      expect(pageText('docs/recipes.md')).toContain('from before, has to list `workflow_run`');
    }));

  it("tells what an outsider's first pull request waits for, whoever presses Approve and run", async () =>
    on(withoutPolicy, async (stage) => {
      const { sandbox, repository, happen, play, statuses } = stage;
      const { github } = sandbox;
      const pull = stage.openByOutsider('outside-first', ['test-all']);
      const [held, told] = happen('pull_request', 'opened', pull);
      expect(held?.outcome).toBe('waiting');
      expect((await play(told)).outputs['reason']).toBe('approval-needed');
      expect(statuses(pull)).toEqual(['drawbridge: pending']);
      expect(sandbox.recorder.of('gitlab')).toEqual([]);

      const approved = held ? github.actions.approveAndRun(held, 'carol') : [];
      expect(outcomes(approved)).toEqual(['pull_request runs', 'workflow_run completed skipped']);
      github.comment(repository, pull.number, 'carol', `/ok-to-test ${pull.sha}`);
      const [approval] = happen('issue_comment', 'created', pull, { sender: 'carol' });
      expect((await play(approval)).exitCode).toBe(0);
      expect(statuses(pull).at(-1)).toBe('drawbridge: success');
    }));

  it('sees a run that is started again, once', async () =>
    on(withoutPolicy, async ({ sandbox, happen, play, openByMember }) => {
      const [first] = happen('pull_request', 'opened', openByMember('again', ['test-do-infra']));
      const runs = first ? sandbox.github.actions.rerun(first, 'carol') : [];
      expect(outcomes(runs)).toEqual(['pull_request runs', 'workflow_run completed runs']);
      const result = await play(runs[1]);
      expect(result.exitCode, result.log).toBe(0);
    }));

  it.each(['skip ci', 'ci skip', 'no ci', 'skip actions', 'actions skip'])(
    'hears nothing of [%s]',
    async (word) =>
      on(withoutPolicy, async ({ sandbox, repository, happen, openByMember }) => {
        const pull = openByMember('silent');
        sandbox.github.push({ repo: repository, branch: 'silent', by: 'bob', message: `Change [${word}]` });
        expect(outcomes(happen('pull_request', 'synchronize', pull))).toEqual(['pull_request skipped']);
        expect(pageText('docs/troubleshooting.md')).toContain(`\`[${word}]\``);
      }),
  );

  it('starts by /retest where a conflict kept it silent, and the sweep ends it', async () =>
    on(withoutPolicy, async (stage) => {
      const { sandbox, repository, happen, play } = stage;
      const { github, gitlab } = sandbox;
      const pull = stage.openByMember('conflict', ['test-aws-infra']);
      gitlab.addBranch(stage.project, 'conflict', { files: endless });
      github.setMergeable(repository, pull.number, false);
      expect(outcomes(happen('pull_request', 'synchronize', pull))).toEqual(['pull_request skipped']);

      github.comment(repository, pull.number, 'carol', '/retest');
      const [retest] = happen('issue_comment', 'created', pull, { sender: 'carol' });
      const started = await play(retest, { wait: 'false' });
      expect(started.outputs['verdict'], started.log).toBe('pending');

      github.closePullRequest(repository, pull.number);
      expect(outcomes(happen('pull_request', 'closed', pull))).toEqual(['pull_request skipped']);
      const [swept] = github.actions.happen('schedule', null, { repo: repository });
      const result = await play(swept);
      expect(result.exitCode, result.log).toBe(0);
      const pipeline = gitlab.pipeline(Number(started.outputs['pipeline-id']));
      expect(pipelineStatus(pipeline)).toMatch(/^cancel/);
    }));

  it.each([
    ['a draft', 'converted_to_draft'],
    ['closed', 'closed'],
  ])('stops what runs for a pull request that is %s', async (_, action) =>
    on(withoutPolicy, async (stage) => {
      const { sandbox, repository, happen, play } = stage;
      const { github, gitlab } = sandbox;
      const pull = stage.openByMember('over', ['test-aws-infra']);
      gitlab.addBranch(stage.project, 'over', { files: endless });
      const started = await play(byFollowing(happen('pull_request', 'opened', pull)), { wait: 'false' });
      expect(started.outputs['verdict'], started.log).toBe('pending');
      if (action === 'closed') github.closePullRequest(repository, pull.number);
      else github.convertToDraft(repository, pull.number);
      const result = await play(byFollowing(happen('pull_request', action, pull)));
      expect(result.exitCode, result.log).toBe(0);
      expect(pipelineStatus(gitlab.pipeline(Number(started.outputs['pipeline-id'])))).toMatch(/^cancel/);
    }),
  );

  it('carries the check for all tests too, with its on: and if:', async () => {
    const [, listens = ''] = /^(on:[\s\S]*?)^ {2}issue_comment:/m.exec(secondFile) ?? [];
    const [condition = ''] = /github\.event\.action == 'requested' .* > 1(?=\))/.exec(secondFile) ?? [];
    const text = recipe('Require all tests')
      .replace(/^on:[\s\S]*?(?=^permissions:)/m, listens)
      .replace(/^ {4}runs-on:/m, `    if: ${condition}\n    runs-on:`);
    expect(faultsOf(text)).toEqual([]);
    await on({ ...withoutPolicy, [`${folder}/private-tests.yml`]: text }, async (stage) => {
      const pull = stage.openByMember('all-of-them', ['test-do-infra']);
      const result = await stage.play(byFollowing(stage.happen('pull_request', 'opened', pull)));
      expect([result.exitCode, result.outputs['reason']], result.log).toEqual([1, 'tests-missing']);
      expect(stage.statuses(pull)).toEqual(['drawbridge/require-all: failure']);
    });
  });
});
