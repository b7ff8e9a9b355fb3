import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { reasonOfFailure } from '../../src/facts/ask.ts';
import type { ServiceFailure } from '../../src/net/failure.ts';
import { createCalls } from '../../src/vault/node-vault.ts';
import { json, quickSend, rejection, serve } from '../net/loopback.ts';

const url = 'https://vault.example';
const token = 's.s3cret';
const send = quickSend();
const noHeaders = { badheaders: ['accept-encoding', 'x-vault-namespace'] };
const vault = (headers: Record<string, string> = { 'x-vault-token': token }) =>
  nock(url, { reqheaders: headers, ...noHeaders });
const calls = (over: Partial<Parameters<typeof createCalls>[0]> = {}) =>
  createCalls({ url, namespace: undefined, token, send, ...over });

beforeEach(() => {
  nock.disableNetConnect();
  for (const [name, value] of Object.entries({
    VAULT_ADDR: 'https://elsewhere.example',
    VAULT_TOKEN: 's.of-the-environment',
    VAULT_NAMESPACE: 'of-the-environment',
    VAULT_PREFIX: '/of-the-environment',
    VAULT_SKIP_VERIFY: 'false',
  })) {
    vi.stubEnv(name, value);
  }
});
afterEach(() => {
  vi.unstubAllEnvs();
  const pending = nock.pendingMocks();
  nock.cleanAll();
  nock.enableNetConnect();
  expect(pending).toEqual([]);
});

describe('the wire', () => {
  it('has neither token nor namespace of the environment', async () => {
    nock(url, { badheaders: ['x-vault-token', ...noHeaders.badheaders] })
      .post('/v1/auth/jwt/login', { jwt: 'ey.s3cret.jwt' })
      .matchHeader('content-type', 'application/json')
      .reply(200, '{"auth": {}}', { 'content-type': 'application/json' });
    const anonymous = calls({ token: undefined });
    // As it was sent, blanks and all.
    expect(await anonymous.post('auth/jwt/login', 'logIn', { jwt: 'ey.s3cret.jwt' })).toBe('{"auth": {}}');
  });

  it('has the namespace that it is given, and a path prefix', async () => {
    nock(url, { reqheaders: { 'x-vault-namespace': 'team/a' } })
      .get('/vault/v1/kv/x')
      .reply(200, {});
    expect(await calls({ url: `${url}/vault/`, namespace: 'team/a' }).get('kv/x', 'read')).toBe('{}');
  });

  it('has no body where nothing is to be said', async () => {
    vault().post('/v1/auth/token/revoke-self', '').reply(204);
    expect(await calls().post('auth/token/revoke-self', 'revoke')).toBe('');
  });

  it('lets no path climb', async () => {
    const failure = await rejection(calls().get('kv/../sys/seal-status', 'read'));
    expect(failure).toMatchObject({ transport: 'refused-url' });
    expect(reasonOfFailure(failure)).toBe('vault-address-refused');
  });

  it.each([412, 307, 503])('asks a read again after %i', async (status) => {
    vault().get('/v1/kv/x').reply(status);
    vault().get('/v1/kv/x').reply(200, { data: {} });
    expect(await calls().get('kv/x', 'read')).toBe('{"data":{}}');
  });
});

describe('what fails on the way', () => {
  it('lets neither token nor words of Vault into the error', async () => {
    vault()
      .get('/v1/kv/x')
      .reply(400, { errors: ['private words s.s3cret'] });
    const failure = (await rejection(calls().get('kv/x', 'read'))) as ServiceFailure;
    const all = `${failure.stack}${JSON.stringify(Object.entries(failure))}${failure.cause}`;
    expect(all).not.toMatch(/s3cret|private words/);
  });

  it('gives the token to no other host, and asks the same one again', async () => {
    await using other = await serve((_seen, response) => json(response, {}));
    await using server = await serve((_seen, response) =>
      response.writeHead(307, { location: `${other.url}/v1/kv/x` }).end(),
    );
    nock.enableNetConnect('127.0.0.1');
    const local = calls({ url: server.url });
    expect(reasonOfFailure(await rejection(local.post('kv/x', 'renew', { a: 1 })))).toBe(
      'vault-leader-unreachable',
    );
    expect(server.seen).toHaveLength(1);
    expect(reasonOfFailure(await rejection(local.get('kv/x', 'read')))).toBe('vault-leader-unreachable');
    expect(server.seen).toHaveLength(4);
    expect(other.seen).toEqual([]);
  });

  it('is unavailable, without token and JWT', async () => {
    await using server = await serve((seen) => seen.socket.destroy());
    nock.enableNetConnect('127.0.0.1');
    const local = calls({ url: server.url });
    const failure = (await rejection(
      local.post('auth/jwt/login', 'logIn', { jwt: 'ey.s3cret' }),
    )) as ServiceFailure;
    expect(failure).toMatchObject({ kind: 'unavailable', transport: 'connection', mayHaveActed: true });
    expect([reasonOfFailure(failure), server.seen.length]).toEqual(['vault-unavailable', 1]);
    expect(String(failure.stack)).not.toContain('s3cret');
  });

  it.each([
    ['a page', '<html>', 'text/html'],
    ['broken JSON', '{"data":', 'application/json'],
  ])('includes %s in place of JSON', async (_what, body, type) => {
    vault().get('/v1/kv/x').times(3).reply(200, body, { 'content-type': type });
    expect(reasonOfFailure(await rejection(calls().get('kv/x', 'read')))).toBe('vault-no-api');
    vault().post('/v1/auth/jwt/login').reply(200, body, { 'content-type': type });
    expect(reasonOfFailure(await rejection(calls().post('auth/jwt/login', 'logIn', {})))).toBe(
      'vault-no-api',
    );
  });

  it.each([
    ['vault-token-form', { token: 's.two\nlines' }],
    ['vault-address-refused', { url: 'http://vault.example' }],
  ] as const)('ends as %s before it is sent', async (reason, over) => {
    expect(reasonOfFailure(await rejection(calls(over).get('kv/x', 'read')))).toBe(reason);
  });

  it('includes an answer without end', async () => {
    vault()
      .get('/v1/kv/x')
      .reply(200, { data: 'x'.repeat(100) });
    const small = calls({ send: quickSend({ maxBytes: 50 }) });
    expect(reasonOfFailure(await rejection(small.get('kv/x', 'read')))).toBe('vault-too-large');
  });
});
