import { expect, it } from 'vitest';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import { systemClock } from '../../src/clock.ts';
import { beforeCreation, endlessOn } from './endless.ts';
import { crossed, outputs } from './expected.ts';
import {
  announce,
  beside,
  cancelPipeline,
  createPipeline,
  expectRequests,
  look,
  namePipeline,
  readDurations,
  readPull,
  together,
  watch,
  writeStatus,
} from './requests.ts';
import { openStage, type Running, until } from './stage.ts';

const stage = await openStage();
const { sandbox } = stage;
const { gitlab, faults, recorder } = sandbox;
const endless = endlessOn(stage);

const job = { realSignals: true };
const cancelled = 'the GitHub job was cancelled';
const started = 'pending: private tests are being started (test-do-infra)';
const running = 'pending: private tests are running (test-do-infra)';

it('cancels the pipeline when the job is cancelled, even while GitLab is slow to answer', async () => {
  const pull = endless.open('feature/cancel');
  stage.answerLooksWhen('running');
  const isCancelAsked = () => recorder.lines('gitlab').some((line) => line.endsWith('/cancel'));
  const hold = { kind: 'act', act: () => until(isCancelAsked, 'a cancel') } as const;
  faults.plant({ service: 'gitlab', path: /\/pipelines\/\d+$/, when: 'before', fault: hold });
  const { job: action, told } = stage.start(pull, { job });
  await endless.untilWatched(1);
  await action.cancel();
  const story = await told();

  expectRequests(story, [
    ...beforeCreation('feature/cancel'),
    ...[createPipeline, namePipeline, ...announce, watch],
    ...[cancelPipeline, look, readPull, writeStatus],
  ]);
  await endless.expectGone(story);
  expect([story.exitCode, story.signal]).toEqual([1, null]);
  const error = `${cancelled} (test-do-infra)`;
  expect(story.log).toEqual([
    'gate: allowed (all-members)',
    'tests: test-do-infra',
    'GitLab branch: feature/cancel (same name)',
    'pipeline #<pipeline>: started',
    'audit record',
    '<audit>',
    'pipeline #<pipeline>: running',
    'pipeline #<pipeline>: cancelling (interrupted)',
    'pipeline #<pipeline>: cancel confirmed',
    ...['audit record', '<audit>'],
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
  expect(story.summary.join('\n')).toMatchInlineSnapshot(`
    "### 🛑 The GitHub job was cancelled · [#1](https://github.com/acme/engine/pull/1) · [\`<head, 7 digits>\`](https://github.com/acme/engine/commit/<head>) · <time>
    This says nothing about the change. **Next** · Run the job again.
    <details>
    <summary>How it was decided</summary>
    - Decision: **allowed** by [\`all-members\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#all-members): author, pusher and sender are members
    - Author, pusher, sender: \`bob\`
    - Commit: \`<head>\`
    - Tests: \`test-do-infra\`
    - GitLab branch: \`feature/cancel\` (same name)
    - Pipeline: #<pipeline>
    - Verdict: cancelled
    - Reason: [\`job-cancelled\`](https://github.com/drawbridge-ci/drawbridge/blob/main/docs/troubleshooting.md#job-cancelled)
    - Run: [its log](https://github.com/acme/engine/actions/runs/<run>)
    </details>"
  `);
  expect(story.state['done']).toBe('job-cancelled');
  expect(story.postLog).toEqual([]);
});

it('cancels between two looks when the machine shuts down', async () => {
  const pull = endless.open('feature/shutdown');
  const { job: action, told } = stage.start(pull);
  await endless.untilWatched(1);
  await action.waitFor(/: running/, 10_000);
  action.signal('SIGTERM');
  const story = await told();

  const looks = story.requests.slice(0, story.requests.indexOf(cancelPipeline)).filter((one) => one === look);
  expectRequests(story, [
    ...beforeCreation('feature/shutdown'),
    ...[createPipeline, namePipeline, ...announce],
    together(...looks, ...beside),
    ...[cancelPipeline, look, readPull, writeStatus],
  ]);
  await endless.expectGone(story);
  expect([story.exitCode, story.signal]).toEqual([1, null]);
  expect(story.log.slice(-5)).toEqual([
    'pipeline #<pipeline>: cancelling (interrupted)',
    'pipeline #<pipeline>: cancel confirmed',
    ...['audit record', '<audit>'],
    `Error: ${cancelled} (test-do-infra). Run the job again.`,
  ]);
  expect(story.statuses).toEqual([started, running, `failure: ${cancelled} (test-do-infra)`]);
});

it('starts nothing when the job is cancelled before the start', async () => {
  const pull = endless.open('feature/cancel-first');
  let ended: Promise<void> | undefined;
  const { job: action, told } = stage.start(pull, { job });
  // The signal says nothing when it has arrived: the answer is held for long enough, real ms.
  const act = () => {
    ended = action.cancel();
    return systemClock.sleep(500);
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
  const pull = endless.open('feature/cancel-early');
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
    createPipeline,
    // A cancelled job waits for none of them.
    together(namePipeline, ...announce, readDurations, cancelPipeline, look),
    ...[readPull, writeStatus],
  ]);
  expect(story.pipelines.map(pipelineStatus)).toEqual(['canceled']);
  expect(stage.ran(story)).toEqual({});
  expect(story.exitCode).toBe(1);
  expect(story.statuses).toEqual([started, running, `failure: ${cancelled} (test-do-infra)`]);
});

/** Starts a job that GitLab never tells what else is running, and cancels it while its test runs. */
async function cancelInSilence(branch: string): Promise<Running> {
  const pull = endless.open(branch);
  const silence = { kind: 'silence' } as const;
  faults.plant({ service: 'gitlab', path: /updated_after/, when: 'before', nth: 'every', fault: silence });
  const started = stage.start(pull);
  await until(endless.runs, 'the private test');
  started.job.signal('SIGINT');
  return started;
}

it('cancels within two seconds although another question to GitLab stays without an answer', async () => {
  const { job: action, told } = await cancelInSilence('feature/cancel-silence');
  const isCancelled = () => recorder.lines('gitlab').some((line) => line.endsWith('/cancel'));
  await until(isCancelled, 'a cancel', 2000);
  await action.waitFor('::error', 10_000);
  action.kill();
  const story = await told();

  const afterwards = story.requests.slice(story.requests.indexOf(cancelPipeline));
  expectRequests({ requests: afterwards }, [cancelPipeline, look, readPull, writeStatus]);
  await endless.expectGone(story);
  expect(story.statuses.at(-1)).toBe(`failure: ${cancelled} (test-do-infra)`);
});

it('then ends by itself, so that the runner need not kill it and lose its outputs', async () => {
  const { job: action, told } = await cancelInSilence('feature/cancel-and-end');
  await action.waitFor('::error', 10_000);
  const patience = setTimeout(() => action.kill(), 2000);
  const story = await told();
  clearTimeout(patience);

  expect(story.exitCode).toBe(1);
  expect(story.outputs['verdict']).toBe('cancelled');
});
