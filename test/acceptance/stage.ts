import { afterAll, afterEach, expect, vi } from 'vitest';
import type { Recorded } from '../../sandbox/base/record.ts';
import { pipelineStatus } from '../../sandbox/gitlab/state.ts';
import type { JobProcess, Pipeline, Status } from '../../sandbox/gitlab/world.ts';
import type { RunningJob } from '../../sandbox/runner/job.ts';
import type { StepResult } from '../../sandbox/runner/step.ts';
import { type Sandbox, startSandbox } from '../../sandbox/sandbox.ts';
import { exampleScene, type Scene, type SceneJob, type ScenePull } from '../../sandbox/scene.ts';
import { expectNothingPrivate } from './leaks.ts';

/** One job of the built action, told when it and its post are over; ids and hashes are replaced by names. */
export interface Story {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  /** What the viewer of the run reads, without the echo of the inputs. */
  readonly log: readonly string[];
  /** The same of post, without the runner's own line. */
  readonly postLog: readonly string[];
  /** Without the audit record, which stands by itself. */
  readonly outputs: Readonly<Record<string, string>>;
  /** The audit record of the output, `{}` without one. In the log the same text is shown as `<audit>`. */
  readonly audit: Readonly<Record<string, unknown>>;
  readonly state: Readonly<Record<string, string>>;
  readonly summary: readonly string[];
  readonly annotations: StepResult['annotations'];
  /** Commit statuses written meanwhile, oldest first: `pending: private tests are running (…)`. */
  readonly statuses: readonly string[];
  /** Where they lead; `?pr=` claims the status of the commit for the pull request. */
  readonly links: readonly (string | null)[];
  readonly requests: readonly string[];
  /** Bodies by which a pipeline was asked for, the list of variables as a map. */
  readonly asked: readonly Record<string, unknown>[];
  /** Pipelines that GitLab made meanwhile. */
  readonly pipelines: readonly Pipeline[];
  readonly result: StepResult;
  readonly recorded: readonly Recorded[];
}

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
   * before the first look at it; look by look, GitLab answers only when the pipeline has this status; and the last
   * of these looks is answered after the second search for rivals.
   */
  answerLooksWhen(...statuses: Status[]): void;
  /** What ran for a story: name of each job's process → its exit code, null after a signal. */
  ran(story: Story): Readonly<Record<string, number | null | 'still running'>>;
}

const isRivalSearch = /\/pipelines\?name=/;

/** Waits until something holds, some real milliseconds from one try to the next. Throws after `timeout` real ms. */
export const until = (holds: () => boolean, what: string, timeout = 10_000): Promise<void> =>
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

