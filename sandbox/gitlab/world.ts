import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { Repository } from './repository.ts';

/** The 13 states of a pipeline or job (docs/facts/gitlab.md, "Status"). */
export const STATUSES = [
  'created',
  'waiting_for_resource',
  'preparing',
  'waiting_for_callback',
  'pending',
  'running',
  'success',
  'failed',
  'canceling',
  'canceled',
  'skipped',
  'manual',
  'scheduled',
] as const;
export type Status = (typeof STATUSES)[number];

/** True for the four states that a pipeline or job reaches and keeps. */
export const isEnded = (status: Status): boolean =>
  status === 'success' || status === 'failed' || status === 'canceled' || status === 'skipped';

const ROLES = ['guest', 'reporter', 'developer', 'maintainer', 'owner'] as const;
/** What a member may do in a project; each role includes the ones before it. */
export type Role = (typeof ROLES)[number];

/** Whether `role` is `least` or more. */
export const isAtLeast = (role: Role, least: Role): boolean => ROLES.indexOf(role) >= ROLES.indexOf(least);

/** A person or a bot of the GitLab instance. */
export interface User {
  id: number;
  username: string;
  name: string;
  admin: boolean;
}

/** A personal, group or project access token, bound here to one project and one role. */
export interface AccessToken {
  token: string;
  id: number;
  projectId: number;
  user: User;
  scopes: ('api' | 'read_api')[];
  role: Role;
  /** A fine-grained token lacks this permission, such as `create_pipeline`. */
  missing: string | undefined;
  state: 'active' | 'revoked' | 'expired';
  createdAt: number;
}

/** A pipeline trigger token; pipelines that it starts run as its owner. */
export interface TriggerToken {
  token: string;
  id: number;
  projectId: number;
  owner: User;
  role: Role;
  state: 'active' | 'revoked';
}

/** What an owner sets for a project, and what a test sets for the sandbox. Times are virtual milliseconds. */
export interface ProjectSettings {
  /** `ci_pipeline_variables_minimum_override_role`. */
  pipelineVariablesMinimumOverrideRole: 'no_one_allowed' | 'developer' | 'maintainer' | 'owner';
  /** The releases whose `no_one_allowed` refuses a trigger token even when it sends inputs only. */
  refusesTriggerPayload: boolean;
  /** Pipelines for each minute, project, user and commit; more are refused with 400. */
  creationsPerMinute: number;
  /** How long a new pipeline answers 404 and is absent from lists (replica lag). */
  lagMs: number;
  /** How a creation answers whose YAML is wrong. The failed pipeline is kept in each case. */
  yamlErrorStatus: 201 | 400 | 422;
  /** How long a pipeline stays `created`, and each job `pending`. */
  createdMs: number;
  queueMs: number;
  /** How trigger jobs (bridges) end. */
  bridgeStatus: Status;
}

/** A project: a git repository and its CI settings. */
export interface Project {
  id: number;
  path: string;
  formerPaths: string[];
  defaultBranch: string;
  repository: Repository;
  /** Protected branch → the least role that may push to it and run pipelines on it. */
  protectedBranches: Map<string, Role>;
  settings: ProjectSettings;
  createdAt: number;
  nextIid: number;
}

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

/** One pipeline. Times are virtual milliseconds. */
export interface Pipeline {
  id: number;
  iid: number;
  project: Project;
  name: string | null;
  ref: string;
  sha: string;
  source: 'trigger' | 'api' | 'web' | 'push';
  user: User;
  /** As sent; `expanded` holds what jobs see. */
  variables: { key: string; value: string }[];
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

/** Settings of the whole instance. */
export interface InstanceSettings {
  /** API calls for each minute; more answer 429. */
  callsPerMinute: number;
  version: string;
}

/** The state behind the fake GitLab; tests may read and change it. */
export interface World {
  /** Where the instance is reached, as jobs are told: `https://host/prefix`, no slash at the end. */
  url: string;
  /** Virtual milliseconds. */
  now(): number;
  nextId(): number;
  projects: Map<number, Project>;
  pipelines: Map<number, Pipeline>;
  accessTokens: AccessToken[];
  triggerTokens: TriggerToken[];
  users: Map<string, User>;
  settings: InstanceSettings;
  processes: JobProcess[];
  /** What a test wants for the next pipeline. */
  nextReport: Report;
  /** What every answer carries. */
  marker: Marker | undefined;
}

/** A text planted into every answer, to prove that nothing of it gets out on the other side. */
export interface Marker {
  text: string;
  /** False where pipelines are looked up by their key: in their names and in the variable that holds it. */
  inPipelineNames: boolean;
  /** Keys left as they are, besides the closed ones. */
  keep: readonly string[];
}

/** An empty world. `now` gives virtual milliseconds. */
export function createWorld(now: () => number, url: string): World {
  let id = 1000 + randomBytes(2).readUInt16BE();
  return {
    url,
    now,
    nextId: () => id++,
    projects: new Map(),
    pipelines: new Map(),
    accessTokens: [],
    triggerTokens: [],
    users: new Map(),
    settings: { callsPerMinute: Number.POSITIVE_INFINITY, version: '18.6.0-ee' },
    processes: [],
    nextReport: { kind: 'real' },
    marker: undefined,
  };
}

/** The project of that id or path, which the test must have added. */
export function projectOf(world: World, which: string | number): Project {
  const found = [...world.projects.values()].find((one) => one.id === which || one.path === which);
  return found ?? unknown('project', which);
}

/** The pipeline of that id, which must be there. */
export const pipelineOf = (world: World, id: number): Pipeline =>
  world.pipelines.get(id) ?? unknown('pipeline', id);

/** What a verb says when a test names something that is not there. Throws, always. */
export function unknown(kind: string, which: string | number): never {
  throw new Error(`The sandbox's GitLab has no ${kind} ${which}.`);
}

/** Whether the job `name` is the job `wanted` or, for a parallel job, one of it. */
export const isOf = (name: string, wanted: string): boolean =>
  name === wanted || name.replace(/(: \[.*\]| \d+\/\d+)$/, '') === wanted;

/** The user of that name; made when there is none. */
export function userNamed(world: World, username: string): User {
  const known = world.users.get(username);
  if (known) return known;
  const user = { id: world.nextId(), username, name: username, admin: username === 'root' };
  world.users.set(username, user);
  return user;
}
