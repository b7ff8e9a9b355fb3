/** Verbs that look at pipelines, override what they report, and do what people of the project do. */
import type { Creation, CreationRequest } from '../ci/create.ts';
import type { Engine } from '../ci/engine.ts';
import type { Role } from '../people.ts';
import type { Pipeline, Report, Source } from '../pipeline.ts';
import type { Status } from '../status.ts';
import { pipelineOf, projectOf, unknown, userNamed, type World } from '../world.ts';

/** A pipeline by its id, or the next one that is created. */
export type Which = number | 'next';

/** A pipeline that somebody of the project starts. */
export interface ByHand {
  user: string;
  role?: Role;
  /** Default: the project's default branch. */
  ref?: string;
  /** By which way; `web` is the page "New pipeline", `push` follows a commit. */
  source?: Exclude<Source, 'trigger'>;
  variables?: Record<string, string>;
  inputs?: Record<string, unknown>;
  name?: string;
}

/** Every verb throws when what it names is unknown. */
export function pipelineVerbs(
  world: World,
  engine: Engine,
  create: (request: CreationRequest) => Promise<Creation>,
) {
  const report = (which: Which, wanted: Report) => {
    if (which === 'next') world.nextReport = wanted;
    else pipelineOf(world, which).report = wanted;
  };
  return {
    pipeline: (id: number): Pipeline => pipelineOf(world, id),

    /** Throws where GitLab refuses. */
    async startPipeline(which: string | number, wanted: ByHand): Promise<Pipeline> {
      const { user, role = 'developer', ref, source = 'api', variables = {}, inputs = {}, name } = wanted;
      const project = projectOf(world, which);
      const made = await create({
        ...{ project, source, role, inputs, user: userNamed(world, user) },
        ref: ref ?? project.defaultBranch,
        variables: Object.entries(variables).map(([key, value]) => ({
          key,
          value,
          variable_type: 'env_var',
        })),
      });
      if (made.kind === 'refused') throw new Error(made.reason);
      if (name !== undefined) made.pipeline.name = name;
      return made.pipeline;
    },

    /** A name that somebody of the project gives a pipeline. */
    renamePipeline(id: number, name: string): void {
      pipelineOf(world, id).name = name;
    },

    /** What somebody of the project stops. */
    cancelPipeline(id: number): void {
      engine.cancel(pipelineOf(world, id));
    },

    /** A job that somebody of the project runs again. */
    retryJob(id: number, name: string): void {
      const of = pipelineOf(world, id);
      const job = of.jobs.findLast((one) => one.plan.name === name) ?? unknown('job', name);
      engine.retryJob(of, job);
    },

    deletePipeline(id: number): void {
      engine.cancel(pipelineOf(world, id));
      world.pipelines.delete(id);
    },

    /** The pipeline reports `status` and starts no further job until `release`, a cancel or a retry. */
    hold(which: Which, status: Status): void {
      report(which, { kind: 'held', status });
    },

    release(id: number): void {
      report(id, { kind: 'real' });
      engine.look(pipelineOf(world, id));
    },

    /** The pipeline reports one of these for each look at it, the last one for ever. */
    scriptStatuses(statuses: Status[], which: Which = 'next'): void {
      report(which, { kind: 'script', left: [...statuses] });
    },

    /** Sets the status of a job or bridge; what waits for it goes on. */
    setJob(id: number, name: string, status: Status): void {
      const of = pipelineOf(world, id);
      const job = of.jobs.findLast((one) => one.plan.name === name) ?? unknown('job', name);
      job.status = status;
      engine.look(of);
    },

    /** Every answer carries `text` from now on; undefined ends that. */
    plantMarker(
      text: string | undefined,
      { inPipelineNames = false, keep = [] }: { inPipelineNames?: boolean; keep?: string[] } = {},
    ): void {
      world.marker = text === undefined ? undefined : { text, inPipelineNames, keep };
    },
  };
}
