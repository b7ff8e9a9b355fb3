import { createRemoteJWKSet, jwtVerify } from 'jose';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createFaults } from '../../../sandbox/base/faults.ts';
import { createRecorder } from '../../../sandbox/base/record.ts';
import { type Served, serve } from '../../../sandbox/base/serve.ts';
import { scaledClock } from '../../../sandbox/clock.ts';
import { claimsOf } from '../../../sandbox/runner/claims.ts';
import { startJob } from '../../../sandbox/runner/job.ts';
import { createIssuer, type Issuer, requestUrlOf } from '../../../sandbox/runner/oidc.ts';
import { jobOf, writeAction } from './fixture.ts';

const clock = scaledClock(60, Date.now() - 600_000);
const recorder = createRecorder();
let issuer: Issuer;
let served: Served;

beforeEach(async () => {
  issuer = createIssuer({ clock });
  served = await serve(issuer.app, { service: 'oidc', recorder, faults: createFaults(), clock });
  issuer.url = served.url;
});
afterEach(() => served.close());

async function ask(token: string, query = '&audience=vault'): Promise<{ status: number; value: string }> {
  const answer = await fetch(`${requestUrlOf(issuer.url)}${query}`, {
    headers: { authorization: `bearer ${token}` },
  });
  const body = (await answer.json()) as { value?: string; count?: number };
  if (answer.ok) expect(body.count).toBe(body.value?.length);
  return { status: answer.status, value: body.value ?? '' };
}

const verify = async (token: string, audience: string, currentDate = new Date(clock.now())) => {
  const discovery = await fetch(`${issuer.url}/.well-known/openid-configuration`);
  const { jwks_uri, issuer: iss } = (await discovery.json()) as { jwks_uri: string; issuer: string };
  return jwtVerify(token, createRemoteJWKSet(new URL(jwks_uri)), { audience, issuer: iss, currentDate });
};

test('a token is signed, carries the claims, and lives 300 virtual seconds', async () => {
  issuer.claims = claimsOf(jobOf('', { runAttempt: 2 }), { environment: 'bridge' });
  const { value } = await ask(issuer.requestToken);
  const { payload, protectedHeader } = await verify(value, 'vault');
  expect(protectedHeader.alg).toBe('RS256');
  expect(payload).toMatchObject({
    iss: served.url,
    sub: 'repo:octo@65/engine@74:environment:bridge',
    repository: 'octo/engine',
    repository_id: '74',
    repository_owner_id: '65',
    actor_id: '9',
    run_attempt: '2',
    environment: 'bridge',
    head_ref: 'topic',
    job_workflow_ref: 'octo/engine/.github/workflows/drawbridge.yml@refs/heads/main',
  });
  const { iat = 0, exp = 0 } = payload;
  expect(exp - iat).toBe(300);
  expect(Math.abs(iat * 1000 - clock.now())).toBeLessThan(60_000);
  await expect(verify(value, 'other')).rejects.toThrow('"aud"');
  await expect(verify(value, 'vault', new Date(exp * 1000 + 1))).rejects.toThrow('"exp"');
});

test('without an audience it is the page of the owner; every token has its own jti', async () => {
  issuer.claims = claimsOf(jobOf(''));
  const [one, two] = await Promise.all([ask(issuer.requestToken, ''), ask(issuer.requestToken, '')]);
  const first = await verify(one.value, 'https://github.com/octo');
  const second = await verify(two.value, 'https://github.com/octo');
  expect(first.payload.jti).not.toBe(second.payload.jti);
});

test('only an admitted job gets a token, and its own', async () => {
  expect((await ask('guess')).status).toBe(401);
  expect((await fetch(requestUrlOf(issuer.url))).status).toBe(401);
  const job = issuer.admit(claimsOf(jobOf('', { actor: 'hubot' })));
  const { value } = await ask(job.requestToken);
  expect((await verify(value, 'vault')).payload['actor']).toBe('hubot');
});

test('the key is made anew in each process, named anew by each issuer, and its private half is not shown', async () => {
  const [key] = issuer.jwks.keys;
  const [again] = createIssuer({ clock }).jwks.keys;
  expect([again?.n === key?.n, again?.kid === key?.kid]).toEqual([true, false]);
  vi.resetModules();
  const elsewhere = await import('../../../sandbox/runner/oidc.ts');
  expect(elsewhere.createIssuer({ clock }).jwks.keys[0]?.n).not.toBe(key?.n);
  expect(key).not.toHaveProperty('d');
});

test.each([
  ['push', 'refs/heads/main', 'ref:refs/heads/main'],
  ['push', 'refs/tags/v1', 'ref:refs/tags/v1'],
  ['pull_request_target', 'refs/heads/main', 'pull_request'],
  ['workflow_run', undefined, 'ref:refs/heads/main'],
])('subject of %s on %s', (name, ref, end) => {
  const options = jobOf('', { ...(ref && { ref }), event: { name, payload: {} } });
  expect(claimsOf(options)['sub']).toBe(`repo:octo/engine:${end}`);
});

test('a token of workflow_run names the default branch, and no head, whatever its payload holds', () => {
  const { payload } = jobOf('').event;
  const claims = claimsOf(jobOf('', { event: { name: 'workflow_run', payload } }));
  expect(claims).toMatchObject({
    sub: 'repo:octo@65/engine@74:ref:refs/heads/main',
    event_name: 'workflow_run',
    ref: 'refs/heads/main',
    ref_type: 'branch',
    head_ref: '',
    base_ref: '',
    job_workflow_ref: 'octo/engine/.github/workflows/drawbridge.yml@refs/heads/main',
  });
});

test('a job can fetch its token over HTTP', async () => {
  const main = `const url = process.env.ACTIONS_ID_TOKEN_REQUEST_URL + '&audience=gitlab';
    const answer = await fetch(url, { headers: { authorization: 'Bearer ' + process.env.ACTIONS_ID_TOKEN_REQUEST_TOKEN } });
    console.log((await answer.json()).value);`;
  const options = jobOf(writeAction(main), { clock });
  const result = await startJob({ ...options, idToken: issuer.admit(claimsOf(options)) }).done;
  expect((await verify(result.stdout.trim(), 'gitlab')).payload['repository']).toBe('octo/engine');
});
