/** The public keys of an issuer, read from where it publishes them (docs/facts/runner.md, "ID tokens"). */
import type { CryptoKey } from 'jose';
import * as v from 'valibot';
import type { Clock } from '../clock.ts';
import { TransportFailure, type TransportFailureKind } from '../net/failure.ts';
import type { Send } from '../net/transport.ts';
import type { ReasonCode } from '../reasons.ts';

/** Why there is no key: the issuer has none of that name, or could not be asked. */
export type NoKey = Extract<ReasonCode, 'proof-unknown-key' | `proof-keys-${string}`>;

/** A key, or why there is none. */
export type FoundKey =
  | { readonly found: true; readonly key: CryptoKey }
  | { readonly found: false; readonly reason: NoKey };

/** Where a key is looked up by its `kid`. Never rejects. */
export interface KeySource {
  keyOf(kid: string): Promise<FoundKey>;
}

/** What makes RS256 with at least 2,048 bits (RFC 7518, section 3.3); whatever else is in a set is passed over. */
const usable = v.object({
  kty: v.literal('RSA'),
  kid: v.string(),
  n: v.pipe(v.string(), v.regex(/^[\w-]{342,2000}$/)),
  e: v.pipe(v.string(), v.regex(/^[\w-]{1,16}$/)),
  use: v.optional(v.literal('sig')),
  alg: v.optional(v.literal('RS256')),
});
type Jwk = v.InferOutput<typeof usable>;

const setShape = v.object({ keys: v.array(v.unknown()) });

type KeySet =
  | { readonly read: true; readonly keys: readonly Jwk[] }
  | { readonly read: false; readonly reason: NoKey };

/** For so long (ms) a set that was read is good. One in which a key is not found is read again before. */
const goodForMs = 600_000;

/**
 * Keys of `issuer`, a URL without a slash at the end, from `<issuer>/.well-known/jwks`. They are read at the first
 * question, kept for ten minutes, and read once more for a key that is not among those that were kept: issuers change
 * theirs. What could not be read is not kept.
 */
export function createKeys(issuer: string, send: Send, clock: Clock): KeySource {
  let kept: { readonly keys: readonly Jwk[]; readonly until: number } | undefined;
  return {
    keyOf: async (kid) => {
      const old = kept && clock.now() < kept.until ? only(kept.keys, kid) : undefined;
      if (old) return imported(old);
      const set = await readSet(issuer, send);
      if (!set.read) return { found: false, reason: set.reason };
      kept = { keys: set.keys, until: clock.now() + goodForMs };
      const key = only(set.keys, kid);
      return key ? imported(key) : { found: false, reason: 'proof-unknown-key' };
    },
  };
}

/** The one key of this name: where two have it, nobody can say which is meant. */
function only(keys: readonly Jwk[], kid: string): Jwk | undefined {
  const named = keys.filter((key) => key.kid === kid);
  return named.length === 1 ? named[0] : undefined;
}

async function imported({ kty, n, e }: Jwk): Promise<FoundKey> {
  const { importJWK } = await import('jose');
  const key = await importJWK({ kty, n, e }, 'RS256').catch(() => undefined);
  return key === undefined || key instanceof Uint8Array
    ? { found: false, reason: 'proof-keys-unreadable' }
    : { found: true, key };
}

async function readSet(issuer: string, send: Send): Promise<KeySet> {
  try {
    const { status, body } = await send({ method: 'GET', url: `${issuer}/.well-known/jwks` });
    if (status >= 400) return { read: false, reason: 'proof-keys-unavailable' };
    const { success, output } = v.safeParse(setShape, status === 200 ? JSON.parse(body) : undefined);
    if (!success) return { read: false, reason: 'proof-keys-unreadable' };
    const fitting = output.keys.filter((key): key is Jwk => v.is(usable, key));
    return { read: true, keys: fitting };
  } catch (thrown) {
    if (thrown instanceof SyntaxError) return { read: false, reason: 'proof-keys-unreadable' };
    if (!(thrown instanceof TransportFailure)) throw thrown;
    return { read: false, reason: byTransport[thrown.kind] ?? 'proof-keys-unavailable' };
  }
}

const byTransport: Readonly<Partial<Record<TransportFailureKind, NoKey>>> = {
  tls: 'proof-keys-untrusted',
  'bad-content': 'proof-keys-unreadable',
  'too-large': 'proof-keys-unreadable',
  'refused-url': 'proof-keys-unreadable',
};
