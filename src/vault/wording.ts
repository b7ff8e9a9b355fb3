/** Vault's sentences, each with what we call it: the only place where words of Vault are compared with anything. */
import type { KnownRefusal } from '../net/refusal.ts';
import type { VaultRefusal } from '../net/refusals.ts';

/** An answer in whose list `errors` one text is this, or begins so where it ends with `.*`. A `"` in it is `\"` there. */
const says = (...texts: readonly RegExp[]): RegExp =>
  new RegExp(
    `"errors"\\s*:\\s*\\[(?:"(?:[^"\\\\]|\\\\.)*"|[\\s,])*?"(?:${texts.map(({ source }) => source).join('|')})"`,
    's',
  );

/** The name of a claim, a role or a path as Vault quotes it, and as JSON writes that: a `"` in it is `\\\"`. */
const quoted = String.raw`\\"(?:\\\\\\"|\\[^"]|[^"\\])*\\"`;
/** The rest of a text. */
const rest = String.raw`(?:[^"\\]|\\.)*`;
/** The whole body of a 404 that has no text. */
const noErrors = /^\s*\{\s*"errors"\s*:\s*\[\s*\]\s*\}\s*$/;

const text = (parts: TemplateStringsArray, ...values: readonly string[]): RegExp =>
  new RegExp(String.raw(parts, ...values));

/**
 * Refusals of a server as a whole, to whatever was asked (docs/facts/vault.md, "Server"). A 307 without a page is how a
 * standby sends on to the leader; one with a page is of the path.
 */
const server: readonly KnownRefusal<VaultRefusal>[] = [
  { code: 'sealed', status: 503, text: says(/Vault is sealed/), kind: 'unavailable' },
  {
    code: 'namespace-locked',
    status: 503,
    text: says(text`API access to this namespace has been locked${rest}`),
  },
  { code: 'namespace-unknown', status: 404, text: says(/namespace not found/) },
  { code: 'replication-lag', status: 412, text: /^/, kind: 'unavailable' },
  { code: 'leader-unreachable', status: 307, text: /^$/, kind: 'unavailable' },
  { code: 'too-large', status: 413, text: /^/ },
];

/** Claims come first: one that is named like an audience or a subject is none. */
const claims: readonly KnownRefusal<VaultRefusal>[] = [
  {
    code: 'claim-differs',
    status: 400,
    text: says(
      text`error validating claims: claim ${quoted} does not match any associated bound claim values`,
    ),
  },
  {
    code: 'claim-missing',
    status: 400,
    text: says(text`error validating claims: claim ${quoted} is missing`),
  },
  { code: 'claim-not-text', status: 400, text: says(text`claim ${quoted} could not be converted to string`) },
  { code: 'user-claim-missing', status: 400, text: says(text`claim ${quoted} not found in token`) },
];

/** What a log-in answers besides (docs/facts/vault.md, "Log-in by a token (JWT)" and "Log-in by AppRole"). */
const logIn: readonly KnownRefusal<VaultRefusal>[] = [
  ...claims,
  { code: 'role-unknown', status: 400, text: says(text`role ${quoted} could not be found`) },
  { code: 'role-missing', status: 400, text: says(/missing role/) },
  { code: 'jwt-missing', status: 400, text: says(/missing token/) },
  {
    code: 'audience',
    status: 400,
    text: says(text`error validating token: invalid audience \(aud\) claim${rest}`),
  },
  {
    code: 'audience-unbound',
    status: 400,
    text: says(/audience claim found in JWT but no audiences bound to the role/),
  },
  {
    code: 'subject-differs',
    status: 400,
    text: says(text`error validating token: invalid subject \(sub\) claim${rest}`),
  },
  {
    code: 'issuer-differs',
    status: 400,
    text: says(text`error validating token: invalid issuer \(iss\) claim${rest}`),
  },
  {
    code: 'jwt-expired',
    status: 400,
    text: says(text`error validating token: invalid expiration time \(exp\) claim${rest}`),
  },
  {
    code: 'jwt-early',
    status: 400,
    text: says(text`error validating token: invalid (?:not before \(nbf\)|issued at \(iat\)) claim${rest}`),
  },
  {
    code: 'issuer-unreachable',
    status: 400,
    text: says(text`error validating token: error verifying token signature: fetching keys ${rest}`),
  },
  // Whatever else Vault finds wrong with it: form, algorithm, key, no time at all.
  { code: 'jwt-invalid', status: 400, text: says(text`error validating token: ${rest}`) },
  { code: 'login-unconfigured', status: 400, text: says(/could not load configuration/) },
  // AppRole says so of a body without a role id. A role id is always sent there, so the body was that of a JWT.
  { code: 'login-method-differs', status: 500, text: says(/missing role_id/), kind: 'invalid' },
  { code: 'secret-id-missing', status: 400, text: says(/missing secret_id/) },
  {
    code: 'approle-network',
    status: 400,
    text: says(text`source address ${quoted} unauthorized by ${rest}`),
  },
  {
    code: 'approle-invalid',
    status: 400,
    text: says(/invalid role or secret ID/, /invalid secret[_ ]id/, /invalid role[_ ](?:id|ID)/),
  },
  // No such path of the API: the address has a path that is none of the server's.
  { code: 'no-api', status: 404, text: noErrors },
  // The second is HashiCorp's; OpenBao says 403 there (src/vault/client.ts, `whyForbidden`).
  {
    code: 'login-mount-missing',
    text: says(text`no handler for route ${rest}`, /missing client token/),
    kind: 'not-found',
  },
];

