/** One server on which the rows are played, embedded or real, and how they ask it. */
import type { Claims, RowsIssuer } from './issuer.ts';

/** A server, however it runs. */
export interface Server {
  readonly url: string;
  readonly rootToken: string;
  readonly unsealKey: string;
  /** Goes on when so many ms have passed for the server since it was set up. */
  later(ms: number): Promise<void>;
}

/** What was answered. `json` is undefined where the body is none. */
export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: rows read what they know to be there
  readonly json: any;
}

/** Asks by method and path, below `/v1/`; a text is sent as it is. */
export type Ask = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Answered>;

export interface Stage {
  readonly server: Server;
  readonly issuer: RowsIssuer;
  readonly anonymous: Ask;
  readonly root: Ask;
  as(token: string, namespace?: string): Ask;
  /** The same as root; throws where it is refused. */
  must(method: string, path: string, body?: unknown): Promise<Answered>;
  /** A JWT of GitHub's form with some claims changed. */
  jwt(changed?: Claims, options?: Parameters<RowsIssuer['sign']>[1]): Promise<string>;
  /** A log-in at `auth/jwt` with such a JWT. */
  login(role: string, changed?: Claims): Promise<Answered>;
  /** The same of GitLab's form, at `auth/gitlab`. */
  gitlabLogin(changed?: Claims): Promise<Answered>;
  /** The token of such a log-in. */
  tokenOf(role: string): Promise<string>;
  /** A token with these policies, made by root. */
  tokenWith(policies: readonly string[], more?: object): Promise<string>;
  /** Who may change everything in the three kv mounts. */
  readonly wide: Ask;
  /** What may be read once in a while: made at the start, so that it is over when it is asked for. */
  readonly short: { readonly token: string; readonly secretId: string };
}

/** One case: its name, unique in its part, and what is asked. */
export type Row = readonly [what: string, play: (stage: Stage) => Promise<Answered>];

export const nowS = (): number => Math.floor(Date.now() / 1000);

const githubClaims = (iss: string): Claims => ({
  iss,
  aud: 'vault-drawbridge',
  sub: 'repo:acme/engine:ref:refs/heads/main',
  iat: nowS(),
  nbf: nowS() - 300,
  exp: nowS() + 300,
  ref: 'refs/heads/main',
  repository_id: '1001',
  repository_owner_id: '77',
  job_workflow_ref: 'acme/engine/.github/workflows/functional.yml@refs/heads/main',
  run_id: '9',
});
const gitlabClaims = (iss: string): Claims => ({
  iss,
  aud: 'https://vault.example',
  iat: nowS(),
  nbf: nowS() - 5,
  exp: nowS() + 3600,
  project_id: '42',
  ref: 'main',
  ref_type: 'branch',
  ref_protected: 'true',
});

const isBodiless = (method: string) => method === 'GET' || method === 'HEAD';

function asker(url: string, own: Record<string, string>): Ask {
  return async (method, path, body, headers = {}) => {
    const sent = typeof body === 'string' ? body : JSON.stringify(body);
    const type = { 'content-type': 'application/json' };
    const answer = await fetch(`${url}/v1/${path}`, {
      method,
      redirect: 'manual',
      headers: { ...own, ...(sent !== undefined && type), ...headers },
      ...(sent !== undefined && !isBodiless(method) && { body: sent }),
    });
    const text = await answer.text();
    const isJson = /json/.test(answer.headers.get('content-type') ?? '') && text.trim() !== '';
    return {
      status: answer.status,
      headers: answer.headers,
      text,
      json: isJson ? JSON.parse(text) : undefined,
    };
  };
}

/** Fills a fresh server, and gives the ways to ask it. */
export async function startStage(server: Server, issuer: RowsIssuer): Promise<Stage> {
  const { url, rootToken } = server;
  const as: Stage['as'] = (token, namespace) =>
    asker(url, {
      'x-vault-token': token,
      ...(namespace !== undefined && { 'x-vault-namespace': namespace }),
    });
  const root = as(rootToken);
  const anonymous = asker(url, {});
  const must: Stage['must'] = async (method, path, body) => {
    const answer = await root(method, path, body);
    if (answer.status >= 300) throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    return answer;
  };
  const given = (claims: Claims): Claims =>
    Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined));
  const jwt: Stage['jwt'] = (changed, options) =>
    issuer.sign(given({ ...githubClaims(issuer.url), ...changed }), options);
  const login: Stage['login'] = async (role, changed) =>
    anonymous('POST', 'auth/jwt/login', { role, jwt: await jwt(changed) });
  const tokenWith: Stage['tokenWith'] = async (policies, more = {}) =>
    (await must('POST', 'auth/token/create', { policies, ttl: '10m', ...more })).json.auth.client_token;
  const tokenOf = async (role: string): Promise<string> => (await login(role)).json.auth.client_token;
  await fill(must, root, issuer.url);
  const secretId = await must('POST', 'auth/approle/role/short/secret-id');
  return {
    server,
    issuer,
    anonymous,
    root,
    as,
    must,
    jwt,
    login,
    gitlabLogin: async (changed) =>
      anonymous('POST', 'auth/gitlab/login', {
        role: 'preprod',
        jwt: await issuer.sign({ ...gitlabClaims(issuer.url), ...changed }),
      }),
    tokenOf,
    tokenWith,
    wide: as(await tokenWith(['wide'])),
    short: { token: await tokenOf('ttl-1'), secretId: secretId.json.data.secret_id },
  };
}

