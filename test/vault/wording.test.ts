import { describe, expect, it } from 'vitest';
import { reasonOfFailure } from '../../src/facts/ask.ts';
import { secrets } from '../../src/reasons/vault.ts';
import type { ReasonCode } from '../../src/reasons.ts';
import { rejection } from '../net/loopback.ts';
import { answering, ask, errors, type Planted } from './answer.ts';

type Call = keyof typeof ask;
type Row = readonly [reason: ReasonCode, call: Call, status: number, body: unknown];

/** The reason that a call ends in which is answered so. */
const reasonOf = async (call: Call, ...answers: readonly Planted[]): Promise<ReasonCode> =>
  reasonOfFailure(await rejection(ask[call](answering(...answers).vault)));

const policy = errors('1 error occurred:\n\t* permission denied\n\n');
const token = errors('permission denied');
const validating = (text: string) => errors(`error validating token: ${text}`);
const signature = (text: string) => validating(`error verifying token signature: ${text}`);
const claim = (text: string) => errors(`error validating claims: ${text}`);
const noRoute = (path: string) => errors(`no handler for route "${path}". route entry not found.`);
const envelope = { request_id: '1', lease_id: '', renewable: false, lease_duration: 0, auth: null };
const read404 = (data: unknown, warnings: readonly string[] | null = null) => ({
  ...envelope,
  ...{ data, wrap_info: null, warnings },
});
const wrapped = { ...envelope, data: null, wrap_info: { token: 's.wrapped', ttl: 60 } };
const version = (more: object) => ({
  data: null,
  metadata: { created_time: '2026-11-29T10:06:13Z', custom_metadata: { by: 'x' }, ...more, version: 1 },
});
const locked =
  'API access to this namespace has been locked by an administrator - "team-ns/" must be unlocked';

