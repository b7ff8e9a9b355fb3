import type { HttpRequest, HttpResponse, Send } from '../../src/net/transport.ts';
import type { Vault } from '../../src/secrets/vault.ts';
import { createVault } from '../../src/vault/client.ts';

/** An answer as it comes over the wire. */
export type Planted = readonly [status: number, body: unknown];

/** A Vault that gives these answers one after the other, the last one to all that follows; what it was asked. */
export function answering(...answers: readonly Planted[]): { vault: Vault; asked: HttpRequest[] } {
  const asked: HttpRequest[] = [];
  const send: Send = async (request) => {
    const [status, body] = answers[Math.min(asked.length, answers.length - 1)] ?? [404, ''];
    asked.push(request);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return { status, headers: new Map(), body: text, url: request.url } satisfies HttpResponse;
  };
  return { vault: createVault({ url: 'https://vault.example', send }), asked };
}

/** As Vault and OpenBao refuse. */
export const errors = (...texts: readonly string[]) => ({ errors: texts });

const kv2 = { path: 'kv2', engine: 'kv-2' } as const;

/** The kinds of calls, each with arguments that do not matter. */
export const ask = {
  jwt: (vault: Vault) => vault.logIn('jwt', { method: 'jwt', role: 'ci', jwt: 'a.b.c' }),
  approle: (vault: Vault) => vault.logIn('approle', { method: 'approle', roleId: 'r', secretId: 's' }),
  mount: (vault: Vault) => vault.as('s.x').mountOf('kv2/x'),
  read: (vault: Vault) => vault.as('s.x').read(kv2, 'x'),
  list: (vault: Vault) => vault.as('s.x').list(kv2, 'x'),
  renew: (vault: Vault) => vault.as('s.x').renew(),
  renewLease: (vault: Vault) => vault.as('s.x').renewLease('database/creds/x/1'),
  revoke: (vault: Vault) => vault.as('s.x').revoke(),
} as const;
