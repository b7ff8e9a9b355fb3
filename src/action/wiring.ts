import { systemClock } from '../clock.ts';
import { reasonOfFailure } from '../facts/ask.ts';
import type { Run } from '../facts/event.ts';
import { createGitHubClient } from '../github/client.ts';
import { idTokenFrom } from '../github/id-token.ts';
import { patientWithNew } from '../github/new-token.ts';
import { createOctokit } from '../github/octokit.ts';
import type { Log } from '../log.ts';
import type { Memory } from '../memory.ts';
import type { Ports } from '../modes/ports.ts';
import { repeatedly } from '../net/again.ts';
import { withoutEffect } from '../net/failure.ts';
import { createTransport, type Send } from '../net/transport.ts';
import { oursOf } from '../pipeline/ours.ts';
import { reasonOf } from '../reasons.ts';
import type { KeptLease, Login } from '../secrets/secrets.ts';
import type { Settings, VaultAccess } from '../settings.ts';
import { gitLabTokens, type ReadVault } from './gitlab-tokens.ts';
import { hide } from './runner.ts';
import { seal } from './seal.ts';

/** What the edge of the house contributes. */
export interface Edge {
  readonly run: Run;
  readonly log: Log;
  readonly memory: Memory;
  readonly audit: Ports['audit'];
  readonly interrupted: AbortSignal;
  readonly env: NodeJS.ProcessEnv;
}

/** What a mode is handed, and what is done when it is over. */
export interface Wired {
  readonly ports: Ports;
  /** Gives back what Vault has lent. Never rejects, and is over in time, whatever Vault does. */
  close(): Promise<void>;
}

/** So long (ms) a run that is over waits for Vault at most: what is not given back by then is left to `post`. */
const mostToClose = 5_000;

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
  const leases: KeptLease[] = [];
  const readVault = vaultReader(settings, edge, send, leases);
  const readTokens = () => gitLabTokens(settings.gitlab, readVault, hide).catch(withoutEffect);
  const ports: Ports = {
    settings,
    run,
    github: createGitHubClient({ octokit, membership, duplication, repository }),
    gitlab: lazily(async () => {
      const [{ createGitLabClient }, { withRotated }, tokens] = await Promise.all([
        import('../gitlab/client.ts'),
        import('../gitlab/rotated.ts'),
        readTokens(),
      ]);
      const isFetched = settings.gitlab.token?.from === 'vault';
      const another = async () => (await readTokens().catch(sayTo(log))).token;
      const lasting = isFetched ? withRotated(send, another) : send;
      const client = createGitLabClient({ url, project, ...tokens, send: lasting });
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
  const close = async () => {
    const inTime = new AbortController();
    const ended = Promise.all(leases.map((lease) => lease.end()));
    const late = systemClock.sleep(mostToClose, inTime.signal).then(() => 'late' as const);
    if ((await Promise.race([ended, late])) === 'late')
      log.warning('Vault has not confirmed in time that it got back what it has lent');
    inTime.abort();
  };
  return { ports, close };
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

/** A transport, which carries proxy, private CA and deadlines. */
const transportFor = (
  { caCertificate }: Settings,
  proxyEnv: NodeJS.ProcessEnv,
  bounds: { readonly deadline?: number; readonly signal?: AbortSignal } = {},
): Send =>
  createTransport({
    ...{ clock: systemClock, random: Math.random, proxyEnv, ...bounds },
    ...(caCertificate !== undefined && { ca: caCertificate }),
  });

/**
 * Reads in Vault as the inputs say. A token that is held meanwhile is kept for `post`, sealed; where it stays, because
 * what was read has a lease, that is put to `leases`.
 */
function vaultReader(settings: Settings, edge: Edge, send: Send, leases: KeptLease[]): ReadVault {
  const { vault: access, github } = settings;
  const { log, memory, env } = edge;
  // Another one is held beside the first where what was read has a lease, and is read again.
  const held = new Set<string>();
  return async (wanted) => {
    if (access === undefined) throw new RangeError('nothing is to be read in Vault');
    const [{ createVault }, { fetchSecrets }] = await Promise.all([
      import('../vault/client.ts'),
      import('../secrets/fetch.ts'),
    ]);
    // Whoever is cancelled already reads all the same: what runs in GitLab has to be stopped.
    const interrupted = edge.interrupted.aborted ? undefined : edge.interrupted;
    const reading = interrupted ? transportFor(settings, env, { signal: interrupted }) : send;
    // The answer to a log-in is waited for: else nobody could give that token back.
    const patiently: Send = (request) => (request.method === 'GET' ? reading : send)(request);
    const vault = createVault({ ...addressOf(access), send: patiently });
    const onToken = (token: string, state: 'held' | 'revoked') => {
      if (state === 'held') {
        hide(token);
        held.add(token);
      } else held.delete(token);
      memory.save('vault', held.size === 0 ? 'no' : seal([...held].join(' '), github.token));
    };
    const ports = { vault, log, onToken, interrupted, clock: systemClock, random: Math.random };
    const fetched = await fetchSecrets(ports, loginBy(access, env, patiently), wanted, access.kvVersion);
    if (fetched.lease) leases.push(fetched.lease);
    return fetched;
  };
}

/** A machine that is shutting down does not wait long (ms), and the last pause is not counted in. */
const mostToRevoke = 15_000;
const revokePauses = [500, 1_000, 2_000, 4_000];

/**
 * Gives back the Vault token of a run that was killed before it could; tries for some seconds. Rejects with a
 * ServiceFailure of Vault.
 */
export async function revokeLeft(settings: Settings, env: NodeJS.ProcessEnv, token: string): Promise<void> {
  if (settings.vault === undefined) return;
  const [{ createVault }, { revoke }] = await Promise.all([
    import('../vault/client.ts'),
    import('../secrets/fetch.ts'),
  ]);
  const send = transportFor(settings, env, { deadline: systemClock.now() + mostToRevoke });
  const vault = createVault({ ...addressOf(settings.vault), send });
  await repeatedly(() => revoke(vault, token), {
    ...{ clock: systemClock, pauses: revokePauses, longestWait: 4_000 },
    lasts: ({ transport }) => transport === 'run-deadline',
  });
}

const addressOf = ({ url, namespace }: VaultAccess) => ({
  url,
  ...(namespace !== undefined && { namespace }),
});

function loginBy({ auth }: VaultAccess, env: NodeJS.ProcessEnv, send: Send): Login {
  if (auth.method !== 'jwt') return auth;
  const identity = idTokenFrom(env, auth.audience, send);
  return {
    ...auth,
    identity: async () => {
      const token = await identity();
      hide(token);
      return token;
    },
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
