import { describe, expect, it } from 'vitest';
import { reasonOfFailure } from '../../src/facts/ask.ts';
import { createVault } from '../../src/vault/client.ts';
import { rejection } from '../net/loopback.ts';
import { answering, ask, errors } from './answer.ts';

const auth = { client_token: 's.new', lease_duration: 300, renewable: true, token_type: 'service' };
const envelope = { lease_id: '', lease_duration: 0, renewable: false };
const api = 'https://vault.example/v1/';
const pathOf = (url: string): string => url.slice(api.length);

describe('a log-in', () => {
  it.each([
    ['jwt', 'auth/jwt/login', { role: 'ci', jwt: 'a.b.c' }],
    ['approle', 'auth/approle/login', { role_id: 'r', secret_id: 's' }],
  ] as const)('by %s sends what is shown, and no token', async (call, path, body) => {
    const { vault, asked } = answering([200, { auth }]);
    const issued = { token: 's.new', ttlMs: 300_000, renewable: true, batch: false };
    expect(await ask[call](vault)).toEqual(issued);
    const url = `${api}${path}`;
    expect(asked).toMatchObject([{ method: 'POST', url, headers: { 'content-type': 'application/json' } }]);
    expect(JSON.parse(String(asked[0]?.body))).toEqual(body);
    expect(JSON.stringify(asked[0]?.headers).toLowerCase()).not.toContain('vault-token');
  });

  it('without a role or a secret id leaves that out', async () => {
    const { vault, asked } = answering([200, { auth: { ...auth, token_type: 'batch' } }]);
    const issued = await vault.logIn('team/gitlab', { method: 'jwt', role: undefined, jwt: 'a.b.c' });
    expect(issued.batch).toBe(true);
    await vault.logIn('approle', { method: 'approle', roleId: 'r', secretId: undefined });
    expect(asked.map(({ url, body }) => [pathOf(url), body])).toEqual([
      ['auth/team/gitlab/login', '{"jwt":"a.b.c"}'],
      ['auth/approle/login', '{"role_id":"r"}'],
    ]);
  });

  it.each([
    ['missing role', 400],
    ['missing role_id', 500],
    ['missing token', 400],
  ])('that is forbidden where something is mounted (%s) is a matter of networks', async (text, status) => {
    const { vault, asked } = answering([403, errors('permission denied')], [status, errors(text)]);
    expect(reasonOfFailure(await rejection(ask.jwt(vault)))).toBe('vault-login-network');
    // Nothing is shown a second time.
    expect(asked.map(({ body }) => body)).toEqual(['{"role":"ci","jwt":"a.b.c"}', '{}']);
  });

  it('at a server that was never set up says so', async () => {
    const answers = [
      [503, errors('Vault is sealed')],
      [200, { initialized: false, sealed: true }],
    ] as const;
    const { vault, asked } = answering(...answers);
    expect(reasonOfFailure(await rejection(ask.jwt(vault)))).toBe('vault-not-initialised');
    expect(asked.map(({ url }) => pathOf(url))).toEqual(['auth/jwt/login', 'sys/seal-status']);
  });
});

describe('a read', () => {
  it.each([
    ['kv-1', 'kv/functional-tests', { ...envelope, lease_duration: 2_764_800, data: { A: '1' } }],
    ['kv-2', 'kv/data/functional-tests', { ...envelope, data: { data: { A: '1' }, metadata: {} } }],
  ] as const)('of %s', async (engine, path, body) => {
    const { vault, asked } = answering([200, body]);
    const read = await vault.as('s.x').read({ path: 'kv', engine }, 'functional-tests');
    expect(read).toEqual({ values: new Map([['A', '1']]), lease: undefined });
    const headers = { 'X-Vault-Token': 's.x' };
    expect(asked).toMatchObject([{ method: 'GET', url: `${api}${path}`, headers }]);
  });

  it('of another engine may have a lease', async () => {
    const body = { lease_id: 'database/creds/x/1', lease_duration: 60, renewable: true, data: { P: 'p' } };
    const { vault } = answering([200, body]);
    const read = await vault.as('s.x').read({ path: 'database', engine: 'plain' }, 'creds/x');
    expect(read.lease).toEqual({ id: 'database/creds/x/1', ttlMs: 60_000, renewable: true });
  });

  it('encodes what is in a path', async () => {
    const { vault, asked } = answering([200, { ...envelope, data: {} }]);
    await vault.as('s.x').read({ path: 'kv', engine: 'kv-1' }, 'a b/c?d#e/f&g/%2F');
    expect(pathOf(asked[0]?.url ?? '')).toBe('kv/a%20b/c%3Fd%23e/f%26g/%252F');
  });

  it('asks for a list by GET, so that it is repeated; nothing below is an empty one', async () => {
    const { vault, asked } = answering([200, { data: { keys: ['a', 'b/'] } }], [404, errors()]);
    const access = vault.as('s.x');
    expect(await access.list({ path: 'kv', engine: 'kv-2' }, 'tests')).toEqual(['a', 'b/']);
    expect(await access.list({ path: 'kv', engine: 'kv-1' }, '')).toEqual([]);
    expect(asked.map(({ method, url }) => [method, pathOf(url)])).toEqual([
      ['GET', 'kv/metadata/tests?list=1'],
      ['GET', 'kv?list=1'],
    ]);
  });
});

it('a token and a lease are renewed and revoked', async () => {
  const warnings = ['TTL value is capped accordingly'];
  const { vault, asked } = answering(
    [200, { auth: { lease_duration: 120, renewable: true }, warnings }],
    [200, { lease_duration: 30, renewable: false }],
    [204, ''],
  );
  const access = vault.as('s.x');
  expect(await access.renew()).toEqual({ ttlMs: 120_000, renewable: true });
  expect(await access.renewLease('a/1')).toEqual({ ttlMs: 30_000, renewable: false });
  await access.revokeLease('a/1');
  await access.revoke();
  expect(asked.map(({ method, url, body }) => [method, pathOf(url), body])).toEqual([
    ['POST', 'auth/token/renew-self', '{}'],
    ['POST', 'sys/leases/renew', '{"lease_id":"a/1"}'],
    ['POST', 'sys/leases/revoke', '{"lease_id":"a/1"}'],
    ['POST', 'auth/token/revoke-self', undefined],
  ]);
});

it('refuses an address that ends in the API or the pages before anything is sent', async () => {
  for (const url of ['https://v.example/v1', 'https://v.example/v1/', 'https://v.example/ui/vault']) {
    const vault = createVault({ url, send: () => expect.fail('was sent') });
    for (const call of Object.values(ask))
      expect(reasonOfFailure(await rejection(call(vault)))).toBe('vault-address-path');
  }
});
