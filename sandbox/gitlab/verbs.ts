import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { SandboxClock } from '../clock.ts';
import type { Engine } from './engine.ts';
import type { Marker } from './marker.ts';
import { createRepository } from './repository.ts';
import {
  type AccessToken,
  type Pipeline,
  type Project,
  type ProjectSettings,
  type Report,
  type Role,
  type Status,
  userNamed,
  type World,
} from './world.ts';

/** A pipeline by its id, or the next one that is created. */
export type Which = number | 'next';

/** How a test changes the world. Projects are named by path or id; every verb throws when what it names is unknown. */
export interface Verbs {
  addProject(wanted: {
    path: string;
    id?: number;
    files: Record<string, string>;
    defaultBranch?: string;
    settings?: Partial<ProjectSettings>;
  }): Project;
  project(which: string | number): Project;
  /** Adds a branch at the head of the default one, with `files` on top. Gives its SHA. */
  addBranch(
    project: string | number,
    name: string,
    wanted?: { protected?: boolean | Role; files?: Record<string, string | null> },
  ): string;
  /** Only `least` (default: maintainer) and above may push to the branch and run pipelines on it. */
  protectBranch(project: string | number, name: string, least?: Role): void;
  /** Commits to a branch; null deletes a file. Gives the new SHA. */
  push(project: string | number, branch: string, files: Record<string, string | null>): string;
  deleteBranch(project: string | number, name: string): void;
  /** Tags the head of a branch; gives the commit. */
  tag(project: string | number, name: string, branch: string): string;
  /** From now on the old path answers 301. */
  moveProject(project: string | number, path: string): void;
  /** A random `glptt-…`; pipelines run as `owner` (default: release-bot, maintainer). */
  addTriggerToken(project: string | number, wanted?: { owner?: string; role?: Role }): string;
  /** A random `glpat-…`. `missing` makes it a fine-grained token without that permission. */
  addAccessToken(wanted: {
    project: string | number;
    scopes: AccessToken['scopes'];
    role?: Role;
    user?: string;
    missing?: string;
  }): string;
  /** Revokes or expires an access or trigger token. */
  revokeToken(token: string, state?: 'revoked' | 'expired'): void;
  pipeline(id: number): Pipeline;
  deletePipeline(id: number): void;
  /** The pipeline reports `status` and starts no further job until `release`, a cancel or a retry. */
  hold(which: Which, status: Status): void;
  release(id: number): void;
  /** The pipeline reports one of these for each look at it, the last one for ever. */
  scriptStatuses(statuses: Status[], which?: Which): void;
  /** Sets the status of a job or bridge; what waits for it goes on. */
  setJob(id: number, name: string, status: Status): void;
  /** Every answer carries `text` from now on; undefined ends that. */
  plantMarker(text: string | undefined, options?: { inPipelineNames?: boolean; keep?: string[] }): void;
}

/** What the verbs act upon. */
export interface VerbOptions {
  world: World;
  clock: SandboxClock;
  engine: Engine;
  folder: string;
  planted: { marker: Marker | undefined; report: Report };
}

/** Settings of a GitLab of today whose owner allows pipeline variables, and quick virtual waits. */
const SETTINGS: ProjectSettings = {
  pipelineVariablesMinimumOverrideRole: 'developer',
  refusesTriggerPayload: false,
  creationsPerMinute: 25,
  lagMs: 0,
  yamlErrorStatus: 201,
  createdMs: 300,
  queueMs: 700,
  bridgeStatus: 'success',
};

