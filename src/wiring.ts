import { systemClock } from './clock.ts';
import type { Run } from './gate/evidence.ts';
import { createGitHubClient } from './github/client.ts';
import { createOctokit } from './github/octokit.ts';
import type { Bridge, Log, Memory } from './modes/bridge.ts';
import { createTransport } from './net/transport.ts';
import type { Pipelines } from './pipeline/pipeline.ts';
import type { Refs } from './pipeline/ref.ts';
import type { Settings } from './settings.ts';

/** What the edge of the house contributes. */
export interface Edge {
  readonly run: Run;
  readonly log: Log;
  readonly memory: Memory;
  readonly audit: Bridge['audit'];
  readonly interrupted: AbortSignal;
  readonly env: NodeJS.ProcessEnv;
}

/** Builds the clients over one transport and hands them to a mode. The only place where rooms meet the SDKs. */
export function wire(settings: Settings, edge: Edge): Bridge {
  const send = createTransport({
    clock: systemClock,
    random: Math.random,
    proxyEnv: edge.env,
    ...(settings.caCertificate !== undefined && { ca: settings.caCertificate }),
  });
  const { token, membershipToken, duplicateToken, apiUrl, repository } = settings.github;
  const octokit = createOctokit({ token, baseUrl: apiUrl, send });
  const other = (own: string) =>
    own === token ? octokit : createOctokit({ token: own, baseUrl: apiUrl, send });
  const membership = other(membershipToken);
  const duplication = other(duplicateToken);
  const { run, log, memory, audit, interrupted } = edge;
  return {
    settings,
    run,
    github: createGitHubClient({ octokit, membership, duplication, repository }),
    gitlab: lazily(async () => {
      const { createGitLabClient } = await import('./gitlab/client.ts');
      return createGitLabClient({ ...settings.gitlab, send });
    }),
    log,
    memory,
    audit,
    clock: systemClock,
    interrupted,
  };
}

/** GitLab's SDK is loaded by the first call: a run that is refused at the gate never pays for it. */
function lazily(load: () => Promise<Pipelines & Refs>): Pipelines & Refs {
  let loaded: Promise<Pipelines & Refs> | undefined;
  const gitlab = () => {
    loaded ??= load();
    return loaded;
  };
  return {
    create: async (request) => (await gitlab()).create(request),
    find: async (key) => (await gitlab()).find(key),
    recent: async (since) => (await gitlab()).recent(since),
    durations: async (keyEnding) => (await gitlab()).durations(keyEnding),
    keyVariable: async (id) => (await gitlab()).keyVariable(id),
    jobs: async (id) => (await gitlab()).jobs(id),
    scopes: async () => (await gitlab()).scopes(),
    get: async (id) => (await gitlab()).get(id),
    retry: async (id) => (await gitlab()).retry(id),
    cancel: async (id) => (await gitlab()).cancel(id),
    rename: async (id, name) => (await gitlab()).rename(id, name),
    branch: async (name) => (await gitlab()).branch(name),
    tag: async (name) => (await gitlab()).tag(name),
    defaultBranch: async () => (await gitlab()).defaultBranch(),
  };
}
