/** What the claims of a JWT must be; pure. The words and their order are OpenBao's (docs/facts/vault.md, "Answers"). */

/** What a role and its mount ask of a JWT. Leeways in seconds: 0 is the server's own, below it none. */
export interface Expected {
  readonly issuer: string;
  readonly subject: string;
  readonly audiences: readonly string[];
  readonly clockSkewLeeway: number;
  readonly expirationLeeway: number;
  readonly notBeforeLeeway: number;
}

export type Claims = Readonly<Record<string, unknown>>;

/** The server's own leeways, in seconds. */
const CLOCK_SKEW_S = 60;
const MISSING_TIME_S = 150;

const leeway = (wanted: number, usual: number): number => (wanted === 0 ? usual : Math.max(0, wanted));

/** Why these claims are refused, or undefined. `now` in Unix seconds. */
export function faultOf(claims: Claims, expected: Expected, now: number): string | undefined {
  const { issuer, subject, audiences } = expected;
  if (issuer !== '' && claims['iss'] !== issuer) return 'invalid issuer (iss) claim';
  if (subject !== '' && claims['sub'] !== subject) return 'invalid subject (sub) claim';
  if (audiences.length > 0 && !audiencesOf(claims).some((one) => audiences.includes(one)))
    return 'invalid audience (aud) claim: audience claim does not match any expected audience';
  return faultOfTimes(claims, expected, now);
}

/** The audiences of a JWT: one, several or none. */
export const audiencesOf = (claims: Claims): readonly string[] =>
  [claims['aud'] ?? []].flat().map((one) => String(one));

function faultOfTimes(claims: Claims, expected: Expected, now: number): string | undefined {
  const { iat, nbf, exp } = claims as Record<string, number | undefined>;
  if (!iat && !nbf && !exp)
    return 'no issued at (iat), not before (nbf), or expiration time (exp) claims in token';
  const end = exp || Math.max(iat ?? 0, nbf ?? 0) + leeway(expected.expirationLeeway, MISSING_TIME_S);
  const start = nbf || iat || end - leeway(expected.notBeforeLeeway, MISSING_TIME_S);
  const skew = leeway(expected.clockSkewLeeway, CLOCK_SKEW_S);
  if (now + skew < start) return 'invalid not before (nbf) claim: token not yet valid';
  if (now - skew > end) return 'invalid expiration time (exp) claim: token is expired';
  if (now + skew < (iat ?? 0)) return 'invalid issued at (iat) claim: token issued in the future';
  return undefined;
}

/** Which of a role's bound claims is not met, as a sentence, or undefined. A list is met by one of its elements. */
export function boundFaultOf(claims: Claims, bound: Claims, type: 'string' | 'glob'): string | undefined {
  for (const [name, wanted] of Object.entries(bound)) {
    const found = claims[name];
    if (found === undefined || found === null) return `claim "${name}" is missing`;
    const isMet = [found].flat().some((one) => [wanted].flat().some((value) => meets(one, value, type)));
    if (!isMet) return `claim "${name}" does not match any associated bound claim values`;
  }
  return undefined;
}

function meets(found: unknown, wanted: unknown, type: 'string' | 'glob'): boolean {
  if (type === 'string' || typeof wanted !== 'string' || typeof found !== 'string') return found === wanted;
  const source = wanted.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${source.join('.*')}$`, 's').test(found);
}
