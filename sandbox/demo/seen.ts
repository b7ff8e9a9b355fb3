import type { Recorded } from '../base/record.ts';
import type { Pipeline } from '../gitlab/pipeline.ts';
import { currentJobs, pipelineStatus } from '../gitlab/state.ts';
import type { StepResult } from '../runner/step.ts';
import type { Scene, ScenePull } from '../scene.ts';
import { isAlive, isGroupAlive } from './processes.ts';
import type { Seen, SeenPipeline } from './story.ts';

/** What a story left behind: its job, and the requests and pipelines since it began. */
export interface Traces {
  readonly pull: ScenePull;
  /** Undefined where there was no job on GitHub. */
  readonly pid: number | undefined;
  readonly result: StepResult;
  readonly requests: readonly Recorded[];
  readonly pipelines: readonly Pipeline[];
}

/** Where the tests' secrets are (sandbox/vault-scene.ts). */
const SECRETS = 'secret/data/functional-tests';

/** What was sent with a pipeline, one way or the other. */
const sentWith = ({ variables, inputs }: Pipeline): Map<string, string> =>
  new Map([
    ...variables.map(({ key, value }): [string, string] => [key, value]),
    ...Object.entries(inputs).map(([key, value]): [string, string] => [key, String(value)]),
  ]);

/** Looks at all sides. */
export function look(scene: Scene, traces: Traces): Seen {
  const { pull, pid, result, requests, pipelines } = traces;
  const statuses = scene.sandbox.github.statuses(scene.repository, pull.sha);
  const wanted = privateLines(pipelines);
  return {
    runner: { log: linesOf(result.log + (result.post?.log ?? '')), exitCode: result.exitCode },
    statuses: statuses.map(({ context, state, description }) => ({
      context,
      state,
      description: description ?? '',
    })),
    pipelines: pipelines.map(seenPipeline),
    gitlabRequests: requests.filter(({ service }) => service === 'gitlab').length,
    vault: {
      requests: requests.filter(({ service }) => service === 'vault').length,
      logIns: requests.filter(({ service, path }) => service === 'vault' && path.endsWith('/login')).length,
      reads: requests.filter(({ service, path }) => service === 'vault' && path.includes(SECRETS)).length,
      lent: scene.sandbox.vault.loggedIn().length,
    },
    privateLines: wanted.length,
    leaked: leaks(wanted, publicTexts(result, requests)),
    processesLeft:
      jobGroups(scene, pipelines).filter(isGroupAlive).length + (pid !== undefined && isAlive(pid) ? 1 : 0),
  };
}

function seenPipeline(pipeline: Pipeline): SeenPipeline {
  const { id, name, ref } = pipeline;
  return {
    id,
    name,
    ref,
    status: pipelineStatus(pipeline),
    toldTwin: sentWith(pipeline).get('FORCE_CHECKOUT_CUSTOM_BRANCH') === 'true',
    jobs: currentJobs(pipeline).map((job) => ({
      name: job.plan.name,
      status: job.status,
      runs: pipeline.jobs.filter(({ plan }) => plan.name === job.plan.name).length,
      trace: linesOf(job.trace),
    })),
  };
}

/** The process groups of all jobs that these pipelines ran. */
export function jobGroups(scene: Scene, pipelines: readonly Pipeline[]): number[] {
  const ids = pipelines.map(({ id }) => id);
  return scene.sandbox.gitlab.world.processes
    .filter(({ pipelineId }) => ids.includes(pipelineId))
    .map(({ pid }) => pid);
}

/** A line as short as the `fi` of a script is found everywhere. */
const TELLING = 4;

/** Lines of the jobs' logs, but not those that only repeat a value that GitHub itself had sent. */
export function privateLines(pipelines: readonly Pipeline[]): string[] {
  const lines = pipelines.flatMap((pipeline) => {
    const sent = new Set(sentWith(pipeline).values());
    return pipeline.jobs
      .flatMap(({ trace }) => linesOf(trace))
      .filter((line) => !sent.has(line) && line.length >= TELLING);
  });
  return [...new Set(lines)];
}

/** Those of `lines` that stand in one of `texts`, as they are or as JSON writes them. */
export const leaks = (lines: readonly string[], texts: readonly string[]): string[] =>
  lines.filter((line) => {
    const forms = [line, JSON.stringify(line).slice(1, -1)];
    return texts.some((text) => forms.some((form) => text.includes(form)));
  });

/** Everything that people without access to GitLab may come to see. */
function publicTexts(result: StepResult, requests: readonly Recorded[]): string[] {
  const steps = [result, ...(result.post ? [result.post] : [])];
  const said = steps.flatMap(({ log, stdout, stderr, summary, ...rest }) => [
    log,
    stdout,
    stderr,
    summary,
    ...Object.values({ ...rest.outputs, ...rest.state, ...rest.exportedEnv }),
    ...rest.annotations.flatMap(({ title, message }) => [title ?? '', message]),
  ]);
  const sent = requests
    .filter(({ service }) => service === 'github')
    .flatMap(({ path, headers, body }) => [path, decodeURIComponent(path), body, ...Object.values(headers)]);
  return [...said, ...sent];
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');
