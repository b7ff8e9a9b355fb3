/** Mounts, namespaces, quotas, wrapping and the server itself. */
import type { Row } from '../stage.ts';

const PROBE = 'sys/internal/ui/mounts';
const reader = (what: string, method: string, path: string): Row => [
  what,
  async ({ as, tokenWith }) => as(await tokenWith(['reader']))(method, path),
];
const root = (what: string, method: string, path: string, body?: unknown): Row => [
  what,
  ({ root: ask }) => ask(method, path, body),
];
const anonymous = (what: string, method: string, path: string): Row => [
  what,
  ({ anonymous: ask }) => ask(method, path),
];

export const mountRows: readonly Row[] = [
  reader('version 2, something below it is allowed', 'GET', `${PROBE}/kv2/functional-tests`),
  reader('version 2, by its name', 'GET', `${PROBE}/kv2`),
  reader('version 1', 'GET', `${PROBE}/kv1/functional-tests`),
  reader('a path below it that is not allowed', 'GET', `${PROBE}/kv2/other`),
  reader('nothing below it is allowed', 'GET', `${PROBE}/team/a/kv/x`),
  ['in folders', ({ wide }) => wide('GET', `${PROBE}/team/a/kv/x`)],
  reader('not there', 'GET', `${PROBE}/nope/x`),
  root('not there, by root', 'GET', `${PROBE}/nope/x`),
  anonymous('without a token', 'GET', `${PROBE}/kv2/x`),
  ['with a bad token', ({ as }) => as('s.bad')('GET', `${PROBE}/kv2/x`)],
  root('mounted without a version', 'GET', `${PROBE}/plain/x`),
  root('a log-in', 'GET', `${PROBE}/auth/jwt`),
  anonymous('all, without a token', 'GET', PROBE),
  reader('the table, where one may not', 'GET', 'sys/mounts'),
  root('mounted twice', 'POST', 'sys/mounts/kv1', { type: 'kv' }),
  root('a log-in mounted twice', 'POST', 'sys/auth/jwt', { type: 'jwt' }),
  root('of an unknown type', 'POST', 'sys/mounts/q', { type: 'quux' }),
  [
    'disabled',
    async ({ must, root: ask }) => {
      await must('POST', 'sys/mounts/brief', { type: 'kv' });
      await must('DELETE', 'sys/mounts/brief');
      return ask('GET', 'brief/x');
    },
  ],
  [
    'life of a mount',
    async ({ must, root: ask }) => {
      await must('POST', 'sys/auth/jwt/tune', { default_lease_ttl: '5m', max_lease_ttl: '1h' });
      return ask('GET', 'sys/auth/jwt/tune');
    },
  ],
];

const wrapped = async (ask: Parameters<Row[1]>[0]['wide']): Promise<string> => {
  const headers = { 'x-vault-wrap-ttl': '60s' };
  return (await ask('GET', 'kv2/data/functional-tests', undefined, headers)).json.wrap_info.token;
};

export const wrappingRows: readonly Row[] = [
  [
    'look-up',
    async ({ anonymous: ask, wide }) => ask('POST', 'sys/wrapping/lookup', { token: await wrapped(wide) }),
  ],
  ['opened', async ({ as, wide }) => as(await wrapped(wide))('POST', 'sys/wrapping/unwrap')],
  [
    'opened by somebody else',
    async ({ wide }) => wide('POST', 'sys/wrapping/unwrap', { token: await wrapped(wide) }),
  ],
  [
    'opened twice',
    async ({ as, wide }) => {
      const ask = as(await wrapped(wide));
      await ask('POST', 'sys/wrapping/unwrap');
      return ask('POST', 'sys/wrapping/unwrap');
    },
  ],
  ['rubbish opened', ({ wide }) => wide('POST', 'sys/wrapping/unwrap', { token: 's.bad' })],
  [
    'read with what wraps',
    async ({ as, wide }) => as(await wrapped(wide))('GET', 'kv2/data/functional-tests'),
  ],
];

