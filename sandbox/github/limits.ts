import type { Token } from './tokens.ts';
import type { World } from './world.ts';

export type Resource = 'core' | 'graphql' | 'search';

interface Bucket {
  limit: number;
  remaining: number;
  used: number;
  /** Virtual milliseconds. */
  resetAt: number;
}

export interface SecondaryLimit {
  /** Seconds that the answer tells to wait; without it there is no `retry-after`, as GitHub sometimes does. */
  retryAfter?: number;
  status?: 403 | 429;
  /** Virtual seconds that it really lasts; default `retryAfter`, else 60. */
  lasts?: number;
}

export interface Limits {
  limit(change: { remaining: number; resource?: Resource; resetIn?: number }): void;
  secondaryLimit(limit: SecondaryLimit): void;
  liftLimits(): void;
  secondary(): SecondaryLimit | undefined;
  bucket(token: Token | undefined, resource: Resource): Bucket;
  count(token: Token | undefined, resource: Resource): { exceeded: boolean; bucket: Bucket };
  /** Takes a counted call back. */
  giveBack(bucket: Bucket): void;
}

const hour = 3_600_000;

/**
 * GitHub's rate limits in virtual time: 5000 an hour for each person or installation, 1000 for a job's token, 60
 * for strangers (docs: "Rate limits for the REST API").
 */
export function createLimits(world: World): Limits {
  const buckets = new Map<string, Bucket>();
  let forced: { remaining: number; resource: Resource; until: number } | undefined;
  let secondary: (SecondaryLimit & { until: number }) | undefined;

  const bucket = (token: Token | undefined, resource: Resource): Bucket => {
    const key = `${resource} ${token ? `${token.kind} ${token.account.login}` : 'stranger'}`;
    const known = buckets.get(key);
    if (known && known.resetAt > world.now()) return known;
    const limit = allowance(token, resource);
    const fresh = { limit, remaining: limit, used: 0, resetAt: world.now() + hour };
    if (forced?.resource === resource && forced.until > world.now()) {
      Object.assign(fresh, {
        remaining: Math.min(forced.remaining, limit),
        used: Math.max(0, limit - forced.remaining),
        resetAt: forced.until,
      });
    }
    buckets.set(key, fresh);
    return fresh;
  };

  return {
    /** Leaves everybody only `remaining` calls of a resource (default core) for `resetIn` virtual seconds. */
    limit({ remaining, resource = 'core', resetIn = 3600 }) {
      forced = { remaining, resource, until: world.now() + resetIn * 1000 };
      for (const key of buckets.keys()) if (key.startsWith(`${resource} `)) buckets.delete(key);
    },

    /** The secondary limit bites from now on, whoever asks and whatever. */
    secondaryLimit(limit) {
      secondary = { ...limit, until: world.now() + (limit.lasts ?? limit.retryAfter ?? 60) * 1000 };
    },

    liftLimits() {
      forced = secondary = undefined;
      buckets.clear();
    },

    secondary: () => (secondary && secondary.until > world.now() ? secondary : undefined),
    bucket,

    count(token, resource) {
      const own = bucket(token, resource);
      if (own.remaining <= 0) return { exceeded: true, bucket: own };
      own.remaining -= 1;
      own.used += 1;
      return { exceeded: false, bucket: own };
    },

    giveBack(own) {
      own.remaining += 1;
      own.used -= 1;
    },
  };
}

function allowance(token: Token | undefined, resource: Resource): number {
  if (resource === 'search') return token ? 30 : 10;
  if (!token) return resource === 'graphql' ? 0 : 60;
  return token.kind === 'actions' ? 1000 : 5000;
}

/** The `x-ratelimit-*` headers of an answer; `reset` is in seconds since the epoch. */
export function limitHeaders(bucket: Bucket, resource: Resource): Record<string, string> {
  return {
    'x-ratelimit-limit': String(bucket.limit),
    'x-ratelimit-remaining': String(bucket.remaining),
    'x-ratelimit-reset': String(Math.ceil(bucket.resetAt / 1000)),
    'x-ratelimit-used': String(bucket.used),
    'x-ratelimit-resource': resource,
  };
}

/** One bucket as `GET /rate_limit` shows it. */
export const limitShape = (bucket: Bucket) => ({
  limit: bucket.limit,
  used: bucket.used,
  remaining: bucket.remaining,
  reset: Math.ceil(bucket.resetAt / 1000),
});
