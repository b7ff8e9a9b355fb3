/** Builds the client of Vault over the transport. The only place of this edge where rooms meet the SDK. */
import { readFileSync } from 'node:fs';
import { failed } from '../child/exit.ts';
import { systemClock } from '../clock.ts';
import { idTokenFrom } from '../github/id-token.ts';
import type { Log } from '../log.ts';
import { createTransport, type Send } from '../net/transport.ts';
import type { SecretPorts } from '../secrets/fetch.ts';
import type { Login } from '../secrets/secrets.ts';
import { createVault } from '../vault/client.ts';
import type { Failed } from './io.ts';
import type { Means, Server } from './login.ts';

/** What the process contributes. */
export interface Edge {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  /** Aborted by a signal while there is no child yet. */
  readonly interrupted: AbortSignal;
}

/** Vault and the way in, ready to be asked. */
export interface Wired {
  readonly ok: true;
  readonly ports: SecretPorts;
  readonly login: Login;
  /** Whether GitHub has refused an ID token: then Vault was not asked, whatever the failure is called. */
  identityFailed(): boolean;
}

/** Builds both. */
export function wire(server: Server, means: Means, edge: Edge): Wired | Failed {
  const { interrupted, env } = edge;
  const certificates = server.certificates === undefined ? [] : readCertificates(server.certificates);
  if (certificates === undefined)
    return { ok: false, exit: failed, said: ['the file of VAULT_CACERT or --vault-ca cannot be read'] };
  const [ca] = certificates;
  const common = { clock: systemClock, random: Math.random, proxyEnv: env, ...(ca !== undefined && { ca }) };
  const send = untilInterrupted(
    createTransport(common),
    createTransport({ ...common, signal: interrupted }),
    interrupted,
  );
  const { url, namespace } = server;
  const vault = createVault({ url, send, ...(namespace !== undefined && { namespace }) });
  const clock = {
    ...systemClock,
    sleep: (ms: number, signal?: AbortSignal) =>
      systemClock.sleep(ms, signal === undefined ? interrupted : AbortSignal.any([signal, interrupted])),
  };
  let refused = false;
  const login = loginBy(means, send, () => {
    refused = true;
  });
  const ports = { vault, clock, random: Math.random, log: edge.log };
  return { ok: true, ports, login, identityFailed: () => refused };
}

/** None where the file cannot be read. */
function readCertificates(file: string): readonly string[] | undefined {
  try {
    return [readFileSync(file, 'utf8')];
  } catch {
    return undefined;
  }
}

/**
 * Once we are interrupted nothing new is asked but that a token or lease be revoked. What only reads is given up at once; a log-in
 * that is under way is waited for, because nobody could revoke a token of which the answer was not read.
 */
function untilInterrupted(patient: Send, interruptible: Send, interrupted: AbortSignal): Send {
  return (request) => {
    const revokes = /\/(?:revoke-self|leases\/revoke)$/.test(request.url);
    const begins = request.method.toUpperCase() !== 'GET' && !interrupted.aborted;
    return revokes || begins ? patient(request) : interruptible(request);
  };
}

function loginBy(means: Means, send: Send, onRefused: () => void): Login {
  switch (means.method) {
    case 'token':
    case 'approle':
      return means;
    case 'id-token': {
      const { mount, role, jwt } = means;
      return { method: 'jwt', mount, role, identity: async () => jwt };
    }
    case 'github': {
      const { mount, role, audience } = means;
      const asked = {
        ACTIONS_ID_TOKEN_REQUEST_URL: means.requestUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: means.requestToken,
      };
      const idToken = idTokenFrom(asked, audience, send);
      const identity = () =>
        idToken().catch((error: unknown) => {
          onRefused();
          throw error;
        });
      return { method: 'jwt', mount, role, identity };
    }
  }
}
