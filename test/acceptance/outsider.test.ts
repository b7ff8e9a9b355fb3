import { expect, it } from 'vitest';
import { crossed, outputs, values } from './expected.ts';
import {
  activityOf,
  confirmedNone,
  expectRequests,
  findByKey,
  membershipOf,
  readComments,
  readProject,
  readPull,
  roleOf,
  startToSuccess,
  together,
  writeStatus,
} from './requests.ts';
import { openStage } from './stage.ts';
import { read } from './story.ts';

const stage = await openStage();
const { scene, sandbox } = stage;
const { github, gitlab } = sandbox;

const needs = 'needs /ok-to-test <head, 12 digits>… (all 40 digits) from a member with write access';

it('lets an outsider wait for an approval; GitLab hears nothing', async () => {
  const pull = scene.openByOutsider('free-tests', ['test-do-infra']);
  const story = await stage.play(pull);

  expectRequests(story, [
    together(readPull, ...confirmedNone('mallory'), activityOf('mallory/engine', pull.branch), readComments),
    writeStatus,
  ]);
  expect(sandbox.recorder.of('gitlab')).toEqual([]);
  expect(story.exitCode).toBe(1);
  expect(read(story)).toMatchInlineSnapshot(`
    "log:
    gate: denied (approval-needed)
    audit record
    <audit>
    Error: waiting for a member to approve this commit. A member with write access reads the change, then comments \`/ok-to-test <head>\`.

    statuses:
    pending: needs /ok-to-test <head, 12 digits>… (all 40 digits) from a member with write access

    summary:
    ### ⏳ Waiting for a maintainer of acme · [#1](https://github.com/acme/engine/pull/1) · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>)
    Nothing has run yet, and nothing is wrong with this change. A member of \`acme\` with write access reads [the change](https://github.com/acme/engine/pull/1/files), then comments:
    \`\`\`
    /ok-to-test <head>
    \`\`\`
    <details>
    <summary>How it was decided</summary>
    - Decision: **denied** by [\`approval-needed\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#approval-needed): waiting for a member to approve this commit
    - Author, pusher, sender: \`mallory\`
    - Commit: \`<head>\`
    - Run: [its log](https://github.com/acme/engine/actions/runs/<run>)
    </details>"
  `);
  expect(story.annotations.map(({ level, title }) => ({ level, title }))).toEqual([
    { level: 'error', title: 'Drawbridge: approval-needed' },
  ]);
  // It claims nothing: the same commit may be the head of a member's pull request.
  expect(story.links).toEqual(['https://github.com/acme/engine/actions/runs/<run>?pr=1']);
  expect(story.outputs).toEqual(outputs({ decision: 'denied', reason: 'approval-needed' }));
  expect(story.audit).toMatchObject({
    ...{ pullRequest: pull.number, commit: '<head>', author: github.world.accounts.get('mallory')?.id },
    ...{ approver: null, rule: null, decision: 'denied', key: null, pipeline: null },
    outcome: { verdict: null, reason: 'approval-needed' },
  });
  expect(story.state).toEqual({ done: 'approval-needed' });
  expect(story.postLog).toEqual([]);
});

it('crosses for the approved commit, and never to the GitLab branch that has the name of the fork’s', async () => {
  gitlab.addBranch(scene.project, 'production', { files: { 'expected/test-do-infra.txt': 'fail\n' } });
  const pull = scene.openByOutsider('production', ['test-do-infra']);
  const comment = github.comment(scene.repository, pull.number, 'carol', `/ok-to-test ${pull.sha}`);
  github.addLabel(scene.repository, pull.number, 'test-aws-infra');
  stage.answerLooksWhen('running', 'success');
  const story = await stage.play(pull, { action: 'labeled', label: 'test-aws-infra', sender: 'bob' });

  expectRequests(story, [
    together(
      readPull,
      ...confirmedNone('mallory'),
      membershipOf('bob'),
      activityOf('mallory/engine', 'production'),
      readComments,
      ...[membershipOf('carol'), roleOf('carol'), 'github POST /graphql'],
    ),
    together(writeStatus, readProject),
    together(findByKey, readPull),
    ...startToSuccess,
  ]);
  const tests = 'test-aws-infra,test-do-infra';
  // A fork is named by its commit: its branch name is an outsider's text.
  expect(story.asked).toEqual([{ ref: 'main', variables: values(pull, { branch: '<head>', tests }) }]);
  expect(stage.ran(story)).toEqual({ 'build-engine': 0, 'test-aws-infra': 0, 'test-do-infra': 0 });
  expect(story.exitCode).toBe(0);
  expect(story.log.slice(0, 3)).toEqual([
    'gate: allowed (approved-commit)',
    'tests: test-aws-infra, test-do-infra',
    'GitLab branch: default',
  ]);
  expect(story.statuses).toEqual([
    'pending: private tests are being started (test-aws-infra, test-do-infra)',
    'pending: private tests are running (test-aws-infra, test-do-infra)',
    'success: private tests passed (test-aws-infra, test-do-infra)',
  ]);
  expect(story.audit).toMatchObject({
    ...{ author: github.world.accounts.get('mallory')?.id, sender: github.world.accounts.get('bob')?.id },
    ...{ approver: github.world.accounts.get('carol')?.id, comment: comment.id, rule: 'approved-commit' },
  });
  expect(story.outputs).toEqual(
    crossed({ reason: 'pipeline-success', verdict: 'success', 'pipeline-status': 'success', tests }),
  );
});

it('takes no approval of the commit before', async () => {
  const pull = scene.openByOutsider('second-thoughts', ['test-do-infra']);
  github.comment(scene.repository, pull.number, 'carol', `/ok-to-test ${pull.sha}`);
  const sha = github.push({ repo: 'mallory/engine', branch: 'second-thoughts', by: 'mallory' });
  const story = await stage.play({ ...pull, sha }, { action: 'synchronize' });

  expectRequests(story, [
    together(readPull, ...confirmedNone('mallory'), activityOf('mallory/engine', pull.branch), readComments),
    writeStatus,
  ]);
  expect(story.exitCode).toBe(1);
  expect(story.statuses).toEqual([`pending: ${needs}`]);
  expect(story.outputs).toEqual(outputs({ decision: 'denied', reason: 'approval-needed' }));
});
