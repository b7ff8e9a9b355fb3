import { expect, it } from 'vitest';
import { crossed, finished, values } from './expected.ts';
import {
  atGate,
  expectRequests,
  findByKey,
  readBranch,
  readProject,
  readPull,
  startToVerdict,
  together,
  writeStatus,
} from './requests.ts';
import { openStage, traceOf } from './stage.ts';
import { read } from './story.ts';

const stage = await openStage();
const { scene, sandbox } = stage;
const { gitlab } = sandbox;

it('reports a private test that fails, and not one word of why', async () => {
  gitlab.addBranch(scene.project, 'feature/broken', {
    files: { 'expected/test-do-infra.txt': 'fail 1 quota of account 4711-0815-2342 used up\n' },
  });
  const pull = scene.openByMember('feature/broken', ['test-aws-self-hosted', 'test-do-infra']);
  stage.answerLooksWhen('running', 'failed');
  const story = await stage.play(pull);

  expectRequests(story, [
    atGate('feature/broken'),
    together(writeStatus, readBranch('feature/broken'), readProject),
    together(findByKey, readPull),
    ...startToVerdict,
  ]);
  const tests = 'test-aws-self-hosted,test-do-infra';
  const variables = values(pull, { branch: 'feature/broken', tests, twin: true });
  expect(story.asked).toEqual([{ ref: 'feature/broken', variables }]);
  expect(stage.ran(story)).toEqual({ 'build-engine': 0, 'test-aws-self-hosted': 0, 'test-do-infra': 1 });
  // What the log must not have is there to be had.
  expect(traceOf(story, 'test-do-infra')).toContain('quota of account 4711-0815-2342 used up');
  const error = 'private tests failed (test-aws-self-hosted, test-do-infra)';
  const remedy = 'A maintainer can see the logs in GitLab.';
  expect(story.exitCode).toBe(1);
  expect(read(story)).toMatchInlineSnapshot(`
    "log:
    gate: allowed (all-members)
    tests: test-aws-self-hosted, test-do-infra
    GitLab branch: feature/broken (same name)
    pipeline #<pipeline>: started
    audit record
    <audit>
    pipeline #<pipeline>: running
    pipeline #<pipeline>: failed
    audit record
    <audit>
    Error: private tests failed (test-aws-self-hosted, test-do-infra). A maintainer can see the logs in GitLab.

    statuses:
    pending: private tests are being started (test-aws-self-hosted, test-do-infra)
    pending: private tests are running (test-aws-self-hosted, test-do-infra)
    failure: private tests failed (test-aws-self-hosted, test-do-infra)

    summary:
    ### ❌ Private tests failed · [#1](https://github.com/acme/engine/pull/1) · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>) · <time>
    **Next** · A maintainer can see the logs in GitLab. To run the failed jobs again, a member comments:
    \`\`\`
    /retest
    \`\`\`
    <details>
    <summary>How it was decided</summary>
    - Decision: **allowed** by [\`all-members\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#all-members): author, pusher and sender are members
    - Author, pusher, sender: \`bob\`
    - Commit: \`<head>\`
    - Tests: \`test-aws-self-hosted, test-do-infra\`
    - GitLab branch: \`feature/broken\` (same name)
    - Pipeline: #<pipeline>
    - Verdict: failure
    - Queued: <time>
    - Running: <time>
    - Reason: [\`pipeline-failed\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#pipeline-failed)
    - Run: [its log](https://github.com/acme/engine/actions/runs/<run>)
    </details>"
  `);
  expect(story.annotations).toEqual([
    { level: 'error', title: 'Drawbridge: pipeline-failed', message: `${error}. ${remedy}` },
  ]);
  expect(story.outputs).toEqual(
    crossed({
      reason: 'pipeline-failed',
      verdict: 'failure',
      'pipeline-status': 'failed',
      tests,
      'gitlab-ref': 'feature/broken',
      'twin-branch': 'feature/broken',
    }),
  );
  expect(story.state).toEqual(finished('pipeline-failed'));
  expect(story.postLog).toEqual([]);
});
