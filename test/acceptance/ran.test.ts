/** Green means that the selected tests ran. */
import { expect, it } from 'vitest';
import { openStage } from './stage.ts';
import { read } from './story.ts';

const stage = await openStage();
const { scene, sandbox } = stage;
const { github, gitlab } = sandbox;

it('a label with a mistake in it is red and says what to do, also where a verdict stands; `none` believes it', async () => {
  const pull = scene.openByMember('mistyped', ['test-aws-infr']);
  stage.answerLooksWhen('running', 'success');
  const story = await stage.play(pull);
  expect(stage.ran(story)).toEqual({ 'build-engine': 0 });
  expect([story.exitCode, story.outputs['verdict'], story.outputs['reason']]).toEqual([
    1,
    'failure',
    'test-not-run',
  ]);
  expect(read(story)).toMatchInlineSnapshot(`
    "log:
    gate: allowed (all-members)
    tests: test-aws-infr
    GitLab branch: default
    pipeline #<pipeline>: started
    audit record
    <audit>
    pipeline #<pipeline>: running
    pipeline #<pipeline>: success
    audit record
    <audit>
    Error: a selected test did not run, or not all of its jobs: test-aws-infr. Correct the label, or name the GitLab jobs of that test in the input \`test-jobs\`. Start a manual job in GitLab, then run this check again.

    statuses:
    pending: private tests are being started (test-aws-infr)
    pending: private tests are running (test-aws-infr)
    failure: a selected test did not run, or not all of its jobs: test-aws-infr

    summary:
    ### ❌ A selected test did not run, or not all of its jobs · [#1](https://github.com/acme/engine/pull/1) · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>) · <time>
    Did not run: \`test-aws-infr\`
    **Next** · Correct the label, or name the GitLab jobs of that test in the input \`test-jobs\`. Start a manual job in GitLab, then run this check again.
    <details>
    <summary>How it was decided</summary>
    - Decision: **allowed** by [\`all-members\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#all-members): author, pusher and sender are members
    - Author, pusher, sender: \`bob\`
    - Commit: \`<head>\`
    - Tests: \`test-aws-infr\`
    - GitLab branch: \`default\`
    - Pipeline: #<pipeline>
    - Verdict: failure
    - Queued: <time>
    - Running: <time>
    - Reason: [\`test-not-run\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#test-not-run)
    - Run: [its log](https://github.com/acme/engine/actions/runs/<run>)
    </details>"
  `);

  const again = await stage.play(pull, { job: { runAttempt: 2 } });
  expect([again.outputs['reused'], again.outputs['reason'], again.exitCode]).toEqual([
    'verdict',
    'test-not-run',
    1,
  ]);
  const believed = await stage.play(pull, { with: { 'test-jobs': 'none' } });
  expect([believed.outputs['reused'], believed.outputs['verdict'], believed.exitCode]).toEqual([
    'verdict',
    'success',
    0,
  ]);
  expect(believed.summary.filter((line) => line.includes('`test-jobs: none`'))).toEqual([
    '- Whether each test ran: not checked (`test-jobs: none`)',
  ]);
});

it('a manual job of the selected test is not green', async () => {
  const file = [
    "workflow: { name: '$DRAWBRIDGE_KEY' }",
    'build: { script: [exit 0] }',
    'test-dns: { script: [exit 0], when: manual }',
  ];
  gitlab.addProject({ path: 'acme/manual-tests', files: { '.gitlab-ci.yml': file.join('\n') } });
  const token = gitlab.addAccessToken({ project: 'acme/manual-tests', scopes: ['api'], role: 'developer' });
  const pull = scene.openByMember('by-hand', ['test-dns']);
  const story = await stage.play(pull, {
    with: { 'gitlab-project': 'acme/manual-tests', 'gitlab-token': token },
    job: { secrets: [...Object.values(scene.tokens), token] },
  });
  expect(story.statuses.at(-1)).toBe(
    'failure: a selected test did not run, or not all of its jobs: test-dns',
  );
  expect([story.exitCode, story.outputs['pipeline-status']]).toEqual([1, 'success']);
  expect(github.statuses(scene.repository).at(-1)?.state).toBe('failure');
});
