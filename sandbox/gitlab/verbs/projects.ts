/** Verbs that make and change projects, their branches and tags. */
import { join } from 'node:path';
import type { Role } from '../people.ts';
import type { Project, ProjectSettings } from '../project.ts';
import { createRepository } from '../repository.ts';
import { projectOf, unknown, type World } from '../world.ts';

/** Settings of a GitLab of today whose owner allows pipeline variables, and quick virtual waits. */
const SETTINGS: ProjectSettings = {
  pipelineVariablesMinimumOverrideRole: 'developer',
  refusesTriggerPayload: false,
  creationsPerMinute: 25,
  lagMs: 0,
  yamlErrorStatus: undefined,
  createdMs: 300,
  queueMs: 700,
  visibility: 'private',
  publicJobs: true,
  bridgeStatus: 'success',
};

/** Projects are named by path or id; every verb throws when what it names is unknown. `folder` takes repositories. */
export function projectVerbs(world: World, folder: string) {
  const protect = (of: Project, name: string, least: Role) => of.protectedBranches.set(name, least);
  return {
    project: (which: string | number): Project => projectOf(world, which),

    /** A project with one commit on its default branch. */
    addProject(wanted: {
      path: string;
      id?: number;
      files: Record<string, string>;
      defaultBranch?: string;
      settings?: Partial<ProjectSettings>;
    }): Project {
      const { path, id = world.nextId(), files, defaultBranch = 'main', settings } = wanted;
      const origin = `https://gitlab.example.com/${path}.git`;
      const repository = createRepository(join(folder, `project-${id}`), origin, defaultBranch, world.now);
      repository.commit(defaultBranch, files);
      const made: Project = {
        id,
        path,
        formerPaths: [],
        defaultBranch,
        repository,
        protectedBranches: new Map(),
        pushRoles: new Map(),
        settings: { ...SETTINGS, ...settings },
        createdAt: world.now(),
        nextIid: 1,
      };
      world.projects.set(id, made);
      return made;
    },

    /** Adds a branch at the head of the default one, with `files` on top. Gives its SHA. */
    addBranch(
      which: string | number,
      name: string,
      wanted: { protected?: boolean | Role; files?: Record<string, string | null> } = {},
    ): string {
      const { protected: isProtected = false, files = {} } = wanted;
      const of = projectOf(world, which);
      const head = of.repository.branches.get(of.defaultBranch) ?? '';
      const isEmpty = Object.keys(files).length === 0;
      if (isEmpty) of.repository.branchAt(name, head);
      else of.repository.commit(name, files, of.defaultBranch);
      if (isProtected) protect(of, name, isProtected === true ? 'maintainer' : isProtected);
      return of.repository.branches.get(name) ?? head;
    },

    /** Only `least` and above may push to the branch and run pipelines on it. */
    protectBranch(
      which: string | number,
      name: string,
      least: Role = 'maintainer',
      push: Role = least,
    ): void {
      const of = projectOf(world, which);
      protect(of, name, least);
      of.pushRoles.set(name, push);
    },

    /** Commits to a branch; null deletes a file. Gives the new SHA. */
    push: (which: string | number, branch: string, files: Record<string, string | null>): string =>
      projectOf(world, which).repository.commit(branch, files),

    deleteBranch(which: string | number, name: string): void {
      projectOf(world, which).repository.deleteBranch(name);
    },

    /** Tags the head of a branch; gives the commit. */
    tag(which: string | number, name: string, branch: string): string {
      const { branches, tags } = projectOf(world, which).repository;
      const sha = branches.get(branch) ?? unknown('branch', branch);
      tags.set(name, sha);
      return sha;
    },

    /** From now on the old path answers 301. */
    moveProject(which: string | number, path: string): void {
      const of = projectOf(world, which);
      of.formerPaths.push(of.path);
      of.path = path;
    },
  };
}
