/** node-vault over our transport: requests by path, whose answers come back as they were sent. */
import type { client as NodeVaultClient } from 'node-vault';
import { ServiceFailure, TransportFailure, type TransportFailureKind } from '../net/failure.ts';
import { asServiceFailure, refusedBy } from '../net/refusal.ts';
import type { VaultRefusal } from '../net/refusals.ts';
import type { HttpRequest, HttpResponse, Send } from '../net/transport.ts';
import { type Asked, isTlsExpected, known } from './wording.ts';

/**
 * Vault's HTTP API by path, without `v1/` and without a slash at either end: `auth/jwt/login`,
 * `secret/data/functional-tests`. Gives the body as Vault sent it, JSON or empty, so that whoever reads it can keep the
 * digits of numbers. Rejects with a ServiceFailure; `asked` says by which table of known answers.
 */
export interface VaultCalls {
  get(path: string, asked: Asked): Promise<string>;
  /** By GET, so that the transport repeats it: `list=1` is the same as the method LIST (Vault docs, "HTTP API"). */
  list(path: string): Promise<string>;
  /** POST; `data` is sent as JSON. */
  post(path: string, asked: Asked, data?: Record<string, unknown>): Promise<string>;
}

/** What node-vault hands to the function that does its requests. */
interface NodeVaultRequest {
  readonly method: string;
  readonly uri: string;
  readonly headers: Record<string, string>;
  readonly json?: unknown;
  /** Ours: it comes through as it was given. */
  readonly asked: Asked;
}

/**
 * Vault on a standby that has not caught up with the log-in yet (Vault docs, "Eventual consistency"), and one that has
 * no leader at the moment (docs/facts/vault.md, "Server"). Both pass.
 */
const passing = [412, 307];

/**
 * node-vault over our transport, loaded by the first call (it weighs 650 kB). None of the `VAULT_*` variables is
 * honoured, nothing is logged, no redirect is followed (docs/facts/vault.md, "node-vault").
 * @param options.url of the server, with path prefix if it has one
 * @param options.namespace Vault Enterprise and OpenBao; sent as a header
 * @param options.token sent as a header; none for a log-in
 */
export function createCalls(options: {
  readonly url: string;
  readonly namespace: string | undefined;
  readonly token: string | undefined;
  readonly send: Send;
}): VaultCalls {
  let loading: Promise<NodeVaultClient> | undefined;

  const load = async (): Promise<NodeVaultClient> => {
    const { default: nodeVault } = await import('node-vault');
    const client = nodeVault({
      endpoint: options.url.replace(/\/+$/, ''),
      apiVersion: 'v1',
      debug: () => {},
      // Lists by GET.
      noCustomHTTPVerbs: true,
      'request-promise': {
        defaults: () => (request: NodeVaultRequest) => ask(options.send, request),
      },
    } as never);
    // Set afterwards: node-vault takes an empty setting for none and then reads the environment.
    client.token = options.token ?? '';
    return Object.assign(client, { namespace: options.namespace ?? '', pathPrefix: '' });
  };

  const call = async (act: (client: NodeVaultClient) => Promise<unknown>): Promise<string> => {
    if (/\/(?:v1|ui)(?:\/|$)/.test(options.url)) throw refused('address-path');
    try {
      loading ??= load();
      // What our own `ask` gave.
      return (await act(await loading)) as string;
    } catch (thrown) {
      throw named(thrown);
    }
  };
  return {
    get: (path, asked) => call((client) => client.read(encodePath(path), { asked })),
    list: (path) => call((client) => client.list(encodePath(path), { asked: 'list' })),
    post: (path, asked, data) => call((client) => client.write(encodePath(path), data, { asked })),
  };
}

async function ask(send: Send, request: NodeVaultRequest): Promise<unknown> {
  const sent: HttpRequest = {
    method: request.method,
    url: request.uri,
    headers: request.headers,
    retryAlso: passing,
  };
  if (typeof request.json === 'object' && request.json !== null) {
    sent.body = JSON.stringify(request.json);
    sent.headers = { 'content-type': 'application/json', ...request.headers };
  }
  const response = await send(sent);
  if (response.status >= 300) throw refusalOf(response, request.asked);
  // 200 whatever it was: node-vault gives the body of that back untouched.
  return { statusCode: 200, body: response.body, request: { path: '' } };
}

function refusalOf(response: HttpResponse, asked: Asked): ServiceFailure {
  const failure = refusedBy<VaultRefusal>('vault', response, known[asked]);
  if (!isTlsExpected(response.status, response.body)) return failure;
  return new ServiceFailure({ ...failure, kind: 'invalid', mayHaveActed: false, refusal: 'tls-expected' });
}

/** What no answer that can be used means here. */
const byTransport: Readonly<Partial<Record<TransportFailureKind, VaultRefusal>>> = {
  'bad-content': 'no-api',
  'too-large': 'too-large',
  'refused-url': 'address-refused',
  'refused-header': 'header-refused',
};

function named(thrown: unknown): ServiceFailure {
  const failure = asServiceFailure('vault', thrown);
  const refusal = thrown instanceof TransportFailure ? byTransport[thrown.kind] : undefined;
  return refusal === undefined ? failure : new ServiceFailure({ ...failure, refusal });
}

/** A refusal of our own, before anything was sent. */
const refused = (refusal: VaultRefusal): ServiceFailure =>
  new ServiceFailure({ service: 'vault', status: undefined, kind: 'invalid', mayHaveActed: false, refusal });

/** Encodes each segment, so that no part of a name becomes a query or reaches another path. */
const encodePath = (path: string): string =>
  path
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
