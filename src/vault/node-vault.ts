import type { KnownRefusal } from '../net/refusal.ts';
import { asServiceFailure, refusedBy } from '../net/refusal.ts';
import type { VaultRefusal } from '../net/refusals.ts';
import type { HttpRequest, Send } from '../net/transport.ts';

/** Vault on a standby that has not caught up with the log-in yet (Vault docs, "Eventual consistency"). */
const REPLICATION_LAG = 412;

/**
 * Vault's and OpenBao's messages (docs/facts/vault.md, "Answers"). The last three are the bodies of a 404, which has no
 * message.
 */
const KNOWN: readonly KnownRefusal<VaultRefusal>[] = [
  { code: 'replication-lag', status: REPLICATION_LAG, text: /./, kind: 'unavailable' },
  { code: 'sealed', text: /Vault is sealed/i, kind: 'unavailable' },
  { code: 'unknown-mount', text: /missing client token|no handler for route/i },
  { code: 'unknown-role', text: /role \\?"[^"]*" could not be found/i },
  { code: 'audience', text: /audience/i },
  { code: 'bound-claims', text: /bound claim|bound subject|claim \\?"[^"]*" (?:is missing|does not match)/i },
  { code: 'jwt-expired', text: /token is expired|expired \(exp\)/i },
  { code: 'approle-invalid', text: /invalid (?:role or )?secret[ _]id|invalid role[ _]id/i },
  {
    code: 'jwt-invalid',
    text: /(?:validating|verifying|parsing) (?:the )?(?:token|jwt)|token signature|malformed jwt|invalid (?:jwt|issuer)/i,
  },
  { code: 'token-invalid', text: /invalid token|bad token/i },
  { code: 'deleted-version', text: /"data":\s*\{\s*"data":\s*null/ },
  { code: 'wrong-kv-version', text: /"warnings":\s*\[\s*"/ },
  { code: 'absent', text: /^\s*\{\s*"errors":\s*\[\s*\]\s*\}\s*$/ },
];

/**
 * Vault's HTTP API by path, without `v1/` and without a slash at either end: `auth/jwt/login`,
 * `secret/data/functional-tests`. Gives the parsed JSON, or undefined where Vault answers without a body.
 * Rejects with a ServiceFailure.
 */
export interface VaultCalls {
  read(path: string): Promise<unknown>;
  /** POST; `data` is sent as JSON. */
  write(path: string, data?: Record<string, unknown>): Promise<unknown>;
  /** The same Vault, asked with this token. */
  withToken(token: string): Promise<VaultCalls>;
}

/** What node-vault hands to the function that does its requests. */
interface NodeVaultRequest {
  method: string;
  uri: string;
  headers: Record<string, string>;
  json?: unknown;
}

/**
 * node-vault over our transport, loaded when first needed (it weighs 650 kB). None of the `VAULT_*` variables is
 * honoured, nothing is logged, no redirect is followed (docs/facts/vault.md, "node-vault").
 * @param options.url of the server, with path prefix if it has one
 * @param options.namespace Vault Enterprise and OpenBao; sent as a header
 * @param options.token sent as a header; none for a log-in
 */
export async function createVault(options: {
  url: string;
  namespace?: string;
  token?: string;
  send: Send;
}): Promise<VaultCalls> {
  const { default: nodeVault } = await import('node-vault');
  const client = nodeVault({
    endpoint: options.url.replace(/\/+$/, ''),
    apiVersion: 'v1',
    debug: () => {},
    'request-promise': {
      defaults: () => (request: NodeVaultRequest) => ask(options.send, request),
    },
  } as never);
  // Set afterwards: node-vault takes an empty setting for none and then reads the environment.
  client.token = options.token ?? '';
  Object.assign(client, { namespace: options.namespace ?? '', pathPrefix: '' });

  const guarded = async (call: () => Promise<unknown>): Promise<unknown> => {
    try {
      return await call();
    } catch (thrown) {
      throw asServiceFailure('vault', thrown);
    }
  };
  return {
    read: (path) => guarded(() => client.read(encodePath(path))),
    write: (path, data) => guarded(() => client.write(encodePath(path), data)),
    withToken: (token) => createVault({ ...options, token }),
  };
}

async function ask(send: Send, request: NodeVaultRequest): Promise<unknown> {
  const sent: HttpRequest = {
    method: request.method,
    url: request.uri,
    headers: request.headers,
    retryAlso: [REPLICATION_LAG],
  };
  if (typeof request.json === 'object' && request.json !== null) {
    sent.body = JSON.stringify(request.json);
    sent.headers = { 'content-type': 'application/json', ...request.headers };
  }
  const response = await send(sent);
  if (response.status >= 300) throw refusedBy('vault', response, KNOWN);
  const body: unknown = response.body === '' ? undefined : JSON.parse(response.body);
  return {
    statusCode: body === undefined ? 204 : 200,
    body,
    request: { path: new URL(request.uri).pathname },
  };
}

/** Encodes each segment, so that no part of a name becomes a query or reaches another path. */
function encodePath(path: string): string {
  return path
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
}
