import { afterAll, afterEach, expect, vi } from 'vitest';
import type { JobProcess, Pipeline } from '../../sandbox/gitlab/pipeline.ts';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import { isEnded, type Status } from '../../sandbox/gitlab/status.ts';
import type { RunningJob } from '../../sandbox/runner/job.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { exampleScene, type Scene, type SceneJob, type ScenePull } from '../../sandbox/scene.ts';
import { expectNothingPrivate } from './leaks.ts';
import { type Story, tellStory } from './story.ts';

export type { Story } from './story.ts';

/** A job under way. */
export interface Running {
  readonly job: RunningJob;
  told(): Promise<Story>;
}

/** One sandbox with the example in it, for all stories of a test file. */
export interface Stage {
  readonly sandbox: Sandbox;
  readonly scene: Scene;
  /** Starts the built action for an event of a pull request. */
  start(pull: ScenePull, options?: SceneJob): Running;
  /** The same, to its end. */
  play(pull: ScenePull, options?: SceneJob): Promise<Story>;
  /**
   * Makes the requests of a watch countable, however fast or slow this machine is. The next pipeline starts no job
   * before the first look at it, which is the answer to its naming; look by look, GitLab answers only when the pipeline
   * has this status; and the last of several looks is answered after the second search for rivals.
   */
  answerLooksWhen(first: Status, ...more: Status[]): void;
  /** The same where the token can only read: no pipeline is named, and the first look is a request of its own. */
  answerReadsWhen(...statuses: Status[]): void;
  /** What ran for a story: name of each job's process → its exit code, null after a signal. */
  ran(story: Story): Readonly<Record<string, number | null | 'still running'>>;
}

const isLive = (pipeline: Pipeline): boolean => !isEnded(pipelineStatus(pipeline));

const isRivalSearch = /\/pipelines\?name=/;

/** The nth request of its kind, which is answered when the pipeline has this status. */
interface Look {
  readonly method: string;
  readonly path: RegExp;
  readonly nth: number;
  readonly status: Status;
}

const readsOf = (statuses: readonly Status[]): Look[] =>
  statuses.map((status, index) => ({ method: 'GET', path: /\/pipelines\/\d+$/, nth: index + 1, status }));

/**
 * Waits until something holds, some real milliseconds from one try to the next. Throws after `timeout` real ms: what comes
 * at all comes sooner, but a busy machine is no failure.
 */
export const until = (holds: () => boolean, what: string, timeout = 60_000): Promise<void> =>
  vi.waitFor(
    () => {
      if (!holds()) throw new Error(`never: ${what}`);
    },
    { timeout, interval: 5 },
  );

/** What the jobs of a story's pipelines have printed, or one of them: what nobody outside may read. */
export const traceOf = ({ pipelines }: Story, job?: string): string =>
  pipelines
    .flatMap(({ jobs }) => jobs)
    .filter(({ plan }) => job === undefined || plan.name === job)
    .map(({ trace }) => trace)
    .join('\n');

/**
 * Opens the stage of a test file, whose time runs `scale` times as fast as the machine's; closed when its tests are
 * over. After each test every story is searched for leaks.
 */
export async function openStage(scale = 50): Promise<Stage> {
  const sandbox = await startSandbox({ scale });
  const scene = exampleScene(sandbox);
  const { github, gitlab, recorder, faults } = sandbox;
  const stories: Story[] = [];
  const underWay = new Set<RunningJob>();
  afterEach(async () => {
    faults.clear();
    // A test that failed half-way must not disturb the next one.
    for (const job of underWay) job.kill();
    await Promise.all([...underWay].map(({ done }) => done));
    for (const { id } of [...gitlab.world.pipelines.values()].filter(isLive)) gitlab.deletePipeline(id);
    await until(() => gitlab.world.processes.every(({ alive }) => !alive), 'the end of all private jobs');
    recorder.clear();
    for (const story of stories.splice(0)) expectNothingPrivate(story, scene);
  });
  afterAll(() => sandbox.close());

  const start = (pull: ScenePull, options: SceneJob = {}): Running => {
    const before = {
      recorded: recorder.all().length,
      statuses: github.statuses(scene.repository).length,
      pipelines: new Set(gitlab.world.pipelines.keys()),
    };
    const job = scene.start(pull.number, options);
    underWay.add(job);
    void job.done.finally(() => underWay.delete(job));
    const told = async (): Promise<Story> => {
      const result = await job.done;
      const recorded = recorder.all().slice(before.recorded);
      const pipelines = [...gitlab.world.pipelines.values()].filter(({ id }) => !before.pipelines.has(id));
      const statuses = github.statuses(scene.repository).slice(before.statuses);
      const story = tellStory({ pull, result, recorded, pipelines, statuses });
      // Every status is on the commit that was decided on, under the required name.
      for (const { sha, context } of statuses) {
        expect({ sha, context }).toEqual({ sha: pull.sha, context: 'drawbridge' });
      }
      stories.push(story);
      return story;
    };
    return { job, told };
  };

  const plantLooks = (looks: readonly Look[]): void => {
    gitlab.hold('next', 'pending');
    const known = recorder.all().length;
    const searches = () =>
      recorder
        .all()
        .slice(known)
        .filter(({ path }) => isRivalSearch.test(path)).length;
    for (const [index, { status, ...request }] of looks.entries()) {
      const isLast = index > 0 && index === looks.length - 1;
      const act = async () => {
        const newest = [...gitlab.world.pipelines.values()].at(-1);
        if (newest && index === 0) gitlab.release(newest.id);
        await until(() => newest !== undefined && pipelineStatus(newest) === status, `pipeline ${status}`);
        // The first search of all is that before the start.
        if (isLast) await until(() => searches() === 3, 'the second search for rivals');
      };
      faults.plant({ service: 'gitlab', ...request, when: 'before', fault: { kind: 'act', act } });
    }
  };

  return {
    sandbox,
    scene,
    start,
    play: (pull, options) => start(pull, options).told(),
    answerLooksWhen: (first, ...more) => {
      const naming = { method: 'PUT', path: /\/metadata$/, nth: 1, status: first };
      plantLooks([naming, ...readsOf(more)]);
    },
    answerReadsWhen: (...statuses) => plantLooks(readsOf(statuses)),
    ran: ({ pipelines }) => {
      const ids = new Set(pipelines.map(({ id }) => id));
      const processes = gitlab.world.processes.filter(({ pipelineId }) => ids.has(pipelineId));
      const end = ({ alive, code }: JobProcess) => (alive ? 'still running' : code);
      return Object.fromEntries(processes.map((process) => [process.job, end(process)]));
    },
  };
}