/** Makes the verbs. */
export function createVerbs({ world, clock, engine, folder, planted }: VerbOptions): Verbs {
  const project = (which: string | number): Project => {
    const found = [...world.projects.values()].find((one) => one.id === which || one.path === which);
    return found ?? unknown('project', which);
  };
  const pipeline = (id: number): Pipeline => world.pipelines.get(id) ?? unknown('pipeline', id);
  const protect = (of: Project, name: string, least: Role) => of.protectedBranches.set(name, least);
  const report = (which: Which, wanted: Report) => {
    if (which === 'next') planted.report = wanted;
    else pipeline(which).report = wanted;
  };
  const random = (prefix: string) => `${prefix}-${randomBytes(15).toString('base64url')}`;

  return {
    project,
    pipeline,
    addProject: ({ path, id = world.nextId(), files, defaultBranch = 'main', settings }) => {
      const origin = `https://gitlab.example.com/${path}.git`;
      const repository = createRepository(join(folder, `project-${id}`), origin, defaultBranch, clock.now);
      repository.commit(defaultBranch, files);
      const made: Project = {
        id,
        path,
        formerPaths: [],
        defaultBranch,
        repository,
        protectedBranches: new Map(),
        settings: { ...SETTINGS, ...settings },
        createdAt: clock.now(),
        nextIid: 1,
      };
      world.projects.set(id, made);
      return made;
    },
    addBranch: (which, name, { protected: isProtected = false, files = {} } = {}) => {
      const of = project(which);
      const head = of.repository.branches.get(of.defaultBranch) ?? '';
      const isEmpty = Object.keys(files).length === 0;
      if (isEmpty) of.repository.branchAt(name, head);
      else of.repository.commit(name, files, of.defaultBranch);
      if (isProtected) protect(of, name, isProtected === true ? 'maintainer' : isProtected);
      return of.repository.branches.get(name) ?? head;
    },
    protectBranch: (which, name, least = 'maintainer') => {
      protect(project(which), name, least);
    },
    push: (which, branch, files) => project(which).repository.commit(branch, files),
    deleteBranch: (which, name) => project(which).repository.deleteBranch(name),
    tag: (which, name, branch) => {
      const { branches, tags } = project(which).repository;
      const sha = branches.get(branch) ?? unknown('branch', branch);
      tags.set(name, sha);
      return sha;
    },
    moveProject: (which, path) => {
      const of = project(which);
      of.formerPaths.push(of.path);
      of.path = path;
    },
    addTriggerToken: (which, { owner = 'release-bot', role = 'maintainer' } = {}) => {
      const token = random('glptt');
      const of = { projectId: project(which).id, owner: userNamed(world, owner) };
      world.triggerTokens.push({ ...of, token, id: world.nextId(), role, state: 'active' });
      return token;
    },
    addAccessToken: ({ project: which, scopes, role = 'developer', user = 'bridge-bot', missing }) => {
      const token = random('glpat');
      const of = { projectId: project(which).id, user: userNamed(world, user), scopes, role, missing };
      world.accessTokens.push({
        ...of,
        token,
        id: world.nextId(),
        state: 'active',
        createdAt: clock.now(),
      });
      return token;
    },
    revokeToken: (token, state = 'revoked') => {
      const access = world.accessTokens.find((one) => one.token === token);
      if (access) {
        access.state = state;
        return;
      }
      const trigger = world.triggerTokens.find((one) => one.token === token);
      if (!trigger) return unknown('token', `${token.slice(0, 6)}…`);
      trigger.state = 'revoked';
    },
    deletePipeline: (id) => {
      engine.cancel(pipeline(id));
      world.pipelines.delete(id);
    },
    hold: (which, status) => report(which, { kind: 'held', status }),
    release: (id) => {
      report(id, { kind: 'real' });
      engine.look(pipeline(id));
    },
    scriptStatuses: (statuses, which = 'next') => report(which, { kind: 'script', left: [...statuses] }),
    setJob: (id, name, status) => {
      const of = pipeline(id);
      const job = of.jobs.findLast((one) => one.plan.name === name) ?? unknown('job', name);
      job.status = status;
      engine.look(of);
    },
    plantMarker: (text, { inPipelineNames = false, keep = [] } = {}) => {
      planted.marker = text === undefined ? undefined : { text, inPipelineNames, keep };
    },
  };
}

function unknown(kind: string, which: string | number): never {
  throw new Error(`The sandbox's GitLab has no ${kind} ${which}.`);
}
