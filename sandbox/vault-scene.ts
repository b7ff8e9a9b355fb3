/** What a story with Vault needs, on the sandbox's own or on a real server: mounts, policies, roles and secrets. */
import { randomBytes } from 'node:crypto';
import { repositoryOf } from './github/world.ts';
import { claimsOf } from './runner/claims.ts';
import type { JobOptions } from './runner/options.ts';
import type { Scene } from './scene.ts';

/** A server, and the token of its root. */
export interface VaultServer {
  /** Without a slash at its end. */
  readonly url: string;
  readonly rootToken: string;
}

/** Vault, set up for the example. */
export interface VaultScene extends VaultServer {
  /** The action's inputs: log-in by GitHub's ID token, GitLab's token from `secret/ci/gitlab`. */
  readonly inputs: Readonly<Record<string, string>>;
  /** What is in `secret/functional-tests`: forty values, two of them base64 of files. */
  readonly secrets: Readonly<Record<string, string>>;
  /** The job with an ID token of its own and the inputs above, and without GitLab's token among them. */
  job(job: JobOptions): JobOptions;
  /** Asks as root; `path` without `v1/`. Gives what is answered, undefined without a body. Throws where Vault refuses. */
  ask(method: string, path: string, body?: unknown): Promise<VaultAnswer>;
  /** Writes GitLab's token anew, as a rotation does. */
  rotate(token: string): Promise<void>;
  /** Whether a token still lives, asked of the server. */
  isAlive(token: string): Promise<boolean>;
}

/** As far as stories look at it. */
export type VaultAnswer =
  | { readonly data: Record<string, unknown>; readonly auth: Record<string, unknown> }
  | undefined;

/** The audience that the example's role takes. */
export const VAULT_AUDIENCE = 'drawbridge-vault';
const WORKFLOW = '.github/workflows/drawbridge.yml';

/**
 * Sets a server up. `jwt` trusts the sandbox's ID tokens of GitHub, and its role `ci` those of the example's repository and
 * workflow on its default branch; `gitlab` trusts GitLab's, and its role `functional-tests` those of the example's project
 * on protected branches.
 */
export async function vaultFor(scene: Scene, server: VaultServer = scene.sandbox.vault): Promise<VaultScene> {
  const { sandbox, repository, project, tokens } = scene;
  const { url, rootToken } = server;
  // The sandbox's own is asked without a socket, so that the record holds what the action asks and nothing else.
  const { app } = sandbox.vault;
  const send = (path: string, init: RequestInit) =>
    server === sandbox.vault ? app.request(path, init) : fetch(url + path, init);
  const ask: VaultScene['ask'] = async (method, path, body) => {
    const answer = await send(`/v1/${path}`, {
      method,
      headers: { 'x-vault-token': rootToken },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
    return text === '' ? undefined : (JSON.parse(text) as VaultAnswer);
  };
  const write = (path: string, body: unknown) => ask('POST', path, body);
  const secrets = fortySecrets();
  const rotate = async (token: string) => {
    await write('secret/data/ci/gitlab', { data: { token, trigger: tokens.trigger } });
  };

  await rotate(tokens.gitlab);
  await write('secret/data/functional-tests', { data: secrets });
  await write('sys/policies/acl/gitlab-token', { policy: reads('secret/data/ci/gitlab') });
  await write('sys/policies/acl/functional-tests', { policy: reads('secret/data/functional-tests') });
  for (const [mount, issuer] of [
    ['jwt', sandbox.issuer.url],
    ['gitlab', sandbox.gitlab.url],
  ]) {
    await write(`sys/auth/${mount}`, { type: 'jwt' });
    await write(`auth/${mount}/config`, { oidc_discovery_url: issuer, bound_issuer: issuer });
  }
  const { id, owner, defaultBranch } = repositoryOf(sandbox.github.world, repository);
  const ref = `refs/heads/${defaultBranch}`;
  const short = { role_type: 'jwt', token_ttl: 300, token_max_ttl: 300, token_type: 'service' };
  await write('auth/jwt/role/ci', {
    ...short,
    user_claim: 'repository_id',
    bound_audiences: [VAULT_AUDIENCE],
    bound_claims: {
      repository_id: String(id),
      repository_owner_id: String(owner.id),
      job_workflow_ref: `${repository}/${WORKFLOW}@${ref}`,
    },
    token_policies: ['gitlab-token'],
  });
  await write('auth/gitlab/role/functional-tests', {
    ...short,
    user_claim: 'project_id',
    bound_audiences: [VAULT_AUDIENCE],
    bound_claims: { project_id: String(sandbox.gitlab.project(project).id), ref_protected: 'true' },
    token_policies: ['functional-tests'],
  });

  const inputs = {
    'vault-url': url,
    'vault-role': 'ci',
    'vault-audience': VAULT_AUDIENCE,
    'vault-secrets': 'secret/ci/gitlab token = gitlab-token',
  };
  return {
    url,
    rootToken,
    inputs,
    secrets,
    ask,
    rotate,
    job: (job) => {
      const { 'gitlab-token': _, ...others } = job.with;
      return { ...job, with: { ...others, ...inputs }, idToken: sandbox.issuer.admit(claimsOf(job)) };
    },
    isAlive: (token) =>
      ask('POST', 'auth/token/lookup', { token }).then(
        () => true,
        () => false,
      ),
  };
}

const reads = (path: string): string => `path "${path}" { capabilities = ["read"] }`;

/** Forty values, as many as the original story has; the last two are kubeconfigs in base64. */
function fortySecrets(): Record<string, string> {
  const kubeconfig = (name: string) =>
    Buffer.from(`apiVersion: v1\nkind: Config\ncurrent-context: ${name}\n`).toString('base64');
  const plain = Array.from({ length: 38 }, (_, index) => [
    `KEY_${String(index + 1).padStart(2, '0')}`,
    randomBytes(18).toString('base64url'),
  ]);
  return {
    ...Object.fromEntries(plain),
    KUBECONFIG_AWS_BASE64: kubeconfig('aws'),
    KUBECONFIG_DO_BASE64: kubeconfig('do'),
  };
}
