/** Log-in by a JWT. */
import type { Claims } from '../issuer.ts';
import { nowS, type Row } from '../stage.ts';

const b64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const unsigned = (alg: string) => `${b64({ alg, typ: 'JWT', kid: 'key-1' })}.${b64({ iat: nowS() })}.`;
/** A row that logs in by a role with some claims changed; a function where they have times in them. */
const by = (what: string, role: string, changed: Claims | (() => Claims) = {}): Row => [
  what,
  ({ login }) => login(role, typeof changed === 'function' ? changed() : changed),
];
const past = (seconds: number) => ({ iat: nowS() - 400, nbf: nowS() - 400, exp: nowS() - seconds });
const hour = () => nowS() + 3600;

export const jwtRows: readonly Row[] = [
  by('success', 'ci'),
  by('success by a glob', 'glob'),
  by('success by a list of values', 'two-refs'),
  by('success, one of several audiences in the token', 'ci', { aud: ['x', 'vault-drawbridge'] }),
  by('success, one of several audiences of the role', 'two-audiences'),
  by('success, one of several values of a claim', 'ci', { ref: ['refs/heads/main', 'x'] }),
  by('success from the right network', 'here'),
  by('wrong audience', 'ci', { aud: 'https://github.com/acme' }),
  by('no audience', 'ci', { aud: undefined }),
  by('empty list of audiences', 'ci', { aud: [] }),
  by('audience, but the role has none', 'no-audience'),
  by('no audience, and the role has none', 'no-audience', { aud: undefined }),
  by('claim differs', 'ci', { ref: 'refs/heads/evil' }),
  by('claim differs by its end', 'ci', {
    job_workflow_ref: 'acme/engine/.github/workflows/evil.yml@refs/heads/main',
  }),
  by('claim is missing', 'enterprise'),
  by('claim is a number', 'ci', { repository_owner_id: 77 }),
  by('claim is a boolean', 'ci', { ref: true }),
  by('claim is a number in the role', 'number-claim'),
  by('claim that names the user is a number', 'ci', { repository_id: 1001 }),
  by('claim that names the user is missing', 'no-such-user'),
  by('a star that is no glob', 'no-glob'),
  by('glob differs', 'glob', { ref: 'refs/tags/v1' }),
  by('in no list of values', 'two-refs', { ref: 'refs/heads/x' }),
  by('subject differs', 'other-subject'),
  by('wrong network', 'elsewhere'),
  by('unknown role', 'no-such-role'),
  by('empty role', ''),
  ['no role', async ({ anonymous, jwt }) => anonymous('POST', 'auth/jwt/login', { jwt: await jwt() })],
  ['no JWT', ({ anonymous }) => anonymous('POST', 'auth/jwt/login', { role: 'ci' })],
  ['empty JWT', ({ anonymous }) => anonymous('POST', 'auth/jwt/login', { role: 'ci', jwt: '' })],
  ['empty body', ({ anonymous }) => anonymous('POST', 'auth/jwt/login')],
  ['body that is no JSON', ({ anonymous }) => anonymous('POST', 'auth/jwt/login', 'role=ci')],
  ['JWT is a number', ({ anonymous }) => anonymous('POST', 'auth/jwt/login', { role: 'ci', jwt: 7 })],
  ['JWT is a word', ({ anonymous }) => anonymous('POST', 'auth/jwt/login', { role: 'ci', jwt: 'abc' })],
  [
    'JWT of three words',
    ({ anonymous }) => anonymous('POST', 'auth/jwt/login', { role: 'ci', jwt: 'a.b.c' }),
  ],
  by('expired by an hour', 'ci', () => ({ exp: nowS() - 3600 })),
  by('expired by 50 s', 'ci', () => past(50)),
  by('expired by 70 s', 'ci', () => past(70)),
  by('expired by 10 s, without leeway', 'strict', () => past(10)),
  by('valid in 50 s', 'ci', () => ({ nbf: nowS() + 50 })),
  by('valid in an hour', 'ci', () => ({ nbf: hour(), exp: hour() + 3600 })),
  by('issued in an hour', 'ci', () => ({ iat: hour(), exp: hour() + 3600 })),
  by('no times', 'ci', { iat: undefined, nbf: undefined, exp: undefined }),
  by('no end', 'ci', { exp: undefined }),
  by('no end, issued 190 s ago', 'ci', () => ({ exp: undefined, iat: nowS() - 190, nbf: nowS() - 190 })),
  by('no end, issued 220 s ago', 'ci', () => ({ exp: undefined, iat: nowS() - 220, nbf: nowS() - 220 })),
  by('wrong issuer', 'ci', { iss: 'https://token.actions.githubusercontent.com' }),
  by('wrong issuer and wrong audience', 'ci', { iss: 'https://elsewhere.example', aud: 'x' }),
  by('wrong subject and wrong audience', 'other-subject', { aud: 'x' }),
  by('wrong audience and expired', 'ci', () => ({ ...past(3600), aud: 'x' })),
  by('expired, and a claim differs', 'ci', () => ({ ...past(3600), ref: 'x' })),
  by('expired, and not yet valid', 'ci', () => ({ nbf: hour(), exp: nowS() - 3600 })),
  by('expired, and issued in the future', 'ci', () => ({ iat: hour(), exp: nowS() - 3600 })),
  by('the user is a number, and a claim differs', 'ci', { repository_id: 1001, ref: 'x' }),
  [
    'signed by a stranger',
    async ({ anonymous, jwt }) =>
      anonymous('POST', 'auth/jwt/login', { role: 'ci', jwt: await jwt({}, { stranger: true }) }),
  ],
  [
    'signed by a stranger, unknown key id',
    async ({ anonymous, jwt }) =>
      anonymous('POST', 'auth/jwt/login', {
        role: 'ci',
        jwt: await jwt({}, { stranger: true, kid: 'other' }),
      }),
  ],
  ...['none', 'HS256'].map(
    (alg): Row => [
      `algorithm ${alg}`,
      ({ anonymous }) => anonymous('POST', 'auth/jwt/login', { role: 'ci', jwt: unsigned(alg) }),
    ],
  ),
  [
    'the same JWT again',
    async ({ anonymous, jwt }) => {
      const same = await jwt();
      await anonymous('POST', 'auth/jwt/login', { role: 'ci', jwt: same });
      return anonymous('POST', 'auth/jwt/login', { role: 'ci', jwt: same });
    },
  ],
  [
    'issuer down, key known',
    async ({ issuer, login }) => {
      await login('ci');
      issuer.answers(false);
      return login('ci').finally(() => issuer.answers(true));
    },
  ],
  [
    'issuer down, key unknown',
    async ({ issuer, anonymous, jwt }) => {
      issuer.answers(false);
      const body = { role: 'ci', jwt: await jwt({}, { kid: 'newer' }) };
      return anonymous('POST', 'auth/jwt/login', body).finally(() => issuer.answers(true));
    },
  ],
  ['GitLab: success', ({ gitlabLogin }) => gitlabLogin()],
  ['GitLab: branch is not protected', ({ gitlabLogin }) => gitlabLogin({ ref_protected: 'false' })],
  ['GitLab: another project', ({ gitlabLogin }) => gitlabLogin({ project_id: '43' })],
  ['GitLab: another issuer', ({ gitlabLogin }) => gitlabLogin({ iss: 'https://elsewhere.example' })],
  [
    'a mount that is not there',
    async ({ anonymous, jwt }) => anonymous('POST', 'auth/nope/login', { role: 'ci', jwt: await jwt() }),
  ],
  [
    'a mount that is not there, with a token',
    async ({ root, jwt }) => root('POST', 'auth/nope/login', { role: 'ci', jwt: await jwt() }),
  ],
  [
    'a mount that is not there, with a bad token',
    async ({ as, jwt }) => as('s.bad')('POST', 'auth/nope/login', { role: 'ci', jwt: await jwt() }),
  ],
  [
    'a mount without configuration',
    async ({ anonymous, jwt }) => anonymous('POST', 'auth/unset/login', { role: 'ci', jwt: await jwt() }),
  ],
  [
    'the mount of AppRole',
    async ({ anonymous, jwt }) => anonymous('POST', 'auth/approle/login', { role: 'ci', jwt: await jwt() }),
  ],
  [
    'with a bad token',
    async ({ as, jwt }) => as('s.bad')('POST', 'auth/jwt/login', { role: 'ci', jwt: await jwt() }),
  ],
  [
    'with a slash at the end',
    async ({ anonymous, jwt }) => anonymous('POST', 'auth/jwt/login/', { role: 'ci', jwt: await jwt() }),
  ],
  ['by GET', ({ anonymous }) => anonymous('GET', 'auth/jwt/login')],
  [
    'by PUT',
    async ({ anonymous, jwt }) => anonymous('PUT', 'auth/jwt/login', { role: 'ci', jwt: await jwt() }),
  ],
  [
    'wrapped',
    async ({ anonymous, jwt }) =>
      anonymous('POST', 'auth/jwt/login', { role: 'ci', jwt: await jwt() }, { 'x-vault-wrap-ttl': '60' }),
  ],
  [
    'a role without a user',
    ({ root }) => root('POST', 'auth/jwt/role/x', { role_type: 'jwt', bound_audiences: 'a' }),
  ],
  [
    'a role that binds nothing',
    ({ root }) => root('POST', 'auth/jwt/role/x', { role_type: 'jwt', user_claim: 'sub' }),
  ],
  ['the role', ({ root }) => root('GET', 'auth/jwt/role/ci')],
  ['a role that is not there', ({ root }) => root('GET', 'auth/jwt/role/nope')],
  ['the roles', ({ root }) => root('GET', 'auth/gitlab/role?list=true')],
  ['the configuration', ({ root }) => root('GET', 'auth/jwt/config')],
  ['a configuration without keys', ({ root }) => root('POST', 'auth/jwt/config', {})],
];

