/** A token in parts: GitLab documents one input as less than 1 KB (docs/facts/gitlab.md, "Values"). */
import type { ReasonCode } from '../reasons.ts';
import { longestInput } from '../request/limits.ts';

/** What each part of a proof is called; all five are sent each time. */
export const partNames: readonly string[] = [1, 2, 3, 4, 5].map((number) => `DRAWBRIDGE_PROOF_${number}`);

/** What values come to: a token, or why they hold none. */
export type TokenIn =
  | { readonly found: true; readonly token: string }
  | { readonly found: false; readonly reason: Extract<ReasonCode, 'proof-missing' | 'proof-malformed'> };

/** Three parts of base64url: a token that is signed (RFC 7515, "JWS Compact Serialization"). */
const compact = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** A token as five values by name, unused ones empty; undefined where it is longer than they are. Pure. */
export function partsOf(token: string): Readonly<Record<string, string>> | undefined {
  if (token.length > partNames.length * longestInput) return undefined;
  return Object.fromEntries(
    partNames.map((name, at) => [name, token.slice(at * longestInput, (at + 1) * longestInput)]),
  );
}

/**
 * The token that values hold, in the one way in which `partsOf` lays it down: full parts, one that may be shorter, and
 * empty ones to the end. A part that is not there at all counts as empty. Pure.
 */
export function tokenIn(values: Readonly<Record<string, string | undefined>>): TokenIn {
  const parts = partNames.map((name) => values[name] ?? '');
  const token = parts.join('');
  if (token === '') return { found: false, reason: 'proof-missing' };
  const laid = partsOf(token);
  const isLaidSo = partNames.every((name, at) => laid?.[name] === parts[at]);
  return isLaidSo && compact.test(token)
    ? { found: true, token }
    : { found: false, reason: 'proof-malformed' };
}
