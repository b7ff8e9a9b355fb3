import { join } from 'node:path';
import type { SandboxClock } from '../../clock.ts';
import { isOf, type Job, type Pipeline } from '../pipeline.ts';
import { currentJobs, nextStep, pipelineStatus } from '../state.ts';
import { isEnded, type Status } from '../status.ts';
import type { World } from '../world.ts';
import { fileVariables, jobEnvironment } from './environment.ts';
import {
  ended,
  type JobRequest,
  keepArtifacts,
  type Machine,
  prepare,
  signalGroup,
  start,
  startAfterScript,
  VARIABLES,
} from './process.ts';

/** What moves pipelines: everything that a pipeline does after its creation. */
export interface Engine {
  /** Lets a new pipeline run. */
  begin(pipeline: Pipeline): void;
  /** Cancels what is not ended; running processes are killed. */
  cancel(pipeline: Pipeline): void;
  /** Runs failed and cancelled jobs again, never bridges. Nothing happens when there are none. */
  retry(pipeline: Pipeline): void;
  /** Runs one job again, whatever came of it, and gives those after it that were skipped another chance. */
  retryJob(pipeline: Pipeline, job: Job): void;
  /** Starts a manual or scheduled job. */
  play(pipeline: Pipeline, job: Job): void;
  /** Looks again at what may start: after a test changed a state. */
  look(pipeline: Pipeline): void;
  /** Kills every process and waits for their ends. */
  close(): Promise<void>;
}

/** What the engine works with. `folder` takes the jobs' folders. */
export interface EngineOptions {
  world: World;
  clock: SandboxClock;
  machine: Machine;
  folder: string;
  /** Further variables of a job, such as its ID tokens; they are stronger than the others. */
  extras(pipeline: Pipeline, job: Job): Promise<Record<string, string>>;
}

/** How long a cancelled job may take to end before it is killed, in virtual milliseconds. */
const GRACE_MS = 30_000;

