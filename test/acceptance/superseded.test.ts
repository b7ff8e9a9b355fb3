import { expect, it } from 'vitest';
import { writeStatus as writeStatusOf } from '../../sandbox/github/verbs/conversation.ts';
import { accountOf, repositoryOf } from '../../sandbox/github/world.ts';
import { claimingUrl, digestOf } from '../../src/report/claim.ts';
import { crossed, outputs, values } from './expected.ts';
import {
  announce,
  atGate,
  createPipeline,
  expectRequests,
  findByKey,
  membershipOf,
  namePipeline,
  readBranch,
  readJobs,
  readProject,
  readPull,
  startToSuccess,
  together,
  watch,
  writeStatus,
} from './requests.ts';
import { openStage } from './stage.ts';

const stage = await openStage();
const { scene, sandbox } = stage;
const { github, faults } = sandbox;

const takenOver = 'a newer run has taken over';

it('starts nothing for a head that has moved since the gate looked', async () => {
  const pull = scene.openByMember('feature/moves', ['test-do-infra']);
  let newer = '';
  const push = () => {
    newer = github.push({ repo: scene.repository, branch: pull.branch, by: 'bob' });
  };
  const fault = { kind: 'act', act: push } as const;
  faults.plant({ service: 'gitlab', path: /\/repository\/branches\//, when: 'before', fault });
  const story = await stage.play(pull);

  expectRequests(story, [
    atGate('feature/moves'),
    together(writeStatus, `${readBranch('feature/moves')} → 404`, readProject),
    together(findByKey, readPull),
    // Whether it is still the head: with other labels this run would go on.
    readPull,
  ]);
  expect(sandbox.gitlab.world.pipelines.size).toBe(0);
  expect(story.exitCode).toBe(1);
  expect(story.log).toEqual([
    'gate: allowed (all-members)',
    'tests: test-do-infra',
    'GitLab branch: default',
    'audit record',
    '<audit>',
    `Error: ${takenOver} (test-do-infra). Look at the newer run.`,
  ]);
  // The word that tests are being started was given before the push; after it none is.
  expect(story.statuses).toEqual(['pending: private tests are being started (test-do-infra)']);
  expect(story.outputs).toEqual(
    outputs({
      decision: 'allowed',
      reason: 'superseded',
      verdict: 'superseded',
      tests: 'test-do-infra',
      'all-tests-selected': 'false',
      'gitlab-ref': 'default',
    }),
  );
  expect(story.state).toEqual({ commit: '<head>', done: 'superseded' });
  expect(story.postLog).toEqual([]);

  stage.answerLooksWhen('running', 'success');
  const next = await stage.play({ ...pull, sha: newer }, { action: 'synchronize' });
  expect(next.exitCode).toBe(0);
  const variables = values(pull, { branch: pull.branch, tests: 'test-do-infra' });
  expect(next.asked).toEqual([{ ref: 'main', variables }]);
  expect(next.statuses.at(-1)).toBe('success: private tests passed (test-do-infra)');
  expect(github.statuses(scene.repository, pull.sha).map(({ state }) => state)).toEqual(['pending']);
});

it('leaves the last word to the newer run when labels change while the tests run', async () => {
  const pull = scene.openByMember('feature/labels', ['test-do-infra']);
  const newer = 'https://github.com/acme/engine/actions/runs/77';
  const tests = digestOf({ ids: ['test-aws-infra', 'test-do-infra'], all: false });
  const add = () => {
    github.addLabel(scene.repository, pull.number, 'test-aws-infra');
    // The run of that label has claimed the commit.
    writeStatusOf(github.world, repositoryOf(github.world, scene.repository), {
      ...{ sha: pull.sha, state: 'pending', context: 'drawbridge', createdAt: sandbox.clock.now() },
      creator: accountOf(github.world, 'github-actions[bot]'),
      description: 'private tests are being started',
      target_url: claimingUrl(newer, { pull: pull.number, tests, full: true }),
    });
  };
  const fault = { kind: 'act', act: add } as const;
  faults.plant({ service: 'gitlab', path: /\/pipelines\/\d+$/, when: 'before', fault });
  stage.answerLooksWhen('running', 'success');
  const story = await stage.play(pull);

  expectRequests(story, [
    atGate('feature/labels'),
    together(writeStatus, `${readBranch('feature/labels')} → 404`, readProject),
    together(findByKey, readPull),
    ...[createPipeline, namePipeline, ...announce, watch, readJobs, readPull],
  ]);
  expect(stage.ran(story)).toEqual({ 'build-engine': 0, 'test-do-infra': 0 });
  expect(story.exitCode).toBe(1);
  expect(story.log.at(-1)).toBe(`Error: ${takenOver} (test-do-infra). Look at the newer run.`);
  expect(story.statuses).toEqual([
    'pending: private tests are being started (test-do-infra)',
    'pending: private tests are running (test-do-infra)',
    // The other run's.
    'pending: private tests are being started',
  ]);
  expect(story.outputs).toEqual(
    crossed({
      reason: 'superseded',
      verdict: 'superseded',
      'pipeline-status': 'success',
      tests: 'test-do-infra',
    }),
  );
  expect(story.summary.join('\n')).toMatchInlineSnapshot(`
    "### ⏭️ A newer run has taken over · [#2](https://github.com/acme/engine/pull/2) · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>) · <time>
    **Next** · Look at the newer run.
    <details>
    <summary>How it was decided</summary>
    - Decision: **allowed** by [\`all-members\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#all-members): author, pusher and sender are members
    - Author, pusher, sender: \`bob\`
    - Commit: \`<head>\`
    - Tests: \`test-do-infra\`
    - GitLab branch: \`default\`
    - Pipeline: #<pipeline>
    - Verdict: superseded
    - Queued: <time>
    - Running: <time>
    - Reason: [\`superseded\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#superseded)
    - Run: [its log](https://github.com/acme/engine/actions/runs/<run>)
    </details>"
  `);

  faults.clear();
  stage.answerLooksWhen('running', 'success');
  const next = await stage.play(pull, { action: 'labeled', label: 'test-aws-infra', sender: 'carol' });
  expectRequests(next, [
    together(...atGate('feature/labels').together, membershipOf('carol')),
    together(writeStatus, `${readBranch('feature/labels')} → 404`, readProject),
    together(findByKey, readPull),
    ...startToSuccess,
  ]);
  expect(stage.ran(next)).toEqual({ 'build-engine': 0, 'test-aws-infra': 0, 'test-do-infra': 0 });
  expect(next.exitCode).toBe(0);
  expect(next.statuses).toEqual([
    'pending: private tests are being started (test-aws-infra, test-do-infra)',
    'pending: private tests are running (test-aws-infra, test-do-infra)',
    'success: private tests passed (test-aws-infra, test-do-infra)',
  ]);
});
