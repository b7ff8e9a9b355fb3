/** Verbs of an administrator: what a repository is set up with. */
import type { SetUp } from '../repository.ts';
import { repositoryOf, type World } from '../world.ts';
import { labelOf } from './pulls.ts';

/** All throw when the repository is unknown. */
export function setUpVerbs(world: World) {
  const setUpOf = (name: string): SetUp => repositoryOf(world, name).setUp;
  return {
    /** Makes labels that are not there yet. */
    makeLabels(repo: string, names: readonly string[]): void {
      for (const name of names) labelOf(world, repositoryOf(world, repo), name);
    },

    /** Makes an environment, or changes who may use it. */
    setEnvironment(repo: string, name: string, branches: 'any' | 'protected' | 'named' = 'named'): void {
      setUpOf(repo).environments.set(name, branches);
    },

    /** Sets a secret of the repository, or of one of its environments. */
    setSecret(repo: string, name: string, environment = ''): void {
      const { secrets } = setUpOf(repo);
      secrets.set(environment, new Set([...(secrets.get(environment) ?? []), name]));
    },

    /** Requires statuses on the default branch, in place of those before. `integration`: the App that must write it. */
    requireStatuses(repo: string, ...required: { context: string; integration?: number }[]): void {
      setUpOf(repo).required = required.map(({ context, integration }) => ({ context, integration }));
    },

    /** What a job's token may do where its file says nothing. */
    setUsualPermissions(repo: string, usual: 'read' | 'write'): void {
      setUpOf(repo).usualPermissions = usual;
    },
  };
}
