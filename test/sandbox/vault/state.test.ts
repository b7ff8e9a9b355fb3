import { describe, expect, it } from 'vitest';
import { startVault } from './start.ts';

/** What no single server in development mode can be asked to be; the words are in docs/facts/vault.md, "Server". */
describe('a standby', () => {
  it('says so, and answers everything as long as it reaches its leader', async () => {
    const { vault, ask } = startVault();
    await vault.putSecret('secret', 'x', { A: '1' });
    vault.standBy('http://127.0.0.2:8200');
    expect((await ask('GET', 'sys/health'))[0]).toBe(429);
    expect((await ask('GET', 'sys/health?standbyok=true'))[0]).toBe(200);
    expect((await ask('GET', 'secret/data/x'))[0]).toBe(200);
    expect((await ask('POST', 'secret/data/x', undefined, { data: { A: '2' } }))[0]).toBe(200);
  });

  it('sends what changes something to a leader that it cannot reach, and goes on reading', async () => {
    const { vault, ask } = startVault();
    await vault.putSecret('secret', 'x', { A: '1' });
    const token = await vault.createToken(['default']);
    vault.standBy('http://127.0.0.2:8200', { reachesLeader: false });
    expect((await ask('GET', 'secret/data/x'))[0]).toBe(200);
    const to = (path: string) => [307, `http://127.0.0.2:8200/v1/${path}`];
    expect(await ask('POST', 'auth/jwt/login', '', { role: 'ci' })).toEqual(to('auth/jwt/login'));
    expect(await ask('POST', 'auth/token/revoke-self', token)).toEqual(to('auth/token/revoke-self'));
    vault.activate();
    expect((await ask('POST', 'auth/token/revoke-self', token))[0]).toBe(204);
  });
});

it('answers 412 for a new token as long as it lags behind', async () => {
  const { vault, ask, pass } = startVault();
  await vault.policy('reader', 'path "secret/data/x" { capabilities = ["read"] }');
  vault.lag(3000);
  const token = await vault.createToken(['reader']);
  expect((await ask('GET', 'secret/data/x', token))[0]).toBe(412);
  pass(3000);
  expect((await ask('GET', 'secret/data/x', token))[0]).toBe(404);
});

it('is not initialised, and tells it by its health alone', async () => {
  const { vault, ask } = startVault();
  vault.forgetInitialisation();
  expect((await ask('GET', 'sys/health'))[0]).toBe(501);
  expect(await ask('GET', 'secret/data/x')).toEqual([503, 'Vault is sealed']);
});

describe('time', () => {
  it('ends tokens, with the children and leases that hang on them, by the clock of the sandbox', async () => {
    const { vault, ask, pass } = startVault();
    await vault.write('sys/mounts/queue', { type: 'rabbitmq' });
    await vault.write('queue/roles/app', {});
    await vault.policy('all', 'path "*" { capabilities = ["create", "read", "update", "sudo"] }');
    const parent = await vault.createToken(['all'], { ttl: '1m' });
    const made = await vault.app.request('/v1/auth/token/create', {
      method: 'POST',
      headers: { 'x-vault-token': parent },
      body: JSON.stringify({ ttl: '10m' }),
    });
    const { auth } = (await made.json()) as { auth: { client_token: string } };
    await ask('GET', 'queue/creds/app', parent);
    const [lease] = [...vault.world.leases.keys()];
    expect((await ask('PUT', 'sys/leases/lookup', undefined, { lease_id: lease }))[0]).toBe(200);
    expect(vault.isAlive(auth.client_token)).toBe(true);
    pass(60_000);
    expect(await ask('GET', 'auth/token/lookup-self', parent)).toEqual([403, 'permission denied']);
    expect(vault.isAlive(auth.client_token)).toBe(false);
    expect((await ask('PUT', 'sys/leases/lookup', undefined, { lease_id: lease }))[1]).toBe('invalid lease');
  });

  it('is won by a renewal, but not beyond the longest life', async () => {
    const { vault, ask, pass } = startVault();
    const token = await vault.createToken(['default'], { ttl: '1m', explicit_max_ttl: '90s' });
    pass(50_000);
    await ask('POST', 'auth/token/renew-self', token, {});
    pass(39_000);
    expect(vault.isAlive(token)).toBe(true);
    pass(2000);
    expect(vault.isAlive(token)).toBe(false);
  });
});