/** Opens the stage of a test file; closed when its tests are over. After each test every story is searched for leaks. */
export async function openStage(): Promise<Stage> {
  const sandbox = await startSandbox({ scale: 50 });
  const scene = exampleScene(sandbox);
  const { github, gitlab, recorder, faults } = sandbox;
  const stories: Story[] = [];
  afterEach(() => {
    faults.clear();
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
    const told = async (): Promise<Story> => {
      const result = await job.done;
      const recorded = recorder.all().slice(before.recorded);
      const pipelines = [...gitlab.world.pipelines.values()].filter(({ id }) => !before.pipelines.has(id));
      const statuses = github.statuses(scene.repository).slice(before.statuses);
      const name = naming(pull, pipelines);
      const story = {
        ...namedResult(result, name),
        statuses: statuses.map((status) => `${status.state}: ${name(status.description ?? '')}`),
        links: statuses.map(({ target_url }) => target_url),
        requests: recorded.map((request) => name(lineOf(request))),
        asked: recorded.filter(isCreation).map(({ body }) => JSON.parse(name(body), asMaps)),
        pipelines,
        result,
        recorded,
      };
      // Every status is on the commit that was decided on, under the required name.
      for (const { sha, context } of statuses) {
        expect({ sha, context }).toEqual({ sha: pull.sha, context: 'drawbridge' });
      }
      stories.push(story);
      return story;
    };
    return { job, told };
  };

  return {
    sandbox,
    scene,
    start,
    play: (pull, options) => start(pull, options).told(),
    answerLooksWhen: (...statuses) => {
      gitlab.hold('next', 'pending');
      const known = recorder.all().length;
      const searches = () =>
        recorder
          .all()
          .slice(known)
          .filter(({ path }) => isRivalSearch.test(path)).length;
      for (const [index, status] of statuses.entries()) {
        const isLast = index === statuses.length - 1;
        const act = async () => {
          const newest = [...gitlab.world.pipelines.values()].at(-1);
          if (newest && index === 0) gitlab.release(newest.id);
          await until(() => newest !== undefined && pipelineStatus(newest) === status, `pipeline ${status}`);
          // The first search of all is that before the start.
          if (isLast) await until(() => searches() === 3, 'the second search for rivals');
        };
        const path = /\/pipelines\/\d+$/;
        const fault = { kind: 'act', act } as const;
        faults.plant({ service: 'gitlab', method: 'GET', path, when: 'before', nth: index + 1, fault });
      }
    },
    ran: ({ pipelines }) => {
      const ids = new Set(pipelines.map(({ id }) => id));
      const processes = gitlab.world.processes.filter(({ pipelineId }) => ids.has(pipelineId));
      const end = ({ alive, code }: JobProcess) => (alive ? 'still running' : code);
      return Object.fromEntries(processes.map((process) => [process.job, end(process)]));
    },
  };
}

const lineOf = ({ service, method, path, status }: Recorded): string => {
  const isSuccess = status !== 'dropped' && status >= 200 && status < 300;
  return `${service} ${method} ${path}${isSuccess ? '' : ` → ${status}`}`;
};

const isCreation = ({ service, method, path }: Recorded): boolean =>
  service === 'gitlab' && method === 'POST' && /\/(trigger\/)?pipeline$/.test(path);

/** For JSON.parse: `[{ key, value }, …]` as a map, which reads better. */
const asMaps = (name: string, value: unknown): unknown =>
  name === 'variables' && Array.isArray(value)
    ? Object.fromEntries(value.map((one: { key: string; value: string }) => [one.key, one.value]))
    : value;

/** Replaces what differs from run to run. The key's form is part of the contract, its digest is not. */
function naming({ number, sha }: ScenePull, pipelines: readonly Pipeline[]): (text: string) => string {
  const key = new RegExp(`acme(/|%2F)engine(#|%23)${number}(@|%40)${sha}(:|%3A)[0-9a-f]{12}\\b`, 'g');
  return (text) => {
    const named = text
      .replace(key, '<key>')
      .replaceAll(sha, '<head>')
      .replace(/created_after=[0-9TZ%A.:-]+/, 'created_after=<time>')
      .replaceAll(sha.slice(0, 12), '<head, 12 digits>')
      .replace(new RegExp(`/(pulls|issues)/${number}(?=/|$)`), '/$1/<pull>');
    return pipelines.reduce(
      (all, { id }, index) =>
        all.replace(new RegExp(`\\b${id}\\b`, 'g'), index === 0 ? '<pipeline>' : `<pipeline ${index + 1}>`),
      named,
    );
  };
}

function namedResult(result: StepResult, name: (text: string) => string) {
  const { exitCode, signal, annotations, post } = result;
  const { audit = '', ...outputs } = result.outputs;
  const named = (values: Record<string, string>) =>
    Object.fromEntries(Object.entries(values).map(([key, value]) => [key, name(value)]));
  const log = name(audit === '' ? result.log : result.log.replace(audit, '<audit>'));
  return {
    exitCode,
    signal,
    annotations: annotations.map((one) => ({ ...one, message: name(one.message) })),
    log: linesOf(log).filter((line, index, all) => !isEcho(line, index, all)),
    postLog: linesOf(name(post?.log ?? '')).slice(1),
    outputs: named(outputs),
    audit: JSON.parse(audit || '{}', namedValue(name)),
    state: named(result.state),
    summary: linesOf(name(result.summary).replace(/\| (Queued|Running) \| [^|]+\|/g, '| $1 | <time> |')),
  };
}

/** For JSON.parse: texts and numbers by their names. */
const namedValue =
  (name: (text: string) => string) =>
  (_: string, value: unknown): unknown => {
    if (typeof value !== 'string' && typeof value !== 'number') return value;
    const named = name(String(value));
    return named === String(value) ? value : named;
  };

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line !== '');

/** The runner's echo: `Run …`, `with:`, and the inputs, each indented by two spaces. */
const isEcho = (line: string, index: number, all: readonly string[]): boolean =>
  index <= all.findLastIndex((one) => /^ {2}[a-z-]+: /.test(one)) && /^(Run |with:$| {2})/.test(line);
