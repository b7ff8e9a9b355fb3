/** Which Vault, and how to log in there: decided from options and environment. Pure but for the file of a token. */
import { allowedUrl } from '../net/url.ts';
import type { Failed } from './io.ts';

/** The environment that is read. */
type Environment = Readonly<Record<string, string | undefined>>;

/** What the options say; each undefined where it was not given. */
export interface LoginOptions {
  readonly url: string | undefined;
  readonly namespace: string | undefined;
  readonly certificates: string | undefined;
  readonly method: 'found' | 'token' | 'approle' | 'jwt';
  readonly mount: string | undefined;
  readonly role: string | undefined;
  /** The variable with GitLab's ID token. */
  readonly idToken: string;
  readonly audience: string | undefined;
}

/** Where Vault is. */
export interface Server {
  readonly url: string;
  readonly namespace: string | undefined;
  /** A file. */
  readonly certificates: string | undefined;
}

/** How to log in, before anything is asked. */
export type Means =
  | { readonly method: 'token'; readonly token: string }
  | {
      readonly method: 'approle';
      readonly mount: string;
      readonly roleId: string;
      readonly secretId: string | undefined;
    }
  | {
      readonly method: 'id-token';
      readonly mount: string;
      readonly role: string | undefined;
      readonly jwt: string;
    }
  | {
      readonly method: 'github';
      readonly mount: string;
      readonly role: string | undefined;
      /** Where GitHub gives ID tokens to this job, and what it wants to see (GitHub docs, "OpenID Connect reference"). */
      readonly requestUrl: string;
      readonly requestToken: string;
      readonly audience: string;
    };

/** What was decided. */
export interface Way {
  readonly ok: true;
  readonly server: Server;
  readonly means: Means;
}

const wrong = (...said: string[]): Failed => ({ ok: false, exit: 1, said });

/** A variable that is set to nothing counts as none, as CI leaves it where a secret does not exist. */
const set = (text: string | undefined): string | undefined => text?.trim() || undefined;

/** Vault's variable, else OpenBao's own name for it (OpenBao docs, "Commands", environment variables). */
const ofVault = (env: Environment, name: string): string | undefined =>
  set(env[`VAULT_${name}`]) ?? set(env[`BAO_${name}`]);

/**
 * Decides. Without a choice the first that is there: VAULT_TOKEN, VAULT_ROLE_ID, GitLab's ID token, GitHub's, the file
 * that `vault login` writes.
 * @param tokenFile gives what is in that file
 */
export function wayIn(
  options: LoginOptions,
  env: Environment,
  tokenFile: () => string | undefined,
): Way | Failed {
  const url = options.url ?? ofVault(env, 'ADDR');
  if (url === undefined)
    return wrong('no Vault is named: set VAULT_ADDR, or use --env-file where there is none');
  if (allowedUrl(url) === undefined)
    return wrong(
      'VAULT_ADDR or --vault-url must begin with https://, or for a server on this machine http://, and hold no password',
    );
  const server: Server = {
    url,
    namespace: options.namespace ?? ofVault(env, 'NAMESPACE'),
    certificates: options.certificates ?? ofVault(env, 'CACERT'),
  };
  const found = meansFrom(options, env, tokenFile);
  if ('ok' in found) return found;
  const sent = secretsOf(found);
  if (sent.some((secret) => !/^[\x21-\x7e]+$/.test(secret)))
    return wrong(
      'what Vault is to be shown holds blanks or line ends: was it pasted in full, and nothing else?',
    );
  return { ok: true, server, means: found };
}

/** The secrets that one logs in with. */
export function secretsOf(means: Means): readonly string[] {
  switch (means.method) {
    case 'token':
      return [means.token];
    case 'approle':
      return means.secretId === undefined ? [] : [means.secretId];
    case 'id-token':
      return [means.jwt];
    case 'github':
      return [means.requestToken];
  }
}

function meansFrom(
  options: LoginOptions,
  env: Environment,
  tokenFile: () => string | undefined,
): Means | Failed {
  const { method } = options;
  const token = ofVault(env, 'TOKEN');
  const roleId = ofVault(env, 'ROLE_ID');
  // GitLab's own names for the two (GitLab docs, "Using external secrets in CI").
  const mount = (usual: string) =>
    (options.mount ?? set(env['VAULT_AUTH_PATH']) ?? usual).replace(/^\/+|\/+$/g, '');
  const role = options.role ?? set(env['VAULT_AUTH_ROLE']);
  const jwt = Object.hasOwn(env, options.idToken) ? set(env[options.idToken]) : undefined;
  const requestUrl = set(env['ACTIONS_ID_TOKEN_REQUEST_URL']);
  const requestToken = set(env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']);
  const may = (one: LoginOptions['method']) => method === 'found' || method === one;

  if (may('token') && token !== undefined) return { method: 'token', token };
  if (may('approle') && roleId !== undefined)
    return { method: 'approle', mount: mount('approle'), roleId, secretId: ofVault(env, 'SECRET_ID') };
  if (may('jwt') && jwt !== undefined) return { method: 'id-token', mount: mount('jwt'), role, jwt };
  if (may('jwt') && requestUrl !== undefined && requestToken !== undefined) {
    const { audience } = options;
    if (audience === undefined)
      return wrong(
        '--vault-audience is missing: the audience that the role in Vault binds, to ask GitHub for an ID token',
      );
    return { method: 'github', mount: mount('jwt'), role, requestUrl, requestToken, audience };
  }
  const kept = may('token') ? set(tokenFile()) : undefined;
  if (kept !== undefined) return { method: 'token', token: kept };
  return wrong(nothing(method, options.idToken));
}

function nothing(method: LoginOptions['method'], idToken: string): string {
  switch (method) {
    case 'token':
      return 'there is no token: set VAULT_TOKEN, or log in with `vault login`';
    case 'approle':
      return 'there is no role id: set VAULT_ROLE_ID, and VAULT_SECRET_ID';
    case 'jwt':
      return `there is no ID token: give the GitLab job \`id_tokens\` with ${idToken}, or the GitHub job \`id-token: write\``;
    case 'found':
      return `nothing to log in with: set VAULT_TOKEN, or VAULT_ROLE_ID and VAULT_SECRET_ID, or give the job an ID token (${idToken})`;
  }
}
