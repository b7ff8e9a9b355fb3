import { describe, expect, it } from 'vitest';
import { type LoginOptions, secretsOf, wayIn } from '../../src/cli/login.ts';

const none: LoginOptions = {
  url: undefined,
  namespace: undefined,
  certificates: undefined,
  method: 'found',
  mount: undefined,
  role: undefined,
  idToken: 'VAULT_ID_TOKEN',
  audience: undefined,
};
const at = { VAULT_ADDR: 'https://vault.example' };
const approle = { VAULT_ROLE_ID: 'r', VAULT_SECRET_ID: 's' };
const gitlab = { VAULT_ID_TOKEN: 'a.b.c', VAULT_AUTH_ROLE: 'tests', VAULT_AUTH_PATH: '/team/gitlab/' };
const github = { ACTIONS_ID_TOKEN_REQUEST_URL: 'https://gh/?a=1', ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'bearer' };
const way = (env: Record<string, string>, options: Partial<LoginOptions> = {}, kept?: string) => {
  const found = wayIn({ ...none, ...options }, { ...at, ...env }, () => kept);
  return found.ok ? found.means : found.said.join();
};

describe('the way in', () => {
  it.each<[string, Record<string, string>, Partial<LoginOptions>, unknown]>([
    ['a token first', { VAULT_TOKEN: ' t\n', ...approle, ...gitlab }, {}, { method: 'token', token: 't' }],
    ["OpenBao's own name", { BAO_TOKEN: 'b' }, {}, { method: 'token', token: 'b' }],
    [
      'AppRole',
      { ...approle, ...gitlab },
      { method: 'found' },
      { method: 'approle', mount: 'team/gitlab', roleId: 'r', secretId: 's' },
    ],
    [
      'AppRole without a secret id',
      { VAULT_ROLE_ID: 'r', VAULT_SECRET_ID: '' },
      {},
      { method: 'approle', mount: 'approle', roleId: 'r', secretId: undefined },
    ],
    [
      'AppRole by choice',
      { VAULT_TOKEN: 't', ...approle },
      { method: 'approle', mount: 'ar' },
      { method: 'approle', mount: 'ar', roleId: 'r', secretId: 's' },
    ],
    ["GitLab's", gitlab, {}, { method: 'id-token', mount: 'team/gitlab', role: 'tests', jwt: 'a.b.c' }],
    [
      "GitLab's by another name",
      { OTHER: 'd.e.f', VAULT_TOKEN: 't' },
      { method: 'jwt', idToken: 'OTHER', role: 'r' },
      { method: 'id-token', mount: 'jwt', role: 'r', jwt: 'd.e.f' },
    ],
    [
      "GitHub's",
      github,
      { audience: 'drawbridge' },
      {
        method: 'github',
        mount: 'jwt',
        role: undefined,
        requestUrl: 'https://gh/?a=1',
        requestToken: 'bearer',
        audience: 'drawbridge',
      },
    ],
    [
      "GitHub's without an audience",
      github,
      {},
      '--vault-audience is missing: the audience that the role in Vault binds, to ask GitHub for an ID token',
    ],
    [
      'what cannot be sent',
      { VAULT_TOKEN: 'a b' },
      {},
      'what Vault is to be shown holds blanks or line ends: was it pasted in full, and nothing else?',
    ],
    [
      'nothing',
      {},
      {},
      'nothing to log in with: set VAULT_TOKEN, or VAULT_ROLE_ID and VAULT_SECRET_ID, or give the job an ID token (VAULT_ID_TOKEN)',
    ],
    [
      'no token',
      approle,
      { method: 'token' },
      'there is no token: set VAULT_TOKEN, or log in with `vault login`',
    ],
    [
      'no role id',
      { VAULT_TOKEN: 't' },
      { method: 'approle' },
      'there is no role id: set VAULT_ROLE_ID, and VAULT_SECRET_ID',
    ],
    [
      'no ID token',
      { VAULT_TOKEN: 't', VAULT_ID_TOKEN: '' },
      { method: 'jwt' },
      'there is no ID token: give the GitLab job `id_tokens` with VAULT_ID_TOKEN, or the GitHub job `id-token: write`',
    ],
  ])('%s', (_, env, options, expected) => {
    expect(way(env, options)).toEqual(expected);
  });

  it('is the file of `vault login` at last, but for another method', () => {
    expect(way({}, {}, 'kept\n')).toEqual({ method: 'token', token: 'kept' });
    expect(way(approle, {}, 'kept')).toMatchObject({ method: 'approle' });
    expect(way({}, { method: 'jwt' }, 'kept')).toContain('there is no ID token');
  });
});

describe('the server', () => {
  const server = (env: Record<string, string>, options: Partial<LoginOptions> = {}) => {
    const found = wayIn({ ...none, ...options }, { VAULT_TOKEN: 't', ...env }, () => undefined);
    return found.ok ? found.server : found.said.join();
  };
  it.each<[Record<string, string>, Partial<LoginOptions>, unknown]>([
    [
      { VAULT_ADDR: 'https://v', VAULT_NAMESPACE: 'team', VAULT_CACERT: '/ca.pem' },
      {},
      { url: 'https://v', namespace: 'team', certificates: '/ca.pem' },
    ],
    [
      { VAULT_ADDR: 'https://v', VAULT_NAMESPACE: 'team' },
      { url: 'https://w', namespace: 'n', certificates: 'c' },
      { url: 'https://w', namespace: 'n', certificates: 'c' },
    ],
    [
      { BAO_ADDR: 'http://127.0.0.1:8200' },
      {},
      { url: 'http://127.0.0.1:8200', namespace: undefined, certificates: undefined },
    ],
    [{}, {}, 'no Vault is named: set VAULT_ADDR, or use --env-file where there is none'],
    [
      { VAULT_ADDR: 'http://vault.example' },
      {},
      'VAULT_ADDR or --vault-url must begin with https://, or for a server on this machine http://, and hold no password',
    ],
  ])('%j %j', (env, options, expected) => {
    expect(server(env, options)).toEqual(expected);
  });
});

it('names what is a secret in it', () => {
  const mount = 'm';
  const role = undefined;
  expect([
    secretsOf({ method: 'token', token: 't' }),
    secretsOf({ method: 'approle', mount, roleId: 'r', secretId: 's' }),
    secretsOf({ method: 'approle', mount, roleId: 'r', secretId: undefined }),
    secretsOf({ method: 'id-token', mount, role, jwt: 'j' }),
    secretsOf({ method: 'github', mount, role, requestUrl: 'u', requestToken: 'q', audience: 'a' }),
  ]).toEqual([['t'], ['s'], [], ['j'], ['q']]);
});
