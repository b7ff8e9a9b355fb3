import type { GitLab } from '../gitlab/gitlab.ts';
import type { Scene } from '../scene.ts';
import {
  exitCodeIs,
  jobsThatFailed,
  nobodyAsked,
  noProcessLeft,
  noSecretRead,
  nothingLeaked,
  nothingTold,
  pipelineIs,
  secretsRead,
  statusIs,
  testsThatRan,
  tokenFromVault,
  twinUsed,
} from './expectations.ts';
import { furtherStories } from './further-stories.ts';
import type { Story } from './story.ts';
import { until } from './until.ts';

/** All tests of the example, in the order of its file. */
const TESTS = ['test-aws-self-hosted', 'test-aws-infra', 'test-do-infra', 'test-scaleway-infra'];

/** A real wait for something that takes a second or two, on a machine that may be busy. Milliseconds. */
const patience = 20_000;

const member: Story = {
  heading: "A member's pull request",
  tale: (number) =>
    `bob, a member of acme, opens pull request #${number} from the branch feature/fast-joins with the labels ` +
    'test-aws-self-hosted and test-do-infra; the private GitLab project has a branch of the same name.',
  open: (scene) => {
    scene.sandbox.gitlab.addBranch(scene.project, 'feature/fast-joins', { protected: 'developer' });
    return scene.openByMember('feature/fast-joins', ['test-aws-self-hosted', 'test-do-infra'], 'bob');
  },
  expects: [
    statusIs('success'),
    exitCodeIs(0),
    testsThatRan('only the two selected tests ran', ['test-aws-self-hosted', 'test-do-infra']),
    twinUsed('feature/fast-joins'),
    secretsRead,
    tokenFromVault,
    nothingLeaked,
    noProcessLeft,
  ],
};

const failing: Story = {
  heading: 'A private test fails',
  tale: (number) =>
    `alice, a member, opens pull request #${number} from feature/new-planner without a label, which means all ` +
    'tests; on the GitLab branch of the same name one of the four fails.',
  open: (scene) => {
    const files = { 'expected/test-scaleway-infra.txt': 'fail 2 wanted 3 nodes, found 2\n' };
    scene.sandbox.gitlab.addBranch(scene.project, 'feature/new-planner', { protected: 'developer', files });
    return scene.openByMember('feature/new-planner', [], 'alice');
  },
  expects: [
    statusIs('failure'),
    exitCodeIs(1),
    testsThatRan('all four tests ran', [
      'test-aws-infra',
      'test-aws-self-hosted',
      'test-do-infra',
      'test-scaleway-infra',
    ]),
    jobsThatFailed(['test-scaleway-infra']),
    tokenFromVault,
    nothingLeaked,
    noProcessLeft,
  ],
};

const outsider: Story = {
  heading: "An outsider's pull request",
  tale: (number) =>
    `mallory, who is no member of acme, opens pull request #${number} from her fork; nobody has looked at it yet.`,
  open: (scene) => scene.openByOutsider('improve-docs'),
  expects: [nobodyAsked, statusIs('pending', 'needs /ok-to-test'), exitCodeIs(1), noProcessLeft],
};

const cancelled: Story = {
  heading: 'A cancelled job',
  tale: (number) =>
    `carol, a member, opens pull request #${number} with the label test-aws-infra, sees a mistake, and cancels ` +
    'the job on GitHub while the hour-long private test is running.',
  open: (scene) => {
    const files = { 'expected/test-aws-infra.txt': 'pass 3600\n' };
    scene.sandbox.gitlab.addBranch(scene.project, 'feature/slow-scan', { protected: 'developer', files });
    return scene.openByMember('feature/slow-scan', ['test-aws-infra'], 'carol');
  },
  meanwhile: async (job, { sandbox }) => {
    await job.waitFor(/pipeline #\d+: running/, patience);
    if (!(await until(() => hasPrinted(sandbox.gitlab, 'test-aws-infra', 'account'), patience)))
      throw new Error('the private test did not start');
    await job.cancel();
  },
  expects: [
    pipelineIs('canceled'),
    noProcessLeft,
    statusIs('failure', 'cancelled'),
    exitCodeIs(1),
    tokenFromVault,
    nothingLeaked,
  ],
};

const forged: Story = {
  heading: 'A forged trigger',
  tale: (number) =>
    `mallory, who has copied the GitLab token, starts all tests beside pull request #${number} with the proof of an ` +
    'earlier request, on a branch whose tests wait for no other job.',
  open: (scene) => {
    const { gitlab } = scene.sandbox;
    const { ref, files } = headOf(scene);
    const eager = files['.gitlab-ci.yml']?.replaceAll('extends: .drawbridge-test,', '$& needs: [],') ?? '';
    gitlab.addBranch(scene.project, 'eager', { protected: 'developer', files: { '.gitlab-ci.yml': eager } });
    return scene.openByOutsider(`from-${ref}`);
  },
  forge: async ({ sandbox: { gitlab }, project, tokens }) => {
    const earlier = [...gitlab.world.pipelines.values()].find(({ inputs }) => inputs['DRAWBRIDGE_PROOF_1']);
    const answer = await fetch(`${gitlab.url}/api/v4/projects/${encodeURIComponent(project)}/pipeline`, {
      method: 'POST',
      headers: { 'private-token': tokens.gitlab, 'content-type': 'application/json' },
      body: JSON.stringify({ ref: 'eager', inputs: { ...earlier?.inputs, TESTS_TO_RUN: 'test-all' } }),
    });
    if (answer.status !== 201) throw new Error(`GitLab refused: ${answer.status} ${await answer.text()}`);
  },
  expects: [
    pipelineIs('failed'),
    jobsThatFailed(['drawbridge-verify', ...TESTS]),
    noSecretRead,
    nothingTold,
    noProcessLeft,
  ],
};

const headOf = ({ sandbox: { gitlab }, project }: Scene) => {
  const { repository, defaultBranch: ref } = gitlab.project(project);
  return { ref, files: repository.commits.get(repository.branches.get(ref) ?? '')?.files ?? {} };
};

const hasPrinted = ({ world }: GitLab, name: string, text: string): boolean =>
  [...world.pipelines.values()].some(({ jobs }) =>
    jobs.some(
      ({ plan, status, trace }) => plan.name === name && status === 'running' && trace.includes(text),
    ),
  );

/** What the demo plays, in this order. */
export const stories: readonly Story[] = [member, failing, outsider, ...furtherStories, cancelled, forged];
