/** Builds the client of Vault over the transport. The only place of this edge where rooms meet the SDK. */
import { readFileSync } from 'node:fs';
import { systemClock } from '../clock.ts';
import { createIdTokens } from '../github/id-token.ts';
import type { Log } from '../log.ts';
import { createTransport, type Send } from '../net/transport.ts';
import type { SecretPorts } from '../secrets/fetch.ts';
import type { Login } from '../secrets/secrets.ts';
import { createVault } from '../vault/client.ts';
import type { Means, Server } from './login.ts';

/** What the process contributes. */
export interface Edge {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly log: Log;
  /** Aborted by a signal while there is no child yet. */
  readonly interrupted: AbortSignal;
}

/** Vault and the way in, ready to be asked. Throws where the file of certificates cannot be read. */
export function wire(server: Server, means: Means, edge: Edge): { readonly ports: SecretPorts; readonly login: Login } {
  const { interrupted, env } = edge;
  const common = {
    clock: systemClock,
    random: Math.random,
    proxyEnv: env,
    ...(server.certificates !== undefined && { ca: readFileSync(server.certificates, 'utf8') }),
  };
  const send = untilInterrupted(
    createTransport(common),
    createTransport({ ...common, signal: interrupted }),
    interrupted,
  );
  const vault = createVault({
    url: server.url,
    ...(server.namespace !== undefined && { namespace: server.namespace }),
    send,
  });
  const clock = {
    ...systemClock,
    sleep: (ms: number, signal?: AbortSignal) =>
      systemClock.sleep(ms, signal === undefined ? interrupted : AbortSignal.any([signal, interrupted])),
  };
  return { ports: { vault, clock, random: Math.random, log: edge.log }, login: loginBy(means, send) };
}

/**
 * Once we are interrupted nothing new is asked but that a token be revoked. What only reads is given up at once; a log-in
 * that is under way is waited for, because nobody could revoke a token of which the answer was not read.
 */
function untilInterrupted(patient: Send, interruptible: Send, interrupted: AbortSignal): Send {
  return (request) => {
    const revokes = /\/revoke-self$/.test(request.url);
    const begins = request.method.toUpperCase() !== 'GET' && !interrupted.aborted;
    return revokes || begins ? patient(request) : interruptible(request);
  };
}

function loginBy(means: Means, send: Send): Login {
  switch (means.method) {
    case 'token':
    case 'approle':
      return means;
    case 'id-token': {
      const { mount, role, jwt } = means;
      return { method: 'jwt', mount, role, identity: async () => jwt };
    }
    case 'github': {
      const { mount, role, requestUrl, requestToken, audience } = means;
      const identity = createIdTokens({ requestUrl, requestToken, audience, send });
      return { method: 'jwt', mount, role, identity };
    }
  }
}