/** Every row of docs/facts/vault.md that is a refusal, in the words of OpenBao 2.7.2 unless it says otherwise. */
const rows: readonly Row[] = [
  // Log-in by a token (JWT).
  [
    'vault-audience',
    'jwt',
    400,
    validating('invalid audience (aud) claim: audience claim does not match any'),
  ],
  [
    'vault-audience-unbound',
    'jwt',
    400,
    errors('audience claim found in JWT but no audiences bound to the role'),
  ],
  ['vault-claim-differs', 'jwt', 400, claim('claim "ref" does not match any associated bound claim values')],
  ['vault-claim-missing', 'jwt', 400, claim('claim "enterprise" is missing')],
  ['vault-claim-not-text', 'jwt', 400, errors('claim "repository_id" could not be converted to string')],
  ['vault-subject-differs', 'jwt', 400, validating('invalid subject (sub) claim')],
  ['vault-user-claim-missing', 'jwt', 400, errors('claim "not_there" not found in token')],
  ['vault-role-unknown', 'jwt', 400, errors('role "no-such-role" could not be found')],
  ['vault-role-missing', 'jwt', 400, errors('missing role')],
  ['vault-jwt-missing', 'jwt', 400, errors('missing token')],
  [
    'vault-jwt-invalid',
    'jwt',
    400,
    signature('oidc: malformed jwt: compact JWS format must have three parts'),
  ],
  ['vault-jwt-invalid', 'jwt', 400, signature('oidc: malformed jwt: unexpected signature algorithm "none"')],
  ['vault-jwt-invalid', 'jwt', 400, signature('failed to verify id token signature')],
  [
    'vault-jwt-invalid',
    'jwt',
    400,
    validating('no issued at (iat), not before (nbf), or expiration time (exp)'),
  ],
  ['vault-issuer-differs', 'jwt', 400, validating('invalid issuer (iss) claim')],
  ['vault-jwt-expired', 'jwt', 400, validating('invalid expiration time (exp) claim: token is expired')],
  ['vault-jwt-early', 'jwt', 400, validating('invalid not before (nbf) claim: token not yet valid')],
  ['vault-jwt-early', 'jwt', 400, validating('invalid issued at (iat) claim: token issued in the future')],
  ['vault-issuer-unreachable', 'jwt', 400, signature('fetching keys oidc: get keys failed: 500 {}')],
  ['vault-login-method-differs', 'jwt', 500, errors('missing role_id')],
  ['vault-login-unconfigured', 'jwt', 400, errors('could not load configuration')],
  ['vault-path-invalid', 'jwt', 400, errors("cannot write to a path ending in '/'")],
  ['vault-login-mount-missing', 'jwt', 403, token],
  ['vault-login-mount-missing', 'jwt', 404, noRoute('auth/nope/login')],
  // HashiCorp's.
  ['vault-login-mount-missing', 'jwt', 400, errors('missing client token')],
  // AppRole.
  ['vault-approle-refused', 'approle', 400, errors('invalid role or secret ID')],
  ['vault-approle-refused', 'approle', 400, errors('invalid secret id')],
  [
    'vault-approle-network',
    'approle',
    400,
    errors('source address "127.0.0.1" unauthorized by CIDR restrictions'),
  ],
  ['vault-secret-id-missing', 'approle', 400, errors('missing secret_id')],
  ['vault-login-mount-missing', 'approle', 403, token],
  // Tokens.
  ['vault-token-refused', 'read', 403, token],
  ['vault-token-refused', 'mount', 403, token],
  ['vault-token-refused', 'revoke', 403, token],
  // HashiCorp's.
  [
    'vault-token-refused',
    'read',
    403,
    errors('2 errors occurred:\n\t* permission denied\n\t* invalid token\n\n'),
  ],
  ['vault-token-missing', 'read', 400, errors('missing client token')],
  ['vault-policy-denied', 'read', 403, policy],
  ['vault-list-denied', 'list', 403, policy],
  ['vault-batch-token', 'revoke', 400, errors('batch tokens cannot be revoked')],
  ['vault-batch-token', 'renew', 400, errors('batch tokens cannot be renewed')],
  ['vault-revoke-denied', 'revoke', 403, policy],
  ['vault-not-renewable', 'renew', 400, errors('lease is not renewable')],
  ['vault-not-renewable', 'renewLease', 400, errors('invalid lease')],
  // Secrets.
  ['vault-absent', 'read', 404, errors()],
  [
    'vault-kv-version-differs',
    'read',
    404,
    read404(null, ['Invalid path for a versioned K/V secrets engine. See']),
  ],
  ['vault-version-deleted', 'read', 404, read404(version({ deletion_time: '2026-11-29T10:06:13Z' }))],
  ['vault-version-deleted', 'read', 404, read404(version({ deletion_time: '', destroyed: true }))],
  ['vault-mount-missing', 'read', 404, noRoute('nope/data/x')],
  ['vault-path-invalid', 'read', 500, errors('1 error occurred:\n\t* could not find version data\n\n')],
  ['vault-path-invalid', 'read', 400, errors('relative paths not supported')],
  ['vault-moved', 'read', 307, '<a href="/v1/kv2/data/x">Temporary Redirect</a>.\n\n'],
  ['vault-wrapped', 'read', 200, wrapped],
  ['vault-wrapped', 'jwt', 200, wrapped],
  ['vault-wrapping-token', 'read', 400, errors('wrapping token is not valid or does not exist')],
  ['vault-too-large', 'jwt', 413, errors('http: request body too large')],
  // Mounts.
  [
    'vault-mount-hidden',
    'mount',
    403,
    errors('preflight capability check returned 403, please ensure "nope/x/"'),
  ],
  // Server.
  ['vault-sealed', 'read', 503, errors('Vault is sealed')],
  ['vault-sealed', 'jwt', 503, errors('Vault is sealed')],
  ['vault-lagging', 'read', 412, errors('required index state not present')],
  ['vault-leader-unreachable', 'jwt', 307, ''],
  ['vault-leader-unreachable', 'revoke', 307, ''],
  ['vault-rate-limited', 'read', 429, errors('request path "kv2/data/x": rate limit quota exceeded')],
  ['vault-namespace-unknown', 'read', 404, errors('namespace not found')],
  ['vault-namespace-unknown', 'jwt', 404, errors('namespace not found')],
  ['vault-namespace-locked', 'read', 503, errors(locked)],
  ['vault-no-api', 'jwt', 404, errors()],
  ['vault-https-expected', 'read', 400, 'Client sent an HTTP request to an HTTPS server.\n'],
  ['vault-unavailable', 'read', 502, '<html>Bad Gateway</html>'],
  ['vault-unavailable', 'jwt', 403, '<html><title>permission denied</title></html>'],
  ['vault-unavailable', 'jwt', 500, errors('internal error')],
  ['vault-moved', 'read', 301, ''],
  ['vault-unexpected', 'read', 405, errors('unsupported operation')],
  ['vault-unexpected', 'read', 400, ''],
];

