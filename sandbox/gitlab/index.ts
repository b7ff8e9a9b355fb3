import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import type { SandboxClock } from '../clock.ts';
import { createApp } from './app.ts';
import { createPipeline } from './create.ts';
import { createEngine } from './engine.ts';
import { createEvaluator, type EvaluationCost } from './evaluate.ts';
import { createIdTokens } from './id-token.ts';
import { keptEvaluations } from './kept.ts';
import type { Marker } from './marker.ts';
import { createMachine } from './process.ts';
import { createVerbs, type Verbs } from './verbs.ts';
import type { Report, World } from './world.ts';

/** The sandbox's GitLab: an app, its world, and verbs by which a test changes the world. */
export interface GitLab extends Verbs {
  app: Hono;
  world: World;
  /** Base URL without `/api/v4` and without a slash at its end; may carry a path. Set it after listening. */
  url: string;
  /** What evaluations of CI files have cost so far. */
  cost: EvaluationCost;
  /** Kills every job, waits for the ends and removes the folder. May be called twice. */
  close(): Promise<void>;
}

/** How to make a GitLab. */
export interface GitLabOptions {
  clock: SandboxClock;
  url?: string;
  /** Where repositories and jobs live; a new temporary folder when absent. Removed by `close`. */
  folder?: string;
  /** Folders that jobs find in PATH before the system's. */
  jobPath?: string[];
  /** Further variables of every job, asked for when a job starts. */
  jobVariables?: () => Record<string, string>;
}

/** Makes a GitLab without projects. It listens to nothing: `serve` its app, or call `app.request`. */
export function createGitLab(options: GitLabOptions): GitLab {
  const { clock } = options;
  if (options.folder !== undefined) mkdirSync(options.folder, { recursive: true });
  const folder = mkdtempSync(join(options.folder ?? tmpdir(), 'gitlab-'));
  const instance = { url: options.url ?? '' };
  let id = 1000 + randomBytes(2).readUInt16BE();
  const world: World = {
    projects: new Map(),
    pipelines: new Map(),
    accessTokens: [],
    triggerTokens: [],
    users: new Map(),
    settings: { callsPerMinute: Number.POSITIVE_INFINITY, version: '18.6.0-ee' },
    processes: [],
    nextId: () => id++,
  };
  const planted: { marker: Marker | undefined; report: Report } = {
    marker: undefined,
    report: { kind: 'real' },
  };
  const idTokens = createIdTokens(instance, clock);
  const engine = createEngine({
    world,
    clock,
    instance,
    folder,
    machine: createMachine(folder, clock.scale, options.jobPath ?? []),
    extras: async (pipeline, job) => ({
      ...options.jobVariables?.(),
      ...(await idTokens.variables(pipeline, job)),
    }),
  });
  const evaluator = createEvaluator(folder, keptEvaluations());
  const nextReport = (): Report => {
    const report = planted.report;
    planted.report = { kind: 'real' };
    return report;
  };
  const app = createApp({
    service: {
      world,
      clock,
      instance,
      engine,
      create: (request) => createPipeline(request, { world, clock, instance, evaluator, engine, nextReport }),
    },
    idTokens,
    marker: () => planted.marker,
  });
  return {
    ...createVerbs({ world, clock, engine, folder, planted }),
    app,
    world,
    cost: evaluator.cost,
    get url() {
      return instance.url;
    },
    set url(value) {
      instance.url = value.replace(/\/$/, '');
    },
    close: async () => {
      await engine.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
