import { beforeEach, expect, it } from 'vitest';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import { beforeCreation, endlessOn } from './endless.ts';
import {
  announce,
  beside,
  cancelPipeline,
  createPipeline,
  expectLooksBetween,
  expectOrder,
  expectRequests,
  findByKey,
  findOthers,
  gitlabFirst,
  identify,
  look,
  namePipeline,
  readStatuses,
  type Together,
  together,
  withoutLooks,
  writeStatus,
} from './requests.ts';
import { openStage, type Story, until } from './stage.ts';

// Post looks for a minute for what may still come, and its time runs ten times as fast as the machine's at most.
const stage = await openStage(10);
const { scene, sandbox } = stage;
const { github, gitlab, faults, recorder } = sandbox;
const endless = endlessOn(stage);

/** Post asks of each recent pipeline of ours for which request it was: here there are those of one job only. */
beforeEach(() => {
  for (const id of gitlab.world.pipelines.keys()) gitlab.deletePipeline(id);
});

const cancelled = 'the GitHub job was cancelled';
const started = 'pending: private tests are being started (test-do-infra)';
const running = 'pending: private tests are running (test-do-infra)';

type Expected = readonly (string | Together)[];

/** What a killed job had asked up to its end, and then what post asks of GitLab; the status is settled meanwhile. */
function expectKilled(story: Story, job: Expected, post: Expected): void {
  const requests = withoutLooks(story.requests);
  const count = job.reduce((sum, one) => sum + (typeof one === 'string' ? 1 : one.together.length), 0);
  expectOrder(requests.slice(0, count), job);
  expectOrder(gitlabFirst(requests.slice(count)), [...post, readStatuses, writeStatus]);
  expectLooksBetween(story.requests);
}

/** How post looks for what an unclear start has made: by name, and among what has none. */
const search = together(findByKey, findOthers);

/** A timer may be some real milliseconds early; this much in virtual ones. */
const early = 100;

/**
 * The looks of post after the first ones. How many there are depends on when post was started: they are ten seconds
 * apart, and the last one is made when GitLab can make nothing any more.
 */
function searchesAfter(first: number, { recorded, state }: Story): Together[] {
  const start = recorded.findIndex(({ method, path }) => method === 'POST' && path.endsWith('/pipeline'));
  const times = recorded
    .slice(start)
    .filter(({ path }) => path.includes('?name='))
    .map(({ at }) => at);
  const last = Number(state['unclear']) + 70_000 - early;
  for (const [index, at] of times.entries())
    if (index > 0 && at < last) expect(at - (times[index - 1] ?? 0)).toBeGreaterThanOrEqual(10_000 - early);
  expect(times.at(-1)).toBeGreaterThanOrEqual(last);
  return Array(times.length - first).fill(search);
}

const unclear = expect.stringMatching(/^\d+$/);

it('cancels in post, by number, what a killed job has left running', async () => {
  const pull = endless.open('feature/killed');
  stage.answerLooksWhen('running');
  const silence = { kind: 'silence' } as const;
  faults.plant({ service: 'gitlab', path: /\/pipelines\/\d+$/, when: 'before', fault: silence });
  const { job: action, told } = stage.start(pull);
  await endless.untilWatched(1);
  action.kill();
  const story = await told();

  const watched = together(`${look} → dropped`, ...beside);
  expectKilled(
    story,
    [...beforeCreation('feature/killed'), createPipeline, namePipeline, ...announce, watched],
    [cancelPipeline, look],
  );
  await endless.expectGone(story);
  expect([story.exitCode, story.signal]).toEqual([null, 'SIGKILL']);
  const saved = { commit: '<head>', key: '<key>', unclear: 'no', pipeline: '<pipeline>' };
  expect(story.state).toEqual(saved);
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

  expectKilled(
    story,
    [...beforeCreation('feature/killed-early'), createPipeline],
    [search, together(...identify), cancelPipeline, look, ...searchesAfter(1, story)],
  );
  expect(story.signal).toBe('SIGKILL');
  expect(story.state).toEqual({ commit: '<head>', key: '<key>', unclear });
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
  // Answered, and not only asked: else the pipeline is there before the answer is made.
  const answered = (query: string) =>
    recorder.of('gitlab').filter(({ path, status }) => path.includes(query) && status === 200).length;
  const isLookedFor = () => answered('?name=') >= 2 && answered('?updated_after=') >= 1;
  const isMade = () => [...gitlab.world.pipelines.values()].some(({ ref }) => ref === branch);
  // GitLab is slow: it makes the pipeline between the first and the second look of post.
  const killThenWait = () => {
    action.kill();
    return until(isLookedFor, 'a look by post');
  };
  const creation = { kind: 'act', act: killThenWait } as const;
  const secondLook = { kind: 'act', act: () => until(isMade, 'the pipeline') } as const;
  faults.plant({ service: 'gitlab', path: /\/pipeline$/, when: 'before', fault: creation });
  faults.plant({ service: 'gitlab', path: /\?name=/, when: 'before', nth: 3, fault: secondLook });
  const story = await told();

  expectKilled(
    story,
    [...beforeCreation(branch), createPipeline],
    [search, search, together(...identify), cancelPipeline, look, ...searchesAfter(2, story)],
  );
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

  const byPost = [cancelPipeline, readStatuses].map((line) => story.requests.lastIndexOf(line));
  const requests = gitlabFirst(story.requests.slice(Math.min(...byPost)));
  expectRequests({ requests }, [cancelPipeline, look, readStatuses]);
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