const POLICIES = {
  reader: `
    path "kv2/data/functional-tests" { capabilities = ["read"] }
    path "kv2/data/reader/*" { capabilities = ["read"] }
    path "kv1/functional-tests" { capabilities = ["read"] }
    path "kv1/reader/*" { capabilities = ["read"] }`,
  wide: `
    path "kv2/*" { capabilities = ["create", "read", "update", "patch", "delete", "list"] }
    path "kv1/*" { capabilities = ["create", "read", "update", "delete", "list"] }
    path "team/a/kv/*" { capabilities = ["create", "read", "update"] }
    path "queue/creds/app" { capabilities = ["read"] }`,
  v1style: 'path "kv2/functional-tests" { capabilities = ["read"] }',
  'no-functional-tests': 'path "kv2/data/functional-tests" { capabilities = ["deny"] }',
  plus: 'path "kv2/data/+/b" { capabilities = ["read"] }',
  creator: 'path "kv2/data/created/*" { capabilities = ["create"] }',
};

/** Two kinds of kv, one in folders, one in a namespace; policies; log-in for GitHub, GitLab and AppRole. */
async function fill(must: Stage['must'], root: Ask, issuer: string): Promise<void> {
  const mount = (path: string, version: string) =>
    must('POST', `sys/mounts/${path}`, { type: 'kv', options: { version } });
  await mount('kv1', '1');
  await mount('kv2', '2');
  await mount('team/a/kv', '2');
  await must('POST', 'sys/mounts/plain', { type: 'kv' });
  // A fresh mount with versions answers 400 for a moment, until it has set itself up.
  while ((await root('POST', 'kv2/data/functional-tests', { data: { A: '1', B: '2' } })).status === 400);
  await must('POST', 'kv2/metadata/expiring', { delete_version_after: '1s' });
  await must('POST', 'kv2/data/expiring', { data: { A: '1' } });
  await must('POST', 'kv1/functional-tests', { A: '1', B: '2' });
  for (const [name, policy] of Object.entries(POLICIES))
    await must('POST', `sys/policies/acl/${name}`, { policy });

  await must('POST', 'sys/mounts/queue', { type: 'rabbitmq' });
  const broker = { connection_uri: issuer, username: 'admin', password: 'x', verify_connection: false };
  await must('POST', 'queue/config/connection', broker);
  await must('POST', 'queue/config/lease', { ttl: 60, max_ttl: 120 });
  await must('POST', 'queue/roles/app', { tags: 'management' });

  await must('POST', 'sys/auth/jwt', { type: 'jwt' });
  await must('POST', 'auth/jwt/config', { oidc_discovery_url: issuer, bound_issuer: issuer });
  await must('POST', 'sys/auth/gitlab', { type: 'jwt' });
  await must('POST', 'auth/gitlab/config', { jwks_url: `${issuer}/jwks`, bound_issuer: issuer });
  await must('POST', 'sys/auth/unset', { type: 'jwt' });
  const { ref, repository_id, repository_owner_id, job_workflow_ref } = githubClaims(issuer);
  const ci = {
    role_type: 'jwt',
    user_claim: 'repository_id',
    bound_audiences: ['vault-drawbridge'],
    bound_claims: { ref, repository_id, repository_owner_id, job_workflow_ref },
    token_policies: ['reader'],
    token_ttl: 300,
    token_max_ttl: 300,
    token_type: 'service',
  };
  const roles = {
    ci: {},
    batch: { token_type: 'batch' },
    'no-default': { token_no_default_policy: true },
    'uses-1': { token_num_uses: 1 },
    'uses-2': { token_num_uses: 2 },
    elsewhere: { token_bound_cidrs: ['10.9.8.0/24'] },
    here: { token_bound_cidrs: ['127.0.0.1'] },
    'ttl-1': { token_ttl: 1, token_max_ttl: 1 },
    'no-such-user': { user_claim: 'not_there' },
    glob: { bound_claims_type: 'glob', bound_claims: { ref: 'refs/heads/*' } },
    'no-glob': { bound_claims: { ref: 'refs/heads/*' } },
    enterprise: { bound_claims: { enterprise: 'acme' } },
    'two-refs': { bound_claims: { ref: ['refs/heads/main', 'refs/heads/next'] } },
    'other-subject': { bound_subject: 'repo:acme/engine:environment:gitlab' },
    'two-audiences': { bound_audiences: ['other', 'vault-drawbridge'] },
    'number-claim': { bound_claims: { run_id: 9 } },
    strict: { clock_skew_leeway: -1, expiration_leeway: -1, not_before_leeway: -1 },
  };
  for (const [name, changed] of Object.entries(roles))
    await must('POST', `auth/jwt/role/${name}`, { ...ci, ...changed });
  const { bound_audiences: _, token_ttl: __, ...open } = ci;
  await must('POST', 'auth/jwt/role/no-audience', { ...open, token_max_ttl: 0 });
  const { ref: ___, ...gitlabBound } = { project_id: '42', ref_protected: 'true', ref: 'main' };
  const preprod = { ...ci, user_claim: 'project_id', bound_audiences: ['https://vault.example'] };
  await must('POST', 'auth/gitlab/role/preprod', { ...preprod, bound_claims: gitlabBound });

  await must('POST', 'sys/auth/approle', { type: 'approle' });
  const approles = {
    ci: { secret_id_ttl: '10m' },
    once: { secret_id_num_uses: 1 },
    short: { secret_id_ttl: '1s' },
    elsewhere: { secret_id_bound_cidrs: ['10.9.8.0/24'] },
  };
  for (const [name, more] of Object.entries(approles))
    await must('POST', `auth/approle/role/${name}`, { token_policies: ['reader'], token_ttl: '5m', ...more });
  const tests = { allowed_policies: ['reader'], orphan: true, renewable: true };
  await must('POST', 'auth/token/roles/tests', { ...tests, token_explicit_max_ttl: 600 });
  await must('POST', 'auth/token/roles/elsewhere', { ...tests, token_bound_cidrs: ['10.9.8.0/24'] });
}
