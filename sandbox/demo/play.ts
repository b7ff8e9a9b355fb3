import { pipelineStatus } from '../gitlab/state.ts';
import { isEnded } from '../gitlab/status.ts';
import { type JobOptions, startJob } from '../runner/job.ts';
import type { StepResult } from '../runner/step.ts';
import type { Scene, ScenePull } from '../scene.ts';
import type { VaultScene } from '../vault-scene.ts';
import { isGroupAlive } from './processes.ts';
import { jobGroups, look } from './seen.ts';
import type { Seen, Story } from './story.ts';
import { until } from './until.ts';
import { within } from './within.ts';

/** One expectation and whether it was met. */
export interface Check {
  readonly says: string;
  readonly ok: boolean;
  /** What was seen instead, when it was not met. */
  readonly instead?: string;
}

/** How a story came out. `seen` is missing when it could not be played to its end. */
export interface Played {
  readonly seen?: Seen;
  readonly checks: readonly Check[];
}

/** A story takes a second or two; one that hangs must not take the demo with it. Real milliseconds. */
const longestStory = 45_000;
/** What GitLab has to tidy up after a job was cancelled takes a moment. Real milliseconds. */
const settling = 3_000;
/** What a job that was killed has to tidy up takes a moment, too. Real milliseconds. */
const tidying = 10_000;

/** What accompanies a story. */
export interface Audience {
  /** Told the pull request before anything runs. */
  readonly announce: (pull: ScenePull) => void;
  /** Aborted when the demo is to end: the job is cancelled then. */
  readonly stopped: AbortSignal;
}

/** Plays one story with the built action. Throws nothing. */
export async function play(
  story: Story,
  scene: Scene,
  vault: VaultScene,
  audience: Audience,
): Promise<Played> {
  try {
    const seen = await watch(story, scene, vault, audience);
    return { seen, checks: story.expects.map((expectation) => checkOf(expectation, seen)) };
  } catch (error) {
    const instead = error instanceof Error ? error.message : String(error);
    return { checks: [{ says: 'the story can be played', ok: false, instead }] };
  }
}

function checkOf({ says, holds, instead }: Story['expects'][number], seen: Seen): Check {
  return holds(seen) ? { says, ok: true } : { says, ok: false, instead: instead(seen) };
}

async function watch(
  story: Story,
  scene: Scene,
  vault: VaultScene,
  { announce, stopped }: Audience,
): Promise<Seen> {
  const { recorder, gitlab } = scene.sandbox;
  const requestsBefore = recorder.all().length;
  const pipelinesBefore = new Set(gitlab.world.pipelines.keys());
  const pull = story.open(scene);
  announce(pull);

  const { pid, result } = story.forge
    ? { pid: undefined, result: await forged(story.forge(scene)) }
    : await workflow(story, scene, vault, pull, stopped);

  const pipelines = [...gitlab.world.pipelines.values()].filter(({ id }) => !pipelinesBefore.has(id));
  const isSettled = () =>
    pipelines.every((one) => isEnded(pipelineStatus(one))) && !jobGroups(scene, pipelines).some(isGroupAlive);
  await until(isSettled, story.forge ? longestStory : settling);
  const requests = recorder.all().slice(requestsBefore);
  return look(scene, { pull, pid, result, requests, pipelines });
}

/** Plays the job on GitHub. */
async function workflow(
  story: Story,
  scene: Scene,
  vault: VaultScene,
  pull: ScenePull,
  stopped: AbortSignal,
): Promise<{ pid: number; result: StepResult }> {
  const earlier = async (one: JobOptions) => {
    const running = startJob(vault.job(one));
    void whenAborted(stopped).then(() => running.cancel());
    await within(longestStory, 'the job before', running.done);
  };
  await story.before?.(scene, pull, earlier);
  const shown = story.job?.(scene, pull) ?? scene.job(pull.number);
  // A busy machine gets the runner's real seconds between two signals, not the twentieth of them.
  const job = startJob({ ...vault.job(shown), realSignals: true });
  const stop = whenAborted(stopped).then(() => job.cancel());
  const both = Promise.all([job.done, story.meanwhile && Promise.race([story.meanwhile(job, scene), stop])]);
  const [result] = await within(longestStory, 'the job', both).catch(async (error: unknown) => {
    job.kill();
    // Its clean-up and its folder must not reach into the next story.
    await within(tidying, 'the clean-up', job.done).catch(() => undefined);
    throw error;
  });
  return { pid: job.pid, result };
}

/** What is left on GitHub of something that did not happen there: nothing. */
async function forged(done: Promise<void>): Promise<StepResult> {
  await within(longestStory, 'what is forged', done);
  return {
    ...{ exitCode: null, signal: null, cancelled: false },
    ...{ log: '', stdout: '', stderr: '', summary: '' },
    ...{ outputs: {}, jobOutputs: {}, state: {}, exportedEnv: {} },
    ...{ annotations: [], masks: [] },
  };
}

const whenAborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener('abort', () => resolve(), { once: true });
  });
