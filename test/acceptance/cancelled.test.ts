import { expect, it } from 'vitest';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import { crossed, outputs, summary } from './expected.ts';
import {
  cancelPipeline,
  createPipeline,
  expectRequests,
  findByKey,
  look,
  membershipOf,
  readBranch,
  readProject,
  readPull,
  together,
  writeStatus,
} from './requests.ts';
import { openStage, type Story, until } from './stage.ts';

const stage = await openStage();
const { scene, sandbox } = stage;
const { gitlab, faults, recorder } = sandbox;

/** A pull request whose private test takes an hour, which is three minutes of ours. */
function openEndless(branch: string) {
  gitlab.addBranch(scene.project, branch, { files: { 'expected/test-do-infra.txt': 'pass 3600\n' } });
  return scene.openByMember(branch, ['test-do-infra']);
}

const job = { realSignals: true };
const cancelled = 'the GitHub job was cancelled';
const started = 'pending: private tests are being started (test-do-infra)';
const running = 'pending: private tests are running (test-do-infra)';

const beforeCreation = (branch: string) => [
  together(readPull, membershipOf('bob')),
  together(writeStatus, readBranch(branch), readProject),
  together(findByKey, readPull),
];

/** Waits until so many looks at the pipeline have come, and its test is running. */
const untilLook = (count: number) => {
  const looks = () => recorder.lines('gitlab').filter((line) => /\/pipelines\/\d+$/.test(line));
  return until(() => looks().length === count && endlessTestRuns(), `look ${count}`);
};

const endlessTestRuns = () =>
  gitlab.world.processes.some((process) => process.job === 'test-do-infra' && process.alive);

/** The pipeline is cancelled in GitLab, and the process of its test is gone from the machine. */
async function expectGone(story: Story): Promise<void> {
  await until(() => !endlessTestRuns(), 'the end of the private test');
  expect(story.pipelines.map(pipelineStatus)).toEqual(['canceled']);
  expect(stage.ran(story)).toEqual({ 'build-engine': 0, 'test-do-infra': null });
  for (const { pid } of gitlab.world.processes) expect(() => process.kill(pid, 0)).toThrow('ESRCH');
}

it('cancels the pipeline when the job is cancelled, even while GitLab is slow to answer', async () => {
  const pull = openEndless('feature/cancel');
  stage.answerLooksWhen('running');
  const isCancelAsked = () => recorder.lines('gitlab').some((line) => line.endsWith('/cancel'));
  const hold = { kind: 'act', act: () => until(isCancelAsked, 'a cancel') } as const;
  faults.plant({ service: 'gitlab', path: /\/pipelines\/\d+$/, when: 'before', nth: 2, fault: hold });
  const { job: action, told } = stage.start(pull, { job });
  await untilLook(2);
  await action.cancel();
  const story = await told();

  expectRequests(story, [
    ...beforeCreation('feature/cancel'),
    ...[createPipeline, writeStatus, look, look, cancelPipeline, look, readPull, writeStatus],
  ]);
  await expectGone(story);
  expect([story.exitCode, story.signal]).toEqual([1, null]);
  const error = `${cancelled} (test-do-infra)`;
  expect(story.log).toEqual([
    'gate: allowed (all-members)',
    'tests: test-do-infra',
    'GitLab branch: feature/cancel (same name)',
    'pipeline #<pipeline>: started',
    'pipeline #<pipeline>: running',
    'pipeline #<pipeline>: cancelling (interrupted)',
    'pipeline #<pipeline>: cancelled',
    `Error: ${error}. Run the job again.`,
    'Error: The operation was canceled.',
  ]);
  expect(story.statuses).toEqual([started, running, `failure: ${error}`]);
  expect(story.outputs).toEqual(
    crossed({
      reason: 'job-cancelled',
      verdict: 'cancelled',
      tests: 'test-do-infra',
      'gitlab-ref': 'feature/cancel',
      'twin-branch': 'feature/cancel',
    }),
  );
  expect(story.summary).toEqual(
    summary(
      cancelled,
      {
        Decision: 'allowed',
        Commit: '`<head>`',
        Tests: '`test-do-infra`',
        'GitLab branch': '`feature/cancel` (same name)',
        Pipeline: '#<pipeline>',
        Verdict: 'cancelled',
        Reason: '`job-cancelled`',
      },
      'Run the job again.',
    ),
  );
  expect(story.state['done']).toBe('job-cancelled');
  expect(story.postLog).toEqual([]);
});

