/** What a pipeline is, with its jobs. */
import type { ChildProcess } from 'node:child_process';
import type { User } from './people.ts';
import type { Project } from './project.ts';
import type { Status } from './status.ts';

/** One job or bridge that a pipeline is made of: what gitlab-ci-local decided, in GitLab's words. */
export interface PlannedJob {
  name: string;
  kind: 'job' | 'bridge';
  stage: string;
  /** Position of the stage; jobs of a lower one come first. */
  stageIndex: number;
  when: 'on_success' | 'on_failure' | 'always' | 'manual' | 'delayed';
  /** `start_in` of a delayed job, in virtual milliseconds. */
  delayMs: number;
  allowFailure: boolean;
  /** Only these exit codes are allowed to fail; undefined: all. */
  allowedExitCodes: number[] | undefined;
  /** Names of the jobs that this one needs; undefined: those of the stages before. */
  needs: string[] | undefined;
  script: string[];
  afterScript: string[];
  /** Global, job and rule variables, the stronger ones over the weaker, not yet expanded. */
  variables: Record<string, string>;
  artifacts: string[];
  /** Name of the variable → audience of the ID token that it holds. */
  idTokens: Record<string, string | string[]>;
  tags: string[];
}

/** One job, or one bridge, of a pipeline. Times are virtual milliseconds. */
export interface Job {
  id: number;
  plan: PlannedJob;
  status: Status;
  /** A newer run of the same job exists. */
  retried: boolean;
  createdAt: number;
  queuedAt: number | undefined;
  startedAt: number | undefined;
  finishedAt: number | undefined;
  exitCode: number | undefined;
  trace: string;
  process: ChildProcess | undefined;
  /** What the job authenticates with (`CI_JOB_TOKEN`). */
  token: string;
}

/** How a test overrides the status that a pipeline reports. */
export type Report = { kind: 'real' } | { kind: 'held'; status: Status } | { kind: 'script'; left: Status[] };

/** By which way a pipeline is started (GitLab docs, "Pipelines API", `source`); the sandbox plays these. */
export type Source = 'trigger' | 'api' | 'web' | 'push' | 'schedule';

/** A variable that a pipeline is started with; of a `file` jobs get the path of a file with the value. */
export interface Variable {
  key: string;
  value: string;
  variable_type: 'env_var' | 'file';
}

/** One pipeline. Times are virtual milliseconds. */
export interface Pipeline {
  id: number;
  iid: number;
  project: Project;
  name: string | null;
  ref: string;
  sha: string;
  /** Whether `ref` is a tag. */
  tag: boolean;
  source: Source;
  user: User;
  /** As sent; `expanded` holds what jobs see. */
  variables: Variable[];
  expanded: Record<string, string>;
  inputs: Record<string, unknown>;
  yamlErrors: string | null;
  jobs: Job[];
  createdAt: number;
  updatedAt: number;
  startedAt: number | undefined;
  finishedAt: number | undefined;
  report: Report;
}

/** One process that ran a job, kept after its end. `code` is null while it runs or when a signal ended it. */
export interface JobProcess {
  pid: number;
  pipelineId: number;
  jobId: number;
  job: string;
  code: number | null;
  alive: boolean;
}

/** Whether the job `name` is the job `wanted` or, for a parallel job, one of it. */
export const isOf = (name: string, wanted: string): boolean =>
  name === wanted || name.replace(/(: \[.*\]| \d+\/\d+)$/, '') === wanted;
