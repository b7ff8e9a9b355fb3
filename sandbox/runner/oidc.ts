import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { Hono } from 'hono';
import { type JWK, SignJWT } from 'jose';
import type { SandboxClock } from '../clock.ts';

/** The claims of a job; all are strings, as in GitHub's own tokens (docs/facts/runner.md, "ID tokens"). */
export type Claims = Record<string, string>;

/** What a job with `id-token: write` is told. */
export interface IdTokenRequest {
  requestUrl: string;
  requestToken: string;
}

/** GitHub's token issuer (token.actions.githubusercontent.com). */
export interface Issuer {
  app: Hono;
  /** Its own base URL, set after listening; `iss` of every token. */
  url: string;
  /** Bearer token with which the job that `claims` describes asks. */
  requestToken: string;
  /** May be changed at any time. */
  claims: Claims;
  /** Admits a further job, with claims and a request token of its own. Needs `url`. */
  admit(claims: Claims): IdTokenRequest;
  jwks: { keys: JWK[] };
}

const LIFETIME_S = 300;
const NOT_BEFORE_S = 600;

/** One key for all issuers of a process: making one takes a tenth of a second. Each has a `kid` and a URL of its own. */
let pair: ReturnType<typeof newPair> | undefined;
const newPair = () => generateKeyPairSync('rsa', { modulusLength: 2048 });

/**
 * Makes an issuer. Tokens are RS256 and live 300 virtual seconds. The audience is the one asked
 * for, else the owner's page (docs: OpenID Connect reference).
 */
export function createIssuer({ clock }: { clock: SandboxClock }): Issuer {
  pair ??= newPair();
  const { privateKey, publicKey } = pair;
  const kid = randomUUID();
  const jwk = publicKey.export({ format: 'jwk' }) as JWK;
  const admitted = new Map<string, Claims>();
  const app = new Hono();
  const issuer: Issuer = {
    app,
    url: '',
    requestToken: randomUUID(),
    claims: {},
    jwks: { keys: [{ ...jwk, kid, use: 'sig', alg: 'RS256' }] },
    admit: (claims) => {
      const requestToken = randomUUID();
      admitted.set(requestToken, claims);
      return { requestUrl: requestUrlOf(issuer.url), requestToken };
    },
  };
  const claimsFor = (token: string) => (token === issuer.requestToken ? issuer.claims : admitted.get(token));
  const sign = (claims: Claims, audience: string) => {
    const iat = Math.floor(clock.now() / 1000);
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid })
      .setIssuer(issuer.url)
      .setAudience(audience)
      .setJti(randomUUID())
      .setIssuedAt(iat)
      .setNotBefore(iat - NOT_BEFORE_S)
      .setExpirationTime(iat + LIFETIME_S)
      .sign(privateKey);
  };

  app.get('/token', async (c) => {
    const token = /^bearer (.+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    const claims = token === undefined ? undefined : claimsFor(token);
    if (!claims) return c.json({ message: 'Unauthorized' }, 401);
    const owner = claims['repository_owner'] ?? '';
    const value = await sign(claims, c.req.query('audience') || `https://github.com/${owner}`);
    return c.json({ count: value.length, value });
  });
  app.get('/.well-known/openid-configuration', (c) =>
    c.json({
      issuer: issuer.url,
      jwks_uri: `${issuer.url}/.well-known/jwks`,
      subject_types_supported: ['public', 'pairwise'],
      response_types_supported: ['id_token'],
      id_token_signing_alg_values_supported: ['RS256'],
      scopes_supported: ['openid'],
      claims_supported: ['sub', 'aud', 'exp', 'iat', 'iss', 'jti', 'nbf', ...Object.keys(issuer.claims)],
    }),
  );
  app.get('/.well-known/jwks', (c) => c.json(issuer.jwks));
  return issuer;
}

/** Where a job asks. It has a query already, so that a client must append `&audience=`. */
export const requestUrlOf = (url: string): string => `${url}/token?api-version=2.0`;
