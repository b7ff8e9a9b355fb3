/** A Vault that the built action logs in to: the sandbox's own, or a real one. */
import type { Sandbox } from '../../sandbox/sandbox.ts';
import type { OpenBao } from '../openbao.ts';

/** What a story needs of a server, whichever it is. */
export interface VaultServer {
  readonly url: string;
  /** As root: `path` without `v1/`. Rejects where the server refuses. */
  write(path: string, body?: Record<string, unknown>): Promise<unknown>;
  isAlive(token: string): Promise<boolean>;
}

/** The sandbox's. */
export const embedded = ({ vault }: Sandbox): VaultServer => ({
  url: vault.url,
  write: (path, body) => vault.write(path, body),
  isAlive: async (token) => vault.isAlive(token),
});

/** A real one, asked over HTTP. */
export function real({ url, rootToken }: OpenBao): VaultServer {
  const ask = (path: string, body: Record<string, unknown>) =>
    fetch(`${url}/v1/${path}`, {
      method: 'POST',
      headers: { 'x-vault-token': rootToken, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return {
    url,
    write: async (path, body = {}) => {
      const answer = await ask(path, body);
      if (!answer.ok) throw new Error(`OpenBao: ${path}: ${answer.status} ${await answer.text()}`);
    },
    isAlive: async (token) => (await ask('auth/token/lookup', { token })).ok,
  };
}

/** Ids that GitHub would put into the token of the example's jobs. */
export interface Trusted {
  readonly repositoryId: string;
  readonly ownerId: string;
  readonly issuer: string;
}

/** What reads the tokens, and nothing else. */
const policy = 'path "secret/data/ci/gitlab" { capabilities = ["read"] }';

/** Sets up what docs/vault.md says for GitHub's side: the log-in, a policy, a role bound to ids, and the two tokens. */
export async function setUp(
  vault: VaultServer,
  { repositoryId, ownerId, issuer }: Trusted,
  tokens: Readonly<Record<string, string>>,
): Promise<void> {
  await vault.write('sys/auth/jwt', { type: 'jwt' });
  await vault.write('auth/jwt/config', { oidc_discovery_url: issuer, bound_issuer: issuer });
  await vault.write('sys/policies/acl/gitlab-token', { policy });
  await vault.write('auth/jwt/role/drawbridge', {
    ...{ role_type: 'jwt', user_claim: 'repository_id', bound_audiences: [vault.url] },
    bound_claims: { repository_id: repositoryId, repository_owner_id: ownerId, ref: 'refs/heads/main' },
    ...{ token_policies: ['gitlab-token'], token_ttl: 300, token_max_ttl: 300, token_type: 'service' },
  });
  await store(vault, tokens);
}

/** Writes the tokens where the role may read them. */
export const store = (vault: VaultServer, tokens: Readonly<Record<string, string>>): Promise<unknown> =>
  vault.write('secret/data/ci/gitlab', { data: tokens });
