import { expect, it } from 'vitest';
import { type Inputs, settings } from './build.ts';

const read = async (inputs: Inputs) => {
  const { vault, gitlab } = await settings({
    'gitlab-token': ' ',
    'vault-url': 'https://vault.example/',
    'vault-secrets': 'secret/ci/gitlab token = gitlab-token\n secret/ci/gitlab trigger=gitlab-trigger-token ',
    ...inputs,
  });
  return { vault, token: gitlab.token, triggerToken: gitlab.triggerToken };
};

it('names where both tokens are, and logs in by ID token unless told otherwise', async () => {
  expect(await read({ 'vault-namespace': 'team/a/', 'vault-role': 'ci' })).toEqual({
    vault: {
      ...{ url: 'https://vault.example', namespace: 'team/a', kvVersion: undefined },
      auth: { method: 'jwt', mount: 'jwt', role: 'ci', audience: 'https://vault.example' },
    },
    token: { from: 'vault', path: 'secret/ci/gitlab', key: 'token' },
    triggerToken: { from: 'vault', path: 'secret/ci/gitlab', key: 'trigger' },
  });
});

it.each<[string, Inputs, object]>([
  [
    'by ID token',
    { 'vault-mount': 'team/jwt/', 'vault-audience': 'drawbridge', 'vault-kv-version': '2' },
    { method: 'jwt', mount: 'team/jwt', role: undefined, audience: 'drawbridge' },
  ],
  [
    'by AppRole',
    { 'vault-auth': 'approle', 'vault-role-id': 'role', 'vault-secret-id': 'secret' },
    { method: 'approle', mount: 'approle', roleId: 'role', secretId: 'secret' },
  ],
  [
    'by AppRole without a secret id',
    { 'vault-auth': 'approle', 'vault-role-id': 'role' },
    { method: 'approle', mount: 'approle', roleId: 'role', secretId: undefined },
  ],
  ['by a token', { 'vault-auth': 'token', 'vault-token': 's.abc' }, { method: 'token', token: 's.abc' }],
])('%s', async (_, inputs, auth) => {
  expect((await read(inputs)).vault).toMatchObject({ auth });
});

it('asks nothing of Vault where no token is there', async () => {
  const { vault, gitlab } = await settings({ 'gitlab-token': 'glpat-1' });
  expect(vault).toBeUndefined();
  expect(gitlab.token).toEqual({ from: 'input', value: 'glpat-1' });
});

it('lets a token of Vault be watched with beside a trigger token that is given', async () => {
  const { gitlab } = await settings({
    'gitlab-token': ' ',
    'gitlab-trigger-token': 'glptt-1',
    'vault-url': 'https://vault.example',
    'vault-secrets': 'ci token = gitlab-token',
  });
  expect(gitlab.token).toEqual({ from: 'vault', path: 'ci', key: 'token' });
});
