import { compactVerify, createLocalJWKSet, decodeProtectedHeader, type JSONWebKeySet } from 'jose';

/** The algorithms that a mount takes unless it is told otherwise, in the order of its words. */
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'ES256', 'ES384', 'ES512', 'PS256', 'PS384', 'PS512', 'EdDSA'];

/** Why a JWT is not trusted, in the server's words. */
export class Untrusted extends Error {}

/** An issuer's keys, fetched when needed, kept, and fetched anew for a key that is not among them. */
export interface Keys {
  /** The claims of a JWT that one of them has signed. Throws Untrusted. */
  claimsOf(jwt: string): Promise<Record<string, unknown>>;
}

/** `url` is that of the JSON Web Key Set. */
export function keysAt(url: string): Keys {
  let kept: JSONWebKeySet | undefined;
  const verified = async (jwt: string, keys: JSONWebKeySet | undefined) => {
    if (!keys) return undefined;
    try {
      const { payload } = await compactVerify(jwt, createLocalJWKSet(keys));
      return JSON.parse(Buffer.from(payload).toString()) as Record<string, unknown>;
    } catch {
      return undefined;
    }
  };
  return {
    claimsOf: async (jwt) => {
      checkForm(jwt);
      const known = await verified(jwt, kept);
      if (known) return known;
      kept = await fetchKeys(url);
      const claims = await verified(jwt, kept);
      if (!claims) throw new Untrusted('failed to verify id token signature');
      return claims;
    },
  };
}

async function fetchKeys(url: string): Promise<JSONWebKeySet> {
  const failed = (why: string) => new Untrusted(`fetching keys oidc: get keys failed${why}`);
  const answer = await fetch(url).catch((error: Error) => {
    throw failed(` ${error.message}`);
  });
  const text = await answer.text();
  if (!answer.ok) throw failed(`: ${answer.status} ${answer.statusText} ${text}`);
  return JSON.parse(text) as JSONWebKeySet;
}

function checkForm(jwt: string): void {
  const malformed = (why: string) => new Untrusted(`oidc: malformed jwt: ${why}`);
  if (jwt.split('.').length !== 3)
    throw malformed('go-jose/go-jose: compact JWS format must have three parts');
  const algorithm = algorithmOf(jwt);
  if (algorithm === undefined) throw malformed('illegal base64 data at input byte 0');
  if (ALGORITHMS.includes(algorithm)) return;
  const expected = ALGORITHMS.map((one) => `"${one}"`).join(' ');
  throw malformed(`unexpected signature algorithm "${algorithm}"; expected [${expected}]`);
}

function algorithmOf(jwt: string): string | undefined {
  try {
    return decodeProtectedHeader(jwt).alg;
  } catch {
    return undefined;
  }
}