const APPROLE = 'auth/approle';
const ids = async (must: Parameters<Row[1]>[0]['must'], role: string) => ({
  role_id: (await must('GET', `${APPROLE}/role/${role}/role-id`)).json.data.role_id,
  secret_id: (await must('POST', `${APPROLE}/role/${role}/secret-id`)).json.data.secret_id,
});
/** A row that logs in by an AppRole, with something changed. */
const approle = (what: string, role: string, changed: object = {}): Row => [
  what,
  async ({ anonymous, must }) =>
    anonymous('POST', `${APPROLE}/login`, { ...(await ids(must, role)), ...changed }),
];

export const approleRows: readonly Row[] = [
  approle('success', 'ci'),
  approle('wrong secret id', 'ci', { secret_id: 'wrong' }),
  approle('wrong role id', 'ci', { role_id: 'wrong' }),
  approle('no secret id', 'ci', { secret_id: undefined }),
  approle('no role id', 'ci', { role_id: undefined }),
  ['empty body', ({ anonymous }) => anonymous('POST', `${APPROLE}/login`, {})],
  [
    "another role's secret id",
    async ({ anonymous, must }) => {
      const { role_id } = await ids(must, 'ci');
      return anonymous('POST', `${APPROLE}/login`, {
        role_id,
        secret_id: (await ids(must, 'once')).secret_id,
      });
    },
  ],
  [
    'used secret id',
    async ({ anonymous, must }) => {
      const body = await ids(must, 'once');
      await anonymous('POST', `${APPROLE}/login`, body);
      return anonymous('POST', `${APPROLE}/login`, body);
    },
  ],
  [
    'expired secret id',
    async ({ anonymous, must, server, short }) => {
      await server.later(1500);
      return anonymous('POST', `${APPROLE}/login`, {
        ...(await ids(must, 'short')),
        secret_id: short.secretId,
      });
    },
  ],
  approle('another network', 'elsewhere'),
  [
    'a mount that is not there',
    async ({ anonymous, must }) => anonymous('POST', 'auth/approle2/login', await ids(must, 'ci')),
  ],
  ['the role', ({ root }) => root('GET', `${APPROLE}/role/ci`)],
  ['a role that is not there', ({ root }) => root('POST', `${APPROLE}/role/nope/secret-id`)],
];