/** A token that is not accepted, and one whose policy says no. HashiCorp's adds "invalid token" to a list. */
const tokens: readonly KnownRefusal<VaultRefusal>[] = [
  {
    code: 'token-dead',
    status: 403,
    text: says(/permission denied/, text`\d+ errors? occurred:${rest}\* invalid token${rest}`, /bad token/),
    kind: 'unauthorized',
  },
  { code: 'token-missing', status: 400, text: says(/missing client token/), kind: 'unauthorized' },
];

const denied = (code: VaultRefusal): KnownRefusal<VaultRefusal> => ({
  code,
  status: 403,
  text: says(text`1 error occurred:\\n\\t\* permission denied(?:\\n)*`),
});

/** What a read answers. The last two are the bodies of a 404 that has no text (docs/facts/vault.md, "Secrets"). */
const reading: readonly KnownRefusal<VaultRefusal>[] = [
  ...tokens,
  { code: 'mount-missing', status: 404, text: says(text`no handler for route ${rest}`) },
  {
    code: 'mount-hidden',
    status: 403,
    text: says(text`preflight capability check returned 403${rest}`),
  },
  {
    code: 'path-invalid',
    status: 500,
    text: says(text`(?:1 error occurred:\\n\\t\* )?could not find version data(?:\\n)*`),
    kind: 'invalid',
  },
  {
    code: 'path-invalid',
    status: 400,
    text: says(/relative paths not supported/, text`cannot (?:write to|read) a path ending in '\/'`),
  },
  {
    code: 'wrapping-token-invalid',
    status: 400,
    text: says(/wrapping token is not valid or does not exist/),
  },
  {
    code: 'kv-version-differs',
    status: 404,
    text: /"warnings"\s*:\s*\[\s*"Invalid path for a versioned K\/V secrets engine/,
  },
  {
    code: 'deleted-version',
    status: 404,
    text: /"data"\s*:\s*\{\s*"data"\s*:\s*null\s*,\s*"metadata"\s*:\s*\{/,
  },
  { code: 'absent', status: 404, text: noErrors },
];

/** What is known of the answers to each kind of call; the first that fits counts. */
export const known = {
  logIn: [...server, ...logIn, ...reading],
  read: [...server, ...reading, denied('policy')],
  list: [...server, ...reading, denied('list-denied')],
  renew: [
    ...server,
    { code: 'batch-token', status: 400, text: says(text`batch tokens cannot be ${rest}`) },
    {
      code: 'not-renewable',
      status: 400,
      text: says(/lease is not renewable/, /invalid lease/, /lease not found/),
    },
    ...reading,
    denied('policy'),
  ],
  revoke: [
    ...server,
    { code: 'batch-token', status: 400, text: says(text`batch tokens cannot be ${rest}`) },
    ...reading,
    denied('revoke-denied'),
  ],
} as const satisfies Record<string, readonly KnownRefusal<VaultRefusal>[]>;

/** What a call asks for: each has its own table. */
export type Asked = keyof typeof known;

/** Go's server says so in plain text to http at a port of TLS (Go, net/http, "server.go"). */
export const isTlsExpected = (status: number, body: string): boolean =>
  status === 400 && /^Client sent an HTTP request to an HTTPS server\.\s*$/.test(body);
