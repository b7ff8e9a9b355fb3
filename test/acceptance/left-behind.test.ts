import { expect, it } from 'vitest';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import { beforeCreation, endlessOn } from './endless.ts';
import {
  announce,
  beside,
  cancelPipeline,
  createPipeline,
  expectRequests,
  findByKey,
  look,
  readStatuses,
  together,
  writeStatus,
} from './requests.ts';
import { openStage, until } from './stage.ts';

const stage = await openStage();
const { scene, sandbox } = stage;
const { github, gitlab, faults, recorder } = sandbox;
const endless = endlessOn(stage);

const cancelled = 'the GitHub job was cancelled';
const started = 'pending: private tests are being started (test-do-infra)';
const running = 'pending: private tests are running (test-do-infra)';

it('cancels in post, by number, what a killed job has left running', async () => {
  const pull = endless.open('feature/killed');
  stage.answerLooksWhen('running');
  const silence = { kind: 'silence' } as const;
  faults.plant({ service: 'gitlab', path: /\/pipelines\/\d+$/, when: 'before', nth: 2, fault: silence });
  const { job: action, told } = stage.start(pull);
  await endless.untilWatched(2);
  action.kill();
  const story = await told();

  expectRequests(story, [
    ...beforeCreation('feature/killed'),
    ...[createPipeline, ...announce],
    together(look, `${look} → dropped`, ...beside),
    ...[cancelPipeline, look, readStatuses, writeStatus],
  ]);
  await endless.expectGone(story);
  expect([story.exitCode, story.signal]).toEqual([null, 'SIGKILL']);
  expect(story.state).toEqual({ commit: '<head>', key: '<key>', pipeline: '<pipeline>' });
  expect(story.outputs).toEqual({});
  expect(story.postLog).toEqual(['pipeline #<pipeline>: cancel confirmed']);
  expect(story.result.post?.exitCode).toBe(0);
  expect(story.statuses).toEqual([started, running, `failure: ${cancelled}`]);
});

it('finds in post, by its key, a pipeline whose number never arrived', async () => {
  const pull = endless.open('feature/killed-early');
  gitlab.hold('next', 'pending');
  const { job: action, told } = stage.start(pull);
  const kill = { kind: 'act', act: () => action.kill() } as const;
  faults.plant({ service: 'gitlab', path: /\/pipeline$/, when: 'after', fault: kill });
  const story = await told();

  expectRequests(story, [
    ...beforeCreation('feature/killed-early'),
    ...[createPipeline, findByKey, cancelPipeline, look, readStatuses, writeStatus],
  ]);
  expect(story.signal).toBe('SIGKILL');
  expect(story.state).toEqual({ commit: '<head>', key: '<key>' });
  expect(story.pipelines.map(({ name }) => name)).toEqual([story.result.state['key']]);
  expect(story.pipelines.map(pipelineStatus)).toEqual(['canceled']);
  expect(stage.ran(story)).toEqual({});
  expect(story.postLog).toEqual(['pipeline #<pipeline>: cancel confirmed']);
  expect(story.statuses).toEqual([started, `failure: ${cancelled}`]);
});

it('looks for such a pipeline until it is certain that GitLab has made none', async () => {
  const branch = 'feature/killed-too-early';
  const pull = endless.open(branch);
  gitlab.hold('next', 'pending');
  const { job: action, told } = stage.start(pull);
  const searches = () => recorder.of('gitlab').filter(({ path }) => path.includes('?name=')).length;
  const isMade = () => [...gitlab.world.pipelines.values()].some(({ ref }) => ref === branch);
  // GitLab is slow: it makes the pipeline between the first and the second look of post.
  const killThenWait = () => {
    action.kill();
    return until(() => searches() === 2, 'a look by post');
  };
  const creation = { kind: 'act', act: killThenWait } as const;
  const secondLook = { kind: 'act', act: () => until(isMade, 'the pipeline') } as const;
  faults.plant({ service: 'gitlab', path: /\/pipeline$/, when: 'before', fault: creation });
  faults.plant({ service: 'gitlab', path: /\?name=/, when: 'before', nth: 3, fault: secondLook });
  const story = await told();

  expectRequests(story, [
    ...beforeCreation(branch),
    ...[createPipeline, findByKey, findByKey, cancelPipeline, look, readStatuses, writeStatus],
  ]);
  expect(story.signal).toBe('SIGKILL');
  expect(story.pipelines.map(pipelineStatus)).toEqual(['canceled']);
  expect(stage.ran(story)).toEqual({});
  expect(story.postLog).toEqual(['pipeline #<pipeline>: cancel confirmed']);
  expect(story.statuses).toEqual([started, `failure: ${cancelled}`]);
});

it('leaves the status to a newer run that asked for other tests of the same commit', async () => {
  const pull = endless.open('feature/killed-late');
  const older = stage.start(pull);
  await until(endless.runs, 'the private test');
  github.setLabels(scene.repository, pull.number, ['test-aws-infra']);
  const labeled = { action: 'labeled', label: 'test-aws-infra', sender: 'bob' };
  const newer = await stage.play(pull, { ...labeled, with: { supersede: 'false' } });
  older.job.kill();
  const story = await older.told();

  const byPost = story.requests.slice(story.requests.indexOf(cancelPipeline));
  expectRequests({ requests: byPost }, [cancelPipeline, look, readStatuses]);
  await until(() => !endless.runs(), 'the end of the private test');
  expect(newer.exitCode).toBe(0);
  expect(story.statuses).toEqual([
    started,
    running,
    'pending: private tests are being started (test-aws-infra)',
    'pending: private tests are running (test-aws-infra)',
    'success: private tests passed (test-aws-infra)',
  ]);
});
