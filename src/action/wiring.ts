import { systemClock } from '../clock.ts';
import type { Run } from '../facts/event.ts';
import { createGitHubClient } from '../github/client.ts';
import { patientWithNew } from '../github/new-token.ts';
import { createOctokit } from '../github/octokit.ts';
import type { Log } from '../log.ts';
import type { Memory } from '../memory.ts';
import type { Ports } from '../modes/ports.ts';
import { createTransport } from '../net/transport.ts';
import { oursOf } from '../pipeline/ours.ts';
import type { Settings } from '../settings.ts';

/** What the edge of the house contributes. */
export interface Edge {
  readonly run: Run;
  readonly log: Log;
  readonly memory: Memory;
  readonly audit: Ports['audit'];
  readonly interrupted: AbortSignal;
  readonly env: NodeJS.ProcessEnv;
}

/** Builds the clients over one transport and hands them to a mode. The only place where rooms meet the SDKs. */
export function wire(settings: Settings, edge: Edge): Ports {
  const { creators, triggerToken } = settings.gitlab;
  const send = createTransport({
    clock: systemClock,
    random: Math.random,
    proxyEnv: edge.env,
    ...(settings.caCertificate !== undefined && { ca: settings.caCertificate }),
  });
  const { token, membershipToken, duplicateToken, apiUrl, repository } = settings.github;
  const clientOf = (own: string) =>
    createOctokit({ token: own, baseUrl: apiUrl, send: patientWithNew(send, systemClock) });
  const octokit = clientOf(token);
  const other = (own: string) => (own === token ? octokit : clientOf(own));
  const membership = other(membershipToken);
  const duplication = other(duplicateToken);
  const { run, log, memory, audit, interrupted } = edge;
  return {
    settings,
    run,
    github: createGitHubClient({ octokit, membership, duplication, repository }),
    gitlab: lazily(async () => {
      const { createGitLabClient } = await import('../gitlab/client.ts');
      const client = createGitLabClient({ ...settings.gitlab, send });
      const byTrigger = triggerToken !== undefined;
      const showsKey = settings.pipeline.passAs === 'variables' && !byTrigger;
      const ownership = { creators, byTrigger, showsKey };
      return { ...client, ...oursOf(client, ownership, { clock: systemClock, log }) };
    }),
    log,
    memory,
    audit,
    clock: systemClock,
    interrupted,
  };
}

/** Loads a client by its first call: a run that is refused at the gate never pays for GitLab's SDK. */
function lazily<T extends object>(load: () => Promise<T>): T {
  let loading: Promise<T> | undefined;
  const call =
    (name: keyof T) =>
    async (...given: readonly unknown[]): Promise<unknown> => {
      loading ??= load();
      const method = (await loading)[name] as (...given: readonly unknown[]) => unknown;
      return method(...given);
    };
  return new Proxy({} as T, { get: (_, name) => call(name as keyof T) });
}