/** They change the whole server, so they come last and in this order. */
export const serverRows: readonly Row[] = [
  anonymous('health', 'GET', 'sys/health'),
  anonymous('health by HEAD', 'HEAD', 'sys/health'),
  anonymous('seal', 'GET', 'sys/seal-status'),
  anonymous('leader', 'GET', 'sys/leader'),
  anonymous('initialised', 'GET', 'sys/init'),
  anonymous('unknown path', 'GET', 'sys/nope'),
  [
    'web page',
    async ({ server }) => {
      const { status, headers } = await fetch(`${server.url}/ui/`);
      return { status, headers, text: '', json: undefined };
    },
  ],
  [
    'version 2 of the API',
    async ({ server }) => {
      const answer = await fetch(`${server.url}/v2/x`);
      return { status: answer.status, headers: answer.headers, text: await answer.text(), json: undefined };
    },
  ],
  ['namespace made', ({ root: ask }) => ask('POST', 'sys/namespaces/team-ns')],
  [
    'namespace: log-in at a mount that is not there',
    async ({ anonymous: ask, jwt }) =>
      ask('POST', 'auth/jwt/login', { role: 'ci', jwt: await jwt() }, { 'x-vault-namespace': 'team-ns' }),
  ],
  [
    'namespace: log-in',
    async ({ anonymous: ask, as, issuer, jwt, server }) => {
      const inside = as(server.rootToken, 'team-ns');
      await inside('POST', 'sys/mounts/kv', { type: 'kv', options: { version: '1' } });
      await inside('POST', 'kv/x', { A: '1' });
      await inside('POST', 'sys/auth/jwt', { type: 'jwt' });
      await inside('POST', 'auth/jwt/config', { oidc_discovery_url: issuer.url, bound_issuer: issuer.url });
      await inside('PUT', 'sys/policies/acl/reader', { policy: 'path "kv/x" { capabilities = ["read"] }' });
      await inside('POST', 'auth/jwt/role/ci', {
        ...{ role_type: 'jwt', user_claim: 'repository_id', bound_audiences: ['vault-drawbridge'] },
        ...{ token_policies: ['reader'], token_ttl: 300 },
      });
      return ask(
        'POST',
        'auth/jwt/login',
        { role: 'ci', jwt: await jwt() },
        { 'x-vault-namespace': 'team-ns' },
      );
    },
  ],
  inNamespace('read', 'team-ns', 'GET', 'kv/x'),
  inNamespace('read, slashes around its name', '/team-ns/', 'GET', 'kv/x'),
  inNamespace('which mount', 'team-ns', 'GET', `${PROBE}/kv/x`),
  inNamespace('read outside of it', undefined, 'GET', 'kv2/data/functional-tests'),
  inNamespace('revoked outside of it', undefined, 'POST', 'auth/token/revoke-self'),
  inNamespace('revoked', 'team-ns', 'POST', 'auth/token/revoke-self'),
  ['namespace: read by its path', ({ root: ask }) => ask('GET', 'team-ns/kv/x')],
  [
    "namespace: read with a token of the root's",
    async ({ as, tokenOf }) => as(await tokenOf('ci'), 'team-ns')('GET', 'kv/x'),
  ],
  ['namespace that is not there', ({ as, server }) => as(server.rootToken, 'nope')('GET', 'kv/x')],
  [
    'namespace that is not there: log-in',
    async ({ anonymous: ask, jwt }) =>
      ask('POST', 'auth/jwt/login', { role: 'ci', jwt: await jwt() }, { 'x-vault-namespace': 'nope' }),
  ],
  [
    'namespace: health',
    ({ anonymous: ask }) => ask('GET', 'sys/health', undefined, { 'x-vault-namespace': 'team-ns' }),
  ],
  [
    'namespace locked',
    async ({ as, server }) => {
      const ask = as(server.rootToken, 'team-ns');
      await ask('POST', 'sys/namespaces/api-lock/lock');
      return ask('GET', 'kv/x');
    },
  ],
  [
    'quota used up',
    async ({ must, wide }) => {
      await must('POST', 'sys/quotas/rate-limit/q', { path: 'kv2', rate: 1, interval: '60s' });
      await wide('GET', 'kv2/data/functional-tests');
      return wide('GET', 'kv2/data/functional-tests');
    },
  ],
  [
    'quota used up, when to come back',
    async ({ must, wide }) => {
      await must('POST', 'sys/quotas/config', { enable_rate_limit_response_headers: true });
      const { status, headers } = await wide('GET', 'kv2/data/functional-tests');
      await must('DELETE', 'sys/quotas/rate-limit/q');
      const names = ['retry-after', 'x-ratelimit-limit', 'x-ratelimit-remaining', 'x-ratelimit-reset'];
      // How many seconds are left is nobody's to say.
      const lines = names.map((name) => `${name}: ${headers.get(name)?.replace(/^[45]\d$/, 'N')}`);
      return { status, headers, text: lines.join(', '), json: undefined };
    },
  ],
  [
    'sealed: read',
    async ({ must, wide }) => {
      await must('POST', 'sys/seal');
      return wide('GET', 'kv2/data/functional-tests');
    },
  ],
  ['sealed: log-in', ({ login }) => login('ci')],
  ['sealed: revoked', ({ wide }) => wide('POST', 'auth/token/revoke-self')],
  ['sealed: which mount', ({ wide }) => wide('GET', `${PROBE}/kv2/x`)],
  anonymous('sealed: health', 'GET', 'sys/health'),
  anonymous('sealed: health by HEAD', 'HEAD', 'sys/health'),
  anonymous('sealed: health by a code of our own', 'GET', 'sys/health?sealedcode=200'),
  anonymous('sealed: seal', 'GET', 'sys/seal-status'),
  [
    'unsealed by a wrong key',
    ({ anonymous: ask }) => ask('POST', 'sys/unseal', { key: Buffer.alloc(32).toString('base64') }),
  ],
  ['unsealed', ({ anonymous: ask, server }) => ask('POST', 'sys/unseal', { key: server.unsealKey })],
  ['unsealed: log-in', ({ login }) => login('ci')],
];

/** A row that logs in to the namespace, and asks in that one or, undefined, outside. */
function inNamespace(what: string, asked: string | undefined, method: string, path: string): Row {
  return [
    `namespace: ${what}`,
    async ({ anonymous: ask, as, jwt }) => {
      const body = { role: 'ci', jwt: await jwt() };
      const { json } = await ask('POST', 'auth/jwt/login', body, { 'x-vault-namespace': 'team-ns' });
      return as(json.auth.client_token, asked)(method, path);
    },
  ];
}
