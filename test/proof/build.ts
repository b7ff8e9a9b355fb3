/** Tokens as GitHub signs them, and as others would; what a job received with one. */
import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { SignJWT } from 'jose';
import type { KeySource } from '../../src/proof/keys.ts';
import { createKeys } from '../../src/proof/keys.ts';
import { partsOf } from '../../src/proof/parts.ts';
import { audienceOf, type ProvenRequest } from '../../src/proof/request.ts';
import type { ProofPolicy, Received } from '../../src/proof/verify.ts';

/** When the pipelines of these tests are made, epoch ms. */
export const noon = Date.UTC(2026, 10, 30, 12);

export const issuer = 'https://token.actions.githubusercontent.com';
export const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
export const kid = 'of-github';
export const jwk = { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig', alg: 'RS256', x5t: 'x' };
export const keySet = { keys: [{ kty: 'EC', kid: 'of-another-kind' }, jwk] };

/** The issuer's keys, over a transport that knows one address. */
export const keySourceOf = (now: () => number): KeySource =>
  createKeys(
    issuer,
    async ({ url }) => ({
      ...{ status: url === `${issuer}/.well-known/jwks` ? 200 : 404, headers: new Map(), url },
      body: JSON.stringify(keySet),
    }),
    { now, sleep: async () => undefined },
  );

export const keys = keySourceOf(() => noon);

export const request: ProvenRequest = {
  project: 4711,
  ref: 'main',
  values: {
    GITHUB_ENGINE_BRANCH_NAME: 'feature/x',
    TESTS_TO_RUN: 'dns,mail',
    GITHUB_COMMIT_ID: '4'.repeat(40),
    FORCE_CHECKOUT_CUSTOM_BRANCH: 'false',
    GITHUB_PULL_REQUEST: '42',
    GITHUB_REPOSITORY_FULL_NAME: 'acme/engine',
    DRAWBRIDGE_KEY: `acme/engine#42@${'4'.repeat(40)}:abcd01234567`,
    REGION: 'eu',
  },
};

const workflow = 'acme/engine/.github/workflows/drawbridge.yml@refs/heads/main';

export const policy: ProofPolicy = {
  issuer,
  repositoryId: '123',
  ownerId: '77',
  workflows: ['acme/engine/.github/workflows/other.yml@refs/heads/main', workflow],
  events: ['pull_request_target', 'workflow_run'],
  environment: undefined,
};

/** The claims of a run of the trusted workflow, as in the docs' example (docs/facts/runner.md, "ID tokens"). */
export const claims: Readonly<Record<string, unknown>> = {
  iss: issuer,
  aud: audienceOf(request),
  iat: noon / 1000 - 2,
  nbf: noon / 1000 - 602,
  exp: noon / 1000 + 298,
  sub: 'repo:acme@77/engine@123:pull_request',
  jti: 'one',
  actor: 'maria',
  actor_id: '1001',
  event_name: 'pull_request_target',
  job_workflow_ref: workflow,
  workflow_ref: workflow,
  repository: 'acme/engine',
  repository_id: '123',
  repository_owner: 'acme',
  repository_owner_id: '77',
  ref: 'refs/heads/main',
  run_id: '555',
  run_attempt: '1',
};

/** How a token is signed, where not as GitHub does it. */
export interface Signature {
  readonly header?: { readonly alg: string; readonly kid?: string; readonly jwk?: { readonly kty: string } };
  readonly key?: KeyObject | Uint8Array;
}

/** A token with these claims beside the honest ones; one that is undefined is left out. */
export const tokenOf = (
  changed: Readonly<Record<string, unknown>> = {},
  by: Signature = {},
): Promise<string> =>
  new SignJWT(JSON.parse(JSON.stringify({ ...claims, ...changed })))
    .setProtectedHeader({ typ: 'JWT', ...(by.header ?? { alg: 'RS256', kid }) })
    .sign(by.key ?? privateKey);

/** What a job has received with this token. */
export const receivedWith = (token: string, changed: Partial<Received> = {}): Received => ({
  ...{ project: request.project, ref: request.ref, createdAt: noon },
  values: { ...request.values, ...partsOf(token) },
  ...changed,
});

/** The public key as the bytes of its PEM: what a verifier that lets the token choose would take for a secret. */
export const publicPem = (): Uint8Array => Buffer.from(publicKey.export({ type: 'spki', format: 'pem' }));