/** Makes the engine. It keeps no state but the open waits; all else is in the world. */
export function createEngine(options: EngineOptions): Engine {
  const { world, clock, folder, machine } = options;
  const closing = new AbortController();
  const open = new Set<Promise<void>>();
  const artifacts = new Map<number, string>();

  const follow = (work: Promise<void>) => {
    open.add(work);
    void work.finally(() => open.delete(work));
  };
  /** Does `then` after `ms`, unless the service was closed or the job was taken out of `status` in between. */
  const later = (ms: number, job: Job, status: Status, then: () => void) =>
    follow(
      clock.sleep(ms, closing.signal).then(() => {
        if (!closing.signal.aborted && job.status === status) then();
      }),
    );

  const set = (pipeline: Pipeline, job: Job, status: Status) => {
    job.status = status;
    const now = clock.now();
    if (status === 'pending') job.queuedAt = now;
    if (status === 'running') job.startedAt = now;
    if (isEnded(status)) job.finishedAt = now;
    touch(pipeline);
  };
  const touch = (pipeline: Pipeline) => {
    const now = clock.now();
    pipeline.updatedAt = now;
    const status = pipelineStatus(pipeline);
    if (status === 'running') pipeline.startedAt ??= now;
    pipeline.finishedAt = isEnded(status) ? (pipeline.finishedAt ?? now) : undefined;
  };

  const look = (pipeline: Pipeline) => {
    if (pipeline.report.kind !== 'real' || closing.signal.aborted) return;
    for (let moved = true; moved; ) {
      moved = false;
      for (const job of currentJobs(pipeline).filter((one) => one.status === 'created')) {
        const step = nextStep(job, pipeline);
        if (step === 'wait') continue;
        moved = true;
        if (step === 'skip') set(pipeline, job, 'skipped');
        else enter(pipeline, job);
      }
    }
  };

  const enter = (pipeline: Pipeline, job: Job) => {
    const { kind, when, delayMs } = job.plan;
    if (when === 'manual') return set(pipeline, job, 'manual');
    if (when === 'delayed') {
      set(pipeline, job, 'scheduled');
      return later(delayMs, job, 'scheduled', () => enqueue(pipeline, job));
    }
    if (kind === 'job') return enqueue(pipeline, job);
    set(pipeline, job, pipeline.project.settings.bridgeStatus);
  };

  const enqueue = (pipeline: Pipeline, job: Job) => {
    set(pipeline, job, 'pending');
    later(pipeline.project.settings.queueMs, job, 'pending', () => follow(run(pipeline, job)));
  };

  const run = async (pipeline: Pipeline, job: Job) => {
    set(pipeline, job, 'running');
    try {
      end(pipeline, job, await execute(pipeline, job));
    } catch (error) {
      job.trace += `ERROR: Job failed (system failure): ${error}\n`;
      end(pipeline, job, undefined);
    }
  };

  /** Gives the exit code of the job's script; undefined when a signal ended it, or when it never started. */
  const execute = async (pipeline: Pipeline, job: Job): Promise<number | undefined> => {
    const request = await requestFor(pipeline, job);
    const project = await prepare(request);
    if (job.status !== 'running' || closing.signal.aborted) return undefined;
    const child = start(request, machine, project, join(request.folder, 'script.sh'));
    job.process = child;
    const line = { pid: child.pid ?? 0, pipelineId: pipeline.id, jobId: job.id, job: job.plan.name };
    const entry = { ...line, code: null as number | null, alive: true };
    world.processes.push(entry);
    const code = await ended(child);
    Object.assign(entry, { code: code ?? null, alive: false });
    job.process = closing.signal.aborted ? undefined : await startAfterScript(request, machine, project);
    if (job.process) await ended(job.process);
    if (job.plan.artifacts.length > 0 && code === 0) {
      artifacts.set(job.id, await keepArtifacts(request.folder, project, job.plan.artifacts));
    }
    return code;
  };

  const end = (pipeline: Pipeline, job: Job, code: number | undefined) => {
    job.process = undefined;
    job.exitCode = code;
    const status = job.status === 'canceling' ? 'canceled' : code === 0 ? 'success' : 'failed';
    set(pipeline, job, status);
    look(pipeline);
  };

  const requestFor = async (pipeline: Pipeline, job: Job): Promise<JobRequest> => {
    const jobFolder = join(folder, `job-${job.id}`);
    const inFiles = fileVariables(pipeline);
    return {
      folder: jobFolder,
      files: pipeline.project.repository.commits.get(pipeline.sha)?.files ?? {},
      artifacts: currentJobs(pipeline).flatMap((other) => artifacts.get(other.id) ?? []),
      fileVariables: inFiles,
      script: job.plan.script,
      afterScript: job.plan.afterScript,
      environment: {
        ...jobEnvironment(world, pipeline, job),
        ...Object.fromEntries(Object.keys(inFiles).map((key) => [key, join(jobFolder, VARIABLES, key)])),
        ...(await options.extras(pipeline, job)),
      },
      write: (text) => {
        job.trace += text;
      },
    };
  };

  const cancelJob = (pipeline: Pipeline, job: Job) => {
    if (isEnded(job.status) || job.status === 'canceling') return;
    if (job.status !== 'running') return set(pipeline, job, 'canceled');
    set(pipeline, job, 'canceling');
    if (job.process) signalGroup(job.process, 'SIGTERM');
    later(GRACE_MS, job, 'canceling', () => {
      if (job.process) signalGroup(job.process, 'SIGKILL');
    });
  };

  return {
    look,
    begin: (pipeline) => {
      const [first] = pipeline.jobs;
      if (first)
        follow(clock.sleep(pipeline.project.settings.createdMs, closing.signal).then(() => look(pipeline)));
    },
    cancel: (pipeline) => {
      const status = pipelineStatus(pipeline);
      if (isEnded(status) || status === 'canceling') return;
      pipeline.report = { kind: 'real' };
      for (const job of currentJobs(pipeline)) cancelJob(pipeline, job);
      touch(pipeline);
    },
    retry: (pipeline) => {
      const again = currentJobs(pipeline).filter(
        (job) => job.plan.kind === 'job' && (job.status === 'failed' || job.status === 'canceled'),
      );
      const isFrozen = pipeline.report.kind !== 'real';
      const status = pipelineStatus(pipeline);
      if (again.length === 0 && !(isFrozen && (status === 'failed' || status === 'canceled'))) return;
      pipeline.report = { kind: 'real' };
      for (const job of again) {
        job.retried = true;
        pipeline.jobs.push(freshJob(world, job.plan, clock.now()));
      }
      // What was skipped because of a failure gets another chance.
      for (const job of currentJobs(pipeline)) if (job.status === 'skipped') job.status = 'created';
      touch(pipeline);
      look(pipeline);
    },
    retryJob: (pipeline, job) => {
      const again = freshJob(world, job.plan, clock.now());
      job.retried = true;
      pipeline.jobs.push(again);
      const isAfter = ({ plan }: Job) =>
        plan.stageIndex > job.plan.stageIndex || plan.needs?.some((need) => isOf(job.plan.name, need));
      for (const one of currentJobs(pipeline))
        if (one.status === 'skipped' && isAfter(one)) one.status = 'created';
      touch(pipeline);
      look(pipeline);
    },
    play: (pipeline, job) => {
      enqueue(pipeline, job);
    },
    close: async () => {
      closing.abort();
      for (const pipeline of world.pipelines.values()) {
        for (const { process: child } of pipeline.jobs) if (child) signalGroup(child, 'SIGKILL');
      }
      await Promise.all(open);
    },
  };
}

/** A job that has not begun. */
export function freshJob(world: World, plan: Job['plan'], now: number): Job {
  return {
    id: world.nextId(),
    plan,
    status: 'created',
    retried: false,
    createdAt: now,
    queuedAt: undefined,
    startedAt: undefined,
    finishedAt: undefined,
    exitCode: undefined,
    trace: '',
    process: undefined,
    token: `glcbt-${crypto.randomUUID()}`,
  };
}
