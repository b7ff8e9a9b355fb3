import { systemClock } from '../clock.ts';
import { reasonOfFailure } from '../facts/ask.ts';
import type { Run } from '../facts/event.ts';
import { createGitHubClient } from '../github/client.ts';
import { idTokenFrom } from '../github/id-token.ts';
import { patientWithNew } from '../github/new-token.ts';
import { createOctokit } from '../github/octokit.ts';
import type { GitLabClient } from '../gitlab/client.ts';
import type { Log } from '../log.ts';
import { commentsOf } from '../modes/comments.ts';
import type { Ports } from '../modes/ports.ts';
import { withoutEffect } from '../net/failure.ts';
import type { Send } from '../net/transport.ts';
import { oursOf } from '../pipeline/ours.ts';
import { reasonOf } from '../reasons.ts';
import type { Settings } from '../settings.ts';
import { gitLabTokens } from './gitlab-tokens.ts';
import { hide } from './runner.ts';
import { readerOf, transportFor, type VaultEdge } from './vault-wiring.ts';

/** What the edge of the house contributes. */
export interface Edge extends VaultEdge {
  readonly run: Run;
  readonly audit: Ports['audit'];
}

/** What a mode is handed, and what is done when it is over. */
export interface Wired {
  readonly ports: Ports;
  /** Gives back what Vault has lent. Never rejects, and is over in time, whatever Vault does. */
  close(): Promise<void>;
}

/** Builds the clients over one transport and hands them to a mode. The only place where rooms meet the SDKs. */
export function wire(settings: Settings, edge: Edge): Wired {
  const { url, project, creators } = settings.gitlab;
  const send = transportFor(settings, edge.env);
  const { token, membershipToken, duplicateToken, apiUrl, repository } = settings.github;
  const clientOf = (own: string) =>
    createOctokit({ token: own, baseUrl: apiUrl, send: patientWithNew(send, systemClock) });
  const octokit = clientOf(token);
  const other = (own: string) => (own === token ? octokit : clientOf(own));
  const membership = other(membershipToken);
  const duplication = other(duplicateToken);
  const { run, log, memory, audit, interrupted } = edge;
  const vault = readerOf(settings, edge, send);
  const readTokens = () => gitLabTokens(settings.gitlab, vault.read, hide).catch(withoutEffect);
  const github = createGitHubClient({ octokit, membership, duplication, repository });
  const ports: Ports = {
    settings,
    run,
    github,
    commentOn: commentsOf({ settings, github, clock: systemClock, log, interrupted }),
    gitlab: lazily(async () => {
      const [{ createGitLabClient }, { withRotated }, tokens] = await Promise.all([
        import('../gitlab/client.ts'),
        import('../gitlab/rotated.ts'),
        readTokens(),
      ]);
      const isFetched = settings.gitlab.token?.from === 'vault';
      const another = async () => (await readTokens().catch(sayTo(log))).token;
      const lasting = isFetched ? withRotated(send, another) : send;
      const created = createGitLabClient({ url, project, ...tokens, send: lasting });
      const client = settings.pipeline.proof ? await withProofs(created, edge.env, send) : created;
      const byTrigger = tokens.triggerToken !== undefined;
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
  return { ports, close: vault.close };
}

/** The same client, each of whose starts carries a proof. Who sends none does not pay for it. */
async function withProofs(client: GitLabClient, env: NodeJS.ProcessEnv, send: Send): Promise<GitLabClient> {
  const { proving } = await import('../proof/sign.ts');
  return proving(client, {
    project: client.projectId,
    idToken: async (audience) => {
      const token = await idTokenFrom(env, audience, send)();
      hide(token);
      return token;
    },
  });
}

/** For `catch`: why GitLab's new token could not be read, which the refusal of the old one does not tell. */
const sayTo =
  (log: Log) =>
  (error: unknown): never => {
    const code = reasonOfFailure(error);
    const { sentence, remedy } = reasonOf(code);
    log.warning(`GitLab refuses the token, and no newer one could be read (${code}): ${sentence}. ${remedy}`);
    throw error;
  };

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
