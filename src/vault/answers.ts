/** What Vault answers, checked for its shape and turned into our words. */
import * as v from 'valibot';
import { ServiceFailure } from '../net/failure.ts';
import { readerOf } from '../net/shape.ts';
import type { KeyValues } from '../secrets/secrets.ts';
import type { Issued, Life, Mount, Read } from '../secrets/vault.ts';

/** Vault tells times in seconds; 0: without end. */
const seconds = v.pipe(v.number(), v.minValue(0), v.maxValue(1e12));
/** It goes into a header, and a short one could not be hidden. */
const tokenShape = v.pipe(v.string(), v.regex(/^[\x21-\x7e]{4,8192}$/));
const authShape = v.object({
  auth: v.object({
    client_token: tokenShape,
    lease_duration: seconds,
    renewable: v.boolean(),
    token_type: v.optional(v.string(), 'service'),
  }),
});
const renewedTokenShape = v.object({
  auth: v.object({ lease_duration: seconds, renewable: v.boolean() }),
});
const renewedLeaseShape = v.object({ lease_duration: seconds, renewable: v.boolean() });
const wrappedShape = v.object({ data: v.null(), auth: v.null(), wrap_info: v.object({ token: v.string() }) });
const mountShape = v.object({
  data: v.object({
    path: v.string(),
    type: v.string(),
    options: v.optional(v.nullable(v.object({ version: v.optional(v.nullable(v.string())) }))),
  }),
});
/** Not a record of valibot: that leaves out keys such as `constructor`. */
const values = v.custom<Readonly<Record<string, unknown>>>(
  (data) => typeof data === 'object' && data !== null && !Array.isArray(data),
);
const leased = { lease_id: v.string(), lease_duration: seconds, renewable: v.boolean() };
const firstShape = v.object({ ...leased, data: v.nullable(values) });
const secondShape = v.object({
  ...leased,
  data: v.object({ data: v.nullable(values), metadata: v.object({}) }),
});
const listShape = v.object({ data: v.object({ keys: v.array(v.string()) }) });

const read = readerOf('vault');

/** JSON that Vault has sent. An empty body, and one that is wrapped, is of no shape that was asked for. */
function parsed(body: string): unknown {
  const data: unknown = body === '' ? undefined : JSON.parse(body);
  if (!v.is(wrappedShape, data)) return data;
  const facts = { service: 'vault', status: 200, kind: 'unexpected', mayHaveActed: true } as const;
  throw new ServiceFailure({ ...facts, refusal: 'wrapped' });
}

const toLife = (of: { lease_duration: number; renewable: boolean }): Life => ({
  ttlMs: of.lease_duration * 1000,
  renewable: of.renewable,
});

/** The answer to a log-in. */
export function toIssued(body: string): Issued {
  const { auth } = read(authShape, parsed(body));
  return { token: auth.client_token, ...toLife(auth), batch: auth.token_type === 'batch' };
}

/** The answer to `renew-self`. */
export const toTokenLife = (body: string): Life => toLife(read(renewedTokenShape, parsed(body)).auth);

/** The answer to the renewal of a lease. */
export const toLeaseLife = (body: string): Life => toLife(read(renewedLeaseShape, parsed(body)));

/** A mount. A key/value store without a version is of the first (docs/facts/vault.md, "Mounts"). */
export function toMount(body: string): Mount {
  const { path, type, options } = read(mountShape, parsed(body)).data;
  const isKv = type === 'kv' || type === 'generic';
  const version = options?.version ?? '1';
  if (isKv && version !== '1' && version !== '2') throw notUnderstood();
  return { path: path.replace(/\/+$/, ''), engine: isKv ? `kv-${version as '1' | '2'}` : 'plain' };
}

const notUnderstood = (): ServiceFailure =>
  new ServiceFailure({ service: 'vault', status: 200, kind: 'unexpected', mayHaveActed: false });

/**
 * A secret, as the engine of its mount answers. What was written as null has no keys. A value that is no text is its
 * JSON, with the digits that Vault has sent: the second version of the store has lost some of them by then, 1.0 is 1
 * there and 12345678901234567890 is 12345678901234567000 (docs/facts/vault.md, "Secrets").
 */
export function toRead(engine: Mount['engine'], body: string): Read {
  try {
    const [answer, data] = engine === 'kv-2' ? secondOf(body) : firstOf(body);
    const lease = { id: answer.lease_id, ...toLife(answer) };
    // A store of the first version tells a time without a lease; only the id counts (docs/facts/vault.md, "Secrets").
    return { values: toValues(data), lease: lease.id === '' ? undefined : lease };
  } catch (error) {
    // Lists in lists, deeper than can be followed: whoever writes secrets is not to be taken for a fault of ours.
    throw error instanceof RangeError ? notUnderstood() : error;
  }
}

const firstOf = (body: string) =>
  [
    read(firstShape, parsed(body)),
    read(v.object({ data: firstShape.entries.data }), exactly(body)).data,
  ] as const;

const secondOf = (body: string) =>
  [
    read(secondShape, parsed(body)),
    read(v.object({ data: secondShape.entries.data }), exactly(body)).data.data,
  ] as const;

/** JSON whose numbers are written again as they were (V8's "JSON.parse source text access"). */
const exactly = (body: string): unknown =>
  JSON.parse(body, ((_: string, value: unknown, { source }: { source: string }) =>
    typeof value === 'number' ? rawJson(source) : value) as (key: string, value: unknown) => unknown);

const rawJson = (source: string): unknown =>
  (JSON as unknown as { rawJSON(text: string): unknown }).rawJSON(source);

/** The names below a path. */
export const toNames = (body: string): readonly string[] => read(listShape, parsed(body)).data.keys;

function toValues(data: Readonly<Record<string, unknown>> | null): KeyValues {
  const entries = Object.entries(data ?? {});
  return new Map(
    entries.map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}
