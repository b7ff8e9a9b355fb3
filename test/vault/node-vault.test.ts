import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ServiceFailure } from '../../src/net/failure.ts';
import { createVault } from '../../src/vault/node-vault.ts';
import { json, quickSend, rejection, serve } from '../net/loopback.ts';

const url = 'https://vault.example';
const TOKEN = 'hvs.s3cret';
const send = quickSend();
const NO_HEADERS = { badheaders: ['accept-encoding', 'x-vault-namespace'] };
const vault = (headers: Record<string, string> = { 'x-vault-token': TOKEN }) =>
  nock(url, { reqheaders: headers, ...NO_HEADERS });
const client = () => createVault({ url, token: TOKEN, send });

beforeEach(() => {
  nock.disableNetConnect();
  for (const [name, value] of Object.entries({
    VAULT_ADDR: 'https://elsewhere.example',
    VAULT_TOKEN: 'hvs.of-the-environment',
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
  it('logs in without any token, then reads with the new one', async () => {
    const login = { role: 'ci', jwt: 'ey.s3cret.jwt' };
    nock(url, { badheaders: ['x-vault-token', ...NO_HEADERS.badheaders] })
      .post('/v1/auth/jwt/login', login)
      .matchHeader('content-type', 'application/json')
      .reply(200, { auth: { client_token: 'hvs.new' } });
    const first = await createVault({ url, send });
    expect(await first.write('auth/jwt/login', login)).toEqual({ auth: { client_token: 'hvs.new' } });

    vault({ 'x-vault-token': 'hvs.new' }).get('/v1/secret/data/ci').reply(200, { data: {} });
    const second = await first.withToken('hvs.new');
    await second.read('secret/data/ci');

    vault({ 'x-vault-token': 'hvs.newer' }).get('/v1/secret/data/ci').reply(200, { data: {} });
    await (await second.withToken('hvs.newer')).read('secret/data/ci');
  });

  it.each([
    ['1', 'kv/functional-tests', { data: { A: '1' } }],
    ['2', 'secret/data/functional-tests', { data: { data: { A: '1' }, metadata: { version: 3 } } }],
  ])('reads KV %s', async (_version, path, body) => {
    vault().get(`/v1/${path}`).reply(200, body);
    expect(await (await client()).read(path)).toEqual(body);
  });

  it('revokes its own token', async () => {
    vault().post('/v1/auth/token/revoke-self', '').reply(204);
    expect(await (await client()).write('auth/token/revoke-self')).toBeUndefined();
  });

  it('sends the namespace that it is given', async () => {
    nock(url, { reqheaders: { 'x-vault-namespace': 'team/a' } })
      .get('/v1/kv/x')
      .reply(200, {});
    await (await createVault({ url: `${url}/`, namespace: 'team/a', token: TOKEN, send })).read('kv/x');
  });

  it('encodes what is in a path', async () => {
    vault().get('/v1/kv/a%20b/c%3Fd%23e/f&amp;g'.replace('&amp;', '%26')).reply(200, {});
    await (await client()).read('kv/a b/c?d#e/f&g');
  });

  it('lets no path climb', async () => {
    const failure = await rejection((await client()).read('kv/../sys/seal-status'));
    expect(failure).toMatchObject({ kind: 'unexpected', transport: 'refused-url' });
  });

  it('reads again where a standby has not caught up', async () => {
    vault().get('/v1/kv/x').reply(412);
    vault().get('/v1/kv/x').reply(200, { data: {} });
    expect(await (await client()).read('kv/x')).toEqual({ data: {} });
  });
});

describe('what Vault refuses', () => {
  const read = async (status: number, body: unknown): Promise<ServiceFailure> => {
    vault()
      .get('/v1/kv/x')
      .reply(status, body as never);
    return (await rejection(
      (await createVault({ url, token: TOKEN, send: quickSend({ maxAttempts: 1 }) })).read('kv/x'),
    )) as ServiceFailure;
  };
  const errors = (...texts: string[]) => ({ errors: texts });

  it.each([
    [400, errors('error validating token: invalid audience (aud) claim: …'), 'invalid', 'audience'],
    [400, errors('error validating claims: claim "ref" does not match any …'), 'invalid', 'bound-claims'],
    [400, errors('role "ci" could not be found'), 'invalid', 'unknown-role'],
    [400, errors('missing client token'), 'invalid', 'unknown-mount'],
    [400, errors('error validating token: token is expired (exp)'), 'invalid', 'jwt-expired'],
    [400, errors('error verifying token signature: no known key …'), 'invalid', 'jwt-invalid'],
    [400, errors('invalid role or secret ID'), 'invalid', 'approle-invalid'],
    [403, errors('permission denied'), 'forbidden', undefined],
    [
      403,
      errors('2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n'),
      'forbidden',
      'token-invalid',
    ],
    [404, errors(), 'not-found', 'absent'],
    [404, { data: { data: null, metadata: { version: 2 } } }, 'not-found', 'deleted-version'],
    [
      404,
      { data: null, warnings: ['Invalid path for a versioned K/V secrets engine …'] },
      'not-found',
      'wrong-kv-version',
    ],
    [403, '<html><h1>Forbidden</h1></html>', 'unavailable', undefined],
    [412, errors('required index state not present'), 'unavailable', 'replication-lag'],
    [503, errors('Vault is sealed'), 'unavailable', 'sealed'],
    [307, '', 'moved', undefined],
  ])('%i %j is %s, %s', async (status, body, kind, refusal) => {
    const failure = await read(status, body);
    expect(failure).toMatchObject({ name: 'ServiceFailure', service: 'vault', status, kind });
    expect(failure.refusal).toBe(refusal);
  });

  it('lets neither token nor words of Vault into the error', async () => {
    const failure = await read(400, errors('private words hvs.s3cret'));
    const all = `${failure.stack}${JSON.stringify(Object.entries(failure))}${failure.cause}`;
    expect(all).not.toMatch(/s3cret|private words/);
  });
});

describe('what fails on the way', () => {
  it('gives the token to no other host', async () => {
    await using other = await serve((_seen, response) => json(response, {}));
    await using server = await serve((_seen, response) =>
      response.writeHead(307, { location: `${other.url}/v1/kv/x` }).end(),
    );
    nock.enableNetConnect('127.0.0.1');
    const local = await createVault({ url: server.url, token: TOKEN, send });
    expect(await rejection(local.write('kv/x', { a: 1 }))).toMatchObject({ kind: 'moved' });
    expect(other.seen).toEqual([]);
  });

  it('is unavailable, without token and JWT', async () => {
    await using server = await serve((seen) => seen.socket.destroy());
    nock.enableNetConnect('127.0.0.1');
    const local = await createVault({ url: server.url, send });
    const failure = (await rejection(local.write('auth/jwt/login', { jwt: 'ey.s3cret' }))) as ServiceFailure;
    expect(failure).toMatchObject({ kind: 'unavailable', transport: 'connection', mayHaveActed: true });
    expect(String(failure.stack)).not.toContain('s3cret');
    expect(server.seen).toHaveLength(1);
  });

  it('includes a page in place of JSON', async () => {
    vault().get('/v1/kv/x').times(3).reply(200, '<html>', { 'content-type': 'text/html' });
    expect(await rejection((await client()).read('kv/x'))).toMatchObject({ transport: 'bad-content' });
  });
});