describe('an answer that is no', () => {
  it.each(rows)('%s: %s %i %j', async (reason, call, status, body) => {
    expect(await reasonOf(call, [status, body])).toBe(reason);
  });

  it('has a row for each reason, but those that need another question, or none', () => {
    const elsewhere: readonly ReasonCode[] = [
      // Before Vault is asked, or before it can answer (test/secrets, node-vault.test.ts).
      ...(['vault-address-path', 'vault-address-refused', 'vault-token-form', 'vault-untrusted'] as const),
      ...(['vault-path-has-data', 'vault-too-many-below'] as const),
      // Of what was read (test/action/gitlab-tokens.test.ts).
      ...(['vault-key-missing', 'vault-token-unusable'] as const),
      // By a second question (client.test.ts).
      ...(['vault-login-network', 'vault-not-initialised'] as const),
    ];
    const played = new Set(rows.map(([reason]) => reason));
    const unplayed = (Object.keys(secrets) as ReasonCode[]).filter((code) => !played.has(code));
    expect(unplayed.sort()).toEqual([...elsewhere].sort());
  });
});

describe('words that others have chosen name nothing', () => {
  it.each([
    'audience',
    'invalid audience (aud) claim',
    'error validating token: invalid audience (aud) claim',
    'x" is missing',
    'x" does not match any associated bound claim values',
    'permission denied',
    'a\\b',
  ])('a claim or a role: %s', async (name) => {
    const quoted = JSON.stringify(name);
    const texts: readonly (readonly [ReasonCode, string])[] = [
      [
        'vault-claim-differs',
        `error validating claims: claim ${quoted} does not match any associated bound claim values`,
      ],
      ['vault-claim-missing', `error validating claims: claim ${quoted} is missing`],
      ['vault-user-claim-missing', `claim ${quoted} not found in token`],
      ['vault-role-unknown', `role ${quoted} could not be found`],
    ];
    for (const [reason, text] of texts) expect(await reasonOf('jwt', [400, errors(text)])).toBe(reason);
  });

  it.each<[string, number, unknown, ReasonCode]>([
    [
      'a path',
      429,
      errors('request path "Vault is sealed": rate limit quota exceeded'),
      'vault-rate-limited',
    ],
    ['a later part', 400, errors('plugin says: permission denied'), 'vault-unexpected'],
    ['a quoted text', 400, errors('the plugin said "missing role"'), 'vault-unexpected'],
    ['a note in a 404', 404, { data: { note: 'Vault is sealed' } }, 'vault-unexpected'],
    ['another warning', 404, read404(null, ['Endpoint ignored these parameters: [x]']), 'vault-unexpected'],
  ])('%s', async (_what, status, body, reason) => {
    expect(await reasonOf('read', [status, body])).toBe(reason);
  });

  it('the second of several counts too', async () => {
    const two = errors('something else', 'permission denied');
    expect(await reasonOf('read', [403, two])).toBe('vault-token-refused');
  });
});
