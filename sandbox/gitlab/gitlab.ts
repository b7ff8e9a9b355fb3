/** The sandbox's GitLab: a hono app, its world, and the verbs that change it. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SandboxClock } from '../clock.ts';
import type { Api } from './api.ts';
import { createApp } from './app.ts';
import { createPipeline } from './ci/create.ts';
import { createEngine } from './ci/engine.ts';
import { createEvaluator } from './ci/evaluate.ts';
import { createIdTokens } from './ci/id-token.ts';
import { keptEvaluations } from './ci/kept.ts';
import { createMachine } from './ci/process.ts';
import { sourcesOf } from './ci/remote.ts';
import { createTokens } from './tokens.ts';
import { pipelineVerbs } from './verbs/pipelines.ts';
import { projectVerbs } from './verbs/projects.ts';
import { createWorld } from './world.ts';

/** The sandbox's GitLab, as `createGitLab` makes it. */
export type GitLab = ReturnType<typeof createGitLab>;

/** How to make a GitLab. */
export interface GitLabOptions {
  clock: SandboxClock;
  url?: string;
  /** Default: the newest. Its words follow it (ci/wording.ts). */
  version?: string;
  /** Where repositories and jobs live; a new temporary folder when absent. Removed by `close`. */
  folder?: string;
  /** Folders that jobs find in PATH before the system's. */
  jobPath?: string[];
  /** Further variables of every job, asked for when a job starts. */
  jobVariables?: () => Record<string, string>;
}

/**
 * A GitLab without projects, in virtual time. `url` is its base without `/api/v4` and without a slash at its end; it may
 * carry a path. Set it again once the port is known. `gitlab.app.request(…)` works without a port.
 */
export function createGitLab(options: GitLabOptions) {
  const { clock } = options;
  if (options.folder !== undefined) mkdirSync(options.folder, { recursive: true });
  const folder = mkdtempSync(join(options.folder ?? tmpdir(), 'gitlab-'));
  const world = createWorld(() => clock.now(), options.url ?? '');
  if (options.version !== undefined) world.settings.version = options.version;
  const idTokens = createIdTokens(world);
  const engine = createEngine({
    world,
    clock,
    folder,
    machine: createMachine(folder, clock.scale, options.jobPath ?? []),
    extras: async (pipeline, job) => ({
      ...options.jobVariables?.(),
      ...(await idTokens.variables(pipeline, job)),
    }),
  });
  const evaluator = createEvaluator(folder, keptEvaluations(), sourcesOf(world));
  const create: Api['create'] = (request) => createPipeline(request, { world, evaluator, engine });
  return {
    app: createApp({ world, engine, create }, idTokens),
    world,
    settings: world.settings,
    ...projectVerbs(world, folder),
    ...pipelineVerbs(world, engine, create),
    ...createTokens(world),
    /** What evaluations of CI files have cost so far. */
    cost: evaluator.cost,

    /** Kills every job, waits for the ends and removes the folder; throws where it was asked for what it does not imitate. */
    close: async (): Promise<void> => {
      await engine.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
      world.gaps.settle();
    },

    get url(): string {
      return world.url;
    },
    set url(value: string) {
      world.url = value.replace(/\/$/, '');
    },
  };
}