it('cancels between two looks when the machine shuts down', async () => {
  const pull = openEndless('feature/shutdown');
  const { job: action, told } = stage.start(pull);
  await until(endlessTestRuns, 'the private test');
  await action.waitFor(/: running/, 10_000);
  process.kill(action.pid, 'SIGTERM');
  const story = await told();

  const looks = story.requests.slice(0, story.requests.indexOf(cancelPipeline)).filter((one) => one === look);
  expectRequests(story, [
    ...beforeCreation('feature/shutdown'),
    ...[createPipeline, writeStatus, ...looks, cancelPipeline, look, readPull, writeStatus],
  ]);
  await expectGone(story);
  expect([story.exitCode, story.signal]).toEqual([1, null]);
  expect(story.log.slice(-3)).toEqual([
    'pipeline #<pipeline>: cancelling (interrupted)',
    'pipeline #<pipeline>: cancelled',
    `Error: ${cancelled} (test-do-infra). Run the job again.`,
  ]);
  expect(story.statuses).toEqual([started, running, `failure: ${cancelled} (test-do-infra)`]);
});

it('starts nothing when the job is cancelled before the start', async () => {
  const pull = openEndless('feature/cancel-first');
  let ended: Promise<void> | undefined;
  const { job: action, told } = stage.start(pull, { job });
  const act = () => {
    ended = action.cancel();
  };
  faults.plant({ service: 'gitlab', path: /\/branches\//, when: 'before', fault: { kind: 'act', act } });
  const story = await told();
  await ended;

  expectRequests(story, [...beforeCreation('feature/cancel-first'), writeStatus]);
  expect(story.pipelines).toEqual([]);
  expect(story.exitCode).toBe(1);
  expect(story.statuses).toEqual([started, `failure: ${cancelled} (test-do-infra)`]);
  expect(story.outputs).toEqual(
    outputs({
      decision: 'allowed',
      reason: 'job-cancelled',
      verdict: 'cancelled',
      tests: 'test-do-infra',
      'all-tests-selected': 'false',
      'gitlab-ref': 'feature/cancel-first',
      'twin-branch': 'feature/cancel-first',
    }),
  );
});

it('cancels a pipeline whose creation was under way when the job was cancelled', async () => {
  const pull = openEndless('feature/cancel-early');
  gitlab.hold('next', 'pending');
  let ended: Promise<void> | undefined;
  const { job: action, told } = stage.start(pull, { job });
  const act = () => {
    ended = action.cancel();
  };
  faults.plant({ service: 'gitlab', path: /\/pipeline$/, when: 'before', fault: { kind: 'act', act } });
  const story = await told();
  await ended;

  expectRequests(story, [
    ...beforeCreation('feature/cancel-early'),
    ...[createPipeline, writeStatus, cancelPipeline, look, readPull, writeStatus],
  ]);
  expect(story.pipelines.map(pipelineStatus)).toEqual(['canceled']);
  expect(stage.ran(story)).toEqual({});
  expect(story.exitCode).toBe(1);
  expect(story.statuses).toEqual([started, running, `failure: ${cancelled} (test-do-infra)`]);
});

it('cancels in post, by number, what a killed job has left running', async () => {
  const pull = openEndless('feature/killed');
  stage.answerLooksWhen('running');
  const silence = { kind: 'silence' } as const;
  faults.plant({ service: 'gitlab', path: /\/pipelines\/\d+$/, when: 'before', nth: 2, fault: silence });
  const { job: action, told } = stage.start(pull);
  await untilLook(2);
  action.kill();
  const story = await told();

  expectRequests(story, [
    ...beforeCreation('feature/killed'),
    ...[createPipeline, writeStatus, look, `${look} → dropped`],
    ...[cancelPipeline, look, readPull, writeStatus],
  ]);
  await expectGone(story);
  expect([story.exitCode, story.signal]).toEqual([null, 'SIGKILL']);
  expect(story.state).toEqual({ commit: '<head>', key: '<key>', pipeline: '<pipeline>' });
  expect(story.outputs).toEqual({});
  expect(story.postLog).toEqual(['pipeline #<pipeline>: cancelled']);
  expect(story.result.post?.exitCode).toBe(0);
  expect(story.statuses).toEqual([started, running, `failure: ${cancelled}`]);
});

it('finds in post, by its key, a pipeline whose number never arrived', async () => {
  const pull = openEndless('feature/killed-early');
  gitlab.hold('next', 'pending');
  const { job: action, told } = stage.start(pull);
  const kill = { kind: 'act', act: () => action.kill() } as const;
  faults.plant({ service: 'gitlab', path: /\/pipeline$/, when: 'after', fault: kill });
  const story = await told();

  expectRequests(story, [
    ...beforeCreation('feature/killed-early'),
    ...[createPipeline, findByKey, cancelPipeline, look, readPull, writeStatus],
  ]);
  expect(story.signal).toBe('SIGKILL');
  expect(story.state).toEqual({ commit: '<head>', key: '<key>' });
  expect(story.pipelines.map(({ name }) => name)).toEqual([story.result.state['key']]);
  expect(story.pipelines.map(pipelineStatus)).toEqual(['canceled']);
  expect(stage.ran(story)).toEqual({});
  expect(story.postLog).toEqual(['pipeline #<pipeline>: cancelled']);
  expect(story.statuses).toEqual([started, `failure: ${cancelled}`]);
});
