/** Stories of what follows: an approval, a run again, and a label that was mistyped. */
import {
  exitCodeIs,
  jobsThatRanAgain,
  nobodyAsked,
  noProcessLeft,
  nothingLeaked,
  pipelineIs,
  statusIs,
  testsThatRan,
  tokenFromVault,
} from './expectations.ts';
import type { Story } from './story.ts';

const approved: Story = {
  heading: 'A member approves the commit',
  tale: (number) =>
    `mallory, who is no member, opens pull request #${number} from her fork; a member sets test-do-infra; carol, who may ` +
    'write, has read the commit, and comments /ok-to-test with its SHA.',
  open: (scene) => scene.openByOutsider('fix-typo', ['test-do-infra']),
  job: (scene, { number, sha }) => {
    const { github } = scene.sandbox;
    const { repository: repo } = scene;
    github.comment(repo, number, 'carol', `/ok-to-test ${sha}`);
    const payload = github.event('issue_comment', 'created', { repo, number, sender: 'carol' });
    return scene.job(number, {
      sender: 'carol',
      job: { event: { name: 'issue_comment', payload: { ...payload } } },
    });
  },
  expects: [
    statusIs('success'),
    exitCodeIs(0),
    testsThatRan('only the selected test ran', ['test-do-infra']),
    tokenFromVault,
    nothingLeaked,
    noProcessLeft,
  ],
};

/** A test that fails once in each pipeline, as one does whose cloud was busy. */
const flaky = `#!/bin/sh
set -eu
echo "account 4711-0815-2342, cluster private-$1.internal.example.com"
mark="../../seen-$CI_PIPELINE_ID"
if [ "$1" = test-do-infra ] && [ ! -e "$mark" ]; then
  touch "$mark"
  echo "assertion failed in private test $1: the account was busy" >&2
  exit 1
fi
echo "$1 passed"
`;

const again: Story = {
  heading: 'Run again after a failure',
  tale: (number) =>
    `bob, a member, opened pull request #${number} with two labels, and a test failed because a cloud account was busy; he ` +
    'presses "Re-run all jobs" on GitHub.',
  open: (scene) => {
    const files = { 'tests/functional.sh': flaky };
    scene.sandbox.gitlab.addBranch(scene.project, 'feature/retry', { protected: 'developer', files });
    return scene.openByMember('feature/retry', ['test-do-infra', 'test-aws-infra'], 'bob');
  },
  before: (scene, { number }, run) => run(scene.job(number)),
  job: (scene, { number }) => scene.job(number, { job: { runAttempt: 2 } }),
  expects: [
    statusIs('success'),
    exitCodeIs(0),
    pipelineIs('success'),
    jobsThatRanAgain(['test-do-infra']),
    tokenFromVault,
    nothingLeaked,
    noProcessLeft,
  ],
};

const mistyped: Story = {
  heading: 'A mistyped label',
  tale: (number) =>
    `alice, a member, opens pull request #${number} with the label test-do-infar; the workflow lists its labels in the input tests.`,
  open: (scene) => scene.openByMember('feature/labels', ['test-do-infar'], 'alice'),
  job: (scene, { number }) => scene.job(number, { with: { tests: 'test-aws-infra, test-do-infra' } }),
  expects: [nobodyAsked, statusIs('failure', 'test-do-infar'), exitCodeIs(1), noProcessLeft],
};

/** In this order. */
export const furtherStories: readonly Story[] = [approved, again, mistyped];
