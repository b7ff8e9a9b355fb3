/** Builds the client of Vault: reads with it, and gives back what it lends. */
import { systemClock } from '../clock.ts';
import type { Visit } from '../doctor/vault.ts';
import { idTokenFrom } from '../github/id-token.ts';
import type { Log } from '../log.ts';
import type { Memory } from '../memory.ts';
import { repeatedly } from '../net/again.ts';
import { createTransport, type Send } from '../net/transport.ts';
import type { KeptLease, Login, Wanted } from '../secrets/secrets.ts';
import type { Settings, VaultAccess } from '../settings.ts';
import type { ReadVault } from './gitlab-tokens.ts';
import { hide } from './runner.ts';
import { seal } from './seal.ts';

/** What the edge contributes. */
export interface VaultEdge {
  readonly log: Log;
  readonly memory: Memory;
  readonly interrupted: AbortSignal;
  readonly env: NodeJS.ProcessEnv;
}

/** Vault as the inputs name it. */
export interface VaultReader {
  readonly read: ReadVault;
  /** Gives back what Vault has lent. Never rejects, and is over in time, whatever Vault does. */
  close(): Promise<void>;
}

/** So long (ms) a run that is over waits for Vault at most: what is not given back by then is left to `post`. */
const mostToClose = 5_000;

/** A transport, which carries proxy, private CA and deadlines. */
export const transportFor = (
  { caCertificate }: Settings,
  proxyEnv: NodeJS.ProcessEnv,
  bounds: { readonly deadline?: number; readonly signal?: AbortSignal } = {},
): Send =>
  createTransport({
    ...{ clock: systemClock, random: Math.random, proxyEnv, ...bounds },
    ...(caCertificate !== undefined && { ca: caCertificate }),
  });

/**
 * Reads in Vault as the inputs say. A token that is held meanwhile is kept for `post`, sealed, and where it stays, because
 * what was read has a lease, until `close`.
 */
export function readerOf(settings: Settings, edge: VaultEdge, send: Send): VaultReader {
  const { vault: access, github } = settings;
  const { log, memory, env } = edge;
  const leases: KeptLease[] = [];
  // Another one is held beside the first where what was read has a lease, and is read again.
  const held = new Set<string>();
  const onToken = keeperOf(memory, github.token, held);
  const read: ReadVault = async (wanted) => {
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
    const ports = { vault, log, onToken, interrupted, clock: systemClock, random: Math.random };
    const fetched = await fetchSecrets(ports, loginBy(access, env, patiently), wanted, access.kvVersion);
    if (fetched.lease) leases.push(fetched.lease);
    return fetched;
  };
  const close = async () => {
    const inTime = new AbortController();
    const ended = Promise.all(leases.map((lease) => lease.end()));
    const late = systemClock.sleep(mostToClose, inTime.signal).then(() => 'late' as const);
    if ((await Promise.race([ended, late])) === 'late')
      log.warning('Vault has not confirmed in time that it got back what it has lent');
    inTime.abort();
  };
  return { read, close };
}

/** Keeps the tokens that are held for `post`, sealed. `held` are those of now. */
function keeperOf(
  memory: Memory,
  key: string,
  held: Set<string>,
): (token: string, state: 'held' | 'revoked') => void {
  return (token, state) => {
    if (state === 'held') {
      hide(token);
      held.add(token);
    } else held.delete(token);
    memory.save('vault', held.size === 0 ? 'no' : seal([...held].join(' '), key));
  };
}

/** Visits Vault for the doctor, as the inputs say: one log-in, which is kept for `post` until it is given back. */
export function visitorOf(
  settings: Settings,
  edge: VaultEdge,
  send: Send,
): (wanted: readonly Wanted[]) => Promise<Visit> {
  const { vault: access, github } = settings;
  return async (wanted) => {
    if (access === undefined) throw new RangeError('nothing is to be read in Vault');
    const [{ createVault }, { createRights }, { visit }] = await Promise.all([
      import('../vault/client.ts'),
      import('../vault/rights.ts'),
      import('../doctor/vault.ts'),
    ]);
    const at = { ...addressOf(access), send };
    const onToken = keeperOf(edge.memory, github.token, new Set());
    const { log, interrupted } = edge;
    const ports = {
      vault: createVault(at),
      log,
      onToken,
      interrupted,
      clock: systemClock,
      random: Math.random,
    };
    const login = loginBy(access, edge.env, send);
    const seen = await visit(ports, createRights(at), login, { wanted, kvVersion: access.kvVersion });
    const secrets = seen.secrets.known ? [...seen.secrets.value.values()] : [];
    for (const values of secrets) for (const value of values.values()) hide(value);
    return seen;
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
